"""Where a knowledge base lies: its folder, its files and their bytes.

Owns which file names belong to a knowledge base and which fall back to the built-in base. Apart from
`loading` so that a start from the cache reads bytes only: nothing heavy is imported here.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from chatbot.knowledge import EntryKind

ENTRY_FILES: dict[str, EntryKind] = {
    "faq.yaml": "faq",
    "topics.yaml": "topic",
    "handoffs.yaml": "handoff",
    "smalltalk.yaml": "smalltalk",
}
OTHER_FILES = (
    "clinic.yaml",
    "common-words.txt",
    "decoys.yaml",
    "follow-ups.yaml",
    "glossary.yaml",
    "languages.yaml",
    "lexicon.yaml",
    "safety-likeness.bin",
    "safety-questions.yaml",
    "safety.yaml",
)
FILES = (*ENTRY_FILES, *OTHER_FILES)
# Safety questions and what the examples teach are the built-in ones always: no other base can make its test easier,
# or unteach.
ALWAYS_BUILT_IN = frozenset({"safety-likeness.bin", "safety-questions.yaml"})
# Megabytes that only compiling needs: what they are is told by size, time and first line.
MADE_BY_A_RELEASE = frozenset({"safety-likeness.bin"})
_LONGEST_FIRST_LINE = 256  # bytes
# These serve every base well, until it has its own: common-words.txt is about English, not about a clinic.
FALLS_BACK = ALWAYS_BUILT_IN | frozenset({"safety.yaml", "smalltalk.yaml", "common-words.txt"})

LARGEST_FILE = 64 * 1024 * 1024  # bytes; five times a base of 100,000 questions
NOT_ORDINARY = "it is no ordinary file"
TOO_LARGE = "it is too large"
LEADS_NOWHERE = "it is a link, and the file that it leads to is not there"


class Source(NamedTuple):
    """One file of a knowledge base. `content` is None where it cannot be read (`reason` says why).

    Of what is made by a release `mark` tells one version from another; its content is read by `with_contents`.
    """

    name: str
    path: str
    content: bytes | None
    is_fall_back: bool = False
    reason: str = ""
    mark: bytes = b""


def built_in_folder() -> str:
    """Return the folder of the knowledge base that comes with the program.

    In a wheel it lies inside the package; in a clone it is the repository's `knowledge` folder.
    """
    here = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib costs 5 ms at start
    package = os.path.dirname(here)  # noqa: PTH120
    inside = os.path.join(package, "_knowledge")  # noqa: PTH118
    if os.path.isdir(inside):  # noqa: PTH112
        return inside
    return os.path.join(os.path.dirname(package), "knowledge")  # noqa: PTH118, PTH120


def read_sources(folder: str | None) -> list[Source]:
    """Return every file of the knowledge base in `folder` (None: the built-in one), in the order of FILES.

    Files that the folder lacks come from the built-in base where they fall back, else they are not listed.
    What is made by a release has no content yet. Never raises; a folder that does not exist has no files of its own.
    """
    built_in = built_in_folder()
    folder = built_in if folder is None else folder
    has_own = os.path.isdir(folder)  # noqa: PTH112
    found: list[Source] = []
    for name in FILES:
        source = None
        if has_own and name not in ALWAYS_BUILT_IN:
            source = _read(folder, name, is_fall_back=False)
        if source is None and name in FALLS_BACK:
            is_whole = name not in MADE_BY_A_RELEASE
            source = _read(built_in, name, is_fall_back=folder != built_in, has_content=is_whole)
        if source is not None:
            found.append(source)
    return found


def with_contents(sources: Iterable[Source]) -> list[Source]:
    """Return these files, each with its content: what is made by a release is read now, the others stay."""
    return [
        _read(os.path.dirname(source.path), source.name, is_fall_back=source.is_fall_back) or source  # noqa: PTH120
        if source.name in MADE_BY_A_RELEASE
        else source
        for source in sources
    ]


def source_bytes(sources: Iterable[Source]) -> list[tuple[str, bytes]]:
    """Return name and bytes of every file that shapes the knowledge base: what its fingerprint covers.

    Of what is made by a release, size, time and its first line, which holds a check sum of the rest, stand
    for the bytes.
    """
    return [
        (
            f"{'built-in ' if source.is_fall_back else ''}{source.name}{source.reason}",
            source.mark or source.content or b"",
        )
        for source in sources
    ]


def built_in_content(name: str) -> bytes:
    """Return what the built-in file of this name holds; b"" where there is none."""
    source = _read(built_in_folder(), name, is_fall_back=False)
    return source.content or b"" if source is not None else b""


def is_built_in_file(folder: str, name: str) -> bool:
    """Return whether a file in this folder holds what the built-in one of its name does."""
    own = _read(folder, name, is_fall_back=False)
    built_in = _read(built_in_folder(), name, is_fall_back=False)
    return own is not None and built_in is not None and own.content == built_in.content


def _read(folder: str, name: str, *, is_fall_back: bool, has_content: bool = True) -> Source | None:
    """Return one file as it is, None where there is none. `has_content`: also of what is made by a release."""
    path = os.path.join(folder, name)  # noqa: PTH118
    try:
        status = os.stat(path)  # noqa: PTH116 - looked at before it is opened: a pipe would be waited for, for ever
        if not stat.S_ISREG(status.st_mode):
            return Source(name, path, None, is_fall_back, NOT_ORDINARY)
        if status.st_size > LARGEST_FILE:
            return Source(name, path, None, is_fall_back, TOO_LARGE)
        with open(path, "rb") as file:  # noqa: PTH123
            if name not in MADE_BY_A_RELEASE:
                return Source(name, path, file.read(), is_fall_back)
            status = os.fstat(file.fileno())
            first = file.readline(_LONGEST_FIRST_LINE)
            mark = f"{status.st_size} {status.st_mtime_ns} ".encode() + first
            return Source(name, path, first + file.read() if has_content else None, is_fall_back, mark=mark)
    except FileNotFoundError:
        is_link = os.path.islink(path)  # noqa: PTH114
        return Source(name, path, None, is_fall_back, LEADS_NOWHERE) if is_link else None
    except OSError as error:
        return Source(name, path, None, is_fall_back, error.strerror or "unknown reason")
