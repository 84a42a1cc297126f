"""Reply to blocks of words, and blocks to plain or linear text.

The words of a reply are chosen here, once. Plain, linear and styled output all come from the same blocks and
differ in dress only, and `screen` shows them. Nothing here knows what a terminal is.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from chatbot.reply import Answer, Reply
from chatbot.sanitise import clean, clean_line

BlockKind = Literal[
    "card", "lead", "title", "text", "source", "note", "consultation", "heading", "choice", "hint"
]

# Lines longer than this are hard to follow by eye, so a wide terminal keeps a margin instead.
LONGEST_LINE = 88
NARROWEST_LINE = 16

_NUMBER_TO_CALL = re.compile(r"\b\d{3}\b")
CARD_LABELS = {"emergency": "EMERGENCY", "urgent": "CALL TODAY", "crisis": "PLEASE READ THIS FIRST"}
TYPE_A_NUMBER = "Type a number to choose:"
ALSO_ASK = "You can also ask:"
ALSO_ASK_BY_NUMBER = "You can also ask (type a number):"
MORE_HINT = 'For more on this, type "tell me more".'

# Neighbours that belong together and have no empty line between them.
_JOINED = frozenset(
    (
        ("title", "text"),
        ("text", "source"),
        ("source", "hint"),
        ("text", "hint"),
        ("heading", "choice"),
        ("choice", "choice"),
    )
)

# What an old terminal cannot show, in characters that it can.
_PLAIN_CHARACTERS = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2026": "...",
        "\u2022": "*",
        "\u00a0": " ",
        "\u2011": "-",
    }
)


class Block(NamedTuple):
    """One piece of a reply: its words, and the label that names them where layout cannot.

    `words` may hold several paragraphs, one a line. `number` counts choices from 1, and is 0 for the rest.
    Labels of "card", "source" and "consultation" are shown in every dress, the others only in the linear one;
    a "heading" has none.
    """

    kind: BlockKind
    words: str
    label: str
    number: int = 0

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words, one line each, without empty lines."""
        return tuple(line.strip() for line in self.words.split("\n") if line.strip())


def blocks_of(reply: Reply, *, with_hints: bool = False) -> tuple[Block, ...]:
    """Return the reply's blocks in the order in which they are read: a safety card always first.

    Choices follow their question at once when the reply asks to choose, and come last otherwise, nearest to
    where the next question is typed. `with_hints` adds what only helps in a chat. Every word is sanitised.
    """
    blocks: list[Block] = []
    if reply.safety:
        blocks.append(Block("card", clean(reply.safety.text).strip(), CARD_LABELS[reply.safety.level]))
    _add(blocks, "lead", clean(reply.lead), "Note")
    choices = _choices(reply, with_hints=with_hints)
    if reply.kind == "clarify":
        blocks += choices
    for answer in reply.answers:
        blocks += _answer_blocks(answer, is_small_talk=reply.kind == "smalltalk", with_hints=with_hints)
    for note in reply.notes:
        _add(blocks, "note", clean(note), "Note")
    _add(blocks, "consultation", clean(reply.consultation or ""), "Next step")
    if reply.kind != "clarify":
        blocks += choices
    return tuple(blocks)


def spoken(reply: Reply) -> str:
    """Return the whole reply as a screen reader would speak it, for `Reply.text`.

    Headings are left out: what uses the text has choices of its own, and each is labelled.
    """
    return linear_text(tuple(block for block in blocks_of(reply) if block.kind != "heading"))


def plain_text(blocks: tuple[Block, ...], width: int = 80) -> str:
    """Return blocks as paragraphs of at most `width` columns, set apart by empty lines and indents."""
    width = line_width(width)
    lines: list[str] = []
    previous: Block | None = None
    for block in blocks:
        if previous is not None and needs_space(previous, block):
            lines.append("")
        lines += _plain_lines(block, width)
        previous = block
    return "\n".join(lines)


def card_forms(card: Block, columns: int) -> list[list[str]]:
    """Return a safety card's plain lines in each of its forms, largest first: ruled, without rules, run together."""
    width = line_width(columns)
    ruled = _plain_lines(card, width)
    run_in = [*wrap(card.label, width), *wrap(" ".join(card.paragraphs), width)]
    return [ruled, ruled[1:-1], run_in]


def number_to_call(card: Block) -> str:
    """Return the number that a card says to call now (911, 988), "" for none.

    A number that an urgent card names is for later, if it gets worse.
    """
    found = _NUMBER_TO_CALL.search(card.words) if card.label != CARD_LABELS["urgent"] else None
    return found.group() if found else ""


def linear_text(blocks: tuple[Block, ...], width: int = 0) -> str:
    """Return blocks as lines that each begin with what they are: "Answer:", "Source:", "See also 1:" ...

    With a `width` lines are broken between words, for a terminal would break them within words.
    """
    lines: list[str] = []
    for block in blocks:
        label = f"{block.label} {block.number}" if block.number else block.label
        for position, paragraph in enumerate(block.paragraphs):
            lines.append(f"{label}: {paragraph}" if position == 0 and label else paragraph)
    if width:
        lines = [part for line in lines for part in wrap(line, width)]
    return "\n".join(lines)


def needs_space(previous: Block, block: Block) -> bool:
    """Say whether an empty line belongs between two neighbouring blocks."""
    return (previous.kind, block.kind) not in _JOINED


def line_width(columns: int) -> int:
    """Return how many columns text may use on a terminal of this many columns."""
    return max(NARROWEST_LINE, min(columns, LONGEST_LINE))


def in_ascii(text: str) -> str:
    """Return text for a terminal that knows no character beyond ASCII; what has no likeness becomes "?"."""
    if text.isascii():
        return text
    import unicodedata  # noqa: PLC0415 - rare: most text is ASCII, and most terminals are not

    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN_CHARACTERS))
    kept = "".join(character for character in decomposed if not unicodedata.combining(character))
    return kept.encode("ascii", "replace").decode("ascii")


def columns_of(text: str) -> int:
    """Return how many terminal columns a line takes: East Asian wide characters take two, marks none."""
    if text.isascii():
        return len(text)
    import unicodedata  # noqa: PLC0415 - most text is ASCII

    columns = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Return a paragraph as lines of at most `width` columns.

    The first line begins with `indent`, the others with `hanging` (the indent when None). Words that are
    longer than a line, and scripts without spaces, are cut where the line is full. No words give no lines.
    """
    hanging = indent if hanging is None else hanging
    lines: list[str] = []
    line, used, is_fresh = indent, columns_of(indent), True
    for word in text.split():
        rest, needed = word, columns_of(word)
        if not is_fresh and used + 1 + needed > width:
            lines.append(line)
            line, used, is_fresh = hanging, columns_of(hanging), True
        while used + needed > width and is_fresh:
            head = _head(rest, max(2, width - used))
            lines.append(line + head)
            rest = rest[len(head) :]
            needed = columns_of(rest)
            line, used = hanging, columns_of(hanging)
        if rest:
            line, used = (line + rest, used + needed) if is_fresh else (f"{line} {rest}", used + 1 + needed)
            is_fresh = False
    if not is_fresh:
        lines.append(line)
    return lines


def _head(word: str, columns: int) -> str:
    for length in range(1, len(word) + 1):
        if columns_of(word[:length]) > columns:
            return word[: length - 1] or word[0]
    return word


def _add(blocks: list[Block], kind: BlockKind, words: str, label: str) -> None:
    if words.strip():
        blocks.append(Block(kind, words.strip(), label))


def _choices(reply: Reply, *, with_hints: bool) -> list[Block]:
    """Return the suggestions under a heading that says how to choose, where one can."""
    if not reply.suggestions:
        return []
    if reply.kind == "clarify":
        label, heading = "Choice", TYPE_A_NUMBER if with_hints else ""
    else:
        label, heading = "See also", ALSO_ASK_BY_NUMBER if with_hints else ALSO_ASK
    blocks = [Block("heading", heading, "")] if heading else []
    return blocks + [
        Block("choice", clean_line(suggestion.question) or "-", label, number)
        for number, suggestion in enumerate(reply.suggestions, start=1)
    ]


def _answer_blocks(answer: Answer, *, is_small_talk: bool, with_hints: bool) -> list[Block]:
    """Return the blocks of one answer: title, text, source, and the hint that there is more."""
    blocks: list[Block] = []
    if not is_small_talk:
        _add(blocks, "title", clean_line(answer.title), "Question")
    _add(blocks, "text", clean(answer.text), "Answer")
    _add(blocks, "source", clean_line(answer.source), "Source")
    if with_hints and answer.more and answer.more not in answer.text:
        _add(blocks, "hint", MORE_HINT, "Note")
    return blocks


def _plain_lines(block: Block, width: int) -> list[str]:
    """Return the lines of a block in plain text."""
    if block.kind == "card":
        rule = "=" * min(width, LONGEST_LINE)
        words = [line for paragraph in block.paragraphs for line in wrap(paragraph, width)]
        return [rule, *wrap(block.label, width), *words, rule]
    if block.kind == "choice":
        number = f"  {block.number}. "
        return wrap(block.words, width, number, " " * len(number))
    prefix = f"{block.label}: " if block.kind in ("source", "consultation") else ""
    lines: list[str] = []
    for position, paragraph in enumerate(block.paragraphs):
        lines += wrap(prefix + paragraph if position == 0 else paragraph, width)
    return lines
