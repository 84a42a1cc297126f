"""The table of docs/architecture.md is the architecture: what it names is imported, and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "chatbot"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ALLOWED = {
    module: set(imports.replace(" ", "").split(",")) - {""}
    for module, imports in re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|$", PAGE, re.MULTILINE)
}
ENTRANCES = {"__init__", "__main__"}
# Packages of parts of their own; any other package is one part.
GROUPS = {"compact", "english", "knowledge_files", "screen", "speaking"}


def part_of(names: Sequence[str]) -> str:
    """The part that a module is or lies in: `safety` for safety/signs.py, `cache` for knowledge_files/cache.py."""
    inside = names[1:] if names[0] in GROUPS else names
    return inside[0].removesuffix(".py") if inside else "__init__"


def part_of_file(path: Path) -> str:
    return part_of(path.relative_to(PACKAGE).parts)


PARTS = {part_of_file(path) for path in PACKAGE.rglob("*.py")} - ENTRANCES


def _used_at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    """Every node but those under `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        is_for_types = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
        if not is_for_types:
            yield child
            yield from _used_at_run_time(child)


def imports_of(part: str) -> set[str]:
    """The parts of the package that a part imports, at the top or inside a function."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        if part_of_file(path) != part:
            continue
        for node in _used_at_run_time(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).split(".")[0] == "chatbot":
                names = str(node.module).split(".")[1:]
                is_folder = not names or names[-1] in GROUPS
                found.update(part_of([*names, alias.name] if is_folder else names) for alias in node.names)
    return (found & PARTS) - {part}


def test_every_module_is_on_the_page_and_nothing_else() -> None:
    """A module that nobody has described is not finished; one that is gone is not described."""
    assert set(ALLOWED) == PARTS


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_module_imports_what_the_page_says(part: str) -> None:
    """Nothing that is not named there, and nothing is named there in vain."""
    assert sorted(imports_of(part)) == sorted(ALLOWED.get(part, set()))


PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
FILES = [
    f"/{path.relative_to(ROOT)}"
    for folder in ("chatbot", "tests", "tools", "benchmarks", "examples")
    for path in (ROOT / folder).rglob("*.py")
]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_module_that_a_page_names_is_there(page: Path) -> None:
    """A file is named from the top of the repository, or by the end of its path where the page says where it lies."""
    named = set(re.findall(r"`([\w/]+\.py)`", page.read_text(encoding="utf-8")))
    assert sorted(name for name in named if not any(file.endswith(f"/{name}") for file in FILES)) == []


@pytest.mark.parametrize(
    "package", sorted(path.parent for path in PACKAGE.glob("*/**/__init__.py")), ids=lambda path: path.name
)
def test_the_first_lines_of_a_package_name_each_of_its_files(package: Path) -> None:
    """So that whoever opens it sees which file to open for what."""
    first_lines = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf-8"))) or ""
    files = {path.stem for path in package.glob("*.py")} - ENTRANCES
    folders = {path.parent.name for path in package.glob("*/__init__.py")}
    assert [name for name in sorted(files | folders) if f"`{name}`" not in first_lines] == []
