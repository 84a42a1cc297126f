"""The styled screen: widths, the safety card's forms, named colours only, the same words in every dress."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len

from chatbot.reply import Reply, SafetyNote
from chatbot.screen import styled
from chatbot.screen.modes import Mode
from chatbot.speaking.presentation import blocks_of, plain_text
from tests.support.dresses import ESCAPES, bare_words, render_linear
from tests.support.screen_bot import EMERGENCY, ScreenBot

STYLED = Mode()
ANSWER = ScreenBot().ask("common").reply._replace(lead="About fusion:", notes=("A quiet line.",))
REPLIES = (
    ANSWER,
    EMERGENCY,
    ScreenBot().ask("fever").reply,
    ScreenBot().ask("pain").reply,
    ScreenBot().ask("bye").reply,
    ScreenBot().ask("nothing like it").reply,
    EMERGENCY._replace(
        safety=SafetyNote("crisis", "You can call or text 988 now.\nIt is free, day and night.")
    ),
    Reply("unknown"),
)


def painted(reply: Reply, columns: int = 80, rows: int = 24, mode: Mode = STYLED) -> str:
    stream = io.StringIO()
    styled.print_blocks(blocks_of(reply, with_hints=True), stream, mode, columns, rows)
    return stream.getvalue()


@pytest.mark.parametrize("columns", [40, 80, 120, 200])
@pytest.mark.parametrize("reply", REPLIES)
def test_the_same_words_in_all_three_dresses(reply: Reply, columns: int) -> None:
    """Styled, plain and linear output differ in dress only, at every width."""
    blocks = blocks_of(reply, with_hints=True)
    plain = bare_words(plain_text(blocks, columns))
    assert bare_words(painted(reply, columns)) == plain
    assert bare_words(render_linear(reply, with_hints=True)) == plain


@pytest.mark.parametrize("columns", [20, 40, 41, 60, 80, 120, 200])
@pytest.mark.parametrize("rows", [8, 12, 24, 60])
@pytest.mark.parametrize("reply", REPLIES)
@pytest.mark.parametrize("is_unicode", [True, False])
def test_no_line_is_wider_than_the_screen(reply: Reply, columns: int, rows: int, is_unicode: bool) -> None:
    """Nothing wraps by accident, from 20 to 200 columns."""
    for line in painted(reply, columns, rows, STYLED._replace(is_unicode=is_unicode)).splitlines():
        assert cell_len(ESCAPES.sub("", line)) <= columns


@pytest.mark.parametrize("reply", REPLIES)
def test_only_the_named_colours_are_used(reply: Reply) -> None:
    """16 colours, so that the theme wins; never dim, and never a fixed background under text."""
    for sequence in ESCAPES.findall(painted(reply)):
        codes = sequence[2:-1].split(";")
        assert set(codes) <= {"0", "1", *map(str, range(30, 38)), *map(str, range(90, 98))}


@pytest.mark.parametrize("reply", REPLIES)
def test_without_colour_bold_remains(reply: Reply) -> None:
    """NO_COLOR takes the colours and nothing else: the words and the layout are the same."""
    bare = painted(reply, mode=STYLED._replace(has_colour=False))
    assert {sequence[2:-1] for sequence in ESCAPES.findall(bare)} <= {"0", "1"}
    assert ESCAPES.sub("", bare) == ESCAPES.sub("", painted(reply))


@pytest.mark.parametrize("reply", REPLIES)
def test_an_ascii_terminal_gets_ascii(reply: Reply) -> None:
    """Boxes and bars become ASCII where the encoding has no others."""
    assert painted(reply, mode=STYLED._replace(is_unicode=False)).isascii()


def test_text_is_never_markup_emoji_or_highlighted() -> None:
    """What looks like markup, an emoji code, a link or a number is text."""
    odd = "[bold]x[/] [/] [link=http://a.example]y[/link] :pill: at 12:30 'z'"
    answer = ANSWER.answers[0]._replace(text=odd, title=odd, source=odd)
    reply = Reply("answer", (answer,), lead=odd)
    screen = painted(reply, 88)
    assert ESCAPES.sub("", screen).count(odd) == 4
    assert "\x1b]8" not in screen


def card(columns: int, rows: int, reply: Reply = EMERGENCY) -> list[str]:
    block = blocks_of(reply)[0]
    return [line.plain for line in styled.render((block,), STYLED, columns, rows)]


def test_the_card_is_as_large_as_the_screen_allows() -> None:
    """Large figures and a box with room on a usual screen, then a box, rules, bare words, and one paragraph."""
    roomy, middle, small, tiny = card(80, 24), card(80, 14), card(40, 12), card(20, 8)
    assert any("█▀█" in line for line in roomy)
    assert roomy[0].startswith("┏")
    assert not any("█" in line for line in middle)
    assert middle[0].startswith("┏")
    assert len(small) <= 9
    assert tiny[0].startswith("EMERGENCY: Call 911")
    assert len(roomy) > len(middle) >= len(small)


def test_a_card_with_the_clinics_number_is_whole_on_the_smallest_screen() -> None:
    """A clinic that has set its number must not pay for it with the end of the card."""
    text = (
        "Call 911 now, or go to the nearest emergency room. This may need care now.\n"
        "Do not stay alone. Naloxone (Narcan) if at hand and an opioid may be the cause.\n"
        "Do not drive yourself. Do not wait for a call back from the clinic.\n"
        "Tell them what you feel and about your spine surgery.\n"
        "Only after that, the clinic: +1 (212) 555-0199."
    )
    reply = EMERGENCY._replace(safety=SafetyNote("emergency", text))
    pages = styled.pages_of(blocks_of(reply), STYLED, 40, 12)
    assert len(pages[0]) <= 9
    assert "EMERGENCY: " + " ".join(text.split()) == " ".join(line.plain for line in pages[0])


def test_the_longest_card_is_whole_on_the_smallest_screen() -> None:
    """Eleven lines of short paragraphs run together rather than lose the first."""
    text = (
        "Call 911 now or go to the nearest emergency department. This may need care right away.\n"
        "Stay with the person. Give naloxone (Narcan) if you have it.\n"
        "Do not drive yourself. Do not wait for a call back from the clinic.\n"
        "Tell them what you feel and about your spine surgery.\n"
        "You can call or text 988 too, day and night."
    )
    reply = EMERGENCY._replace(safety=SafetyNote("emergency", text))
    lines = card(40, 12, reply)
    assert len(lines) <= 9
    assert " ".join(lines).split() == f"EMERGENCY {text}".split()


def test_a_card_gets_smaller_to_keep_the_line_on_how_to_leave_it() -> None:
    """On 24 rows the card, that line and the prompt stand together; on 12 the card stands alone."""
    note = "If you still want the answer to your question, say yes. If not about you now, just go on and ask."
    reply = EMERGENCY._replace(notes=(note,))
    assert len(card(80, 20)) + 3 > 17
    (page,) = styled.pages_of(blocks_of(reply), STYLED, 80, 20)
    assert len(page) <= 17
    assert page[0].plain.startswith("┏")
    first, second = styled.pages_of(blocks_of(reply), STYLED, 40, 12)
    assert [line.plain for line in first] == card(40, 12)
    assert " ".join(line.plain for line in second).split() == note.split()


@pytest.mark.parametrize(("columns", "rows"), [(40, 12), (40, 24), (80, 12), (80, 24), (200, 60)])
def test_the_card_leaves_room_for_the_prompt(columns: int, rows: int) -> None:
    """The whole card, the prompt and the key hints stand on one screen."""
    for level in ("emergency", "urgent", "crisis"):
        note = EMERGENCY.safety
        assert note is not None
        reply = EMERGENCY._replace(safety=note._replace(level=level))
        assert len(card(columns, rows, reply)) <= rows - 3


def test_the_number_to_call_is_large_only_where_it_is_the_action() -> None:
    """911 and 988 in large figures; an urgent card's action is the clinic's own number."""
    crisis = EMERGENCY._replace(safety=SafetyNote("crisis", "Call or text 988."))
    urgent = EMERGENCY._replace(safety=SafetyNote("urgent", "Call your team. If worse, call 911."))
    none = EMERGENCY._replace(safety=SafetyNote("emergency", "Get help now."))
    assert any("▀" in line for line in card(80, 40, crisis))
    assert not any("▀" in line for line in card(80, 40, urgent))
    assert not any("▀" in line for line in card(80, 40, none))
    assert card(80, 40, none)[0].startswith("┏")
