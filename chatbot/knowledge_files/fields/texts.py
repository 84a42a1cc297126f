"""What is wrong in one text: too long, hidden characters, marks that patients would read, a remark that was meant.

Each check yields what it finds; collecting is `reader`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatbot.knowledge import Problem
from chatbot.knowledge_files.broken_lines import quoted, text_in_other_quotes
from chatbot.knowledge_files.fields.naming import QUOTES, REMARKS_ARE_NOT_READ, Field, this
from chatbot.knowledge_files.yaml_source import Node, is_dangerous
from chatbot.sanitise import clean, clean_line

# Characters. A title must fit a menu, a short answer a small screen; nothing may be longer than a patient can
# be asked to read at once. About twice what the longest texts of the built-in base need.
_LONGEST = {
    "id": 60,
    "title": 150,
    "question": 500,
    "short": 400,
    "answer": 4000,
    "more": 6000,
    "source": 300,
    "consultation": 600,
    "meaning": 600,
    "sentence": 600,
    "setting": 500,
    "marker_word": 100,
}
_LONGEST_OTHER = 120
_TEXTS_OF_SEVERAL_LINES = frozenset(("answer", "more"))
_NEVER_SHOWN = frozenset(("id", "group", "print_command"))
_SHOWN_IN_ANSWERS = frozenset(
    ("title", "short", "answer", "more", "consultation", "source", "meaning", "sentence", "means")
)
_MATCHED = ("means", "word")  # with the words of messages
_ASKED = frozenset(("question", "word"))
_TO_BE_WRITTEN = re.compile(r"(?:tb[adc]|to ?do|n/a|x{2,8})[.!]?|\[.*\btb[adc]\b.*\]", re.IGNORECASE)
_MARKS = re.compile(
    r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d{1,6});"  # <b>, &nbsp;
    r"|\*\*[^*\s][^*]*\*\*|(?<!\w)__[^_\s][^_]*__(?!\w)|`[^`\s][^`]*`|(?<!\[)\[[^\[\]]+\]\(\S+?\)"  # **so**, [a](b)
    r"|^#{1,6}\s+\S.*",
    re.MULTILINE,
)
# How UTF-8 looks where it was read as the old encoding of Windows: "weâ€™re", "cafÃ©", and what cannot be read at all.
_MISREAD = re.compile("[\u00c2\u00c3\u00e2][\u0080-\u00ff\u0152-\u02dc\u2013-\u203a\u20ac\u2122]{1,2}")
_LOST = "\ufffd"
_CURLY = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb]")
_STRAIGHT = re.compile(r'(?<!\d)"')  # after a digit it means inches
_WITHOUT_INCHES = ("phone", "urgent_phone", "hours", "emergency_number")


def cleaned(written: str, name: str) -> str:
    """Return a text as it is shown: without hidden characters, and on one line where its field has one."""
    return clean(written).strip() if name in _TEXTS_OF_SEVERAL_LINES else clean_line(written)


def problems_in(node: Node, text: str, field: Field, longest: str) -> Iterator[Problem]:
    """Yield what is wrong in a text; `longest` names the field whose length it may have."""
    yield from _too_long(node, text, field, _LONGEST.get(longest, _LONGEST_OTHER))
    is_shown = field.name in _SHOWN_IN_ANSWERS or (longest == "setting" and field.name not in _NEVER_SHOWN)
    yield from _without_words(node, text, field)
    yield from _in_another_encoding(node, field)
    yield from _hidden_characters(node, field)
    yield from ends_at_a_remark(node, field)
    yield from _quotes_that_quote_nothing(node, field)
    if is_shown:
        yield from _marks(node, text, field)


def _too_long(node: Node, text: str, field: Field, most: int) -> Iterator[Problem]:
    if len(text) > most:
        has_more = field.name in ("short", "answer")
        yield Problem(
            "error",
            "text-fits",
            node.position,
            f"{this(field.name)} has {len(text)} characters; at most {most} can be shown",
            repair="shorten it, or move a part to more:" if has_more else "shorten it",
        )


def _without_words(node: Node, text: str, field: Field) -> Iterator[Problem]:
    """Find a text of marks alone, as the "..." of our own examples, or a word that keeps a place: "TBD"."""
    is_asked = field.name in _ASKED and field.is_item
    if not text or not (is_asked or field.name in _SHOWN_IN_ANSWERS):
        return
    if not any(map(str.isalnum, text)) or _TO_BE_WRITTEN.fullmatch(text):
        yield Problem(
            "error",
            "text-has-words",
            node.position,
            f"{this(field.name)} says nothing: {quoted(text)}",
            cause="No message would be like it." if is_asked else "Patients would read it as it stands.",
            repair="write it in words",
        )


def _in_another_encoding(node: Node, field: Field) -> Iterator[Problem]:
    """Find what UTF-8 becomes in a program that takes it for something else, and that was saved so."""
    text: str = node.value  # as it was written: half of what an "í" becomes is a character that nobody sees
    if text.isascii() or field.name in _NEVER_SHOWN:
        return
    as_meant = _MISREAD.sub(lambda found: _read_again(found.group()), text)
    if as_meant == text and _LOST not in text:
        return
    yield Problem(
        "warning",
        "characters-are-right",
        node.position,
        f"{this(field.name)} has characters that another program has read wrongly",
        cause="The text was opened or pasted as something else than UTF-8, and saved so.",
        repair="where it shows \ufffd, write again what stood there"
        if as_meant == text
        else f"{field.lead}{quoted(as_meant)}",
    )


def _read_again(misread: str) -> str:
    """Return the character that another program has read as these, or these where they are no such thing."""
    for length in range(len(misread), 1, -1):
        try:
            return misread[:length].encode("cp1252").decode("utf-8") + misread[length:]
        except UnicodeError:
            continue
    return misread


def _hidden_characters(node: Node, field: Field) -> Iterator[Problem]:
    """Report control characters that stand in the file as an escape (backslash e, backslash x1b)."""
    written: str = node.value
    if written.isprintable() or clean(written) == written:
        return
    odd = next((character for character in written if character not in "\r\n\t" and not clean(character)), "")
    if odd and not any(map(is_dangerous, written.replace("\n", "").replace("\t", ""))):
        return  # a soft hyphen and its like are only left out; where one stands in the file, that was said
    yield Problem(
        "error",
        "hidden-character",
        node.position,
        f"{this(field.name)} holds a hidden character" + (f" (U+{ord(odd):04X})" if odd else ""),
        cause="It cannot be seen but changes how the text is shown.",
        repair="delete it; where a backslash was to be seen, write it twice",
    )


def ends_at_a_remark(node: Node, field: Field) -> Iterator[Problem]:
    """Ask about a text without quotes that ends at a # on its line: what follows is not read."""
    if node.remark and field.name not in _NEVER_SHOWN:
        yield Problem(
            "warning",
            "text-goes-on",
            node.position,
            f"{this(field.name)} ends before the #",
            cause=f"{REMARKS_ARE_NOT_READ} Read is only: {clean_line(node.written)}",
            repair=f"put quotes around the text, with the # inside: {field.lead}"
            f"{quoted(f'{node.written} {node.remark}')}\n"
            f"or, where it is a remark, before the #: {field.lead}{quoted(node.written)}  {node.remark}",
        )


def _quotes_that_quote_nothing(node: Node, field: Field) -> Iterator[Problem]:
    """Ask about quotes that are curly, of another keyboard, or alone: patients would read them."""
    written = node.written.strip()
    is_cut = field.name in _WITHOUT_INCHES and written.endswith(('"', "'")) and written[0] != written[-1]
    if not node.is_bare or field.name in _NEVER_SHOWN or not (is_cut or _quote_nothing(written)):
        return
    yield Problem(
        "warning",
        "quotes-match",
        node.position,
        f"the quotes of {this(field.name)} do not quote it: "
        f"{'they would count as words' if field.name in _MATCHED else 'patients would read them'}",
        cause='Only straight quotes (") at both ends hold a text together; word processors make curly ones.',
        repair=f"{field.lead}{quoted(text_in_other_quotes(written) or written.strip(QUOTES).strip())}",
    )


def _quote_nothing(written: str) -> bool:
    """Whether a text without quotes of YAML has curly ones all around it, or one without a partner."""
    curly, straight = _CURLY.findall(written), _STRAIGHT.findall(written)
    is_all_in_curly = len(curly) == 2 and {written[0], written[-1]} <= set(curly)  # noqa: PLR2004
    is_all_in_single = written[:1] == "\u2018" and written[-1:] == "\u2019"
    starts_curly = len(curly) == 1 and written[0] == curly[0]
    is_all_in_mixed = starts_curly and written[-1:] in ('"', "'") and len(straight) <= 1
    # Only behind a blank that is none can a text without quotes start with one.
    is_behind_a_false_blank = len(written) > 1 and written[0] == '"' == written[-1]
    is_one_alone = (len(curly) + len(straight)) % 2 == 1
    is_all_in_other = bool(text_in_other_quotes(written))
    return (
        is_behind_a_false_blank
        or is_all_in_curly
        or is_all_in_single
        or is_all_in_mixed
        or is_all_in_other
        or is_one_alone
    )


def _marks(node: Node, text: str, field: Field) -> Iterator[Problem]:
    """Ask about marks of HTML and Markdown: a terminal shows them as they stand."""
    mark = _MARKS.search(text)
    if mark is not None:
        yield Problem(
            "warning",
            "text-is-plain",
            node.position,
            f'{this(field.name)} has marks of a web page or of Markdown: "{mark.group()}"',
            cause="Nothing makes them bold or a link here: patients would read them as they stand.",
            repair="write plain words; an address may stand by itself",
        )
