"""What is measured on: wordings to learn from, questions to ask, questions that belong nowhere, and typos.

Two public data sets, read from the folder that BENCH_DATA names (docs/benchmarks.md says where to get them),
and the built-in knowledge base with the project's own labelled questions. Names no matcher.
"""

from __future__ import annotations

import csv
import json
import os
import random
import re
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.counting import LABELS, accepted, is_in_scope

BUILT_IN = "built-in"
QUESTIONS = Path(__file__).parents[1] / "tests" / "data" / "questions.yaml"
UNSEEN = tuple(sorted(QUESTIONS.parent.glob("unseen-questions*.yaml")))
SEED = 0
SHORTEST_MISSPELT = 4
_WORD = re.compile(r"[A-Za-z]{4,}")
_KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Asked(NamedTuple):
    """A question and the entries that answer it; none when it is out of scope."""

    text: str
    accepts: tuple[str, ...]


class Data(NamedTuple):
    """One set: (wording, entry) pairs to learn from, questions with an answer, questions without one.

    `decoys` are questions known to be outside, for those who can use them. The three variants of a question
    keep their order: `asked[i]` and `misspelt[i]` are the same question.
    """

    name: str
    wordings: tuple[tuple[str, str], ...]
    decoys: tuple[str, ...]
    asked: tuple[Asked, ...]
    misspelt: tuple[Asked, ...]
    outside: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Return a short name of the contents, to tell whether stored figures still belong to them."""
        return f"{zlib.crc32(json.dumps(self).encode()):08x}"


def load(name: str, questions: Path = QUESTIONS) -> Data | None:
    """Return the set of this name, None when its files are not here."""
    if name == BUILT_IN:
        return _built_in(questions)
    folder = os.environ.get("BENCH_DATA", "")
    if not folder or not Path(folder).is_dir():
        return None
    try:
        return {"clinc150": _clinc150, "banking77": _banking77}[name](Path(folder))
    except FileNotFoundError:
        return None


NAMES = ("clinc150", "banking77", BUILT_IN)


def _make(
    name: str,
    wordings: Iterable[tuple[str, str]],
    decoys: Iterable[str],
    asked: Iterable[Asked],
    outside: Iterable[str],
) -> Data:
    asked = tuple(asked)
    misspelt = tuple(Asked(misspell(text), accepts) for text, accepts in asked)
    return Data(name, tuple(wordings), tuple(decoys), asked, misspelt, tuple(outside))


def _clinc150(folder: Path) -> Data:
    """CLINC150 (Larson et al. 2019), full: 150 intents of 100 wordings; 1,000 questions out of scope."""
    content = json.loads((folder / "clinc150.json").read_text(encoding="utf-8"))
    return _make(
        "clinc150",
        [(text, intent) for text, intent in content["train"]],
        content["oos_train"],
        [Asked(text, (intent,)) for text, intent in content["test"]],
        content["oos_test"],
    )


def _banking77(folder: Path) -> Data:
    """BANKING77 (Casanueva et al. 2020), full: 77 intents, 10,003 wordings, 3,080 questions."""

    def rows(name: str) -> list[tuple[str, str]]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            return [(row["text"].strip(), row["category"]) for row in csv.DictReader(file)]

    asked = [Asked(text, (intent,)) for text, intent in rows("banking77_test.csv")]
    return _make("banking77", rows("banking77_train.csv"), (), asked, ())


def _built_in(questions: Path) -> Data | None:
    """Return the built-in base's wordings and titles, and the single questions of a labelled file."""
    from chatbot.knowledge_files.loading import load_knowledge  # noqa: PLC0415 - the public sets need no chatbot

    items = read_questions(questions)
    if items is None:
        return None
    knowledge = load_knowledge()
    wordings = [(text, entry.id) for entry in knowledge.entries for text in (*entry.questions, entry.title)]
    single = [item for item in items if "expect" in item]
    asked = [Asked(item["q"], tuple(sorted(accepted(item) - LABELS))) for item in single if is_in_scope(item)]
    outside = [item["q"] for item in single if accepted(item) == {"out-of-scope"}]
    return _make(BUILT_IN, wordings, knowledge.decoys, asked, outside)


def read_questions(path: Path) -> list[dict] | None:  # type: ignore[type-arg]
    """Return the items of a labelled question file, None when there is no such file."""
    import yaml  # noqa: PLC0415 - the public sets need no YAML

    if not path.is_file():
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    items: list[dict] = yaml.load(path.read_text(encoding="utf-8"), loader)  # type: ignore[type-arg]  # noqa: S506
    return items


def misspell(text: str, typos: int = 2, seed: int = SEED) -> str:
    """Return the text with this many typing mistakes, always the same ones for the same text and seed.

    Each hits a word of 4 letters or more, another one every time while there are such: a key beside the right
    one, two letters swapped, a letter dropped, or a letter doubled; first letters too. Without such words the
    text stays as it is.
    """
    chance = random.Random(f"{seed} {text}")
    hit: set[int] = set()
    for _ in range(typos):
        words = list(_WORD.finditer(text))
        if not words:
            return text
        free = [place for place in range(len(words)) if place not in hit] or list(range(len(words)))
        place = chance.choice(free)
        start, end = words[place].span()
        word = _slip(text[start:end], chance)
        if len(word) >= SHORTEST_MISSPELT:  # else the word is no longer one of those counted
            hit.add(place)
        else:
            hit = {other - (other > place) for other in hit}
        text = text[:start] + word + text[end:]
    return text


def _slip(word: str, chance: random.Random) -> str:
    kind = chance.choice(("neighbour", "swap", "drop", "double"))
    place = chance.randrange(len(word))
    if kind == "swap":
        places = [p for p in range(len(word) - 1) if word[p] != word[p + 1]]
        if places:
            place = chance.choice(places)
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        kind = "drop"  # a word like "aaaa" has nothing to swap
    if kind == "drop":
        return word[:place] + word[place + 1 :]
    if kind == "double":
        return word[: place + 1] + word[place:]
    return word[:place] + chance.choice(neighbours(word[place])) + word[place + 1 :]


def neighbours(letter: str) -> Sequence[str]:
    """Return the letters around one on an English keyboard, in the letter's own case."""
    lower = letter.lower()
    row = next(number for number, keys in enumerate(_KEY_ROWS) if lower in keys)
    column = _KEY_ROWS[row].index(lower)
    near = []
    for other, keys in enumerate(_KEY_ROWS):
        # Each row of keys is shifted half a key to the right of the one above it.
        reach = {0: (-1, 1), -1: (0, 1), 1: (-1, 0)}.get(other - row, ())
        near += [keys[column + step] for step in reach if 0 <= column + step < len(keys)]
    return [key.upper() if letter.isupper() else key for key in near]
