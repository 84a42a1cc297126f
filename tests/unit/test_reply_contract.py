"""Promises of the protocol's page on every reply, field by field, over random talks of several patients at once."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from chatbot import Chatbot
from chatbot.protocol.service import Service
from tests.support.answers import knowledge

FIELDS = {"kind", "safety", "lead", "answers", "notes", "consultation", "suggestions", "text"}
ANSWER_FIELDS = {"entry", "title", "text", "source", "confidence", "short", "more"}
KINDS = {"answer", "handoff", "clarify", "unknown", "smalltalk", "safety"}
MESSAGES = (
    *(
        "how common is this?",
        "and the risks?",
        "can the screws be taken out?",
        "what is a graft and is it covered",
    ),
    *(
        "tell me more",
        "simpler",
        "back",
        "start over",
        "the second one",
        "2",
        "7",
        "no",
        "yes",
        "not that",
        "and if not",
    ),
    *(
        "surgery",
        "pain",
        "which one is better",
        "how long",
        "does it hurt?",
        "should I have surgery",
        "my dog limps",
    ),
    *(
        "hello",
        "thanks",
        "bye",
        "who are you",
        "me duele la espalda",
        "what does that word mean",
        "asdkjh",
        "",
        "?",
    ),
    *(
        "I can't feel my legs",
        "fever of 103 and pus from the cut",
        "I want to kill myself",
        "I already called",
    ),
    *(
        "false alarm",
        "my father is numb between his legs",
        "why",
        "call me",
        "a\u0000b",
        "\ud800",
        "why " * 500,
    ),
)
LABELS = {"emergency": "EMERGENCY", "urgent": "CALL TODAY", "crisis": "PLEASE READ THIS FIRST"}


@pytest.fixture(scope="module")
def bot() -> Chatbot:
    return Chatbot.load()


def assert_texts(*texts: Any) -> None:
    assert all(isinstance(text, str) and text for text in texts), texts


def assert_kept(reply: dict[str, Any], *, is_after_danger: bool) -> None:
    """Hold one reply to the page; `is_after_danger`: an emergency or a crisis was met before in this session."""
    ids = {entry.id for entry in knowledge().entries}
    assert reply.keys() == FIELDS
    kind, answers, suggestions, safety = (
        reply[name] for name in ("kind", "answers", "suggestions", "safety")
    )
    assert kind in KINDS
    assert (kind == "safety") == (safety is not None)
    assert bool(answers) or kind not in ("answer", "handoff")
    assert not answers or kind not in ("clarify", "unknown")
    for answer in answers:
        assert answer.keys() == ANSWER_FIELDS
        assert answer["entry"] in ids | {""}
        assert_texts(answer["title"], answer["text"])
        assert all(isinstance(answer[name], str) for name in ("source", "short", "more"))
        assert 0 <= answer["confidence"] <= 1
        assert answer["text"].partition("\n")[0] in reply["text"]
    assert len({offered["entry"] for offered in suggestions}) == len(suggestions)
    for offered in suggestions:
        assert offered.keys() == {"entry", "question"}
        assert offered["entry"] in ids
        assert_texts(offered["question"])
    assert kind != "clarify" or 1 <= len(suggestions) <= 3
    assert isinstance(reply["lead"], str)
    assert_texts(reply["text"], *reply["notes"])
    is_danger = safety is not None and safety["level"] in ("emergency", "crisis")
    if is_danger or is_after_danger:
        assert reply["consultation"] is None
    elif kind in ("answer", "handoff", "clarify"):
        assert_texts(reply["consultation"])
    if safety is not None:
        assert safety.keys() == {"level", "text"}
        assert_texts(safety["text"])
        assert reply["text"].startswith(f"{LABELS[safety['level']]}: {safety['text'].partition(chr(10))[0]}")


@pytest.mark.parametrize("seed", range(6))
def test_every_reply_of_mixed_talks_is_as_the_page_says(bot: Chatbot, seed: int) -> None:
    """Questions, follow-ups, dangers and nonsense of four sessions, with choices tapped and resets in between."""
    chance = random.Random(seed)  # noqa: S311 - the same talks each time
    service = Service(bot, lambda: 0.0)
    in_danger: dict[str | None, bool] = {}
    ids = [entry.id for entry in bot.knowledge.entries]
    for number in range(80):
        session = chance.choice(("a", "b", "c", None))
        line: dict[str, Any] = {"type": "ask", "id": number, "text": chance.choice(MESSAGES)}
        if chance.random() < 0.15:
            line = {"type": "show", "id": f"n{number}", "entry": chance.choice(ids)}
        elif chance.random() < 0.05:
            line = {"type": "reset", "id": number}
        answered = json.loads(service.answer(json.dumps({**line, "session": session}).encode()) or b"")
        assert answered["id"] == line["id"]
        if line["type"] == "reset":
            assert answered == {"type": "ok", "id": number}
            in_danger.pop(session, None)
            continue
        assert answered.keys() == {"type", "id", "reply"} | ({"session"} if session else set())
        assert answered["type"] == "reply"
        assert answered.get("session") == session
        assert_kept(answered["reply"], is_after_danger=in_danger.get(session, False))
        safety = answered["reply"]["safety"]
        in_danger[session] = in_danger.get(session, False) or (safety or {}).get("level") in (
            "emergency",
            "crisis",
        )
