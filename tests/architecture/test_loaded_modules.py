"""What a fresh interpreter loads for each command. Times are measured elsewhere; modules are a promise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Each costs a patient more waiting than a whole answer.
SLOW = {
    "asyncio", "chatbot.knowledge_files.loading", "dataclasses", "email", "importlib.metadata", "inspect", "logging",
    "numpy", "prompt_toolkit", "rich", "segno", "sqlite3", "unittest", "urllib", "yaml",
}  # fmt: skip
QUESTION = "does scar tissue hurt?"

REPORT = """
import sys
from chatbot import cli
try:
    status = cli.main(sys.argv[1:])
except SystemExit as leaving:
    status = leaving.code
sys.stderr.write(" ".join(sys.modules))
sys.exit(status)
"""


def loaded(*arguments: str, given: bytes = b"") -> set[str]:
    """Every module that is in memory when the command has ended."""
    command = [sys.executable, "-c", REPORT, *arguments]
    done = subprocess.run(command, input=given, capture_output=True, timeout=60, check=True, cwd=ROOT)
    modules = set(done.stderr.splitlines()[-1].decode().split())
    assert "chatbot.cli" in modules
    return modules


@pytest.fixture(scope="module", autouse=True)
def _warm_cache() -> None:
    """The first start of all parses YAML; the promise is about all the others."""
    loaded("ask", "--json", QUESTION)


COMMANDS = {
    "version": ("--version",),
    "help": ("--help",),
    "ask --json": ("ask", "--json", QUESTION),
    "ask --json from input": ("ask", "--json"),
    "ask, plain": ("ask", QUESTION),
    "serve": ("serve",),
    "chat as a filter": ("chat",),
}
INPUT = {"serve": b'{"type":"ask","id":1,"text":"does scar tissue hurt?"}\n'}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_without_a_terminal_loads_nothing_slow(name: str) -> None:
    modules = loaded(*COMMANDS[name], given=INPUT.get(name, QUESTION.encode()))
    assert modules & SLOW == set()


@pytest.mark.parametrize("name", ["version", "help"])
def test_version_and_help_load_no_engine(name: str) -> None:
    modules = loaded(*COMMANDS[name])
    ours = {module.split(".")[1] for module in modules if module.startswith("chatbot.")}
    assert ours == {"cli"}
    assert "json" not in modules


def test_well_spelt_questions_need_no_spelling_library() -> None:
    assert "rapidfuzz" not in loaded("ask", "--json", QUESTION)


def test_a_service_has_what_an_emergency_needs_in_memory_before_one_comes() -> None:
    """The first message with a sign is answered as fast as the second; a single harmless question loads none of it."""
    needed = {
        "chatbot.safety.combining",
        "chatbot.safety.in_context.verdict",
        "chatbot.safety.cards.own_lines",
    }
    assert needed <= loaded(*COMMANDS["serve"], given=b'{"type":"ping","id":1}\n')
    assert needed.isdisjoint(loaded("ask", "--json", QUESTION))


def test_an_answer_as_json_loads_nothing_that_dresses_words_for_a_screen() -> None:
    modules = loaded(*COMMANDS["ask --json"])
    assert [name for name in modules if name.startswith("chatbot.screen")] == []


def test_the_public_names_load_neither_rich_nor_prompt_toolkit_nor_yaml() -> None:
    script = """
import sys
from chatbot import *
Chatbot.load().ask("hi")
print(*sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, timeout=60, check=True, cwd=ROOT
    )
    assert set(done.stdout.decode().split()) & {"rich", "prompt_toolkit", "yaml", "argparse"} == set()


def test_what_compiles_a_base_is_loaded_on_first_use_and_nothing_else_appears() -> None:
    from chatbot import safety  # noqa: PLC0415 - beside the claim about it

    assert callable(safety.compile_rules)
    with pytest.raises(AttributeError, match="no_such_name"):
        safety.no_such_name  # noqa: B018 - the look-up is what is tested
    for name in ("ask --json", "serve"):
        modules = loaded(*COMMANDS[name], given=INPUT.get(name, b""))
        assert (
            modules & {"chatbot.safety.rules_file.compiling", "chatbot.matching.counting", "random"} == set()
        )
