"""What a card says: its lines, whom it speaks to, what helps first, and that it fits a small screen."""

from __future__ import annotations

import textwrap

import pytest

from chatbot import Chatbot
from chatbot.knowledge import Clinic
from chatbot.normalise import normalise
from chatbot.safety import (
    Finding,
    card,
    quiet_line,
    standing_line,
    triage,
)
from chatbot.safety.by_likeness.likeness import LIKENESS
from tests.support.triage import found, rules


@pytest.mark.parametrize("level", ["emergency", "urgent", "crisis"])
@pytest.mark.parametrize("third_person", [False, True])
@pytest.mark.parametrize("clinic", [Clinic(), Clinic(phone="(555) 010-0199", urgent_phone="(555) 010-0100")])
def test_every_card_fits_forty_columns_and_ten_lines(level: str, third_person: bool, clinic: Clinic) -> None:
    """The number is in the first line, nothing scrolls, nothing is diagnosed, nothing is sold."""
    for sign in rules().signs:
        if sign.level != level:
            continue
        for also in (False, True):
            finding = Finding(level, (sign.id,), third_person=third_person, also_crisis=also)  # type: ignore[arg-type]
            text = card(finding, rules(), clinic)
            lines = [piece for line in text.splitlines() for piece in textwrap.wrap(line, 40)]
            assert len(lines) <= 10, (sign.id, lines)
            first = text.splitlines()[0]
            assert {"emergency": "911", "crisis": "988", "urgent": "surgical team"}[level] in first
            assert "{" not in text
            assert "[" not in text
            for word in ("probably", "normal", "syndrome", "cauda", "book", "schedule", "commit"):
                assert word not in text.lower()


def test_the_clinic_number_stands_only_where_it_is_set() -> None:
    """An unset number leaves no hole."""
    finding = Finding("emergency", ("chest-pain",))
    assert "clinic:" not in card(finding, rules(), Clinic())
    assert "555" in card(finding, rules(), Clinic(phone="555"))
    assert "discharge papers" in card(Finding("urgent", ("fever",)), rules(), Clinic())


def test_no_finding_has_no_card() -> None:
    """Nothing is said where nothing is found."""
    assert card(Finding(), rules(), Clinic()) == ""
    assert quiet_line(Finding(), rules(), Clinic()) == ""


@pytest.mark.parametrize("level", ["emergency", "urgent", "crisis"])
def test_a_line_stays_after_a_card(level: str) -> None:
    """Rule 24."""
    assert standing_line(level, rules(), Clinic())


def test_a_card_for_what_no_rule_names_has_the_class_own_words() -> None:
    """Likeness names no sign of the file; the call is the same."""
    text = card(Finding("emergency", (LIKENESS,)), rules(), Clinic())
    assert "911" in text.splitlines()[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I fell off the ladder and can't move my feet", "Lie still."),
        ("my husband fell off the ladder, he can't move his feet", "Do not move the person"),
        ("both my legs are weak since this morning", "Sit or lie down"),
    ],
)
def test_whoever_fell_and_cannot_move_is_told_to_lie_still(bot: Chatbot, text: str, told: str) -> None:
    """Row 7: do not move after a fall; getting up, or being helped up, may harm the spine."""
    safety = bot.ask(text).reply.safety
    assert safety is not None
    assert told in safety.text


@pytest.mark.parametrize(
    ("message", "said"),
    [
        # likeness alone finds these
        ("my wife has not been able to go to the toilet for water since yesterday", "Go even without pain."),
        ("my legs are made of wood since I woke", "Sit or lie down"),
        ("mom is floppy and I can't get her up, she had her pain medicine an hour ago", "naloxone"),
        ("had one more tizanidine than I should, feel normal", "1-800-222-1222"),
        ("my husband's incision is soaking towel after towel", "Press firmly"),
        ("grandma missed her mouth with the spoon and her left side hangs", "Note the time"),
        ("lips look like I got filler, I didn't, I got the dye an hour ago", "epinephrine"),
        ("fell off the porch step, cant get the legs to do anything", "Lie still."),
        ("head hurts till i lie down", "Lying flat"),
        ("dad's calf hurts when he walks and is red", "Do not rub"),
        # what helps first, of several signs
        ("I took too many percocets and can hardly breathe", "naloxone"),
        ("hives all over and I am wheezing", "epinephrine"),
        ("neck is swelling up under the scar and my voice is gone, I had front neck surgery", "Sit upright"),
        ("a truck hit us and I can't feel my feet", "Lie still."),
        ("I fell down the stairs and my back is in agony", "Lie still."),
        ("my calf is swollen and I can't breathe", "Sit upright"),
        ("he can't be woken and breathes slowly", "Stay with the person."),
    ],
)
def test_a_card_says_what_helps_first(message: str, said: str) -> None:
    """Whether a rule or likeness found the danger, the one own line fits it."""
    assert said in card(found(message), rules(), Clinic())


@pytest.mark.parametrize(
    ("message", "unsaid"),
    [
        ("fever and my neck is so stiff I can't look down and the light hurts", "temperature"),
        ("wound is red and I am confused and freezing", "ointment"),
        ("I took too many percocets and can hardly breathe", "Sit upright"),
        ("incision bled a little when I sat up, stopped by itself", "Press"),
        ("rear-ended yesterday and my back hurts badly", "Lie still"),
        ("he vomited something like coffee grounds", "Press"),
        ("something popped in my back when I lifted the baby and the pain is unbearable", "after a fall"),
        ("no bleeding, but my legs are made of wood since I woke", "Press"),
    ],
)
def test_a_card_says_nothing_beside_the_point(message: str, unsaid: str) -> None:
    """A thermometer is nothing for an emergency, nor a cloth for blood that was vomited."""
    assert unsaid not in card(found(message), rules(), Clinic())


@pytest.mark.parametrize(
    ("message", "is_named"),
    [
        ("too many on purpose", True),
        ("i ate all my nerve pills cuz i dont want to feel anything ever again", True),
        ("I cut my wrist and it won't stop bleeding", True),
        ("I took all my pills by mistake", False),
        ("she won't wake up", False),
        ("I can't breathe", False),
        ("my dad fell and I can't get him up", False),
    ],
)
def test_988_stands_beside_an_emergency_only_where_something_was_done_on_purpose(
    message: str, is_named: bool
) -> None:
    """Rule 23: both lines, but no crisis where there is none."""
    finding = found(message)
    assert finding.level == "emergency"
    assert ("988" in card(finding, rules(), Clinic())) == is_named


@pytest.mark.parametrize(
    ("message", "is_somebody_else"),
    [
        ("my daughter drove me home and now there is an elephant sitting in my ribs", False),
        ("Ain't got no feelin in my johnson since they done my back", False),
        ("my husband found me on the floor, I must have passed out", False),
        ("felt a pop and now awful pain", False),
        ("my surgeon said he would call but my leg has gone dead", False),
        ("cut smells and she is breathing like she ran a race", True),
        ("my dad fell and I can't get him up", True),
        ("he messed his trousers and says he felt nothing", True),
        ("My husband had a fusion. Cannot move anything below the ribs now.", True),
        ("my roommate has to eat lying on the floor because her head kills her when she sits", True),
    ],
)
def test_the_card_speaks_to_the_one_who_is_ill_or_of_them(message: str, is_somebody_else: bool) -> None:
    """Rule 14, also where likeness alone found the danger: whoever helps or reports is not who is ill."""
    finding = found(message)
    assert finding.level in ("emergency", "urgent")
    assert finding.third_person == is_somebody_else


@pytest.mark.parametrize("third_person", [False, True])
@pytest.mark.parametrize("clinic", [Clinic(), Clinic(phone="(555) 010-0199", urgent_phone="(555) 010-0100")])
def test_a_card_with_a_line_of_another_class_fits_as_well(third_person: bool, clinic: Clinic) -> None:
    """Ten lines of forty columns, whatever own line the list lends it."""
    for line in rules().own_lines:
        for level in line.levels:
            for also in (False, True):
                finding = Finding(
                    level, (LIKENESS,), third_person=third_person, also_crisis=also, line=line.sign
                )  # type: ignore[arg-type]
                text = card(finding, rules(), clinic)
                assert sum(len(textwrap.wrap(said, 40)) for said in text.splitlines()) <= 10, (
                    line.sign,
                    text,
                )


def test_a_file_without_own_lines_still_gives_a_sign_its_own() -> None:
    """A clinic's own file of before knows no such list."""
    without = rules()._replace(own_lines=(), asked_about=(), asked_heads=frozenset(), memory={})
    finding = triage(normalise("my crotch is numb since this morning"), without)
    assert (finding.line, finding.level) == ("", "emergency")
    assert "Go even if you have no pain." in card(finding, without, Clinic())
