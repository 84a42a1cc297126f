"""The features of a message: its words, pairs of them, and what the rules saw in it, each with a weight and a key.

`likeness` knows what each of them adds to the lead of a class; `laid_out` adds them up for any stretch of a message.
"""

from __future__ import annotations

from binascii import crc32
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise, repeat
from typing import NamedTuple

from chatbot.matching.features import stem

# The weights of the kinds of features: a word's stem, two neighbouring stems, a piece of a word, a family of the safety
# file, two families near each other, and a finding of the rules, which alone has no idf.
WORD, PAIR, PIECE, FAMILY, FAMILY_PAIR = 1.0, 0.6, 0.3, 0.6, 0.4
OUTCOME = 3.0
_PIECE_SIZE = 4  # characters
_PAIR_REACH = 2  # content words from one family to another that is paired with it
_NEIGHBOURS = 2
_GOLDEN = 2654435761  # spreads what is multiplied with it (Knuth)

Pair = tuple[str, ...]  # two stems that are neighbours; with an empty one between them, for the word between
Families = tuple[int, ...]  # by their keys, at one place
Beside = tuple[Families, Families]  # at two places


class Seen(NamedTuple):
    """What the rules saw in a message, or in a part of it.

    `words`: its words, courtesy set aside. `families`: the `keys_of` the families at each content word that has any,
    each once. `outcome`: names of what the rules found, such as "level urgent".
    """

    words: Sequence[str]
    families: Mapping[int, tuple[int, ...]]
    outcome: tuple[str, ...]


def keys_of(families: Iterable[str]) -> tuple[int, ...]:
    """Return the keys of families, for `Seen`."""
    return tuple(crc32(b"f" + name.encode()) for name in families)


def features_of(seen: Seen) -> dict[int, tuple[float, bool]]:
    """Return a message's features by key: the weight of each, and whether its idf counts.

    They are what the examples are learnt from; `laid_out` adds up the same ones without naming each.
    """
    found: dict[int, tuple[float, bool]] = {}
    for name, weight in _named_features(seen.words):
        key = key_of(name)
        found[key] = (found.get(key, (0.0, True))[0] + weight, True)
    found |= dict.fromkeys(chain.from_iterable(seen.families.values()), (FAMILY, True))
    for place, further in places_beside(seen.families):
        pairs = pairs_between(seen.families[place], seen.families[further])
        found |= dict.fromkeys(map(key_of_family_pair, pairs), (FAMILY_PAIR, True))
    for name in seen.outcome:
        found[key_of(name)] = (OUTCOME, False)
    return found


def _named_features(tokens: Sequence[str]) -> Iterator[tuple[str, float]]:
    for word in dict.fromkeys(tokens):
        yield from word_features(word)
    for pair in dict.fromkeys(chain(*neighbours(tokens))):
        yield name_of_pair(pair), PAIR


def word_features(word: str) -> list[tuple[str, float]]:
    """Return the features of a word alone: its stem and its pieces."""
    marked = f"<{word}>"
    starts = range(len(marked) - _PIECE_SIZE + 1)
    pieces = dict.fromkeys(marked[start : start + _PIECE_SIZE] for start in starts)
    return [("s" + stem(word), WORD), *(("g" + piece, PIECE) for piece in pieces)]


def neighbours(tokens: Sequence[str]) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs of neighbouring words, and those with one word between, each by the place of its first word."""
    stems = [*map(stem, tokens)]
    return [*pairwise(stems)], [*zip(stems, repeat(""), stems[2:], strict=False)]


def name_of_pair(pair: Pair) -> str:
    """Return the name of a pair of words as a feature."""
    return f"b{pair[0]} {pair[1]}" if len(pair) == _NEIGHBOURS else f"k{pair[0]} {pair[2]}"


def places_beside(families: Mapping[int, Families]) -> Iterator[tuple[int, int]]:
    """Yield each two places that are within reach of each other and have families, in order."""
    for place in families:
        for further in range(place + 1, place + _PAIR_REACH + 1):
            if further in families:
                yield place, further


def pairs_between(here: Families, there: Families) -> frozenset[int]:
    """Return the pairs of families at two places, each as a number, the same for either order of the two.

    `key_of_family_pair` makes a key of it: apart, so that it is made but once of a pair that a message repeats.
    """
    return frozenset([one * other + one + other for one in here for other in there if one != other])


def key_of_family_pair(pair: int) -> int:
    """Return the key of a pair of families, which `pairs_between` returned."""
    return pair * _GOLDEN >> 16 & 0xFFFFFFFF


def key_of(name: str) -> int:
    """Return the key of a feature by its name: 32 bits, the same in every process."""
    return crc32(name.encode("utf-8", "surrogatepass"))
