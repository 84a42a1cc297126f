"""The clinic's settings: in texts, and in their file."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.knowledge import Clinic
from chatbot.speaking.filling import fill, settings_of
from tests.support.bases import entries, write
from tests.support.loading import loaded, only, place, problems_of

pytestmark = pytest.mark.usefixtures("built_in")


CLINIC = Clinic(name="Big Clinic", phone="212-555-0100", front_desk="the desk")


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("No braces.", "No braces."),
        ("{clinic}: call {phone}.", "Big Clinic: call 212-555-0100."),
        ("Call[[ {phone}]].", "Call 212-555-0100."),
        ("Come to us[[ at {address}]].", "Come to us."),
        ("[[At {address}. ]]Ask {front_desk}.", "Ask the desk."),
        ("{front_desk} helps. {front_desk} helps.", "The desk helps. The desk helps."),
        ("Ask {surgeon}. {surgeon} helps.", "Ask the surgeon. The surgeon helps."),
        ("In need call {emergency_number}.", "In need call 911."),
        ("Both[[ {phone} and {address}]] are gone.", "Both are gone."),
        ("Open [[{hours}]] daily.", "Open daily."),
    ],
)
def test_settings_in_texts(text: str, filled: str) -> None:
    """What is set is put in; a part in double brackets goes with what is not; no hole and no gap is left."""
    assert fill(text, settings_of(CLINIC)) == (filled, (), (), False)


def test_settings_that_are_not_there() -> None:
    """Unset ones outside of brackets, unknown ones anywhere, and brackets without partner are told apart."""
    filled = fill("{address} {address} {prize} [[{price}]] ]]", settings_of(CLINIC))
    assert filled.unset == ("address",)
    assert filled.unknown == ("prize", "price")
    assert filled.is_unbalanced


def test_sentences_can_be_dropped() -> None:
    """Texts lent to another clinic lose a sentence rather than have a hole."""
    filled = fill("Come in. We are at {address}. Bye!", settings_of(CLINIC), drops_sentences=True)
    assert filled.text == "Come in. Bye!"


def test_values_are_put_in_once() -> None:
    """What looks like a name, a bracket or a gap in a value stays as it is: it may be a patient's own words."""
    values = {"part": "a  {title} [[b]] ?", "title": "T"}
    assert fill("{part}[[ and {title}]] {", values).text == "a  {title} [[b]] ? and T {"


def test_the_clinic_file(base: Path) -> None:
    """Bare numbers are fine for settings; empty ones keep what the program says anyway."""
    clinic = "name: Clinic\nemergency_number: 112\nphone: ''\nfront_desk:\nhours: 9 to 5\n"
    knowledge = loaded(
        write(base, faq=entries("a", a="more: 'At {clinic}, {hours}. {emergency_number}'"), clinic=clinic)
    )
    assert knowledge.clinic == Clinic(name="Clinic", emergency_number="112", hours="9 to 5")
    entry = knowledge.entry("a")
    assert entry is not None
    assert entry.more == "At Clinic, 9 to 5. 112"


def test_settings_are_known(base: Path) -> None:
    """A slip in the name of a setting is found, and a truth value is no setting."""
    problems = problems_of(write(base, faq=entries("a"), clinic='phon: "212-555-0100"\nhours: on\n'))
    assert [problem.rule for problem in problems] == ["field-known", "hours-is-text"]


@pytest.mark.parametrize(
    ("line", "level", "rule"),
    [
        ('emergency_number: "see poster"', "error", "phone-has-digits"),
        ('phone: "at the desk"', "error", "phone-has-digits"),
        ("urgent_phone: ask", "error", "phone-has-digits"),
        ('emergency_number: "911 or the front desk"', "error", "emergency-number-is-short"),
        ("emergency_number: 9111", "error", "emergency-number-is-short"),
        ('emergency_number: "9l1"', "error", "emergency-number-is-short"),
        ("emergency_number: 9-1-1", "error", "emergency-number-is-short"),
        ("emergency_number: 011", "warning", "emergency-number-is-known"),
        ('emergency_number: "991"', "warning", "emergency-number-is-known"),
        ('phone: "212-555-O1OO"', "warning", "phone-is-whole"),
        ('phone: "2l2-555-0100"', "warning", "phone-is-whole"),
        ('phone: "212"', "warning", "phone-is-whole"),
        ('phone: "0x12"', "warning", "phone-is-whole"),
        ('urgent_phone: "12:30:45"', "warning", "phone-is-whole"),
        ('booking_address: "javascript:alert(1)"', "error", "booking-address-opens"),
        ('booking_address: "ask at the desk"', "error", "booking-address-opens"),
        ('booking_address: "https://book here"', "error", "booking-address-opens"),
        ("booking_address: clinic.example/book", "error", "booking-address-opens"),
        ('hours: "n/a"', "error", "setting-says-something"),
        ("surgeon: TBD", "error", "setting-says-something"),
        ('address: "..."', "error", "setting-says-something"),
        ('front_desk: "-"', "error", "setting-says-something"),
        ('surgeon: "Dr. No"', "", ""),
        ('print_command: "x"', "", ""),
        ("emergency_number: 911", "", ""),
        ("emergency_number: 112", "", ""),
        ("emergency_number: 000", "", ""),
        ('emergency_number: ""', "", ""),
        ('phone: "212-555-0100x12"', "", ""),
        ('phone: "(212) 555 0100, ext12"', "", ""),
        ('phone: "+44 20 7946 0000"', "", ""),
        ('phone: "1-800-CLINIC (toll free)"', "", ""),
        ('booking_address: "https://clinic.example/book?x=1"', "", ""),
        ("booking_address: HTTP://clinic.example", "", ""),
        ("booking_address: mailto:desk@clinic.example", "", ""),
    ],
)
def test_a_number_or_an_address_that_reaches_nobody(base: Path, line: str, level: str, rule: str) -> None:
    """It is told at its place, before a patient reads: Call see poster now."""
    problems = problems_of(write(base, faq=entries("a"), clinic=f"name: C\n{line}\n"))
    assert [(problem.level, problem.rule) for problem in problems] == ([(level, rule)] if rule else [])
    for problem in problems:
        assert place(problem) == ("clinic.yaml", 2, len(line.partition(":")[0]) + 3)
        assert line.partition(":")[0] in problem.repair


def test_a_letter_that_looks_like_a_digit(base: Path) -> None:
    """The repair has the digits that were most likely meant."""
    problems = problems_of(
        write(base, faq=entries("a"), clinic="emergency_number: 9l1\nphone: 212-555-O1OO\n")
    )
    assert [problem.repair.partition(", ")[0] for problem in problems] == [
        'emergency_number: "911"',
        'phone: "212-555-0100"',
    ]


def test_a_web_address_without_its_start(base: Path) -> None:
    """The repair has it."""
    problem = only(write(base, faq=entries("a"), clinic="booking_address: www.clinic.example/book\n"))
    assert problem.repair == 'booking_address: "https://www.clinic.example/book"'
    problem = only(write(base, faq=entries("a"), clinic='booking_address: "desk@clinic.example"\n'))
    assert problem.repair == 'booking_address: "mailto:desk@clinic.example"'


@pytest.mark.parametrize(
    "line", ['phone: 212-555-0100"', 'hours: 9 to 5"', "emergency_number: \u201c911\u201d"]
)
def test_a_setting_with_a_quote_alone_or_curly_ones(base: Path, line: str) -> None:
    """Behind a digit it means inches elsewhere; what stands between the quotes is right, and told as nothing else."""
    problem = only(write(base, faq=entries("a"), clinic=f"{line}\n"))
    assert problem.rule == "quotes-match"
    assert (
        problem.repair == line.translate({0x201C: None, 0x201D: None, 0x22: None}).replace(": ", ': "') + '"'
    )


def test_an_emergency_number_cut_at_a_number_sign(base: Path) -> None:
    """Also where what is left is a bare number."""
    problem = only(write(base, faq=entries("a"), clinic="emergency_number: 911 # or the desk\n"))
    assert problem.rule == "text-goes-on"
