"""Questions about something that the knowledge base does not speak of: "best exercise for biceps".

All other words of such a question may be an entry's own words, so that its score looks like that of a question which
the entry answers. What gives it away is that it names a subject outside the base which no wording of the entry names,
and nothing of the base's own subject. The same holds where it names a thing of the base, but as one of another part of
the body: "a plate in my ankle", "she had her wrist fused".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import NamedTuple

from chatbot.matching.features import PhraseBook, stem
from chatbot.matching.index import Index

# A longer message may name another subject and still ask about ours.
MOST_WORDS = 15
# The same limit for a thing of another part of the body, which is rarer beside a question about ours.
MOST_WORDS_OF_A_PART = 25
ANOTHER_PART = "another part of the body, or another thing"
# How sure a match may be at most when its entry does not speak of what the question names.
LEAST_SURE = 0.1

# What may stand between a thing and the part that it is of: "the scar tissue in the left knee", "my wrist was fused".
_BEFORE_A_PART = frozenset(
    """in inside of on to for from around under behind at into with help helps helping treat treats treating fix fixes
    heal heals cure cures ease eases""".split()
)
# Between a thing and these: "exercises good for the knee", "scar tissue forms in the knee".
_SAID_OF_A_THING = frozenset(
    "is are be good best bad better safe ok okay useful helpful there available form forms grow grows build".split()
)
_OWNING = frozenset("the a an my his her our your their both left right that this".split())
_HAPPENING = frozenset("was is are were got been be has had being will can not just still never".split())
_OFTEN = frozenset("always often sometimes also really now joint joints".split())
_JOINING = frozenset("and or".split())  # "my back and shoulders hurt"
_SINCE = frozenset("since after from why".split())
_HURTING = frozenset(
    map(stem, "hurt hurts hurting ache aches aching pain sore swells swollen throbs".split())
)
# Pain of the spine goes to other parts: "pain in my toes" may be ours, "toe pain" is the toe's own.
_GOING_THERE = frozenset(map(stem, ("pain", "pains", "ache")))
_LONGEST_BETWEEN = 3
_WORDS_OF_A_THING = 2  # "scar tissue"


class Home(NamedTuple):
    """Stems of words that tell whether a question is about the base's own subject.

    `words` occur only in questions about it. `things` are things that it speaks of (a plate, a fusion), but other parts
    of the body have them, too: beside one of `other_parts` they are outside.
    """

    words: AbstractSet[str] = frozenset()
    other_parts: AbstractSet[str] = frozenset()
    things: AbstractSet[str] = frozenset()


NO_HOME = Home()


class Elsewhere:
    """Tells subjects outside the base. Immutable."""

    def __init__(self, index: Index, phrases: PhraseBook, subjects: Collection[str], home: Home) -> None:
        """`subjects`: the lexicon's lines for what is outside."""
        self._index = index
        self._phrases = phrases
        self._subjects = subjects
        self._home = home

    def named(self, words: Sequence[str], concepts: Sequence[str]) -> tuple[str, ...]:
        """Return the subjects outside the base that a question names; none of one that also speaks of the base's own.

        `concepts` are the lexicon lines that were found in the words.
        """
        if len(words) <= MOST_WORDS_OF_A_PART and self._is_of_another_part(words):
            return (ANOTHER_PART,)
        subjects = [concept for concept in concepts if concept in self._subjects]
        if len(words) > MOST_WORDS or not subjects:
            return ()
        return tuple(subjects) if not self.speaks_of_home(words) else ()

    def speaks_of_home(self, words: Sequence[str]) -> bool:
        """Return whether a word belongs to the base's own subject. "Spine" in "book spine" does not."""
        stems = [stem(word) for word in words]
        for phrase in self._phrases.find(stems):
            if phrase.means in self._subjects:
                stems[phrase.start : phrase.start + phrase.length] = [""] * phrase.length
        return not self._home.words.isdisjoint(stems)

    def names_what_others_have(self, words: Sequence[str]) -> list[str]:
        """Return the words for things that other parts of the body have, too: "shots", "surgery"."""
        return [word for word in words if stem(word) in self._home.things]

    def _is_of_another_part(self, words: Sequence[str]) -> bool:
        """Return whether the question is about a thing in another part of the body: "a plate in my ankle"."""
        stems = [stem(word) for word in words]
        if self._home.other_parts.isdisjoint(stems):
            return False  # as of most messages
        if self._hurts_elsewhere(words, stems):
            return True
        found = False
        for place, part in enumerate(stems):
            if part in self._home.other_parts:
                things = self._things_of(words, stems, place)
                found = found or bool(things)
                for thing in things:
                    stems[thing] = ""
        return found and self._home.words.isdisjoint(stems)

    def _hurts_elsewhere(self, words: Sequence[str], stems: Sequence[str]) -> bool:
        """Return whether another part is what hurts ("my knee hurts since the fusion"), and none of ours beside it.

        Only where that is what the message is about: "my ankle hurts, what are the risks" asks about ours.
        """
        if _SINCE.isdisjoint(words):
            return False
        hurting = [_what_happens_to(words, place) for place, one in enumerate(stems) if one in _HURTING]
        parts = [stems[place] for place in hurting if place >= 0]
        is_joined = any(words[place - 1] in _JOINING for place in hurting if place > 0)
        is_elsewhere = not self._home.other_parts.isdisjoint(parts) and self._home.words.isdisjoint(parts)
        return is_elsewhere and not is_joined

    def _things_of(self, words: Sequence[str], stems: Sequence[str], part: int) -> list[int]:
        """Return the places of the things that are said to be of the part at this place."""
        before = part - 1
        while before >= 0 and words[before] in _OWNING:
            before -= 1
        after = part + 1
        while after < len(words) and words[after] in _HAPPENING and after - part <= _LONGEST_BETWEEN:
            after += 1
        behind = takewhile(lambda place: stems[place] in self._home.things, range(after, len(words)))
        places = [*behind]  # "knee replacement revision"
        if before > 0 and words[before] in _BEFORE_A_PART:
            while before > 1 and words[before - 1] in _SAID_OF_A_THING:
                before -= 1
            named = range(max(0, before - _WORDS_OF_A_THING), before)
            places += [place for place in named if stems[place] in self._home.things - _GOING_THERE]
        return places

    def is_strange_to(self, entry: str, subjects: Sequence[str]) -> bool:
        """Return whether no wording of this entry names any of these subjects."""
        return not any(self._index.share_with("c" + subject, entry) for subject in subjects)


def _what_happens_to(words: Sequence[str], place: int) -> int:
    """Return the place of the word that the one at `place` speaks of: the knees, in "my knees are sore"; or -1."""
    before = place - 1
    while before >= 0 and words[before] in _HAPPENING | _OFTEN:
        before -= 1
    return before
