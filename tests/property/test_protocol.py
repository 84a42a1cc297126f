"""Whatever bytes come in: one answer a line, within its bounds, and the next line is answered as ever."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chatbot.protocol.lines import LINE_BYTES, OUTPUT_BYTES, LineSplitter
from chatbot.protocol.service import Service
from tests.support.echo_bot import EchoBot

PING = b'{"type": "ping", "id": "still here"}'

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
requests = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["ask", "show", "topics", "reset", "ping"]) | values,
        "id": st.integers() | st.text() | values,
        "session": st.sampled_from(["a", "b"]) | values,
        "text": st.text(max_size=20)
        | st.sampled_from(["explode", "endless", "é" * 2000, "é" * 2001])
        | values,
        "from": st.integers() | values,
        "entry": st.sampled_from(["imaging", "scar-tissue", "nothing"]) | values,
    },
)
lines = (
    st.binary(max_size=400)
    | requests.map(lambda request: json.dumps(request, ensure_ascii=True).encode())
    | requests.map(lambda request: json.dumps(request, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    | st.integers(LINE_BYTES - 2, LINE_BYTES + 3).map(lambda size: b"[" * size)
)


def answers_of(service: Service, data: bytes) -> list[bytes | None]:
    splitter = LineSplitter()
    taken = list(splitter.feed(data)) + list(splitter.close())
    return [service.answer(line) for line in taken]


@given(lines)
def test_a_line_gets_exactly_one_answer_within_its_bounds(line: bytes) -> None:
    service = Service(EchoBot(), lambda: 0.0)  # type: ignore[arg-type]
    line = line.replace(b"\n", b" ")
    answers = answers_of(service, line + b"\n" + PING + b"\n")
    assert json.loads(answers[-1] or b"") == {"type": "pong", "id": "still here"}
    is_blank = not line.removesuffix(b"\r").removeprefix(b"\xef\xbb\xbf").strip()
    assert len(answers) == 2
    assert (answers[0] is None) == is_blank
    if answers[0] is not None:
        assert answers[0].isascii() and answers[0].endswith(b"\n") and answers[0].count(b"\n") == 1
        assert len(answers[0]) <= OUTPUT_BYTES
        assert json.loads(answers[0], parse_constant=_refuse)["type"] in {
            "reply",
            "error",
            "topics",
            "ok",
            "pong",
        }


@given(requests)
def test_a_usable_id_always_comes_back(request: dict[str, Any]) -> None:
    answer = Service(EchoBot(), lambda: 0.0).answer(json.dumps(request).encode())  # type: ignore[arg-type]
    identity = request.get("id")
    is_usable = isinstance(identity, str | int) and not isinstance(identity, bool)
    decoded = json.loads(answer or b"{}")
    if decoded.get("code") not in {"bad-json", "too-long"}:  # NaN somewhere, or a line that was not read
        assert decoded["id"] == (identity if is_usable else None)


@given(st.binary(max_size=300), st.lists(st.integers(0, 300), max_size=5))
def test_how_bytes_arrive_does_not_change_the_lines(data: bytes, cuts: list[int]) -> None:
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    splitter = LineSplitter()
    taken = [line for start, end in pairwise(edges) for line in splitter.feed(data[start:end])]
    taken += splitter.close()
    whole = data.split(b"\n")
    expected = [line.removesuffix(b"\r") for line in (whole if whole[-1] else whole[:-1])]
    assert taken == expected


def _refuse(name: str) -> None:
    raise AssertionError(f"{name} is not JSON")
