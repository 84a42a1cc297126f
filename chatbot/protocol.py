"""JSON Lines in and out, for programs that embed the chatbot: `spine-faq serve`. See docs/protocol.md.

Owns the lines, their limits and the sessions between them; what is answered is the engine's. No line ends the
program or gets more or less than one line back (a blank one gets none). No message, and nothing on standard
error, repeats what a patient wrote.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from chatbot import __version__
from chatbot.normalise import MAXIMUM_CHARACTERS

if TYPE_CHECKING:
    from chatbot.conversation import Conversation
    from chatbot.engine import Chatbot

PROTOCOL = 1
LINE_BYTES = 16_384  # without the line's end; room for the longest text in any escaping, and for its id
TEXT_CHARACTERS = MAXIMUM_CHARACTERS  # what is longer would be answered in part
MOST_SESSIONS = 1_000  # a session is a few kilobytes; a clinic has a handful of kiosks
IDLE_SECONDS = 30 * 60.0  # longer than any pause within a visit, shorter than a clinic's day
OUTPUT_BYTES = 60 * 1024  # with the line's end: asyncio's readers give up at 64 KiB

ErrorCode = Literal["bad-json", "bad-request", "unknown-entry", "too-long", "internal"]
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_READ_BYTES = 65_536
_GRACE_SECONDS = 1.0


class LineError(Exception):
    """A line that cannot be answered as asked: the error's code and a message for the integrator."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        self.code = code
        self.message = message
        super().__init__(message)


class _Session(NamedTuple):
    conversation: Conversation
    last_used: float


class Service:
    """Answers lines, and keeps each session's conversation between them.

    `clock` counts seconds and never goes back; it is asked once a line. Not for several threads at once.
    """

    def __init__(self, bot: Chatbot, clock: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        self._clock = clock
        self._sessions: OrderedDict[str | None, _Session] = OrderedDict()  # least recently used first

    def hello(self) -> bytes:
        """Return the first line, which says that the program is ready and what its limits are."""
        return _encode(
            {
                "type": "hello",
                "protocol": PROTOCOL,
                "version": __version__,
                "entries": len(self._bot.knowledge.entries),
                "limits": {
                    "line_bytes": LINE_BYTES,
                    "text_characters": TEXT_CHARACTERS,
                    "sessions": MOST_SESSIONS,
                },
            }
        )

    def answer(self, line: bytes | None) -> bytes | None:
        """Return the one line that answers `line`, or None for a blank line. Never raises.

        `line` has no line end; None stands for a line that was too long to be kept.
        """
        self.forget_idle()
        request: dict[str, Any] = {}
        try:
            content = _content(line)
            if not content:
                return None
            request = _decode(content)
            return _encode_within_bounds(self._carry_out(request))
        except LineError as error:
            return _encode_error(request, error.code, error.message)
        except Exception as error:
            _log(error)
            return _encode_error(request, "internal", "something went wrong inside the program")

    def forget_idle(self) -> float | None:
        """Forget the sessions that nobody used for IDLE_SECONDS.

        Returns the seconds until the next one is due, None when none is left.
        """
        now = self._clock()
        while self._sessions:
            name, session = next(iter(self._sessions.items()))
            left = session.last_used + IDLE_SECONDS - now
            if left > 0:
                return left
            del self._sessions[name]
        return None

    def _carry_out(self, request: dict[str, Any]) -> dict[str, Any]:
        kind = request.get("type")
        identity = _identity(request)
        if identity is None:
            raise LineError("bad-request", 'the field "id" must be text or a whole number')
        match kind:
            case "ask":
                text = _text(request, "text")
                if len(text) > TEXT_CHARACTERS:
                    raise LineError(
                        "too-long", f'the field "text" has more than {TEXT_CHARACTERS} characters'
                    )
                return self._reply(identity, request, lambda conversation: self._bot.ask(text, conversation))
            case "show":
                entry = _text(request, "entry")
                if self._bot.knowledge.entry(entry) is None:
                    raise LineError("unknown-entry", 'the field "entry" names no entry; "topics" lists them')
                return self._reply(identity, request, lambda before: self._bot.show(entry, before))
            case "topics":
                return self._menu(identity, _place(request, "from"))
            case "reset":
                self._sessions.pop(_session_name(request), None)
                self._bot.forget_words()
                return {"type": "ok", "id": identity}
            case "ping":
                return {"type": "pong", "id": identity}
        raise LineError("bad-request", 'the field "type" must be ask, show, topics, reset or ping')

    def _menu(self, identity: str | int, start: int) -> dict[str, Any]:
        """Return the menu from its entry number `start` on; `next` is where to go on when one line is too short."""
        groups: list[dict[str, Any]] = []
        line: dict[str, Any] = {"type": "topics", "id": identity, "groups": groups}
        topics = self._bot.topics()
        room = OUTPUT_BYTES - len(_encode(line | {"next": sum(len(listed) for _, listed in topics)}))
        place = 0
        for title, listed in topics:
            group: dict[str, Any] = {"title": title, "entries": []}
            for suggestion in listed:
                place += 1
                if place <= start:
                    continue
                entry = suggestion.to_dict()
                size = _size_in_list(entry) + (0 if group["entries"] else _size_in_list(group))
                if size > room and groups:
                    return line | {"next": place - 1}
                if not group["entries"]:
                    groups.append(group)
                group["entries"].append(entry)
                room -= size
        return line

    def _reply(
        self, identity: str | int, request: dict[str, Any], answer: Callable[[Conversation | None], Any]
    ) -> dict[str, Any]:
        name = _session_name(request)
        session = self._sessions.get(name)
        turn = answer(session.conversation if session else None)
        self._sessions[name] = _Session(turn.conversation, self._clock())
        self._sessions.move_to_end(name)
        if len(self._sessions) > MOST_SESSIONS:
            self._sessions.popitem(last=False)
        line: dict[str, Any] = {"type": "reply", "id": identity}
        if name is not None:
            line["session"] = name
        line["reply"] = turn.reply.to_dict()
        return line


class LineSplitter:
    """Cuts a stream of bytes into lines, and never keeps more than one line of the longest size."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self._is_too_long = False

    def feed(self, data: bytes) -> Iterator[bytes | None]:
        """Yield each line that `data` completes, without its end; None for one that was too long."""
        *complete, rest = data.split(b"\n")
        for piece in complete:
            self._keep(piece)
            yield self._take()
        self._keep(rest)

    def close(self) -> Iterator[bytes | None]:
        """Yield the last line, if the stream ended in the middle of one."""
        if self._kept or self._is_too_long:
            yield self._take()

    def _keep(self, piece: bytes) -> None:
        if self._is_too_long:
            return
        self._kept += piece[: LINE_BYTES + 2 - len(self._kept)]
        # One byte more than the limit may still be the carriage return of the line's end.
        if len(self._kept) > LINE_BYTES + 1:
            self._is_too_long = True
            self._kept.clear()

    def _take(self) -> bytes | None:
        line = None if self._is_too_long else bytes(self._kept).removesuffix(b"\r")
        self._kept.clear()
        self._is_too_long = False
        return line


def claim_output() -> int:
    """Keep standard output for the protocol alone, and return its new descriptor.

    From here on whatever a library, a child process or a forgotten `print` writes goes to standard error.
    """
    descriptor = os.dup(1)
    os.dup2(2, 1)
    return descriptor


@contextmanager
def ended_while_loading() -> Iterator[None]:
    """Let SIGTERM end the program with status 0 while the knowledge base is loaded: no line is in hand yet."""
    import signal  # noqa: PLC0415 - only `serve` handles signals

    def leave(*_: object) -> None:
        raise SystemExit(0)

    try:
        before = signal.signal(signal.SIGTERM, leave)
    except ValueError:  # not the main thread: whoever runs the threads also ends them
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def serve(bot: Chatbot, source: int, sink: int) -> None:
    """Answer the lines from the descriptor `source` on `sink`, until the input ends or SIGTERM comes.

    The line in hand is finished in any case. A closed output ends it quietly. When the client does not read,
    writing waits, and so does reading: nothing piles up in memory.
    """
    service = Service(bot)
    stop = _Stop()
    try:
        _write(sink, service.hello())
        bot.unpack()  # after the ready signal: nobody waits for it
        for line in _lines(source, service, stop):
            answer = service.answer(line)
            if answer is not None:
                _write(sink, answer)
            if stop.is_asked:
                return
    except OSError:  # the client has closed its end
        return
    finally:
        stop.close()


def _lines(source: int, service: Service, stop: _Stop) -> Iterator[bytes | None]:
    splitter = LineSplitter()
    while stop.wait(source, service.forget_idle):
        try:
            data = os.read(source, _READ_BYTES)
        except OSError:  # a terminal that has gone
            return
        if not data:
            yield from splitter.close()
            return
        yield from splitter.feed(data)


class _Stop:
    """Whether SIGTERM has asked the program to end, and how to wait for input without missing it.

    A byte in a pipe wakes the wait: a flag alone could be set just before the program starts to wait.
    """

    def __init__(self) -> None:
        import signal  # noqa: PLC0415 - only `serve` handles signals

        self._signal = signal
        self.is_asked = False
        self._wake, self._woken_by = os.pipe()
        os.set_blocking(self._woken_by, False)
        try:
            self._before = signal.signal(signal.SIGTERM, self._ask)
            self._wake_before = signal.set_wakeup_fd(self._woken_by, warn_on_full_buffer=False)
            self._is_installed = True
        except ValueError:  # not the main thread: whoever runs the threads also ends them
            self._is_installed = False

    def _ask(self, *_: object) -> None:
        self.is_asked = True
        if hasattr(self._signal, "setitimer"):
            # A client that has stopped reading must not keep the program alive.
            self._signal.signal(self._signal.SIGALRM, lambda *_: os._exit(0))
            self._signal.setitimer(self._signal.ITIMER_REAL, _GRACE_SECONDS)

    def wait(self, source: int, forget_idle: Callable[[], float | None]) -> bool:
        """Wait until `source` can be read; False when the program is to end. Meanwhile idle sessions go."""
        if sys.platform == "win32":  # only sockets can be waited for; idle sessions go with the next line
            return not self.is_asked
        import select  # noqa: PLC0415 - only `serve` waits

        while not self.is_asked:
            ready, _, _ = select.select([source, self._wake], [], [], forget_idle())
            if self._wake in ready:
                os.read(self._wake, _READ_BYTES)
            elif ready:
                return True
        return False

    def close(self) -> None:
        """Give the signals back as they were."""
        if self._is_installed:
            self._signal.set_wakeup_fd(self._wake_before)
            self._signal.signal(self._signal.SIGTERM, self._before)
            if self.is_asked and hasattr(self._signal, "setitimer"):
                self._signal.setitimer(self._signal.ITIMER_REAL, 0)
        os.close(self._wake)
        os.close(self._woken_by)


def _write(sink: int, line: bytes) -> None:
    while line:
        line = line[os.write(sink, line) :]


def _encode(line: dict[str, Any]) -> bytes:
    return json.dumps(line, ensure_ascii=True, allow_nan=False).encode("ascii") + b"\n"


def _size_in_list(item: dict[str, Any]) -> int:
    """Return the bytes that an item takes in a list, with the comma and the space behind it."""
    return len(_encode(item)) + 1


def _encode_error(request: dict[str, Any], code: ErrorCode, message: str) -> bytes:
    return _encode({"type": "error", "id": _identity(request), "code": code, "message": message})


def _encode_within_bounds(line: dict[str, Any]) -> bytes:
    encoded = _encode(line)
    if len(encoded) > OUTPUT_BYTES:
        raise LineError("too-long", f"the answer would have more than {OUTPUT_BYTES} bytes")
    return encoded


def _content(line: bytes | None) -> bytes:
    if line is None or len(line) > LINE_BYTES:
        raise LineError("too-long", f"the line has more than {LINE_BYTES} bytes")
    return line.removeprefix(_BYTE_ORDER_MARK).strip()


def _decode(line: bytes) -> dict[str, Any]:
    try:
        request = json.loads(line.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):  # not UTF-8, not JSON, NaN, an endless number, thousands of brackets
        raise LineError("bad-json", "the line is not valid JSON in UTF-8") from None
    if not isinstance(request, dict):
        raise LineError("bad-request", "the line must be a JSON object")
    return request


def _refuse_constant(_: str) -> None:
    raise ValueError("NaN and Infinity are not JSON")


def _identity(request: dict[str, Any]) -> str | int | None:
    identity = request.get("id")
    return identity if isinstance(identity, str | int) and not isinstance(identity, bool) else None


def _text(request: dict[str, Any], field: str) -> str:
    text = request.get(field)
    if not isinstance(text, str):
        raise LineError("bad-request", f'the field "{field}" must be text')
    return text


def _place(request: dict[str, Any], field: str) -> int:
    """Return the place in the menu that a line names, 0 when it names none."""
    place = 0 if request.get(field) is None else request[field]
    if not isinstance(place, int) or isinstance(place, bool) or place < 0:
        raise LineError("bad-request", f'the field "{field}" must be a whole number, as "next" gave it')
    return place


def _session_name(request: dict[str, Any]) -> str | None:
    """Return the session's name; None is the session of those who give none."""
    return None if request.get("session") is None else _text(request, "session")


def _log(error: Exception) -> None:
    """Say on standard error what kind of fault it was and where; its message could hold a patient's words."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}" if trace else "an unknown place"
    with suppress(OSError):  # nobody may be reading standard error any more
        print(f"spine-faq serve: internal error: {type(error).__name__} in {where}", file=sys.stderr)  # noqa: T201
