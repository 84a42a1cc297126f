"""A folder and the names in it: whether it is one, has entries, and holds what is never read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence

from chatbot.knowledge import Position, Problem
from chatbot.knowledge_files.assembly.files import FileReader
from chatbot.knowledge_files.sources import (
    ALWAYS_BUILT_IN,
    ENTRY_FILES,
    FILES,
    built_in_content,
    built_in_folder,
    is_built_in_file,
)
from chatbot.nearest import nearest
from chatbot.sanitise import clean_line

# From so many names of entries that are not there, a whole file is more likely missing than each of them mistyped.
_MANY_MISSING = 10
_FEWEST_LOST = 3  # entries; one or two are told by each place that names them
_HIDES_ENTRIES = ("field-known", "key-once", "list-of-entries-is-list")  # as "entires:", or "entries:" twice
_MOST_PLACES = 3  # that are told beside the first
_ID = re.compile(r"^ *- id: +([a-z0-9-]+)", re.MULTILINE)
_NEEDED_FOR_NAMES = ("faq.yaml", "topics.yaml", "handoffs.yaml")
# It lies in the built-in folder for those who teach the program; nobody reads it to answer.
_FOR_DEVELOPERS = ("safety-examples.yaml",)
_FIRST_FILE = """entries:
  - id: opening-hours
    title: "When are you open?"
    answer: "We are open from nine to five."
    source: "Clinic leaflet"
    consultation: "You can schedule a visit at the front desk."
    questions:
      - "When are you open?"
"""


def check_folder(reader: FileReader, folder: str | None) -> bool:
    """Report a folder that does not exist, has no entries, or has files whose names are nearly right.

    Returns whether it can be read at all: else there is nothing to say of its files.
    """
    is_built_in = folder is None or folder == built_in_folder()
    folder = built_in_folder() if folder is None else folder
    place = Position(clean_line(folder))
    try:
        names = os.listdir(folder)  # noqa: PTH208
    except (OSError, ValueError) as error:
        _report_no_folder(reader, folder, error)
        return False
    _check_names(reader, folder, names)
    if not is_built_in:
        _check_never_read(reader, folder, names)
    own = [name for name in ("faq.yaml", "topics.yaml") if name in reader.sources]
    if own and not (is_built_in and len(own) == 1):
        return True
    reader.add(
        "error",
        "folder-has-entries",
        place,
        f"this folder lacks {'faq.yaml and' if is_built_in else 'faq.yaml or'} topics.yaml",
        cause="A knowledge base needs entries: questions and their answer.",
        repair=_renamed(names, ("faq.yaml", "topics.yaml"))
        or f"put a file named faq.yaml into it that starts like this:\n{_FIRST_FILE}",
    )
    return True


def _report_no_folder(reader: FileReader, folder: str, error: Exception) -> None:
    """Report a folder that cannot be read: one that is not there or may not be read, or the name of a file."""
    outer = clean_line(os.path.dirname(folder)) or "."  # noqa: PTH120 - a text in, a text out
    message = "there is no folder of this name that can be read"
    repair = (
        "check its spelling, or leave the name away for the built-in knowledge base; "
        "spine-faq copy makes a copy of that to change"
    )
    if isinstance(error, NotADirectoryError):
        message, repair = (
            "this is a file, and a knowledge base is the folder that it lies in",
            f"name the folder: {outer}",
        )
    elif isinstance(error, PermissionError):
        message, repair = (
            "you may not read this folder",
            "ask whoever owns it for the right to, or copy it to a place of yours",
        )
    reader.add("error", "folder-exists", Position(clean_line(folder)), message, repair=repair)


def _renamed(names: Iterable[str], wanted: Sequence[str]) -> str:
    """Return what to do where one of these files is there under nearly its name, as faq.yml; "" where none is."""
    for name in sorted(names):
        meant = _meant(name, wanted)
        if meant:
            return f"rename {clean_line(name)} to {meant}"
    return ""


def check_has_entries(reader: FileReader, *, has_own: bool) -> None:
    """Report files of entries that hold none: a bot without a single answer of its own would start."""
    own = [name for name in ENTRY_FILES if name in reader.sources and not reader.sources[name].is_fall_back]
    has_errors = any(problem.level == "error" for problem in reader.problems)
    if own and not has_errors and not has_own:
        reader.add(
            "error",
            "has-entries",
            Position(own[0]),
            "there is no entry in this folder",
            cause="A knowledge base needs entries: questions and their answer.",
            repair=f"write {own[0]} like this:\n{_FIRST_FILE}",
        )


def check_no_file_is_missing(reader: FileReader, folder: str | None) -> None:
    """Report a file of entries that is missing or empty, where many places name entries or groups that are missing.

    Then the file was deleted, renamed or emptied by mistake. Each of these places by itself would be told to write
    another name. Only the first of their problems stay, so that hundreds do not hide what else is wrong.
    """
    places = [problem for problem in reader.problems if problem.rule in ("entry-exists", "group-exists")]
    empty = {problem.position.file for problem in reader.problems if problem.rule == "file-has-content"}
    absent = [name for name in _NEEDED_FOR_NAMES if name not in reader.sources or name in empty]
    if len(places) < _MANY_MISSING or not absent or folder is None:
        return
    untold = frozenset(places[_MANY_MISSING:])
    reader.problems = [problem for problem in reader.problems if problem not in untold]
    there = [name for name in os.listdir(folder) if name not in FILES]  # noqa: PTH208
    reader.add(
        "error",
        "folder-is-whole",
        Position(clean_line(folder)),
        f"{len(places)} places name entries or groups that are not there, and "
        f"{'nothing is in' if empty.intersection(absent) else 'neither is'} {' or '.join(absent)}",
        cause=f"The first {_MANY_MISSING} of these places are listed below. All are right again once the file is back.",
        repair=_renamed(there, absent)
        or "put the file back (spine-faq copy makes a new one in another folder), "
        "or delete the names where you do not want its entries",
    )


def check_no_end_is_lost(reader: FileReader, folder: str | None) -> None:
    """Report a file that has lost entries of the built-in one, where the files name them: most likely its end.

    A full disk or a slip of the hand leaves the first half of a file. What names the lost entries is right then, and
    would be told to write another name.
    """
    if folder in (None, built_in_folder()) or not reader.names_missing:
        return
    for name in ENTRY_FILES:
        source = reader.sources.get(name)
        if source is None or source.is_fall_back or not source.content:
            continue
        ids = set(_ID.findall(built_in_content(name).decode("utf-8", "replace")))
        places = {problem for problem, missing in reader.names_missing.items() if missing in ids}
        lost = {missing for missing in reader.names_missing.values() if missing in ids}
        if len(lost) < _FEWEST_LOST:
            continue
        reader.problems = [problem for problem in reader.problems if problem not in places]
        if any(
            problem.position.file == name and problem.rule in _HIDES_ENTRIES for problem in reader.problems
        ):
            continue
        reader.add(
            "error",
            "folder-is-whole",
            Position(name, source.content.count(b"\n", 0, -1) + 1),
            f"{len(lost)} entries of this file are not there any more, but {len(places)} places name them",
            cause="Most likely the end of the file was lost, and this is now its last line. "
            f"Missing: {', '.join(sorted(lost))}.",
            repair="put them back (spine-faq copy makes a new file in another folder), "
            "or delete their names where you do not want them",
        )


def tell_once(reader: FileReader) -> None:
    """Make one problem of what one slip may have caused.

    That is, of many places that name the same entry or group, which is not there, and of all that one entry lacks.
    """
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for number, problem in enumerate(reader.problems):
        key: tuple[str, ...] = (str(number),)
        if problem.rule in ("entry-exists", "group-exists"):
            key = (problem.rule, problem.message)
        elif problem.rule == "field-needed":
            key = (problem.rule, str(problem.position))
        alike.setdefault(key, []).append(problem)
    reader.problems = [
        problems[0] if len(problems) == 1 else _as_one(problems) for problems in alike.values()
    ]


def _as_one(problems: Sequence[Problem]) -> Problem:
    """Return one problem for several of one rule."""
    first = problems[0]
    if first.rule == "field-needed":
        names = [problem.message.removesuffix(" is missing here") for problem in problems]
        lines = [problem.repair.removeprefix("add:").strip() for problem in problems]
        return first._replace(
            message=f"{_listed(names)} are missing here", repair="\n".join(["add:", *lines])
        )
    places = [problem.position for problem in problems[1:]]
    shown = [
        f"line {place.line}" if place.file == first.position.file else f"{place.file} (line {place.line})"
        for place in places[:_MOST_PLACES]
    ]
    if len(places) > _MOST_PLACES:
        shown.append(f"{len(places) - _MOST_PLACES} more places")
    return first._replace(message=f"{first.message}; it is named in {_listed(shown)}, too")


def _listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _meant(name: str, wanted: Iterable[str]) -> str:
    """Return which of the wanted files this one is meant to be, "" for none: topics.yaml.txt, Topics.yaml, faqs.yml."""
    stem = name.lower().partition(".")[0]
    stems = {right.partition(".")[0]: right for right in wanted}
    is_text = name.lower().endswith((".yml", ".yaml", ".txt"))
    return stems.get(nearest(stem, stems, cutoff=0.8), "") if is_text else ""


def _check_names(reader: FileReader, folder: str, names: Iterable[str]) -> None:
    """Point out files that somebody may believe are read: of nearly the right name, copies, and other YAML."""
    by_stem = {name.partition(".")[0]: name for name in FILES}
    missing = {stem: name for stem, name in by_stem.items() if name not in reader.sources}
    for name in sorted(set(names) - set(FILES) - set(_FOR_DEVELOPERS)):
        parts = name.lower().split(".")
        is_yaml = parts[-1] in ("yaml", "yml") or (parts[-1] == "txt" and parts[-2] in ("yaml", "yml"))
        if name.startswith(".") or len(parts) == 1 or not (is_yaml or parts[-1] == "txt"):
            continue
        is_named_twice = parts[-1] == "txt" and is_yaml
        meant = nearest(parts[0], missing, cutoff=0.8)
        if not (meant or is_yaml):
            continue
        right = missing.get(meant) or by_stem.get(parts[0], "")
        reader.add(
            "hint",
            "file-name-known",
            Position(clean_line(os.path.join(folder, name))),  # noqa: PTH118 - a text in, a text out
            "this file is not read: its name is not one of a knowledge base",
            cause="Its name ends in .txt, which some systems do not show." if is_named_twice else "",
            repair=f"did you mean {right}?"
            if right and right in missing.values()
            else f"where it is meant, put what it holds into {right or 'topics.yaml'}; "
            "where it is a copy to keep, move it to another folder",
        )


def _check_never_read(reader: FileReader, folder: str, names: Iterable[str]) -> None:
    """Point out files of which the built-in one always counts, where they say something else than that."""
    for name in sorted({*ALWAYS_BUILT_IN, *_FOR_DEVELOPERS}.intersection(names)):
        if not is_built_in_file(folder, name):
            reader.add(
                "hint",
                "file-is-read",
                Position(clean_line(os.path.join(folder, name))),  # noqa: PTH118 - a text in, a text out
                "this file is not read: the built-in one always counts",
                cause="No knowledge base can make its own test of safety easier.",
                repair="delete it; signs of danger of your own belong into safety.yaml",
            )
