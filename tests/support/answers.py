"""The built-in knowledge base as its tests read it: the texts that patients see, their sentences and words."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from chatbot.knowledge import Entry, Knowledge
from chatbot.knowledge_files.loading import load_knowledge

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"

_PRONUNCIATION = re.compile(r" ?\((?=[^)]*(?:[A-Z]{2,}-|-[A-Z]{2}))[A-Za-z -]+\)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """The built-in knowledge base, the clinic's settings filled in."""
    return load_knowledge()


ENTRIES = knowledge().entries
IDS = [entry.id for entry in ENTRIES]
MEDICAL_IDS = [entry.id for entry in ENTRIES if entry.kind in ("faq", "topic")]


def entry_of(entry_id: str) -> Entry:
    """The entry with this id, which must be there."""
    entry = knowledge().entry(entry_id)
    assert entry is not None, f"no entry {entry_id}"
    return entry


def told(entry: Entry) -> str:
    """What answers at once: the short sentence and the explanation."""
    return f"{entry.short} {entry.answer}".strip()


def whole(entry: Entry) -> str:
    """All that an entry can say on its subject."""
    return f"{told(entry)} {entry.more}".strip()


def spoken(text: str) -> str:
    """The text without hints at how a word is said, such as (SOO-dar-THROH-sis)."""
    return _PRONUNCIATION.sub("", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a title such as Dr. ends none."""
    return [part for part in _SENTENCE_END.split(text.replace("Dr. ", "Dr ")) if re.search(r"\w", part)]


def lines_of(path: Path) -> list[str]:
    """The lines of a data file, without comments and empty ones."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
