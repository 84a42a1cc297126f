"""What a part of a message does by its words alone: whether it wishes, wants, asks or states something.

Patients say who they are, when and where they were operated on, and how they came to write. The words of that are here;
which parts of a message are set aside is for `idle_parts` to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.english.function_words import AUXILIARIES, GREETINGS, KIN, SUBJECTS
from chatbot.matching.features import stem
from chatbot.normalise import Question
from chatbot.parts import REQUESTS, asked_from

# Who wants something asks for it: "cancel my visit", "I am looking for the address".
_WANTING = REQUESTS | frozenset("cancel send call let looking".split())
_WANTING_IN_TWO = frozenset((("can", "you"), ("could", "you"), ("can", "i"), ("could", "i"), ("may", "i")))
# "My wife wants to know", "please excuse me", "looking forward" want nothing of their own.
_EXCUSING = ("excuse", "forgive", "pardon")
_WANTING_NOTHING = frozenset(
    (
        *((verb, "to", "know") for verb in ("want", "wants", "need", "needs")),
        *((verb, "to", "ask") for verb in ("want", "wants", "need", "needs")),
        *(("please", what, whom) for what in _EXCUSING for whom in ("me", "my", "the")),
        *(("please", "answer", "soon"), ("please", "answer", "me"), ("please", "bear", "with")),
        ("looking", "forward", "to"),
    )
)
# Who wishes somebody something tells nothing: "hope you are well", "have a blessed Sunday".
_WISHING = frozenset("hope hoping wish wishing wishes greetings blessings bless god".split())
_WISHING_IN_TWO = frozenset(
    (
        *(("have", "a"), ("looking", "forward"), ("take", "care"), ("i", "hope"), ("we", "hope")),
        *(("thank", "you"), ("thanks", "for"), ("sorry", "for"), ("sorry", "to"), ("sorry", "if")),
        *((what, whose) for what in _EXCUSING for whose in ("my", "the")),
    )
)
# How a statement begins that is no order: "my insurance is Aetna", "hello, Maria here", not "cancel my visit".
TELLING = (
    frozenset(
        """i my we our he she his her they the everybody everyone nobody it this your you sorry apologies excuse pardon
        forgive thanks thank cheers""".split()
    )
    | KIN
    | GREETINGS
)
_IN_STATEMENTS = AUXILIARIES | SUBJECTS
_TELLING_WHAT_WAS_DONE = frozenset("been born got had".split())
# "That happen in people" says it of what stands before.
_POINTING = frozenset("that those these".split())
# What is said about the message, or the place where it stands.
_OF_ASKING = frozenset(
    """website page message post posting story english spelling typing writing write wrote lurking internet online
    google googled""".split()
)
# A condition behind what is told asks nothing, unless somebody wants to hear it: "I am a veteran, if that matters".
_WANTING_TO_HEAR = frozenset("wonder wondering know ask asking asked see curious sure".split())
_EXCLAIMING = ("what", "a")
# What most patients of a spine clinic can tell, so that it is about no entry: "I had my fusion in 2012".
BACKGROUND = frozenset(
    "surgery operation operated op procedure back fusion fused fuse spine spinal surgeries".split()
)
BACKGROUND_STEMS = frozenset(map(stem, BACKGROUND))
_OF_TREATMENT = BACKGROUND_STEMS | frozenset(map(stem, "surgeon doctor patient".split()))
# Beside these it is more than that: "my fusion did not take", "my back still hurts".
_SAYING_MORE = frozenset(
    """not never no nor still again failed wrong worse better without but hurt hurts hurting worried scared afraid want
    wants wanted wanting suggested suggests recommended recommends says said thinks offered told needs need next going
    planned scheduled having tomorrow soon more""".split()
)


def wants(tokens: Sequence[str]) -> bool:
    """Return whether words ask for something to be done: "send me my records"; not "my wife wants to know"."""
    if not _WANTING_NOTHING.isdisjoint(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        return False
    wanting = (token for before, token in pairwise(("", *tokens)) if before != "not")
    return not _WANTING.isdisjoint(wanting) or not _WANTING_IN_TWO.isdisjoint(pairwise(tokens))


def wishes(tokens: Sequence[str]) -> bool:
    """Return whether words do nothing but wish somebody something, thank or excuse."""
    return tokens[0] in _WISHING or "greetings" in tokens or tuple(tokens[:2]) in _WISHING_IN_TWO


def asks_something(part: Question) -> bool:
    """Return whether a part asks; "..., if that matters" and "what a lovely website" do not."""
    if part.text.rstrip().endswith("?"):
        return True
    start = asked_from(part)
    if start is None:
        return False
    asked, before = part.tokens[start:], part.tokens[:start]
    if asked[0] == "if" and before:
        return not _WANTING_TO_HEAR.isdisjoint(before)
    return asked[:2] != _EXCLAIMING or not AUXILIARIES.isdisjoint(asked)


def states(tokens: Sequence[str]) -> bool:
    """Return whether some words may be a whole sentence that tells something: "moved here last spring"."""
    if tokens[0] in _POINTING:
        return False
    is_begun = tokens[0] in TELLING | _TELLING_WHAT_WAS_DONE or tokens[0].endswith(("ed", "ing"))
    return is_begun or is_of_asking(tokens) or not _IN_STATEMENTS.isdisjoint(tokens)


def is_of_asking(tokens: Sequence[str]) -> bool:
    """Return whether words are said about the message, or the place where it stands: "what a lovely website"."""
    return not _OF_ASKING.isdisjoint(tokens)


def is_of_treatment(tokens: Sequence[str]) -> bool:
    """Return whether words speak of an operation, or of who treats: "Dr Patel did my surgery"."""
    return not _OF_TREATMENT.isdisjoint(map(stem, tokens))


def says_more(tokens: Sequence[str]) -> bool:
    """Return whether words say more of an operation than that there was one: "my fusion did not take"."""
    return not _SAYING_MORE.isdisjoint(tokens)
