"""Promises of loading: a folder becomes Knowledge, or every problem in it has a place and a repair."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from chatbot.filling import fill, settings_of
from chatbot.knowledge import (
    Clinic,
    Entry,
    GlossaryTerm,
    Group,
    HomeWords,
    Knowledge,
    KnowledgeError,
    Position,
    Problem,
    Review,
)
from chatbot.knowledge_files import sources
from chatbot.knowledge_files.loading import (
    Finder,
    common_words,
    load_folder,
    load_knowledge,
    located,
    read_safety,
    read_safety_questions,
)
from chatbot.knowledge_files.sources import built_in_folder, read_sources, source_bytes, with_contents
from tests.support.bases import BUILT_IN, entries, pretend_built_in, write


@pytest.fixture(autouse=True)
def built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    return pretend_built_in(tmp_path / "built-in", monkeypatch)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return tmp_path / "base"


def loaded(folder: str) -> Knowledge:
    knowledge, problems = load_folder(folder)
    assert not problems, problems
    assert knowledge is not None
    return knowledge


def problems_of(folder: str) -> tuple[Problem, ...]:
    knowledge, problems = load_folder(folder)
    assert (knowledge is None) == any(problem.level == "error" for problem in problems)
    return problems


def only(folder: str) -> Problem:
    problems = problems_of(folder)
    assert len(problems) == 1, problems
    return problems[0]


def place(problem: Problem) -> tuple[str, int, int]:
    return Path(problem.position.file).name, problem.position.line, problem.position.column


# --- folders and files


def test_the_smallest_base(base: Path) -> None:
    """One file with a plain list of entries is enough."""
    text = """- id: hours
  title: "When are you open?"
  answer: "From nine to five."
  source: "Leaflet"
  questions: ["opening hours"]
"""
    entry = loaded(write(base, faq=text)).entry("hours")
    assert entry is not None
    assert (entry.kind, entry.group, entry.text) == ("faq", "", "From nine to five.")
    assert entry.position == Position("faq.yaml", 1, 3)


def test_every_part_of_an_entry(base: Path) -> None:
    """Whatever an entry says arrives where Knowledge promises it."""
    faq = """groups:
  causes: {title: "Causes", consultation: "See us."}
entries:
  - id: one
    group: causes
    title: "One?"
    short: "Short."
    answer: |
      Two
      lines.
    more: "More."
    source: "1. One"
    parts: [two]
    related: [two, two]
    consultation: "Come."
    reviewed: {by: "Dr. X", on: 2026-11-22}
    tests: {should: ["a"], not: ["b"]}
    questions: ["what is  one?"]
"""
    knowledge = loaded(write(base, faq=faq, topics=entries("two")))
    entry = knowledge.entry("one")
    assert entry is not None
    assert entry == Entry(
        id="one",
        kind="faq",
        group="causes",
        title="One?",
        short="Short.",
        answer="Two\nlines.",
        more="More.",
        source="1. One",
        parts=("two",),
        related=("two",),
        consultation="Come.",
        questions=("what is one?",),
        reviewed=Review("Dr. X", "2026-11-22"),
        should_match=("a",),
        must_not_match=("b",),
        position=Position("faq.yaml", 4, 5),
    )
    assert knowledge.groups == (Group("causes", "Causes", "See us."), Group("hello", "Hello", ""))
    assert [item.id for item in knowledge.entries] == ["greeting", "one", "thanks", "two"]


def test_each_file_gives_its_kind(base: Path) -> None:
    """The kind of an entry is that of its file; hand-offs and small talk need no section of the guide."""
    bare = "- id: {0}\n  title: T\n  answer: A\n  questions: [{0}]\n"
    knowledge = loaded(
        write(
            base,
            faq=entries("a"),
            topics=entries("b"),
            handoffs=bare.format("c"),
            smalltalk=bare.format("d"),
        )
    )
    assert [entry.kind for entry in knowledge.entries] == ["faq", "topic", "handoff", "smalltalk"]


def test_the_order_of_entries_and_files_changes_nothing(base: Path, tmp_path: Path) -> None:
    """The same entries in another order are the same entries."""

    def without_places(folder: str) -> list[object]:
        return [entry._replace(position=None, kind="faq") for entry in loaded(folder).entries]  # type: ignore[arg-type]

    one = write(base, faq=entries("a", "b"), topics=entries("c"))
    two = write(tmp_path / "other", faq=entries("c", "b"), topics=entries("a"))
    assert without_places(one) == without_places(two)


def test_a_folder_that_does_not_exist(base: Path) -> None:
    """It is said so, with what to do, and nothing is raised but KnowledgeError."""
    problem = only(str(base))
    assert problem.rule == "folder-exists"
    assert problem.position.file == str(base)
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(str(base))
    assert caught.value.problems == (problem,)


def test_a_file_where_a_folder_must_be_named(base: Path) -> None:
    """Who names a file is told to name its folder, and not that nothing is there."""
    write(base, faq=entries("a"))
    problem = only(str(base / "faq.yaml"))
    assert problem.rule == "folder-exists"
    assert problem.message.startswith("this is a file")
    assert problem.repair == f"name the folder: {base}"


@pytest.mark.parametrize("name", ["", "\0", "a\x1b[31m"])
def test_odd_folder_names(name: str) -> None:
    """No name of a folder breaks anything or reaches a screen as it is."""
    problem = only(name)
    assert problem.rule == "folder-exists"
    assert problem.position.file.isprintable()


def test_a_folder_without_entries(base: Path) -> None:
    """The repair shows a first file, and that file loads."""
    problem = only(write(base, **{"readme.md": "x"}))
    assert problem.rule == "folder-has-entries"
    first_file = problem.repair.partition("\n")[2]
    assert loaded(write(base, faq=first_file)).entry("opening-hours") is not None


@pytest.mark.parametrize("name", ["faq.yml", "FAQ.yaml", "faq.yaml.txt", "faqs.yaml"])
def test_entries_in_a_file_of_nearly_the_right_name(base: Path, name: str) -> None:
    """They need another name, and no first file."""
    problem, hint = problems_of(write(base, **{name: entries("a")}))
    assert (problem.rule, problem.repair) == ("folder-has-entries", f"rename {name} to faq.yaml")
    assert hint.rule == "file-name-known"


@pytest.mark.parametrize(
    ("name", "repair"),
    [
        ("topics.yaml.txt", "rename topics.yaml.txt to topics.yaml"),
        ("topic.yaml", "rename topic.yaml to topics.yaml"),
        ("notes.txt", "put the file back"),
    ],
)
def test_many_missing_entries_are_a_missing_file(base: Path, name: str, repair: str) -> None:
    """Said before all the places that name its entries, which nobody should have to change one by one."""
    related = ", ".join(f"t{number}" for number in range(10))
    folder = write(base, faq=entries("a", a=f"related: [{related}]"), handoffs=entries("h"))
    (base / name).write_text(entries("t1"))
    first, *others = problems_of(folder)
    assert (first.rule, first.position.file) == ("folder-is-whole", folder)
    assert first.message == "10 places name entries or groups that are not there, and neither is topics.yaml"
    assert first.repair.startswith(repair)
    assert [problem.rule for problem in others if problem.level == "error"] == ["entry-exists"] * 10


def test_a_file_that_was_emptied_by_mistake_is_a_missing_file(base: Path) -> None:
    """Whoever saved over it is told of it first, and not of each place that names its entries and groups."""
    related = ", ".join(f"t{number}" for number in range(40))
    faq = entries("a", a=f"group: gone\nrelated: [{related}]")
    first, *others = problems_of(write(base, faq=faq, handoffs=entries("h"), topics="# nothing\n"))
    assert (
        first.message == "41 places name entries or groups that are not there, and nothing is in topics.yaml"
    )
    assert sum(problem.rule in ("entry-exists", "group-exists") for problem in others) == 10
    assert any(problem.rule == "file-has-content" for problem in others)


def test_a_folder_that_may_not_be_read_is_one_problem(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is said of its files, though each of them may not be read, either."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = write(base, faq=entries("a"))
    monkeypatch.setattr(os, "listdir", refuse)
    monkeypatch.setattr(sources, "open", refuse, raising=False)
    own = [one for one in read_sources(folder) if not one.is_fall_back]
    assert [one.reason for one in own] == ["Permission denied"]
    problem = only(folder)
    assert (problem.rule, problem.message) == ("folder-exists", "you may not read this folder")


def test_a_missing_file_hides_nothing_else(base: Path) -> None:
    """Of the places that name its entries only the first ten are listed, beside what else is wrong."""
    related = ", ".join(f"t{number}" for number in range(400))
    folder = write(
        base, faq=entries("a", "b", a=f"related: [{related}]", b="relatedd: [a]"), handoffs=entries("h")
    )
    found = [problem for problem in problems_of(folder) if problem.level == "error"]
    assert found[0].message.startswith("400 places name entries or groups that are not there")
    assert sum(problem.rule == "entry-exists" for problem in found) == 10
    assert any("relatedd" in problem.message for problem in found)


@pytest.mark.parametrize("faq", ["", "entries: []\n", "entries:\n", "[]\n", "groups: {a: {title: A}}\n"])
def test_files_without_a_single_entry(base: Path, faq: str) -> None:
    """An empty base would start and answer nothing, so it does not start; the repair is a file that loads."""
    problem = problems_of(write(base, faq=faq))[0]
    assert (problem.level, problem.rule) == ("error", "has-entries")
    assert loaded(write(base, faq=problem.repair.partition("\n")[2])).entry("opening-hours") is not None


def test_the_built_in_base_needs_both_files(built_in: str) -> None:
    """Another base needs one of faq.yaml and topics.yaml, the built-in one both."""
    assert load_folder(None)[0] == load_folder(built_in)[0] is not None
    (Path(built_in) / "topics.yaml").unlink()
    assert [problem.rule for problem in load_folder(None)[1]] == ["folder-has-entries"]


def test_load_knowledge_gives_the_knowledge() -> None:
    """Without a folder it is the built-in base."""
    assert load_knowledge().entry("how-common") is not None


def test_files_of_others_are_ignored(base: Path) -> None:
    """Whatever else lies in the folder is not looked at."""
    folder = write(base, faq=entries("a"))
    for name in ("notes.md", "photo.jpg", "README", "prices.txt", ".topics.yaml"):
        (base / name).write_bytes(b"\xff\x00")
    assert [entry.id for entry in loaded(folder).entries if entry.kind != "smalltalk"] == ["a"]


@pytest.mark.parametrize(
    ("name", "repair"),
    [
        ("topic.yaml", "did you mean topics.yaml?"),
        ("Clinic.yaml", "did you mean clinic.yaml?"),
        ("topics.yaml.txt", "did you mean topics.yaml?"),
        ("faq.yml", "put what it holds into faq.yaml; where it is a copy to keep, move it"),
        ("faq.yaml.txt", "put what it holds into faq.yaml; where it is a copy to keep, move it"),
        ("faq - Copy.yaml", "put what it holds into topics.yaml; where it is a copy to keep, move it"),
        ("mything.yaml", "put what it holds into topics.yaml; where it is a copy to keep, move it"),
    ],
)
def test_a_file_that_somebody_believes_is_read_is_pointed_out(base: Path, name: str, repair: str) -> None:
    """Nearly the right name, an ending that Windows hides, a copy beside the real one, any other YAML."""
    folder = write(base, faq=entries("a"))
    (base / name).write_text("x")
    problem = only(folder)
    assert (problem.level, problem.rule) == ("hint", "file-name-known")
    assert repair in problem.repair
    assert problem.position.file == str(base / name)
    assert ("do not show" in problem.cause) == name.endswith(".txt")


def test_the_examples_of_the_built_in_folder_are_no_stray_file(built_in: str) -> None:
    """They lie there for developers, and nobody is told to put them elsewhere."""
    (Path(built_in) / "safety-examples.yaml").write_text("x: y")
    assert load_folder(None)[1] == ()


def test_an_empty_file_is_doubtful(base: Path) -> None:
    """It is kept apart from a missing one: somebody meant to fill it."""
    problem = only(write(base, faq=entries("a"), handoffs="# nothing yet\n"))
    assert (problem.level, problem.rule) == ("warning", "file-has-content")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_an_emptied_safety_file_stops_everything_and_says_so(base: Path, built_in: str, text: str) -> None:
    """What check says and what a start says is the same error, with both ways out."""
    problem = only(write(base, faq=entries("a"), safety=text))
    assert (problem.level, problem.rule) == ("error", "file-has-content")
    assert "delete it" in problem.repair
    assert os.path.join(built_in, "safety.yaml") in problem.repair  # noqa: PTH118
    assert read_safety(str(base)).problems == (problem,)
    (base / "safety.yaml").unlink()
    loaded(str(base))


def test_what_a_broken_file_may_describe_is_not_missed_elsewhere(base: Path) -> None:
    """One tab in a file of entries is one problem, and not one for every entry that names those behind it."""
    topics = entries("b").replace("title:", "title:\n\t{", 1)
    faq = entries("a").replace("    questions:", "    related: [b]\n    group: nowhere\n    questions:", 1)
    follow_ups = "- {means: risks, entries: [b], say: [and the risks]}\n"
    whole = write(base, faq=faq, topics=entries("b"), **{"follow_ups.yaml": follow_ups})
    assert {problem.rule for problem in problems_of(whole)} == {"group-exists"}
    torn = write(base, faq=faq, topics=topics, **{"follow_ups.yaml": follow_ups})
    rules = {problem.rule for problem in problems_of(torn)}
    assert "no-tabs" in rules
    assert rules.isdisjoint({"group-exists", "entry-exists"})


def test_a_file_that_cannot_be_read(base: Path) -> None:
    """A folder where a file must be is a problem of the base, not a crash."""
    folder = write(base, faq=entries("a"))
    (base / "topics.yaml").mkdir()
    assert only(folder).rule == "file-readable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="until this system has pipes with a name")
def test_a_pipe_or_a_device_is_no_file(base: Path) -> None:
    """Nobody waits for the pipe's other end, and nothing is read from a device that never ends."""
    folder = write(base, faq=entries("a"))
    os.mkfifo(base / "topics.yaml")
    (base / "clinic.yaml").symlink_to("/dev/zero")
    found = {(problem.rule, Path(problem.position.file).name) for problem in problems_of(folder)}
    assert found == {("file-readable", "topics.yaml"), ("file-readable", "clinic.yaml")}


def test_a_file_in_another_encoding(base: Path) -> None:
    """The place is the first character that is not UTF-8."""
    folder = write(base)
    (base / "faq.yaml").write_bytes(b"# one\r\n# caf\xe9\n")
    problem = only(folder)
    assert (problem.rule, *place(problem)) == ("file-is-utf-8", "faq.yaml", 2, 6)


@pytest.mark.parametrize(
    ("content", "rule", "said"),
    [
        (entries("a").encode("utf-16-le"), "file-is-utf-8", "not saved as UTF-8"),
        (entries("a").encode("utf-16-be"), "file-is-utf-8", "not saved as UTF-8"),
        (entries("a").encode("utf-16"), "file-is-utf-8", "not saved as UTF-8"),
        (b"{\\rtf1\\ansi\\deff0 hello}", "file-is-plain-text", "RTF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "file-is-plain-text", "word processor"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "file-is-plain-text", "word processor"),
        (b"%PDF-1.7", "file-is-plain-text", "PDF"),
        (b"\n<!DOCTYPE html><html></html>", "file-is-plain-text", "web page"),
    ],
)
def test_a_file_saved_by_a_word_processor_or_as_unicode_is_one_problem(
    base: Path, content: bytes, rule: str, said: str
) -> None:
    """It is told what the file is, not where its first odd character stands."""
    folder = write(base)
    (base / "faq.yaml").write_bytes(content)
    problem = only(folder)
    assert (problem.rule, *place(problem)) == (rule, "faq.yaml", 1, 1)
    assert said in problem.message
    assert "UTF-8" in problem.repair


def test_a_file_that_is_too_large(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of a size that no knowledge base has is not even read."""
    monkeypatch.setattr(sources, "LARGEST_FILE", 10)
    assert "file-fits" in {problem.rule for problem in problems_of(write(base, faq=entries("a")))}


def test_a_byte_order_mark_is_fine(base: Path) -> None:
    """Windows editors write one."""
    with_mark = loaded(write(base, faq="\ufeff" + entries("a")))
    assert with_mark == loaded(write(base, faq=entries("a")))


# --- fields of an entry


def test_missing_fields_are_all_named(base: Path) -> None:
    """An empty entry lists what it needs, at its place."""
    problems = problems_of(write(base, faq="entries:\n  - group:\n"))
    assert {problem.message.split('"')[1] for problem in problems if problem.rule == "field-needed"} == {
        "id",
        "title",
        "answer",
        "source",
        "questions",
    }
    assert {place(problem)[:2] for problem in problems} == {("faq.yaml", 2)}


@pytest.mark.parametrize("questions", ["", "[]"])
def test_an_entry_needs_questions(base: Path, questions: str) -> None:
    """An entry without questions could never be found."""
    text = f"- id: a\n  title: A\n  answer: A\n  source: A\n  questions: {questions}\n"
    assert only(write(base, faq=text)).rule == "field-needed"


@pytest.mark.parametrize(
    ("line", "rule", "message"),
    [
        ("more: no", "more-is-text", "the truth value False"),
        ("more: 5", "more-is-text", "a number"),
        ("more: 2026-11-22", "more-is-text", "a date"),
        ("more: [a]", "more-is-text", "a list"),
        ("more: {Note: x}", "more-is-text", "a set of fields"),
        ("more:", "text-not-empty", "is empty"),
        ("short: ' '", "", ""),
        ("group: ", "text-not-empty", "is empty"),
        ("relatd: [b]", "field-known", '"relatd"'),
        ("related: b", "related-is-list", "is a text, not a list"),
        ("related: [no]", "id-is-text", "the truth value False"),
        ("related: ['']", "text-not-empty", "is empty"),
        ("related: [nobody]", "entry-exists", '"nobody"'),
        ("related: [a]", "related-is-another", "itself"),
        ("group: causes", "group-exists", '"causes"'),
        ("tests: [a]", "tests-is-fields", "is a list"),
        ("tests: {should: x}", "should-is-list", "is a text"),
        ("tests: {must: [x]}", "field-known", '"must"'),
        ("reviewed: yesterday", "review-is-fields", "is a text"),
        ("reviewed: {by: X, on: soon}", "review-has-day", '"soon"'),
        ("reviewed: {by: X, on: 2026-13-40}", "review-has-day", "2026-13-40"),
        ("reviewed: {by: X}", "field-needed", '"on"'),
        ("reviewed:", "", ""),
        ("more: 'costs {price}'", "setting-known", '"{price}"'),
        ("more: 'call {phone}'", "setting-is-set", "{phone}"),
        ("more: 'call [[us'", "brackets-close", "double square bracket"),
        (r'more: "\e[31mred"', "hidden-character", "U+001B"),
        (r'more: "a\rb\u202e"', "hidden-character", "U+202E"),
        ("more: '" + "x" * 6001 + "'", "text-fits", "6001 characters; at most 6000"),
        ("short: '" + "x" * 401 + "'", "text-fits", "401 characters"),
    ],
)
def test_one_doubtful_field(base: Path, line: str, rule: str, message: str) -> None:
    """Each mistake in a field is named in an editor's words, in its own line."""
    problems = problems_of(write(base, faq=entries("a", "b", b="", a=line)))
    assert [problem.rule for problem in problems] == ([rule] if rule else [])
    for problem in problems:
        assert message in problem.message
        assert place(problem)[:2] == ("faq.yaml", 9)
        assert line.partition(":")[0] in problem.excerpt


@pytest.mark.parametrize(
    ("line", "repair"),
    [
        ("related: b, a", 'related: ["b", "a"]'),
        ("tests: {should: 'so, is it'}", 'should: ["so, is it"]'),
        ("reviewed: {by: X, on: 11/22/2026}", "on: 2026-11-22"),
        ("reviewed: {by: X, on: 22.11.2026}", "on: 2026-11-22"),
        ("reviewed: {by: X, on: 04/05/2026}", "on: 2026-01-31"),
        ("reviewed: {by: X, on: 5/5/2026}", "on: 2026-05-05"),
    ],
)
def test_what_was_meant_can_be_pasted(base: Path, line: str, repair: str) -> None:
    """A list fits inside of braces, too; a day is turned round where its month is clear, else an example is shown."""
    problem = only(write(base, faq=entries("a", "b", a=line)))
    assert problem.repair.endswith(repair)


def test_questions_without_dashes_get_one_each(base: Path) -> None:
    """YAML reads the lines as one text, and one question of them all would be found by nobody."""
    faq = entries("a").replace('      - "please tell me of a"', "      tell me of a\n      what is a, please")
    problem = only(write(base, faq=faq))
    assert problem.rule == "questions-is-list"
    assert problem.repair.endswith('questions:\n  - "tell me of a"\n  - "what is a, please"')


@pytest.mark.parametrize(
    ("line", "message", "whole", "cut"),
    [
        ("more: Ask # the desk", "this text under", 'more: "Ask # the desk"', 'more: "Ask"  # the desk'),
        ("tests: {should: []}  # later", "", "", ""),
        ('more: "Ask # the desk"  # a remark', "", "", ""),
        ("more: Ask#the desk", "", "", ""),
        ("group: # later", "this group is empty", '"# later"', ""),
    ],
)
def test_a_text_without_quotes_that_ends_at_a_number_sign(
    base: Path, line: str, message: str, whole: str, cut: str
) -> None:
    """Patients would read half of it, so it is asked what was meant; a remark behind quotes is fine."""
    problems = problems_of(write(base, faq=entries("a", a=line)))
    assert len(problems) == bool(message)
    for problem in problems:
        assert message in problem.message
        assert whole in problem.repair
        assert cut in problem.repair


@pytest.mark.parametrize("question", ["where is room #5", "where is room # 5"])
def test_a_question_cut_at_a_number_sign(base: Path, question: str) -> None:
    """A warning, with both lines to paste."""
    problem = only(write(base, faq=entries("a").replace('"please tell me of a"', question)))
    assert (problem.level, problem.rule, *place(problem)) == ("warning", "text-goes-on", "faq.yaml", 8, 9)
    assert f'- "{question}"' in problem.repair
    assert "Read is only: where is room" in problem.cause


def test_a_question_that_starts_with_a_number_sign(base: Path) -> None:
    """Nothing of it is read; the repair has all of it."""
    problem = only(write(base, faq=entries("a") + "      - #5 please\n"))
    assert problem.repair == 'put quotes around it: - "#5 please"'


@pytest.mark.parametrize(
    ("written", "pasted"),
    [
        ("\u201cWhere can I park?\u201d", "Where can I park?"),
        ("\u2018Where can I park?\u2019", "Where can I park?"),
        ("\u201eWhere can I park?\u201c", "Where can I park?"),
        ('Where can I park?"', "Where can I park?"),
        ("\u201cWhere can I park?", "Where can I park?"),
        ("Where can I park?\u201d", "Where can I park?"),
        ("What is a \u201cscrew\u201d?", ""),
        ("\u201cFusion\u201d means \u201cone\u201d", ""),
        ('Is a 12" rod long?', ""),
        ("What\u2019s that?", ""),
        ('"\u201cWhere?\u201d"', ""),
        ('\u201cWhere?"', "Where?"),
        ("\u201cWhere?'", "Where?"),
        ('\u201cWhere?\u201d is what "they" ask', ""),
        ("\uff02Where can I park?\uff02", "Where can I park?"),
        ("\u2033Where can I park?\u2033", "Where can I park?"),
        ("\u00b4What's that?\u00b4", "What's that?"),
        ("\u2019What\u2019s that?\u2019", "What\u2019s that?"),
        ("\u300cWhere?\u300d", "Where?"),
        ("Is a 12\u2033 rod long?", ""),
        ("\u2019Tis the patients\u2019 garage", ""),
    ],
)
def test_curly_and_stray_quotes_are_not_kept_without_a_word(base: Path, written: str, pasted: str) -> None:
    """They would stand in the heading that patients read; quotes around a word inside are the author's."""
    problems = problems_of(write(base, faq=entries("a").replace('"What about a?"', written)))
    expected = [("warning", "quotes-match", f'title: "{pasted}"')] if pasted else []
    assert [(problem.level, problem.rule, problem.repair) for problem in problems] == expected


@pytest.mark.parametrize("field", ["title", "answer", "source", "consultation"])
@pytest.mark.parametrize("written", ["...", "-", "???"])
def test_a_text_of_marks_alone_says_nothing(base: Path, field: str, written: str) -> None:
    """The "..." of an example, pasted as it stands, would be what patients read."""
    faq = re.sub(rf'{field}: ".*"', f'{field}: "{written}"', entries("a"))
    problem = only(write(base, faq=faq))
    assert (problem.level, problem.rule) == ("error", "text-has-words")
    assert f'"{written}"' in problem.message


@pytest.mark.parametrize(
    ("written", "repair"),
    [
        ("we\u00e2\u20ac\u2122re open 9\u00e2\u20ac\u201c5", 'answer: "we\u2019re open 9\u20135"'),
        ("the caf\u00c3\u00a9", 'answer: "the caf\u00e9"'),
        ("\u00c2\u00bd a mile, na\u00c3\u00afve", 'answer: "\u00bd a mile, na\u00efve"'),
        ("the caf\ufffd", "where it shows \ufffd, write again what stood there"),
        ("the ch\u00e2teau, \u00c0 la carte, \u00c3lvaro\u2019s, 9\u20135, \u201chi\u201d", ""),
    ],
)
def test_characters_that_another_program_has_read_wrongly(base: Path, written: str, repair: str) -> None:
    """The file is right UTF-8 and its words are not; the line to paste has what was meant."""
    faq = entries("a").replace("The answer on a.", written)
    problems = problems_of(write(base, faq=faq))
    expected = [("warning", "characters-are-right", repair)] if repair else []
    assert [(problem.level, problem.rule, problem.repair) for problem in problems] == expected


def test_names_of_fields_with_a_capital_are_read_all_the_same(base: Path) -> None:
    """A word processor writes them so: nothing else is said to be missing, and nothing is said twice."""
    faq = entries("a").replace("id:", "Id:").replace("title:", "Title:").replace("answer:", "ANSWER:")
    problems = problems_of(write(base, faq=faq))
    assert [problem.repair for problem in problems] == [
        "write it as: id:",
        "write it as: title:",
        "write it as: answer:",
    ]


def test_a_letter_that_only_looks_like_the_right_one(base: Path) -> None:
    """ "Did you mean" alone would show the same word twice; an umlaut is plain to see."""
    problems = problems_of(write(base, faq=entries("a").replace("answer:", "\u0430nswer:")))
    (problem,) = (problem for problem in problems if problem.rule == "field-known")
    assert problem.repair.startswith('did you mean "answer"?')
    assert "U+0430" in problem.repair
    problems = problems_of(write(base, faq=entries("a").replace("answer:", "\u00e4nswer:")))
    (problem,) = (problem for problem in problems if problem.rule == "field-known")
    assert problem.repair == 'did you mean "answer"?'


def test_a_title_where_a_short_name_must_stand(base: Path) -> None:
    """Menus and answers show titles, so that is what an editor copies."""
    faq = 'groups: {clinic: {title: "About us"}}\n' + entries(
        "a", "b", a='group: About us\nrelated: ["What about b"]'
    )
    assert [problem.repair.partition("?")[0] for problem in problems_of(write(base, faq=faq))] == [
        'did you mean "clinic"',
        'did you mean "b"',
    ]


def test_the_numbers_of_a_pasted_list_are_no_part_of_its_questions(base: Path) -> None:
    """A word processor numbers them; a single line that starts with a number keeps it."""
    faq = entries("a").replace('- "please tell me of a"', "1. where is it\n      2. is it far")
    assert only(write(base, faq=faq)).repair.endswith('questions:\n  - "where is it"\n  - "is it far"')
    faq = entries("a").replace('- "please tell me of a"', "1. where is it")
    assert only(write(base, faq=faq)).repair.endswith('questions:\n  - "1. where is it"')


def test_curly_quotes_around_words_of_the_small_files(base: Path) -> None:
    """A term is shown to patients; a word of the guide in quotes is none that an entry has."""
    folder = write(
        base,
        faq=entries("a"),
        glossary='- {term: \u201cgarage\u201d, meaning: "A house for cars."}\n',
        lexicon='words:\n- {means: \u201cgarage\u201d, say: ["car house"]}\n',
    )
    problems = [problem for problem in problems_of(folder) if problem.rule == "quotes-match"]
    assert [problem.repair for problem in problems] == ['term: "garage"', 'means: "garage"']
    assert ["patients would read" in problem.message for problem in problems] == [True, False]


@pytest.mark.parametrize("dash", ["\u2022 ", "\u2022", "\u2013 ", "-"])
@pytest.mark.parametrize("mark", ['""', "", "\u201c\u201d"])
def test_a_list_whose_dashes_are_none(base: Path, dash: str, mark: str) -> None:
    """A whole list pasted from a word processor is a list without its quotes, and not one question of all its texts."""
    lines = "".join(f"      {dash}{mark[:1]}{text}{mark[1:]}\n" for text in ("where is the car", "is it far"))
    faq = entries("a").replace('      - "please tell me of a"\n', lines)
    problem = only(write(base, faq=faq))
    assert (problem.rule, place(problem)) == ("item-has-dash", ("faq.yaml", 8, 7))
    assert problem.repair == 'write it like this:\nquestions:\n  - "where is the car"\n  - "is it far"'


def test_a_text_that_only_starts_with_a_dash(base: Path) -> None:
    """It is one text, in a place where a list must be."""
    faq = entries("a").replace('      - "please tell me of a"\n', "      \u2013 well\n")
    assert only(write(base, faq=faq)).rule == "questions-is-list"


@pytest.mark.parametrize(
    ("text", "rule", "level", "said"),
    [
        ("Call {phone now", "braces-close", "warning", '"{phone now"'),
        ("Call phone} now", "braces-close", "warning", '"phone}"'),
        ("At {clinic} or {phone", "braces-close", "warning", '"{phone"'),
        ("Call [[us]] now", "brackets-hold-setting", "hint", "no setting"),
        ("Call [[{phone}]] now", "", "", ""),
    ],
)
def test_a_brace_that_is_not_closed(base: Path, text: str, rule: str, level: str, said: str) -> None:
    """Patients would read it as it stands."""
    problems = problems_of(write(base, faq=entries("a", a=f'more: "{text}"')))
    assert [(problem.rule, problem.level) for problem in problems] == ([(rule, level)] if rule else [])
    assert all(said in problem.message for problem in problems)


@pytest.mark.parametrize("character", ["\u200b", "\u00ad"])
def test_a_soft_hyphen_is_left_out_and_stops_nothing(base: Path, character: str) -> None:
    """As the warning says; it is not an error on top."""
    folder = write(base, faq=entries("a").replace("What about", f"What ab{character}out"))
    assert only(folder).level == "warning"
    entry = load_knowledge(folder).entry("a")
    assert entry is not None
    assert entry.title == "What about a?"


@pytest.mark.parametrize(
    ("line", "example"),
    [
        ("reviewed: yes", 'reviewed: {by: "A. Smith", on: 2026-01-31}'),
        ("tests: [garage]", 'tests: {should: ["a question"], not: ["another question"]}'),
    ],
)
def test_a_part_of_the_wrong_shape_comes_with_an_example_of_the_right_one(
    base: Path, line: str, example: str
) -> None:
    """The example is that part, and it loads."""
    problem = only(write(base, faq=entries("a", a=line)))
    assert problem.repair == f"write it like this:\n{example}"
    loaded(write(base, faq=entries("a", a=example)))


def test_spaces_forgotten_after_colons_inside_braces(base: Path) -> None:
    """One problem for each, with its repair, and none for a field that would be missing then."""
    problems = problems_of(write(base, faq=entries("a", a='reviewed: {by:"A. Smith", on:2026-01-31}')))
    assert [problem.repair for problem in problems] == [
        'write it as: by: "A. Smith"',
        "write it as: on: 2026-01-31",
    ]


def test_a_colon_too_many(base: Path) -> None:
    """The text counts as that field's."""
    problem = only(write(base, faq=entries("a").replace("answer:", "answer::")))
    assert (problem.rule, *place(problem)) == ("field-has-colon", "faq.yaml", 4, 5)
    assert problem.message == "there is one colon too many"
    assert problem.repair == 'write it as: answer: "The answer on a."'


def test_groups_written_as_a_list(base: Path) -> None:
    """One problem with an example, and no word of groups that do not exist."""
    faq = "groups:\n  - id: clinic\n    title: Clinic\n" + entries("a", a="group: clinic")
    problem = only(write(base, faq=faq))
    assert problem.rule == "list-of-groups-is-fields"
    loaded(write(base, faq=problem.repair.partition("\n")[2] + "\n" + entries("a", a="group: clinic")))


def test_the_example_of_the_style_guide(base: Path) -> None:
    """A bare no where an answer must be: place, excerpt, cause and the line to paste."""
    problem = only(write(base, faq='- id: a\n  title: A\n  answer: no\n  source: "S"\n  questions: [x]\n'))
    assert problem[3:] == (
        "this answer is the truth value False, not text",
        "YAML reads a bare no, yes, on or off as true or false.",
        'put quotes around it: answer: "no"',
        "  answer: no",
    )
    assert place(problem) == ("faq.yaml", 3, 11)


def test_a_colon_in_a_question(base: Path) -> None:
    """A question that YAML took for a field is put back together in the repair."""
    text = "- id: a\n  title: A\n  answer: A\n  source: S\n  questions:\n  - Is it true: bone heals\n  - no\n"
    problems = problems_of(write(base, faq=text))
    assert [problem.rule for problem in problems] == ["question-is-text"] * 2
    assert problems[0].repair == 'put quotes around it: - "Is it true: bone heals"'
    assert problems[1].repair == 'put quotes around it: - "no"'


@pytest.mark.parametrize("name", ["Opening Hours", "Opening", "\u201copening\u201d", "\u00f6pening"])
def test_an_id_that_is_wrong_is_wrong_once(base: Path, name: str) -> None:
    """Who names the entry as it will be called, or as it is, is not told that there is none."""
    faq = entries("a", "b", a="related: [opening]", b="related: [walking-stick]").replace(
        "id: b", f"id: {name}"
    )
    rules = [(problem.rule, problem.position.line) for problem in problems_of(write(base, faq=faq))]
    assert rules == [("id-is-plain", 10), ("entry-exists", 17)]


def test_a_group_that_is_wrong_is_wrong_once(base: Path) -> None:
    """Its name is told what it may be; whoever has it right is left alone."""
    faq = 'groups:\n  Clinic: {title: "C"}\n' + entries("a", "b", a="group: clinic", b="group: Clinic")
    assert [problem.rule for problem in problems_of(write(base, faq=faq))] == ["id-is-plain"]


def test_only_an_id_that_may_be_used_is_suggested(base: Path) -> None:
    """Else one error would lead to the next."""
    faq = entries("a", "b", "walkin", a="related: [walking]").replace("id: b", "id: Walks Far")
    problems = [problem for problem in problems_of(write(base, faq=faq)) if problem.rule == "entry-exists"]
    assert [problem.repair for problem in problems] == ['did you mean "walkin"?']


@pytest.mark.parametrize("torn", ["  id: two", "---\n  - id: two"])
def test_an_entry_that_could_not_be_read_is_not_said_to_be_missing(base: Path, torn: str) -> None:
    """The line that hides it is the one mistake."""
    faq = entries("one", "two", one="related: [two]").replace("  - id: two", torn)
    assert only(write(base, faq=faq)).rule in ("entry-has-dash", "one-part")


def test_a_text_in_brackets_becomes_one_again(base: Path) -> None:
    """[[Call {phone}]] without quotes is a list to YAML; the repair gives the words."""
    problem = only(write(base, faq=entries("a", a="more: [[b, c]]")))
    assert problem.repair == 'put quotes around it: more: "b, c"'


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("Scar Tissue", "scar-tissue"),
        ("a--b", "a-b"),
        ("-a", "a"),
        ("é", "e"),
        ("Öffnungszeiten", "oeffnungszeiten"),
        ("!", "short-name"),
    ],
)
def test_an_id_is_plain(base: Path, name: str, suggested: str) -> None:
    """Ids are for programs, too; the repair offers a plain one."""
    problem = only(write(base, faq=entries("a").replace("id: a", f'id: "{name}"')))
    assert (problem.rule, problem.repair) == ("id-is-plain", f"for example: {suggested}")


def test_unknown_names_get_the_nearest_known_one(base: Path) -> None:
    """A slip in a field, an id, a group or a setting is answered with a question."""
    faq = "groups: {causes: {title: C}}\n" + entries(
        "scar-tissue", "b", b="relatd: []\nrelated: [scar-tisue]\ngroup: cause\nmore: '{clinc}'"
    )
    meant = [problem.repair for problem in problems_of(write(base, faq=faq))]
    assert sorted(meant) == [
        'did you mean "causes"?',
        'did you mean "clinic"?',
        'did you mean "related"?',
        'did you mean "scar-tissue"?',
    ]


def test_suggestions_stay_quick_in_a_large_base(base: Path) -> None:
    """With thousands of ids only those that start alike are compared."""
    letters = "abcdefghijklmnopqrstuvwyz"
    many = entries(
        *(f"q{one}{two}-x" for one in letters for two in letters),
        "scar-tissue",
        "b",
        b="related: [scar-tisue, zzz]",
    )
    repairs = [problem.repair for problem in problems_of(write(base, faq=many))]
    assert repairs == ['did you mean "scar-tissue"?', "delete it, or write the id of an entry"]


def test_an_entry_that_is_no_entry(base: Path) -> None:
    """A text among the entries is not one of them, and the others are still read."""
    problem = only(write(base, faq=entries("a") + "  - stray\n"))
    assert (problem.rule, *place(problem)) == ("entry-is-fields", "faq.yaml", 9, 5)


@pytest.mark.parametrize(
    ("faq", "rules"),
    [
        ("just text\n", ["file-is-fields"]),
        ("entries: x\n", ["list-of-entries-is-list"]),
        ("groups: [a]\n" + entries("a"), ["list-of-groups-is-fields"]),
        ("group: {}\n" + entries("a"), ["field-known"]),
        ("groups: {a: {name: x}}\n" + entries("a"), ["field-needed", "field-known"]),
        ("groups: {A b: {title: x}}\n" + entries("a"), ["id-is-plain"]),
        ("groups: {a: text}\n" + entries("a"), ["group-is-fields"]),
    ],
)
def test_files_of_another_shape(base: Path, faq: str, rules: list[str]) -> None:
    """What stands in a file in another shape is named by what it should be."""
    assert sorted(problem.rule for problem in problems_of(write(base, faq=faq))) == sorted(rules)


@pytest.mark.parametrize(
    ("file", "text", "repair"),
    [
        ("decoys", "cars: my car\n", 'cars:\n  - "my car"'),
        ("decoys", "word\n", 'animals:\n  - "a question that must not be answered"'),
        ("lexicon", "word\n", 'words:\n  - {means: "a word of the guide", say: ["a word of patients"]}'),
        ("clinic", "word\n", 'name: "..."'),
        ("follow-ups", "- risks\n", '- {means: risks, entries: [short-name], say: ["and the risks"]}'),
        ("follow-ups", "risks: x\n", '- {means: risks, entries: [short-name], say: ["and the risks"]}'),
        ("glossary", "- x\n", '- {term: "a word", meaning: "What it means."}'),
    ],
)
def test_the_example_is_of_this_file(base: Path, file: str, text: str, repair: str) -> None:
    """What is to be written like it fits the place, and there is one problem, not one for each field."""
    problem = only(write(base, faq=entries("a"), **{f"{file.replace('-', '_')}.yaml": text}))
    assert problem.repair == f"write it like this:\n{repair}"


def test_an_unknown_field_under_tests(base: Path) -> None:
    """It is no "field of a tests"."""
    problem = only(write(base, faq=entries("a", a='tests: {shold: ["b"]}')))
    assert problem.message == '"shold" is not a field of "tests"'


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Ask <b>now</b>.", "<b>"),
        ("Ask<br/>now.", "<br/>"),
        ("Ask&nbsp;now.", "&nbsp;"),
        ("Ask **now**.", "**now**"),
        ("Ask __now__.", "__now__"),
        ("Ask `now`.", "`now`"),
        ("[Ask](https://clinic.example) now.", "[Ask](https://clinic.example)"),
        ("# Ask", "# Ask"),
        ("Pain < 3 and > 1, 2 * 3 * 4, AT&T; call (now).", ""),
        ("[[Call {address}.]](Or come.)", ""),
        ("file_name_here and C# too", ""),
    ],
)
def test_marks_of_a_web_page_or_of_markdown(base: Path, text: str, mark: str) -> None:
    """A terminal makes nothing bold, and no link: patients would read the marks."""
    problems = problems_of(write(base, faq=entries("a", a=f"more: '{text}'")))
    found = [(problem.level, problem.rule, problem.message.rpartition(": ")[2]) for problem in problems]
    assert found == ([("warning", "text-is-plain", f'"{mark}"')] if mark else [])


# --- entries beside each other


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


# --- what the built-in base lends


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


# --- settings


CLINIC = Clinic(name="Big Clinic", phone="212-555-0100", front_desk="the desk")


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("No braces.", "No braces."),
        ("{clinic}: call {phone}.", "Big Clinic: call 212-555-0100."),
        ("Call[[ {phone}]].", "Call 212-555-0100."),
        ("Come to us[[ at {address}]].", "Come to us."),
        ("[[At {address}. ]]Ask {front_desk}.", "Ask the desk."),
        ("{front_desk} helps. {front_desk} helps.", "The desk helps. The desk helps."),
        ("Ask {surgeon}. {surgeon} helps.", "Ask the surgeon. The surgeon helps."),
        ("In need call {emergency_number}.", "In need call 911."),
        ("Both[[ {phone} and {address}]] are gone.", "Both are gone."),
        ("Open [[{hours}]] daily.", "Open daily."),
    ],
)
def test_settings_in_texts(text: str, filled: str) -> None:
    """What is set is put in; a part in double brackets goes with what is not; no hole and no gap is left."""
    assert fill(text, settings_of(CLINIC)) == (filled, (), (), False)


def test_settings_that_are_not_there() -> None:
    """Unset ones outside of brackets, unknown ones anywhere, and brackets without partner are told apart."""
    filled = fill("{address} {address} {prize} [[{price}]] ]]", settings_of(CLINIC))
    assert filled.unset == ("address",)
    assert filled.unknown == ("prize", "price")
    assert filled.is_unbalanced


def test_sentences_can_be_dropped() -> None:
    """Texts lent to another clinic lose a sentence rather than have a hole."""
    filled = fill("Come in. We are at {address}. Bye!", settings_of(CLINIC), drops_sentences=True)
    assert filled.text == "Come in. Bye!"


def test_values_are_put_in_once() -> None:
    """What looks like a name, a bracket or a gap in a value stays as it is: it may be a patient's own words."""
    values = {"part": "a  {title} [[b]] ?", "title": "T"}
    assert fill("{part}[[ and {title}]] {", values).text == "a  {title} [[b]] ? and T {"


def test_the_clinic_file(base: Path) -> None:
    """Bare numbers are fine for settings; empty ones keep what the program says anyway."""
    clinic = "name: Clinic\nemergency_number: 112\nphone: ''\nfront_desk:\nhours: 9 to 5\n"
    knowledge = loaded(
        write(base, faq=entries("a", a="more: 'At {clinic}, {hours}. {emergency_number}'"), clinic=clinic)
    )
    assert knowledge.clinic == Clinic(name="Clinic", emergency_number="112", hours="9 to 5")
    entry = knowledge.entry("a")
    assert entry is not None
    assert entry.more == "At Clinic, 9 to 5. 112"


def test_settings_are_known(base: Path) -> None:
    """A slip in the name of a setting is found, and a truth value is no setting."""
    problems = problems_of(write(base, faq=entries("a"), clinic="phon: x\nhours: on\n"))
    assert [problem.rule for problem in problems] == ["field-known", "hours-is-text"]


@pytest.mark.parametrize(
    ("line", "level", "rule"),
    [
        ('emergency_number: "see poster"', "error", "phone-has-digits"),
        ('phone: "at the desk"', "error", "phone-has-digits"),
        ("urgent_phone: ask", "error", "phone-has-digits"),
        ('emergency_number: "911 or the front desk"', "error", "emergency-number-is-short"),
        ("emergency_number: 9111", "error", "emergency-number-is-short"),
        ('emergency_number: "9l1"', "error", "emergency-number-is-short"),
        ("emergency_number: 9-1-1", "error", "emergency-number-is-short"),
        ("emergency_number: 011", "warning", "emergency-number-is-known"),
        ('emergency_number: "991"', "warning", "emergency-number-is-known"),
        ('phone: "212-555-O1OO"', "warning", "phone-is-whole"),
        ('phone: "2l2-555-0100"', "warning", "phone-is-whole"),
        ('phone: "212"', "warning", "phone-is-whole"),
        ('phone: "0x12"', "warning", "phone-is-whole"),
        ('urgent_phone: "12:30:45"', "warning", "phone-is-whole"),
        ('booking_address: "javascript:alert(1)"', "error", "booking-address-opens"),
        ('booking_address: "ask at the desk"', "error", "booking-address-opens"),
        ('booking_address: "https://book here"', "error", "booking-address-opens"),
        ("booking_address: clinic.example/book", "error", "booking-address-opens"),
        ('hours: "n/a"', "error", "setting-says-something"),
        ("surgeon: TBD", "error", "setting-says-something"),
        ('address: "..."', "error", "setting-says-something"),
        ('front_desk: "-"', "error", "setting-says-something"),
        ('surgeon: "Dr. No"', "", ""),
        ('print_command: "x"', "", ""),
        ("emergency_number: 911", "", ""),
        ("emergency_number: 112", "", ""),
        ("emergency_number: 000", "", ""),
        ('emergency_number: ""', "", ""),
        ('phone: "212-555-0100x12"', "", ""),
        ('phone: "(212) 555 0100, ext12"', "", ""),
        ('phone: "+44 20 7946 0000"', "", ""),
        ('phone: "1-800-CLINIC (toll free)"', "", ""),
        ('booking_address: "https://clinic.example/book?x=1"', "", ""),
        ("booking_address: HTTP://clinic.example", "", ""),
        ("booking_address: mailto:desk@clinic.example", "", ""),
    ],
)
def test_a_number_or_an_address_that_reaches_nobody(base: Path, line: str, level: str, rule: str) -> None:
    """It is told at its place, before a patient reads: Call see poster now."""
    problems = problems_of(write(base, faq=entries("a"), clinic=f"name: C\n{line}\n"))
    assert [(problem.level, problem.rule) for problem in problems] == ([(level, rule)] if rule else [])
    for problem in problems:
        assert place(problem) == ("clinic.yaml", 2, len(line.partition(":")[0]) + 3)
        assert line.partition(":")[0] in problem.repair


def test_a_letter_that_looks_like_a_digit(base: Path) -> None:
    """The repair has the digits that were most likely meant."""
    problems = problems_of(
        write(base, faq=entries("a"), clinic="emergency_number: 9l1\nphone: 212-555-O1OO\n")
    )
    assert [problem.repair.partition(", ")[0] for problem in problems] == [
        'emergency_number: "911"',
        'phone: "212-555-0100"',
    ]


def test_a_web_address_without_its_start(base: Path) -> None:
    """The repair has it."""
    problem = only(write(base, faq=entries("a"), clinic="booking_address: www.clinic.example/book\n"))
    assert problem.repair == 'booking_address: "https://www.clinic.example/book"'
    problem = only(write(base, faq=entries("a"), clinic='booking_address: "desk@clinic.example"\n'))
    assert problem.repair == 'booking_address: "mailto:desk@clinic.example"'


def test_an_emergency_number_cut_at_a_number_sign(base: Path) -> None:
    """Also where what is left is a bare number."""
    problem = only(write(base, faq=entries("a"), clinic="emergency_number: 911 # or the desk\n"))
    assert problem.rule == "text-goes-on"


# --- the other files


def test_lexicon_glossary_languages_and_decoys(base: Path) -> None:
    """Each arrives sorted, so that the order of lines changes nothing."""
    knowledge = loaded(
        write(
            base,
            faq=entries("a"),
            lexicon="words:\n- {means: hardware, say: [screws, rods]}\n"
            "spelling:\n- {means: fusion, say: [fushion]}\n"
            "outside:\n- {means: knee, say: [knees]}\n",
            glossary="- {term: Z, also: [ZZ], meaning: 'At {clinic}.', entry: a}\n- {term: B, meaning: C}\n",
            languages="- {language: Spanish, native: E, code: es, script: L, "
            "marker_words: [hola], sentence: S}\n",
            decoys="knees: [my knee, b]\nhips: [a hip]\n",
        )
    )
    assert knowledge.lexicon == (("hardware", ("screws", "rods")),)
    assert knowledge.spellings == (("fusion", ("fushion",)),)
    assert knowledge.outside == (("knee", ("knees",)),)
    assert knowledge.glossary == (
        GlossaryTerm("B", (), "C", ""),
        GlossaryTerm("Z", ("ZZ",), "At the clinic.", "a"),
    )
    assert knowledge.languages == (("es", "Spanish", "E", "L", ("hola",), "S"),)
    assert knowledge.decoys == ("a hip", "b", "my knee")


def test_broad_words_and_what_they_offer(base: Path) -> None:
    """Two or three entries that are there; a word in one line only."""
    line = "{{say: [{}], offer: [{}]}}"

    def folder(*lines: str) -> str:
        return write(base, faq=entries("a", "b"), lexicon=f"broad: [{', '.join(lines)}]\n")

    assert loaded(folder(line.format("Pain, my back", "b, a"))).broad == (
        ((("pain",), ("my", "back")), ("b", "a")),
    )
    assert only(folder(line.format("pain", "a"))).rule == "broad-offers"
    assert only(folder(line.format("pain", "a, zz"))).rule == "entry-exists"
    twice = problems_of(folder(line.format("pain", "a, b"), line.format("Pain", "b, a")))
    assert [problem.rule for problem in twice] == ["broad-once"]
    plural = problems_of(folder(line.format("pain", "a, b"), line.format("the pains", "b, a")))
    assert [problem.rule for problem in plural] == ["broad-once"]
    assert only(folder(line.format("more information", "a, b"))).rule == "broad-names-something"
    assert only(folder("{offer: [a, b]}")).rule == "field-needed"


def test_follow_ups(base: Path) -> None:
    """What a short follow-up means, and what could answer it; "topic", "not-told" and "-" are no entries."""
    fields = (
        "means: risks, entries: [a, topic, not-told, '-'], stays_with: [a], not_told_of: [a], told_of: [a]"
    )
    text = f"- {{{fields}, say: [and the risks]}}\n"
    folder = write(base, faq=entries("a"), **{"follow_ups.yaml": text})
    assert loaded(folder).follow_ups == (
        ("risks", ("a", "topic", "not-told", "-"), ("and the risks",), ("a",), ("a",), ("a",)),
    )
    (base / "follow-ups.yaml").write_text("- {means: risks, entries: [b], say: [x]}\n")
    assert only(folder).rule == "entry-exists"


@pytest.mark.parametrize("decoys", ["[b, a]\n", "# none\n"])
def test_decoys_may_be_one_list(base: Path, decoys: str) -> None:
    """Groups of decoys are only for the reader."""
    assert (load_knowledge(write(base, faq=entries("a"), decoys=decoys)).decoys == ("a", "b")) == (
        "a" in decoys[:5]
    )


@pytest.mark.parametrize(
    ("file", "text", "rule"),
    [
        ("lexicon", "words: [{means: x}]\n", "field-needed"),
        ("lexicon", "words: [x]\n", "line-is-fields"),
        ("lexicon", "words: [{say: [x]}]\n", "field-needed"),
        ("lexicon", "word: []\n", "field-known"),
        ("glossary", "- {term: x, meaning: y, entry: zz}\n", "entry-exists"),
        ("glossary", "a: b\n", "list-of-terms-is-list"),
        ("languages", "- {language: x, code: no, marker_words: [on], sentence: s}\n", "code-is-text"),
        ("decoys", "a: b\n", "questions-is-list"),
        ("decoys", "- [a]\n", "question-is-text"),
    ],
)
def test_mistakes_in_the_other_files(base: Path, file: str, text: str, rule: str) -> None:
    """They are strict, too."""
    folder = write(base, **{"faq": entries("a"), file: text})
    assert rule in {problem.rule for problem in problems_of(folder)}


@pytest.mark.parametrize(
    ("content", "rule"),
    [(b"caf\xe9\n", "file-is-utf-8"), (b"# no word\n \n", "file-has-content"), (b"own\n", "")],
)
def test_a_word_list_that_holds_no_words(base: Path, content: bytes, rule: str) -> None:
    """Saved in another encoding, or empty: said like of any other file."""
    folder = write(base, faq=entries("a"))
    (base / "common-words.txt").write_bytes(content)
    assert [problem.rule for problem in problems_of(folder)] == ([rule] if rule else [])


@pytest.mark.parametrize("name", ["safety-questions.yaml", "safety-examples.yaml"])
def test_a_file_of_which_the_built_in_one_always_counts(base: Path, built_in: str, name: str) -> None:
    """Said where it differs; a copy of it harms nobody."""
    (Path(built_in) / name).write_text("urgent: []\n")
    folder = write(
        base, faq=entries("a"), **{name.removesuffix(".yaml").replace("-", "_") + ".yaml": "urgent: []\n"}
    )
    assert problems_of(folder) == ()
    (base / name).write_text("urgent: [mine]\n")
    problem = only(folder)
    assert (problem.level, problem.rule, place(problem)) == ("hint", "file-is-read", (name, 1, 1))


def test_a_word_that_is_explained_twice(base: Path) -> None:
    """Also where one of the two stands under also; the same word twice in one line harms nobody."""
    glossary = (
        '- {term: "Garage", also: ["lots", "garage"], meaning: "x"}\n- {term: "garage", meaning: "y"}\n'
        '- {term: "lot", also: ["lots"], meaning: "z"}\n'
    )
    problems = problems_of(write(base, faq=entries("a"), glossary=glossary))
    assert [(problem.level, place(problem)[1:], problem.message) for problem in problems] == [
        ("warning", (2, 10), '"garage" is explained under "Garage", too, in line 1'),
        ("warning", (3, 24), '"lots" is explained under "Garage", too, in line 1'),
    ]


def test_common_words(base: Path) -> None:
    """Lower case, sorted, without remarks; lent by the built-in base, for English is the same everywhere."""
    folder = write(base, faq=entries("a"))
    assert common_words(folder) == common_words() == ("back", "then")
    (base / "common-words.txt").write_text("Own\n")
    assert common_words(folder) == ("own",)
    (base / "common-words.txt").unlink()
    (base / "common-words.txt").mkdir()
    assert common_words(folder) == ()


# --- safety


def test_the_safety_file_falls_back(base: Path, built_in: str) -> None:
    """A folder without one gets the built-in signs, with the places of that file."""
    file = read_safety(write(base, faq=entries("a")))
    assert file.data == {"reviewed_by": "", "signs": [{"id": "numb"}]}
    assert file.is_built_in
    assert file.place_of(("signs", 0, "id")) == Position(os.path.join(built_in, "safety.yaml"), 3, 6)  # noqa: PTH118
    assert read_safety().data == file.data


def test_an_own_safety_file(base: Path) -> None:
    """It is read instead of the built-in one."""
    file = read_safety(write(base, faq=entries("a"), safety="signs: [{id: x, across: true}]\n"))
    assert file.data == {"signs": [{"id": "x", "across": True}]}
    assert not file.is_built_in


@pytest.mark.parametrize("text", ["signs: [no]\n", "across: yes\n", "a: {b: [[on]]}\n", "a: b: c\n"])
def test_a_broken_safety_file_stops_everything(base: Path, text: str) -> None:
    """Neither the base loads nor is there any safety data; bare words that YAML bends are mistakes there."""
    folder = write(base, faq=entries("a"), safety=text)
    file = read_safety(folder)
    assert file.data is None
    assert file.problems
    assert file.place_of(("x",)) == Position("safety.yaml")
    assert problems_of(folder) == file.problems


def test_a_base_without_any_safety_file(base: Path, built_in: str) -> None:
    """There is no data, so nothing may start."""
    (Path(built_in) / "safety.yaml").unlink()
    file = read_safety(write(base, faq=entries("a")))
    assert file.data is None
    assert file.is_built_in


def test_safety_questions_are_the_built_in_ones_always(base: Path, built_in: str) -> None:
    """No base can make its own test easier."""
    assert read_safety_questions() is None
    (Path(built_in) / "safety-questions.yaml").write_text("urgent: [x]\n")
    write(base, faq=entries("a"))
    (base / "safety-questions.yaml").write_text("urgent: [y]\n")
    assert read_safety_questions() == {"urgent": ["x"]}
    names = [name for name, _ in source_bytes(read_sources(str(base)))]
    assert "built-in safety-questions.yaml" in names


# --- places and sources


def test_problems_come_worst_first(base: Path) -> None:
    """Errors, then warnings, then hints; within a level in reading order."""
    faq = entries("a", "b", a="related: [a]", b="more: no\nrelated: [zz]") + '      - "Please tell me of b"\n'
    folder = write(base, faq=faq.replace("related: [zz]\n      -", "related: [zz]\n    questions:\n      -"))
    levels = [problem.level for problem in problems_of(folder)]
    assert levels == sorted(levels, key=["error", "warning", "hint"].index)
    assert "warning" in levels


def test_places_outside_of_files_stay(base: Path) -> None:
    """A problem of the folder itself has no excerpt."""
    problem = Problem("error", "x", Position("elsewhere"), "m")
    assert located([problem], str(base)) == (problem,)
    assert located([], str(base)) == ()


def test_finder(base: Path) -> None:
    """Places are found again by entry and words, else the place given comes back."""
    folder = write(base, faq=entries("a", "b"), decoys="- my knee\n")
    find = Finder(folder)
    assert find(Position("faq.yaml", 9, 5), "answer") == Position("faq.yaml", 11, 13)
    assert find(Position("faq.yaml", 9, 5), "please tell me of b") == Position("faq.yaml", 15, 9)
    assert find(Position("faq.yaml", 9, 5), "please tell me of a") == Position("faq.yaml", 9, 5)
    assert find(Position("decoys.yaml"), "my knee") == Position("decoys.yaml", 1, 3)
    assert find(Position("nowhere.yaml"), "x") == Position("nowhere.yaml")


def test_source_bytes_cover_what_is_lent(base: Path) -> None:
    """A change in the built-in small talk changes every base that borrows it; order and names are stable."""
    folder = write(base, faq="x")
    assert source_bytes(read_sources(folder)) == [
        ("faq.yaml", b"x"),
        ("built-in smalltalk.yaml", BUILT_IN["smalltalk.yaml"].encode()),
        ("built-in common-words.txt", BUILT_IN["common-words.txt"].encode()),
        ("built-in safety.yaml", BUILT_IN["safety.yaml"].encode()),
    ]
    (base / "topics.yaml").mkdir()
    assert source_bytes(read_sources(folder))[1][1] == b""
    assert source_bytes(read_sources(str(base / "none")))[0][0] == "built-in smalltalk.yaml"


def test_what_is_made_by_a_release_is_told_by_its_mark(base: Path, built_in: str) -> None:
    """Its megabytes are read only to compile; its check sum counts, too, for size and time may be as they were."""
    folder = write(base, faq="x")
    learnt = Path(built_in) / "safety-likeness.bin"
    learnt.write_bytes(b"x 1\ny")
    found = read_sources(folder)
    was = learnt.stat()
    name = "built-in safety-likeness.bin"
    assert (name, f"5 {was.st_mtime_ns} x 1\n".encode()) in source_bytes(found)
    assert [one.content for one in found if one.name == learnt.name] == [None]
    whole = with_contents(found)
    assert [one.content for one in whole if one.name == learnt.name] == [b"x 1\ny"]
    assert source_bytes(whole) == source_bytes(found)
    learnt.write_bytes(b"x 2\nz")
    os.utime(learnt, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert source_bytes(with_contents(found)) == source_bytes(read_sources(folder)) != source_bytes(found)
    learnt.unlink()
    assert [one.content for one in with_contents(found) if one.name == learnt.name] == [None]


def test_the_built_in_folder_is_the_repository_or_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a wheel the knowledge lies inside the package, in a clone beside it."""
    monkeypatch.undo()
    assert Path(built_in_folder()).name in ("knowledge", "_knowledge")
    package = tmp_path / "installed" / "chatbot"
    (package / "_knowledge").mkdir(parents=True)
    monkeypatch.setattr(sources, "__file__", str(package / "knowledge_files" / "sources.py"))
    assert Path(built_in_folder()) == package / "_knowledge"


def test_what_reading_bytes_loads() -> None:
    """A start from the cache parses nothing: yaml, the assembly and hashlib stay out."""
    code = (
        "import sys; from chatbot.knowledge_files import cache, loading, packing, sources;"
        "cache.read(cache.fingerprint(sources.source_bytes(sources.read_sources(None))));"
        "heavy = {'yaml', 'hashlib', 'pathlib', 'json'};"
        "heavy |= {f'chatbot.knowledge_files.{name}' for name in ('assembly', 'fields')};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
