"""What editors write into the texts of an entry, such as odd quotes and dashes, and what they can paste instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chatbot.knowledge_files.loading import load_knowledge
from tests.support.bases import entries, write
from tests.support.loading import only, place, problems_of

pytestmark = pytest.mark.usefixtures("built_in")


@pytest.mark.parametrize(
    ("line", "repair"),
    [
        ("related: b, a", 'related: ["b", "a"]'),
        ("tests: {should: 'so, is it'}", 'should: ["so, is it"]'),
        ("reviewed: {by: X, on: 11/22/2026}", "on: 2026-11-22"),
        ("reviewed: {by: X, on: 22.11.2026}", "on: 2026-11-22"),
        ("reviewed: {by: X, on: 04/05/2026}", "on: 2026-01-31"),
        ("reviewed: {by: X, on: 5/5/2026}", "on: 2026-05-05"),
    ],
)
def test_what_was_meant_can_be_pasted(base: Path, line: str, repair: str) -> None:
    """A list fits inside of braces, too; a day is turned round where its month is clear, else an example is shown."""
    problem = only(write(base, faq=entries("a", "b", a=line)))
    assert problem.repair.endswith(repair)


def test_questions_without_dashes_get_one_each(base: Path) -> None:
    """YAML reads the lines as one text, and one question of them all would be found by nobody."""
    faq = entries("a").replace('      - "please tell me of a"', "      tell me of a\n      what is a, please")
    problem = only(write(base, faq=faq))
    assert problem.rule == "questions-is-list"
    assert problem.repair.endswith('questions:\n  - "tell me of a"\n  - "what is a, please"')


@pytest.mark.parametrize(
    ("line", "message", "whole", "cut"),
    [
        ("more: Ask # the desk", "this text under", 'more: "Ask # the desk"', 'more: "Ask"  # the desk'),
        ("tests: {should: []}  # later", "", "", ""),
        ('more: "Ask # the desk"  # a remark', "", "", ""),
        ("more: Ask the desk  # as we all do", "", "", ""),
        ("more: Ask#the desk", "", "", ""),
        ("group: # later", "this group is empty", '"# later"', ""),
    ],
)
def test_a_text_without_quotes_that_ends_at_a_number_sign(
    base: Path, line: str, message: str, whole: str, cut: str
) -> None:
    """Patients would read half of it, so it is asked what was meant; a remark behind quotes or two blanks is fine."""
    problems = problems_of(write(base, faq=entries("a", a=line)))
    assert len(problems) == bool(message)
    for problem in problems:
        assert message in problem.message
        assert whole in problem.repair
        assert cut in problem.repair


@pytest.mark.parametrize("question", ["where is room #5", "where is room # 5"])
def test_a_question_cut_at_a_number_sign(base: Path, question: str) -> None:
    """A warning, with both lines to paste."""
    problem = only(write(base, faq=entries("a").replace('"please tell me of a"', question)))
    assert (problem.level, problem.rule, *place(problem)) == ("warning", "text-goes-on", "faq.yaml", 8, 9)
    assert f'- "{question}"' in problem.repair
    assert "Read is only: where is room" in problem.cause


def test_a_question_that_starts_with_a_number_sign(base: Path) -> None:
    """Nothing of it is read; the repair has all of it."""
    problem = only(write(base, faq=entries("a") + "      - #5 please\n"))
    assert problem.repair == 'put quotes around it: - "#5 please"'


@pytest.mark.parametrize(
    ("written", "pasted"),
    [
        ("\u201cWhere can I park?\u201d", "Where can I park?"),
        ("\u2018Where can I park?\u2019", "Where can I park?"),
        ("\u201eWhere can I park?\u201c", "Where can I park?"),
        ('Where can I park?"', "Where can I park?"),
        ("\u201cWhere can I park?", "Where can I park?"),
        ("Where can I park?\u201d", "Where can I park?"),
        ("What is a \u201cscrew\u201d?", ""),
        ("\u201cFusion\u201d means \u201cone\u201d", ""),
        ('Is a 12" rod long?', ""),
        ("What\u2019s that?", ""),
        ('"\u201cWhere?\u201d"', ""),
        ('\u201cWhere?"', "Where?"),
        ("\u201cWhere?'", "Where?"),
        ('\u201cWhere?\u201d is what "they" ask', ""),
        ("\uff02Where can I park?\uff02", "Where can I park?"),
        ("\u2033Where can I park?\u2033", "Where can I park?"),
        ("\u00b4What's that?\u00b4", "What's that?"),
        ("\u2019What\u2019s that?\u2019", "What\u2019s that?"),
        ("\u300cWhere?\u300d", "Where?"),
        ("Is a 12\u2033 rod long?", ""),
        ("\u2019Tis the patients\u2019 garage", ""),
    ],
)
def test_curly_and_stray_quotes_are_not_kept_without_a_word(base: Path, written: str, pasted: str) -> None:
    """They would stand in the heading that patients read; quotes around a word inside are the author's."""
    problems = problems_of(write(base, faq=entries("a").replace('"What about a?"', written)))
    expected = [("warning", "quotes-match", f'title: "{pasted}"')] if pasted else []
    assert [(problem.level, problem.rule, problem.repair) for problem in problems] == expected


@pytest.mark.parametrize("field", ["title", "answer", "source", "consultation"])
@pytest.mark.parametrize("written", ["...", "-", "???"])
def test_a_text_of_marks_alone_says_nothing(base: Path, field: str, written: str) -> None:
    """The "..." of an example, pasted as it stands, would be what patients read."""
    faq = re.sub(rf'{field}: ".*"', f'{field}: "{written}"', entries("a"))
    problem = only(write(base, faq=faq))
    assert (problem.level, problem.rule) == ("error", "text-has-words")
    assert f'"{written}"' in problem.message


@pytest.mark.parametrize(
    ("written", "repair"),
    [
        ("we\u00e2\u20ac\u2122re open 9\u00e2\u20ac\u201c5", 'answer: "we\u2019re open 9\u20135"'),
        ("the caf\u00c3\u00a9", 'answer: "the caf\u00e9"'),
        ("\u00c2\u00bd a mile, na\u00c3\u00afve", 'answer: "\u00bd a mile, na\u00efve"'),
        ("aqu\u00c3\u00ad", 'answer: "aqu\u00ed"'),
        ("the caf\ufffd", "where it shows \ufffd, write again what stood there"),
        ("the ch\u00e2teau, \u00c0 la carte, \u00c3lvaro\u2019s, 9\u20135, \u201chi\u201d", ""),
    ],
)
def test_characters_that_another_program_has_read_wrongly(base: Path, written: str, repair: str) -> None:
    """The file is right UTF-8 and its words are not; the line to paste has what was meant."""
    faq = entries("a").replace("The answer on a.", written)
    problems = problems_of(write(base, faq=faq))
    expected = [("warning", "characters-are-right", repair)] if repair else []
    assert [(problem.level, problem.rule, problem.repair) for problem in problems] == expected


def test_names_of_fields_with_a_capital_are_read_all_the_same(base: Path) -> None:
    """A word processor writes them so: nothing else is said to be missing, and nothing is said twice."""
    faq = entries("a").replace("id:", "Id:").replace("title:", "Title:").replace("answer:", "ANSWER:")
    problems = problems_of(write(base, faq=faq))
    assert [problem.repair for problem in problems] == [
        "write it as: id:",
        "write it as: title:",
        "write it as: answer:",
    ]


def test_a_letter_that_only_looks_like_the_right_one(base: Path) -> None:
    """ "Did you mean" alone would show the same word twice; an umlaut is plain to see."""
    problems = problems_of(write(base, faq=entries("a").replace("answer:", "\u0430nswer:")))
    (problem,) = (problem for problem in problems if problem.rule == "field-known")
    assert problem.repair.startswith('did you mean "answer"?')
    assert "U+0430" in problem.repair
    problems = problems_of(write(base, faq=entries("a").replace("answer:", "\u00e4nswer:")))
    (problem,) = (problem for problem in problems if problem.rule == "field-known")
    assert problem.repair == 'did you mean "answer"?'


def test_a_title_where_a_short_name_must_stand(base: Path) -> None:
    """Menus and answers show titles, so that is what an editor copies."""
    faq = 'groups: {clinic: {title: "About us"}}\n' + entries(
        "a", "b", a='group: About us\nrelated: ["What about b"]'
    )
    assert [problem.repair.partition("?")[0] for problem in problems_of(write(base, faq=faq))] == [
        'did you mean "clinic"',
        'did you mean "b"',
    ]


def test_the_numbers_of_a_pasted_list_are_no_part_of_its_questions(base: Path) -> None:
    """A word processor numbers them; a single line that starts with a number keeps it."""
    faq = entries("a").replace('- "please tell me of a"', "1. where is it\n      2. is it far")
    assert only(write(base, faq=faq)).repair.endswith('questions:\n  - "where is it"\n  - "is it far"')
    faq = entries("a").replace('- "please tell me of a"', "1. where is it")
    assert only(write(base, faq=faq)).repair.endswith('questions:\n  - "1. where is it"')


def test_curly_quotes_around_words_of_the_small_files(base: Path) -> None:
    """A term is shown to patients; a word of the guide in quotes is none that an entry has."""
    folder = write(
        base,
        faq=entries("a"),
        glossary='- {term: \u201cgarage\u201d, meaning: "A house for cars."}\n',
        lexicon='words:\n- {means: \u201cgarage\u201d, say: ["car house"]}\n',
    )
    problems = [problem for problem in problems_of(folder) if problem.rule == "quotes-match"]
    assert [problem.repair for problem in problems] == ['term: "garage"', 'means: "garage"']
    assert ["patients would read" in problem.message for problem in problems] == [True, False]


@pytest.mark.parametrize("dash", ["\u2022 ", "\u2022", "\u2013 ", "-", "-- "])
@pytest.mark.parametrize("mark", ['""', "", "\u201c\u201d"])
def test_a_list_whose_dashes_are_none(base: Path, dash: str, mark: str) -> None:
    """A whole list pasted from a word processor is a list without its quotes, and not one question of all its texts."""
    lines = "".join(f"      {dash}{mark[:1]}{text}{mark[1:]}\n" for text in ("where is the car", "is it far"))
    faq = entries("a").replace('      - "please tell me of a"\n', lines)
    problem = only(write(base, faq=faq))
    assert (problem.rule, place(problem)) == ("item-has-dash", ("faq.yaml", 8, 7))
    assert problem.repair == 'write it like this:\nquestions:\n  - "where is the car"\n  - "is it far"'


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("\u2022 where is the car", '- "is it far"', "\u2022"),
        ("1. where is the car", "2. is it far", "1."),
        ('1) "where is the car"', '2) "is it far"', "1)"),
    ],
)
def test_a_list_of_numbers_or_of_several_marks(base: Path, first: str, second: str, shown: str) -> None:
    """As pasted above a list that was there, or numbered by a word processor: the repair holds the texts alone."""
    faq = entries("a").replace('      - "please tell me of a"\n', f"      {first}\n      {second}\n")
    problem = only(write(base, faq=faq))
    assert (problem.rule, problem.message) == ("item-has-dash", f'"{shown}" is no dash to YAML')
    assert problem.repair == 'write it like this:\nquestions:\n  - "where is the car"\n  - "is it far"'


def test_dots_above_a_list(base: Path) -> None:
    """As a sign that something is to come: the list to paste is without them, and its dashes stand once."""
    faq = entries("a").replace('      - "please', '      ...\n      - "please')
    problem = only(write(base, faq=faq))
    assert problem.repair == 'write it like this:\nquestions:\n  - "please tell me of a"'


def test_a_text_that_only_starts_with_a_dash(base: Path) -> None:
    """It is one text, in a place where a list must be."""
    faq = entries("a").replace('      - "please tell me of a"\n', "      \u2013 well\n")
    assert only(write(base, faq=faq)).rule == "questions-is-list"


@pytest.mark.parametrize(
    ("text", "rule", "level", "said"),
    [
        ("Call {phone now", "braces-close", "warning", '"{phone now"'),
        ("Call phone} now", "braces-close", "warning", '"phone}"'),
        ("At {clinic} or {phone", "braces-close", "warning", '"{phone"'),
        ("Call [[us]] now", "brackets-hold-setting", "hint", "no setting"),
        ("Call [[{phone}]] now", "", "", ""),
    ],
)
def test_a_brace_that_is_not_closed(base: Path, text: str, rule: str, level: str, said: str) -> None:
    """Patients would read it as it stands."""
    problems = problems_of(write(base, faq=entries("a", a=f'more: "{text}"')))
    assert [(problem.rule, problem.level) for problem in problems] == ([(rule, level)] if rule else [])
    assert all(said in problem.message for problem in problems)


@pytest.mark.parametrize("character", ["\u200b", "\u00ad"])
def test_a_soft_hyphen_is_left_out_and_stops_nothing(base: Path, character: str) -> None:
    """As the warning says; it is not an error on top."""
    folder = write(base, faq=entries("a").replace("What about", f"What ab{character}out"))
    assert only(folder).level == "warning"
    entry = load_knowledge(folder).entry("a")
    assert entry is not None
    assert entry.title == "What about a?"
