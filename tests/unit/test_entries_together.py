"""Entries beside each other, and what the built-in base lends to a clinic's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.knowledge import (
    Clinic,
    Group,
    HomeWords,
    Knowledge,
)
from chatbot.knowledge_files.loading import load_knowledge
from tests.support.bases import BUILT_IN, entries, pretend_built_in, write
from tests.support.loading import loaded, only, place, problems_of

pytestmark = pytest.mark.usefixtures("built_in")


def test_the_same_id_twice(base: Path) -> None:
    """The second says where the first stands, also in another file."""
    problems = problems_of(write(base, faq=entries("a", "b") + entries("a")[9:], topics=entries("b")))
    messages = [problem.message for problem in problems if problem.rule == "id-once"]
    assert messages == [
        'the id "a" is already used in line 2',
        'the id "b" is already used in faq.yaml, line 9',
    ]


def test_a_group_described_twice(base: Path) -> None:
    """In two files, only one can count."""
    group = "groups: {a: {title: x}}\n"
    problem = only(write(base, faq=group + entries("a"), topics=group + entries("b")))
    assert (problem.rule, *place(problem)) == ("id-once", "topics.yaml", 1, 10)


def test_the_same_question_twice(base: Path) -> None:
    """Across entries it is an error, within one a hint; case and punctuation do not count."""
    faq = entries("a", "b").replace("please tell me of b", "PLEASE, tell me of A?!")
    problem = only(write(base, faq=faq))
    assert (problem.level, problem.rule, *place(problem)) == ("error", "question-once", "faq.yaml", 15, 9)
    assert problem.message == 'the entry "a" has the same question in line 8'
    faq = entries("a") + '      - "Please tell me of a"\n'
    assert only(write(base, faq=faq)).level == "hint"
    entry = load_knowledge(str(base)).entry("a")
    assert entry is not None
    assert entry.questions == ("please tell me of a",)


def test_small_talk_comes_from_the_built_in_base(base: Path) -> None:
    """Without settings its sentences lose what is not set; what it names and nobody has is left out."""
    knowledge = loaded(write(base, faq=entries("a")))
    greeting = knowledge.entry("greeting")
    assert greeting is not None
    assert greeting.short == "Hello at the clinic."
    assert greeting.answer == "Ask me. The front desk helps."
    assert greeting.related == ("thanks",)
    assert knowledge.groups == (Group("hello", "Hello", ""),)


def test_own_entries_and_questions_go_first(base: Path) -> None:
    """A base that answers hello itself is not told that the built-in small talk does, too."""
    faq = entries("greeting", "a").replace("please tell me of a", "Thank you")
    folder = write(base, faq="groups: {hello: {title: Own}}\n" + faq)
    assert only(folder).rule == "id-not-lent"
    knowledge = load_knowledge(folder)
    greeting, thanks = knowledge.entry("greeting"), knowledge.entry("thanks")
    assert greeting is not None
    assert greeting.kind == "faq"
    assert thanks is not None
    assert thanks.questions == ()
    assert knowledge.groups == (Group("hello", "Own", ""),)


def test_an_id_that_small_talk_has_is_said_to_replace_it(base: Path) -> None:
    """At the own entry, with what patients would no longer get."""
    problem = only(write(base, faq=entries("a", "thanks")))
    assert (problem.level, *place(problem)) == ("hint", "faq.yaml", 9, 5)
    assert "small talk" in problem.message
    assert problem.cause.endswith("The built-in one: Thanks")


def test_own_small_talk_replaces_the_built_in_one(base: Path) -> None:
    """A folder with its own file gets nothing of the other."""
    own = "- id: hi\n  title: Hi\n  short: Hi.\n  questions: [hi]\n"
    assert [entry.id for entry in loaded(write(base, faq=entries("a"), smalltalk=own)).entries] == ["a", "hi"]


def test_groups_of_small_talk_that_nobody_describes(
    tmp_path: Path, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A group that only the built-in topics describe is not asked for elsewhere."""
    files = BUILT_IN | {"smalltalk.yaml": BUILT_IN["smalltalk.yaml"].replace('hello: {title: "Hello"}', "")}
    pretend_built_in(tmp_path / "other", monkeypatch, files)
    greeting = loaded(write(base, faq=entries("a"))).entry("greeting")
    assert greeting is not None
    assert greeting.group == ""


def test_nothing_else_is_lent(base: Path) -> None:
    """The clinic, lexicon, glossary, languages and decoys of the built-in base stay there."""
    knowledge = loaded(write(base, faq=entries("a")))
    assert knowledge.clinic == Clinic()
    assert knowledge.home == HomeWords()
    assert not any(getattr(knowledge, name) for name in Knowledge._fields[3:] if name != "home")
