"""What dictation writes out: "does it hurt question mark", "um he has, comma, uh, pain".

Phones and kiosks that listen write the marks that people speak as words, and the sounds they make while they think.
"""

from __future__ import annotations

import re

from chatbot.normalise.marks import BY_STRENGTH
from chatbot.normalise.question import Word

# Sounds that say nothing. Not "er", which is an emergency room, nor "mhm", which says yes.
FILLERS = frozenset("um umm uh uhh uhm erm".split())
# "How comma" is a misheard "how common".
_SPOKEN = re.compile(
    r" ?(?<!\bhow )\b(question mark|full stop|exclamation mark|comma|new line|new paragraph)\b(?! of\b)[.,?]?",
    re.IGNORECASE,
)
_MARKS = {
    "question mark": "?",
    "full stop": ".",
    "exclamation mark": "!",
    "comma": ",",
    "new line": "\n",
    "new paragraph": "\n",
}
# "Period" is a word of its own, too: "the healing period". It is a mark where no such word leads to it and a question
# follows. Compiled by the first text that says it: no start should wait for so rare a word.
_PERIOD = (
    r"(?<!\bthe)(?<!\ba)(?<!\bthat)(?<!\bthis)(?<!\bmy)(?<!\bher)(?<!time)(?<!long)(?<!short)(?<!ing)(?<!recovery)"
    r"(?<!trial)(?<!month)(?<!week)(?<!year)(?<!day)(?<!what)(?<!which)(?<!same)(?<!of)"
    r" period(?= (?:can|could|do|does|did|is|are|was|will|would|should|what|when|where|why|how|who|which)\b)"
)


def with_marks(text: str) -> str:
    """Return a text with the marks that were spoken as marks; most texts hold none and come back as they are."""
    if _SPOKEN.search(text) is not None:
        text = _SPOKEN.sub(lambda found: _MARKS[found[1].lower()], text)
    return re.sub(_PERIOD, ".", text, flags=re.IGNORECASE) if " period " in text else text


def without_fillers(words: list[Word]) -> list[Word]:
    """Return words without the sounds between them, whose marks stay; all words where there is nothing else."""
    kept: list[Word] = []
    mark = ""
    for word in words:
        mark = max(mark, word.mark, key=BY_STRENGTH.index)
        if word.text not in FILLERS:
            kept.append(word._replace(mark=mark if kept else ""))
            mark = ""
    return kept or words
