"""What stands beside a sign that is only urgent, and may make an emergency of it (rule 21)."""

from __future__ import annotations

import pytest

from chatbot.knowledge_files.opening import open_knowledge
from chatbot.normalise import normalise
from chatbot.safety import NO_LIKENESS, Finding, SafetyRules, triage
from chatbot.safety.by_likeness.beside import (
    LEAST_LEAD_BESIDE,
    LEAST_LEAD_OVER_URGENT,
    with_what_stands_beside,
)
from chatbot.safety.by_likeness.features import Seen
from chatbot.safety.by_likeness.likeness import LIKENESS, Likeness

# The sign is in the first words; what is said of the painting is whatever the leads say.
MESSAGE = "The incision oozes and the painting looks at us"
SIGN = Finding("urgent", ("wound-trouble",), ((4, 18),), "row 18")
ENOUGH = (LEAST_LEAD_BESIDE, LEAST_LEAD_BESIDE - LEAST_LEAD_OVER_URGENT - 0.01, -3.0)
Leads = tuple[float, float, float]


@pytest.fixture(scope="module")
def rules() -> SafetyRules:
    return open_knowledge()[3]


class FixedLeads:
    """Gives every clause the same leads and remembers which ones were asked about."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, rules: SafetyRules) -> None:
        self._monkeypatch, self._rules = monkeypatch, rules
        self.read: list[str] = []

    def weigh(self, text: str = MESSAGE, found: Finding = SIGN, leads: Leads = ENOUGH) -> Finding:
        def leads_of(seen: Seen, _: Likeness) -> Leads:
            self.read.append(" ".join(seen.words))
            return leads

        self._monkeypatch.setattr("chatbot.safety.by_likeness.beside.leads_of", leads_of)
        return with_what_stands_beside(found, normalise(text), self._rules)


@pytest.fixture
def fixed(monkeypatch: pytest.MonkeyPatch, rules: SafetyRules) -> FixedLeads:
    return FixedLeads(monkeypatch, rules)


def test_a_clause_like_an_emergency_raises_what_is_urgent(fixed: FixedLeads) -> None:
    found = fixed.weigh()
    assert (found.level, found.signs, found.spans) == ("emergency", SIGN.signs, SIGN.spans)
    assert found.rule == "rule 21: row 18, and something like an emergency beside it"
    assert fixed.read == ["the painting looks at us"]


@pytest.mark.parametrize(
    "leads",
    [
        (ENOUGH[0] - 0.01, -9.0, -9.0),  # like nothing of the kind
        (2.0, 2.0 - LEAST_LEAD_OVER_URGENT + 0.01, -9.0),  # as much like what is urgent, too
    ],
)
def test_a_clause_that_leads_by_less_raises_nothing(fixed: FixedLeads, leads: Leads) -> None:
    assert fixed.weigh(leads=leads) == SIGN


@pytest.mark.parametrize(
    "found",
    [
        Finding(),
        SIGN._replace(level="emergency"),
        SIGN._replace(signs=(LIKENESS,)),  # what is merely like an urgent message has no place in it
        SIGN._replace(spans=()),
    ],
)
def test_only_a_sign_of_the_rules_that_is_urgent_is_raised(fixed: FixedLeads, found: Finding) -> None:
    assert fixed.weigh(found=found) == found
    assert not fixed.read


def test_without_examples_nothing_is_raised(rules: SafetyRules) -> None:
    alone = rules._replace(likeness=NO_LIKENESS)
    assert with_what_stands_beside(SIGN, normalise(MESSAGE), alone) == SIGN


@pytest.mark.parametrize(
    "text",
    [
        "The incision oozes, odd thing",  # too few words
        "The incision oozes and " + "the painting looks " * 5,  # too many
        "The incision oozes, is the painting looking at us",  # asks
        "The incision oozes but the painting looks fine to us",  # reassures
        "The incision oozes and my calf is swollen today",  # a sign: the rules had their say
    ],
)
def test_clauses_that_say_nothing_more_are_not_weighed(fixed: FixedLeads, text: str) -> None:
    assert fixed.weigh(text) == SIGN
    assert not fixed.read


def test_neighbouring_clauses_are_read_together_too(fixed: FixedLeads) -> None:
    """On either side of the sign; words that join them are left out."""
    text = "The incision oozes, the painting looks at us, and so he calls it Fred"
    fixed.weigh(text, leads=(-9.0, -9.0, -9.0))
    assert fixed.read == [
        "the painting looks at us",
        "he calls it fred",
        "the painting looks at us and so he calls it fred",
    ]


@pytest.mark.parametrize(
    ("message", "level"),
    [
        ("the incision is oozing and she only opens her eyes when I pinch her", "emergency"),
        ("the incision is oozing and she has full strength and a clear head", "urgent"),
    ],
)
def test_the_triage_asks_what_stands_beside(rules: SafetyRules, message: str, level: str) -> None:
    assert triage(normalise(message), rules).level == level
