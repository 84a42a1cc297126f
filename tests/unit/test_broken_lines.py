"""Promises on lines that YAML cannot read: each slip of a staff member is named where it is, with its repair."""

from __future__ import annotations

import pytest

from chatbot.knowledge import Problem
from chatbot.knowledge_files.yaml_source import read

ENTRIES = """entries:
  - id: parking
    group: clinic
    title: "Where can I park?"
    answer: "Ask the front desk."
    questions:
      - "where do I leave my car"
      - "is there a garage"
  - id: toilets
    group: clinic
    title: "Where are the toilets?"
    answer: "Down the hall."
    questions:
      - "where is the bathroom"
"""


pytestmark = pytest.mark.usefixtures("either_loader")


def mistaken(right: str, wrong: str) -> str:
    """The entries with one slip in them, at its first place."""
    assert right in ENTRIES
    return ENTRIES.replace(right, wrong, 1)


def only(text: str) -> tuple[Problem, object]:
    """The one problem, and what was read all the same."""
    node, problems = read(text, "topics.yaml")
    assert len(problems) == 1, problems
    return problems[0], node and node.plain()


def what_is_right() -> object:
    node, problems = read(ENTRIES, "topics.yaml")
    assert not problems
    return node and node.plain()


@pytest.mark.parametrize(
    ("right", "wrong", "place", "pasted"),
    [
        ('title: "Where can I park?"', 'title: "Where can I park?', (4, 12), 'title: "Where can I park?"'),
        ('title: "Where can I park?"', "title: 'Where can I park?", (4, 12), 'title: "Where can I park?"'),
        ('title: "Where can I park?"', 'title: "Where can I park?”', (4, 12), 'title: "Where can I park?"'),
        ('- "where do I leave my car"', '- "where do I leave my car', (7, 9), '- "where do I leave my car"'),
        ('- "is there a garage"', '- "is there a garage', (8, 9), '- "is there a garage"'),
        ('- "where is the bathroom"', '- "where is the bathroom', (14, 9), '- "where is the bathroom"'),
    ],
)
def test_a_forgotten_closing_quote_is_found_in_its_own_line(
    right: str, wrong: str, place: tuple[int, int], pasted: str
) -> None:
    """Not in the correct line below, where YAML meets the next quote; the rest of the file is read."""
    problem, data = only(mistaken(right, wrong).replace("front desk", "front desk's man") + "# 'end\n")
    assert problem.rule == "quotes-match"
    assert (problem.position.line, problem.position.column) == place
    assert "is not closed" in problem.message
    assert problem.repair == f"close it: {pasted}"
    assert str(data).replace("front desk's man", "front desk").replace('"', "'") == str(what_is_right())


@pytest.mark.parametrize("remark", ["# our name", '# for example "Spine Clinic"', "# Ann's"])
def test_a_forgotten_closing_quote_before_a_remark(remark: str) -> None:
    """The quote belongs before the remark, whatever the remark quotes."""
    node, problems = read(f'name: "Our Clinic    {remark}\nphone: ""\n', "clinic.yaml")
    assert [problem.repair for problem in problems] == [f'close it: name: "Our Clinic"    {remark}']
    assert node is not None
    assert node.plain() == {"name": "Our Clinic", "phone": ""}


def test_quotes_inside_of_quotes_before_a_remark() -> None:
    """The remark stays outside of the quotes in the line to paste."""
    _, problems = read('phone: "one" or "two"  # for "now"\n', "clinic.yaml")
    assert [problem.repair.partition(": ")[2] for problem in problems] == [
        'phone: "\\"one\\" or \\"two\\""  # for "now"'
    ]


def test_two_texts_behind_one_dash() -> None:
    """Each is an item of its own; the same in a title is one text with quotes inside."""
    problem, _ = only(mistaken('- "is there a garage"', '- "is there a garage" "is it far"'))
    assert problem.repair == 'write it like this:\n- "is there a garage"\n- "is it far"'
    problem, _ = only(mistaken('"Where can I park?"', '"Where" "can I park?"'))
    assert "a backslash before" in problem.repair


@pytest.mark.parametrize(
    ("line", "pasted"),
    [
        ("- means: garage, say: [car house]", "- {means: garage, say: [car house]}"),
        ('reviewed: by: "A. Smith", on: 2026-11-22', 'reviewed: {by: "A. Smith", on: 2026-11-22}'),
        ('tests: should: ["garage?"]', 'tests: {should: ["garage?"]}'),
        ('- means: "garage", say: ["car house"]}', '- {means: "garage", say: ["car house"]}'),
    ],
)
def test_fields_that_share_a_line(line: str, pasted: str) -> None:
    """They stand in braces; the line to paste is right."""
    node, problems = read(f"{line}\n", "lexicon.yaml")
    assert [problem.repair for problem in problems] == [f"write it as: {pasted}"]
    right, none = read(f"{pasted}\n", "lexicon.yaml")
    assert not none
    assert node is not None
    assert right is not None
    assert node.plain() == right.plain()


@pytest.mark.parametrize(
    ("line", "pasted"),
    [
        ("related [parking, toilets]", "related: [parking, toilets]"),
        ("entries; [parking]", "entries: [parking]"),
        ('say: "is it far", "is it free"]', 'say: ["is it far", "is it free"]'),
        ('say: ["is it far\u201d, "is it free"]', 'say: ["is it far", "is it free"]'),
        ('say: ["is it far"; "is it free"]', 'say: ["is it far", "is it free"]'),
        ('broad: {say: [a, "b], offer: [c, d]}', 'broad: {say: [a, "b"], offer: [c, d]}'),
        ('reviewed: {by: "A. Smith, on: 2026-11-22}', 'reviewed: {by: "A. Smith", on: 2026-11-22}'),
        ('reviewed: {by: "A. Smith\u201d, on: 2026-11-22}', 'reviewed: {by: "A. Smith", on: 2026-11-22}'),
        ('reviewed: {by: "A. Smith"; on: 2026-11-22}', 'reviewed: {by: "A. Smith", on: 2026-11-22}'),
        ("related: [parking, toilets]]", "related: [parking, toilets]"),
        ('tests: {should: ["garage?"]]}', 'tests: {should: ["garage?"]}'),
        ('tests: {should: ["garage?"]}}', 'tests: {should: ["garage?"]}'),
        ('tests: {should ["garage?"], not: ["x"]}', 'tests: {should: ["garage?"], not: ["x"]}'),
        ('tests: {should: ["garage?"], not ["x"]}', 'tests: {should: ["garage?"], not: ["x"]}'),
        ('broad: {say: ["a" "b"], offer: [c]}', 'broad: {say: ["a", "b"], offer: [c]}'),
    ],
)
def test_a_slip_in_brackets_comes_with_the_right_line_to_paste(line: str, pasted: str) -> None:
    """What is missing is put in where it was meant, and the file is read as if it stood there."""
    node, problems = read(f"id: a\n{line}\n", "topics.yaml")
    assert [problem.repair.partition(": ")[2] for problem in problems] == [pasted]
    right, none = read(f"id: a\n{pasted}\n", "topics.yaml")
    assert not none
    assert node is not None
    assert right is not None
    assert node.plain() == right.plain()


@pytest.mark.parametrize("inside", ['by: ""A. Smith""', "by: @A. Smith", "by: A.: Smith"])
def test_what_no_repair_is_known_for_in_brackets(inside: str) -> None:
    """All of it in quotes would make a text of the fields."""
    _, (problem, *_) = read(f"reviewed: {{{inside}, on: 2026-11-22}}\n", "topics.yaml")
    assert (problem.rule, problem.repair) == ("brackets-hold", "put quotes around each text there")


@pytest.mark.parametrize("line", ["    answer: ", "    questions:"])
def test_a_field_at_the_left(line: str) -> None:
    """It is the one that does not stand with the others, not the lines below it, nor a heading that is missing."""
    problem, data = only(mistaken(line, line.lstrip(" ")))
    assert (problem.rule, problem.repair) == ("fields-align", "put 4 spaces before it")
    assert problem.excerpt.startswith(line.strip())
    assert data == what_is_right()


@pytest.mark.parametrize("slip", ["say: [b]", "\u2013 means: c\n  say: [d]"])
def test_a_small_file_whose_list_has_no_heading(slip: str) -> None:
    """A slip in it is no missing heading."""
    node, problems = read(f"- means: a\n{slip}\n", "follow-ups.yaml")
    assert [(problem.position.line, problem.repair) for problem in problems] == [
        (2, "put 2 spaces before it" if slip[0] == "s" else "write it as: - means: c")
    ]
    assert node is not None


def test_fields_in_braces_with_glued_colons() -> None:
    """A space is put behind each colon; the Python reader of YAML takes a list without it."""
    node, problems = read('- {means: "garage", say:["a: b"]}\n', "lexicon.yaml")
    assert {problem.repair for problem in problems} <= {'write it as: - {means: "garage", say: ["a: b"]}'}
    assert node is not None
    assert node.plain()[0] == {"means": "garage", "say": ["a: b"]}


@pytest.mark.parametrize("name", ["groups", "our-pets"])
@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", '  clinic:\n    title: "The clinic"\n'),
        ('other:\n  - "one"\n\n', '  clinic:\n    title: "The clinic"\n'),
        ('other:\n  - "one"\n\n', '  - "is it far"\n'),
    ],
)
def test_a_heading_without_its_colon(above: str, name: str, below: str) -> None:
    """At the start of a file or below a list, above fields or items: its name is one, whatever YAML takes it for."""
    node, problems = read(f"{above}{name}\n{below}", "topics.yaml")
    assert [problem.repair for problem in problems] == [f"{name}:"]
    assert node is not None
    assert name in node.plain()


def test_a_text_of_several_lines_is_not_taken_for_an_open_quote() -> None:
    """It goes on in the next line, moved in, and closes there; the mistake is elsewhere."""
    problem, _ = only(mistaken('"Ask the front desk."', '"Ask the\n      front desk." now'))
    assert problem.position.line == 6
    assert "is not closed" not in problem.message


def test_an_open_quote_far_above_is_not_blamed() -> None:
    """A text in quotes that reaches over lines like fields and closes well is not what YAML stopped at."""
    text = 'a: "one\nb: two"\nc: d\ne: f\n g: h\n'
    problem, _ = only(text)
    assert problem.position.line == 5


@pytest.mark.parametrize(
    ("right", "wrong", "rule", "place", "pasted"),
    [
        ("title: ", "title:", "field-has-colon", (4, 5), 'title: "Where can I park?"'),
        ("title: ", "title = ", "field-has-colon", (4, 5), 'title: "Where can I park?"'),
        ("title: ", "title ", "field-has-colon", (4, 5), 'title: "Where can I park?"'),
        ("title: ", "title\uff1a ", "field-has-colon", (4, 5), 'title: "Where can I park?"'),
        ("- id: parking", "- id:parking", "field-has-colon", (2, 5), '- id: "parking"'),
        ('- "is', '-"is', "item-has-dash", (8, 7), '- "is there a garage"'),
        ('- "is', '-- "is', "item-has-dash", (8, 7), '- "is there a garage"'),
        ('- "is', '\u2022 "is', "item-has-dash", (8, 7), '- "is there a garage"'),
        (
            '- "is there a garage"',
            "\u2013 is there a garage",
            "item-has-dash",
            (8, 7),
            '- "is there a garage"',
        ),
        ("- id: toilets", "\u2014 id: toilets", "entry-has-dash", (9, 3), "- id: toilets"),
        ("- id: parking", "\u2022 id: parking", "entry-has-dash", (2, 3), "- id: parking"),
        ("- id: parking", "1. id: parking", "entry-has-dash", (2, 3), "- id: parking"),
        ("- id: parking", "-id: parking", "entry-has-dash", (2, 3), "- id: parking"),
        ("- id: parking", "a) id: parking", "entry-has-dash", (2, 3), "- id: parking"),
        ('- "is', 'o "is', "item-has-dash", (8, 7), '- "is there a garage"'),
        ('- "is', '\uf0b7 "is', "item-has-dash", (8, 7), '- "is there a garage"'),
        ("title: ", "title, ", "field-has-colon", (4, 5), 'title: "Where can I park?"'),
        ("title: ", "title \u2013 ", "field-has-colon", (4, 5), 'title: "Where can I park?"'),
        ("- id: toilets", "- id; toilets", "field-has-colon", (9, 5), '- id: "toilets"'),
        ('- "is', '2. "is', "item-has-dash", (8, 7), '- "is there a garage"'),
        ("- id: parking", "- id parking", "field-has-colon", (2, 5), '- id: "parking"'),
        ("- id: toilets", "- id toilets", "field-has-colon", (9, 5), '- id: "toilets"'),
        ('title: "Where can', 'title; "Where can', "field-has-colon", (4, 5), 'title: "Where can I park?"'),
        ('park?"', 'park?",', "quotes-match", (4, 31), 'title: "Where can I park?"'),
        ('- "is', '-\t"is', "no-tabs", (8, 8), '- "is there a garage"'),
    ],
)
def test_a_slip_at_a_dash_or_a_colon_comes_with_the_right_line_to_paste(
    right: str, wrong: str, rule: str, place: tuple[int, int], pasted: str
) -> None:
    """The space after it forgotten, a bullet of a word processor, a sign that only looks like it."""
    problem, data = only(mistaken(right, wrong))
    assert (problem.rule, problem.position.line, problem.position.column) == (rule, *place)
    assert problem.repair.endswith(f": {pasted}")
    assert data == what_is_right()


def test_tabs_all_over_a_file_are_one_problem() -> None:
    """The first of them is pointed at, and reading goes on as if all were spaces."""
    problem, data = only(ENTRIES.replace("    ", "\t"))
    assert (problem.rule, problem.position.line, problem.position.column) == ("no-tabs", 3, 1)
    assert problem.message == "this line is moved in with a tab, and 10 more below"
    assert "replace all tabs of a file at once" in problem.repair
    assert data == what_is_right()


def test_curly_quotes_around_a_text_with_a_colon_are_replaced() -> None:
    """A repair that kept them would show them to patients; two quoted words in a sentence stay as they are."""
    problem, data = only(mistaken('"Ask the front desk."', "\u201cParking: ask the front desk.\u201d"))
    assert problem.repair == 'put quotes around the text: answer: "Parking: ask the front desk."'
    assert "Parking: ask the front desk." in str(data)
    assert "\u201c" not in str(data)
    problem, _ = only(mistaken('"Ask the front desk."', "\u201cIn\u201d: the left door, \u201cOut\u201d"))
    assert problem.repair.endswith('answer: "\u201cIn\u201d: the left door, \u201cOut\u201d"')


def test_a_name_without_its_colon_may_stand_above_its_text() -> None:
    """The text in quotes below it is its own, and no second part of the line above."""
    problem, data = only(mistaken('answer: "Ask the front desk."', 'answer\n      "Ask the front desk."'))
    assert (problem.rule, problem.repair) == ("field-has-colon", "answer:")
    assert "'answer': 'Ask the front desk.'" in str(data)


def test_the_rest_of_a_deleted_line_need_not_belong_to_the_line_above() -> None:
    """One word alone is most likely what is left of a field; more words are the second part of a pasted text."""
    problem, _ = only(mistaken('answer: "Ask the front desk."', "answ"))
    assert problem.repair.splitlines()[0] == (
        'where it is the rest of a deleted line, delete it or write the line again: answ: "..."'
    )
    problem, _ = only(mistaken('answer: "Ask the front desk."', "at the desk"))
    assert problem.repair.startswith("where it belongs to the text above")


@pytest.mark.parametrize(
    ("written", "repair"),
    [
        ('"9 to 5" daily', 'put the quotes around all of it: title: "9 to 5 daily"'),
        ('"Is "it" far?"', 'put a backslash before each quote inside the text: title: "Is \\"it\\" far?"'),
        (
            '"Where" can I "park"?',
            'put quotes around all of it, and a backslash before those inside: title: "\\"Where\\" can I \\"park\\"?"',
        ),
        ("'Where's the lot?'", 'put double quotes around it: title: "Where\'s the lot?"'),
        ('"one", "two"', 'put brackets around them: title: ["one", "two"]'),
    ],
)
def test_a_text_that_goes_on_behind_its_closing_quote(written: str, repair: str) -> None:
    """What stands in the repair is what it was meant to say, with none of its quotes lost."""
    problem, _ = only(mistaken('"Where can I park?"', written))
    assert (problem.rule, problem.position.line, problem.repair) == ("quotes-match", 4, repair)


def test_two_items_in_one_line() -> None:
    """One line each."""
    problem, data = only(mistaken('"is there a garage"', '"is there a garage", "or a \\"lot\\""'))
    assert problem.repair == 'write it like this:\n- "is there a garage"\n- "or a \\"lot\\""'
    assert "where is the bathroom" in str(data)


@pytest.mark.parametrize("lines", [(7,), (8,), (7, 8)])
def test_the_dash_of_an_item_forgotten(lines: tuple[int, ...]) -> None:
    """Of the first, of another or of each: it is no part of the text above."""
    written = ENTRIES.split("\n")
    for number in lines:
        written[number - 1] = written[number - 1].replace("- ", "")
    node, problems = read("\n".join(written), "topics.yaml")
    assert [(problem.rule, problem.position.line) for problem in problems] == [
        ("item-has-dash", line) for line in lines
    ]
    assert [problem.repair for problem in problems] == [
        f"write it as: - {written[line - 1].strip()}" for line in lines
    ]
    assert node is not None
    assert node.plain() == what_is_right()


def test_asterisks_for_dashes() -> None:
    """YAML takes them for pointers; they are bullets."""
    _, problems = read(ENTRIES.replace("      - ", "      * "), "topics.yaml")
    assert [problem.rule for problem in problems] == ["item-has-dash"] * 3
    assert problems[0].repair == 'write it as: - "where do I leave my car"'


@pytest.mark.parametrize("second", [', ["c"]', ' ["c"]', '\n  ["c"]'])
def test_two_lists_in_one_field(second: str) -> None:
    """They are made one, whether the second stands behind the first or below."""
    node, problems = read(f'home: ["a", "b"]{second}\noutside: []\n', "lexicon.yaml")
    assert [(problem.rule, problem.position.line) for problem in problems] == [("one-list", 1)]
    assert problems[0].repair == 'make one of them: home: ["a", "b", "c"]'
    assert node is not None
    assert node.plain() == {"home": ["a", "b", "c"], "outside": []}


def test_brackets_over_several_lines_are_read_as_one() -> None:
    """The lines below keep their numbers."""
    text = 'a:\n  - [one,\n     "two"\n  - three\nb: c: d\n'
    node, problems = read(text, "lexicon.yaml")
    assert [(problem.rule, problem.position.line) for problem in problems] == [
        ("brackets-close", 2),
        ("colon-in-text", 5),
    ]
    assert problems[0].repair == 'close it: - [one, "two"]'
    assert node is not None
    assert node.plain() == {"a": [["one", "two"], "three"], "b": "c: d"}


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("    title", "\u00a0\u00a0\u00a0\u00a0title", (4, 1)),
        ("    title", "   \u00a0title", (4, 4)),
        ("title: ", "title:\u00a0", (4, 11)),
        ('- "is', '-\u202f"is', (8, 8)),
        ('- "is', '-\u3000"is', (8, 8)),
        ('title: "Where can I park?"', 'title: "Where can I park?"\u00a0', (4, 31)),
        ('title: "Where can I park?"', 'title: "Where can I park?"\u00a0# a remark', (4, 31)),
        ("    title", "    \u00a0\n    title", (4, 5)),
        ("    title", "\u00a0\n    title", (4, 1)),
    ],
)
def test_a_blank_pasted_from_a_word_processor_is_named(
    right: str, wrong: str, place: tuple[int, int]
) -> None:
    """The line looks perfect on the screen, so its character is named, at its place."""
    problem, data = only(mistaken(right, wrong))
    assert (problem.rule, problem.position.line, problem.position.column) == ("spaces-are-plain", *place)
    blank = next(character for character in wrong if character != " " and character.isspace())
    assert f"U+{ord(blank):04X}" in problem.message
    assert ("non-breaking" in problem.message) == ("\u3000" not in wrong)
    assert "space bar" in problem.repair
    assert data == what_is_right()


@pytest.mark.parametrize(("right", "wrong"), [("    ", "\u00a0\u00a0\u00a0\u00a0"), ('"\n', '"\u00a0\n')])
def test_such_blanks_all_over_a_file_are_one_problem(right: str, wrong: str) -> None:
    """As tabs are: whoever pastes a whole file is told once, and sees what else is wrong in it."""
    problem, data = only(ENTRIES.replace(right, wrong))
    assert problem.rule == "spaces-are-plain"
    assert "more lines" in problem.message
    assert "replace all" in problem.repair
    assert data == what_is_right()


def test_a_blank_inside_a_text_is_none_of_our_business() -> None:
    """A non-breaking space between words is good typography."""
    node, problems = read(mistaken("front desk", "front\u00a0desk"), "topics.yaml")
    assert node is not None
    assert not problems


@pytest.mark.parametrize(
    ("written", "at", "pasted"),
    [
        (r"Drive to C:\park now.", r"\park", r"Drive to C:\\park now."),
        (r"Use \x here.", r"\x", r"Use \\x here."),
        (r"A \"C:\park\" and \\ too.", r"\park", r"A \"C:\\park\" and \\ too."),
    ],
)
def test_a_backslash_in_double_quotes(written: str, at: str, pasted: str) -> None:
    """It is named, and the line to paste has two."""
    problem, _ = only(mistaken("Ask the front desk.", written))
    assert (problem.rule, problem.position.line) == ("backslash-in-quotes", 5)
    assert problem.position.column == problem.excerpt.index(at) + 1
    assert problem.repair == f'write it twice: answer: "{pasted}"'


@pytest.mark.parametrize(
    "wrong", ["    - id: toilets", " - id: toilets", "- id: toilets", "     -  id: toilets"]
)
def test_one_entry_moved_in_wrongly_is_one_problem(wrong: str) -> None:
    """And not one for each field that would stand twice."""
    problem, data = only(mistaken("  - id: toilets", wrong))
    assert (problem.rule, problem.position.line) == ("lines-align", 9)
    assert problem.repair == "put 2 spaces before the dash, as in the entry before"
    assert data == what_is_right()


@pytest.mark.parametrize(
    ("right", "wrong", "rule", "place", "spaces"),
    [
        ('      - "where do', '     - "where do', "items-align", (7, 6), 6),
        ('      - "where do', '       - "where do', "items-align", (7, 8), 6),
        ('      - "is there', '     - "is there', "items-align", (8, 6), 6),
        ("    title:", "     title:", "fields-align", (4, 6), 4),
        ("    answer:", "   answer:", "fields-align", (5, 4), 4),
        ("    answer:", "      answer:", "fields-align", (5, 7), 4),
    ],
)
def test_the_line_that_is_moved_in_wrongly_is_blamed(
    right: str, wrong: str, rule: str, place: tuple[int, int], spaces: int
) -> None:
    """Not its neighbour, where YAML noticed; and the caret stands under its start."""
    problem, data = only(mistaken(right, wrong))
    assert (problem.rule, problem.position.line, problem.position.column) == (rule, *place)
    assert problem.repair.startswith(f"put {spaces} spaces before")
    assert data == what_is_right()


def test_a_line_of_dots_ends_the_file() -> None:
    """The entry below it is right."""
    problem, data = only(mistaken("  - id: toilets", "...\n  - id: toilets"))
    assert (problem.rule, problem.position.line, problem.repair) == ("one-part", 9, "delete the line ...")
    assert data == what_is_right()


@pytest.mark.parametrize("spaces", [0, 1, 4])
def test_a_whole_entry_pasted_in_another_column_is_one_problem(spaces: int) -> None:
    """All of its lines move along."""
    first, start, entry = ENTRIES.partition("  - id: toilets\n")
    moved = "".join(f"{' ' * spaces}{line[2:]}\n" for line in (start + entry).splitlines())
    problem, data = only(first + moved)
    assert (problem.rule, problem.position.line) == ("lines-align", 9)
    assert "the other lines of this entry" in problem.repair
    assert data == what_is_right()


def test_the_dash_before_the_first_id_forgotten() -> None:
    """YAML stops at the second entry; the first is to blame."""
    problem, data = only(mistaken("  - id: parking", "    id: parking"))
    assert (problem.rule, problem.position.line, problem.position.column) == ("entry-has-dash", 2, 5)
    assert problem.repair == "write it as: - id: parking"
    assert data == what_is_right()


@pytest.mark.parametrize("spaces", [2, 4])
def test_the_dash_before_another_id_forgotten(spaces: int) -> None:
    """The fields of two entries run into one; that is one problem, and not one for each field."""
    problem, _ = only(mistaken("  - id: toilets", f"{' ' * spaces}id: toilets"))
    assert (problem.rule, problem.position.line, problem.position.column) == ("entry-has-dash", 9, spaces + 1)
    assert problem.repair == "write it as: - id: toilets"


def test_the_line_entries_forgotten() -> None:
    """The list has no beginning, which is said, with the line that is missing."""
    problem, _ = only(ENTRIES.replace("entries:", 'groups:\n  clinic:\n    title: "T"'))
    assert problem.position.line == 4
    assert problem.repair.endswith("\nentries:")


@pytest.mark.parametrize(
    ("answer", "joined"),
    [
        ("Ask.", 'answer: "Ask. The garage closes at nine. On Sundays at six."'),
        ('"Ask."', 'answer: "Ask. The garage closes at nine. On Sundays at six."'),
        (
            r'"Ask \"C:\\park\"."',
            r'answer: "Ask \"C:\\park\". The garage closes at nine. On Sundays at six."',
        ),
        ("'It''s near.'", 'answer: "It\'s near. The garage closes at nine. On Sundays at six."'),
    ],
)
def test_a_second_paragraph_pasted_below_a_text(answer: str, joined: str) -> None:
    """The repair puts all of it into one text, and the rest of the file is read."""
    pasted = f"{answer}\nThe garage closes at nine.\nOn Sundays at six."
    problem, data = only(mistaken('"Ask the front desk."', pasted))
    assert (problem.rule, problem.position.line) == ("field-has-colon", 6)
    assert problem.repair.endswith(joined)
    assert "where is the bathroom" in str(data)


def test_two_versions_put_together_by_a_program() -> None:
    """The marks it leaves are named for what they are."""
    problem, _ = only(mistaken("  - id: toilets", "<<<<<<< HEAD\n  - id: toilets"))
    assert (problem.rule, problem.position.line) == ("no-marks-of-merging", 9)
    assert "name:" not in problem.repair


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("|\n    Ask the\n    front desk.", (5, 13)),
        (">-\n  Ask the\n  front desk.", (5, 13)),
        ("|\n\nAsk the front desk.", (5, 13)),
    ],
)
def test_a_text_below_its_mark_that_is_not_moved_in(written: str, place: tuple[int, int]) -> None:
    """It is no line without a colon and no empty answer, and the mark is no part of it."""
    problem, data = only(mistaken('"Ask the front desk."', written))
    assert (problem.rule, problem.position.line, problem.position.column) == ("text-moved-in", *place)
    assert problem.repair.endswith('answer: "Ask the front desk."')
    assert data == what_is_right()


@pytest.mark.parametrize("written", ["``Ask the front desk.''", "`Ask the front desk.\u00b4"])
def test_quotes_of_another_keyboard_are_left_out_of_the_line_to_paste(written: str) -> None:
    """Patients would read them."""
    problem, data = only(mistaken('"Ask the front desk."', written))
    assert problem.repair.endswith('answer: "Ask the front desk."')
    assert data == what_is_right()


@pytest.mark.parametrize("mark", ["''", '""', '"""'])
def test_too_many_quotes_at_each_end(mark: str) -> None:
    """Two single ones look like a double one; neither belongs to the text."""
    problem, data = only(mistaken('"Ask the front desk."', f"{mark}Ask the front desk.{mark}"))
    assert problem.repair == 'write one double quote at each end: answer: "Ask the front desk."'
    assert data == what_is_right()


def test_a_word_in_single_quotes_at_the_start_of_a_text() -> None:
    """The quotes are its author's; an apostrophe further on closes nothing."""
    problem, _ = only(mistaken('"Ask the front desk."', "'Ask' the front desk."))
    assert problem.repair == """put double quotes around it: answer: "'Ask' the front desk." """.strip()
    problem, _ = only(mistaken('"Ask the front desk."', "'It isn't the front desk."))
    assert problem.repair == """put double quotes around it: answer: "It isn't the front desk." """.strip()


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [("entries:\n", "```yaml\nentries:\n", 1), ("  - id: toilets", "```\n  - id: toilets", 9)],
)
def test_the_mark_of_a_page_that_was_copied_from(right: str, wrong: str, line: int) -> None:
    """Pages and chat assistants put three back quotes around what they show; they are deleted, not quoted."""
    problem, data = only(mistaken(right, wrong))
    assert (problem.rule, problem.position.line, problem.repair) == (
        "no-marks-of-pages",
        line,
        "delete this line",
    )
    assert data == what_is_right()


@pytest.mark.parametrize("column", [6, 12])
@pytest.mark.parametrize("texts", [("Ask the", "front desk."), ("Ask", "the front", "desk.")])
def test_quotes_around_each_line_of_a_text(texts: tuple[str, ...], column: int) -> None:
    """It is one text, and no list that lacks its dashes."""
    lines = f"\n{' ' * column}".join(f'"{text}"' for text in texts)
    problem, data = only(mistaken('"Ask the front desk."', lines))
    assert (problem.rule, problem.position.line, problem.position.column) == ("quotes-match", 5, 13)
    assert problem.repair == 'make one line of all: answer: "Ask the front desk."'
    assert data == what_is_right()
