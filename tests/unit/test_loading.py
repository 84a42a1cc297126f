"""Folders to knowledge: which files are read, what stands in for one that is missing, and the order of problems."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chatbot.knowledge import (
    Entry,
    Group,
    KnowledgeError,
    Position,
    Problem,
    Review,
)
from chatbot.knowledge_files import sources
from chatbot.knowledge_files.loading import (
    Finder,
    load_folder,
    load_knowledge,
    located,
    read_safety,
    read_safety_questions,
)
from chatbot.knowledge_files.sources import built_in_folder, read_sources, source_bytes, with_contents
from tests.support.bases import BUILT_IN, entries, write
from tests.support.loading import loaded, only, place, problems_of

pytestmark = pytest.mark.usefixtures("built_in")


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


def test_a_link_to_a_file_that_is_gone(base: Path) -> None:
    """As after a drive was taken out: it is not as if the file had never been there."""
    folder = write(base, faq=entries("a"))
    (base / "clinic.yaml").symlink_to(base / "gone.yaml")
    problem = only(folder)
    assert problem.rule == "file-readable"
    assert "a link, and the file that it leads to is not there" in problem.message


def test_a_base_without_entries_is_one_problem(base: Path) -> None:
    """What names the entries that are not there is not told to delete their names."""
    glossary = '- {term: "garage", meaning: "A house for cars.", entry: parking}\n'
    problems = problems_of(write(base, topics="", glossary=glossary))
    assert [problem.rule for problem in problems] == ["has-entries", "file-has-content"]


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
