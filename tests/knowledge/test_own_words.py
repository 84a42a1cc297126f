"""The repository speaks its own words: no sentence of the guide is copied.

The guide is not here. tests/data/guide_runs.txt holds digests of its runs of eight words, written by
tools/guide_runs.py. Only the titles of its sections may stand here, where a source is named.
"""

from __future__ import annotations

import re

import pytest
from guide_runs import RUN_WORDS, digest, runs_of, words_of

from tests.support.answers import DATA, ROOT, lines_of

RUNS = frozenset(lines_of(DATA / "guide_runs.txt"))
TEXTS = sorted(
    path
    for folder in ("chatbot", "docs", "examples", "knowledge", "tests", "tools", ".")
    for pattern in ("*.yaml", "*.md", "*.py", "*.txt")
    for path in (ROOT.glob(pattern) if folder == "." else (ROOT / folder).rglob(pattern))
    if not path.name.startswith("guide_")
)


_SOURCE = re.compile(r"^\W*source:.*$", re.MULTILINE | re.IGNORECASE)


def test_there_is_something_to_compare_with() -> None:
    """An empty list of digests would find nothing."""
    assert len(RUNS) > 1000
    assert any(path.name == "faq.yaml" for path in TEXTS)


@pytest.mark.parametrize("folder", sorted({path.parent.relative_to(ROOT).as_posix() for path in TEXTS}))
def test_no_text_shares_eight_words_in_a_row_with_the_guide(folder: str) -> None:
    """Whatever stands between the words: line ends, quotes, another case."""
    copied = []
    for path in TEXTS:
        if path.parent != ROOT / folder:
            continue
        text = path.read_text(encoding="utf-8")
        words = words_of(_SOURCE.sub("", text))
        copied += [f"{path.name}: {' '.join(run)}" for run in runs_of(words) if digest(run) in RUNS]
    assert copied == []


def test_a_copied_sentence_would_be_noticed() -> None:
    """Case and punctuation do not hide a run; seven words are no run."""
    known = ["One", "two,", "three", "four", "FIVE", "six", "seven", "(eight)"]
    written = [" ".join(known), "\n".join(known), '"' + " - ".join(known) + '"']
    assert len({digest(run) for text in written for run in runs_of(words_of(text))}) == 1
    assert list(runs_of(words_of(" ".join(known[: RUN_WORDS - 1])))) == []
