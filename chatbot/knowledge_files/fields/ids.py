"""Names of entries and groups: which ones other programs can use, and what is meant where another stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chatbot.knowledge import Problem
from chatbot.knowledge_files.fields.naming import Text, one
from chatbot.nearest import did_you_mean, nearest
from chatbot.sanitise import clean_line

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TWO_LETTERS = str.maketrans(
    {"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00df": "ss", "\u00e6": "ae", "\u00f8": "oe"}
)


class OddIds:
    """Remembers the names that other programs could not use, so that who names one of them is not told of it again."""

    def __init__(self) -> None:
        self._instead: dict[str, str] = {}  # what could stand instead, by what stands there

    def problem_of(self, name: Text, what: str) -> Problem | None:
        """Return what is wrong with a name, None where other programs can use it; `what` is it the name of."""
        if _ID.fullmatch(name.text):
            return None
        suggestion = "-".join(re.findall("[a-z0-9]+", _in_plain_letters(name.text))) or "short-name"
        self._instead[name.text] = suggestion
        return Problem(
            "error",
            "id-is-plain",
            name.position,
            f'"{clean_line(name.text)}" cannot be {one(what)}',
            cause="Small letters a to z, digits and single dashes only, because other programs use it.",
            repair=f"for example: {suggestion}",
        )

    def explain(self, name: str, ids: Iterable[str]) -> bool:
        """Whether the entry or the group of this name is most likely there, under an id that has been reported.

        `ids` are those that there are; one that may be used and is more like the name was meant.
        """
        if not self._instead:
            return False
        usable = {known for known in ids if _ID.fullmatch(known)}
        odd = {*self._instead, *self._instead.values()} - usable
        return nearest(name, odd | usable) in odd


def like_it(name: str, ids: Iterable[str]) -> str:
    """Return a question naming the id most like `name` that may be used, "" when none is like it."""
    return did_you_mean(name, [known for known in ids if _ID.fullmatch(known)])


def _in_plain_letters(text: str) -> str:
    """Return a text in small letters without accents, umlauts as two letters."""
    import unicodedata  # noqa: PLC0415 - only when something is wrong

    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).lower().translate(_TWO_LETTERS))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
