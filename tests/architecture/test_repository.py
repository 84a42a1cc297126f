"""What is in the repository works elsewhere too, and what is pinned is pinned completely."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from chatbot.knowledge_files.sources import FILES

ROOT = Path(__file__).parents[2]
# Written in pieces, so that this file does not find itself.
PLACES_OF_A_MACHINE = re.compile(r"(?:^|[^\w./-])/(?:work|farm|root|tmp/content)" + r"/\w", re.MULTILINE)
PACKAGE_INDEX = re.compile(
    "|".join(
        [
            "--index" + "-url",
            "--extra-" + "index",
            "--find" + "-links",
            r"pypi\." + "org",
            "python" + "hosted",
        ]
    )
)
IS_TEXT = {
    "",
    ".cfg",
    ".css",
    ".html",
    ".in",
    ".js",
    ".json",
    ".md",
    ".mjs",
    ".py",
    ".svg",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
}


def files() -> list[Path]:
    """Every file that a clone holds."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        names = [name for name in listed.decode().split("\0") if name]
    else:  # an unpacked source archive
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
        names = [
            str(path) for path in found if not {".venv", "__pycache__", "dist", "build"} & set(path.parts)
        ]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


@pytest.mark.parametrize("pattern", [PLACES_OF_A_MACHINE, PACKAGE_INDEX], ids=["places", "index"])
def test_no_file_names_a_place_of_one_machine_or_a_package_index(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in files()
        if path.suffix in IS_TEXT
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_nothing_that_is_made_is_in_the_repository() -> None:
    made = {
        ".venv",
        "__pycache__",
        "dist",
        "build",
        ".hypothesis",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
    }
    assert [path for path in files() if made & set(path.relative_to(ROOT).parts)] == []


def pinned(name: str) -> dict[str, str]:
    """Package to everything that stands behind it."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {block.split("==")[0]: block for block in re.split(r"\n(?=[a-z])", text)}


@pytest.mark.parametrize("name", ["run", "test", "bench"])
def test_every_requirement_has_an_exact_version_and_hashes(name: str) -> None:
    for package, block in pinned(name).items():
        assert re.match(r"[a-z0-9.-]+==\S+", block), package
        assert "--hash=sha256:" in block, package


def test_the_sets_agree_on_versions() -> None:
    run = pinned("run")
    for name in ("test", "bench"):
        larger = pinned(name)
        assert {package: block.split()[0] for package, block in larger.items() if package in run} == {
            package: block.split()[0] for package, block in run.items()
        }


def test_what_the_package_needs_is_what_the_run_time_set_pins() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split("[><=~! ]", text)[0].lower() for text in project["dependencies"]}
    named = {
        line
        for line in (ROOT / "requirements" / "run.in").read_text(encoding="utf-8").split("\n")
        if line and line[0] != "#"
    }
    assert named - {"hatchling"} == needed


def test_the_wheel_carries_what_the_program_reads_and_no_examples() -> None:
    """Megabytes of example messages are for those who learn from them again, in a copy of the source."""
    packed = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    inside = {Path(name).name for name in packed if Path(name).parent == Path("chatbot/_knowledge")}
    assert inside == set(FILES)
    assert "chatbot/engine.py" in packed


def test_the_folder_may_have_any_name() -> None:
    """No recipe writes it between quotes, which an apostrophe in it ("anna's folder") would end."""
    recipes = [line for line in (ROOT / "Makefile").read_text("utf-8").splitlines() if line.startswith("\t")]
    assert any("$$PLACE" in line for line in recipes)
    assert not any("$(CURDIR)" in line for line in recipes)
