"""Promises on wordings and decoys that take another entry's patients."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.checks.rivals import DECOY, Match, rivals
from chatbot.knowledge import Knowledge
from chatbot.knowledge_files.loading import load_knowledge
from chatbot.knowledge_files.opening import matcher_for
from chatbot.normalise import normalise
from tests.support.bases import pretend_built_in, write

SCREWS = (
    "can the screws be taken out", "do my screws come out one day", "is it possible to remove screws",
    "removing the screws and rods", "when are screws taken out", "the screws bother me, can they be removed",
    "who removes the rods", "must old rods be taken out",
)  # fmt: skip
COMMON = (
    "how common is lasting pain", "is it common to hurt this long", "how many people still hurt",
    "am I the only one who still hurts", "is lasting pain rare", "what share of people has pain for years",
    "do most people hurt afterwards", "is this a common thing",
)  # fmt: skip
GARAGE = (
    "where can I leave my car",
    "is there a garage",
    "is the garage open on weekends",
    "does the garage cost money",
)


@pytest.fixture(autouse=True)
def _built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_built_in(tmp_path / "built-in", monkeypatch, {})


def entry(name: str, title: str, answer: str, questions: tuple[str, ...]) -> str:
    lines = "".join(f'      - "{text}"\n' for text in questions)
    return f'  - id: {name}\n    title: "{title}"\n    answer: "{answer}"\n    source: "S"\n    questions:\n{lines}'


def base(folder: Path, *garage: str, decoys: tuple[str, ...] = ()) -> Knowledge:
    """Screws, how common pain is, and a garage with these questions more."""
    faq = (
        "entries:\n"
        + entry("screws", "Can the screws be taken out?", "Screws can be taken out.", SCREWS)
        + entry("common", "How common is lasting pain?", "Lasting pain is common.", COMMON)
        + entry("parking", "Where can I park?", "There is a garage for your car.", (*GARAGE, *garage))
    )
    lines = "".join(f'  - "{text}"\n' for text in ("what is the weather", "sing a song", *decoys))
    return load_knowledge(write(folder, faq=faq, decoys=f"other:\n{lines}"))


def match_in(knowledge: Knowledge) -> Match:
    matcher = matcher_for(knowledge)

    def match(question: str) -> tuple[str, float]:
        matched = matcher.match(normalise(question).tokens)
        return matched.entry, matched.confidence

    return match


@pytest.mark.parametrize(
    ("question", "other"), [("can screws be removed", "screws"), ("is lasting pain common", "common")]
)
def test_a_question_that_is_of_another_entry(tmp_path: Path, question: str, other: str) -> None:
    """Found under the garage, with the other entry and its most alike question."""
    (found,) = rivals(base(tmp_path / "base", question), (), match_in)
    assert (found.entry, found.question, found.other.id) == ("parking", question, other)
    assert set(normalise(question).tokens) & set(normalise(found.nearest).tokens)


def test_several_of_them_do_not_hide_each_other(tmp_path: Path) -> None:
    """What they share is no reason to think that they belong to the garage."""
    found = rivals(base(tmp_path / "base", "can screws be removed", "removing screws"), (), match_in)
    assert [rival.question for rival in found] == ["can screws be removed", "removing screws"]


@pytest.mark.parametrize(
    "question",
    [
        "are people with screws allowed into the garage",  # names what the entry is about
        "what about my car when the screws are taken out",
        "and where for bicycles",  # no entry's words
        "how is it there",  # nothing but words of any question
    ],
)
def test_a_question_of_its_own(tmp_path: Path, question: str) -> None:
    """Nothing is said of it, and the base is not counted anew for it."""

    def never(_: Knowledge) -> Match:
        raise AssertionError

    assert rivals(base(tmp_path / "base", question), (), never) == ()


def test_a_decoy_that_is_of_an_entry(tmp_path: Path) -> None:
    """Only where one of its questions has all the words; a decoy beside an entry is what decoys are for."""
    decoys = ("can rods be taken out", "can a tooth be taken out")
    (found,) = rivals(base(tmp_path / "base", decoys=decoys), (), match_in)
    assert (found.entry, found.question, found.other.id) == (DECOY, "can rods be taken out", "screws")


def test_what_came_with_the_program_is_left_alone(tmp_path: Path) -> None:
    """It is its developers' affair."""
    knowledge = base(tmp_path / "base", "can screws be removed", decoys=("can rods be taken out",))
    shipped = {("parking", "can screws be removed"), (DECOY, "can rods be taken out")}
    assert rivals(knowledge, shipped, match_in) == ()


def test_what_the_rest_of_the_base_is_not_sure_of(tmp_path: Path) -> None:
    """Patients who would have got a choice lose little."""
    knowledge = base(tmp_path / "base", "can screws be removed")
    assert rivals(knowledge, (), lambda _: lambda _: ("screws", 0.4)) == ()
    assert len(rivals(knowledge, (), lambda _: lambda _: ("screws", 0.5))) == 1
