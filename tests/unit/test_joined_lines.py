"""Promises on lines that have run into one, and on lists beside their names: the advice, followed, mends the file."""

from __future__ import annotations

import pytest

from chatbot.knowledge import Problem
from chatbot.knowledge_files.yaml_source import read
from tests.unit.test_broken_lines import mistaken, what_is_right

pytestmark = pytest.mark.usefixtures("either_loader")


def first(text: str) -> Problem:
    """The first problem of a file of entries."""
    return read(text, "topics.yaml")[1][0]


def parted(text: str, problem: Problem) -> str:
    """The file once somebody has written each of the lines that the repair shows in its own line."""
    lines = text.split("\n")
    number = problem.position.line - 1
    line = lines[number]
    indent = " " * (len(line) - len(line.lstrip()))
    shown = problem.repair.split("\n")[1:]
    fields = f"{indent}  " if shown[0].startswith("- id") else indent
    lines[number : number + 1] = [
        f"{indent if one.startswith('- ') or shown[0] == one else fields}{one}" for one in shown
    ]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('park?"\n    answer', 'park?" answer'),
        ('park?"\n    answer', 'park?"answer'),
        ('park?"\n    answer', 'park?", answer'),
        ("group: clinic\n    title", "group: clinic title"),
        ("id: parking\n    group", "id: parking group"),
        ('car"\n      - "is', 'car" - "is'),
        ('car"\n      - "is', 'car", - "is'),
        ('desk."\n    questions:', 'desk." questions:'),
    ],
)
def test_two_lines_that_have_run_into_one(right: str, wrong: str) -> None:
    """A line break was deleted: both lines are shown, and no quotes are asked for around all of it."""
    text = mistaken(right, wrong)
    problem = first(text)
    assert (problem.rule, problem.message) == ("one-a-line", "2 lines have run into one here")
    mended, problems = read(parted(text, problem), "topics.yaml")
    assert not problems
    assert mended is not None
    assert mended.plain() == what_is_right()


def test_three_lines_that_have_run_into_one() -> None:
    """All of them are shown; what the line holds in brackets stays as it is."""
    problem = first('entries:\n  - id: a\n    related: [b, c] tests: {should: ["d"]} source: "e"\n')
    assert problem.repair.split("\n")[1:] == ["related: [b, c]", 'tests: {should: ["d"]}', 'source: "e"']


def test_two_settings_in_one_line() -> None:
    """clinic.yaml has names of its own, and a remark stays behind its setting."""
    problem = read('name: "Our Clinic" surgeon: "Dr. Smith"  # ours\n', "clinic.yaml")[1][0]
    assert problem.repair.split("\n")[1:] == ['name: "Our Clinic"', 'surgeon: "Dr. Smith"  # ours']


@pytest.mark.parametrize(
    "line",
    ["answer: Ask: the title: yes", 'answer: "Ask" the title: "yes"', "answer: the short answer: yes"],
)
def test_a_text_that_only_names_a_field(line: str) -> None:
    """A colon in a sentence is no second field: the text wants quotes."""
    problem = first(f"entries:\n  - id: a\n    {line}\n")
    assert problem.rule in ("colon-in-text", "quotes-match")
    assert "quotes around" in problem.repair


@pytest.mark.parametrize(
    ("right", "wrong", "shown"),
    [
        ('questions:\n      - "where do', 'questions: - "where do', '- "where do I leave my car"'),
        ('questions:\n      - "where is', 'questions: - "where is', '- "where is the bathroom"'),
        ("entries:\n  - id", "entries: - id", "- id: parking"),
    ],
)
def test_the_first_item_in_the_line_of_its_heading(right: str, wrong: str, shown: str) -> None:
    """It belongs below, and nothing else is wrong with the list."""
    _, problems = read(mistaken(right, wrong), "topics.yaml")
    (problem,) = problems
    assert problem.rule == "one-a-line"
    assert problem.repair.split("\n")[1:] == [right.partition("\n")[0], f"  {shown}"]


def test_a_text_that_starts_with_a_dash_wants_quotes() -> None:
    """Only what is in quotes or in braces is an item behind a heading."""
    assert first("entries:\n  - id: a\n    answer: - ask the desk\n").rule == "quotes-needed"


def test_a_list_that_starts_left_of_its_name() -> None:
    """One place for the whole list, with the column that is right."""
    text = mistaken(
        '      - "where do I leave my car"\n      - "is there a garage"',
        '   - "where do I leave my car"\n   - "is there a garage"',
    )
    node, problems = read(text, "topics.yaml")
    (problem,) = problems
    assert problem.message == "this list starts farther left than its name"
    assert problem.repair == "put 6 spaces before the dash, and before those of all items of this list"
    assert node is not None
    assert node.plain() == what_is_right()


@pytest.mark.parametrize("spaces", [5, 7, 8, 12])
def test_a_field_far_beside_the_others(spaces: int) -> None:
    """Below a text in quotes nothing can be moved in, however far: the column of the others is named."""
    text = mistaken('    answer: "Ask', f'{" " * spaces}answer: "Ask')
    problem = first(text)
    assert (problem.rule, problem.repair) == ("fields-align", "put 4 spaces before it")


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ('    questions\n      - "where"\n      - "is there"\n', "questions:"),
        ('    reviewed\n      by: "A. Smith"\n', "reviewed:"),
        ("    related\n      - b\n", "related:"),
    ],
)
@pytest.mark.parametrize(
    "above", ['answer: "Ask."', "related: [b, c]", 'tests: {should: ["d"]}', "source: the desk"]
)
def test_a_name_without_its_colon_above_its_list(above: str, lines: str, name: str) -> None:
    """Whatever stands above it: it is not taken for the rest of that text."""
    problem = first(f"entries:\n  - id: a\n    {above}\n{lines}")
    assert (problem.message, problem.repair) == ("the colon after the name is missing", name)


def test_a_group_without_its_colon() -> None:
    """As a field of an entry: what is moved in below a word alone belongs to it."""
    text = 'groups:\n  clinic\n    title: "About the clinic"\n'
    assert first(text).repair == "clinic:"


def test_a_line_of_another_form_of_file() -> None:
    """A name in quotes and a comma at the end, as programs write them."""
    problem = first(mistaken('title: "Where can I park?"', '"title": "Where can I park?",'))
    assert problem.repair == 'write it as: title: "Where can I park?"'


@pytest.mark.parametrize("wrong", ['""Where can I park?"', '"Where can I park?""'])
def test_a_quote_too_many_at_one_end(wrong: str) -> None:
    """It is left out: nobody meant a quote to be read there."""
    problem = first(mistaken('"Where can I park?"', wrong))
    assert problem.repair == 'write one double quote at each end: title: "Where can I park?"'


def test_a_line_in_braces_without_its_dash() -> None:
    """The first of a list, of which YAML only complains at the second."""
    text = 'words:\n  {means: "garage", say: ["car house"]}\n  - {means: "ticket", say: ["slip"]}\n'
    problem = read(text, "lexicon.yaml")[1][0]
    assert problem.position.line == 2
    assert problem.repair == 'write it as: - {means: "garage", say: ["car house"]}'
