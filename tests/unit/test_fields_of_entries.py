"""Fields of an entry and their shapes: what is missing, unknown or of another shape, and the nearest that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.bases import entries, write
from tests.support.loading import loaded, only, place, problems_of

pytestmark = pytest.mark.usefixtures("built_in")


def test_missing_fields_are_all_named(base: Path) -> None:
    """An empty entry lists what it needs, at its place."""
    problems = problems_of(write(base, faq="entries:\n  - group:\n"))
    (needed,) = [problem for problem in problems if problem.rule == "field-needed"]
    assert set(needed.message.split('"')[1::2]) == {"id", "title", "answer", "source", "questions"}
    assert {place(problem)[:2] for problem in problems} == {("faq.yaml", 2)}


@pytest.mark.parametrize("questions", ["", "[]"])
def test_an_entry_needs_questions(base: Path, questions: str) -> None:
    """An entry without questions could never be found."""
    text = f"- id: a\n  title: A\n  answer: A\n  source: A\n  questions: {questions}\n"
    assert only(write(base, faq=text)).rule == "field-needed"


@pytest.mark.parametrize(
    ("line", "rule", "message"),
    [
        ("more: no", "more-is-text", "the truth value False"),
        ("more: 5", "more-is-text", "a number"),
        ("more: 2026-11-22", "more-is-text", "a date"),
        ("more: [a]", "more-is-text", "a list"),
        ("more: {Note: x}", "more-is-text", "a set of fields"),
        ("more:", "text-not-empty", "is empty"),
        ("short: ' '", "", ""),
        ("group: ", "text-not-empty", "is empty"),
        ("relatd: [b]", "field-known", '"relatd"'),
        ("related: b", "related-is-list", "is a text, not a list"),
        ("related: [no]", "id-is-text", "the truth value False"),
        ("related: ['']", "text-not-empty", "is empty"),
        ("related: [nobody]", "entry-exists", '"nobody"'),
        ("related: [a]", "related-is-another", "itself"),
        ("group: causes", "group-exists", '"causes"'),
        ("tests: [a]", "tests-is-fields", "is a list"),
        ("tests: {should: x}", "should-is-list", "is a text"),
        ("tests: {must: [x]}", "field-known", '"must"'),
        ("reviewed: yesterday", "review-is-fields", "is a text"),
        ("reviewed: {by: X, on: soon}", "review-has-day", '"soon"'),
        ("reviewed: {by: X, on: 2026-13-40}", "review-has-day", "2026-13-40"),
        ("reviewed: {by: X}", "field-needed", '"on"'),
        ("reviewed:", "", ""),
        ("more: 'costs {price}'", "setting-known", '"{price}"'),
        ("more: 'call {phone}'", "setting-is-set", "{phone}"),
        ("more: 'call [[us'", "brackets-close", "double square bracket"),
        (r'more: "\e[31mred"', "hidden-character", "U+001B"),
        (r'more: "a\rb\u202e"', "hidden-character", "U+202E"),
        ("more: '" + "x" * 6001 + "'", "text-fits", "6001 characters; at most 6000"),
        ("short: '" + "x" * 401 + "'", "text-fits", "401 characters"),
    ],
)
def test_one_doubtful_field(base: Path, line: str, rule: str, message: str) -> None:
    """Each mistake in a field is named in an editor's words, in its own line."""
    problems = problems_of(write(base, faq=entries("a", "b", b="", a=line)))
    assert [problem.rule for problem in problems] == ([rule] if rule else [])
    for problem in problems:
        assert message in problem.message
        assert place(problem)[:2] == ("faq.yaml", 9)
        assert line.partition(":")[0] in problem.excerpt


@pytest.mark.parametrize(
    ("line", "example"),
    [
        ("reviewed: yes", 'reviewed: {by: "A. Smith", on: 2026-01-31}'),
        ("tests: [garage]", 'tests: {should: ["a question"], not: ["another question"]}'),
    ],
)
def test_a_part_of_the_wrong_shape_comes_with_an_example_of_the_right_one(
    base: Path, line: str, example: str
) -> None:
    """The example is that part, and it loads."""
    problem = only(write(base, faq=entries("a", a=line)))
    assert problem.repair == f"write it like this:\n{example}"
    loaded(write(base, faq=entries("a", a=example)))


def test_spaces_forgotten_after_colons_inside_braces(base: Path) -> None:
    """One problem for each, with its repair, and none for a field that would be missing then."""
    problems = problems_of(write(base, faq=entries("a", a='reviewed: {by:"A. Smith", on:2026-01-31}')))
    assert [problem.repair for problem in problems] == [
        'write it as: by: "A. Smith"',
        "write it as: on: 2026-01-31",
    ]


@pytest.mark.parametrize("written", ['{by "A. Smith", on: 2026-01-31}', '{by: "A. Smith", on 2026-01-31}'])
def test_a_colon_forgotten_inside_braces(base: Path, written: str) -> None:
    """It is no field of another name, and the field is not missing."""
    problem = only(write(base, faq=entries("a", a=f"reviewed: {written}")))
    assert problem.rule == "field-has-colon"
    assert problem.repair in ('write it as: by: "A. Smith"', "write it as: on: 2026-01-31")


def test_the_parts_of_a_review_beside_its_name(base: Path) -> None:
    """They are to be moved in, not to be deleted."""
    text = "reviewed:\nby: A\non: 2026-01-31"
    problems = problems_of(write(base, faq=entries("a", a=text)))
    assert [problem.message.split('"')[1] for problem in problems] == ["by", "on"]
    assert all("it belongs to reviewed: move it in below that line" in one.repair for one in problems)


@pytest.mark.parametrize("written", ["b]", "(b)", "{b}", "[b]]", "b ]"])
def test_brackets_around_a_list_that_do_not_fit(base: Path, written: str) -> None:
    """The list to paste has none of them inside of its quotes, and loads."""
    problem = only(write(base, faq=entries("a", "b", a=f"related: {written}")))
    line = problem.repair.partition("related: ")[2]
    assert line in ('["b"]', "[b]")
    loaded(write(base, faq=entries("a", "b", a=f"related: {line}")))


def test_an_item_between_brackets_is_shown_without_a_dash(base: Path) -> None:
    """A dash there would break the line."""
    (problem,) = problems_of(write(base, faq=entries("a", a="tests: {should: [yes]}")))
    assert problem.repair == 'put quotes around it: "yes"'


def test_sentences_in_a_list_become_one_text(base: Path) -> None:
    """They stand behind each other, without a comma after a full stop."""
    text = entries("a").replace(
        'answer: "The answer on a."', "answer:\n      - Ask the desk.\n      - It is free."
    )
    problem = only(write(base, faq=text))
    assert problem.repair == 'put quotes around it: answer: "Ask the desk. It is free."'


def test_a_colon_too_many(base: Path) -> None:
    """The text counts as that field's."""
    problem = only(write(base, faq=entries("a").replace("answer:", "answer::")))
    assert (problem.rule, *place(problem)) == ("field-has-colon", "faq.yaml", 4, 5)
    assert problem.message == "there is one colon too many"
    assert problem.repair == 'write it as: answer: "The answer on a."'
    problem = only(write(base, faq=entries("a", "b", a="related:: [b]")))
    assert problem.repair == "delete one of the two colons"


def test_groups_written_as_a_list(base: Path) -> None:
    """One problem with an example, and no word of groups that do not exist."""
    faq = "groups:\n  - id: clinic\n    title: Clinic\n" + entries("a", a="group: clinic")
    problem = only(write(base, faq=faq))
    assert problem.rule == "list-of-groups-is-fields"
    loaded(write(base, faq=problem.repair.partition("\n")[2] + "\n" + entries("a", a="group: clinic")))


def test_the_example_of_the_style_guide(base: Path) -> None:
    """A bare no where an answer must be: place, excerpt, cause and the line to paste."""
    problem = only(write(base, faq='- id: a\n  title: A\n  answer: no\n  source: "S"\n  questions: [x]\n'))
    assert problem[3:] == (
        "this answer is the truth value False, not text",
        "YAML reads a bare no, yes, on or off as true or false.",
        'put quotes around it: answer: "no"',
        "  answer: no",
    )
    assert place(problem) == ("faq.yaml", 3, 11)


def test_a_colon_in_a_question(base: Path) -> None:
    """A question that YAML took for a field is put back together in the repair."""
    text = "- id: a\n  title: A\n  answer: A\n  source: S\n  questions:\n  - Is it true: bone heals\n  - no\n"
    problems = problems_of(write(base, faq=text))
    assert [problem.rule for problem in problems] == ["question-is-text"] * 2
    assert problems[0].repair == 'put quotes around it: - "Is it true: bone heals"'
    assert problems[1].repair == 'put quotes around it: - "no"'


@pytest.mark.parametrize("name", ["Opening Hours", "Opening", "\u201copening\u201d", "\u00f6pening"])
def test_an_id_that_is_wrong_is_wrong_once(base: Path, name: str) -> None:
    """Who names the entry as it will be called, or as it is, is not told that there is none."""
    faq = entries("a", "b", a="related: [opening]", b="related: [walking-stick]").replace(
        "id: b", f"id: {name}"
    )
    rules = [(problem.rule, problem.position.line) for problem in problems_of(write(base, faq=faq))]
    assert rules == [("id-is-plain", 10), ("entry-exists", 17)]


def test_a_group_that_is_wrong_is_wrong_once(base: Path) -> None:
    """Its name is told what it may be; whoever has it right is left alone."""
    faq = 'groups:\n  Clinic: {title: "C"}\n' + entries("a", "b", a="group: clinic", b="group: Clinic")
    assert [problem.rule for problem in problems_of(write(base, faq=faq))] == ["id-is-plain"]


def test_a_misspelt_field_is_not_missing_as_well(base: Path) -> None:
    """It counts as the one that it is like, so that what is wrong in it shows at once."""
    faq = entries("a").replace("    questions:", "    question:").replace('answer: "', "anwser: 5 # ")
    problems = problems_of(write(base, faq=faq))
    assert [(problem.rule, problem.position.line) for problem in problems] == [
        ("field-known", 4),
        ("answer-is-text", 4),
        ("field-known", 7),
    ]


def test_only_an_id_that_may_be_used_is_suggested(base: Path) -> None:
    """Else one error would lead to the next."""
    faq = entries("a", "b", "walkin", a="related: [walking]").replace("id: b", "id: Walks Far")
    problems = [problem for problem in problems_of(write(base, faq=faq)) if problem.rule == "entry-exists"]
    assert [problem.repair for problem in problems] == ['did you mean "walkin"?']


@pytest.mark.parametrize("torn", ["  id: two", "---\n  - id: two"])
def test_an_entry_that_could_not_be_read_is_not_said_to_be_missing(base: Path, torn: str) -> None:
    """The line that hides it is the one mistake."""
    faq = entries("one", "two", one="related: [two]").replace("  - id: two", torn)
    assert only(write(base, faq=faq)).rule in ("entry-has-dash", "one-part")


def test_a_text_in_brackets_becomes_one_again(base: Path) -> None:
    """[[Call {phone}]] without quotes is a list to YAML; the repair gives the words."""
    problem = only(write(base, faq=entries("a", a="more: [[b, c]]")))
    assert problem.repair == 'put quotes around it: more: "b, c"'


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("Scar Tissue", "scar-tissue"),
        ("a--b", "a-b"),
        ("-a", "a"),
        ("é", "e"),
        ("Öffnungszeiten", "oeffnungszeiten"),
        ("!", "short-name"),
    ],
)
def test_an_id_is_plain(base: Path, name: str, suggested: str) -> None:
    """Ids are for programs, too; the repair offers a plain one."""
    problem = only(write(base, faq=entries("a").replace("id: a", f'id: "{name}"')))
    assert (problem.rule, problem.repair) == ("id-is-plain", f"for example: {suggested}")


def test_unknown_names_get_the_nearest_known_one(base: Path) -> None:
    """A slip in a field, an id, a group or a setting is answered with a question."""
    faq = "groups: {causes: {title: C}}\n" + entries(
        "scar-tissue", "b", b="relatd: []\nrelated: [scar-tisue]\ngroup: cause\nmore: '{clinc}'"
    )
    meant = [problem.repair for problem in problems_of(write(base, faq=faq))]
    assert sorted(meant) == [
        'did you mean "causes"?',
        'did you mean "clinic"?',
        'did you mean "related"?',
        'did you mean "scar-tissue"?',
    ]


def test_suggestions_stay_quick_in_a_large_base(base: Path) -> None:
    """With thousands of ids only those that start alike are compared."""
    letters = "abcdefghijklmnopqrstuvwyz"
    many = entries(
        *(f"q{one}{two}-x" for one in letters for two in letters),
        "scar-tissue",
        "b",
        b="related: [scar-tisue, zzz]",
    )
    repairs = [problem.repair for problem in problems_of(write(base, faq=many))]
    assert repairs == ['did you mean "scar-tissue"?', "delete it, or write the id of an entry"]


def test_an_entry_that_is_no_entry(base: Path) -> None:
    """A text among the entries is not one of them, and the others are still read."""
    problem = only(write(base, faq=entries("a") + "  - stray\n"))
    assert (problem.rule, *place(problem)) == ("entry-is-fields", "faq.yaml", 9, 5)


@pytest.mark.parametrize(
    ("faq", "rules"),
    [
        ("just text\n", ["file-is-fields"]),
        ("entries: x\n", ["list-of-entries-is-list"]),
        ("groups: [a]\n" + entries("a"), ["list-of-groups-is-fields"]),
        ("group: {}\n" + entries("a"), ["field-known"]),
        ("groups: {a: {name: x}}\n" + entries("a"), ["field-needed", "field-known"]),
        ("groups: {A b: {title: x}}\n" + entries("a"), ["id-is-plain"]),
        ("groups: {a: text}\n" + entries("a"), ["group-is-fields"]),
    ],
)
def test_files_of_another_shape(base: Path, faq: str, rules: list[str]) -> None:
    """What stands in a file in another shape is named by what it should be."""
    assert sorted(problem.rule for problem in problems_of(write(base, faq=faq))) == sorted(rules)


@pytest.mark.parametrize(
    ("file", "text", "repair"),
    [
        ("decoys", "cars: my car\n", 'cars:\n  - "my car"'),
        ("decoys", "word\n", 'animals:\n  - "a question that must not be answered"'),
        ("lexicon", "word\n", 'words:\n  - {means: "a word of the guide", say: ["a word of patients"]}'),
        ("clinic", "word\n", 'name: "..."'),
        ("follow-ups", "- risks\n", '- {means: risks, entries: [short-name], say: ["and the risks"]}'),
        ("follow-ups", "risks: x\n", '- {means: risks, entries: [short-name], say: ["and the risks"]}'),
        ("glossary", "- x\n", '- {term: "a word", meaning: "What it means."}'),
    ],
)
def test_the_example_is_of_this_file(base: Path, file: str, text: str, repair: str) -> None:
    """What is to be written like it fits the place, and there is one problem, not one for each field."""
    problem = only(write(base, faq=entries("a"), **{f"{file.replace('-', '_')}.yaml": text}))
    assert problem.repair == f"write it like this:\n{repair}"


def test_an_unknown_field_under_tests(base: Path) -> None:
    """It is no "field of a tests"."""
    problem = only(write(base, faq=entries("a", a='tests: {shold: ["b"]}')))
    assert problem.message == '"shold" is not a field of "tests"'


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Ask <b>now</b>.", "<b>"),
        ("Ask<br/>now.", "<br/>"),
        ("Ask&nbsp;now.", "&nbsp;"),
        ("Ask **now**.", "**now**"),
        ("Ask __now__.", "__now__"),
        ("Ask `now`.", "`now`"),
        ("[Ask](https://clinic.example) now.", "[Ask](https://clinic.example)"),
        ("# Ask", "# Ask"),
        ("Pain < 3 and > 1, 2 * 3 * 4, AT&T; call (now).", ""),
        ("[[Call {address}.]](Or come.)", ""),
        ("file_name_here and C# too", ""),
    ],
)
def test_marks_of_a_web_page_or_of_markdown(base: Path, text: str, mark: str) -> None:
    """A terminal makes nothing bold, and no link: patients would read the marks."""
    problems = problems_of(write(base, faq=entries("a", a=f"more: '{text}'")))
    found = [(problem.level, problem.rule, problem.message.rpartition(": ")[2]) for problem in problems]
    assert found == ([("warning", "text-is-plain", f'"{mark}"')] if mark else [])
