"""The command as a process of its own: pipes, closed streams, odd encodings, other folders."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "chatbot"]
SMALL = "tests/transcripts/small-knowledge"
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="until Windows has a POSIX shell")


def run(*arguments: str, given: bytes | None = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments],
        input=given,
        capture_output=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    line = line.replace("spine-faq", f'"{sys.executable}" -m chatbot')
    return subprocess.run(["bash", "-c", line], capture_output=True, timeout=60, check=False, cwd=ROOT)


def test_a_piped_question_is_answered_and_it_ends() -> None:
    done = run(given=b"how common is this?\n")
    assert done.returncode == 0
    assert b"10 to 40" in done.stdout
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


def test_a_filter_follows_the_conversation() -> None:
    done = run("chat", given=b"what does an MRI show?\ntell me more\n")
    assert done.returncode == 0
    assert b"MRI" in done.stdout


def test_ask_json_is_the_reply_of_the_python_interface() -> None:
    done = run("ask", "--json", "does scar tissue hurt?")
    from chatbot import Chatbot  # noqa: PLC0415 - beside the command that must say the same

    assert json.loads(done.stdout) == Chatbot.load().ask("does scar tissue hurt?").reply.to_dict()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_no_encoding_of_the_output_stops_an_answer(encoding: str) -> None:
    done = run("ask", "¿how common is it? \u2603", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode in (0, 1)
    assert done.stdout
    assert b"Traceback" not in done.stderr


def test_a_question_of_bytes_that_are_no_text_is_answered() -> None:
    command = [*(part.encode() for part in COMMAND), b"ask", b"--json", b"scar tissue \xff\xfe"]
    if sys.platform != "win32":
        done = subprocess.run(command, capture_output=True, timeout=60, check=False, cwd=ROOT)
        assert json.loads(done.stdout)["answers"]


@ON_POSIX
@pytest.mark.parametrize(
    "line",
    [
        "yes 'scar tissue' | spine-faq ask --json | head -n 1",
        "yes 'scar tissue' | spine-faq ask | head -n 1",
        "yes 'scar tissue' | spine-faq | head -n 1",
        "spine-faq --help | true",
        "spine-faq ask 'scar tissue' | true",
    ],
)
def test_a_reader_who_has_read_enough_ends_it_quietly(line: str) -> None:
    done = shell(f"{line}; echo status ${{PIPESTATUS[-2]}} >&2")
    assert done.stderr == b"status 0\n"


@ON_POSIX
@pytest.mark.parametrize(
    ("command", "status"),
    [
        (f"check --strict {SMALL}", 1),
        (f"check --strict --json {SMALL}", 1),
        ("check no-such-folder", 2),
        ("ask 'who won the game last night'", 1),
        ("ask --json 'who won the game last night'", 1),
    ],
)
def test_what_was_found_counts_though_nobody_reads_it(command: str, status: int) -> None:
    done = shell(f"spine-faq {command} | true; echo status ${{PIPESTATUS[0]}} >&2")
    assert done.stderr == f"status {status}\n".encode()


@ON_POSIX
@pytest.mark.parametrize("command", ["ask hello", "why hello", "chat", "serve"])
def test_a_base_that_cannot_be_loaded_is_told_by_the_status_though_nobody_reads_why(command: str) -> None:
    """As where a script reads the first line of what is said, and then the status."""
    done = shell(
        f"exec 3>&1; (sleep 1; spine-faq {command} --knowledge no-such-folder; echo $? >&3) 2>&1 | true"
    )
    assert done.stdout == b"2\n"


@ON_POSIX
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["ask 'scar tissue'", "chat", "serve", "ask --json"])
def test_closed_streams_do_no_harm(command: str, closed: str) -> None:
    done = shell(f"echo 'scar tissue' | spine-faq {command} {closed}; exit ${{PIPESTATUS[-1]}}")
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


@ON_POSIX
def test_a_full_disk_is_told_in_a_sentence() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("until this system has a device that is always full")
    for command in (
        "--help",
        "ask --help",
        "--version",
        "ask 'scar tissue'",
        "ask --json 'scar tissue'",
        f"check --strict {SMALL}",
    ):
        done = shell(f"spine-faq {command} > /dev/full")
        assert done.returncode == 2
        assert b"No space left on device" in done.stderr
        assert b"Traceback" not in done.stderr and b"went wrong inside" not in done.stderr


def test_another_knowledge_base_is_named_by_option_or_environment() -> None:
    small = str(ROOT / "tests" / "transcripts" / "small-knowledge")
    by_option = run("ask", "--json", "can the screws be taken out?", "--knowledge", small)
    by_environment = run("ask", "--json", "can the screws be taken out?", SPINE_FAQ_KNOWLEDGE=small)
    assert json.loads(by_option.stdout)["answers"][0]["entry"] == "hardware"
    assert by_option.stdout == by_environment.stdout


def test_a_knowledge_base_that_is_not_there_is_told_without_a_traceback() -> None:
    done = run("ask", "hi", "--knowledge", "no-such-folder")
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"no-such-folder" in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_interruption_ends_with_130() -> None:
    script = """
import sys
from chatbot import cli
from chatbot.cli import starting
def stop(_):
    raise KeyboardInterrupt
starting.load = stop
sys.exit(cli.main(["ask", "hi"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, timeout=60, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


INTERRUPTED_AT_AN_IMPORT = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == "{module}":
            os.kill(os.getpid(), signal.SIGINT)
{before}
sys.meta_path.insert(0, Interrupting())
sys.argv = ["spine-faq", "why", "is this common"]
from chatbot.__main__ import run
run()
"""


@ON_POSIX
@pytest.mark.parametrize("module", ["chatbot.cli", "chatbot.engine", "chatbot.staff"])
def test_an_interruption_while_it_starts_ends_with_130_and_no_traceback(module: str) -> None:
    """From the first line of ours on, whatever is being imported."""
    script = INTERRUPTED_AT_AN_IMPORT.format(module=module, before="")
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, timeout=60, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@ON_POSIX
def test_who_has_interruptions_ignored_is_not_interrupted() -> None:
    """As a shell does for what it starts in the background."""
    script = INTERRUPTED_AT_AN_IMPORT.format(
        module="chatbot.cli", before="signal.signal(signal.SIGINT, signal.SIG_IGN)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, timeout=60, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_command_and_the_module_begin_alike() -> None:
    """Both where interruptions are met first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"spine-faq": "chatbot.__main__:run"}


def test_a_cache_that_cannot_be_used_is_told_once(tmp_path: Path) -> None:
    """One line on standard error for whoever set it up; none where the cache works."""
    (tmp_path / "file").write_text("")
    done = run(
        "ask", "can the screws be taken out?", "--knowledge", SMALL, SPINE_FAQ_CACHE=str(tmp_path / "file")
    )
    assert done.returncode == 0
    assert done.stderr.count(b"\n") == 1
    assert b"SPINE_FAQ_CACHE" in done.stderr and str(tmp_path / "file").encode() in done.stderr
    for _ in range(2):
        done = run(
            "ask", "can the screws be taken out?", "--knowledge", SMALL, SPINE_FAQ_CACHE=str(tmp_path / "new")
        )
        assert done.stderr == b""
