"""Lines answered one by one, and the sessions between them. What is answered is the engine's."""

from __future__ import annotations

import sys
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from chatbot import __version__
from chatbot.mistakes import described
from chatbot.protocol.lines import (
    LINE_BYTES,
    OUTPUT_BYTES,
    TEXT_CHARACTERS,
    LineError,
    decode,
    encode,
    encode_error,
    encode_within_bounds,
    identity_of,
    place_in,
    session_in,
    size_in_list,
    text_in,
)

if TYPE_CHECKING:
    from chatbot.conversation import Conversation
    from chatbot.engine import Chatbot

PROTOCOL = 1
MOST_SESSIONS = 1_000  # a session is a few kilobytes; a clinic has a handful of kiosks
IDLE_SECONDS = 30 * 60.0  # longer than any pause within a visit, shorter than a clinic's day


class _Session(NamedTuple):
    conversation: Conversation
    last_used: float


class Service:
    """Answers lines, and keeps each session's conversation between them.

    `clock` counts seconds and never goes back; it is asked once a line. Not for several threads at once.
    """

    def __init__(self, bot: Chatbot, clock: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        bot.on_mistake = _log
        self._clock = clock
        self._sessions: OrderedDict[str | None, _Session] = OrderedDict()  # least recently used first

    def hello(self) -> bytes:
        """Return the first line, which says that the program is ready and what its limits are."""
        return encode(
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
            decoded = decode(line)
            if decoded is None:
                return None
            request = decoded
            return encode_within_bounds(self._carry_out(request))
        except LineError as error:
            return encode_error(request, error.code, error.message)
        except Exception as error:
            _log(error)
            return encode_error(request, "internal", "something went wrong inside the program")

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
            self._forget(name)
        return None

    def _forget(self, name: str | None) -> None:
        """Forget a session, and the words of it that are remembered one by one."""
        self._sessions.pop(name, None)
        self._bot.forget_words()

    def _carry_out(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to a request; raises LineError for one that cannot be carried out."""
        kind = request.get("type")
        identity = identity_of(request)
        if identity is None:
            raise LineError("bad-request", 'the field "id" must be text or a whole number')
        match kind:
            case "ask":
                text = text_in(request, "text")
                if len(text) > TEXT_CHARACTERS:
                    raise LineError(
                        "too-long", f'the field "text" has more than {TEXT_CHARACTERS} characters'
                    )
                return self._reply(identity, request, lambda conversation: self._bot.ask(text, conversation))
            case "show":
                entry = text_in(request, "entry")
                if self._bot.knowledge.entry(entry) is None:
                    raise LineError("unknown-entry", 'the field "entry" names no entry; "topics" lists them')
                return self._reply(identity, request, lambda before: self._bot.show(entry, before))
            case "topics":
                return self._menu(identity, place_in(request, "from"))
            case "reset":
                self._forget(session_in(request))
                return {"type": "ok", "id": identity}
            case "ping":
                return {"type": "pong", "id": identity}
        raise LineError("bad-request", 'the field "type" must be ask, show, topics, reset or ping')

    def _menu(self, identity: str | int, start: int) -> dict[str, Any]:
        """Return the menu from its entry number `start` on; `next` is where to go on when one line is too short."""
        groups: list[dict[str, Any]] = []
        line: dict[str, Any] = {"type": "topics", "id": identity, "groups": groups}
        topics = self._bot.topics()
        room = OUTPUT_BYTES - len(encode(line | {"next": sum(len(listed) for _, listed in topics)}))
        place = 0
        for title, listed in topics:
            group: dict[str, Any] = {"title": title, "entries": []}
            for suggestion in listed:
                place += 1
                if place <= start:
                    continue
                entry = suggestion.to_dict()
                size = size_in_list(entry) + (0 if group["entries"] else size_in_list(group))
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
        """Return the line with the reply that `answer` gives in the session's conversation, and keep how it goes on."""
        name = session_in(request)
        session = self._sessions.get(name)
        turn = answer(session.conversation if session else None)
        self._sessions[name] = _Session(turn.conversation, self._clock())
        self._sessions.move_to_end(name)
        if len(self._sessions) > MOST_SESSIONS:
            self._forget(next(iter(self._sessions)))
        line: dict[str, Any] = {"type": "reply", "id": identity}
        if name is not None:
            line["session"] = name
        line["reply"] = turn.reply.to_dict()
        return line


def _log(error: Exception) -> None:
    """Say on standard error what kind of fault it was and where; its message could hold a patient's words."""
    with suppress(OSError):  # nobody may be reading standard error any more
        print(f"spine-faq serve: internal error: {described(error)}", file=sys.stderr)  # noqa: T201
