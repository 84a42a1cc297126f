"""The sentences of an answer that a further question about it asks for: "do they see it on an X-ray".

Who asks more about the answer on the screen is told the sentence or two of it that speak of that, and not all of it
again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.knowledge import Entry
from chatbot.matching import Matcher
from chatbot.matching.features import stem
from chatbot.normalise import normalise
from chatbot.reply import Reply

_MOST_SENTENCES_REMEMBERED = 2048  # of the knowledge base's own texts, never of a message
# A sentence ends here, but not after "Dr.".
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!Dr\.)\s+|\n+")
# A sentence that explains a word ("Hardware means the metal rods and screws") answers no question about the screws.
_MEANING = " means "
_EXPLAINING = re.compile(r"[\w-]+( [\w-]+){0,3} means ")
# A sentence with one of these explains a word in passing: "which means ...", "segments, or parts, of ...".
_EXPLAINS = r"\bmeans?\b|\bshort for\b|\bcalled?\b|, or | \("
# But it is just what answers "you said low-impact, what does that mean".
_ASKING_MEANING = frozenset("mean means meant meaning define".split())
# A question for the kinds of a thing is answered by the sentences that name some.
_ASKING_KINDS = frozenset("kinds types sorts".split())
# A text, and compiled by the first message that asks so, so that no start has to wait for it.
_NAMING_KINDS = r"(?i)\b(such as|includes?|kinds?|can be|one is|the other is|another is|called)\b"
_MOST_KINDS = 3
# Who asks why is told the sentences that give a reason or an aim.
_GIVING_REASONS = (
    r"(?i)\b(because|so that|reasons?|comes? from|causes?|caused|due to|leads? to|depends? on|aims?|goal|purpose"
    r"|meant to|helps?|eases?|reduces?|improves?|irritates?|puts? more|takes? [a-z ]*strain off|act together"
    r"|play a part|time to|time for|by accident|press on|(they|it|that) fails?)\b"
)
_MOST_REASONS = 3
# Stems of so many letters count as the same where they begin alike ("robot" and "robotic"); shorter ones must be equal.
_SHORTEST_COMMON_START = 5
# A word that stands in more than this share of the sentences does not tell which of them is asked for.
_MOST_OF_SENTENCES = 0.5
_MOST_SENTENCES = 2
# A sentence that begins so goes on with what the one before it speaks of: "The team ... It includes neurologists".
_GOING_ON = ("It ", "They ", "These ", "Those ")
# And one that begins so says nothing without the one before: "The other is biofeedback, which ...".
_LEANING = (
    "One is ",
    "The other ",
    "Another ",
    "A third ",
    "A fourth ",
    "The last ",
    "So ",
    "Both ",
    "If they ",
    "If it ",
    *_GOING_ON,
)
_LONGEST_LEAD_IN = 2  # sentences
# Words that many wordings of the entry have tell no sentence of it. But in a message of so few words they name a part
# of the answer: two words side by side ("what about a nuclear bone scan"), or a single one ("and the cbt"). Chosen.
_LONGEST_NAMING = 8
_LONGEST_NAME = 3
# "How long after?" is answered by what speaks of a time.
_HOW_LONG = ("how", "long")
_TIME = "time"
# Two words that stand side by side, in the question as in a sentence ("bone scan"), count as two more words of it.
_OF_A_PAIR = 2
# A word that stands in more than this share of an entry's wordings is what the whole entry is about ("shots"), and does
# not name a part of it ("robot", "X-ray"). Of forty words looked at, those that name a part are in at most 15 of 100.
_MOST_OF_WORDINGS = 0.155
# Words of many questions that say nothing of what is asked for.
_SAYING_LITTLE = FUNCTION_WORDS | frozenset(
    """see get give take make need want tell say work works thing things one ones go come know think mean real really
    good bad better best help helps first ok okay yes no just still again exactly also often always doctor surgeon
    surgery operation pain hurt hurts back spine""".split()
)


class Passages:
    """Finds the sentences of answers that speak of what is asked. Immutable."""

    def __init__(self, entries: Mapping[str, Entry], matcher: Matcher) -> None:
        """`entries` by id; `matcher` knows their wordings."""
        self._entries = entries
        self._matcher = matcher

    def asked_for(self, entry_id: str, words: Sequence[str], shown: Reply | None) -> str:
        """Return the sentences of an entry that a question of these words asks for; `shown` is what is on the screen.

        "" where the question asks for none of them, where the entry is not on the screen, and where the part of it that
        is on the screen has these sentences already.
        """
        answers = [answer for answer in shown.answers if answer.entry == entry_id] if shown else []
        entry = self._entries.get(entry_id)
        if entry is None or not answers:
            return ""
        if not _ASKING_KINDS.isdisjoint(words):
            return _kinds_of(entry)
        telling = [
            word
            for word in words
            if word not in _SAYING_LITTLE and self._matcher.share_with(word, entry_id) <= _MOST_OF_WORDINGS
        ]
        if _HOW_LONG in pairwise(words):
            telling.append(_TIME)
        is_meaning = not _ASKING_MEANING.isdisjoint(words)
        text = (
            f"{entry.answer}\n{entry.more}" if entry.short else entry.text
        )  # the gist is told beside any part
        pairs = _pairs(words) if len(words) <= _LONGEST_NAMING else ()
        part = passage(telling, text, pairs, explains=is_meaning)
        if not part and len(words) <= _LONGEST_NAME:  # "loose", which half of the wordings have
            part = passage([word for word in words if word not in _SAYING_LITTLE], text, explains=is_meaning)
        return part if part not in answers[0].text or answers[0].text == entry.text else ""

    def reason(self, entry_id: str) -> str:
        """Return the sentences of an entry that say why something is so or is done, "" where none does."""
        entry = self._entries[entry_id]
        told = [one for one in sentences_of(entry.answer) if not _EXPLAINING.match(one)]
        given = [place for place, one in enumerate(told) if re.search(_GIVING_REASONS, one)][:_MOST_REASONS]
        if not given:
            return entry.short if re.search(_GIVING_REASONS, entry.short) else ""
        led = {before for place in given for before in _lead_in(told, place)}
        return " ".join(told[place] for place in sorted(led.union(given)))


def _kinds_of(entry: Entry) -> str:
    """Return the sentences of an entry that name kinds of it; all of its text where `short` does, or it is a list."""
    named = [one for one in sentences_of(entry.answer) if re.search(_NAMING_KINDS, one)]
    is_all = bool(entry.parts) or re.search(_NAMING_KINDS, entry.short) is not None
    return entry.text if is_all else " ".join(named[:_MOST_KINDS])


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return each two of these words that stand side by side and both say something."""
    return [pair for pair in pairwise(words) if _SAYING_LITTLE.isdisjoint(pair)]


def passage(
    words: Sequence[str], text: str, pairs: Sequence[tuple[str, str]] = (), *, explains: bool = False
) -> str:
    """Return the one or two sentences of `text` that have most of these words and `pairs`; "" where none has any.

    Beside them, a sentence comes along that goes on with the last one ("It includes ..."), and the sentences that one
    of them goes on with. Words that more than half of the sentences have do not count. With `explains`, only sentences
    that say what a word means are looked at, otherwise only the others.
    """
    told = [
        one for one in sentences_of(text) if (_MEANING in one if explains else not _EXPLAINING.match(one))
    ]
    said = [_stems(sentence) for sentence in told]
    telling = [
        word
        for word in dict.fromkeys(map(stem, words))
        if 0 < sum(_is_in(word, one) for one in said) <= max(1, _MOST_OF_SENTENCES * len(said))
    ]
    beside = [_neighbours(sentence) if pairs else frozenset() for sentence in told]
    counts = [
        sum(_is_in(word, one) for word in telling)
        + _OF_A_PAIR * sum((stem(left), stem(right)) in near for left, right in pairs)
        for one, near in zip(said, beside, strict=True)
    ]
    most = max(counts, default=0)
    best = [place for place, count in enumerate(counts) if count == most > 0][:_MOST_SENTENCES]
    going_on = best[-1] + 1 if best else len(told)
    if going_on < len(told) and told[going_on].startswith(_GOING_ON):
        best.append(going_on)
    led = {before for place in best for before in _lead_in(told, place)}
    return " ".join(told[place] for place in sorted(led.union(best)))


def _lead_in(told: Sequence[str], place: int) -> range:
    """Return the places of the sentences that the one at `place` goes on with."""
    start = place
    while start > 0 and place - start < _LONGEST_LEAD_IN and told[start].startswith(_LEANING):
        start -= 1
    return range(start, place)


def explained(name: Sequence[str], text: str) -> str:
    """Return the one or two first sentences of a text that explain this word or name, also in passing; "" for none."""
    stems = [stem(word) for word in name if word not in FUNCTION_WORDS]
    found = [one for one in sentences_of(text) if _stems(one).issuperset(stems) and re.search(_EXPLAINS, one)]
    return " ".join(found[:_MOST_SENTENCES]) if stems else ""


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text in their order."""
    return [one for one in _SENTENCE_END.split(text) if one]


@lru_cache(maxsize=_MOST_SENTENCES_REMEMBERED)
def _stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words, and of neighbours written as one word: "x-rays" counts as "xray", too."""
    stems = [stem(token) for token in normalise(text).tokens]
    return frozenset(stems) | {left + right for left, right in pairwise(stems)}


@lru_cache(maxsize=_MOST_SENTENCES_REMEMBERED)
def _neighbours(text: str) -> frozenset[tuple[str, str]]:
    """Return the stems of words that stand side by side in a text."""
    return frozenset(pairwise(map(stem, normalise(text).tokens)))


def _is_in(word: str, stems: frozenset[str]) -> bool:
    """Return whether a stem is among these, or begins like one of them."""
    if word in stems:
        return True
    start = word[:_SHORTEST_COMMON_START]
    return len(word) >= _SHORTEST_COMMON_START and any(one.startswith(start) for one in stems)
