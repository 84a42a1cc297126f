"""What tests need to know of the guide, without the guide: its runs of eight words, and its uncommon words.

The guide belongs to its author and is not in the repository. Whoever has it runs, after a change of the guide,

    python tools/guide_runs.py path/to/guide.txt

which writes two files that tests read. `tests/data/guide_runs.txt` holds a short digest of every run of eight
words: enough to notice a copied sentence, useless for reading the guide. `tests/data/guide_words.txt` holds, in
alphabetical order, the words of the guide that are not everyday English: the words that an answer may use for
drugs, tests and operations.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

RUN_WORDS = 8
DIGEST_BYTES = (
    6  # of twenty thousand runs checked against three thousand, one in ten thousand times one is alike
)
ROOT = Path(__file__).resolve().parent.parent
RUNS = ROOT / "tests" / "data" / "guide_runs.txt"
WORDS = ROOT / "tests" / "data" / "guide_words.txt"
ORDINARY = ROOT / "knowledge" / "common-words.txt"


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, in order; apostrophes and hyphens part words."""
    return re.findall(r"[a-z0-9]+", text.lower())


def digest(words: Iterable[str]) -> str:
    """Return the short digest of a sequence of words."""
    return blake2b(" ".join(words).encode(), digest_size=DIGEST_BYTES).hexdigest()


def runs_of(words: list[str]) -> Iterator[list[str]]:
    """Yield every run of RUN_WORDS words, overlapping ones too."""
    for start in range(len(words) - RUN_WORDS + 1):
        yield words[start : start + RUN_WORDS]


def main(path: str) -> None:
    """Write both files from the guide at `path`."""
    words = words_of(Path(path).read_text(encoding="utf-8"))
    ordinary = set(ORDINARY.read_text(encoding="utf-8").split())
    about = f"# Made by tools/guide_runs.py: digests of the guide's runs of {RUN_WORDS} words.\n"
    runs = sorted({digest(run) for run in runs_of(words)})
    RUNS.write_text(about + "\n".join(runs) + "\n", encoding="utf-8")
    about = "# Made by tools/guide_runs.py: the guide's words that are not everyday English.\n"
    uncommon = sorted({word for word in words if word not in ordinary and not word.isdigit()})
    WORDS.write_text(about + "\n".join(uncommon) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit("Name the file of the guide: what is made of it takes the place of what is there.")
    main(sys.argv[1])
