"""Words that by themselves may ask for several things ("surgery"), and the entries that are offered for them.

Matched, such a word finds the entries whose wordings happen to have it oftenest. What patients mean by it the clinic
knows: `broad` in lexicon.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chatbot.knowledge import BroadLine
from chatbot.matching.features import stem

# Words beside a broad one that leave it as broad as it is. Those that ask ("how", "why") narrow it.
_SAYING_NO_MORE = frozenset(
    """a an the my our his her your their some any this that all about on of for regarding concerning re i we
    question questions ask asking want wanted wants like would to know learn hear read tell me us more info information
    something anything thing things please so well and am is it here have has had having got""".split()
)
_WHAT_ABOUT = frozenset((("what", "about"), ("how", "about")))


def searched_for(words: Sequence[str]) -> tuple[str, ...]:
    """Return the stems of the words that say something: of "my back pain" those of "back pain"."""
    return tuple([stem(word) for word in words if word not in _SAYING_NO_MORE])


class BroadWords:
    """Tells which entries a search for nothing but a broad word is offered. Immutable."""

    def __init__(self, lines: Iterable[BroadLine]) -> None:
        """`lines` are those of the knowledge base."""
        self._offers = {searched_for(phrase): line.offer for line in lines for phrase in line.say}

    def offered(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the entries to choose from where these words say no more than a broad one; none for all others."""
        rest = words[2:] if tuple(words[:2]) in _WHAT_ABOUT else words
        return self._offers.get(searched_for(rest), ())
