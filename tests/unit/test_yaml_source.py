"""Promises of the YAML reader: values with places, and mistakes named where they stand."""

from __future__ import annotations

import pytest
import yaml

from chatbot.knowledge import Position, Problem
from chatbot.knowledge_files.broken_lines import quoted
from chatbot.knowledge_files.yaml_source import MOST_REPAIRS, Node, read, visible_lines

FILE = "faq.yaml"


pytestmark = pytest.mark.usefixtures("either_loader")


def value_of(text: str) -> object:
    node, problems = read(text, FILE)
    assert not problems
    return None if node is None else node.plain()


def only(text: str) -> Problem:
    _, problems = read(text, FILE)
    assert len(problems) == 1, problems
    return problems[0]


def place(problem: Problem) -> tuple[int, int]:
    return problem.position.line, problem.position.column


def test_plain_values() -> None:
    """Texts, numbers, truth values, nothing, lists and fields come out as such."""
    text = 'a: "x"\nb: [1, 2.5, true, ~]\nc: {d: word of text}\ne: |\n  two\n  lines\nf:\n'
    assert value_of(text) == {
        "a": "x",
        "b": [1, 2.5, True, None],
        "c": {"d": "word of text"},
        "e": "two\nlines\n",
        "f": None,
    }


@pytest.mark.parametrize("text", ["", "# only a remark\n", "\ufeff", "---\n"])
def test_a_file_without_a_value_is_none(text: str) -> None:
    """An empty file is no mistake of YAML's."""
    assert read(text, FILE) == (None, ())


def test_places_count_characters_from_one() -> None:
    """A wide or combined character before a value counts as one character each."""
    node, _ = read('größe: "x"\n😀é: {b: "y"}\n', FILE)
    assert node is not None
    assert node.value["größe"].position == Position(FILE, 1, 8)
    assert node.keys["😀é"] == Position(FILE, 2, 1)
    assert node.value["😀é"].value["b"].position == Position(FILE, 2, 9)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_newline_counts(newline: str) -> None:
    """Windows and old Macintosh line ends give the same lines."""
    node, _ = read(f"a: 1{newline}b: 2{newline}", FILE)
    assert node is not None
    assert node.value["b"].position == Position(FILE, 2, 4)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        *((word, "truth value") for word in ("no", "No", "NO", "yes", "on", "off", "OFF", "true", "False")),
        *((word, "nothing") for word in ("~", "null", "NULL")),
        *((word, "number") for word in ("5", "-5", "+5", "2.50", "0", "911")),
        *((word, "date") for word in ("2026-11-22", "2026-1-2", "2026-11-22T10:00:00")),
        *((word, "text") for word in ("nothing", "Only", "0212555", "1:30", "0x1F", "y", "3 weeks", "1e5")),
    ],
)
def test_bare_words_keep_their_spelling(written: str, kind: str) -> None:
    """What YAML readers bend is marked, and what was written is kept; text is text."""
    node, problems = read(f"a: {written}\n", FILE)
    assert node is not None
    assert not problems
    assert (node.value["a"].kind, node.value["a"].written) == (kind, written)


def test_quoted_words_are_text() -> None:
    """Quotes make a text of anything."""
    assert value_of("""a: "no"\nb: 'on'\nc: "5"\n""") == {"a": "no", "b": "on", "c": "5"}


def test_keys_are_text_as_written() -> None:
    """A bare on or 5 as the name of a field stays that name, although YAML would make it true or a number."""
    assert value_of("on: a\n5: b\nno: c\n") == {"on": "a", "5": "b", "no": "c"}


def test_the_same_field_twice() -> None:
    """The second is reported with the line of the first, and the first is kept."""
    node, problems = read("a: 1\nb: 2\na: 3\n", FILE)
    assert node is not None
    assert node.plain() == {"a": 1, "b": 2}
    assert [(problem.rule, *place(problem)) for problem in problems] == [("key-once", 3, 1)]
    assert "line 1" in problems[0].message
    assert "put both texts into one" in problems[0].repair


def test_a_heading_twice_is_repaired_by_moving_its_list() -> None:
    """There are no texts to put into one where a list stands under each."""
    _, problems = read('dogs:\n  - "a"\ncats: []\ndogs:\n  - "b"\n', "decoys.yaml")
    assert [(problem.rule, *place(problem)) for problem in problems] == [("key-once", 4, 1)]
    assert problems[0].repair.startswith("move what stands under it to the end of what stands under line 1")


def test_a_hidden_character_in_a_name_does_not_change_the_name() -> None:
    """Nobody sees why the name would be unknown; the character itself is reported."""
    node, problems = read('ti\u200btle: "x"\n', "faq.yaml")
    assert [problem.rule for problem in problems] == ["hidden-character"]
    assert node is not None
    assert node.plain() == {"title": "x"}


@pytest.mark.parametrize(
    ("text", "rule", "line", "column", "pasted"),
    [
        ("answer: Note: this is\n", "colon-in-text", 1, 13, 'answer: "Note: this is"'),
        ("- a\n- Is it: bad: really\n", "colon-in-text", 2, 13, '- "Is it: bad: really"'),
        ('a: "he said "no" and"\n', "quotes-match", 1, 14, r'a: "he said \"no\" and"'),
        ("a: 'Can't do'\n", "quotes-match", 1, 9, '''a: "Can't do"'''),
        ('a: "open\nb: c\n', "quotes-match", 1, 4, 'a: "open"'),
        ('a: "x" y\n', "quotes-match", 1, 8, 'a: "x y"'),
        ("- *really* bad\n", "quotes-needed", 1, 3, '- "*really* bad"'),
        ("a: @foo\n", "quotes-needed", 1, 4, 'a: "@foo"'),
        ("  a: `x`\n", "quotes-needed", 1, 6, 'a: "x"'),
        ("a: ,x\n", "quotes-needed", 1, 4, 'a: ",x"'),
        ("a: %x\n", "quotes-needed", 1, 4, 'a: "%x"'),
        ("a: - b\n", "quotes-needed", 1, 4, 'a: "- b"'),
        ("a: | x\n  y\n", "quotes-needed", 1, 4, 'a: "x"'),
        ("a: [[Call {phone}.]] now\n", "quotes-needed", 1, 4, 'a: "[[Call {phone}.]] now"'),
        ("a: {clinic} is\n", "quotes-needed", 1, 4, 'a: "{clinic} is"'),
        ("a: [Draft] text\n", "quotes-needed", 1, 4, 'a: "[Draft] text"'),
        ("a: [b, c\nd: e\n", "brackets-close", 1, 4, "a: [b, c]"),
        ("a: {b: c\nd: e\n", "brackets-close", 1, 4, "a: {b: c}"),
        ("a: b\nabc\n\nd: e\n", "field-has-colon", 2, 1, 'a: "b abc"'),
        ("a:\nabc\n\nd: e\n", "field-has-colon", 2, 1, 'name: "abc"'),
        ("a:\n\t- x\n", "no-tabs", 2, 1, ""),
        ("a:\n  b: x\n \tc: y\n", "no-tabs", 3, 2, ""),
    ],
)
def test_lines_that_cannot_be_read(text: str, rule: str, line: int, column: int, pasted: str) -> None:
    """Each usual mistake has its own words, its place, and a line to paste."""
    problem = only(text)
    assert (problem.level, problem.rule, *place(problem)) == ("error", rule, line, column)
    assert problem.repair.endswith(pasted)
    assert problem.message
    assert problem.cause


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [
        ("a: x\n b: y\n", 2, {"a": "x", "b": "y"}),
        ("a:\n  - b\n - c\n", 3, {"a": ["b", "c"]}),
        ("a: >\n   x\n  y\n", 3, {"a": "x y\n"}),
        ("- a: x\n\n b: y\n", 3, [{"a": "x", "b": "y"}]),
        ('a:\n  b: ["x"]\n  c: "y"\n    d: ["z"]\n', 4, {"a": {"b": ["x"], "c": "y", "d": ["z"]}}),
        ("a: b\n- c\n", 2, None),
        ("- a\nb: c\n", 2, None),
        ("}", 1, None),
    ],
)
def test_lines_that_do_not_align(text: str, line: int, value: object) -> None:
    """A line out of place is read where the line above stands, so that the rest can be checked, too."""
    node, problems = read(text, FILE)
    assert [problem.position.line for problem in problems] == [line]
    assert problems[0].rule in ("lines-align", "items-align")
    assert (None if node is None else node.plain()) == value


def test_a_well_quoted_text_out_of_place_is_not_blamed_for_its_quotes() -> None:
    """The quotes fit; the line does not."""
    assert only('- a: "x"\n   b: "y" # well\n').rule == "lines-align"


@pytest.mark.parametrize("text", ["abc\ndef: x\n", "a:\n  first line\n  Note: second\n"])
def test_a_text_of_several_lines_with_a_colon(text: str) -> None:
    """The message names both readings: a colon too many below, or one too few above."""
    assert "or the line above lacks its colon" in only(text).message


def test_the_likely_repair_lets_reading_go_on() -> None:
    """One look shows every broken line, and what is wrong after them."""
    text = 'a: Note: one\nb: "say "x" y"\nc: [d\ne: f\ne: g\n'
    node, problems = read(text, FILE)
    assert [(problem.rule, problem.position.line) for problem in problems] == [
        ("colon-in-text", 1),
        ("quotes-match", 2),
        ("brackets-close", 3),
        ("key-once", 5),
    ]
    assert node is not None
    assert node.plain() == {"a": "Note: one", "b": 'say "x" y', "c": ["d"], "e": "f"}


def test_a_repaired_text_takes_its_other_lines_along() -> None:
    """A text over several lines is one text: only its first line is reported."""
    node, problems = read("a: Remember: rest\n  and walk\n\nb: c\n", FILE)
    assert node is not None
    assert node.plain() == {"a": "Remember: rest and walk", "b": "c"}
    assert len(problems) == 1


def test_a_mistake_without_a_place_is_put_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever yaml raises becomes a problem."""

    def fail(*_: object, **__: object) -> None:
        raise yaml.YAMLError("out of order")

    monkeypatch.setattr(yaml, "parse", fail)
    assert place(only("a")) == (1, 1)


def test_repairs_end() -> None:
    """A file of nothing but broken lines is given up after a while, not read a thousand times."""
    node, problems = read("".join(f"k{number}: a: b\n" for number in range(100)), FILE)
    assert node is None
    assert len(problems) == MOST_REPAIRS


def test_anchors_and_pointers_are_reported_where_they_stand() -> None:
    """A word that starts with & or * is never followed."""
    node, problems = read("- &x foo\n- *x\n", FILE)
    assert [(problem.rule, *place(problem)) for problem in problems] == [
        ("no-anchors", 1, 3),
        ("no-anchors", 2, 3),
    ]
    assert node is not None
    assert node.plain() == ["foo", ""]


@pytest.mark.parametrize("tag", ["!important", "!!python/object:os.system", "!!str"])
def test_types_are_reported_and_never_obeyed(tag: str) -> None:
    """A word that starts with ! builds nothing."""
    problem = only(f"a: {tag} x\n")
    assert (problem.rule, *place(problem)) == ("no-tags", 1, 4)


def test_an_anchored_list_is_reported_too() -> None:
    """Lists and fields can carry marks as well as texts."""
    assert only("a: &x\n  - b\n").rule == "no-anchors"


@pytest.mark.parametrize("text", ["{[a]: b}: c\n", "? [a]\n: b\n", "[a, b]: c\n"])
def test_the_name_of_a_field_is_text(text: str) -> None:
    """A list where a name must be is reported, and left out."""
    assert "key-is-text" in {problem.rule for problem in read(text, FILE)[1]}


def test_a_second_part_is_reported_once_and_not_read() -> None:
    """Three dashes end the file for this program."""
    node, problems = read("a: 1\n---\nb: 2\n---\nc: 3\n", FILE)
    assert node is not None
    assert node.plain() == {"a": 1}
    assert [(problem.rule, *place(problem)) for problem in problems] == [("one-part", 2, 1)]


def test_depth_is_bounded() -> None:
    """A file of brackets is refused in words, not with an exhausted stack."""
    node, problems = read("a: " + "[" * 900 + "]" * 900, FILE)
    assert node is None
    assert [problem.rule for problem in problems] == ["too-deep"]


@pytest.mark.parametrize(
    ("character", "level"),
    [
        ("\x1b", "error"),
        ("\x00", "error"),
        ("\x85", "error"),
        ("\u2028", "error"),
        ("\u202e", "error"),
        ("\ud800", "error"),
        ("\ufeff", "error"),
        ("\u200b", "warning"),
        ("\u00ad", "warning"),
    ],
)
def test_hidden_characters_have_a_place(character: str, level: str) -> None:
    """What cannot be seen is named by its number, in the right column, and never shown."""
    problem = only(f"a: 1\nb: x{character}y{character}\n")
    assert (problem.level, problem.rule, *place(problem)) == (level, "hidden-character", 2, 5)
    assert f"U+{ord(character):04X}" in problem.message
    assert character not in problem.excerpt
    assert problem.excerpt == "b: x\ufffdy\ufffd"


def test_columns_after_a_hidden_character_stay_true() -> None:
    """A later mistake in the same line is found at its own column."""
    _, problems = read("a: \x07x: y\n", FILE)
    assert [place(problem) for problem in problems] == [(1, 4), (1, 6)]


def test_joiners_and_accents_are_not_hidden_characters() -> None:
    """Persian, Indic scripts and emoji need the zero-width joiners."""
    assert value_of("a: نمی\u200cشود é 👩\u200d⚕\n") == {"a": "نمی\u200cشود é 👩\u200d⚕"}


def test_the_excerpt_is_the_line_as_it_stands() -> None:
    """Also where reading went on with a repaired line."""
    assert only("a: 1\nb: Note: x\n").excerpt == "b: Note: x"


def test_visible_lines_keep_their_length() -> None:
    """One character for one, so that a caret points right."""
    assert visible_lines("a\x1b[31mb\r\nc\u202ed") == ["a\ufffd[31mb", "c\ufffdd"]


def test_quoted_text_reads_back_as_one_line() -> None:
    """What is offered for pasting means the same text."""
    text = 'he said "no" \\ and\n  yes: no'
    assert value_of(f"a: {quoted(text)}") == {"a": 'he said "no" \\ and yes: no'}


@pytest.mark.parametrize(
    "text", ["{a: , b: }", "{a:   # later\n  , b: }", '{"a":, b: }', "[a: , {b: }]", "{a:\n  , b:\n}"]
)
def test_a_value_that_is_not_there_in_brackets_is_placed_at_its_name(text: str) -> None:
    """One reader would put it before the blank and the other behind it, and only one would see the remark."""
    node, problems = read(text, FILE)
    assert not problems
    assert node is not None
    parts = node.value if node.kind == "list" else [node]
    placed = [(part.value[name], part.keys[name]) for part in parts for name in part.value]
    assert len(placed) == 2
    for value, place_of_name in placed:
        assert value == Node(None, place_of_name, "nothing", is_bare=True)


@pytest.mark.parametrize("text", ["?", "? a", "- ?", "?\n#:", "[?,]", "{? }"])
def test_what_is_not_there_has_a_place_that_is(text: str) -> None:
    """A name behind a "?" has no value, and may be empty itself: both are placed in the text, with either reader."""
    node, problems = read(text, FILE)
    assert node is not None
    assert not problems
    fields = node.value[0] if node.kind == "list" else node
    ((name, value),) = fields.value.items()
    assert value.position == fields.keys[name]
    assert value.position.line == 1
    assert value.position.column <= len(text)


def test_places_inside_by_path() -> None:
    """A path leads to the name of a field or the item of a list; a wrong one to the last place on the way."""
    node, _ = read("a:\n  - b: x\n  - c\n", FILE)
    assert node is not None
    assert node.at(("a", 0, "b")) == Position(FILE, 2, 5)
    assert node.at(("a", 1)) == Position(FILE, 3, 5)
    assert node.at(("a", 7)) == node.at(("a",)) == Position(FILE, 1, 1)
    assert node.at(("z",)) == Position(FILE, 1, 1)


def test_places_inside_by_words() -> None:
    """A field is found by its name, a text by its words however they are spaced."""
    node, _ = read('- a: "one  two"\n- [x, [y]]\n', FILE)
    assert node is not None
    places = node.places()
    assert places["a"] == Position(FILE, 1, 6)
    assert places["one two"] == Position(FILE, 1, 6)
    assert places["y"] == Position(FILE, 2, 8)
    assert "nowhere" not in places


def test_plain_gives_ordinary_values() -> None:
    """A Node without places is what any YAML reader would give, but for the odd words."""
    assert Node([Node("x", Position(FILE), "text", "x")], Position(FILE), "list").plain() == ["x"]


@pytest.mark.parametrize("line_break", ["\x0b", "\x85", "\u2028"])
def test_a_line_break_of_a_word_processor_is_called_one(line_break: str) -> None:
    """A hidden character that changes how a text is shown would say nothing of why the lines became one."""
    problem = only(f'a: "one{line_break}two"\n')
    assert (problem.level, problem.rule, *place(problem)) == ("error", "hidden-character", 1, 8)
    assert "line break" in problem.message
    assert "press Enter" in problem.repair
