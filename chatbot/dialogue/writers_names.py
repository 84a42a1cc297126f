"""Names of those who write: "this is Bob from Yonkers, ...", "... - Margaret, Queens".

Nobody can list all names. A word is taken for one where it is written like a name, stands where names stand, and names
nothing that the guide tells of.
"""

from __future__ import annotations

from collections.abc import Mapping

from chatbot.decision import GENERAL
from chatbot.english.courtesy import unwrap
from chatbot.english.function_words import KIN
from chatbot.knowledge import EntryKind
from chatbot.matching import Matcher
from chatbot.normalise import Question

# What may stand around the names in a signature: "Love from Grandma Jo", "yours truly, Mrs. Whitfield".
_SIGNING = frozenset(
    """love yours your sincerely truly faithfully regards best kind warm wishes cheers from in of the mr mrs ms miss dr
    signed friend thanks thank bye greetings xoxo xo xx and blessings fellow patient take care""".split()
)
# A signature begins with one of these in small letters, too.
_SIGNING_IN_SMALL = frozenset("from xoxo xo xx".split())
_LONGEST_SIGNATURE = 8  # words
_MARKS_OF_A_SIGNATURE = frozenset("-\u2013\u2014~(")
_NAMING = (("this", "is"), ("it", "is"), ("i", "am"), ("my", "name", "is"), ("name", "is"))
# Behind these a name may be written in small letters: "my name is tyrone".
_SURELY_NAMING = frozenset(("this", "my", "name"))
_LONGEST_NAMING = 8  # words
_HERE, _LONGEST_HERE = "here", 3  # "Maria here"
# Illnesses are no names, though few of them are known: "arachnoiditis".
_ENDINGS_OF_ILLNESSES = ("itis", "osis", "pathy", "algia", "oma", "ectomy", "lysis")


class WritersNames:
    """Tells where those who write name themselves. Immutable."""

    def __init__(self, matcher: Matcher, kinds: Mapping[str, EntryKind]) -> None:
        """`kinds` are those of the entries, by id."""
        self._matcher = matcher
        self._kinds = kinds

    def signed_from(self, question: Question) -> int:
        """Return where a message is signed, its length where it is not: "- Margaret, Queens", "from Jim in Albany"."""
        end = len(question.words)
        if question.text.rstrip().endswith("?"):
            return end
        first = next(
            (at for at, word in enumerate(question.words) if question.text[word.start].islower()), end
        )
        places = range(max(first + 1, end - _LONGEST_SIGNATURE), end)
        return next((at for at in places if self._begins_a_signature(question, at)), end)

    def _begins_a_signature(self, question: Question, place: int) -> bool:
        """Return whether from here on a message is a signature, set apart by more than a comma."""
        before, word = question.words[place - 1], question.words[place]
        gap = question.text[before.end : word.start]
        is_apart = word.mark == "." or not _MARKS_OF_A_SIGNATURE.isdisjoint(gap)
        is_word = word.text in _SIGNING and question.text[word.start].isupper()
        is_begun = is_apart or is_word or word.text in _SIGNING_IN_SMALL
        return is_begun and self._are_names(question, place, len(question.words))

    def names_the_writer(self, question: Question, start: int, end: int) -> bool:
        """Return whether words do nothing but say who writes: "this is Bob from Yonkers", "Maria here"."""
        start += unwrap(question.tokens[start:end])[0]
        tokens = question.tokens[start:end]
        if tokens[-1] == _HERE and 1 < len(tokens) <= _LONGEST_HERE:
            return self._are_names(question, start, end - 1, is_any_case=True)
        naming = next((one for one in _NAMING if tokens[: len(one)] == one), ())
        if not len(naming) < len(tokens) <= _LONGEST_NAMING or not naming:
            return False
        return self._are_names(question, start + len(naming), end, is_any_case=naming[0] in _SURELY_NAMING)

    def _are_names(self, question: Question, start: int, end: int, *, is_any_case: bool = False) -> bool:
        """Return whether words are names of people or places, and what stands around these: "Jim in Albany"."""
        words = [word for word in question.words[start:end] if word.text not in _SIGNING]
        names = [word for word in words if not word.text.isdigit()]
        return bool(names) and all(
            self._may_name(word.text, question.text[word.start : word.end], is_any_case=is_any_case)
            for word in names
        )

    def _may_name(self, word: str, typed: str, *, is_any_case: bool) -> bool:
        """Return whether a word may be a name: written as one, and strange to the guide, if not to the clinic."""
        is_written = is_any_case or (typed[:1].isupper() and (len(typed) == 1 or not typed.isupper()))
        if not is_written or word.endswith(_ENDINGS_OF_ILLNESSES):
            return False
        return word in KIN or self._is_strange(word)

    def _is_strange(self, word: str) -> bool:
        """Return whether a word means nothing that an entry tells of, here or elsewhere."""
        is_told = any(self._kinds.get(entry) in GENERAL for entry in self._matcher.named_by(word))
        return not is_told and not self._matcher.phrases_in((word,))
