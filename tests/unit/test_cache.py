"""Promises of the cache: fast when it can be trusted, silent and harmless when it cannot."""

from __future__ import annotations

import gc
import os
import stat
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import chatbot
from chatbot.knowledge import Knowledge
from chatbot.knowledge_files import cache, packing
from chatbot.knowledge_files.cache import MOST_FILES, fingerprint, read, write
from chatbot.knowledge_files.loading import load_knowledge
from tests.support.bases import entries, pretend_built_in
from tests.support.bases import write as write_base

DATA = ("text", 1, 2.5, None, True, ("nested", ["list"], {"key": b"bytes"}), "é\u202e")
NAME = fingerprint([("faq.yaml", b"x")])
posix = pytest.mark.skipif(
    os.name == "nt", reason="owners and modes are POSIX's, as long as Windows has none"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SPINE_FAQ_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_was_written_is_read() -> None:
    """Any nested plain data comes back equal, under its own name only."""
    write(NAME, DATA)
    assert read(NAME) == DATA
    assert read(fingerprint([("faq.yaml", b"y")])) is None


@pytest.mark.parametrize("is_on", [True, False])
def test_reading_leaves_the_garbage_collector_as_it_was(is_on: bool) -> None:
    """It pauses while a payload is read, where there is nothing to collect."""
    write(NAME, DATA)
    was_on = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()
        read(NAME)
        assert gc.isenabled() == is_on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_a_whole_knowledge_base_survives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Knowledge is the same after packing, writing, reading and unpacking, reviews and places included."""
    pretend_built_in(tmp_path / "built-in", monkeypatch)
    faq = "groups: {g: {title: G}}\n" + entries("a", "b", a="group: g\nreviewed: {by: X, on: 2026-11-22}")
    others = {
        "lexicon": "".join(f"{part}: [{{means: x, say: [y]}}]\n" for part in ("words", "spelling", "outside"))
        + "home: [z]\nbroad: [{say: [pain], offer: [a, b]}]\n",
        "glossary": "- {term: t, meaning: m}\n",
        "languages": "- {language: Spanish, code: es, marker_words: [hola], sentence: s}\n",
        "decoys": "- my knee\n",
        "follow_ups.yaml": "- {means: risks, entries: [a], say: [and the risks]}\n",
    }
    knowledge = load_knowledge(write_base(tmp_path / "base", faq=faq, **others))
    assert all(knowledge)
    write(NAME, packing.to_plain(knowledge))
    again = packing.from_plain(read(NAME))
    assert again == knowledge
    assert_same_types(again, knowledge)


def assert_same_types(one: Any, other: Any) -> None:
    assert type(one) is type(other)
    if isinstance(one, tuple):
        for left, right in zip(one, other, strict=True):
            assert_same_types(left, right)


def test_packing_refuses_another_shape() -> None:
    """Data of another version is no Knowledge."""
    with pytest.raises((TypeError, ValueError)):
        packing.from_plain((1,) * (len(Knowledge._fields) + 1))


def test_the_fingerprint_covers_names_and_bytes() -> None:
    """A byte more, another name, another border between two files: another name of the cache."""
    sources = [("a", b"bc"), ("d", b"")]
    others = (
        [("a", b"b"), ("d", b"c")],
        [("ab", b"c"), ("d", b"")],
        [("a", b"bc")],
        [],
        [("a\udcff", b"bc"), ("d", b"")],
    )
    names = {fingerprint(other) for other in (sources, *others)}
    assert len(names) == len(others) + 1
    assert fingerprint(list(sources)) == fingerprint(sources)
    assert all(name.isalnum() for name in names)


def test_the_fingerprint_covers_program_and_python(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Another version, format, Python or a changed module of ours is another name."""
    before = fingerprint([])
    with monkeypatch.context() as patch:
        patch.setattr(chatbot, "__version__", "99")
        assert fingerprint([]) != before
    with monkeypatch.context() as patch:
        patch.setattr(cache, "FORMAT", 99)
        assert fingerprint([]) != before
    with monkeypatch.context() as patch:
        (tmp_path / "part").mkdir()
        (tmp_path / "__init__.py").write_text("1")
        (tmp_path / "part" / "one.py").write_text("1")
        (tmp_path / "data.txt").write_text("1")
        patch.setattr(chatbot, "__file__", str(tmp_path / "__init__.py"))
        here = fingerprint([])
        assert here != before
        (tmp_path / "part" / "one.py").write_text("12")
        assert fingerprint([]) != here
        patch.setattr(chatbot, "__file__", str(tmp_path / "archive.zip" / "__init__.py"))
        assert fingerprint([]) not in (here, before)
    assert fingerprint([]) == before


@pytest.mark.parametrize("keep", [0, 5, 30, 60, -1])
def test_a_truncated_file_is_ignored_and_replaced(folder: Path, keep: int) -> None:
    """Half a file is no file; the next write repairs it."""
    write(NAME, DATA)
    path = only_file(folder)
    path.write_bytes(path.read_bytes()[:keep])
    assert read(NAME) is None
    write(NAME, DATA)
    assert read(NAME) == DATA


def test_a_changed_byte_anywhere_is_found(folder: Path) -> None:
    """The digest is verified before a single value is built."""
    write(NAME, DATA)
    path = only_file(folder)
    content = path.read_bytes()
    for position in range(len(content)):
        path.write_bytes(content[:position] + bytes([content[position] ^ 1]) + content[position + 1 :])
        assert read(NAME) is None


def test_a_file_under_another_name_is_ignored(folder: Path) -> None:
    """What was compiled from other files is not believed because somebody renamed it."""
    write(NAME, DATA)
    other = fingerprint([])
    only_file(folder).rename(folder / (other + cache._SUFFIX))
    assert read(other) is None


def test_data_that_is_whole_but_unreadable_is_ignored(folder: Path) -> None:
    """A right digest over something that is no marshal data: still only a miss."""
    write(NAME, DATA)
    only_file(folder).write_bytes(cache._header(NAME, b"?") + b"?")
    assert read(NAME) is None


def test_nothing_there(folder: Path) -> None:
    """No folder, an empty one, a folder where a file should be: a miss."""
    assert read(NAME) is None
    folder.mkdir(mode=0o700)
    assert read(NAME) is None
    (folder / (NAME + cache._SUFFIX)).mkdir()
    assert read(NAME) is None


def test_names_cannot_leave_the_folder(folder: Path) -> None:
    """A name with a way in it stays inside."""
    write("../../outside", DATA)
    assert only_file(folder).name == "outside" + cache._SUFFIX
    assert read("\0") is None
    write("\0", DATA)


@posix
def test_only_the_owner_may_look(folder: Path) -> None:
    """Folder and files are the owner's alone."""
    write(NAME, DATA)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(only_file(folder).stat().st_mode) == 0o600


@posix
@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_others_may_write_is_not_trusted(folder: Path, what: str) -> None:
    """Anybody could have put it there."""
    write(NAME, DATA)
    (folder if what == "folder" else only_file(folder)).chmod(0o777)
    assert read(NAME) is None


@posix
def test_what_others_own_is_not_trusted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither read nor written to."""
    write(NAME, DATA)
    monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1)
    assert read(NAME) is None
    write(fingerprint([]), DATA)
    assert len(list(folder.iterdir())) == 1


@posix
def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    """A link in the folder leads nowhere."""
    write(NAME, DATA)
    path = only_file(folder)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert read(NAME) is None


def test_without_owners_only_the_digest_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no user numbers; its folder for local data is the user's own."""
    monkeypatch.delattr(os, "getuid", raising=False)
    write(NAME, DATA)
    assert read(NAME) == DATA


def test_a_folder_that_cannot_be_made_is_no_trouble(folder: Path) -> None:
    """Writing fails without a word, and leaves nothing."""
    folder.write_text("a file stands in the way")
    write(NAME, DATA)
    assert read(NAME) is None


def test_data_that_cannot_be_written_is_no_trouble(folder: Path) -> None:
    """Only plain data can be kept."""
    write(NAME, object())
    assert not folder.exists()


def test_a_failed_rename_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No half of a file remains, under no name."""

    def fail(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", fail)
    write(NAME, DATA)
    assert list(folder.iterdir()) == []


def test_a_file_is_never_seen_half(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the rename the right name holds the old file or none."""
    seen: list[object] = []
    replace = os.replace

    def watch(one: str, other: str) -> None:
        seen.append(read(NAME))
        replace(one, other)

    monkeypatch.setattr(os, "replace", watch)
    write(NAME, DATA)
    write(NAME, ("new",))
    assert seen == [None, DATA]
    assert read(NAME) == ("new",)


def test_a_leftover_of_a_crash_is_in_nobodys_way(folder: Path) -> None:
    """The same process number may come again after a crash."""
    folder.mkdir(mode=0o700)
    (folder / f"{NAME}{cache._SUFFIX}.{os.getpid()}{cache._UNFINISHED}").write_text("half")
    write(NAME, DATA)
    write(NAME, DATA)
    assert read(NAME) == DATA


def test_old_files_are_forgotten(folder: Path) -> None:
    """At most eight remain, the newest; half-written ones go after a day; strangers' files stay."""
    names = [fingerprint([("n", bytes([number]))]) for number in range(MOST_FILES + 3)]
    for age, name in enumerate(reversed(names)):
        write(name, DATA)
        os.utime(folder / (name + cache._SUFFIX), (1000 - age, 1000 - age))
    for name, days in (("old", 2), ("new", 0)):
        path = folder / f"{name}{cache._UNFINISHED}"
        path.write_text("half")
        os.utime(path, (time.time() - days * 86400,) * 2)
    (folder / "letter.txt").write_text("mine")
    write(NAME, DATA)
    left = {path.name for path in folder.iterdir()}
    assert {f"new{cache._UNFINISHED}", "letter.txt", NAME + cache._SUFFIX} <= left
    assert f"old{cache._UNFINISHED}" not in left
    assert len(left) == MOST_FILES + 2
    assert names[0] + cache._SUFFIX not in left


def test_what_is_in_use_is_not_forgotten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kiosk's base, compiled long ago and read each morning, stays while somebody edits another one all day."""
    write(NAME, DATA)
    os.utime(only_file(folder), (1000, 1000))
    assert read(NAME) == DATA
    for number in range(MOST_FILES - 1):
        write(fingerprint([("n", bytes([number]))]), DATA)
    assert read(NAME) == DATA

    def refuse(_: str) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "utime", refuse)  # a folder that may only be read serves all the same
    assert read(NAME) == DATA


def test_a_file_that_vanishes_while_tidying_is_no_trouble(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two programs may tidy at once."""
    monkeypatch.setattr(cache, "MOST_FILES", 0)

    def vanish(_: str) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(os, "remove", vanish)
    write(NAME, DATA)
    assert read(NAME) == DATA


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, ".cache/spine-faq"),
        ("linux", {"XDG_CACHE_HOME": "chosen"}, "chosen/spine-faq"),
        ("darwin", {}, "Library/Caches/spine-faq"),
        ("win32", {}, "AppData/Local/spine-faq"),
        ("win32", {"LOCALAPPDATA": "local"}, "local/spine-faq"),
    ],
)
def test_each_platform_has_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], expected: str
) -> None:
    """Where each system keeps what may be deleted at any time."""
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("SPINE_FAQ_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for name, value in variables.items():
        monkeypatch.setenv(name, str(tmp_path / value))
    write(NAME, DATA)
    assert only_file(tmp_path / expected).name == NAME + cache._SUFFIX
    assert read(NAME) == DATA


def test_long_runs_of_bytes_come_back_in_their_places() -> None:
    """They are kept beside the rest, so that a start need not copy them: wherever they stood, however many."""
    data = (b"a" * 5000, ("text", (b"b" * 9000, b"short", {"c": b"c" * 5000}), 7), b"", b"d" * 4096)
    write(NAME, data)
    assert read(NAME) == data
    write(NAME, b"e" * 5000)
    assert read(NAME) == b"e" * 5000


@posix
def test_what_could_not_be_kept_is_told_to_whoever_asks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the folder and the reason; nothing once it works again."""
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    write(NAME, DATA)
    assert (
        cache.trouble()
        == f"{folder}: it must belong to the user who runs this, and nobody else may write to it"
    )
    folder.chmod(0o700)
    write(NAME, DATA)
    assert cache.trouble() == ""
    (folder.parent / "file").write_text("")
    monkeypatch.setenv("SPINE_FAQ_CACHE", str(folder.parent / "file"))
    write(NAME, DATA)
    assert cache.trouble() == f"{folder.parent / 'file'}: it is a file, not a folder"
    monkeypatch.setenv("SPINE_FAQ_CACHE", str(folder))
    write(NAME, DATA)
