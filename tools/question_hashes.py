"""Digests of questions that the matcher is measured with, so that a test can tell when a wording repeats one.

Measuring on questions that are also wordings of the knowledge base would measure nothing. Questions that are
kept outside the repository are known here by their digests only. After a change of such a file:

    python tools/question_hashes.py path/to/questions.yaml...

reads every `q` in the files and writes tests/data/development_hashes.txt.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from guide_runs import ROOT, digest, words_of

FILE = ROOT / "tests" / "data" / "development_hashes.txt"


def questions_in(node: object) -> Iterator[str]:
    """Yield every text under the name `q`, at any depth."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "q":
                yield str(value)
            else:
                yield from questions_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from questions_in(value)


def question_digest(question: str) -> str:
    """Return the digest of a question, whatever its case, punctuation and spaces."""
    return digest(words_of(question.replace("'", "").replace("\u2019", "")))


def main(paths: list[str]) -> None:
    """Write the digests of all questions in these files."""
    if not paths:
        sys.exit("Name the files of questions: these digests take the place of all that are there.")
    found = {
        question_digest(question)
        for path in paths
        for question in questions_in(yaml.safe_load(Path(path).read_text(encoding="utf-8")))
    }
    about = "# Made by tools/question_hashes.py: digests of questions that no wording may repeat.\n"
    FILE.write_text(about + "\n".join(sorted(found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
