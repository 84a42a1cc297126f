"""Who may import whom. The table is the architecture: a new module is entered here on purpose."""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.support.engine_modules import ENGINE, PACKAGE

# The one module, or package, that may import an outside library. numpy is for compiling only: no start loads it
# (test_loaded_modules).
DOORS = {
    "numpy": "matching",
    "prompt_toolkit": "screen.line_editor",
    "rapidfuzz": "english.spelling",
    "rich": "screen.styled",
    "segno": "screen.qr_code",
    "yaml": "knowledge_files.yaml_source",
}
ENGINE_PARTS = tuple(name.removesuffix("/*") for name in ENGINE)
# What reaches outside: clocks, files, streams, the environment, other processes. (A seeded shuffle does not.)
OUTSIDE = {
    *(
        "datetime",
        "io",
        "logging",
        "os",
        "pathlib",
        "secrets",
        "shutil",
        "signal",
        "socket",
        "sqlite3",
    ),
    *("subprocess", "sys", "tempfile", "threading", "time", "urllib"),
}


HARMLESS = {"compact": {"sys"}}  # asked for the order of a number's bytes, which no start changes


def part_of(path: Path) -> str:
    """`chatbot/safety/reading/families.py` belongs to the part `safety`."""
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def module_of(path: Path) -> str:
    """`chatbot/safety/reading/families.py` is `chatbot.safety.reading.families`, and a package is its `__init__.py`."""
    return ".".join(("chatbot", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def sources() -> dict[str, list[ast.Module]]:
    found: dict[str, list[ast.Module]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        found.setdefault(part_of(path), []).append(ast.parse(path.read_text(encoding="utf-8"), str(path)))
    return found


SOURCES = sources()


def imported(part: str) -> Iterator[str]:
    """The full name of everything that a part imports, at any level of nesting, for typing or for use."""
    for tree in SOURCES[part]:
        yield from imported_by(tree)


def imported_by(tree: ast.Module) -> Iterator[str]:
    """The full name of everything that one module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "all imports here are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(part: str) -> set[str]:
    names = (name.split(".") for name in imported(part) if name.startswith("chatbot."))
    return {name[1] for name in names if name[1] in SOURCES} - {part}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=module_of)
def test_outside_libraries_are_imported_at_their_door_alone(path: Path) -> None:
    names = imported_by(ast.parse(path.read_text(encoding="utf-8")))
    libraries = {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"chatbot"}
    doors = {library: f"chatbot.{DOORS.get(library)}" for library in libraries}
    inside = f"{module_of(path)}."
    assert [library for library, door in sorted(doors.items()) if not inside.startswith(f"{door}.")] == []


@pytest.mark.parametrize("part", ENGINE_PARTS)
def test_the_engine_reads_no_clock_file_stream_or_environment(part: str) -> None:
    assert {name.split(".")[0] for name in imported(part)} & OUTSIDE == HARMLESS.get(part, set())
    calls = (node for tree in SOURCES[part] for node in ast.walk(tree) if isinstance(node, ast.Call))
    names = {node.func.id for node in calls if isinstance(node.func, ast.Name)}
    assert names & {"open", "print", "input"} == set()


def test_the_engine_is_all_that_it_uses() -> None:
    """Every module that `engine` needs for a reply is held to the engine's rules; files are read before it."""
    used, waiting = set(), {"engine"}
    while waiting:
        part = waiting.pop()
        used.add(part)
        waiting |= ours(part) - used - {"knowledge_files"}
    assert set(ENGINE_PARTS) == used


def loaded_at_once(tree: ast.Module, modules: Collection[str]) -> set[str]:
    """The modules of ours that a module needs to be loaded: what is imported at its top, not for typing alone."""
    found = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            found.update(name if name in modules else str(node.module) for name in names)
    return found & set(modules)


def test_modules_import_in_one_direction() -> None:
    """Inside the packages, too, where the page says nothing: a sorter that finds no order names the circle."""
    trees = {module_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}
    needs = {module: loaded_at_once(tree, trees) for module, tree in trees.items()}
    assert len(tuple(TopologicalSorter(needs).static_order())) == len(trees)


def test_no_module_is_a_box_for_anything() -> None:
    names = {path.stem for path in PACKAGE.rglob("*.py")}
    assert names & {"utils", "util", "helpers", "helper", "common", "misc", "manager"} == set()
