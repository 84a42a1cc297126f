"""One conversation on one screen, without a terminal: commands, what is shown, and when it ends."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from chatbot.knowledge import Clinic
from chatbot.reply import Reply, SafetyNote
from chatbot.screen import styled
from chatbot.screen.chat import Chat
from chatbot.screen.modes import Mode
from chatbot.screen.reader import Ended
from chatbot.screen.terminal import converse, run_filter
from chatbot.screen.typed import file_to_save, is_goodbye
from chatbot.screen.words import greeting, help_text, introduction, key_hints
from chatbot.speaking.presentation import Block
from tests.support.screen_bot import ScreenBot

PLAIN = Mode("plain", "simple", False, True, "")
CLINIC = Clinic(name="Example Spine Clinic", booking_address="https://book.example.org/spine")


class Lines:
    """A reader that types these lines; an exception among them is raised."""

    def __init__(self, lines: Iterable[str | BaseException]) -> None:
        self.lines = list(lines)
        self.prompts: list[str] = []
        self.has_forgotten = False

    def read(self, prompt: str, *, is_question: bool = True) -> str:
        self.prompts.append(prompt)
        line = self.lines.pop(0) if self.lines else EOFError()
        if isinstance(line, BaseException):
            raise line
        return line

    def forget(self) -> None:
        self.has_forgotten = True

    def end(self, signal_number: int) -> None:
        raise Ended(signal_number)


class Talk:
    """A conversation of these lines, already held."""

    def __init__(
        self,
        *lines: str | BaseException,
        mode: Mode = PLAIN,
        clinic: Clinic | None = None,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        self.out = io.StringIO()
        self.reader = Lines(lines)
        self.chat = Chat(ScreenBot(clinic), mode, self.out, lambda: size)
        self.status = converse(self.chat, self.reader)

    @property
    def text(self) -> str:
        return self.out.getvalue()


def test_a_question_is_answered_and_the_end_of_input_leaves_with_a_goodbye() -> None:
    """The whole of a shortest conversation."""
    talk = Talk("can the screws come out?")
    assert "Source: 4. A Section of the Guide" in talk.text
    assert talk.text.endswith("Goodbye. Take good care of yourself.\n\n")
    assert talk.status == 0


@pytest.mark.parametrize("word", ["quit", "exit", "q", "bye", "Goodbye!", "QUIT", " quit ", "good bye."])
def test_leaving_words_leave(word: str) -> None:
    """In any case, with or without a mark; nothing after them is read."""
    talk = Talk(word, "screws")
    assert talk.reader.lines == ["screws"]
    assert "Goodbye" in talk.text
    assert talk.status == 0


def test_a_goodbye_that_sounds_like_danger_does_not_leave() -> None:
    """The card is shown and the conversation stays open."""
    talk = Talk("goodbye I am numb", "screws")
    assert talk.text.index("EMERGENCY") < talk.text.index("screws or rods")
    assert not is_goodbye("bye", Reply("safety", safety=emergency_note()))


def emergency_note() -> SafetyNote | None:
    return ScreenBot().ask("numb").reply.safety


def test_conversation_words_go_to_the_engine() -> None:
    """Numbers, "back", "again" and the rest are not the screen's to read."""
    talk = Talk("2", "again", "the second one", "stop", "start over")
    assert talk.chat.conversation == ("2", "again", "the second one", "stop", "start over")


def test_the_conversation_is_handed_on() -> None:
    """Each turn gets what the one before handed back."""
    assert Talk("screws", "is it common").chat.conversation == ("screws", "is it common")


@pytest.mark.parametrize("word", ["help", "?", "HELP", "Help!"])
def test_help_is_the_screens_own(word: str) -> None:
    """It names what can be typed and gives examples of this knowledge base."""
    talk = Talk(word)
    assert "How common is lasting pain after spinal fusion?" in talk.text
    for command in ("save", "clear", "quit", "tell me more"):
        assert command in talk.text
    assert talk.chat.conversation is None


@pytest.mark.parametrize("mode", [PLAIN, Mode()])
def test_help_on_a_small_screen_comes_in_portions(mode: Mode) -> None:
    """Its first lines say what to ask, and were pushed off the screen by the last."""
    talk = Talk("help", mode=mode, size=(40, 12))
    assert "for example" in talk.text
    assert "quit: leave" not in talk.text
    assert talk.reader.prompts[-1] == "[Enter: read on] You: "
    talk = Talk("help", "", "", "", mode=mode, size=(40, 12))
    assert talk.text.count("quit: leave") == 1


def test_help_is_read_on_by_a_screen_reader() -> None:
    """It stops where its listener wants, and needs no keys."""
    talk = Talk("help", mode=PLAIN._replace(dress="linear"), size=(40, 12))
    assert "quit: leave" in talk.text


def test_help_after_a_safety_card_is_for_the_engine() -> None:
    """Whoever is told to call for help, and types help, does not ask about commands."""
    assert Talk("numb", "help").chat.conversation == ("numb", "help")
    assert Talk("numb", "?").chat.conversation == ("numb",)


def test_help_names_only_what_works_here() -> None:
    """No printer, no `print`; no booking address, no `qr`; no line editor, no keys."""
    bare = help_text(ScreenBot(), PLAIN)
    assert "print" not in bare
    assert "qr" not in bare
    assert "Tab" not in bare
    full = help_text(ScreenBot(CLINIC._replace(print_command="lp")), Mode())
    assert "print" in full
    assert "qr" in full
    assert "Tab" in full


def test_clear_forgets() -> None:
    """Screen, conversation, take-home sheet and typed history."""
    talk = Talk("screws", "clear", "save", mode=Mode())
    assert talk.chat.conversation is None
    assert not talk.chat.said
    assert talk.reader.has_forgotten
    assert "\x1b[H\x1b[2J\x1b[3J" in talk.text
    assert "There is no answer to keep yet" in talk.text


@pytest.mark.parametrize("dress", ["plain", "linear"])
def test_clear_without_escape_sequences_says_what_stays(dress: str) -> None:
    """What was said is moved off the screen; that it can still be scrolled back to is not kept quiet."""
    talk = Talk("screws", "clear", mode=PLAIN._replace(dress=dress))
    assert "\x1b" not in talk.text
    assert talk.text.count("\n", talk.text.index("Short words"), talk.text.index("Cleared.")) >= 24
    assert "scrolled back to" in talk.text
    assert "scrolled back to" not in Talk("screws", "clear", mode=Mode()).text


def test_ctrl_c_says_how_to_leave_and_goes_on() -> None:
    """One key, one meaning: Ctrl-C never ends the chat."""
    talk = Talk(KeyboardInterrupt(), "screws")
    assert talk.text.index("To leave, press Ctrl-D") < talk.text.index("screws or rods")


def test_a_signal_ends_it() -> None:
    """The caller turns it into the exit status."""
    with pytest.raises(Ended) as ended:
        Talk(Ended(15))
    assert ended.value.signal_number == 15


def test_a_terminal_that_is_gone_ends_it_quietly() -> None:
    """Nobody is left to be told."""
    assert Talk(OSError(5, "Input/output error")).status == 0


def test_long_text_is_cut_kindly() -> None:
    """The engine is handed all of it, so that it can say what it did not read; the sheet keeps what was read."""
    talk = Talk("screws " + "x" * 3000)
    assert talk.text.count("2,000 characters") == 1
    assert talk.text.index("2,000") < talk.text.index("Source:")
    said, _ = talk.chat.said[0]
    assert len(said) == 2000


def test_what_is_typed_is_cleaned() -> None:
    """No control character reaches the engine or the sheet."""
    talk = Talk("screws\x1b[31m\tout\u202e")
    assert talk.chat.conversation == ("screws out",)


def test_memory_is_bounded() -> None:
    """A thousand questions do not keep a thousand replies."""
    talk = Talk(*["screws"] * 1000)
    assert len(talk.chat.said) == 200


SMALL = Mode("styled", "full", False, True, "")


def test_an_urgent_card_stands_alone_where_the_answer_would_push_it_away() -> None:
    """Enter brings the answer, and the prompt says so."""
    talk = Talk("fever", mode=SMALL, size=(40, 12))
    assert "CALL TODAY" in talk.text
    assert "10 to 40 percent" not in talk.text
    assert talk.reader.prompts == ["You: ", "[Enter: read on] You: "]
    assert "10 to 40 percent" in Talk("fever", "", mode=SMALL, size=(40, 12)).text


def test_another_question_leaves_a_card_at_once() -> None:
    """A false alarm is easy to leave: what was held back is dropped without comment."""
    talk = Talk("fever", "screws", "", mode=SMALL, size=(40, 12))
    assert "10 to 40 percent" not in talk.text
    assert "screws or" in talk.text


def test_a_card_and_its_answer_stand_together_where_there_is_room() -> None:
    """No extra key on an ordinary screen."""
    assert Talk("fever", mode=SMALL, size=(80, 40)).reader.prompts[-1] == "You: "


def test_a_small_screen_shows_the_short_answer_first() -> None:
    """In portions that fit, each with its prompt; the whole reply is there after a few Enters, once."""
    whole = Talk("is it common", mode=SMALL, size=(40, 40)).text
    paged = Talk("is it common", "", "", mode=SMALL, size=(40, 12))
    assert paged.text.split() == whole.split()
    assert paged.reader.prompts[1] == "[Enter: read on] You: "
    first = Talk("is it common", mode=SMALL, size=(40, 12)).text
    assert "About 10 to 40 percent" in first
    assert len(first.split("Goodbye")[0].splitlines()) <= 11
    assert "1-2: choose" in paged.chat.key_hints()


@pytest.mark.parametrize("number", ["2", " 2.", "(2)", "#2"])
@pytest.mark.parametrize("mode", [SMALL, PLAIN])
def test_a_number_whose_list_is_not_yet_shown_shows_the_rest(number: str, mode: Mode) -> None:
    """Nobody can have chosen it: an older list may still stand on the screen. Once shown, the number counts."""
    blind = Talk("is it common", number, mode=mode, size=(40, 12)).chat
    assert blind.conversation == ("is it common",)
    seen = Talk("is it common", number, number, number, mode=mode, size=(40, 12))
    assert "You can also ask" in seen.text
    assert seen.chat.conversation is not None
    assert seen.chat.conversation[:2] == ("is it common", number.strip())


def test_any_other_number_is_the_engines_to_read() -> None:
    """A year, a level: nothing on the list has that number."""
    talk = Talk("is it common", "2019", mode=SMALL, size=(40, 10))
    assert talk.chat.conversation == ("is it common", "2019")


def test_a_number_that_is_on_the_screen_is_taken_though_more_waits() -> None:
    """Choices come first where they are what is asked; only the note below them waits for Enter."""
    talk = Talk("pain", "1", mode=SMALL, size=(40, 10))
    assert talk.reader.prompts[1] == "[Enter: read on] You: "
    assert talk.chat.conversation == ("pain", "1")


def test_enter_again_and_again_says_nothing_new() -> None:
    """What stands above is not pushed off the screen; after a question the hint comes again."""
    once = Talk("").text
    assert Talk("", "", "", " ").text == once
    assert Talk("", "", "screws", "", "").text.count("What would you like to know?") == 2


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 24), (42, 20), (40, 40)])
def test_what_fits_is_shown_at_once_and_nothing_scrolls_off_unread(columns: int, rows: int) -> None:
    """Nobody is made to press a key where there is room; where there is none, the short answer stays."""
    talk = Talk("is it common", mode=SMALL, size=(columns, rows))
    whole = Talk("is it common", mode=SMALL, size=(columns, 100)).text
    shown = talk.text.split("Goodbye")[0].strip().splitlines()
    assert "About 10 to 40 percent" in talk.text
    assert len(shown) <= rows - 3
    fits = len(whole.split("Goodbye")[0].strip().splitlines()) <= rows - 3
    assert talk.reader.prompts[-1] == ("You: " if fits else "[Enter: read on] You: ")


def test_a_long_answer_on_a_narrow_screen_comes_in_portions() -> None:
    """24 rows of 42 columns hold about half of it: the first of it is not what scrolls away."""
    paragraph = "Scar tissue may press on a nerve, and that may hurt for a long time. " * 18
    blocks = (Block("title", "Why?", "Answer"), Block("text", f"In short: scar.\n{paragraph}", "Answer"))
    pages = styled.pages_of(blocks, Mode(), 42, 24)
    assert len(pages) > 1
    assert all(len(page) <= 24 - 3 for page in pages)
    assert pages[0][0].plain.strip() == "Why?"
    assert len(styled.pages_of(blocks, Mode(), 42, 100)) == 1


def test_save_asks_for_a_file_and_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only on request, where the patient says; Enter takes the usual name."""
    monkeypatch.chdir(tmp_path)
    talk = Talk("screws", "save", "", "save", "mine.html", "save two.txt")
    assert talk.reader.prompts[2] == "File: "
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mine.html", "spine-answers.txt", "two.txt"]
    assert "Saved in spine-answers.txt" in talk.text


def test_save_asks_before_it_replaces_an_earlier_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anything but yes leaves the earlier one as it is; text and pages alike."""
    monkeypatch.chdir(tmp_path)
    Talk("is it common", "save mine.txt", "save mine.html")
    before = Path("mine.txt").read_text()
    talk = Talk("screws", "save mine.txt", "no", "save mine.txt", "", "save mine.txt", KeyboardInterrupt())
    assert Path("mine.txt").read_text() == before
    assert talk.text.count("Nothing was saved.") == 3
    Talk("screws", "save mine.txt", "yes", "save mine.html", "yes")
    assert "You asked: screws" in Path("mine.txt").read_text()
    assert "You asked: screws" in Path("mine.html").read_text()


def test_save_never_replaces_what_is_no_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types at a kiosk may not own what the program may write: no yes is even asked for."""
    monkeypatch.chdir(tmp_path)
    for name in ("mine.txt", "mine.html"):
        Path(name).write_text("precious")
        talk = Talk("screws", f"save {name}", "yes")
        assert "it is no earlier page of answers" in " ".join(talk.text.split())
        assert Path(name).read_text() == "precious"
    os.mkfifo("pipe.txt")
    words = Talk("screws", "save pipe.txt", "yes").text.split()
    assert "it is no earlier page of answers" in " ".join(words)


@pytest.mark.parametrize("name", ["common-words.txt", "notes.txt", "drafts/notes.txt"])
def test_save_never_writes_into_a_knowledge_base(tmp_path: Path, name: str) -> None:
    """Neither over its files nor beside or below them, also not through a link."""
    base = tmp_path / "base"
    (base / "drafts").mkdir(parents=True)
    (base / "topics.yaml").write_text("entries: []")
    (base / "common-words.txt").write_text("the")
    (tmp_path / "link").symlink_to(base)
    for folder in (base, tmp_path / "link"):
        assert "that folder is not for answers" in Talk("screws", f"save {folder / name}", "yes").text
    assert sorted(file.name for file in base.rglob("*")) == ["common-words.txt", "drafts", "topics.yaml"]
    assert (base / "common-words.txt").read_text() == "the"


def test_save_takes_no_folder_and_makes_none(tmp_path: Path) -> None:
    """A folder's name gets a file to name in it; one that is not there stays so."""
    talk = Talk("screws", f"save {tmp_path}", f"save {tmp_path / 'new' / 'x.txt'}")
    assert "that is a folder; name a file in it, such as" in " ".join(talk.text.split())
    assert "there is no folder" in talk.text
    assert list(tmp_path.iterdir()) == []
    assert not Path(f"{tmp_path}.txt").exists()


def test_save_tells_what_went_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback for a folder that is not there or a name that cannot be."""
    monkeypatch.chdir(tmp_path)
    long_name = "x" * 300 + ".txt"
    talk = Talk("screws", "save no/such/folder.txt", "save", long_name, "save ~nobody-here/x.txt")
    assert "I did not save that: there is no folder no/such." in talk.text
    assert talk.text.count("I could not save that") == 2
    assert "Nothing was saved" in Talk("screws", "save", EOFError()).text


DANGER = "my legs are numb since this morning"


@pytest.mark.parametrize("mode", [PLAIN, Mode(), PLAIN._replace(dress="linear")])
@pytest.mark.parametrize(
    "lines",
    [
        ("save", DANGER),
        ("save mine.txt", "save mine.txt", DANGER),
        ("save", f"{DANGER}.txt"),
        (f"save {DANGER}.txt",),
        (f"save as {DANGER}.html",),
    ],
)
def test_danger_that_is_typed_where_a_file_is_asked_for_gets_its_card(
    lines: tuple[str, ...], mode: Mode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is asked, the next line may be the one that matters; and it never becomes the name of a file."""
    monkeypatch.chdir(tmp_path)
    talk = Talk("screws", *lines, mode=mode)
    assert "EMERGENCY" in talk.text
    assert not list(tmp_path.glob("*numb*"))


def test_what_is_no_file_name_is_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question, a number, a command: all are acted on, and nothing is saved."""
    monkeypatch.chdir(tmp_path)
    talk = Talk("screws", "save", "how many people still hurt?", "save", "help", "save", "/help", "save", "1")
    assert talk.text.count("About 10 to 40 percent") == 2
    assert talk.text.count("You can also type:") == 2
    assert talk.text.count("Nothing was saved.") == 4
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("word", ["no", "No.", "cancel", "back", "quit", "exit", "never mind"])
def test_a_word_leaves_the_question_about_a_file(
    word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It leaves the question, not the chat; a file of that name is never made."""
    monkeypatch.chdir(tmp_path)
    talk = Talk("screws", "save mine.txt", "save", word, "save mine.txt", word, "how many people still hurt")
    assert talk.text.count("Nothing was saved.") == 2
    assert "About 10 to 40 percent" in talk.text
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_another_name_may_be_given_where_one_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At "Replace?" as at "File:"; asking for a file again and again is no matter."""
    monkeypatch.chdir(tmp_path)
    Talk("screws", "save mine.txt", "save mine.txt", "other.txt", *["save"] * 2_000, "yes")
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "mine.txt", "other.txt", "spine-answers.txt",
    ]  # fmt: skip


def test_nothing_to_save_is_said() -> None:
    """An empty sheet is not written."""
    assert "There is no answer to keep yet" in Talk("save").text


@pytest.mark.parametrize(
    ("line", "file"),
    [
        ("save", ""),
        ("Save it", ""),
        ("save mine.txt", "mine.txt"),
        ("save as mine.html", "mine.html"),
        ("save to my notes.txt", "my notes.txt"),
        ("/save a.txt", "a.txt"),
        ("save ~/notes", "~/notes"),
        ("save /mnt/x", "/mnt/x"),
        ("save me", None),
        ("save my back", None),
        ("saved a.txt", None),
        ("can surgery save money?", None),
        ("screws", None),
    ],
)
def test_only_what_names_a_file_saves(line: str, file: str | None) -> None:
    """ "save me" is for the engine, and above all for its safety check."""
    assert file_to_save(line) == file


def test_print_says_what_happened() -> None:
    """Through the clinic's command, or honestly not."""
    assert "Printing is not set up here" in Talk("screws", "print").text
    printer = CLINIC._replace(print_command="true")
    assert "sent to the printer" in Talk("screws", "print", clinic=printer).text
    assert "no answer to keep" in Talk("print", clinic=printer).text
    broken = CLINIC._replace(print_command="false", front_desk="the desk")
    assert "Please ask the desk" in Talk("screws", "print", clinic=broken).text


def test_the_booking_address_can_be_taken_along() -> None:
    """As a code where it can be painted, always in words; offered once, shown under the entry on booking."""
    styled = Talk("screws", "qr", mode=Mode(), clinic=CLINIC, size=(80, 30))
    assert styled.text.count('type "qr"') == 1
    assert "█▀▀▀▀▀█" in styled.text
    assert "To book a visit, open: https://book.example.org/spine" in styled.text
    assert "█" in Talk("book a visit", mode=Mode(), clinic=CLINIC, size=(80, 30)).text
    assert 'type "qr"' not in Talk("book a visit", mode=Mode(), clinic=CLINIC).text
    assert "https://book.example.org/spine" in Talk("book a visit", clinic=CLINIC).text
    for mode, size in ((PLAIN, (80, 30)), (SMALL, (80, 30)), (Mode(), (80, 12))):
        words = Talk("qr", mode=mode, clinic=CLINIC, size=size).text
        assert "█▀▀▀▀▀█" not in words
        assert "https://book.example.org/spine" in words


def test_a_code_without_an_address_is_said() -> None:
    """`qr` is the screen's word with and without an address: it never is a question to the engine."""
    talk = Talk("qr", clinic=Clinic(front_desk="the desk"))
    assert "There is no address for booking here. Please ask the desk." in talk.text
    assert talk.chat.conversation is None


def test_the_greeting_says_what_this_is_and_is_not() -> None:
    """In few lines, with the clinic's own name and emergency number."""
    lines = greeting(PLAIN) + introduction(Clinic(name="Example Clinic", emergency_number="112"), PLAIN)
    text = "\n".join(lines)
    for words in (
        "computer program",
        "not a person",
        "not a doctor",
        "general information, not medical advice",
        "call 112",
        "Nothing you type is kept",
        "Example Clinic",
        "help",
    ):
        assert words in text
    assert len(lines) <= 8
    assert "From" not in "\n".join(introduction(Clinic(), PLAIN))
    assert "--plain" in "\n".join(greeting(PLAIN._replace(reason="because of --plain")))
    assert "" not in introduction(Clinic(), Mode("linear", "simple"))[:-1]


@pytest.mark.parametrize("columns", [20, 40, 59, 60, 80, 200])
@pytest.mark.parametrize("choices", [0, 1, 3])
@pytest.mark.parametrize("has_more", [True, False])
def test_key_hints_fit(columns: int, choices: int, has_more: bool) -> None:
    """One line, at most 40 columns on a narrow screen, naming the choices that are open."""
    hints = key_hints(columns, choices, has_more=has_more)
    assert len(hints) < columns
    assert columns >= 60 or len(hints) <= 40
    assert ("1-3: choose" in hints) == (choices == 3 and columns >= 40)
    assert ("read on" in hints) == has_more


def test_prompts_say_who_speaks() -> None:
    """A label, short enough that a narrowed window does not break it."""
    assert Talk().reader.prompts == ["You: "]
    assert Talk(mode=Mode("linear", "simple")).reader.prompts == ["Your question: "]


def test_a_filter_answers_each_line_and_ends() -> None:
    """Blank lines are skipped, "quit" ends it, and nothing but answers is written."""
    out = io.StringIO()
    assert (
        run_filter(ScreenBot(), ["screws\n", "\n", "  ", "common\n", "quit\n", "failed\n"], out, PLAIN) == 0
    )
    text = out.getvalue()
    assert text.startswith("Can taking out the screws")
    assert text.index("screws or rods") < text.index("10 to 40")
    assert "mean my surgery failed?\nShort" not in text
    assert "\x1b" not in text


def test_a_filter_ends_quietly() -> None:
    """A closed pipe is no error; an interruption has its own status."""

    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    def interrupted() -> Iterable[str]:
        yield "screws"
        raise KeyboardInterrupt

    assert run_filter(ScreenBot(), ["screws"], Closed(), PLAIN) == 0
    assert run_filter(ScreenBot(), interrupted(), io.StringIO(), PLAIN) == 130


def test_ascii_output_has_no_other_characters() -> None:
    """Every message of the screen is fit for an old encoding."""
    mode = PLAIN._replace(is_unicode=False)
    assert Talk("screws", "help", "numb", "save", EOFError(), mode=mode).text.isascii()
    assert Talk("screws", "help", "numb", mode=SMALL._replace(is_unicode=False)).text.isascii()
