"""What only closes a question and asks nothing itself: "does it hurt? Be honest", "is it common or what".

Each is a phrase of a closed list, with a mark between it and the question or with none.
"""

from __future__ import annotations

from chatbot.english.courtesy import is_only_courtesy
from chatbot.english.function_words import ASKING_FIRST, KIN, content_words
from chatbot.english.phrases import listed_in_words
from chatbot.normalise import Question, from_word

_CLOSING = sorted(
    listed_in_words("""
        be honest|please be honest|be honest with me|honestly now|you never answered|you never answered that
        you never answered me|you never answered my question|you did not answer|you did not answer that
        you did not answer me|you did not answer my question|you did not say|you did not say that|you never said
        you never said that|you still did not say|you still did not answer|please answer|please answer me
        please answer that|just answer|answer me|i really need to know|i need to know|i have to know|i want to know
        i just want to know|i really want to know|that is what i want to know|that is what i need to know
        that is what i asked|that is all i want to know|that is all i asked|that is what i am asking
        that is what i wanted to know|that was my question|that was the question|that is my question
        that is the question|sorry to ask|sorry for asking|sorry that i ask|if i may ask|if you do not mind
        if you do not mind me asking|if you know|just curious|i am just curious|i am curious|just asking|i was wondering
        i wonder|in simple words|in plain english|in plain words|in short|yes or no|just yes or no|a simple yes or no
        answer please|you dodged that|and be honest please|and be honest|give it to me straight|no sugarcoating
        because i need to know|because i want to know|i was just thinking|i keep asking|or is that not known
        for my own peace of mind|for my peace of mind
        please tell me|can you tell me|could you tell me|do you know|any idea|tell me|tell me please|seriously
        or not|or what|or no|or nah|is that true|is it true|is that right|is that so|is that correct|am i right
        or am i wrong|is it not|is that a thing|true or false|true or not|fact or myth|or is that a myth|is that a myth
        you know what i mean|if you know what i mean|know what i mean|you know what i am saying|know what i am saying
        if you get what i mean|if you see what i mean|explain please|please explain|can you explain
        can you explain please|can you explain that|please explain it to me|explain it to me|anyone know|anybody know
        does anyone know|does anybody know|anyone please|anybody please|i have no idea|i have no clue|in simple terms
        in simple english|in layman terms|in laymans terms|in lay terms|for dummies|innit|or am i being daft
        or am i being silly|or am i just being silly|or am i being stupid|or am i being paranoid|or am i being dramatic
        xx
    """),
    key=len,
    reverse=True,
)
# Of one word, behind a mark: "does it happen to anyone" asks of anyone.
_BEHIND_A_MARK = frozenset("anyone anybody eh huh true correct explain".split())
# "My wife wants to know", "my son asks", at the end; `said_around` reads them at the start.
WANTING_TO_KNOW = "wants to know|wanted to know|would like to know|asks|is asking|wonders|keeps asking"
_WANTING_TO_KNOW = listed_in_words(WANTING_TO_KNOW)
_LAST = _BEHIND_A_MARK.union(phrase[-1] for phrase in (*_CLOSING, *_WANTING_TO_KNOW))
_MY = "my"
# "What can you all tell me": who tells, without a mark between, makes the phrase a part of the question.
_WHO_TELL = frozenset("you all he she they doctor surgeon anybody anyone somebody someone".split())
# What is left must ask or name something by itself.
_FEWEST_LEFT = 2  # words
# Of a story of so many words that asks nothing right before it, "is that so" is the question.
_STORY = 22


def without_what_closes(question: Question) -> Question:
    """Return a question without what only closes it ("... please answer", "my wife wants to know", "... or what")."""
    words = question.tokens
    if not words or words[-1] not in _LAST:
        return question
    end = _start_of_closing(question)
    is_of_question = words[end - 1] in _WHO_TELL and not question.words[end].mark
    says_something = not ASKING_FIRST.isdisjoint(words[:_FEWEST_LEFT]) or content_words(words[:end])
    is_asked = end >= _FEWEST_LEFT and bool(says_something) and not is_of_question
    if not is_asked or is_only_courtesy(words):
        return question
    rest = from_word(question, 0, end)
    return question if end >= _STORY and not rest.text.endswith("?") else rest


def _start_of_closing(question: Question) -> int:
    """Return where a phrase begins that closes a message, 0 for none."""
    words = question.tokens
    for phrase in _CLOSING:
        if words[-len(phrase) :] == phrase:
            return len(words) - len(phrase)
    for phrase in _WANTING_TO_KNOW:
        start = len(words) - len(phrase) - 2
        if start > 0 and words[-len(phrase) :] == phrase and words[start] == _MY and words[start + 1] in KIN:
            return start
    is_apart = words[-1] in _BEHIND_A_MARK and bool(question.words[-1].mark)
    return len(words) - 1 if is_apart else 0
