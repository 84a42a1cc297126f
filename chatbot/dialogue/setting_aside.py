"""Sentences of a first message that tell nothing a question could be about: "I live far away. What is scar tissue?".

They name nothing that an entry speaks of, ask nothing and want nothing, yet their words lead a match away. So the rest
of the message is read by itself as well, and counts where it is clear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from chatbot.decision import ANSWER, GENERAL, Decided, without_places
from chatbot.english.function_words import AUXILIARIES, GREETINGS, KIN, STAFF, SUBJECTS
from chatbot.knowledge import FEWEST_CHOICES, EntryKind
from chatbot.matching import Matcher
from chatbot.normalise import Question, from_word, sentence_breaks
from chatbot.parts import REQUESTS, asks

_LONGEST_ASIDE = 12  # words: what is told at length has to do with the question
_MOST_SENTENCES = 4
# Less than this sure what a sentence is about, what comes after it cannot point back to it.
_SAYS_NOTHING = 0.1
# How a statement begins that is no order: "my insurance is Aetna", "hello, Maria here", not "cancel my visit".
_TELLING = frozenset("i my we our he she his her they the".split()) | KIN | GREETINGS
_IN_SENTENCES = AUXILIARIES | SUBJECTS
_OF_WHAT_IS_TOLD = "may ask of something that is outside of what is told here"
# Of whom an illness is told, or what it does: "I have gout", "my knee hurts".
_AILING = frozenset(
    """have has had having got diagnosed with suffer suffers suffering hurt hurts hurting aches sore bad broke broken
    torn replaced swollen""".split()
)
# Beside the things that the lexicon says other parts have, too.
_ANY_SUBJECT_HAS = frozenset(
    "pills pill medicine medicines meds tablets painkillers drugs done options".split()
)
_REQUESTING = REQUESTS | frozenset("can could cancel send call let looking".split())


def without_idle_sentences(
    question: Question, matcher: Matcher, kinds: Mapping[str, EntryKind]
) -> tuple[Question, bool] | None:
    """Return a message without its sentences that tell nothing, and whether the rest may still point back to them.

    None where there is no such sentence, or no other.
    """
    breaks = sentence_breaks(question.words)
    if not 0 < len(breaks) < _MOST_SENTENCES:
        return None
    idle: set[int] = set()
    most_sure = 0.0
    for start, end in pairwise([0, *breaks, len(question.words)]):
        sure = (
            _sure_of_idle(from_word(question, start, end), matcher, kinds)
            if end - start <= _LONGEST_ASIDE
            else None
        )
        if sure is not None:
            idle.update(range(start, end))
            most_sure = max(most_sure, sure)
    if not 0 < len(idle) < len(question.words):
        return None
    return without_places(question, idle), most_sure >= _SAYS_NOTHING


def _sure_of_idle(sentence: Question, matcher: Matcher, kinds: Mapping[str, EntryKind]) -> float | None:
    """Return how sure it is what a sentence is about that asks, wants and tells nothing; None for any other."""
    tokens = sentence.tokens
    if asks(sentence) or not _REQUESTING.isdisjoint(tokens) or not _is_statement(tokens):
        return None
    matched = matcher.match(tokens)
    if matched.is_exact or matched.elsewhere or matcher.speaks_of_home(tokens):
        return None
    is_handed_over = kinds.get(matched.entry) not in GENERAL and tokens[0] in _TELLING
    return matched.confidence if matched.confidence < ANSWER or is_handed_over else None


def _is_statement(tokens: Sequence[str]) -> bool:
    """Return whether some words may be a whole sentence: they begin with somebody, or have an auxiliary."""
    return tokens[0] in _TELLING or not _IN_SENTENCES.isdisjoint(tokens)


def asks_of_what_is_told(
    told: Sequence[str], asked: Sequence[str], matcher: Matcher, *, is_fragment: bool
) -> bool:
    """Return whether a question may be about an illness or a part of the body that is told of, and is not ours.

    "I have gout. Do shots help?" may be, for gout has shots, too; so may what any subject could be asked
    (`is_fragment`: "what are my options"). "I have asthma. What is scar tissue?" is about what it names.
    """
    if _AILING.isdisjoint(told) or not matcher.names_elsewhere(told):
        return False
    if matcher.speaks_of_home(asked) or not STAFF.isdisjoint(asked):
        return False
    return (
        is_fragment or bool(matcher.names_what_others_have(asked)) or not _ANY_SUBJECT_HAS.isdisjoint(asked)
    )


def offered(alone: Decided, whole: Decided, kinds: Mapping[str, EntryKind]) -> Decided:
    """Return the decision on a message that nothing answers as one that may ask what its last question, `alone`, would.

    The decision on the `whole` where it has an answer, and where there are not two to choose from.
    """
    found = [entry for entry, _ in alone.entries] + list(alone.runners_up)
    choices = tuple(entry for entry in dict.fromkeys(found) if kinds[entry] in GENERAL)[:FEWEST_CHOICES]
    if whole.kind != "unknown" or alone.kind != "answer" or len(choices) < FEWEST_CHOICES:
        return whole
    return whole._replace(kind="clarify", choices=choices, rule=_OF_WHAT_IS_TOLD)
