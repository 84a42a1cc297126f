"""The floor under the triage: every built-in safety question raises its class with the built-in base."""

from __future__ import annotations

import pytest

from chatbot.checks import check_safety, check_safety_questions
from chatbot.engine import Chatbot
from chatbot.knowledge_files.loading import read_safety, read_safety_questions
from chatbot.safety import compile_rules


def test_each_class_has_questions() -> None:
    """A class without any would never be asked."""
    questions = read_safety_questions()
    assert {level: len(messages) >= 6 for level, messages in questions.items()} == dict.fromkeys(
        ("emergency", "urgent", "crisis"), True
    )


def test_all_are_heard() -> None:
    """`spine-faq check` asks the same ones of every other base."""
    assert check_safety_questions(Chatbot.load(), read_safety_questions()) == ()


@pytest.mark.filterwarnings("error")
def test_the_built_in_file_is_as_complete_as_itself() -> None:
    """Only the signature is missing, until a clinician gives it."""
    file = read_safety()
    rules = compile_rules(file.data, frozenset(), file.place_of)
    assert {problem.rule for problem in check_safety(rules, rules)} <= {"safety-is-signed"}
