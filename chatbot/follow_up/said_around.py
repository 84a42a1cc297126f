"""What is said around a message in a talk and changes nothing of it: "that helps a lot. The third", "cost? Silly me".

After an answer people say what they think of it, or why they ask, and go on. Such a stretch stands before a mark at the
start, or behind one at the end. It is told by its words alone: a light remark or courtesy, or all its words are on a
closed list and one of them at least is about the talk. A complaint, a yes or a no, and whatever steers is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.conversation import Conversation
from chatbot.english.closings import WANTING_TO_KNOW
from chatbot.english.courtesy import is_only_courtesy
from chatbot.english.function_words import ASKING_FIRST, FUNCTION_WORDS, KIN, STAFF
from chatbot.english.phrases import by_first_word, listed, phrase_at
from chatbot.follow_up.set_phrases import set_phrase
from chatbot.normalise import Question, from_word
from chatbot.remarks import read_remark

# Kinds of remarks that need no word back where something else is said beside them.
_LIGHT = frozenset("kind nod thanks glad unfinished came".split())
_ABOUT_THE_TALK = frozenset(
    """helps helped helpful wow whoa boy gosh goodness geez jeez phew mercy yikes news knew known heard hear answer
    answers explained explaining explanation relief understand understood clear clearer sense writing wrote type typing
    prepared appreciate asking silly question questions bother bothering surprised surprising interesting
    fascinating sound sounds scary scared worried worry worrying nervous afraid frightening""".split()
)
_AROUND = FUNCTION_WORDS.union(
    KIN,
    STAFF,
    """oh well lord dear better good great bad best lot bit little slow down glad happy sorry hope hear trying try
    helping listening reading new before first often such mind told always""".split(),
) - {"no", "never", "yes"}
# "I did not know that" is said of the talk, though every word of it is in every talk.
_IN_OTHER_WORDS = frozenset(
    tuple(phrase.split())
    for phrase in (
        "i did not know that",
        "i did not know",
        "i had no idea",
        "i never knew that",
        "oh no",
        "i am a bit slow",
        "i am new to this",
        "i am new to all this",
        "nobody told me that",
        "nobody ever told me that",
        "no one told me that",
        "take your time",
        "one more thing",
        "second thing",
        "next thing",
    )
)
# What only opens a question, with a mark behind it or with none: "wait what", "let me rephrase. Does it hurt".
_OPENING = by_first_word(
    listed("""
        let me rephrase|let me rephrase that|let me ask differently|let me ask it differently
        let me ask that differently|let me ask again|let me ask you again|let me ask it again
        let me put it differently|let me put it another way|let me try again|i will try again|then let me ask|let me ask
        other question|another question|different question|new question|next question|one more question
        one last question|last question|my last question|a last question|quick question|and one more
        you missed my question|i asked you something|my question again|before i go
        wait|wait wait|hold on|hang on|wait a minute|hang on a second|hold on a second|let me think|i want to know
        i need to know|i would like to know|i wanted to know|i just want to know|i only want to know|good to know
        that is good to know|ok good to know|that is confusing|i do not understand|i still do not understand
        you did not answer me|tell me|just tell me|please tell me|first tell me|now tell me|so tell me please|seriously
        be honest|please be honest|honestly|really now|i really want to know|i really need to know
    """)
)
# What opens whatever comes behind it, a mere "cost?" or "the third", too.
_OPENING_ANYTHING = by_first_word(
    listed("""
        i was also wondering|i was wondering too|i also want to know|i also wanted to know|i also wonder
        i also wondered|one more thing|and one more thing|one other thing|another thing|next thing|second thing
        let me ask you this|let me ask this|let me ask you something else|sorry to bother you again
        sorry to bother you again but|sorry to bug you again but|i have another question|i have one more question
    """)
)
_WANTING_TO_KNOW = by_first_word(listed(f"{WANTING_TO_KNOW}|also wants to know"))
_BESIDE_AN_OPENING = frozenset("ok okay alright well so and but then oh no sorry please".split())
_MY = "my"
# "One more thing about that": it is not opened but asked.
_LEANING = frozenset("about on with that of to".split())
_OPENING_ONE = frozenset("ok okay oh well and so".split())
_GOING_ON_WITH = ASKING_FIRST | {"and", "the", "any"}
# "Thank you. You have been very frank" goes on thanking.
_GOING_ON = ("you",)
_LONGEST = 10  # words
_FEWEST_OPENED = 2  # words


def without_asides(question: Question, conversation: Conversation) -> Question:
    """Return a message without the asides at its start and its end; the message itself where nothing else is left.

    Before the first answer everything is said for a reason, and while a card is talked about everything speaks to it.
    """
    if conversation.last is None or conversation.pending == "card":
        return question
    if is_only_courtesy(question.tokens):
        return question
    start = _behind_asides(question)
    if question.tokens[start : start + 1] == _GOING_ON and is_only_courtesy(question.tokens[:start]):
        start = 0
    rest = from_word(question, start, _before_asides(question, start))
    return question if rest is question or read_remark(question).kind else rest


def _behind_asides(question: Question) -> int:
    """Return where a message begins behind the asides and the phrases that open it."""
    start = 0
    while end := _behind_one(question, start):
        start = end
    return start


def _behind_one(question: Question, start: int) -> int:
    """Return where a message goes on behind the aside, or what opens it, at `start`; 0 where none is there."""
    words = question.words
    mark = next((place for place in range(start + 1, len(words)) if words[place].mark), len(words))
    is_aside = mark < len(words) and _is_aside(from_word(question, start, mark))
    return mark if is_aside else _opened(question, start)


def _before_asides(question: Question, start: int) -> int:
    """Return where the message that begins at `start` ends before the asides behind it."""
    end = len(question.words)
    for mark in reversed(range(start + 1, end)):
        if question.words[mark].mark:
            if not _is_aside(from_word(question, mark, end)):
                break
            end = mark
    return end


def _opened(question: Question, start: int) -> int:
    """Return where a message goes on behind a phrase at `start` that only opens it; 0 where none does."""
    words = question.tokens
    for begun in (start, _behind(words, start)):
        end = _behind_phrase(words, begun)
        if begun < end < len(words):
            return 0 if words[end] in _LEANING and not question.words[end].mark else end
    begun = _behind(words, start)
    end = _behind(words, begun + phrase_at(words, begun, _OPENING)) if begun < len(words) else begun
    if not begun < end < len(words):
        return 0
    is_going_on = words[end] in _GOING_ON_WITH and end + _FEWEST_OPENED <= len(words)
    return end if is_going_on or question.words[end].mark else 0


def _behind_phrase(words: Sequence[str], begun: int) -> int:
    """Return where a phrase ends that opens whatever comes behind it; `begun` where none begins there."""
    if begun >= len(words):
        return begun
    if words[begun] == _MY and begun + 2 < len(words) and words[begun + 1] in KIN:
        wanting = phrase_at(words, begun + 2, _WANTING_TO_KNOW)
        return begun + 2 + wanting if wanting else begun
    return begun + phrase_at(words, begun, _OPENING_ANYTHING)


def _behind(words: Sequence[str], place: int) -> int:
    """Return the first place from this one on that holds none of the words that stand beside what opens."""
    return next((at for at in range(place, len(words)) if words[at] not in _BESIDE_AN_OPENING), len(words))


def _is_aside(said: Question) -> bool:
    """Return whether a stretch between two marks is said of the talk alone."""
    words = said.tokens
    if len(words) > _LONGEST or "?" in said.text:
        return False
    while len(words) > 1 and words not in _IN_OTHER_WORDS and words[0] in _OPENING_ONE:
        words = words[1:]
    if words in _IN_OTHER_WORDS or is_only_courtesy(words):
        return True
    steer = set_phrase(words)
    if steer is not None:
        return steer == "nod"
    kind = read_remark(said).kind
    if kind and kind != "worse":  # "that does not sound good"; "I feel worse" has no word on the talk
        return kind in _LIGHT
    is_closed = _AROUND.union(_ABOUT_THE_TALK).issuperset(words)
    return is_closed and words[0] not in ASKING_FIRST and not _ABOUT_THE_TALK.isdisjoint(words)
