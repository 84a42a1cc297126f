"""Whatever stands in the files, loading gives Knowledge or Problems: nothing else, and never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.knowledge import Knowledge, Position
from chatbot.knowledge_files import packing, yaml_source
from chatbot.knowledge_files.broken_lines import quoted
from chatbot.knowledge_files.cache import fingerprint, read, write
from chatbot.knowledge_files.loading import LEVELS, Finder, load_folder, read_safety
from chatbot.knowledge_files.sources import FILES, read_sources, source_bytes
from chatbot.sanitise import clean
from chatbot.staff.report import describe, verdict
from tests.support.bases import entries, pretend_built_in
from tests.support.bases import write as write_base

# Pieces that YAML, the settings or a terminal take for something of their own, glued in any order.
PIECES = st.sampled_from((
    "entries: ", "groups: ", "  - id: a\n", "    title: ", "    questions:\n      - ", "related: [a, ",
    "answer: ", '"', "'", ": ", "- ", "#", "{phone}", "[[", "]]", "{", "}", "[", "]", "&a ", "*a ", "!t ",
    ", ", "%", "@", "`", "|\n", ">", "---", "...", "\n", "\t", "no", "~", "2026-11-22", "5", "\\x1b", "\\u202e",
    "\x1b[31m", "\u202e", "\u200b", "\ufeff", "\x00", "\x85", "\r\n", "é", "漢", "👩",
))  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join)
FILE_NAMES = st.sampled_from(FILES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("knowledge")
    with pytest.MonkeyPatch.context() as patch:
        pretend_built_in(path / "built-in", patch)
        yield path / "base"


def fresh(folder: Path, files: dict[str, bytes]) -> str:
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return str(folder)


def assert_sound(folder: str) -> None:
    knowledge, problems = load_folder(folder)
    assert (knowledge is None) == any(problem.level == "error" for problem in problems)
    assert knowledge is None or isinstance(knowledge, Knowledge)
    for problem in problems:
        assert problem.level in LEVELS
        assert problem.rule
        assert problem.message
        assert problem.position.line >= 1
        assert problem.position.column >= 1
        shown = describe(problem)
        assert clean(shown) == shown
    assert verdict(problems, knowledge)
    if knowledge is not None:
        assert packing.from_plain(packing.to_plain(knowledge)) == knowledge


@given(text=TEXTS, name=FILE_NAMES)
def test_any_text_as_a_file(folder: Path, text: str, name: str) -> None:
    """One broken file beside a good one: problems with places that can be shown, or knowledge."""
    content = text.encode("utf-8", "surrogatepass")
    base = fresh(folder, {"faq.yaml": entries("a").encode()} | {name: content})
    assert_sound(base)
    assert read_safety(base).is_built_in == (name != "safety.yaml")


@given(content=st.binary(max_size=60), name=FILE_NAMES)
def test_any_bytes_as_a_file(folder: Path, content: bytes, name: str) -> None:
    """No encoding breaks loading."""
    assert_sound(fresh(folder, {"faq.yaml": entries("a").encode()} | {name: content}))


@given(text=TEXTS, at=st.integers(0, 200))
def test_any_text_inside_of_an_entry(folder: Path, text: str, at: int) -> None:
    """A good file, broken anywhere."""
    good = "groups: {g: {title: G}}\n" + entries("a", "b", a="group: g\nrelated: [b]\nmore: '{clinic}'")
    assert_sound(fresh(folder, {"faq.yaml": (good[:at] + text + good[at:]).encode("utf-8", "surrogatepass")}))


@given(text=TEXTS)
def test_both_yaml_readers_agree(text: str) -> None:
    """With and without the C loader, a text without mistakes has the same values and places."""
    first, problems = yaml_source.read(text, "f")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_source, "_LOADER", yaml_source.yaml.SafeLoader)
        second, others = yaml_source.read(text, "f")
    if not problems and not others:
        assert first == second


@given(text=TEXTS)
def test_what_is_offered_for_pasting_is_the_text(text: str) -> None:
    """Quotes around any text give that text on one line."""
    one_line = " ".join(clean(text).split())
    node, problems = yaml_source.read(f"a: {quoted(one_line)}", "f")
    assert not problems
    assert node is not None
    assert node.plain() == {"a": one_line}


@given(data=st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_the_cache_gives_back_what_it_got(data: object) -> None:
    """Any plain data, equal or not at all."""
    name = fingerprint([("x", repr(data).encode("utf-8", "surrogatepass"))])
    write(name, data)
    assert read(name) == data


@given(position=st.integers(0, 400), text=st.text(max_size=30))
def test_finding_places_never_fails(folder: Path, position: int, text: str) -> None:
    """Any words near any place give a place."""
    base = fresh(folder, {"faq.yaml": entries("a").encode()})
    place = Position("faq.yaml", position, position)
    assert Finder(base)(place, text).file == "faq.yaml"
    assert source_bytes(read_sources(base))


def test_the_pieces_are_tried_together(tmp_path: Path) -> None:
    """The worst of them in one file is still only a list of problems."""
    text = "entries: [&a {phone}\n\t- *a\n- 'x\x1b[31m\u202e\n"
    knowledge, problems = load_folder(write_base(tmp_path / "base", faq=text))
    assert knowledge is None
    assert problems
