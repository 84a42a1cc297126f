"""The command line: which command runs, what it prints where, and with which exit status it ends."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from chatbot import __version__
from chatbot.cli import main, starting, streams
from chatbot.cli.arguments import KNOWLEDGE_VARIABLE, Exit
from chatbot.cli.commands import COMMANDS
from chatbot.knowledge import KnowledgeError, Position, Problem
from chatbot.knowledge_files.loading import load_folder
from chatbot.reply import Answer, Reply
from tests.support.echo_bot import EchoBot, EchoTurn


@pytest.fixture(autouse=True)
def folders(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Run on a fake engine; the list holds the folders that were loaded."""
    loaded: list[str | None] = []

    def load(options: Any) -> EchoBot:
        loaded.append(starting.knowledge_folder(options))
        return EchoBot()

    monkeypatch.setattr(starting, "load", load)
    monkeypatch.delenv(KNOWLEDGE_VARIABLE, raising=False)
    return loaded


def typed(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))


def status_of(*arguments: str) -> int:
    """The exit status, whether it is returned or raised by the argument parser."""
    try:
        return main(arguments)
    except SystemExit as leaving:
        assert isinstance(leaving.code, int)
        return leaving.code


# Choosing the command


@pytest.mark.parametrize("arguments", [["--version"], ["ask", "--version"], ["serve", "--version"]])
def test_version_is_printed_whatever_else_is_named(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(*arguments) == Exit.DONE
    assert capsys.readouterr().out == f"spine-faq {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["help"]])
def test_help_shows_an_example_for_each_command(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(*arguments) == Exit.DONE
    shown = capsys.readouterr().out
    assert "In an emergency, call 911" in shown  # whatever else somebody in need has typed or read
    assert max(map(len, shown.splitlines())) <= 85  # as docs/terminal.md says
    for name, command in COMMANDS.items():
        assert re.search(rf"^  {name} ", shown, re.MULTILINE)
        assert command.example in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_own_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(name, "--help") == Exit.DONE
    shown = capsys.readouterr().out
    assert COMMANDS[name].example in shown
    assert "--knowledge" in shown


def test_no_command_is_named_that_is_not_built() -> None:
    assert list(COMMANDS) == ["chat", "ask", "serve", "check", "copy", "why"]


def test_a_mistyped_command_is_named_rightly(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of("aks") == Exit.CANNOT_RUN
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "did you mean ask?" in captured.err


def test_a_command_that_is_like_no_other_gets_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of("xyzzy") == Exit.CANNOT_RUN
    assert "chat, ask, serve, check, copy, why" in capsys.readouterr().err


def test_a_question_without_a_command_is_told_of_ask(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of("is this common?") == Exit.CANNOT_RUN
    assert 'spine-faq ask "is this common?"' in capsys.readouterr().err


def test_a_question_of_several_words_without_a_command_is_told_of_ask(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Also without quotes; a mistyped command stays one, whatever follows it."""
    assert status_of("is", "this", "common") == Exit.CANNOT_RUN
    assert 'spine-faq ask "is this common"' in capsys.readouterr().err
    for folder in ("folder", "our-knowledge"):
        assert status_of("chekc", folder) == Exit.CANNOT_RUN
        assert "did you mean check?" in capsys.readouterr().err


def test_a_mistyped_option_before_the_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Not its folder, which would be taken for a command that there is not."""
    assert status_of("--knowledg", "folder", "ask", "hi") == Exit.CANNOT_RUN
    assert "no option --knowledg; did you mean --knowledge?" in capsys.readouterr().err
    assert status_of("folder", "\u2014knowledge") == Exit.CANNOT_RUN
    assert "did you mean --knowledge?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["ask", "hi", "--no-such-option"], ["--no-such-option"], ["why"], ["ask", "--knowledge"]]
)
def test_a_wrong_command_line_is_a_usage_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(*arguments) == Exit.CANNOT_RUN
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "usage: spine-faq" in captured.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "one", "--knowledge", "another"], "two knowledge bases are named"),
        (["check", ""], "the folder is empty"),
        (["check", "--knowledge", ""], "the folder is empty"),
        (["ask", "hi", "--knowledge", ""], "the folder is empty"),
        (["ask", "hi", "--knowledge="], "the folder is empty"),
        (["--knowledge", "", "chat"], "the folder is empty"),
    ],
)
def test_two_knowledge_bases_or_an_empty_name_are_a_usage_error(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str], folders: list[str | None]
) -> None:
    """Neither is silently another base than the one that was meant, as where a script's variable is not set."""
    assert status_of(*arguments) == Exit.CANNOT_RUN
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err
    assert folders == []


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [(["check", "one"], "one"), (["check", "one", "--knowledge", "one"], "one"), (["check"], None)],
)
def test_check_takes_the_folder_that_is_named(
    arguments: list[str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However it is named."""
    checked: list[str | None] = []
    monkeypatch.setattr("chatbot.staff.check.run_check", lambda name, **_: checked.append(name) or 0)
    assert main(arguments) == Exit.DONE
    assert checked == [folder]


@pytest.mark.parametrize("with_safety", [False, True])
def test_copy_makes_a_base_of_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, with_safety: bool
) -> None:
    """The same answers from another folder; what serves every base well stays with the program."""
    folder = tmp_path / "deep" / "our base"
    assert main(["copy", str(folder), *(["--safety"] if with_safety else [])]) == Exit.DONE
    shown = capsys.readouterr()
    assert sorted(shown.out.splitlines()) == sorted(str(path) for path in folder.iterdir())
    assert f'spine-faq check "{folder}"' in shown.err
    assert (folder / "safety.yaml").exists() == with_safety
    assert not (folder / "common-words.txt").exists()
    own, problems = load_folder(str(folder))
    assert problems == ()
    assert own == load_folder(None)[0]


def test_copy_writes_over_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One file of a knowledge base there, and not one more is written; other files do not matter."""
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "topics.yaml").write_text("mine")
    assert main(["copy", str(tmp_path)]) == Exit.CANNOT_RUN
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == (
        "",
        f"spine-faq: {tmp_path} holds a knowledge base already (topics.yaml); nothing was copied. "
        "Name a folder that is not there yet.\n",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.txt", "topics.yaml"]
    assert (tmp_path / "topics.yaml").read_text() == "mine"
    (tmp_path / "topics.yaml").unlink()
    assert main(["copy", str(tmp_path)]) == Exit.DONE


def test_the_signs_of_danger_can_be_copied_later(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into a base that has none of its own, they alone; where there are some, nothing is written over."""
    (tmp_path / "topics.yaml").write_text("mine")
    assert main(["copy", "--safety", str(tmp_path)]) == Exit.DONE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["safety.yaml", "topics.yaml"]
    assert (tmp_path / "topics.yaml").read_text() == "mine"
    shown = capsys.readouterr()
    assert shown.out.splitlines() == [str(tmp_path / "safety.yaml")]
    assert shown.err.startswith("Edit this file.")
    (tmp_path / "safety.yaml").write_text("ours")
    assert main(["copy", "--safety", str(tmp_path)]) == Exit.CANNOT_RUN
    assert (tmp_path / "safety.yaml").read_text() == "ours"


def test_a_folder_whose_name_has_blanks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What copy tells to type works as it stands; half a name is no mystery."""
    folder = tmp_path / "our knowledge"
    assert main(["copy", str(folder)]) == Exit.DONE
    assert f'spine-faq check "{folder}"' in capsys.readouterr().err
    assert status_of("check", "our", "knowledge") == Exit.CANNOT_RUN
    assert "whose name has blanks stands in quotes" in capsys.readouterr().err
    assert status_of("check", "our", "--no-such-option") == Exit.CANNOT_RUN
    assert "blanks" not in capsys.readouterr().err
    assert status_of("chat", "hello") == Exit.CANNOT_RUN
    assert "blanks" not in capsys.readouterr().err


def test_copy_into_what_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Said in a line, without a traceback."""
    file = tmp_path / "file"
    file.write_text("x")
    assert main(["copy", str(file)]) == Exit.CANNOT_RUN
    said = capsys.readouterr().err
    assert said.startswith(f"spine-faq: {file}: File exists. Name a new folder")
    assert said.count("\n") == 1


def test_copy_takes_the_built_in_base_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who names another one would believe that it is copied."""
    with pytest.raises(SystemExit):
        main(["copy", str(tmp_path / "new"), "--knowledge", str(tmp_path)])
    assert "only the built-in knowledge base is copied" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


class Screen(io.StringIO):
    """What stands on the terminal beside the results."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("arguments", [["ask", "hi"], ["why", "hi"], ["check", "one"], ["--plain"]])
def test_long_work_says_on_a_terminal_that_it_goes_on(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not where it is quick, nor to a file or another program."""
    screen, is_said, is_loaded = Screen(), Event(), starting.load

    def work(*_: Any, **__: Any) -> Any:
        is_said.wait(20)
        return is_loaded(SimpleNamespace(knowledge=None)) if arguments[0] != "check" else 0

    def tell(text: str) -> None:
        screen.write(text)
        is_said.set()

    monkeypatch.setattr("chatbot.screen.patience.SECONDS", 0.0)
    monkeypatch.setattr(starting, "load", work)
    monkeypatch.setattr(streams, "tell", tell)
    monkeypatch.setattr("chatbot.staff.check.run_check", work)
    monkeypatch.setattr("chatbot.staff.why.run_why", lambda *_, **__: 0)
    typed(monkeypatch, b"hi\n")
    monkeypatch.setattr("sys.stderr", screen)
    assert main(arguments) == Exit.DONE
    assert screen.getvalue().count("One moment, please") == 1


@pytest.mark.parametrize("stream", [io.StringIO, Screen])
def test_quick_work_and_work_for_a_program_is_quiet(
    stream: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits, or nobody looks on."""
    said = stream()
    monkeypatch.setattr("sys.stderr", said)
    monkeypatch.setattr("chatbot.screen.patience.SECONDS", 60.0 if stream is Screen else 0.0)
    assert main(["ask", "--json", "hi"]) == Exit.DONE
    assert said.getvalue() == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "hi", "--knowledge", "folder"],
        ["ask", "--knowledge=folder", "hi"],
        ["--knowledge", "folder", "ask", "hi"],
        ["--knowledge=folder", "ask", "hi"],
    ],
)
def test_options_may_stand_before_the_command_or_after_it(
    arguments: list[str], folders: list[str | None]
) -> None:
    assert main([*arguments, "--json"]) == Exit.DONE
    assert folders == ["folder"]


def test_the_environment_names_a_knowledge_base_and_the_option_wins(
    monkeypatch: pytest.MonkeyPatch, folders: list[str | None]
) -> None:
    main(["ask", "hi"])
    monkeypatch.setenv(KNOWLEDGE_VARIABLE, "from-environment")
    main(["ask", "hi"])
    main(["ask", "hi", "--knowledge", "from-option"])
    monkeypatch.setenv(KNOWLEDGE_VARIABLE, "")
    main(["ask", "hi"])
    assert folders == [None, "from-environment", "from-option", None]


# ask


def test_ask_prints_one_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "does scar tissue hurt?"]) == Exit.DONE
    captured = capsys.readouterr()
    assert "Text." in captured.out
    assert "\x1b" not in captured.out
    assert captured.err == ""


def test_ask_json_prints_one_reply_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "does scar tissue hurt?"]) == Exit.DONE
    (line,) = capsys.readouterr().out.splitlines()
    assert line.isascii()
    assert json.loads(line) == EchoBot().ask("").reply.to_dict()


def test_ask_says_by_its_status_that_nothing_matched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "how is the weather?"]) == Exit.NOTHING_FOUND
    assert json.loads(capsys.readouterr().out)["kind"] == "unknown"


def test_ask_takes_a_question_without_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    ask = EchoBot.ask
    monkeypatch.setattr(
        EchoBot, "ask", lambda self, text, before=None: asked.append(text) or ask(self, text, before)
    )
    main(["ask", "is", "this", "common?"])
    main(["ask", "-my back hurts-"])
    main(["ask", "--", "--help"])
    assert asked == ["is this common?", "-my back hurts-", "--help"]


def test_ask_without_a_question_reads_one_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, b"\xef\xbb\xbfone\r\n\n  \nthe weather\n\xff\xfe broken\nlast without an end")
    assert main(["ask", "--json"]) == Exit.DONE
    kinds = [json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()]
    assert kinds == ["answer", "unknown", "answer", "answer"]


def test_the_lines_of_ask_do_not_hear_each_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, b"one\ntwo\n")
    main(["ask", "--json"])
    assert [json.loads(line)["text"][:10] for line in capsys.readouterr().out.splitlines()] == [
        "You said 0"
    ] * 2


def test_of_several_questions_one_match_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b"weather\nweather\n")
    assert main(["ask", "--json"]) == Exit.NOTHING_FOUND
    typed(monkeypatch, b"weather\nscar tissue\n")
    assert main(["ask", "--json"]) == Exit.DONE
    typed(monkeypatch, b"")
    assert main(["ask", "--json"]) == Exit.DONE


# chat as a filter, serve


def test_chat_without_a_terminal_is_a_filter_that_remembers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in ([], ["chat"], ["--plain"]):
        typed(monkeypatch, b"one\ntwo\n")
        assert main(arguments) == Exit.DONE
        captured = capsys.readouterr()
        assert captured.out.count("Text.") == 2
        assert "\x1b" not in captured.out
        assert captured.err == ""


# What goes wrong


def broken(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def load(_: Any) -> EchoBot:
        raise error

    monkeypatch.setattr(starting, "load", load)


@pytest.mark.parametrize("arguments", [["ask", "hi"], ["why", "hi"], ["chat"], ["ask", "hi", "--debug"]])
def test_a_broken_knowledge_base_is_told_with_every_place_and_no_traceback(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    problems = tuple(
        Problem("error", "rule", Position("faq.yaml", line, 3), f"fault {line}") for line in (4, 9)
    )
    broken(monkeypatch, KnowledgeError(problems))
    typed(monkeypatch, b"hi\n")
    assert main(arguments) == Exit.CANNOT_RUN
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "faq.yaml:4:3" in captured.err and "fault 9" in captured.err
    assert "Traceback" not in captured.err


def test_a_fault_inside_is_one_sentence_and_with_debug_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(monkeypatch, RuntimeError("inside"))
    assert main(["ask", "hi"]) == Exit.CANNOT_RUN
    said = capsys.readouterr().err
    assert "RuntimeError" in said and "--debug" in said and "Traceback" not in said
    assert main(["ask", "hi", "--debug"]) == Exit.CANNOT_RUN
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(monkeypatch, KeyboardInterrupt())
    assert main(["ask", "hi"]) == Exit.INTERRUPTED
    assert capsys.readouterr() == ("", "")


def test_an_output_that_cannot_show_a_character_gets_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    output = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(output, encoding="latin-1", write_through=True))
    monkeypatch.setattr(EchoBot, "ask", lambda *_: _turn("an arrow \u2192, a snowman \u2603"))
    assert main(["ask", "hi"]) == Exit.DONE
    assert b"an arrow ?, a snowman ?" in output.getvalue()


def _turn(text: str) -> Any:
    return EchoTurn(Reply("answer", (Answer("a", "Title", text, "1. Part", 1.0),), text=text), ())
