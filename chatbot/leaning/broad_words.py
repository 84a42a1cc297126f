"""Messages that say no more than a word which many entries speak of: "surgery", "a question about my back pain".

Matched, such a word finds the entries whose wordings happen to have it oftenest. What patients mean by it the clinic
knows: `broad` in lexicon.yaml says which entries are offered.
"""

from collections.abc import Iterable, Sequence

from chatbot.decision import STANDS_ALONE, Decided
from chatbot.knowledge import BroadLine
from chatbot.matching.features import stem

BROAD = "says no more than a word that may ask for several things: offer these"
LONGEST_SEARCH_WORDS = 10  # "i would like to ask a question about the surgery"
# Words beside a broad one that leave it as broad as it is. Those that ask ("how", "why") narrow it.
_SAYING_NO_MORE = frozenset(
    """a an the my our his her your their some any this that all about on of for regarding concerning re i we
    question questions ask asking want wanted wants like would to know learn hear read tell me us more info information
    something anything thing things please so well and am is it here have has had having got""".split()
)
_WHAT_ABOUT = frozenset((("what", "about"), ("how", "about")))


class BroadWords:
    """Tells which entries a search for nothing but a broad word is offered. Immutable."""

    def __init__(self, lines: Iterable[BroadLine]) -> None:
        """`lines` are those of the knowledge base."""
        offers = {_said(phrase): line.offer for line in lines for phrase in line.say}
        # A phrase that says nothing ("more information") would catch every message that says nothing.
        self._offers = {said: offer for said, offer in offers.items() if said}

    def offered(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the entries to choose from where these words say no more than a broad one; none for all others."""
        if len(words) > LONGEST_SEARCH_WORDS:
            return ()
        rest = words[2:] if tuple(words[:2]) in _WHAT_ABOUT else words
        return self._offers.get(_said(rest), ())

    def read(self, decided: Decided) -> Decided:
        """Return what was decided on a message, or these choices where it is not surely something else."""
        matched = decided.matched
        is_clear = any(sure >= STANDS_ALONE for _, sure in decided.entries)
        if matched is None or matched.is_exact or is_clear:
            return decided
        meant = [word.repairs[0].word if word.repairs else word.text for word in matched.ranking.words]
        offered = self.offered(meant)
        if not offered:
            return decided
        return Decided("clarify", choices=offered, rule=BROAD, matched=matched)


def _said(words: Iterable[str]) -> tuple[str, ...]:
    """Return the stems of the words that say something."""
    return tuple([stem(word) for word in words if word not in _SAYING_NO_MORE])
