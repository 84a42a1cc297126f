"""The JSON Lines protocol: what each line is answered with, its limits, its sessions, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from chatbot import __version__
from chatbot.protocol import serving
from chatbot.protocol.lines import LINE_BYTES, OUTPUT_BYTES, LineSplitter
from chatbot.protocol.service import IDLE_SECONDS, MOST_SESSIONS, Service
from chatbot.reply import Suggestion
from tests.support.echo_bot import EchoBot

SECRET = "my private trouble"  # noqa: S105 - a patient's, not a password


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(clock: Clock) -> Service:
    return Service(EchoBot(), clock)  # type: ignore[arg-type]


def send(service: Service, line: object) -> dict[str, Any]:
    raw = line if isinstance(line, bytes) else json.dumps(line).encode()
    answer = service.answer(raw)
    assert answer is not None
    assert answer.endswith(b"\n") and answer.count(b"\n") == 1
    assert answer.isascii() and len(answer) <= OUTPUT_BYTES
    decoded: dict[str, Any] = json.loads(answer)
    return decoded


def ask(service: Service, text: str = "hi", session: str | None = None) -> dict[str, Any]:
    return send(service, {"type": "ask", "id": 1, "text": text} | ({"session": session} if session else {}))


def said_before(service: Service, session: str | None = None) -> str:
    text: str = ask(service, session=session)["reply"]["text"]
    return text


# What is answered


def test_the_hello_line_says_version_and_limits(service: Service) -> None:
    assert json.loads(service.hello()) == {
        "type": "hello",
        "protocol": 1,
        "version": __version__,
        "entries": 2,
        "limits": {"line_bytes": 16384, "text_characters": 2000, "sessions": 1000},
    }


def test_a_question_gets_a_reply_with_its_id_and_session(service: Service) -> None:
    line = ask(service, session="kiosk-2")
    assert (line["type"], line["id"], line["session"]) == ("reply", 1, "kiosk-2")
    assert line["reply"]["kind"] == "answer"


def test_a_reply_without_a_session_names_none(service: Service) -> None:
    assert "session" not in ask(service)


@pytest.mark.parametrize("identity", [0, -1, 10**4000, "", "a", "\ud800", "é\n\u2028", "x" * 16000])
def test_an_id_comes_back_as_it_went_in(service: Service, identity: str | int) -> None:
    assert send(service, {"type": "ping", "id": identity}) == {"type": "pong", "id": identity}


def test_an_entry_can_be_shown(service: Service) -> None:
    line = send(service, {"type": "show", "id": 8, "entry": "imaging"})
    assert line["reply"]["answers"][0]["entry"] == "imaging"


def test_topics_list_groups_for_menus(service: Service) -> None:
    entries = [{"entry": "scar-tissue", "question": "About scar-tissue"}]
    expected = {"type": "topics", "id": 9, "groups": [{"title": "Causes", "entries": entries}]}
    assert send(service, {"type": "topics", "id": 9}) == expected


@pytest.mark.parametrize("identity", [1, "é" * 2_000])
@pytest.mark.parametrize("sizes", [[900], [1, 898, 1], [3] * 300])
def test_a_menu_that_is_too_long_for_a_line_comes_in_several(sizes: list[int], identity: str | int) -> None:
    """Each says where the next one goes on; together they hold every entry once, under its title, in order."""
    menu = [
        (f"Group {name}", [Suggestion(f"entry-{name}-{number}", "Why é? " * 20) for number in range(size)])
        for name, size in enumerate(sizes)
    ]
    bot = EchoBot()
    bot.topics = lambda: menu  # type: ignore[method-assign]
    request: dict[str, Any] = {"type": "topics", "id": identity}
    told: list[tuple[str, str]] = []
    lines = 0
    while request.get("from", 0) is not None:
        line = send(Service(bot), request)  # type: ignore[arg-type]
        assert line["groups"] and all(group["entries"] for group in line["groups"])
        told += [(group["title"], one["entry"]) for group in line["groups"] for one in group["entries"]]
        request["from"] = line.get("next")
        lines += 1
    assert told == [(title, one.entry) for title, listed in menu for one in listed]
    assert 1 < lines < len(told)


def test_what_is_behind_the_end_of_the_menu_is_empty(service: Service) -> None:
    assert send(service, {"type": "topics", "id": 9, "from": 10**40})["groups"] == []
    assert send(service, {"type": "topics", "id": 9, "from": None})["groups"]


def test_an_entry_that_fits_into_no_line_is_too_long(service: Service) -> None:
    bot = EchoBot()
    bot.topics = lambda: [("Causes", [Suggestion("a", "x" * 70_000)])]  # type: ignore[method-assign]
    assert send(Service(bot), {"type": "topics", "id": 9})["code"] == "too-long"  # type: ignore[arg-type]


def test_unknown_fields_are_ignored(service: Service) -> None:
    assert send(service, {"type": "ping", "id": 1, "colour": [1, {"a": None}]}) == {"type": "pong", "id": 1}


@pytest.mark.parametrize("line", [b"", b" ", b"\t\r", b"\xef\xbb\xbf", b"\xef\xbb\xbf \r"])
def test_a_blank_line_gets_no_answer(service: Service, line: bytes) -> None:
    assert service.answer(line) is None


@pytest.mark.parametrize(
    "line", [b'{"type":"ping","id":1}\r', b'\xef\xbb\xbf{"type":"ping","id":1}', b' {"type":"ping","id":1} ']
)
def test_byte_order_marks_carriage_returns_and_spaces_around_are_dropped(
    service: Service, line: bytes
) -> None:
    assert send(service, line) == {"type": "pong", "id": 1}


# What is wrong


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"nonsense",
        b'{"type": "ping", "id": 1} x',
        b"[" * 16_000,
        b'{"a":' * 3_000,
        b'{"type": "ping", "id": ' + b"9" * 5_000 + b"}",
        b'{"type": "ping", "id": 1, "x": NaN}',
        b'{"type": "ping", "id": 1, "x": -Infinity}',
        b'{"type": "ping", "id": "\xff"}',
        b'{"type": "ping", "id": "\xed\xa0\x80"}',
        '{"type": "ping", "id": 1}'.encode("utf-16"),
        b"\x00",
    ],
)
def test_what_is_no_json_is_bad_json(service: Service, line: bytes) -> None:
    answer = send(service, line)
    assert (answer["type"], answer["id"], answer["code"]) == ("error", None, "bad-json")


@pytest.mark.parametrize(
    ("line", "identity", "field"),
    [
        (b"[]", None, "object"),
        (b"7", None, "object"),
        (b'"' + SECRET.encode() + b'"', None, "object"),
        ({"type": "ask", "text": SECRET}, None, '"id"'),
        ({"type": "ask", "id": 1.5, "text": SECRET}, None, '"id"'),
        ({"type": "ask", "id": True, "text": SECRET}, None, '"id"'),
        ({"type": "ask", "id": None, "text": SECRET}, None, '"id"'),
        ({"type": "topics", "id": 1, "from": SECRET}, 1, '"from"'),
        ({"type": "topics", "id": 1, "from": -1}, 1, '"from"'),
        ({"type": "topics", "id": 1, "from": True}, 1, '"from"'),
        ({"type": "ask", "id": [SECRET], "text": SECRET}, None, '"id"'),
        ({"type": SECRET, "id": 3}, 3, '"type"'),
        ({"type": [SECRET], "id": 3}, 3, '"type"'),
        ({"id": "a"}, "a", '"type"'),
        ({}, None, '"id"'),
        ({"type": "ask", "id": 3}, 3, '"text"'),
        ({"type": "ask", "id": 3, "text": [SECRET]}, 3, '"text"'),
        ({"type": "ask", "id": 3, "text": None}, 3, '"text"'),
        ({"type": "show", "id": 3, "entry": 7}, 3, '"entry"'),
        ({"type": "ask", "id": 3, "text": SECRET, "session": 5}, 3, '"session"'),
        ({"type": "reset", "id": 3, "session": [SECRET]}, 3, '"session"'),
    ],
)
def test_a_wrong_request_is_answered_with_the_field_and_without_the_words(
    service: Service, line: object, identity: object, field: str
) -> None:
    answer = send(service, line)
    assert (answer["type"], answer["id"], answer["code"]) == ("error", identity, "bad-request")
    assert field in answer["message"]
    assert SECRET not in answer["message"]


def test_an_unknown_entry_is_an_error_of_its_own(service: Service) -> None:
    answer = send(service, {"type": "show", "id": 1, "entry": SECRET})
    assert (answer["id"], answer["code"]) == (1, "unknown-entry")
    assert SECRET not in answer["message"]


def test_a_text_of_two_thousand_characters_is_read_and_a_longer_one_refused(service: Service) -> None:
    assert ask(service, "é" * 2000)["type"] == "reply"
    answer = ask(service, "é" * 2001)
    assert (answer["type"], answer["id"], answer["code"]) == ("error", 1, "too-long")


def test_a_line_of_the_longest_size_is_read_and_a_longer_one_refused(service: Service) -> None:
    line = b'{"type":"ping","id":1}'.ljust(LINE_BYTES)
    assert send(service, line)["type"] == "pong"
    answer = send(service, line + b" ")
    assert (answer["id"], answer["code"]) == (None, "too-long")


def test_an_answer_that_would_be_too_long_is_refused_with_its_id(service: Service) -> None:
    answer = ask(service, "endless")
    assert (answer["id"], answer["code"]) == (1, "too-long")


def test_a_fault_inside_is_reported_without_the_words_and_it_goes_on(
    service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = ask(service, "explode", session=SECRET)
    assert (answer["id"], answer["code"]) == (1, "internal")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "RuntimeError in ask" in captured.err
    assert "explode" not in captured.err and SECRET not in captured.err
    assert ask(service)["type"] == "reply"


# Sessions


def test_sessions_do_not_hear_each_other(service: Service) -> None:
    ask(service, session="a")
    assert said_before(service, "a") == "You said 1 things before."
    assert said_before(service, "b") == "You said 0 things before."
    assert said_before(service) == "You said 0 things before."


def test_those_who_name_no_session_share_one(service: Service) -> None:
    ask(service)
    assert send(service, {"type": "ask", "id": 1, "text": "hi", "session": None})["reply"]["text"].startswith(
        "You said 1"
    )


def test_reset_forgets_one_session(service: Service) -> None:
    ask(service, session="a")
    ask(service, session="b")
    assert send(service, {"type": "reset", "id": 10, "session": "a"}) == {"type": "ok", "id": 10}
    assert len(service._sessions) == 1
    assert said_before(service, "a").startswith("You said 0")
    assert said_before(service, "b").startswith("You said 1")


def test_resetting_what_is_not_there_is_fine(service: Service) -> None:
    assert send(service, {"type": "reset", "id": 10}) == {"type": "ok", "id": 10}


def test_of_too_many_sessions_the_least_recently_used_goes(service: Service) -> None:
    for number in range(MOST_SESSIONS):
        ask(service, session=str(number))
    ask(service, session="0")
    ask(service, session="new")
    assert len(service._sessions) == MOST_SESSIONS
    assert said_before(service, "0").startswith("You said 2")
    assert said_before(service, "1").startswith("You said 0")


def test_an_idle_session_is_forgotten(service: Service, clock: Clock) -> None:
    ask(service, session="a")
    clock.now += IDLE_SECONDS / 2
    ask(service, session="b")
    clock.now += IDLE_SECONDS / 2
    assert service.forget_idle() == IDLE_SECONDS / 2
    assert len(service._sessions) == 1
    clock.now += IDLE_SECONDS / 2
    assert service.forget_idle() is None
    assert len(service._sessions) == 0


def test_with_a_session_go_the_words_that_were_remembered_of_it(service: Service, clock: Clock) -> None:
    """However it goes: reset, too long idle, or one too many. A name that was typed is nobody's business then."""
    bot = service._bot
    ask(service, session="a")
    assert bot.times_forgotten == 0
    send(service, {"type": "reset", "id": 10, "session": "a"})
    assert bot.times_forgotten == 1
    ask(service, session="b")
    clock.now += IDLE_SECONDS
    service.forget_idle()
    assert bot.times_forgotten == 2
    for number in range(MOST_SESSIONS):
        ask(service, session=str(number))
    assert bot.times_forgotten == 2
    ask(service, session="one more")
    assert (bot.times_forgotten, len(service._sessions)) == (3, MOST_SESSIONS)


def test_a_failed_question_leaves_the_conversation_as_it_was(service: Service) -> None:
    ask(service, session="a")
    ask(service, "explode", session="a")
    assert said_before(service, "a").startswith("You said 1")


# Cutting the stream into lines


def split(*pieces: bytes) -> list[bytes | None]:
    splitter = LineSplitter()
    lines = [line for piece in pieces for line in splitter.feed(piece)]
    return lines + list(splitter.close())


def test_lines_come_out_whole_however_they_arrive() -> None:
    assert split(b"one\ntwo\r\n\nthree") == split(*(bytes([byte]) for byte in b"one\ntwo\r\n\nthree"))
    assert split(b"one\ntwo\r\n\nthree") == [b"one", b"two", b"", b"three"]


def test_nothing_comes_out_of_nothing() -> None:
    assert split() == split(b"") == []


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_the_longest_line_passes_with_any_end(end: bytes) -> None:
    assert split(b"x" * LINE_BYTES + end) == [b"x" * LINE_BYTES]


@pytest.mark.parametrize("piece_size", [1000, 65_536, 10**7])
def test_a_line_that_is_too_long_is_read_to_its_end_and_not_kept(piece_size: int) -> None:
    data = b"x" * 200_000 + b"\nnext\n"
    pieces = [data[start : start + piece_size] for start in range(0, len(data), piece_size)]
    assert split(*pieces) == [None, b"next"]


def test_a_too_long_line_at_the_end_of_input_is_still_answered() -> None:
    assert split(b"x" * 20_000) == [None]


# The stream itself: real pipes


class Served:
    """`serve` in a thread on two pipes."""

    def __init__(self) -> None:
        self.source, self.into = os.pipe()
        self.out_of, self.sink = os.pipe()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            serving.serve(EchoBot(), self.source, self.sink)  # type: ignore[arg-type]
        finally:
            os.close(self.sink)  # who reads must not wait for ever

    def read_all(self) -> list[dict[str, Any]]:
        with os.fdopen(self.out_of, "rb") as stream:
            return [json.loads(line) for line in stream]


def test_the_end_of_input_ends_it_after_the_last_line_even_a_half_one() -> None:
    served = Served()
    os.write(served.into, b'\n{"type":"ping","id":1}\n{"type":"ping","id":2}')
    os.close(served.into)
    assert [line.get("id", line["type"]) for line in served.read_all()] == ["hello", 1, 2]
    served.thread.join(10)
    assert not served.thread.is_alive()


def test_a_closed_output_ends_it_quietly() -> None:
    served = Served()
    os.close(served.out_of)
    os.write(served.into, b'{"type":"ping","id":1}\n')
    served.thread.join(10)
    assert not served.thread.is_alive()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="until Windows has SIGTERM")
def test_sigterm_while_waiting_ends_it_and_gives_the_signals_back() -> None:
    source, _into = os.pipe()
    out_of, sink = os.pipe()
    before = signal.getsignal(signal.SIGTERM)
    sender = threading.Thread(
        target=_send_when_ready, args=(out_of, lambda: os.kill(os.getpid(), signal.SIGTERM))
    )
    sender.start()
    serving.serve(EchoBot(), source, sink)  # type: ignore[arg-type]
    sender.join(10)
    assert signal.getsignal(signal.SIGTERM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="until Windows has SIGTERM")
def test_sigterm_finishes_the_line_in_hand() -> None:
    class Terminated(EchoBot):
        def ask(self, text: str, conversation: Any = None) -> Any:
            os.kill(os.getpid(), signal.SIGTERM)
            return super().ask(text, conversation)

    source, into = os.pipe()
    out_of, sink = os.pipe()
    os.write(into, b'{"type":"ask","id":1,"text":"a"}\n{"type":"ask","id":2,"text":"b"}\n')
    serving.serve(Terminated(), source, sink)  # type: ignore[arg-type]
    os.close(sink)
    with os.fdopen(out_of, "rb") as stream:
        assert [json.loads(line).get("id") for line in stream] == [None, 1]


def _send_when_ready(out_of: int, send_signal: Callable[[], None]) -> None:
    os.read(out_of, 65_536)  # the hello line
    send_signal()


def test_idle_sessions_go_while_nobody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wait for input wakes up when a session is due, not only with the next line."""
    monkeypatch.setattr("chatbot.protocol.service.IDLE_SECONDS", 0.05)
    services: list[Service] = []

    class Watched(Service):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            services.append(self)

    monkeypatch.setattr(serving, "Service", Watched)
    served = Served()
    os.write(served.into, b'{"type":"ask","id":1,"text":"a","session":"s"}\n')
    with os.fdopen(served.out_of, "rb") as stream:
        assert [json.loads(stream.readline())["type"] for _ in range(2)] == ["hello", "reply"]
        deadline = time.monotonic() + 10
        while services[0]._sessions and time.monotonic() < deadline:
            time.sleep(0.001)
    assert len(services[0]._sessions) == 0
    os.close(served.into)
    served.thread.join(10)
