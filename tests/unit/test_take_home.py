"""The take-home sheet: what is on it, what is left out, and how it is written."""

from __future__ import annotations

import html.parser
import stat
from pathlib import Path

import pytest

from chatbot.knowledge import Clinic
from chatbot.reply import Answer, Reply, SafetyNote
from chatbot.screen.take_home import files
from chatbot.screen.take_home.files import file_named
from chatbot.screen.take_home.pages import as_html, as_text
from chatbot.screen.take_home.sheet import Sheet, sheet_of
from tests.support.screen_bot import EMERGENCY, ScreenBot, entry

CLINIC = Clinic(
    name="Example Spine Clinic", surgeon="Dr. Example", phone="555-0100", booking_address="https://b.example"
)
BOT = ScreenBot(CLINIC)
CRISIS = Reply("safety", safety=SafetyNote("crisis", "Call or text 988."))


def sheet(*questions: str) -> Sheet:
    return sheet_of([(question, BOT.ask(question).reply) for question in questions], BOT.knowledge)


def test_the_sheet_holds_questions_answers_and_sources() -> None:
    """In the order asked, in the patient's own words."""
    text = as_text(sheet("can the screws come out", "is it common"))
    for words in (
        "1. You asked: can the screws come out",
        "Can taking out the screws or rods help my pain?",
        "Short words on hardware-removal-help.",
        "Source: 4. A Section of the Guide",
        "2. You asked: is it common",
        "Questions to ask the surgeon",
        "From Example Spine Clinic.",
        "In an emergency, call 911.",
        "Phone: 555-0100",
        "Book online: https://b.example",
        "schedule a consultation with Dr. Example.",
    ):
        assert words in " ".join(text.split())


def test_questions_for_the_surgeon_are_only_titles_and_own_words() -> None:
    """No medical fact is added: open questions first, then what was read, then what is related."""
    asked = sheet("may I ride a horse", "is it common")
    assert asked.surgeon_questions == (
        'I asked: "may I ride a horse"',
        "How common is lasting pain after spinal fusion? What does this mean for me?",
        "Does lasting pain mean my surgery failed?",
        "Can taking out the screws or rods help my pain?",
    )


def test_how_to_reach_the_clinic_is_no_question_for_the_surgeon() -> None:
    """Neither asked about nor offered as related."""
    asked = sheet("book a visit please", "screws")
    assert not any("schedule" in question for question in asked.surgeon_questions)


def test_an_entry_is_written_once() -> None:
    """Asking again does not print it again."""
    asked = sheet("is it common", "how common again", "is it common")
    assert len(asked.exchanges) == 1


def test_a_choice_by_number_stands_under_the_title() -> None:
    """ "2" is not what the patient would read as a question."""
    text = as_text(sheet("2"))
    assert "1. Can taking out the screws or rods help my pain?" in text
    assert text.count("Can taking out the screws") == 2  # there, and among the questions for the surgeon
    assert as_html(sheet("2")).count("Can taking out the screws") == 2


def test_what_tell_me_more_added_is_on_the_sheet() -> None:
    """A text is written once, but the same entry may have had more to say."""
    reply = BOT.ask("is it common").reply
    answer = reply.answers[0]
    more = reply._replace(answers=(answer._replace(text=answer.more),), consultation="Shorter.")
    short = reply._replace(answers=(answer._replace(text=answer.short),))
    said = [("is it common", reply), ("tell me more", more), ("simpler", short)]
    asked = sheet_of(said, BOT.knowledge)
    assert [exchange.question for exchange in asked.exchanges] == ["is it common", "tell me more"]
    assert asked.next_step == reply.consultation


def test_a_question_for_the_front_desk_is_none_for_the_surgeon() -> None:
    """A hand-off leaves a question open for the surgeon, unless it is about prices, hours or records."""
    entries = (
        *BOT.knowledge.entries,
        entry("personal-advice", "What should I do?", kind="handoff"),
        entry("cost-and-insurance", "What will it cost?", kind="handoff"),
    )
    knowledge = BOT.knowledge._replace(entries=entries)

    def handed_to(name: str) -> Reply:
        return Reply("handoff", (Answer(name, "Title", f"Text of {name}", "", 1.0),))

    said = [
        ("should I have it again", handed_to("personal-advice")),
        ("how much is it", handed_to("cost-and-insurance")),
    ]
    assert sheet_of(said, knowledge).surgeon_questions == ('I asked: "should I have it again"',)


def test_a_slip_is_no_question_for_the_surgeon() -> None:
    """One or two words that nobody understood are left out."""
    assert sheet("asdf", "qwer ty").surgeon_questions == ()


def test_small_talk_and_crisis_messages_are_left_out() -> None:
    """The sheet may lie on a printer or a kitchen table."""
    said = [("bye", BOT.ask("bye").reply), ("I want to end it", CRISIS)]
    empty = sheet_of(said, BOT.knowledge)
    assert not empty.holds_something
    assert "end it" not in as_text(empty)


def test_what_to_do_now_is_on_the_sheet_too() -> None:
    """An emergency's words are kept with the message that they answered."""
    asked = sheet_of([("my saddle is numb", EMERGENCY)], BOT.knowledge)
    assert "Call 911 now" in as_text(asked)
    assert "<strong>Call 911 now" in as_html(asked)


def test_an_open_question_alone_is_worth_a_sheet() -> None:
    """What the program could not answer is what to ask."""
    assert sheet("may I ride a horse").holds_something


def test_unset_settings_leave_no_gaps() -> None:
    """No "From ." and no empty "Phone:"."""
    bot = ScreenBot(Clinic())
    text = as_text(sheet_of([("is it common", bot.ask("is it common").reply)], bot.knowledge))
    assert "From" not in text
    assert "Phone" not in text
    assert "Book online" not in text


def test_no_line_of_the_text_is_wider_than_a_page() -> None:
    """76 columns, which every printer has."""
    long = sheet("is it common " + "x" * 300, "may I " + "ride " * 40)
    assert all(len(line) <= 76 for line in as_text(long).split("\n"))


class _Reader(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "onclick")]


def test_the_page_escapes_every_word() -> None:
    """Neither a patient's nor an editor's words can become part of the page."""
    bad = "<script>alert(1)</script><img src=x onerror=y>&\"'"
    answer = Answer("how-common", bad, bad, bad, 1.0)
    said = [(bad, Reply("answer", (answer,), consultation=bad)), (bad, Reply("unknown"))]
    clinic = BOT.knowledge.clinic._replace(name=bad, phone=bad)
    page = as_html(sheet_of(said, BOT.knowledge._replace(clinic=clinic)))
    reader = _Reader()
    reader.feed(page)
    assert not reader.tags & {"script", "img"}
    assert reader.addresses == []
    assert "&lt;script&gt;" in page


def test_the_sheet_is_clean_of_control_characters() -> None:
    """A text file is shown by terminals, too."""
    bad = "a\x1b[31mb\u202ec"
    answer = Answer("how-common", bad, bad, bad, 1.0)
    said = [(bad, Reply("answer", (answer,), consultation=bad))]
    for words in (as_text(sheet_of(said, BOT.knowledge)), as_html(sheet_of(said, BOT.knowledge))):
        assert words.replace("\n", "").isprintable()


def test_a_file_is_never_replaced_unasked(tmp_path: Path) -> None:
    """And only its owner can read it."""
    file = tmp_path / "mine.txt"
    files.write(str(file), sheet("is it common"))
    assert "You asked: is it common" in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        files.write(str(file), sheet("screws"))
    file.chmod(0o644)
    files.write(str(file), sheet("screws"), may_replace=True)
    assert "screws" in file.read_text()
    assert "is it common" not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_the_file_name_chooses_the_form(tmp_path: Path) -> None:
    """.html and .htm are pages, everything else is text."""
    for name, is_page in (("a.html", True), ("a.HTM", True), ("a.txt", False), ("a.md", False)):
        files.write(str(tmp_path / name), sheet("screws"))
        assert (tmp_path / name).read_text().startswith("<!DOCTYPE html>") is is_page


def test_file_names_are_read_kindly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is the usual name, a missing ending is .txt, "~" is home, quotes are not part of it."""
    monkeypatch.setenv("HOME", "/home/patient")
    assert file_named("") == "spine-answers.txt"
    assert file_named("notes") == "notes.txt"
    assert file_named("'my notes.html'") == "my notes.html"
    assert file_named("~/notes.txt") == "/home/patient/notes.txt"


def test_printing_hands_the_sheet_to_the_command(tmp_path: Path) -> None:
    """On standard input, without a shell; failure is told, never raised."""
    taken = tmp_path / "printed"
    script = tmp_path / "printer"
    script.write_text(f"#!/bin/sh\ncat > '{taken}'\n")
    script.chmod(0o700)
    assert files.send_to_printer(sheet("screws"), str(script))
    assert taken.read_text() == as_text(sheet("screws"))
    assert not files.send_to_printer(sheet("screws"), "false")
    assert not files.send_to_printer(sheet("screws"), "/no/such/printer")
    assert not files.send_to_printer(sheet("screws"), "unclosed 'quote")
