"""What is told behind words that only hedge it, ask if it is normal, or say that it can happen (rule 16).

"Is it normal that", "what does it mean when" and "I read that it can happen," make a question of what stands behind
them, but who goes on "both my legs are numb since noon" tells of it. And "I know you are busy and this is probably
nothing but" says nothing at all: it must make what is asked behind it neither less serious nor more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.english.function_words import AUXILIARIES
from chatbot.normalise import Question

# What takes for granted what stands behind it; "if" and "to" do not ("is it normal if I leak", "... to leak").
_TAKING_FOR_GRANTED = re.compile(
    r"(?:(?:hi|hello|so|and|but|ok|doctor|doc|please|quick|question|sorry|well) )*"
    r"(?:what (?:does|could|can|would|might) (?:it|that) mean (?:that|when)"
    r"|(?:is|would) (?:it|this|that) (?:be )?(?:normal|ok|okay|usual|common|expected|bad|weird|odd|strange|dangerous"
    r"|serious) that|why is it that|how come that"
    r"|should (?:i|we) (?:(?:be )?(?:worried|concerned|alarmed)|worry) that"
    r"|(?:they|he|she|my \w+) (?:told|asked|wants|wanted) me to (?:tell|ask|say|let) (?:you )?(?:know )?that"
    r"|i (?:have )?(?:read|heard|saw|know)(?: \w+){0,4} (?:it|that|this|they) (?:can|could|may|might|does) happen) "
)
# "What does it mean when people faint" is asked of nobody; a bare word or two ("coughing blood") may be.
_OF_PEOPLE = frozenset(
    """people patients folks someone somebody anyone anybody everyone you your a an one they their most some many
    others""".split()
)
_TOLD_BY = (
    frozenset(
        """i my he his she her we our both since today yesterday tonight now started began keeps went feels feel hurts
        got gets looks smells""".split()
    )
    | AUXILIARIES
)
_FEWEST_WORDS = 3

# What says nothing of a sign, up to a "but": "sorry to bother you, it is probably nothing but".
_HEDGES = frozenset(
    """nothing busy silly stupid dumb bother bothering matters matter related important relevant mentioning
    overreacting imagination trivial paranoid""".split()
)
_HEDGING = _HEDGES | frozenset(
    """i know you are is am be may might could probably likely maybe perhaps this it that sound sounds seem seems sure
    not if whether worth sorry to for ask asking hate do want a an pest nuisance the and my just again really all
    please hi hello doctor doc so on sunday saturday weekend late big deal guys everyone question at hour think guess
    or anything serious""".split()
)
_LONGEST_HEDGE = 20  # words


def without_hedge(question: Question) -> Question:
    """Return the message without an opening like "I know you are busy and this is probably nothing but"."""
    tokens = question.tokens
    if "but" not in tokens[:_LONGEST_HEDGE]:
        return question
    end = tokens.index("but")
    opening = tokens[:end]
    if _HEDGES.isdisjoint(opening) or not _HEDGING.issuperset(opening) or end + 1 == len(tokens):
        return question
    words = question.words[end + 1 :]
    return question._replace(words=(words[0]._replace(mark=""), *words[1:]), tokens=tokens[end + 1 :])


def told_behind(question: Question, start: int, end: int) -> Question | None:
    """Return as a message what a sentence tells behind words that take it for granted; None for any other sentence.

    `start` and `end` are the bounds of the sentence. The question mark at its end goes with the words that ask, unless
    a pause before it may have begun a question of its own.
    """
    words, tokens = question.words, question.tokens
    said = " ".join(tokens[start:end])
    frame = _TAKING_FOR_GRANTED.match(said)
    if frame is None:
        return None
    first = start + said.count(" ", 0, frame.end())
    if not _tells(tokens[first:end]):
        return None
    has_pause = any(word.mark for word in words[first + 1 : end])
    close = words[end].start if has_pause and end < len(words) else words[end - 1].end
    text = question.text if has_pause and end == len(words) else question.text[:close]
    return Question(text, words[first:end], tokens[first:end])


def _tells(tokens: Sequence[str]) -> bool:
    return len(tokens) >= _FEWEST_WORDS and tokens[0] not in _OF_PEOPLE and not _TOLD_BY.isdisjoint(tokens)
