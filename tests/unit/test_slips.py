"""Promises on slips that a grid found by program: one slip, one problem, at its line, whatever stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.checks import lost_lines
from chatbot.knowledge import Problem
from chatbot.knowledge_files.loading import load_folder, read_safety
from tests.support.bases import BUILT_IN, entries, pretend_built_in, write

pytestmark = pytest.mark.usefixtures("built_in")

TOPICS = """# Our topics.
groups:
  clinic:
    title: "The clinic"
entries:
  - id: parking
    group: clinic
    title: "Where can I park?"
    short:
      "There is a garage, and the way to it
      starts at the front desk."
    answer: "Ask for a ticket."
    source: "the house rules"
    related: [toilets]
    questions:
      - "where do I leave my car"
      - "is there a garage"
  - id: toilets
    group: clinic
    title: "Where are the toilets?"
    answer: "Down the hall."
    source: "the house rules"
    questions:
      - "where is the bathroom"
"""
FOLLOW_UPS = """# What follows.

- means: "the way"
  entries: [parking]
  say:
    - "how do I get there"
    - "which way"

- means: "the price"
  entries: [parking, toilets]
  say:
    - "what is it"
"""
GLOSSARY = """# Words.

- term: "garage"
  meaning: "A house for cars."

- term: "hall"
  also: ["corridor"]
  meaning: "A long room."
"""


def problems_of(tmp_path: Path, **files: str) -> tuple[Problem, ...]:
    good = {"topics": TOPICS, "follow_ups": FOLLOW_UPS, "glossary": GLOSSARY}
    named = {name.replace("follow_ups", "follow-ups.yaml"): text for name, text in (good | files).items()}
    return load_folder(write(tmp_path / "base", **named))[1]


def only(tmp_path: Path, **files: str) -> Problem:
    problems = problems_of(tmp_path, **files)
    assert len(problems) == 1, problems
    return problems[0]


def slipped(text: str, right: str, wrong: str) -> str:
    assert text.count(right) == 1, right
    return text.replace(right, wrong)


def test_without_a_slip_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert problems_of(tmp_path) == ()


# --- quotes


@pytest.mark.parametrize("end", ["desk.", "desk.\u201d"])
def test_a_text_of_several_lines_that_is_not_closed(tmp_path: Path, end: str) -> None:
    """YAML stops at the next quote, lines below; the last line of the text is named, and where it starts."""
    problem = only(tmp_path, topics=slipped(TOPICS, 'desk."', end))
    assert (problem.rule, problem.position.line) == ("quotes-match", 11)
    assert problem.message == "the text that starts in line 10 has no closing quote"
    assert problem.repair == 'close it behind its last word: starts at the front desk."'


def test_a_text_below_its_name_that_is_not_closed(tmp_path: Path) -> None:
    """On one line it is closed there."""
    topics = slipped(TOPICS, '"There is a garage, and the way to it\n      starts at', '"It is at')
    problem = only(tmp_path, topics=slipped(topics, 'desk."', "desk."))
    assert (problem.position.line, problem.repair) == (10, 'close it: "It is at the front desk."')


def test_a_quote_that_opens_behind_no_name_is_left_to_others(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, topics=f'"There is\n{TOPICS}')
    assert problems


def test_an_item_below_an_item_lacks_its_dash(tmp_path: Path) -> None:
    """It stands where the text above would go on, and is no part of it."""
    problem = only(tmp_path, topics=slipped(TOPICS, '- "is there', '  "is there'))
    assert (problem.rule, problem.position.line) == ("item-has-dash", 17)
    assert problem.repair.startswith('write it as: - "is there a garage"')


def test_a_deleted_name_between_two_texts(tmp_path: Path) -> None:
    """One text of both is one way; where the first is a sentence, the name is more likely lost."""
    problem = only(tmp_path, topics=slipped(TOPICS, '    answer: "Ask', '      "Ask'))
    assert "write it there again" not in problem.repair
    topics = slipped(TOPICS, '    answer: "Down', '      "Down')
    assert any("write it there again" in problem.repair for problem in problems_of(tmp_path, topics=topics))


def test_curly_quotes_around_all_of_a_list_are_one_problem(tmp_path: Path) -> None:
    """Each would be told to be no entry."""
    curly = "[\u201cparking\u201d, \u201ctoilets\u201d]"
    problem = only(tmp_path, follow_ups=slipped(FOLLOW_UPS, "[parking, toilets]", curly))
    assert (problem.rule, problem.position.line) == ("quotes-match", 10)
    assert 'as in: "parking"' in problem.repair
    assert (
        only(tmp_path, follow_ups=slipped(FOLLOW_UPS, "[parking]", "[\u201cparking\u201d]")).rule
        == "entry-exists"
    )


# --- dashes, columns and headings


@pytest.mark.parametrize("wrong", ["term:", "  term:", "-term:"])
def test_a_line_of_a_small_file_without_its_dash(tmp_path: Path, wrong: str) -> None:
    """Its fields would all stand a second time in the line above."""
    problem = only(tmp_path, glossary=slipped(GLOSSARY, '- term: "hall"', f'{wrong} "hall"'))
    assert (problem.rule, problem.position.line) == ("entry-has-dash", 6)
    assert problem.repair == 'write it as: - term: "hall"'


@pytest.mark.parametrize("wrong", [" ", "\t"])
def test_a_line_of_a_small_file_that_is_moved_in(tmp_path: Path, wrong: str) -> None:
    """It stands in the column of the one before, however far the items in between are moved in."""
    problem = only(
        tmp_path, follow_ups=slipped(FOLLOW_UPS, '- means: "the price"', f'{wrong}- means: "the price"')
    )
    assert problem.position.line == 9


def test_a_broken_item_says_nothing_of_the_next_line_of_the_file(tmp_path: Path) -> None:
    """The dash of the next follow-up is no item of this list."""
    problem = only(tmp_path, follow_ups=slipped(FOLLOW_UPS, '"which way"', "%10"))
    assert (problem.rule, problem.position.line) == ("quotes-needed", 7)


@pytest.mark.parametrize("wrong", ["  id: parking", "    id: parking"])
def test_the_first_entry_without_its_dash(tmp_path: Path, wrong: str) -> None:
    """Alone in its list, too, where no entry below shows the column."""
    problem = problems_of(tmp_path, topics=slipped(TOPICS, "  - id: parking", wrong))[0]
    assert (problem.rule, problem.position.line) == ("entry-has-dash", 6)


@pytest.mark.parametrize("line", ["  - id: parking\n", "  - id: toilets\n"])
def test_an_entry_whose_first_line_was_deleted(tmp_path: Path, line: str) -> None:
    """All its fields would stand a second time in the entry above."""
    problems = problems_of(tmp_path, topics=slipped(TOPICS, line, ""))
    broken = [problem for problem in problems if problem.rule not in ("entry-exists", "field-needed")]
    number = TOPICS[: TOPICS.index(line)].count("\n") + 1
    assert [(problem.rule, problem.position.line) for problem in broken] == [("entry-has-dash", number)]
    assert 'without its first line, "- id: ..."' in broken[0].message


@pytest.mark.parametrize("wrong", [" - id: parking", "   - id: parking"])
def test_a_first_entry_that_stands_beside_its_own_fields(tmp_path: Path, wrong: str) -> None:
    """Its fields stand as those of the entry below; each of them would be told to move."""
    problem = only(tmp_path, topics=slipped(TOPICS, "  - id: parking", wrong))
    assert (problem.position.line, problem.message) == (6, "this entry does not start where the others do")


def test_a_heading_that_is_moved_in(tmp_path: Path) -> None:
    problem = only(tmp_path, decoys=' animals:\n  - "a dog"\nplants:\n  - "a tree"\n')
    assert (problem.position.line, problem.repair) == (1, "put no spaces before it")


def test_a_heading_that_was_deleted(tmp_path: Path) -> None:
    """YAML stops only at the next heading, which may be hundreds of lines below."""
    problem = only(tmp_path, topics=slipped(TOPICS, "groups:\n", ""))
    assert (problem.position.line, problem.message) == (1, "the heading of this list is missing")
    assert problem.repair.endswith("\ngroups:")
    alone = slipped(TOPICS, "# Our topics.\ngroups:\n", "")
    assert "heading" in problems_of(tmp_path, topics=alone)[0].message
    lexicon = '# Words.\n- {means: "garage", say: ["car house"]}\nhome: ["desk"]\n'
    assert only(tmp_path, lexicon=lexicon).repair.endswith("\nwords:")


def test_a_heading_without_its_colon(tmp_path: Path) -> None:
    """Its items would be its text, until a colon in one of them."""
    problem = only(tmp_path, decoys='animals\n  - "a dog"\n  # more\n  - "a cat"\nplants:\n  - "a tree"\n')
    assert (problem.rule, problem.position.line, problem.repair) == ("field-has-colon", 1, "animals:")


def test_a_heading_without_its_colon_between_two_lists(tmp_path: Path) -> None:
    """It is no word of the list above."""
    lexicon = (
        'words:\n  - {means: "garage", say: ["car house"]}\nspelling\n  - {means: "desk", say: ["dest"]}\n'
    )
    assert only(tmp_path, lexicon=lexicon).repair == "spelling:"


def test_a_false_blank_before_a_field_below_a_text_of_several_lines(tmp_path: Path) -> None:
    """YAML takes it for the text's next word, and stops later."""
    problem = only(
        tmp_path,
        topics=slipped(TOPICS, '    questions:\n      - "where do', '\u00a0   questions:\n      - "where do'),
    )
    assert (problem.rule, problem.position.line) == ("spaces-are-plain", 15)


def test_a_false_blank_before_a_quote_in_a_list_of_several_lines(tmp_path: Path) -> None:
    """The quotes would be part of the word, which no message has."""
    lexicon = 'home:\n  [ "desk",\n   \u00a0"ticket" ]\n'
    assert only(tmp_path, lexicon=lexicon).rule == "quotes-match"


# --- two versions


def test_two_versions_are_one_problem(tmp_path: Path) -> None:
    """What the second says again, or wrongly, is not told besides."""
    both = '<<<<<<< HEAD\n    answer: "Ask for a ticket."\n=======\n    anwser: "Ask."\n>>>>>>> clinic'
    problem = only(tmp_path, topics=slipped(TOPICS, '    answer: "Ask for a ticket."', both))
    assert (problem.rule, problem.position.line) == ("no-marks-of-merging", 12)
    assert "and 2 more below" in problem.message


def test_two_versions_inside_of_a_text(tmp_path: Path) -> None:
    """To YAML they are words of the text: patients would have read them."""
    both = "<<<<<<< HEAD\n      starts at\n=======\n      begins at\n>>>>>>> clinic\n      the front"
    problem = only(tmp_path, topics=slipped(TOPICS, "      starts at the front", both))
    assert (problem.rule, problem.position.line) == ("no-marks-of-merging", 11)
    assert (
        only(tmp_path, topics=slipped(TOPICS, "      starts", ">>>>>>> clinic\n      starts")).position.line
        == 11
    )


# --- what is named elsewhere


def test_an_entry_that_many_places_name_is_missed_once(tmp_path: Path) -> None:
    """A renamed id is one slip."""
    problems = problems_of(tmp_path, topics=slipped(TOPICS, "- id: parking", "- id: parking-lot"))
    assert [problem.rule for problem in problems] == ["entry-exists"]
    assert problems[0].message == 'there is no entry "parking"; it is named in line 10, too'
    more = FOLLOW_UPS + "".join(f'- {{means: "m{n}", entries: [garden], say: ["s {n}"]}}\n' for n in range(6))
    told = 'there is no entry "garden"; it is named in line 14, line 15, line 16 and 2 more places, too'
    assert only(tmp_path, follow_ups=more).message == told
    glossary = f"{GLOSSARY}  entry: garden\n"
    linked = f'{FOLLOW_UPS}- {{means: "m", entries: [garden], say: ["s"]}}\n'
    assert "in follow-ups.yaml (line 13), too" in only(tmp_path, follow_ups=linked, glossary=glossary).message


def test_an_entry_that_lacks_much_is_one_problem(tmp_path: Path) -> None:
    """As where the end of a file was lost: all that is missing stands in the repair."""
    problem = only(tmp_path, topics=TOPICS[: TOPICS.index('    answer: "Down')])
    assert (problem.rule, problem.position.line) == ("field-needed", 18)
    assert problem.message == '"answer", "source" and "questions" are missing here'
    assert problem.repair.startswith('add:\nanswer: "..."\nsource: "..."\nquestions:\n')


def test_a_group_under_another_name_is_told_once(tmp_path: Path) -> None:
    problem = only(tmp_path, topics=slipped(TOPICS, "  clinic:\n", "  clinics:\n"))
    assert (problem.rule, problem.repair) == ("group-exists", 'did you mean "clinics"?')
    assert only(tmp_path, topics=slipped(TOPICS, "groups:", "gropus:")).rule == "field-known"


@pytest.fixture
def long_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A base like the built-in one, whose entries name each other."""
    topics = entries("a", "b", "c", "d", "e", a="related: [b, c, d, e]", b="related: [c, d]")
    pretend_built_in(
        tmp_path / "long", monkeypatch, BUILT_IN | {"topics.yaml": topics, "faq.yaml": entries("f")}
    )
    return topics


def test_a_file_whose_end_was_lost_is_told_as_that(tmp_path: Path, long_base: str) -> None:
    """What names the lost entries is right."""
    lines = long_base.splitlines()
    half = "\n".join(lines[: next(number for number, line in enumerate(lines) if "id: c" in line)])
    problem = only_in(write(tmp_path / "base", topics=half))
    assert (problem.rule, problem.position.line) == ("folder-is-whole", half.count("\n") + 1)
    assert problem.message == "3 entries of this file are not there any more, but 5 places name them"
    assert "Missing: c, d, e." in problem.cause


def test_entries_that_a_slip_in_the_heading_hides_are_not_told_besides(
    tmp_path: Path, long_base: str
) -> None:
    faq = entries("f", f="related: [a, b, c]")
    folder = write(tmp_path / "base", topics=long_base.replace("entries:", "entires:"), faq=faq)
    assert only_in(folder).rule == "field-known"


def only_in(folder: str) -> Problem:
    problems = load_folder(folder)[1]
    assert len(problems) == 1, problems
    return problems[0]


# --- what would have been taken without a word


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ("  entries: [parking]\n", "", "field-needed"),
        ("  entries: [parking]\n", "  entries:\n", "field-needed"),
        ('  say:\n    - "what is it"\n', "", "field-needed"),
        (
            "  entries: [parking, toilets]\n",
            "  entries: [parking, toilets]\n  stays_with:\n",
            "list-not-empty",
        ),
        ('means: "the way"', 'means: "**the** way"', "text-is-plain"),
        ('means: "the way"', "means: the way # out", "text-goes-on"),
        ('means: "the way"', 'means: "..."', "text-has-words"),
        ('"which way"', '"?"', "text-has-words"),
    ],
)
def test_a_follow_up_that_would_never_answer(tmp_path: Path, right: str, wrong: str, rule: str) -> None:
    """Without its list it leads elsewhere, or nowhere; patients read what it means."""
    assert only(tmp_path, follow_ups=slipped(FOLLOW_UPS, right, wrong)).rule == rule


def test_a_backslash_that_takes_a_letter_along(tmp_path: Path) -> None:
    """YAML reads a good escape there: patients would have read "hip eck"."""
    problem = only(
        tmp_path, topics=slipped(TOPICS, "Down the hall.", "Down the hall.\n      For hip\\neck pain.")
    )
    assert (problem.rule, problem.position.line, problem.position.column) == ("backslash-in-quotes", 22, 14)
    assert problem.repair == "write / for it, or write it twice: hip\\\\neck"
    assert (
        problems_of(
            tmp_path, topics=slipped(TOPICS, "Down the hall.", "Down the hall.\\n\\nTo the\n\n      left.")
        )
        == ()
    )


@pytest.mark.parametrize("text", ["TBD", "to do", "xxx", "[answer TBD]", "n/a"])
def test_a_word_that_keeps_a_place_is_no_answer(tmp_path: Path, text: str) -> None:
    assert only(tmp_path, topics=slipped(TOPICS, "Down the hall.", text)).rule == "text-has-words"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ('name: "**Our** clinic"', "text-is-plain"),
        ("surgeon: 2026-01-31", "surgeon-is-text"),
        ("subject: 12", "subject-is-text"),
        ('print_command: "lp `x`"', ""),
        ("hours: 12", ""),
    ],
)
def test_a_setting_that_patients_would_read_wrongly(tmp_path: Path, line: str, rule: str) -> None:
    assert [problem.rule for problem in problems_of(tmp_path, clinic=f"{line}\n")] == ([rule] if rule else [])


def test_a_settings_file_that_lost_its_end(tmp_path: Path) -> None:
    """A file with most of the settings was meant to have them all; one with a few names what it needs."""
    lines = "".join(
        f'{name}: ""\n' for name in ("name", "surgeon", "phone", "urgent_phone", "address", "hours")
    )
    problem = only(tmp_path, clinic=f'{lines}booking_address: ""\n')
    assert (problem.level, problem.rule) == ("hint", "settings-are-whole")
    assert problem.message.startswith("this file has no line for: front_desk, emergency_number")
    assert problem.repair.endswith('\nsubject_in_short: ""')
    assert problems_of(tmp_path, clinic=lines) == ()


# --- signs of danger


def test_curly_quotes_around_the_words_of_a_sign(tmp_path: Path) -> None:
    """No message would have them: the danger would not be noticed."""
    safety = read_safety(
        write(tmp_path / "base", safety="families:\n  hot: [\u201con fire\u201d, warm, caf\u00e9]\n")
    )
    assert [problem.rule for problem in safety.problems] == ["quotes-match"]
    assert "count as words" in safety.problems[0].message


def test_lines_of_a_sign_that_were_deleted_are_pointed_out() -> None:
    """A clinician may mean it; a slip would never show."""
    families = {"hot": ["warm", "on fire"], "cold": {"say": ["icy"]}}
    built_in = {
        "signs": [{"id": "fever", "when": ["hot", "hot + cold"]}, {"id": "new"}],
        "families": families,
    }
    assert lost_lines(built_in, built_in) == ()
    own = {
        "signs": [{"id": "fever", "when": ["hot"]}],
        "families": {"hot": ["warm"], "cold": {"say": ["icy"]}},
    }
    found = lost_lines(own, built_in)
    assert [(problem.level, problem.cause) for problem in found] == [
        ("hint", "The first of them: hot + cold"),
        ("hint", "The first of them: on fire"),
    ]
    assert found[0].message == 'the sign "fever" lacks 1 of the lines that the built-in file has'
