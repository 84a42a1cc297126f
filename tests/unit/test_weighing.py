"""What the rules found and what likeness says, weighed against each other."""

from __future__ import annotations

import pytest

from chatbot.knowledge_files.opening import open_knowledge
from chatbot.normalise import normalise
from chatbot.safety import Finding, SafetyRules
from chatbot.safety.by_likeness.laid_out import LaidOut
from chatbot.safety.by_likeness.least_leads import (
    LEAST_LEAD,
    LEAST_LEAD_IN_A_STORY,
    LEAST_LEAD_OF_A_FRAGMENT,
    LEAST_LEAD_OF_A_REPORT,
    LEAST_LEAD_OF_A_STORY,
    LEAST_LEADS,
)
from chatbot.safety.by_likeness.likeness import LIKENESS, NO_LIKENESS
from chatbot.safety.by_likeness.weighing import (
    HINTED,
    LEAST_LEAD_BESIDE_A_DENIAL,
    weighed,
)
from chatbot.safety.reading.families import read


@pytest.fixture(scope="module")
def rules() -> SafetyRules:
    return open_knowledge()[3]


class FixedLeads:
    """Puts leads of one's own in the place of those of the model."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, rules: SafetyRules) -> None:
        self._monkeypatch, self._rules = monkeypatch, rules

    def weigh(
        self,
        finding: Finding,
        leads: tuple[float, float, float],
        text: str = "a b c d e f",
        **alone: tuple[float, float, float],
    ) -> Finding:
        """`leads` are those of the whole message and of its stretches, but for sentences named by their first word."""

        words = normalise(text).tokens

        def fixed_leads(_: LaidOut, start: int, end: int, *__: int) -> tuple[float, ...]:
            is_sentence = end - start < len(words) / 1.5
            return alone.get(words[start], leads) if is_sentence else leads

        self._monkeypatch.setattr(LaidOut, "leads", fixed_leads)
        question = normalise(text)
        return weighed(finding, question, read(question, self._rules), self._rules)


@pytest.fixture
def fixed(monkeypatch: pytest.MonkeyPatch, rules: SafetyRules) -> FixedLeads:
    return FixedLeads(monkeypatch, rules)


LITTLE = LEAST_LEAD - HINTED - 0.1
ORDINARY_LEADS = (LITTLE,) * 3


def test_where_no_rule_speaks_a_clear_lead_raises(fixed: FixedLeads) -> None:
    """The class with the greatest lead, for somebody else where the message speaks of one."""
    found = fixed.weigh(Finding(), (LITTLE, LEAST_LEAD + 0.1, LITTLE), "her scar is like that")
    assert (found.level, found.signs, found.third_person) == ("urgent", (LIKENESS,), True)
    assert fixed.weigh(Finding(), (LITTLE, LITTLE, LITTLE)) == Finding()


def test_a_hint_at_a_wish_to_die_counts_for_more_than_its_words(fixed: FixedLeads) -> None:
    """People say it in other words more often than other things, and missing it costs most."""
    assert fixed.weigh(Finding(), (LITTLE, LITTLE, LEAST_LEAD - HINTED + 0.05)).level == "crisis"
    assert fixed.weigh(Finding(), (LITTLE, LEAST_LEAD - HINTED + 0.05, LITTLE)).level == "none"


def test_an_emergency_of_the_rules_needs_no_more_than_one_that_no_rule_knows(fixed: FixedLeads) -> None:
    """What would be raised without a rule is never let down with one."""
    found = Finding("emergency", ("saddle",), ((0, 4),), "a rule")
    asked = "is this what they told us of when we were at the clinic"
    for lead, level, ruled in (
        (LEAST_LEAD + 0.01, "emergency", "emergency"),
        (LEAST_LEAD - 0.01, "none", "emergency"),
        (LEAST_LEADS["emergency"] - 0.01, "none", "none"),
    ):
        leads_there = (lead, LITTLE, LITTLE)
        assert fixed.weigh(Finding(), leads_there).level == level
        assert fixed.weigh(found, leads_there, asked).level == ruled


def test_a_hint_counts_against_what_is_ordinary_and_not_against_an_emergency(fixed: FixedLeads) -> None:
    """Rule 23: emergency first, where without the hint the message is as much like one."""
    assert fixed.weigh(Finding(), (0.0, -1.0, -HINTED / 2)).level == "emergency"
    assert fixed.weigh(Finding(), (-1.0, -1.0, 0.0)).level == "crisis"
    assert fixed.weigh(Finding(), (0.0, -1.0, 0.1)).level == "crisis"


def test_a_short_report_is_let_down_only_where_it_is_clearly_ordinary(fixed: FixedLeads) -> None:
    """A long one, or one that asks, sooner: it has room to say that it is about something else."""
    found = Finding("urgent", ("fever",), ((0, 4),), "a rule")
    unsure = (LITTLE, LEAST_LEAD_OF_A_REPORT + 0.01, 2 * LITTLE)
    assert fixed.weigh(found, unsure, "my mother has that as well").level == "urgent"
    assert fixed.weigh(found, unsure, "does my mother have that as well").level == "none"
    longer = "my mother has that as well, and I wonder how it came that we both got it"
    assert fixed.weigh(found, unsure, longer).level == "none"
    ordinary = (LITTLE, LEAST_LEAD_OF_A_REPORT - 0.01, LITTLE)
    assert fixed.weigh(found, ordinary, "my mother has that as well").level == "none"


def test_a_crisis_of_the_rules_stands_in_a_few_words(fixed: FixedLeads) -> None:
    """Nothing beside "I can't do this anymore" says what else it could be about; a longer message may."""
    found = Finding("crisis", ("wish-to-die",), ((0, 20),), "a rule")
    assert fixed.weigh(found, ORDINARY_LEADS, "i really cannot do this").level == "crisis"
    longer = "i really cannot do this kind of exercise with my back"
    assert fixed.weigh(found, ORDINARY_LEADS, longer).level == "none"


@pytest.mark.parametrize(
    ("text", "is_somebody_else"),
    [
        ("told my daughter where the papers are", False),
        ("i wrote to my son and she knows", False),
        ("my wife can live without me", False),
        ("my dad gave his watch away", True),
        ("worried about him, he wrote goodbye", True),
        ("the papers are in the drawer", False),
    ],
)
def test_a_hint_names_those_it_leaves_and_is_still_ones_own(
    fixed: FixedLeads, text: str, is_somebody_else: bool
) -> None:
    """Nobody who may want to die is thanked for looking out for another."""
    found = fixed.weigh(Finding(), (LITTLE, LITTLE, 1.0), text)
    assert (found.level, found.third_person) == ("crisis", is_somebody_else)


def test_a_long_story_must_lead_more_clearly(fixed: FixedLeads) -> None:
    """It holds much of life; where the rules found something in it, they need no such lead."""
    text = "we had so much rain today " * 8
    lead = (LEAST_LEAD_OF_A_STORY - 0.1, LITTLE, LITTLE)
    assert fixed.weigh(Finding(), lead, text).level == "none"
    assert fixed.weigh(Finding(), (LEAST_LEAD_OF_A_STORY + 0.1, LITTLE, LITTLE), text).level == "emergency"
    assert fixed.weigh(Finding("emergency", ("chest",)), lead, text).level == "emergency"


def test_a_fragment_must_lead_more_clearly(fixed: FixedLeads) -> None:
    """ "On the left side" has little that could be like anything."""
    lead = (LEAST_LEAD_OF_A_FRAGMENT - 0.1, LITTLE, LITTLE)
    assert fixed.weigh(Finding(), lead, "on the left side").level == "none"
    clear = (LEAST_LEAD_OF_A_FRAGMENT + 0.1, LITTLE, LITTLE)
    assert fixed.weigh(Finding(), clear, "on the left side").level == "emergency"
    assert fixed.weigh(Finding(), lead, "it is on the left side").level == "emergency"


def test_a_word_or_two_are_like_nothing(fixed: FixedLeads) -> None:
    """They have too little to be like anything: the rules alone speak."""
    assert fixed.weigh(Finding(), (2.0, 0.0, 0.0), "a b") == Finding()


def test_without_a_model_the_rules_alone_speak(rules: SafetyRules) -> None:
    """Rules that are compiled by themselves, as `check` does, find what they find."""
    question = normalise("my wound drips")
    alone = rules._replace(likeness=NO_LIKENESS)
    assert weighed(Finding("urgent"), question, read(question, alone), alone) == Finding("urgent")


def test_what_the_rules_found_in_ordinary_talk_gets_the_quiet_line(fixed: FixedLeads) -> None:
    """Rule 25: between a sign and talk about it, the answer with one quiet line."""
    found = fixed.weigh(Finding("urgent", ("fever",), ((0, 1),)), ORDINARY_LEADS)
    assert (found.level, found.is_about, found.quiet) == ("none", True, "urgent")
    longer = "i cannot do this kind of exercise with my back"
    assert fixed.weigh(Finding("crisis", ("wish-to-die",)), ORDINARY_LEADS, longer).quiet == "crisis"


def test_between_two_classes_much_the_same_the_higher_counts(fixed: FixedLeads) -> None:
    """Rule 25; but an emergency of the rules stays one, unless the message is clearly more like the urgent ones."""
    urgent, emergency = Finding("urgent", ("fever",)), Finding("emergency", ("calf",))
    assert fixed.weigh(urgent, (1.0, 0.5, 0.0)).level == "emergency"
    assert fixed.weigh(urgent, (0.45, 0.5, 0.0)).level == "emergency"
    assert fixed.weigh(urgent, (0.05, 0.5, 0.0)).level == "urgent"
    assert fixed.weigh(urgent, (0.2, 0.5, 0.0)).level == "emergency"
    assert fixed.weigh(urgent, (-1.0, 0.5, 0.05)).level == "urgent"  # only an emergency is met so far
    assert fixed.weigh(urgent, (LEAST_LEAD - 0.05, LEAST_LEAD + 0.1, -1.0)).level == "urgent"
    assert fixed.weigh(emergency, (0.3, 1.0, 0.0)).level == "emergency"
    assert fixed.weigh(emergency, (0.3, 1.2, 0.0)).level == "urgent"
    assert fixed.weigh(Finding("crisis", ("wish-to-die",)), (1.0, 0.0, 0.5)).level == "crisis"


def test_a_sentence_speaks_for_itself_whatever_is_said_beside_it(fixed: FixedLeads) -> None:
    """The most serious reading counts: of the whole, or of one sentence. Very short sentences are no reading."""
    text = "We had so much rain today. My scar feels odd. Bye."
    found = fixed.weigh(Finding(), ORDINARY_LEADS, text, my=(0.0, 1.0, 0.0))
    assert found.level == "urgent"
    assert text[slice(*found.spans[0])] == "My scar feels odd"


def test_only_the_sentences_of_a_sign_say_whether_it_is_talk(fixed: FixedLeads) -> None:
    """A sign is let down when the message and its own sentence are ordinary; the weather has no say."""
    text = "We had so much rain today. My scar feels odd."
    finding = Finding("urgent", ("fever",), ((27, 40),))
    assert fixed.weigh(finding, ORDINARY_LEADS, text, my=(0.0, 1.0, 0.0)).level == "urgent"
    assert fixed.weigh(finding, ORDINARY_LEADS, text, we=(0.0, 1.0, 0.0)).level == "none"


def test_a_sentence_of_a_long_story_must_lead_more_clearly(fixed: FixedLeads) -> None:
    """There are many sentences in a story, and each could be taken wrongly."""
    text = "We had so much rain today. " * 8 + "My scar feels odd."
    for lead, level in ((LEAST_LEAD_IN_A_STORY - 0.1, "none"), (LEAST_LEAD_IN_A_STORY + 0.1, "urgent")):
        assert fixed.weigh(Finding(), ORDINARY_LEADS, text, my=(0.0, lead, 0.0)).level == level


def test_a_story_however_ordinary_is_searched_sentence_by_sentence(fixed: FixedLeads) -> None:
    """Length never hides a sign, whether a rule knows it or not."""
    text = "We had so much rain today. " * 8 + "My scar feels odd."
    plain, alarming = (-3.0,) * 3, (0.0, 3.0, 0.0)
    assert fixed.weigh(Finding(), plain, text, my=alarming).level == "urgent"
    finding = Finding("urgent", ("fever",), ((len(text) - 10, len(text) - 1),))
    assert fixed.weigh(finding, plain, text, my=alarming).level == "urgent"


def test_two_sentences_of_a_story_speak_together(fixed: FixedLeads) -> None:
    """Of many short ones that are no story, none does."""
    text = "We had so much rain today. " * 8 + "About that. My scar feels odd."
    found = fixed.weigh(Finding(), ORDINARY_LEADS, text, about=(0.0, 3.0, 0.0))
    assert text[slice(*found.spans[0])] == "About that. My scar feels odd"
    short = "We had rain. " * 8 + "About that. My scar feels odd."
    assert fixed.weigh(Finding(), ORDINARY_LEADS, short, about=(0.0, 3.0, 0.0)).level == "none"


def test_a_hint_beside_a_denial_must_be_clear(fixed: FixedLeads) -> None:
    """People hint at a crisis; beside their own denial only what leads by itself counts (rule 19)."""
    denied = Finding(is_about=True, quiet="crisis", dismissed=("denied",))
    for lead, level in ((-0.1, "none"), (LEAST_LEAD_BESIDE_A_DENIAL + 0.1, "crisis")):
        assert fixed.weigh(denied, (-2.0, -2.0, lead)).level == level
    assert fixed.weigh(Finding(), (-2.0, -2.0, -0.1)).level == "crisis"
    assert fixed.weigh(denied, (1.0, -2.0, -0.1)).level == "emergency"


def test_a_sign_said_in_a_word_or_two_stands_whatever_is_said_beside_it(fixed: FixedLeads) -> None:
    """Such a sentence has too little to be like anything, and the others have no say in it."""
    finding = Finding("crisis", ("suicide-thoughts",), ((0, 3),))
    assert fixed.weigh(finding, ORDINARY_LEADS, "kms. I live in Queens with two dogs.") == finding
