"""Questions by people who had not seen the knowledge base: floors that no change may fall through.

The targets are higher (docs/matching.md has what is reached); these say when something broke.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from chatbot import Chatbot
from chatbot.reply import Reply

DATA = Path(__file__).resolve().parents[1] / "data"
QUESTIONS = DATA / "questions.yaml"
IN_SCOPE = ("paraphrase", "typo", "terse", "story", "handoff")
CONFIDENT = ("answer", "handoff", "smalltalk")


class Asked(NamedTuple):
    """A labelled question and what it was answered with."""

    kind: str
    text: str
    accepts: frozenset[str]
    reply: Reply

    @property
    def first(self) -> str:
        """The entry told first, "" for none."""
        return self.reply.answers[0].entry if self.reply.answers else ""

    @property
    def is_right(self) -> bool:
        """The first entry told is one that the label accepts."""
        return self.first in self.accepts

    @property
    def is_helped(self) -> bool:
        """Right, or the right entry is among the choices."""
        offered = {suggestion.entry for suggestion in self.reply.suggestions}
        return self.is_right or (self.reply.kind == "clarify" and bool(offered & self.accepts))

    @property
    def is_wrong(self) -> bool:
        """Told something else, with confidence."""
        return self.reply.kind in CONFIDENT and not self.is_right


@pytest.fixture(scope="session")
def items() -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def asked(bot: Chatbot, items: list[Mapping[str, Any]]) -> list[Asked]:
    """Every single question, asked once in a conversation of its own."""
    return [
        Asked(item["kind"], item["q"], frozenset(item["expect"]), bot.ask(item["q"]).reply)
        for item in items
        if "expect" in item
    ]


@pytest.fixture(scope="session")
def inside(asked: list[Asked]) -> list[Asked]:
    return [one for one in asked if one.kind in IN_SCOPE and "clarify" not in one.accepts]


def share(found: list[Asked], among: list[Asked]) -> float:
    assert len(among) >= 10
    return len(found) / len(among)


def listed(found: list[Asked]) -> str:
    return "\n".join(f"{one.text} -> {one.reply.kind} {one.first}" for one in found)


def test_questions_in_scope_are_answered_rightly(inside: list[Asked]) -> None:
    """Of a hundred, at least 85 get the right entry first."""
    missed = [one for one in inside if not one.is_right]
    assert 1 - share(missed, inside) >= 0.85, listed(missed)


def test_questions_in_scope_are_helped(inside: list[Asked]) -> None:
    """Of a hundred, at least 90 get the right entry or find it among the choices."""
    missed = [one for one in inside if not one.is_helped]
    assert 1 - share(missed, inside) >= 0.90, listed(missed)


def test_wrong_answers_are_rare(inside: list[Asked]) -> None:
    """Of a hundred in scope, at most 6 get a confident answer to something else."""
    wrong = [one for one in inside if one.is_wrong]
    assert share(wrong, inside) <= 0.06, listed(wrong)


def test_questions_out_of_scope_are_declined(asked: list[Asked]) -> None:
    """Of a hundred, at least 90 are declined honestly, and at most 5 answered."""
    outside = [one for one in asked if one.kind == "out-of-scope"]
    missed = [one for one in outside if not (one.reply.kind in ("unknown", "handoff") or one.is_right)]
    assert 1 - share(missed, outside) >= 0.90, listed(missed)
    wrong = [one for one in outside if one.reply.kind == "answer" and not one.is_right]
    assert share(wrong, outside) <= 0.05, listed(wrong)


@pytest.mark.parametrize(
    ("kind", "floor"),
    [("typo", 0.80), ("terse", 0.80), ("story", 0.65), ("handoff", 0.80), ("smalltalk", 0.85)],
)
def test_no_kind_of_question_is_left_behind(asked: list[Asked], kind: str, floor: float) -> None:
    """Misspelt, short and long ones, those for the clinic's staff, and small talk."""
    among = [one for one in asked if one.kind == kind]
    missed = [one for one in among if not one.is_right]
    assert 1 - share(missed, among) >= floor, listed(missed)


def test_two_questions_in_one_message_are_both_answered(bot: Chatbot, items: list[Mapping[str, Any]]) -> None:
    """Of a hundred, at least 60 (the aim is 70)."""
    missed = []
    double = [item for item in items if "expect_all" in item]
    for item in double:
        told = {answer.entry for answer in bot.ask(item["q"]).reply.answers}
        if not all(told & set(part) for part in item["expect_all"]):
            missed.append(f"{item['q']} -> {sorted(told)}")
    assert len(double) >= 20
    assert 1 - len(missed) / len(double) >= 0.60, "\n".join(missed)


def test_answers_are_as_sure_as_they_are_right(asked: list[Asked]) -> None:
    """Of answers that are at least 0.8 sure, at least 85 in a hundred are right."""
    sure = [one for one in asked if one.reply.kind == "answer" and one.reply.answers[0].confidence >= 0.8]
    right = [one for one in sure if one.is_right]
    assert share(right, sure) >= 0.85, listed([one for one in sure if not one.is_right])


def test_false_alarms_are_rare(asked: list[Asked]) -> None:
    """These questions are about no danger: of a hundred, at most 2 get an emergency card."""
    alarmed = [one for one in asked if one.reply.safety is not None and one.reply.safety.level != "urgent"]
    assert share(alarmed, asked) <= 0.02, listed(alarmed)


def test_who_gets_no_answer_is_offered_what_comes_nearest(bot: Chatbot) -> None:
    """Of questions in scope without an answer, about half find their entry below; a fifth would at the beginning."""
    offered: list[bool] = []
    for name in ("questions", "open-questions", "open-questions-2", "forum-questions"):
        for item in yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8")):
            if item.get("kind") not in IN_SCOPE or "expect" not in item or "clarify" in item["expect"]:
                continue
            reply = bot.ask(item["q"]).reply
            if reply.kind == "unknown":
                offered.append(any(one.entry in item["expect"] for one in reply.suggestions))
    assert len(offered) >= 10
    assert sum(offered) >= 0.4 * len(offered)
