"""What a message is like: the weight of its words, and of what the rules saw, for each class of danger.

People word a sign in more ways than rules foresee, and rules see words where examples show what is meant. Many
thousand example messages with their class, ordinary ones among them, teach how much each word, pair of words, piece
of a word, family of the safety file, pair of families and finding of the rules leans to a class. That is worked out
before a release (`learning`) and then fixed, the same on every machine: nothing is learnt from use, and no clinic's
folder can unteach it. `weighing` says what the leads decide; they have nothing to do with the thresholds of the FAQ.

Method: a linear classifier over hashed features (Weinberger et al. 2009, here with a check byte, so that what was never
seen counts for nothing).
"""

from __future__ import annotations

import math
from binascii import crc32
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, repeat
from typing import Any, NamedTuple

from chatbot.matching.features import stem
from chatbot.table import Table, pack, unpacked

LEVELS = ("emergency", "urgent", "crisis")
ORDINARY = "none"
LIKENESS = "likeness"  # stands among a finding's signs where no sign of the safety file was found
NO_LEAD = 0.0, 0.0, 0.0
# A slot: check byte, idf in steps of IDF_STEP, and for each of LEVELS which of LEANINGS, in parts of the scale.
SLOT_BYTES = 2 + len(LEVELS)
IDF_STEP = 0.04
LEANINGS = tuple(
    math.copysign((step / 127) ** 2, step) for step in range(-127, 128)
)  # fine where they are small
WORD, PAIR, PIECE, FAMILY, FAMILY_PAIR = 1.0, 0.6, 0.3, 0.6, 0.4
_PIECE_SIZE = 4  # characters
OUTCOME = 3.0  # of each thing that the rules found; has no idf
_PAIR_REACH = 2  # content words between two families that are read together
_MOST_FAMILY_PAIRS = 3000  # of one message: what is longer says the same again
_MOST_REMEMBERED = 65_536

_FORMAT = b"spine-faq likeness 2"
_BITS = 12  # of a family's number
_GOLDEN = 2654435761  # spreads what is multiplied with it (Knuth)

_Sums = tuple[float, float, float, float]
_NOT_LOOKED_UP: _Sums = (0.0, 0.0, 0.0, -1.0)


class Seen(NamedTuple):
    """What the rules saw in a message, or in a part of it.

    `words`: its words, courtesy set aside. `families`: (content word, family number), sorted. `keys`: for each
    family's number a key made of its name, because numbers differ between safety files. `outcome`: names of what
    the rules found, such as "level urgent".
    """

    words: Sequence[str]
    families: Sequence[tuple[int, int]]
    keys: Sequence[int]
    outcome: tuple[str, ...]


class Likeness(NamedTuple):
    """What the examples teach, as slots of a hash table; `scale` is the greatest leaning.

    `words` holds what the words of a base and of everyday English add, looked up ahead for speed; `memory` remembers
    what the others and families add: bounded. Neither has an effect on results.
    """

    slots: bytes | memoryview
    scale: float
    memory: dict[str | int, _Sums | None]
    words: Mapping[str, _Sums] = {}

    def prepared(self, words: Iterable[str]) -> Likeness:
        """Return the same with these words looked up ahead."""
        return self._replace(words={word: _sums_of(word, self.slots) for word in sorted(words)}, memory={})

    def unpacked(self) -> Likeness:
        """Return the same for a program that reads many messages."""
        return self._replace(words=unpacked(self.words), memory={})

    def to_file(self, learnt_from: str) -> bytes:
        """Return what a file keeps: a line (format, check sum, what it was learnt from, scale), then the slots."""
        return _FORMAT + f" {crc32(self.slots)} {learnt_from} {self.scale!r}\n".encode() + bytes(self.slots)

    @classmethod
    def from_file(cls, content: bytes) -> Likeness:
        """Return the Likeness that `to_file` was called on. Raises ValueError for anything else, or damaged."""
        first, _, slots = content.partition(b"\n")
        name, *numbers = first.rsplit(b" ", 3)
        if name != _FORMAT or not slots or numbers[0] != str(crc32(slots)).encode():
            raise ValueError("not what likeness to safety examples is kept in")
        return cls(slots, float(numbers[-1]), {})

    def to_plain(self) -> tuple[Any, ...]:
        """Return plain values for a cache."""
        return bytes(self.slots), self.scale, pack(self.words)

    @classmethod
    def from_plain(cls, plain: tuple[Any, ...]) -> Likeness:
        """Return the Likeness that `to_plain` was called on."""
        slots, scale, words = plain
        return cls(slots, scale, {}, Table(words))


NO_LIKENESS = Likeness(b"", 0.0, {})


def leads_of(seen: Seen, model: Likeness) -> tuple[float, ...]:
    """Return the lead of each of LEVELS over "none": of a vector of length 1, below 0 is more like none.

    Linear in the number of words. All 0 where nothing is known.
    """
    if not model.slots or not seen.words:
        return NO_LEAD
    sums = [*_word_sums(seen.words, model), *_family_sums(seen, model)]
    sums += [found for name in seen.outcome if (found := _at(_key(name), OUTCOME, model.slots))]
    *leads, squared = _added(sums)
    length = math.sqrt(squared) or 1.0
    return tuple([lead * model.scale / length for lead in leads])


def keys_of(families: Iterable[str]) -> tuple[int, ...]:
    """Return the keys of families, for `Seen`."""
    return tuple(crc32(b"f" + name.encode()) for name in families)


def features_of(seen: Seen) -> dict[int, tuple[float, bool]]:
    """Return a message's features, by key: their weight and whether the idf counts. What `leads_of` adds up."""
    found: dict[int, tuple[float, bool]] = {}
    for name, weight in _named_features(seen.words):
        key = _key(name)
        found[key] = (found.get(key, (0.0, True))[0] + weight, True)
    for number in {family for _, family in seen.families}:
        found[_family_key(number, seen.keys)] = (FAMILY, True)
    for number in _family_pairs(seen.families):
        found[_family_key(number, seen.keys)] = (FAMILY_PAIR, True)
    for name in seen.outcome:
        found[_key(name)] = (OUTCOME, False)
    return found


def _named_features(tokens: Sequence[str]) -> Iterator[tuple[str, float]]:
    for word in dict.fromkeys(tokens):
        yield from _word_features(word)
    for name in _pairs(tokens):
        yield name, PAIR


def _word_features(word: str) -> list[tuple[str, float]]:
    """Return the features of a word alone: its stem and its pieces."""
    marked = f"<{word}>"
    starts = range(len(marked) - _PIECE_SIZE + 1)
    pieces = dict.fromkeys(marked[start : start + _PIECE_SIZE] for start in starts)
    return [("s" + stem(word), WORD), *(("g" + piece, PIECE) for piece in pieces)]


def _pairs(tokens: Sequence[str]) -> list[str]:
    """Return the features of neighbouring words, and of those with one word between, each once."""
    stems = [stem(word) for word in tokens]
    over_one = zip(stems, stems[2:], strict=False)
    neighbours = [f"b{left} {right}" for left, right in pairwise(stems)]
    return [*dict.fromkeys(neighbours + [f"k{left} {right}" for left, right in over_one])]


def _word_sums(tokens: Sequence[str], model: Likeness) -> list[_Sums]:
    memory, slots = model.memory, model.slots
    words = [*dict.fromkeys(tokens)]
    names = [*words, *_pairs(tokens)]  # pairs have a space in them: no word is the same
    found = [
        *map(model.words.get, words, map(memory.get, words, repeat(_NOT_LOOKED_UP))),
        *map(memory.get, names[len(words) :], repeat(_NOT_LOOKED_UP)),
    ]
    if _NOT_LOOKED_UP in found:
        for place, name in enumerate(names):
            if found[place] is _NOT_LOOKED_UP:
                sums = _at(_key(name), PAIR, slots) if " " in name else _sums_of(name, slots)
                found[place] = sums
                _remember(name, sums, model)
    return _known(found)


def _sums_of(word: str, slots: bytes | memoryview) -> _Sums:
    """Return what a word adds by itself: its stem and its pieces."""
    return _added(_known(_at(_key(part), weight, slots) for part, weight in _word_features(word)))


def _family_sums(seen: Seen, model: Likeness) -> list[_Sums]:
    numbers = [*{family for _, family in seen.families}]
    singles = len(numbers)
    numbers += _family_pairs(seen.families)
    found = [*map(model.memory.get, numbers, repeat(_NOT_LOOKED_UP))]
    if _NOT_LOOKED_UP in found:
        for place, number in enumerate(numbers):
            if found[place] is _NOT_LOOKED_UP:
                weight = FAMILY if place < singles else FAMILY_PAIR
                found[place] = _at(_family_key(number, seen.keys), weight, model.slots)
                _remember(number, found[place], model)
    return _known(found)


def _known(found: Iterable[_Sums | None]) -> list[_Sums]:
    return [sums for sums in found if sums]


def _family_pairs(families: Sequence[tuple[int, int]]) -> set[int]:
    """Return the numbers of the pairs of families that stand within reach of each other, in any order.

    A pair's number holds the number of one in its lower bits, and of the other, plus one, in the bits above.
    """
    at: dict[int, list[int]] = {}
    for place, family in families:
        at.setdefault(place, []).append(family)
    pairs: set[int] = set()
    for place, here in at.items():
        near = [one for further in range(1, _PAIR_REACH + 1) for one in at.get(place + further, ())]
        if near:
            pairs.update(
                [
                    (one + 1) << _BITS | other if one < other else (other + 1) << _BITS | one
                    for one in here
                    for other in near
                    if one != other
                ]
            )
        if len(pairs) > _MOST_FAMILY_PAIRS:
            break
    return pairs


def _family_key(number: int, keys: Sequence[int]) -> int:
    """Return the key of a family, or of a pair: the same for either order of the two."""
    other, one = divmod(number, 1 << _BITS)
    if not other:
        return keys[one]
    key, other_key = keys[one], keys[other - 1]
    return (key * other_key + key + other_key) * _GOLDEN >> 16 & 0xFFFFFFFF


def _key(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass"))


def _at(key: int, weight: float, slots: bytes | memoryview) -> _Sums | None:
    """Return what a feature adds to each lead and to the squared length, None for one that no example has."""
    check = check_of(key)
    place, other = places_of(key, len(slots))
    if slots[place] != check:
        place = other
        if slots[place] != check:
            return None
    amount = weight * slots[place + 1] * IDF_STEP
    return (
        amount * LEANINGS[slots[place + 2]],
        amount * LEANINGS[slots[place + 3]],
        amount * LEANINGS[slots[place + 4]],
        amount * amount,
    )


def places_of(key: int, size: int) -> tuple[int, int]:
    """Return the two slots where a feature may be in a table of `size` bytes, by their first bytes."""
    place = key * SLOT_BYTES % size
    return place, (place + SLOT_BYTES) % size


def check_of(key: int) -> int:
    """Return the check byte of a feature's key, never 0: that is an empty slot."""
    return (key >> 24) or 1


def _added(parts: Sequence[_Sums]) -> _Sums:
    if not parts:
        return (0.0, 0.0, 0.0, 0.0)
    return tuple(map(sum, zip(*parts, strict=True)))  # type: ignore[return-value]


def _remember(key: str | int, sums: _Sums | None, model: Likeness) -> None:
    if len(model.memory) >= _MOST_REMEMBERED:
        model.memory.clear()
    model.memory[key] = sums
