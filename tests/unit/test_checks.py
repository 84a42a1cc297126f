"""Promises of the checks: what is doubtful in a base that loads is found once, at its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chatbot.checks import ASKING_RULES, RULES, Subject, check, check_safety, check_safety_questions
from chatbot.knowledge import Knowledge, Position, Problem, Review
from chatbot.knowledge_files.loading import Finder, load_knowledge
from chatbot.reply import Reply, SafetyNote, Suggestion
from tests.support.bases import entries, pretend_built_in, write
from tests.support.listed_bot import ListedBot, answered, rules


def alarm(level: Any) -> Reply:
    return Reply("safety", safety=SafetyNote(level, "Call."))


@pytest.fixture(autouse=True)
def _built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_built_in(tmp_path / "built-in", monkeypatch, {})


TODAY = date(2026, 11, 22)


def found(folder: str, rule: str, bot: ListedBot | None = None, *, is_strict: bool = False) -> list[Problem]:
    """What one rule finds in a folder, with places, on the 22nd of November 2026."""
    problems = check(Subject(load_knowledge(folder), bot, Finder(folder), is_strict=is_strict, today=TODAY))
    return [problem for problem in problems if problem.rule == rule]


def questions(*texts: str) -> str:
    return "".join(f"      - {text}\n" for text in texts)


@pytest.mark.parametrize(
    ("means", "repair"),
    [
        ("garages", ""),
        ("lot", ""),
        ("car park", ""),
        ("grage", 'did you mean "garage"?'),
        ("bicycle", "write the word as the questions of the entry have it"),
    ],
)
@pytest.mark.parametrize("part", ["words", "spelling"])
def test_a_lexicon_line_that_leads_nowhere(base: Path, part: str, means: str, repair: str) -> None:
    """Its word must be one of the questions or the answers."""
    folder = write(
        base,
        faq=entries("a") + questions("is there a garage", "parking", "my car", "a lot to park"),
        lexicon=f'{part}:\n  - {{means: "{means}", say: ["car house"]}}\n'
        '  - {means: "parking lot", say: ["a lot to park"]}\n  - {means: "roof", say: ["is there", "attic"]}\n',
    )
    problems = found(folder, "lexicon-means-something")
    assert [(problem.position.line, problem.repair) for problem in problems] == (
        [(2, repair)] if repair else []
    )


def test_small_talk_that_replaces_the_built_in_one(base: Path) -> None:
    """What it lacks is named; nothing is said where all of it is there."""
    knowledge = load_knowledge(write(base, faq=entries("a", "greeting")))
    (problem,) = (
        problem
        for problem in check(Subject(knowledge, small_talk=("thanks", "greeting", "goodbye")))
        if problem.rule == "small-talk-is-whole"
    )
    assert problem.message.endswith("lacks: goodbye, thanks")
    assert "small-talk-is-whole" not in {
        problem.rule for problem in check(Subject(knowledge, small_talk=("greeting",)))
    }


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("In an emergency, call 911.", "911"),
        ("In an emergency, call 999 or 112.", "999"),
        ("In an emergency, call {emergency_number}.", ""),
        ("In an emergency, call 112.", ""),
        ("Call 212-911-0100, or 911,000 of us.", ""),
    ],
)
def test_an_emergency_number_of_another_country(base: Path, text: str, foreign: str) -> None:
    """In an answer, a group, a word's meaning or a sentence in another language: told, with what to write."""
    folder = write(
        base,
        clinic='emergency_number: "112"',
        faq=f'groups:\n  g:\n    title: "G"\n    consultation: "{text}"\n'
        + entries("a", a=f'group: g\nmore: "{text}"').replace("please tell me", "tell me"),
        glossary=f'- {{term: "word", meaning: "{text}"}}\n',
        languages=f'- {{language: "Dutch", code: "nl", marker_words: [het], sentence: "{text}"}}\n',
    )
    problems = found(folder, "one-emergency-number")
    assert [problem.message.partition(" names ")[0] for problem in problems] == (
        ["more of a", 'the group "g"', 'the meaning of "word"', "the sentence in Dutch"] if foreign else []
    )
    assert all(f"names {foreign}, but" in problem.message for problem in problems)


def test_a_good_base_has_nothing_to_say(base: Path) -> None:
    """Eight different questions, short sentences, a next step: no problem."""
    wordings = ("one way", "two more", "third words", "fourth text", "fifth line", "six dogs", "seven cats")
    folder = write(base, faq=entries("a") + questions(*wordings))
    assert check(Subject(load_knowledge(folder), ListedBot({}, answered("a")), Finder(folder))) == ()


def test_rules_say_what_they_are_for() -> None:
    """A rule's docstring is its manual page; its problems carry a name like its own."""
    rules = (*ASKING_RULES, *RULES)
    assert all(rule.__doc__ for rule in rules)
    assert len({rule.__name__ for rule in rules}) == len(rules)


def test_consultation_given(base: Path) -> None:
    """The entry's own or its group's; small talk needs none."""
    faq = """groups:
  with: {title: W, consultation: "Come."}
  without: {title: W}
entries:
  - {id: a, group: with, title: A, answer: A, source: S, questions: [a]}
  - {id: b, group: without, title: B, answer: B, source: S, questions: [b]}
  - {id: c, title: C, answer: C, source: S, questions: [c]}
"""
    talk = "- {id: hi, title: Hi, short: Hi., questions: [hi]}\n"
    problems = found(write(base, faq=faq, smalltalk=talk), "consultation-given")
    assert [(problem.level, problem.position.line) for problem in problems] == [
        ("warning", 6),
        ("warning", 7),
    ]


def test_enough_questions(base: Path) -> None:
    """Seven are a hint, eight are enough; the place is the list."""
    folder = write(base, faq=entries("a") + questions(*"bcdefg"))
    (problem,) = found(folder, "enough-questions")
    assert (problem.level, problem.position) == ("hint", Position("faq.yaml", 8, 7))
    assert "7 questions" in problem.message
    assert found(write(base, faq=entries("a") + questions(*"bcdefgh")), "enough-questions") == []
    assert "1 question;" in found(write(base, faq=entries("a")), "enough-questions")[0].message


def test_short_sentences(base: Path) -> None:
    """26 words are too many, 25 are not; a colon ends a sentence, too."""
    long, fine = " ".join(["word"] * 26), " ".join(["word"] * 25)
    folder = write(base, faq=entries("a", a=f'short: "{fine}. {fine}: {fine}?"\nmore: "Well. {long}!"'))
    (problem,) = found(folder, "short-sentences")
    assert (problem.level, problem.position.line) == ("hint", 10)
    assert problem.message == "a sentence of 26 words, in more of a"


@pytest.mark.parametrize(
    "text",
    [
        "A long name (EMG) helps.",
        "EMG (a long name) helps.",
        "An EMG means a long name.",
        "EMG, which is a test, helps.",
        "A test, or EMG, helps.",
        "A test called an EMG.",
        "(EE-em-JEE) is how it sounds.",
        "OK in the USA at 9 AM.",
        "Our BIG clinic.",
        "NSAID is in the glossary.",
        "PLEASE BRING YOUR CARD, AND ASK US.",
    ],
)
def test_abbreviations_that_are_clear(base: Path, text: str) -> None:
    """Explained beside it, how a word sounds, everybody's words, the clinic's name, the glossary."""
    folder = write(
        base,
        faq=entries("a", a=f'more: "{text}"'),
        clinic="name: BIG Clinic\n",
        glossary="- {term: pain pill, also: [NSAIDs], meaning: m}\n",
    )
    assert found(folder, "abbreviations-explained") == []


def test_abbreviations_that_are_not(base: Path) -> None:
    """Once for each, at the first entry that has it; explained anywhere is explained."""
    faq = entries(
        "a", "b", "c", a='more: "An EMG and some NCSs."', b='more: "EMG."', c='more: "Nerve tests (NCS)."'
    )
    (problem,) = found(write(base, faq=faq), "abbreviations-explained")
    assert (problem.level, problem.position) == ("hint", Position("faq.yaml", 9, 11))
    assert "EMG" in problem.message


def test_reviewed_only_counts_before_publishing(base: Path) -> None:
    """Without --strict nobody is asked for a signature."""
    folder = write(base, faq=entries("a", "b", a="reviewed: {by: Dr. X, on: 2026-11-22}"))
    assert found(folder, "reviewed") == []
    (problem,) = found(folder, "reviewed", is_strict=True)
    assert (problem.level, '"b"' in problem.message) == ("warning", True)


@pytest.mark.parametrize(
    ("day", "is_doubtful"),
    [("2026-11-22", False), ("2026-11-23", False), ("2026-11-24", True), ("2996-01-01", True)],
)
def test_a_review_of_a_day_to_come_is_not_taken_for_a_signature(
    base: Path, day: str, is_doubtful: bool
) -> None:
    """A slip in the year is asked about, with and without --strict; tomorrow may be today elsewhere."""
    folder = write(base, faq=entries("a", "b", b=f"reviewed: {{by: Dr. X, on: {day}}}"))
    problems = found(folder, "reviewed-by-now")
    assert [(problem.level, problem.position) for problem in problems] == (
        [("warning", Position("faq.yaml", 16, 31))] if is_doubtful else []
    )


def test_questions_apart(base: Path) -> None:
    """The same content words in another order are nearly the same; a denial, or why for how, is not."""
    faq = (
        entries("a")
        + questions("Are there risks of the surgery?", "why does it hurt", "the", "risk of a surgery")
        + entries("b")[9:]
        + questions("surgery, any risk?", "risks without surgery", "how does it hurt", "an")
    )
    (problem,) = found(write(base, faq=faq), "questions-apart")
    assert (problem.level, problem.position) == ("warning", Position("faq.yaml", 20, 9))
    assert '"a" (faq.yaml, line 9)' in problem.message
    assert problem.cause == "There it says: Are there risks of the surgery?"


def test_decoys_apart(base: Path) -> None:
    """A decoy that is a question would teach the bot both."""
    folder = write(base, faq=entries("a"), decoys="- my knee\n- Please tell me of A!\n")
    (problem,) = found(folder, "decoys-apart")
    assert (problem.level, problem.position) == ("warning", Position("decoys.yaml", 2, 3))


def test_a_broad_word_that_something_else_answers(base: Path) -> None:
    """Its line would stand there in vain; at the place of the word."""
    lexicon = "broad:\n- {say: [back pain, leg], offer: [a, b]}\n"
    folder = write(base, faq=entries("a", "b"), lexicon=lexicon)
    offered = Reply("clarify", suggestions=(Suggestion("a", "A?"), Suggestion("b", "B?")))
    bot = ListedBot({"back pain": offered, "leg": answered("b")})
    (problem,) = found(folder, "broad-words-are-offered", bot)
    assert (problem.position.line, problem.position.column) == (2, 21)
    assert '"leg" is answered by "b"' in problem.message
    assert found(folder, "broad-words-are-offered", ListedBot({}, offered)) == []


def test_lexicon_has_one_meaning(base: Path) -> None:
    """Twice under the same guide word is fine, under two it is not."""
    lexicon = "words:\n- {means: rods, say: [metal, Metal]}\n- {means: screws, say: [metal]}\n"
    (problem,) = found(write(base, faq=entries("a"), lexicon=lexicon), "lexicon-has-one-meaning")
    assert (problem.level, problem.position.file) == ("warning", "lexicon.yaml")
    assert '"metal" stands for "rods" and for "screws"' in problem.message


QUESTION = "please tell me of a"


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        (answered("b", "c"), 'is answered by "b"'),
        (Reply("unknown"), "is not answered"),
        (Reply("clarify", suggestions=(Suggestion("a", "A?"),)), "is answered with a choice"),
        (alarm("urgent"), "raises the urgent card"),
    ],
)
def test_questions_that_miss_their_entry(base: Path, reply: Reply, verdict: str) -> None:
    """Each way to miss is told apart, at the question's place."""
    (problem,) = found(
        write(base, faq=entries("a")), "questions-reach-their-entry", ListedBot({QUESTION: reply})
    )
    assert problem.message == f'this question of "a" {verdict}'
    assert (problem.level, problem.position) == ("warning", Position("faq.yaml", 8, 9))
    assert ("false alarm" in problem.repair) == (reply.kind == "safety")
    assert ("move it to the other one" in problem.repair) == bool(reply.answers)


def test_what_came_with_the_program_does_not_alarm_who_copied_it(base: Path) -> None:
    """A stored question that goes astray is a hint where it was shipped so; one's own stays a warning."""
    folder = write(base, faq=entries("a") + questions("mine"))
    shipped = {("a", "please tell me of a"), ("b", "mine")}
    problems = check(Subject(load_knowledge(folder), ListedBot({}), Finder(folder), shipped=shipped))
    found_levels = {
        problem.cause: problem.level for problem in problems if problem.rule == "questions-reach-their-entry"
    }
    assert found_levels == {"The question: please tell me of a": "hint", "The question: mine": "warning"}


def test_questions_that_reach_their_entry(base: Path) -> None:
    """Among two answers, or below an urgent card, it is reached, too."""
    folder = write(base, faq=entries("a"))
    for reply in (
        answered("a"),
        answered("b", "a"),
        answered("a")._replace(safety=SafetyNote("urgent", "x")),
    ):
        assert found(folder, "questions-reach-their-entry", ListedBot({QUESTION: reply})) == []


def test_a_question_in_another_language(base: Path) -> None:
    """It would get the one sentence of its language, so it is no question here."""
    languages = '- {language: "Dutch", code: "nl", marker_words: [het], sentence: "Alleen Engels."}\n'
    folder = write(base, faq=entries("a"), languages=languages)
    bot = ListedBot({}, usual=Reply("unknown", lead="Alleen Engels."))
    (problem,) = found(folder, "questions-reach-their-entry", bot)
    assert problem.message == 'this question of "a" is taken for Dutch'
    assert problem.repair.startswith("delete it")


def test_a_decoy_that_is_answered_all_the_same(base: Path) -> None:
    """One's own is told; what was shipped, and what is a question as well, is told elsewhere or not at all."""
    folder = write(
        base, faq=entries("a"), decoys='pets:\n  - "my cat"\n  - "my dog"\n  - "please tell me of a"\n'
    )
    bot = ListedBot({}, usual=answered("a"))
    for match_in, expected in ((lambda _: lambda _: ("", 0.0), [3]), (None, [])):
        subject = Subject(
            load_knowledge(folder), bot, Finder(folder), shipped={("", "my cat")}, match_in=match_in
        )
        problems = [problem for problem in check(subject) if problem.rule == "decoys-are-refused"]
        assert [problem.position.line for problem in problems] == expected


def test_the_editors_own_tests(base: Path) -> None:
    """should must be answered by the entry and not must not; a failure stops publishing."""
    faq = entries("a", a="tests: {should: [one, two], not: [three, four]}")
    bot = ListedBot(
        {"one": answered("a"), "two": answered("b"), "three": answered("a"), "four": answered("b")}
    )
    problems = found(write(base, faq=faq), "tests-pass", bot)
    assert [(problem.level, problem.position.column) for problem in problems] == [
        ("error", 27),
        ("error", 39),
    ]
    assert [problem.cause for problem in problems] == ["The question: two", "The question: three"]


def test_a_test_question_that_raises_a_card_is_not_made_a_question(base: Path) -> None:
    """The card would come all the same."""
    faq = entries("a", a="tests: {should: [one]}")
    (problem,) = found(write(base, faq=faq), "tests-pass", ListedBot({"one": alarm("emergency")}))
    assert "raises the emergency card" in problem.message
    assert "false alarm" in problem.repair


def test_without_a_bot_nothing_is_asked(base: Path) -> None:
    """A base can be checked before anything is compiled."""
    faq = entries("a", a="tests: {should: [one], not: [two]}")
    assert {problem.rule for problem in check(Subject(load_knowledge(write(base, faq=faq))))} == {
        "enough-questions"
    }


def test_places_are_the_entrys_where_nothing_finds_better(base: Path) -> None:
    """Without files at hand every problem still stands at its entry."""
    knowledge = load_knowledge(write(base, faq=entries("a")))
    (problem,) = check(Subject(knowledge))
    assert problem.position == Position("faq.yaml", 2, 5)
    assert isinstance(knowledge, Knowledge)
    assert Review("x", "y").by == "x"


# --- safety


BUILT_IN = rules(("numb", "emergency"), ("fever", "urgent"))


def test_a_safety_file_may_add_and_raise() -> None:
    """More signs, and more serious ones, are fine."""
    own = rules(("numb", "emergency"), ("fever", "emergency"), ("rash", "urgent"), ("hint", "companion"))
    assert check_safety(own, BUILT_IN) == ()


def test_a_safety_file_may_not_lose_a_sign() -> None:
    """Each missing one is named in words."""
    (problem,) = check_safety(rules(("fever", "urgent")), BUILT_IN)
    assert (problem.level, problem.message) == ("error", 'the sign "numb" is missing: the numb')


@pytest.mark.parametrize(
    ("number", "line", "foreign"),
    [
        ("911", "Call or text 988 now.", ""),
        ("112", "Call or text 988 now.", "988"),
        ("112", "Call 911 now.", "911"),
        ("911", "Call 112 now.", "112"),
        ("112", "Call {emergency_number} now.", ""),
    ],
)
def test_numbers_of_another_country_on_the_cards(number: str, line: str, foreign: str) -> None:
    """988 helps nobody where 112 is called, and the other way round; {emergency_number} is right anywhere."""
    own = rules(("numb", "emergency"), ("fever", "urgent"), replies={"crisis-call": line})
    problems = check_safety(own, BUILT_IN, emergency_number=number)
    assert [(problem.level, problem.rule) for problem in problems] == (
        [("warning", "safety-numbers-are-local")] if foreign else []
    )
    assert all(f"names {foreign}, but" in problem.message for problem in problems)


def test_a_safety_file_may_not_lower_a_sign() -> None:
    """An emergency that is only urgent here is an error."""
    (problem,) = check_safety(rules(("numb", "urgent"), ("fever", "urgent")), BUILT_IN)
    assert (problem.level, problem.repair) == ("error", "class: emergency")


@pytest.mark.parametrize(
    ("usual", "here", "is_lowered"),
    [
        ("emergency", "crisis", True),
        ("crisis", "urgent", True),
        ("urgent", "companion", True),
        ("crisis", "emergency", False),
        ("urgent", "crisis", False),
    ],
)
def test_classes_have_one_order(usual: str, here: str, is_lowered: bool) -> None:
    """Emergency, crisis, urgent: as the triage itself orders them."""
    assert bool(check_safety(rules(("numb", here)), rules(("numb", usual)))) == is_lowered


def test_an_unsigned_safety_file_is_a_hint() -> None:
    """Nothing refuses to start for it, but it is said."""
    (problem,) = check_safety(rules(("numb", "emergency"), ("fever", "urgent"), signed=""), BUILT_IN)
    assert (problem.level, problem.rule) == ("hint", "safety-is-signed")


def test_the_built_in_safety_questions() -> None:
    """Each must raise its class; for an urgent one an emergency is enough, never the other way."""
    bot = ListedBot({"a": alarm("urgent"), "b": alarm("emergency"), "c": alarm("urgent"), "d": answered("x")})
    problems = check_safety_questions(bot, {"urgent": ["a", "b"], "emergency": ["c"], "crisis": ["d"]})
    assert [problem.message for problem in problems] == [
        "a message that must be emergency raises urgent",
        "a message that must be crisis raises no alarm",
    ]
    assert {problem.level for problem in problems} == {"error"}
