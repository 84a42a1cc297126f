"""Nodes of a file to texts, lists and fields; what is no such thing becomes a Problem in an editor's words.

Owns the wording of what can be wrong with one value: of the wrong kind, empty, too long, with a setting that
does not exist. Which fields there are, and what they mean together, is `assembly`'s affair.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from chatbot.broken_lines import items_of_bullets, quoted
from chatbot.filling import SETTINGS, fill, is_empty_part, lone_brace, settings_of
from chatbot.knowledge import Clinic, Position, Problem, ProblemLevel
from chatbot.nearest import did_you_mean, nearest
from chatbot.sanitise import clean, clean_line
from chatbot.yaml_source import Node, is_dangerous

# Characters. A title must fit a menu, a short answer a small screen; nothing may be longer than a patient can
# be asked to read at once. About twice what the longest texts of the built-in base need.
LONGEST = {
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
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAMES = {
    "short": "short answer",
    "more": 'text under "more"',
    "on": "day",
    "by": "name",
    "also": "list of other words",
    "say": "list of lay words",
    "marker_words": "list of words",
    "questions": "list of questions",
    "tests": 'part under "tests"',
    "related": "list of related entries",
    "should": "list of test questions",
    "not": "list of test questions",
}


class Text(NamedTuple):
    """A text and where it stands."""

    text: str
    position: Position


class FieldReader:
    """Reads single values and collects what is wrong with them.

    `clinic` fills the texts. With `is_fall_back` the file belongs to the built-in base but serves another
    one: what needs a setting that is not set there is left out without a word.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.clinic = Clinic()
        self.is_fall_back = False
        self._odd_ids: dict[str, str] = {}  # what could stand instead, by what stands there

    def add(
        self,
        level: ProblemLevel,
        rule: str,
        place: Position,
        message: str,
        *,
        cause: str = "",
        repair: str = "",
    ) -> None:
        """Collect one problem."""
        self.problems.append(Problem(level, rule, place, message, cause, repair))

    def fields(self, node: Node | None, what: str, known: Collection[str] = ()) -> dict[str, Node]:
        """Return the fields of a node, {} for none; report another kind, and names not in `known`."""
        if node is None or node.kind == "nothing":
            return {}
        if node.kind != "fields":
            self.wrong_kind(node, what, "a set of fields", _example_of(what, known))
            return {}
        fields: dict[str, Node] = dict(node.value)
        for name in node.value:
            head = name.partition(":")[0]
            if known and head != name and head in known:
                self._colon_in_name(node, name, fields)
            elif known and name not in known:
                self.add(
                    "error",
                    "field-known",
                    node.keys[name],
                    f'"{clean_line(name)}" is not a field of {_a(what)}',
                    cause=f"The fields here are: {', '.join(known)}.",
                    repair=did_you_mean(name, known) or "delete it, or use one of the fields above",
                )
        return fields

    def _colon_in_name(self, node: Node, name: str, fields: dict[str, Node]) -> None:
        """Report `by:"A. Smith"` and `answer:: "..."`, and let the field count as what was meant."""
        head, _, rest = name.partition(":")
        place, value = node.keys[name], fields.pop(name)
        if rest.strip(":"):
            value = Node(rest.strip(_QUOTES), place, "text", rest.strip(_QUOTES))
        fields.setdefault(head, value)
        self.add(
            "error",
            "field-has-colon",
            place,
            "the space after the colon is missing" if rest.strip(":") else "there is one colon too many",
            cause="A field is its name, a colon and a space, then the text.",
            repair=f"write it as: {head}: {rest.strip(':') or quoted(_sentence_of(value))}",
        )

    def items(self, node: Node | None, what: str) -> list[Node]:
        """Return the items of a list, [] for none; report what is no list."""
        if node is None or node.kind == "nothing":
            return []
        if node.kind != "list":
            self.wrong_kind(node, what, "a list", _example_of(what))
            return []
        items: list[Node] = node.value
        return items

    def text(
        self,
        fields: Mapping[str, Node],
        name: str,
        owner: Node,
        *,
        is_needed: bool = True,
        fills: bool = False,
        numbers_too: bool = False,
    ) -> Text:
        """Return one field as text, "" where it is missing; report it where it is needed, or stands empty.

        With `fills`, the clinic's settings are put in; with `numbers_too`, a bare number or date is a text.
        """
        node = fields.get(name)
        if node is None:
            if is_needed:
                self.missing(owner, name, f'{name}: "..."')
            return Text("", owner.position)
        text = self.one_text(node, name, fills=fills, numbers_too=numbers_too)
        if not text and _is_blank(node) and (is_needed or node.kind == "nothing"):
            self.add(
                "error" if is_needed else "warning",
                "text-not-empty",
                node.position,
                f"{_this(name)} is empty",
                cause=_REMARKS_ARE_NOT_READ if node.remark else "",
                repair=(
                    f"put quotes around it: {name}: {quoted(node.remark)}"
                    if node.remark
                    else f'{name}: "..."'
                    if is_needed
                    else "fill it in, or delete the line"
                ),
            )
        return Text(text, node.position)

    def texts(
        self, fields: Mapping[str, Node], name: str, singular: str, *, fills: bool = False
    ) -> list[Text]:
        """Return a field that is a list of texts; report another kind, and items that are no text."""
        return self.texts_of(fields.get(name), name, singular, fills=fills)

    def texts_of(
        self, node: Node | None, name: str, singular: str, *, fills: bool = False, heading: str = ""
    ) -> list[Text]:
        """Return a node that is a list of texts, as `texts` does; `heading` is what stands above it, if not `name`."""
        heading = heading or name
        bullets = items_of_bullets(node.written) if node is not None and node.is_bare else []
        if node is not None and bullets:
            self._bullets(node, heading, bullets)
            return []
        if node is not None and node.kind not in ("list", "nothing"):
            example = quoted(_sentence_of(node))
            self.wrong_kind(node, name, "a list", f"{heading}:\n  - {example}")
            return []
        texts: list[Text] = []
        for item in self.items(node, name):
            text = self.one_text(item, singular, fills=fills, is_item=True)
            if text:
                texts.append(Text(text, item.position))
            elif _is_blank(item):
                self.add(
                    "error",
                    "text-not-empty",
                    item.position,
                    f"{_this(singular)} is empty",
                    cause=_REMARKS_ARE_NOT_READ if item.remark else "",
                    repair=f"put quotes around it: - {quoted(item.remark)}"
                    if item.remark
                    else "delete it, or fill it in",
                )
        return texts

    def _bullets(self, node: Node, name: str, items: Iterable[str]) -> None:
        """Report a list whose dashes are all bullets, or lack the space after them: YAML takes it for one text."""
        lines = "".join(f"\n  - {quoted(item)}" for item in items)
        mark = node.written[:1]
        self.add(
            "error",
            "item-has-dash",
            node.position,
            "the spaces after the dashes are missing" if mark == "-" else f'"{mark}" is no dash to YAML',
            cause="An item of a list starts with a short dash and one space.",
            repair=f"write it like this:\n{name}:{lines}",
        )

    def one_text(
        self,
        node: Node,
        name: str,
        *,
        fills: bool = False,
        numbers_too: bool = False,
        is_item: bool = False,
        longest: str = "",
    ) -> str:
        """Return the text of a node, cleaned; "" when it is empty or no text, which is reported."""
        if node.kind == "nothing":
            return ""
        if numbers_too and node.kind in ("number", "date"):
            self._check_remark(node, name, is_item=is_item)
            return node.written
        if node.kind != "text":
            self._not_text(node, name, is_item=is_item)
            return ""
        written: str = node.value
        text = clean(written).strip() if name in _TEXTS_OF_SEVERAL_LINES else clean_line(written)
        most = LONGEST.get(longest or name, _LONGEST_OTHER)
        if len(text) > most:
            self.add(
                "error",
                "text-fits",
                node.position,
                f"{_this(name)} has {len(text)} characters; at most {most} can be shown",
                repair="shorten it, or move a part to more:" if name in ("short", "answer") else "shorten it",
            )
        self._check_escapes(node, written, name)
        self._check_remark(node, name, is_item=is_item)
        self._check_quotes(node, name, is_item=is_item)
        self._check_marks(node, text, name)
        return self._filled(node, text) if fills else text

    def missing(self, owner: Node, name: str, example: str) -> None:
        """Report a field that must be there; not in what is no set of fields at all, which has been reported."""
        if owner.kind not in ("fields", "nothing"):
            return
        self.add(
            "error",
            "field-needed",
            owner.position,
            f'"{name}" is missing here',
            repair="add:" + ("\n" if "\n" in example else " ") + example,
        )

    def check_id(self, name: Text, what: str) -> None:
        """Report a name that other programs could not use."""
        if not _ID.fullmatch(name.text):
            suggestion = "-".join(re.findall("[a-z0-9]+", _in_plain_letters(name.text))) or "short-name"
            self._odd_ids[name.text] = suggestion
            self.add(
                "error",
                "id-is-plain",
                name.position,
                f'"{clean_line(name.text)}" cannot be {_a(what)}',
                cause="Small letters a to z, digits and single dashes only, because other programs use it.",
                repair=f"for example: {suggestion}",
            )

    def is_explained(self, name: str, ids: Iterable[str]) -> bool:
        """Whether the entry or the group of this name is most likely there, under an id that has been reported.

        `ids` are those that there are; one that may be used and is more like the name was meant.
        """
        if not self._odd_ids:
            return False
        usable = {known for known in ids if _ID.fullmatch(known)}
        odd = {*self._odd_ids, *self._odd_ids.values()} - usable
        return nearest(name, odd | usable) in odd

    def like_it(self, name: str, ids: Iterable[str]) -> str:
        """Return a question naming the id most like `name` that may be used, "" when none is like it."""
        return did_you_mean(name, (known for known in ids if _ID.fullmatch(known)))

    def wrong_kind(self, node: Node, what: str, needed: str, example: str) -> None:
        """Report a value that is not a list or not a set of fields."""
        name = what.removeprefix("this ").replace("_", "-").replace(" ", "-")
        self.add(
            "error",
            f"{name}-is-{needed.rpartition(' ')[2]}",
            node.position,
            f"{_this(what)} is {_KIND_WORDS[node.kind]}, not {needed}",
            repair=f"write it like this:\n{example}",
        )

    def _not_text(self, node: Node, name: str, *, is_item: bool) -> None:
        meant = quoted(_sentence_of(node))
        self.add(
            "error",
            f"{name.replace('_', '-')}-is-text",
            node.position,
            f"{_this(name)} is {_kind_of(node)}, not text",
            cause=_WHY_NOT_TEXT[node.kind].format(written=clean_line(node.written)),
            repair=f"put quotes around it: {'- ' if is_item else f'{name}: '}{meant}",
        )

    def _check_escapes(self, node: Node, written: str, name: str) -> None:
        """Report control characters that stand in the file as an escape (backslash e, backslash x1b)."""
        if written.isprintable() or clean(written) == written:
            return
        odd = next(
            (character for character in written if character not in "\r\n\t" and not clean(character)), ""
        )
        if odd and not any(map(is_dangerous, written.replace("\n", "").replace("\t", ""))):
            return  # a soft hyphen and its like are only left out; where one stands in the file, that was said
        self.add(
            "error",
            "hidden-character",
            node.position,
            f"{_this(name)} holds a hidden character" + (f" (U+{ord(odd):04X})" if odd else ""),
            cause="It cannot be seen but changes how the text is shown.",
            repair="delete it; after a backslash, delete what belongs to it",
        )

    def _check_remark(self, node: Node, name: str, *, is_item: bool) -> None:
        """Ask about a text without quotes that ends at a # on its line: what follows is not read."""
        if node.remark and name not in _NEVER_SHOWN:
            lead = "- " if is_item else f"{name}: "
            self.add(
                "warning",
                "text-goes-on",
                node.position,
                f"{_this(name)} ends before the #",
                cause=f"{_REMARKS_ARE_NOT_READ} Read is only: {clean_line(node.written)}",
                repair=f"put quotes around the text, with the # inside: {lead}"
                f"{quoted(f'{node.written} {node.remark}')}\n"
                f"or, where it is a remark, before the #: {lead}{quoted(node.written)}  {node.remark}",
            )

    def _check_quotes(self, node: Node, name: str, *, is_item: bool) -> None:
        """Ask about quotes that quote nothing, because they are curly or alone: patients would read them."""
        written = node.written.strip()
        is_read = name not in _NEVER_SHOWN
        if not node.is_bare or not (is_read or name == "means") or not _quotes_nothing(written):
            return
        self.add(
            "warning",
            "quotes-match",
            node.position,
            f"the quotes of {_this(name)} do not quote it: "
            f"{'patients would read them' if is_read else 'no entry has a word with quotes'}",
            cause='Only straight quotes (") at both ends hold a text together; word processors make curly ones.',
            repair=f"{'- ' if is_item else f'{name}: '}{quoted(written.strip(_QUOTES).strip())}",
        )

    def _check_marks(self, node: Node, text: str, name: str) -> None:
        """Ask about marks of HTML and Markdown: a terminal shows them as they stand."""
        mark = _MARKS.search(text) if name in _SHOWN_IN_ANSWERS else None
        if mark is not None:
            self.add(
                "warning",
                "text-is-plain",
                node.position,
                f'{_this(name)} has marks of a web page or of Markdown: "{mark.group()}"',
                cause="Nothing makes them bold or a link here: patients would read them as they stand.",
                repair="write plain words; an address may stand by itself",
            )

    def _filled(self, node: Node, text: str) -> str:
        filled = fill(text, settings_of(self.clinic), drops_sentences=self.is_fall_back)
        for name in filled.unknown:
            self.add(
                "error",
                "setting-known",
                node.position,
                f'"{{{name}}}" is not a setting of the clinic',
                cause=f"Braces stand for a setting of clinic.yaml: {', '.join(SETTINGS)}.",
                repair=did_you_mean(name, SETTINGS) or "use one of these, or write the words without braces",
            )
        for name in filled.unset:
            self.add(
                "error",
                "setting-is-set",
                node.position,
                f"this text needs {{{name}}}, which clinic.yaml does not set",
                cause="The sentence would have a hole.",
                repair=f'set it in clinic.yaml ({SETTINGS[name]}: "..."), '
                "or put the sentence between [[ and ]]: then it is left out",
            )
        if filled.is_unbalanced:
            self.add(
                "error",
                "brackets-close",
                node.position,
                "a double square bracket has no partner here",
                cause="What stands between [[ and ]] is left out when a setting in it is not set.",
                repair="write [[ before the part and ]] after it",
            )
        lone = lone_brace(text)
        if lone:
            self.add(
                "warning",
                "braces-close",
                node.position,
                f'a brace has no partner here: "{lone}"',
                cause="A setting of the clinic stands between { and }. As it is, patients would read the brace.",
                repair="write { before the name of the setting and } right after it, or delete the brace",
            )
        if not filled.is_unbalanced and is_empty_part(text):
            self.add(
                "hint",
                "brackets-hold-setting",
                node.position,
                "there is no setting between these double square brackets",
                cause="What stands between [[ and ]] is left out when a setting in it is not set.",
                repair="delete [[ and ]], or put a setting such as {phone} between them",
            )
        return filled.text


_REMARKS_ARE_NOT_READ = "YAML takes a # after a blank for the start of a remark, which is not read."
_NEVER_SHOWN = frozenset(("id", "code", "group", "script", "means", "print_command"))
_SHOWN_IN_ANSWERS = frozenset(
    ("title", "short", "answer", "more", "consultation", "source", "meaning", "sentence")
)
_MARKS = re.compile(
    r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d{1,6});"  # <b>, &nbsp;
    r"|\*\*[^*\s][^*]*\*\*|(?<!\w)__[^_\s][^_]*__(?!\w)|`[^`\s][^`]*`|(?<!\[)\[[^\[\]]+\]\(\S+?\)"  # **so**, [a](b)
    r"|^#{1,6}\s+\S.*",
    re.MULTILINE,
)
_QUOTES = "\"'\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019"
_CURLY = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb]")
_STRAIGHT = re.compile(r'(?<!\d)"')  # after a digit it means inches
# A whole file, by the first of its fields; decoys have no fields of a name.
_FILES = {
    "groups": 'entries:\n  - id: short-name\n    title: "..."',
    "words": 'words:\n  - {means: "a word of the guide", say: ["a word of patients"]}',
    "decoys": 'animals:\n  - "a question that must not be answered"',
}
_EXAMPLES = {
    "review": 'reviewed: {by: "A. Smith", on: 2026-01-31}',
    "tests": 'tests: {should: ["a question"], not: ["another question"]}',
    "list of groups": 'groups:\n  clinic:\n    title: "About the clinic"',
    "group": 'clinic:\n  title: "About the clinic"',
    "list of entries": 'entries:\n  - id: short-name\n    title: "..."',
    "list of words": '- {means: "a word of the guide", say: ["a word of patients"]}',
    "line": '{means: "a word of the guide", say: ["a word of patients"]}',
    "list of terms": '- {term: "a word", meaning: "What it means."}',
    "term": '- {term: "a word", meaning: "What it means."}',
    "list of follow-ups": '- {means: risks, entries: [short-name], say: ["and the risks"]}',
    "follow-up": '- {means: risks, entries: [short-name], say: ["and the risks"]}',
    "list of languages": '- language: "Spanish"\n  code: "es"\n  sentence: "..."',
    "language": '- language: "Spanish"\n  code: "es"\n  sentence: "..."',
}


_TWO_LETTERS = str.maketrans(
    {"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00df": "ss", "\u00e6": "ae", "\u00f8": "oe"}
)


def _in_plain_letters(text: str) -> str:
    """Return a text in small letters without accents, umlauts as two letters."""
    import unicodedata  # noqa: PLC0415 - only when something is wrong

    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).lower().translate(_TWO_LETTERS))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def _example_of(what: str, known: Collection[str] = ()) -> str:
    """Return how a list or a set of fields looks, to write like it."""
    if what == "this file":
        first = next(iter(known), "")
        return _FILES.get(first, f'{first}: "..."' if first else _FILES["decoys"])
    return _EXAMPLES.get(what) or f'{next(iter(known), "name")}: "..."'


def _quotes_nothing(written: str) -> bool:
    """Whether a text without quotes of YAML has curly ones all around it, or one without a partner."""
    curly = _CURLY.findall(written)
    is_all_in_curly = len(curly) == 2 and {written[0], written[-1]} <= set(curly)  # noqa: PLR2004
    is_all_in_single = written[:1] == "\u2018" and written[-1:] == "\u2019"
    is_all_in_mixed = (
        len(curly) == 1
        and written[0] == curly[0]
        and written[-1:] in ('"', "'")
        and len(_STRAIGHT.findall(written)) <= 1
    )
    return (
        is_all_in_curly
        or is_all_in_single
        or is_all_in_mixed
        or (len(curly) + len(_STRAIGHT.findall(written))) % 2 == 1
    )


_KIND_WORDS = {
    "text": "a text",
    "truth value": "a truth value",
    "number": "a number",
    "date": "a date",
    "nothing": "empty",
    "list": "a list",
    "fields": "a set of fields",
}
_WHY_NOT_TEXT = {
    "truth value": "YAML reads a bare no, yes, on or off as true or false.",
    "number": "YAML reads {written} without quotes as a number.",
    "date": "YAML reads {written} without quotes as a date.",
    "list": "YAML reads a dash and a space, or a bracket at the start, as a list.",
    "fields": "YAML reads a word with a colon, or a brace at the start, as the name of a field.",
}


def _kind_of(node: Node) -> str:
    return f"the truth value {node.value}" if node.kind == "truth value" else _KIND_WORDS[node.kind]


def _a(what: str) -> str:
    if what.startswith("this "):
        return what
    if what == "tests":
        return '"tests"'
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"


def _this(name: str) -> str:
    return name if name.startswith("this ") else f"this {_NAMES.get(name, name.replace('_', ' '))}"


def _is_blank(node: Node) -> bool:
    """Whether nothing is written there at all; a text that only vanished with its settings is not blank."""
    return node.kind == "nothing" or (node.kind == "text" and not clean_line(node.value))


def _sentence_of(node: Node) -> str:
    """Return what an editor most likely meant where a sentence became fields or a list."""
    if node.kind == "fields":
        return ", ".join(
            f"{name}: {_sentence_of(item)}".removesuffix(": ") for name, item in node.value.items()
        )
    if node.kind == "list":
        return ", ".join(_sentence_of(item) for item in node.value)
    return clean_line(node.written)
