"""What the menu and the grey words offer while a question is typed."""

from __future__ import annotations

import pytest

from chatbot.knowledge import GlossaryTerm, Knowledge
from chatbot.screen.completion import MENU_LENGTH, Questions, reads_well
from tests.support.screen_bot import ENTRIES, ScreenBot

TITLES = [("common", "How common is lasting pain?"), ("metal", "Can the screws come out?")]
TERMS = [("word screw", 'What does "screw" mean?'), ("word how", 'What does "howl" mean?')]
WORDINGS = [
    ("common", "How many people still hurt?"),
    ("metal", "How are screws taken out?"),
    ("wait", "How long should I wait?"),
]
QUESTIONS = Questions(TITLES, TERMS, WORDINGS)


def test_the_menu_offers_titles_then_words_to_explain_then_wordings() -> None:
    """What holds each word, or its beginning, anywhere."""
    assert QUESTIONS.complete("screw") == [
        "Can the screws come out?",
        'What does "screw" mean?',
    ]
    assert QUESTIONS.complete("how") == [
        "How common is lasting pain?",
        'What does "howl" mean?',
        "How long should I wait?",
        "How are screws taken out?",
    ]
    assert QUESTIONS.complete("how, screws?") == ["How are screws taken out?"]
    assert QUESTIONS.complete("SCREWS") == ["Can the screws come out?"]


def test_what_begins_with_the_text_comes_first() -> None:
    """Then what holds it; the shorter of two."""
    titles = [
        ("a", "Is it long, and how?"),
        ("b", "How long is the wait, once it is settled?"),
        ("c", "How long is it?"),
    ]
    assert Questions(titles).complete("how long") == [titles[2][1], titles[1][1], titles[0][1]]


def test_an_entry_is_offered_once_by_its_title_where_that_fits() -> None:
    """Seven ways to ask the same would be no choice; where the title lacks a word, a wording serves."""
    wordings = [("scars", "Is scar tissue bad?"), ("scars", "Can scar tissue pull at nerves?")]
    questions = Questions([("scars", "Can scar tissue hurt?")], (), wordings)
    assert questions.complete("scar ti") == ["Can scar tissue hurt?"]
    assert questions.complete("scar nerv") == ["Can scar tissue pull at nerves?"]
    assert questions.complete("can scar tissue hurt?") == []


@pytest.mark.parametrize(
    "wording", ["Can the screws come out?", "What's a rod?", "How long will I need help at home?", "Why me?"]
)
def test_a_short_question_reads_well(wording: str) -> None:
    """As a clinic would print it."""
    assert reads_well(wording)


@pytest.mark.parametrize(
    "wording",
    [
        "so um they said I should try CBT and I'm like my back hurts not my brain, so?",
        "how to sit",
        "how long till our neighbour can walk?",
        "Fusion in 2019. Can it be the screws?",
        "My rod snapped, do you put in a new one?",
        "Can it be that after all those years my screws are loose?",
        "Got a website?",
        "can the screws come out?",
        "What a day",
        "Can I trust this surgeon with Dad's back?",
        "Will my wife walk again?",
        "",
        "?",
    ],
)
def test_what_tells_a_story_or_is_jotted_down_is_not_offered(wording: str) -> None:
    """It would read like another patient's words, on a screen that promises to keep none."""
    assert not reads_well(wording)


def test_only_wordings_that_read_well_are_offered_and_words_of_the_word_list_are() -> None:
    """The others find their entry all the same."""
    told = ("My neighbour could not sit, can I?", "Can I sit?", "sitting")
    parts = {
        "entries": (ENTRIES[0]._replace(questions=told),),
        "glossary": (GlossaryTerm("sitz bath", (), "A bath.", ""),),
    }
    questions = Questions.of(Knowledge(**(dict.fromkeys(Knowledge._fields, ()) | parts)))  # type: ignore[arg-type]
    assert questions.complete("sit") == ['What does "sitz bath" mean?', "Can I sit?"]
    assert questions.suggest("my") == ""


def test_the_menu_is_empty_for_little_or_unknown_text() -> None:
    """One letter says nothing; words of no question offer none."""
    for text in ("", " ", "h", "xyzzy", "how xyzzy", "?!"):
        assert QUESTIONS.complete(text) == []


def test_a_question_typed_in_full_is_not_offered_again() -> None:
    """The menu would hide what stands below for nothing."""
    assert QUESTIONS.complete("how long should i wait?") == []


def test_the_menu_is_short() -> None:
    """Never longer than asked for."""
    many = Questions((str(number), f"how about number {number}") for number in range(50))
    assert len(many.complete("how")) == MENU_LENGTH
    assert len(many.complete("how", limit=2)) == 2


def test_grey_words_continue_what_was_typed() -> None:
    """A title or a word to explain, whatever its case, but no wording; the typed part is kept as typed."""
    assert QUESTIONS.suggest("how c") == "ommon is lasting pain?"
    assert QUESTIONS.suggest("WHAT DOES ") == '"screw" mean?'
    assert QUESTIONS.suggest("how ") == "common is lasting pain?"
    for text in ("", "h", "xyz", "How common is lasting pain?", "how lo"):
        assert QUESTIONS.suggest(text) == ""


def test_no_grey_words_where_folding_changes_the_length() -> None:
    """Half a sharp s cannot be continued."""
    assert Questions([("a", "Straße am Fluss")]).suggest("stra") == ""


def test_titles_come_before_wordings_and_small_talk_is_not_offered() -> None:
    """What is typed is completed to what the clinic knows, not to "Goodbye"."""
    questions = Questions.of(ScreenBot().knowledge)
    assert questions.complete("goodbye") == []
    assert questions.suggest("can t") == "aking out the screws or rods help my pain?"


def test_a_long_line_is_completed_to_nothing() -> None:
    """Ten thousand characters pasted into a terminal that sends them key by key would be looked up at each of them."""
    assert QUESTIONS.complete("how " * 40) != []
    assert QUESTIONS.complete("how " * 60) == []
    assert QUESTIONS.suggest(" " * 300 + "how c") == ""
