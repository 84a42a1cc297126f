"""What the menu and the grey words offer while a question is typed."""

from __future__ import annotations

from fakes import FakeBot

from chatbot.completion import MENU_LENGTH, Questions

PAIRS = [
    ("common", "How common is lasting pain?"),
    ("metal", "Can the screws come out?"),
    ("common", "how many people still hurt"),
    ("metal", "how are screws taken out"),
    ("wait", "how long should I wait"),
]
QUESTIONS = Questions(PAIRS)


def test_the_menu_offers_questions_that_begin_with_the_text_first() -> None:
    """Then those that hold its words anywhere, each word or its beginning."""
    assert QUESTIONS.complete("how l") == ["how long should I wait", "How common is lasting pain?"]
    assert QUESTIONS.complete("screws how") == ["how are screws taken out"]
    assert QUESTIONS.complete("how, screws?") == ["how are screws taken out"]
    assert QUESTIONS.complete("SCREWS") == ["Can the screws come out?"]


def test_the_menu_offers_one_question_an_entry() -> None:
    """Seven ways to ask the same would be no choice."""
    assert QUESTIONS.complete("how") == [
        "how long should I wait",
        "how are screws taken out",
        "How common is lasting pain?",
    ]


def test_an_entry_is_offered_by_its_title_where_that_fits() -> None:
    """Titles read best; where the title is typed already, or lacks a word, another wording stands in."""
    pairs = [
        ("scars", "Can scar tissue hurt?"),
        ("scars", "scar tissue"),
        ("scars", "scar tissue and nerves"),
    ]
    questions = Questions(pairs)
    assert questions.complete("scar ti") == ["Can scar tissue hurt?"]
    assert questions.complete("scar nerv") == ["scar tissue and nerves"]
    assert questions.complete("can scar tissue hurt?") == []


def test_the_menu_is_empty_for_little_or_unknown_text() -> None:
    """One letter says nothing; words of no question offer none."""
    for text in ("", " ", "h", "xyzzy", "how xyzzy", "?!"):
        assert QUESTIONS.complete(text) == []


def test_a_question_typed_in_full_is_not_offered_again() -> None:
    """The menu would hide what stands below for nothing."""
    assert QUESTIONS.complete("how long should i wait") == []


def test_the_menu_is_short() -> None:
    """Never longer than asked for."""
    many = Questions((str(number), f"how about number {number}") for number in range(50))
    assert len(many.complete("how")) == MENU_LENGTH
    assert len(many.complete("how", limit=2)) == 2


def test_grey_words_continue_what_was_typed() -> None:
    """A title before a wording, whatever its case; the typed part is kept as typed."""
    assert QUESTIONS.suggest("how c") == "ommon is lasting pain?"
    assert QUESTIONS.suggest("HOW LO") == "ng should I wait"
    assert QUESTIONS.suggest("how ") == "common is lasting pain?"
    for text in ("", "h", "xyz", "How common is lasting pain?"):
        assert QUESTIONS.suggest(text) == ""


def test_no_grey_words_where_folding_changes_the_length() -> None:
    """Half a sharp s cannot be continued."""
    assert Questions([("a", "Straße am Fluss")]).suggest("stra") == ""


def test_titles_come_before_wordings_and_small_talk_is_not_offered() -> None:
    """What is typed is completed to what the clinic knows, not to "Goodbye"."""
    questions = Questions.of(FakeBot().knowledge)
    assert questions.complete("goodbye") == []
    assert questions.suggest("can t") == "aking out the screws or rods help my pain?"
