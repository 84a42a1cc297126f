"""What stands around a sign decides whether it is there: denied, over, somebody else's, a saying, only talked about."""

from __future__ import annotations

import pytest

from chatbot.knowledge import Clinic
from chatbot.normalise import normalise
from chatbot.safety import (
    quiet_line,
)
from chatbot.safety.triaging import by_rules
from tests.support.triage import found, rules


@pytest.mark.parametrize(
    "message",
    [
        "No fever, chills, drainage, redness, or leg swelling",
        "no fever, chills or drainage",
        "No fever, chest pain, or new swelling. Just itchy",
        "no fever or the wound leaking",
        "no fever, chills nor pus, no bleeding",
    ],
)
def test_a_denial_reaches_to_the_end_of_its_list(message: str) -> None:
    """As patients copy it from a form, and nurses write it."""
    assert found(message).level == "none"


@pytest.mark.parametrize(
    ("message", "level"),
    [
        ("no fever, chills or sweats, numb groin", "emergency"),
        ("no fever, numb between my legs or maybe tingling", "emergency"),
        ("no fever, no pus, no redness or swelling, chest pain", "emergency"),
        ("no fever, the skin around my wound is leaking or weeping", "urgent"),
        ("no pain or my wound is leaking", "urgent"),
    ],
)
def test_a_sign_behind_a_list_of_denials_is_not_denied(message: str, level: str) -> None:
    assert found(message).level == level


@pytest.mark.parametrize(
    "message",
    [
        "no fever, no numbness, no leaking, just stiff",
        "I do not have chest pain, the form asked",
        "My legs aren't weak, they just ache after work",
        "she has never fainted or had a fit, is she fit for surgery",
    ],
)
def test_a_denied_sign_is_none(message: str) -> None:
    """Rule 5: a denial covers its list."""
    assert found(message).level == "none"


def test_one_denied_sign_cancels_no_other() -> None:
    """Rule 8: no fever says nothing about a leaking wound."""
    assert found("no fever but my wound is leaking pus").level == "urgent"
    assert found("no pain at all but my saddle area is numb").level == "emergency"


@pytest.mark.parametrize(
    "message", ["I can not feel my saddle area", "it won't stop bleeding", "unable to move my legs"]
)
def test_a_sign_is_never_denied_by_its_own_word(message: str) -> None:
    """Rule 6: cannot, no feeling and will not stop are part of the sign."""
    assert found(message).level == "emergency"


@pytest.mark.parametrize(
    "message",
    [
        "I had sepsis in 2012 and recovered fully. Is fusion still possible?",
        "drop foot from birth, wear a brace, no change. Any surgery?",
        "My leg strength keeps getting better each week, should I keep the cane",
    ],
)
def test_what_is_over_or_improving_is_none(message: str) -> None:
    """Rules 10 and 11."""
    assert found(message).level == "none"


def test_old_and_unchanged_bladder_trouble_is_urgent() -> None:
    """Rule 12."""
    assert found("I have leaked urine for six years, unchanged").level == "urgent"


@pytest.mark.parametrize(
    "message",
    [
        "can revision cause bladder problems?",
        "What are the symptoms of a blood clot?",
        "what if I wake up from the operation and can't move my legs? who would I tell?",
        "Some guy on Reddit wrote his legs stopped working a month after surgery. Is that common?",
    ],
)
def test_talk_about_a_sign_is_no_alarm(message: str) -> None:
    """Rules 14, 15 and 17."""
    assert found(message).level == "none"


def test_talk_about_a_sign_asks_for_the_quiet_line() -> None:
    """Rule 25: the ordinary answer may carry one line."""
    finding = found("can scar tissue make a persons leg weak")
    assert (finding.level, finding.is_about, finding.quiet) == ("none", True, "urgent")
    assert "surgical team" in quiet_line(finding, rules(), Clinic())


def test_personal_evidence_turns_a_question_into_a_report() -> None:
    """Rule 16."""
    assert (
        found(
            "Does spinal stenosis make people lose urine? It has been happening to me since Wednesday"
        ).level
        == "emergency"
    )
    assert found("should I be worried that my incision is draining").level == "urgent"


@pytest.mark.parametrize(
    "message",
    [
        "this insurance form is giving me a stroke",
        "my back pain is killing me",
        "that massage chair is to die for",
    ],
)
def test_a_saying_is_no_sign(message: str) -> None:
    """Rule 20."""
    assert found(message).level == "none"


def test_a_saying_hides_no_other_sign() -> None:
    """Rule 20: a head that is murder only upright is row 22's headache."""
    assert found("head is murder upright, fine lying down, day 4").level == "urgent"


@pytest.mark.parametrize(
    ("message", "level"),
    [
        ("I think I OD", "emergency"),
        ("my dad OD'd on his pills", "emergency"),
        ("temp 100.5 since noon", "urgent"),
        ("i just want to go to sleep and never wake up", "crisis"),
        ("He won't wake up", "emergency"),
        ("no I mean my wound is open", "urgent"),
        ("In 1998 I fell. My crotch was numb for weeks. All fine since. Heat or ice?", "none"),
        ("My uncle killed himself in 1990, does pain do that?", "none"),
        ("I was suicidal years ago, well since", "none"),
        ("I was told that numbness in both legs is a risk", "none"),
        ("explain saddle anesthesia to me like I am ten", "none"),
        ("my leg is numb, same as before my fusion", "none"),
        ("you did not answer me", "none"),
        ("he does not answer me and his lips are blue", "emergency"),
        ("DVT prophylaxis", "none"),
        ("I think I have a DVT", "urgent"),
        ("you guys cut people open", "none"),
    ],
)
def test_context_decides(message: str, level: str) -> None:
    """Time, person and meaning, each in one sentence."""
    assert found(message).level == level


@pytest.mark.parametrize(
    ("message", "level", "quiet", "is_somebody_else"),
    [
        ("Should I stop the new pill if my tongue feels too big", "emergency", "", False),
        ("i woud never do anything but i wish i wasnt alive", "crisis", "", False),
        (
            "can you tell me what it means to watch the incision for signs of infection",
            "none",
            "urgent",
            False,
        ),
        ("I don't want to die, how safe is it", "none", "crisis", False),
        ("dvt in '09, gone", "none", "", False),
        ("my suicidal brother gave away his rifle", "crisis", "", True),
        ("wanna be with my dead wife", "crisis", "", False),
        ("i gave my dog to my neighbor, wont be needing that appointment", "crisis", "", False),
        ("my husband would be better off without me", "crisis", "", False),
        ("my kids would manage without me", "crisis", "", False),
        ("my wife says she wants to die", "crisis", "", True),
        ("im worried about my sister, she wrote goodbye", "crisis", "", True),
    ],
)
def test_the_rules_alone_read_it_so(message: str, level: str, quiet: str, is_somebody_else: bool) -> None:
    """An "if" beside what is now, a denial that is none, talk, a denied wish, a past without a verb, a person after."""
    finding, _ = by_rules(normalise(message), rules())
    assert (finding.level, finding.quiet, finding.third_person) == (level, quiet, is_somebody_else)


def test_why_signs_did_not_count_is_kept() -> None:
    """Each reason once: likeness weighs it."""
    finding, _ = by_rules(normalise("no fever, no chills, my wound is dry"), rules())
    assert (finding.level, finding.dismissed) == ("none", ("denied",))
