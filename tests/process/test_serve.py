"""`spine-faq serve` as a process of its own: what a kiosk's program meets."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "chatbot", "serve"]
SMALL = str(ROOT / "tests" / "transcripts" / "small-knowledge")
TRANSCRIPT = ROOT / "docs" / "protocol.transcript.txt"
SCHEMA = json.loads((ROOT / "docs" / "protocol.schema.json").read_text(encoding="utf-8"))
PIPE = subprocess.PIPE

# What the transcript asks. Each line, and what it shows.
SCRIPT = [
    ("a question", {"type": "ask", "id": 1, "session": "kiosk-2", "text": "does scar tissue hurt?"}),
    (
        "a follow-up in the same session",
        {"type": "ask", "id": 2, "session": "kiosk-2", "text": "tell me more"},
    ),
    ("a suggestion that was tapped", {"type": "show", "id": 3, "session": "kiosk-2", "entry": "imaging"}),
    ("what nothing covers", {"type": "ask", "id": "four", "text": "what is the capital of france?"}),
    ("an emergency comes first", {"type": "ask", "id": 5, "text": "I can't breathe and my chest hurts"}),
    ("what can be asked", {"type": "topics", "id": 6}),
    ("the patient has left", {"type": "reset", "id": 7, "session": "kiosk-2"}),
    ("are you there?", {"type": "ping", "id": 8}),
    ("no JSON", "What is wrong with my back?"),
    ("an unknown type", {"type": "sing", "id": 9}),
    ("a missing field", {"type": "ask", "id": 10}),
    ("an unknown entry", {"type": "show", "id": 11, "entry": "knees"}),
    ("a text that is too long", {"type": "ask", "id": 12, "text": "x" * 2001}),
]


def definition(name: str) -> Any:
    fastjsonschema = pytest.importorskip("fastjsonschema", reason="until `make test` has installed it")
    return fastjsonschema.compile({"$ref": f"#/definitions/{name}", "definitions": SCHEMA["definitions"]})


def run(lines: str | bytes, *, knowledge: str = SMALL) -> subprocess.CompletedProcess[bytes]:
    data = lines.encode() if isinstance(lines, str) else lines
    command = [*COMMAND, "--knowledge", knowledge]
    return subprocess.run(command, input=data, capture_output=True, timeout=60, check=False, cwd=ROOT)


@pytest.fixture
def served() -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [*COMMAND, "--knowledge", SMALL], stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=ROOT
    )
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["type"] == "hello"
    yield process
    process.kill()
    process.communicate()


def transcript() -> str:
    written = "".join(
        json.dumps(line) + "\n" if isinstance(line, dict) else line + "\n" for _, line in SCRIPT
    )
    hello, *answers = run(written).stdout.decode("ascii").splitlines()
    lines = [
        "What a program writes (>) and what `spine-faq serve` answers (<), on a base of three entries.",
        "Made by: pytest tests/process --renew",
        "",
        f"< {hello}",
    ]
    for (title, _), asked, answer in zip(SCRIPT, written.splitlines(), answers, strict=True):
        lines += ["", f"# {title}", f"> {asked}", f"< {answer}"]
    return "\n".join(lines) + "\n"


def test_the_transcript_is_what_is_said(renew: bool) -> None:
    now = transcript()
    if renew:
        TRANSCRIPT.write_text(now, encoding="utf-8")
    assert TRANSCRIPT.read_text(encoding="utf-8") == now


def test_every_line_of_the_transcript_fits_the_schema() -> None:
    line_in, line_out = definition("lineIn"), definition("lineOut")
    wrong = {"no JSON", "an unknown type", "a missing field", "a text that is too long"}
    title = ""
    for line in TRANSCRIPT.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            title = line[2:]
        elif line.startswith("< "):
            line_out(json.loads(line[2:]))
        elif line.startswith("> ") and title not in wrong:
            line_in(json.loads(line[2:]))


def test_the_schema_names_every_field_that_is_sent() -> None:
    line = json.loads(run('{"type":"ask","id":1,"text":"scar tissue"}').stdout.splitlines()[1])
    definitions = SCHEMA["definitions"]
    assert set(line["reply"]) == set(definitions["reply"]["properties"])
    assert set(line["reply"]["answers"][0]) == set(definitions["answer"]["properties"])


def test_the_end_of_input_ends_it_with_status_0() -> None:
    done = run(b'{"type":"ping","id":1}')
    assert done.returncode == 0
    assert done.stderr == b""
    assert len(done.stdout.splitlines()) == 2


def test_a_broken_knowledge_base_ends_it_with_status_2_before_hello(tmp_path: Path) -> None:
    (tmp_path / "faq.yaml").write_text("- id: a\n  answer: no\n", encoding="utf-8")
    done = run(b'{"type":"ping","id":1}\n', knowledge=str(tmp_path))
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"faq.yaml:" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="until Windows has SIGTERM")
def test_sigterm_ends_it_with_status_0(served: subprocess.Popen[bytes]) -> None:
    served.send_signal(signal.SIGTERM)
    assert served.wait(timeout=10) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="until Windows has SIGTERM")
def test_sigterm_ends_it_even_when_nobody_reads_its_answers(served: subprocess.Popen[bytes]) -> None:
    assert served.stdin is not None
    os.set_blocking(served.stdin.fileno(), False)
    line = b'{"type":"topics","id":1}\n' * 100
    while True:  # until the program has stopped reading, because its answers are not read
        try:
            os.write(served.stdin.fileno(), line)
        except BlockingIOError:
            break
    served.send_signal(signal.SIGTERM)
    assert served.wait(timeout=10) == 0


def test_a_closed_output_ends_it_quietly(served: subprocess.Popen[bytes]) -> None:
    assert served.stdin is not None and served.stdout is not None and served.stderr is not None
    served.stdout.close()
    served.stdin.write(b'{"type":"ping","id":1}\n')
    served.stdin.flush()
    assert served.wait(timeout=10) == 0
    assert served.stderr.read() == b""


def test_what_anything_else_prints_goes_to_standard_error() -> None:
    """A print, a write to descriptor 1 and a child process, at the start and while a question is answered."""
    noisy = """
import os, subprocess, sys
from chatbot import cli
from chatbot.cli import starting
from chatbot.engine import Chatbot
def noise():
    print("NOISE", flush=True)
    os.write(1, b"NOISE\\n")
    subprocess.run([sys.executable, "-c", "print('NOISE')"])
load, ask = starting.load, Chatbot.ask
def noisy_load(options):
    noise()
    return load(options)
def noisy_ask(self, *arguments):
    noise()
    return ask(self, *arguments)
starting.load, Chatbot.ask = noisy_load, noisy_ask
sys.exit(cli.main(["serve"]))
"""
    lines = b'{"type":"ask","id":1,"text":"scar tissue"}\n'
    command = [sys.executable, "-c", noisy]
    done = subprocess.run(command, input=lines, capture_output=True, timeout=60, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["type"] for line in done.stdout.splitlines()] == ["hello", "reply"]
    assert done.stderr.count(b"NOISE") == 6


def test_ten_thousand_lines_that_are_read_late_are_all_answered() -> None:
    count = 10_000
    done = run(b"".join(b'{"type":"ping","id":%d}\n' % number for number in range(count)))
    identities = [json.loads(line).get("id") for line in done.stdout.splitlines()[1:]]
    assert identities == list(range(count))


@pytest.mark.skipif(sys.platform == "win32", reason="until Windows has SIGTERM")
def test_sigterm_while_compiling_ends_with_status_0(tmp_path: Path) -> None:
    """A supervisor that stops a first start sees no failure; no hello was written, and no line was in hand."""
    program = (
        "import os, signal; from chatbot import cli; from chatbot.knowledge_files import opening\n"
        "def compile_knowledge(folder, sources):\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    raise AssertionError('the signal came first')\n"
        "opening.compile_knowledge = compile_knowledge; cli.run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "serve", "--knowledge", SMALL],
        stdin=PIPE, capture_output=True, timeout=60, check=False, cwd=ROOT,
        env={**os.environ, "SPINE_FAQ_CACHE": str(tmp_path / "cache")},
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def command_on_path(folder: Path) -> dict[str, str]:
    """A `spine-faq` that needs no installation, found first on the PATH."""
    command = folder / "spine-faq"
    command.write_text(f'#!/bin/sh\ncd "{ROOT}"\nexec "{sys.executable}" -m chatbot "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


@pytest.mark.skipif(sys.platform == "win32", reason="until the examples' command can be a script there")
@pytest.mark.parametrize(
    "interpreter",
    [
        [sys.executable, "client.py"],
        pytest.param(
            ["node", "client.mjs"],
            marks=pytest.mark.skipif(not shutil.which("node"), reason="until node is installed"),
        ),
    ],
    ids=["python", "node"],
)
def test_an_example_client_asks_and_prints(interpreter: list[str], tmp_path: Path) -> None:
    command = [*interpreter, "how common is it?", "What is an MRI, and \u00e9?"]
    done = subprocess.run(
        command,
        cwd=ROOT / "examples",
        env=command_on_path(tmp_path),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "10 to 40" in done.stdout.decode()
    assert done.stderr == b""


NODE = pytest.param(
    ["node", "client.mjs"], marks=pytest.mark.skipif(not shutil.which("node"), reason="needs node")
)


@pytest.mark.skipif(sys.platform == "win32", reason="until the examples' command can be a script there")
@pytest.mark.parametrize("interpreter", [[sys.executable, "client.py"], NODE], ids=["python", "node"])
def test_an_example_client_speaks_in_sentences_when_something_is_wrong(
    interpreter: list[str], tmp_path: Path
) -> None:
    """What integrators copy: a text that is too long is told and the next one answered; a missing command is told."""

    def ask(*questions: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [shutil.which(interpreter[0]) or interpreter[0], interpreter[1], *questions],
            cwd=ROOT / "examples", env={**command_on_path(tmp_path), **environment}, capture_output=True, timeout=60,
            check=False,
        )  # fmt: skip

    done = ask("x" * 2001, "how common is it?")
    assert done.returncode == 0
    assert b"too-long" in done.stderr and done.stderr.count(b"\n") == 1
    assert b"10 to 40" in done.stdout
    done = ask("how common is it?", PATH=str(tmp_path / "empty"))
    assert done.returncode == 1
    assert b"spine-faq" in done.stderr and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("name", ["client.py", "client.mjs"])
def test_the_example_clients_stay_small(name: str) -> None:
    assert len((ROOT / "examples" / name).read_text(encoding="utf-8").splitlines()) <= 44
