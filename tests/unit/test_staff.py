"""Promises of what the staff see: a verdict first, then each problem with its place and what to do."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from chatbot import safety
from chatbot.decision import Decided
from chatbot.engine import Chatbot, Explanation
from chatbot.knowledge import KnowledgeError, Position, Problem
from chatbot.knowledge_files import loading, opening
from chatbot.matching import Matched
from chatbot.matching.ranking import Match, Ranking
from chatbot.matching.word_reader import ReadWord
from chatbot.normalise import normalise
from chatbot.reply import Answer, Reply
from chatbot.staff import check
from chatbot.staff.check import CANNOT_LOAD, DONE, PROBLEMS_FOUND, run_check
from chatbot.staff.report import describe
from chatbot.staff.why import _LABEL_WIDTH, explain_in_words, run_why
from tests.support.bases import BUILT_IN, entries, pretend_built_in, write
from tests.support.listed_bot import ListedBot, answered, rules

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts" / "staff"
SCENARIOS = sorted(path.name for path in TRANSCRIPTS.iterdir() if path.is_dir())
WITHOUT_SAFETY = {name: text for name, text in BUILT_IN.items() if name != "safety.yaml"}


@pytest.fixture
def built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A base without a safety file: no signs to compile, nothing said of them."""
    return pretend_built_in(tmp_path / "built-in", monkeypatch, WITHOUT_SAFETY)


class Obliging:
    """Answers each question of a base with its entry, and all else with one of them."""

    def __init__(self, folder: str | None) -> None:
        knowledge = loading.load_knowledge(folder)
        self.owners = {text: entry.id for entry in knowledge.entries for text in entry.questions}
        self.first = knowledge.entries[0].id

    def ask(self, text: str) -> Any:
        return ListedBot({}, answered(self.owners.get(text, "walking"))).ask(text)


def report(folder: str | None, **options: Any) -> tuple[int, str]:
    out = io.StringIO()
    status = run_check(folder, out=out, load_bot=options.pop("load_bot", Obliging), **options)
    return status, out.getvalue()


# --- transcripts


@pytest.mark.usefixtures("built_in")
@pytest.mark.parametrize("name", [*SCENARIOS, "nowhere"])
def test_report_as_staff_read_it(name: str, renew: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Word for word as in tests/transcripts/staff; `pytest --renew` writes them anew."""
    monkeypatch.chdir(TRANSCRIPTS)
    status, text = report(name)
    transcript = f"$ spine-faq check {name}\n{text}$ echo $?\n{status}\n"
    path = TRANSCRIPTS / f"{name}.txt"
    if renew:
        path.write_text(transcript, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == transcript


# --- the report


@pytest.mark.usefixtures("built_in")
def test_status_and_strictness(tmp_path: Path) -> None:
    """Hints never stop publishing, warnings when strict, errors always; a missing folder is said apart."""
    folder = write(tmp_path / "base", faq=entries("walking"))
    assert report(folder)[0] == DONE
    status, text = report(folder, is_strict=True)
    assert status == PROBLEMS_FOUND
    assert text.startswith(
        "1 problem stops publishing (with --strict, which counts 1 warning as an error), 1 suggestion "
        "(3 entries, 4 questions)\n"
    )
    assert report(write(tmp_path / "broken", faq="entries: x"))[0] == PROBLEMS_FOUND
    assert report(str(tmp_path / "none"))[0] == CANNOT_LOAD


@pytest.mark.usefixtures("built_in")
def test_json_has_one_problem_a_line(tmp_path: Path) -> None:
    """Programs get every field, in ASCII, and no talk."""
    _, text = report(write(tmp_path / "base", faq=entries("walking") + "  - é\n"), as_json=True)
    assert text.isascii()
    problem = json.loads(text)
    assert problem["rule"] == "entry-is-fields"
    assert (problem["line"], problem["column"]) == (9, 5)
    assert problem["file"].endswith("faq.yaml")


@pytest.mark.usefixtures("built_in")
def test_what_the_built_in_base_lends_is_not_the_editors_affair(tmp_path: Path) -> None:
    """Its few greetings are no hint for whoever checks another folder, but for the built-in base they are."""
    _, text = report(write(tmp_path / "base", faq=entries("walking")))
    assert "greeting" not in text
    assert '"greeting" has 2 questions' in report(None)[1]


def test_a_copy_of_the_built_in_base_starts_without_warnings(built_in: str, tmp_path: Path) -> None:
    """What goes astray in it is its developers' affair: a warning there, a hint in the copy."""

    class Deaf(Obliging):
        def ask(self, text: str) -> Any:
            return ListedBot({}).ask(text)

    copy = write(tmp_path / "copy")
    for file in Path(built_in).iterdir():
        (tmp_path / "copy" / file.name).write_bytes(file.read_bytes())
    assert "warning: this question of" in report(built_in, load_bot=Deaf)[1]
    _, text = report(copy, load_bot=Deaf)
    assert "warning" not in text
    assert "hint: this question of" in text


def test_a_question_that_takes_another_entrys_patients(built_in: str, tmp_path: Path) -> None:
    """Both places are named; in the built-in base itself nobody is bothered with it."""
    removed = ("remove the screws", "screws removed", "removing screws", "removing my screws and rods")
    screws = "".join(f"      - {text}\n" for text in removed)
    parking = entries("parking").removeprefix("entries:\n") + "      - remove my rods\n"
    text = entries("screws") + screws + parking + entries("walking").removeprefix("entries:\n")
    folder = write(tmp_path / "base", faq=text)
    _, told = report(folder)
    assert 'faq.yaml:20:9: warning: this question of "parking" takes patients from "screws"' in told
    assert "(patients-keep-their-entry)" in told
    write(Path(built_in), faq=text)
    assert "patients-keep-their-entry" not in report(None)[1]


@pytest.mark.usefixtures("built_in")
def test_a_word_of_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large base takes its time: a few words on the way, none where only a few questions are asked."""
    monkeypatch.setattr(check, "_FEWEST_TOLD_OF", 10)
    words = (
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    )
    many = "".join(f"      - the {word}\n" for word in words)
    told: list[str] = []
    report(write(tmp_path / "large", faq=entries("walking") + many), tell=told.append)
    assert told == [f"{count} of 16 questions are asked." for count in (4, 8, 12)]
    told.clear()
    report(write(tmp_path / "small", faq=entries("walking")), tell=told.append)
    assert told == []


@pytest.mark.usefixtures("built_in")
def test_nothing_to_repair(tmp_path: Path) -> None:
    """A good base is told so, with what was counted."""
    faq = (TRANSCRIPTS / "fine" / "topics.yaml").read_text()
    assert report(write(tmp_path / "base", topics=faq)) == (
        0,
        "nothing to repair (3 entries, 11 questions)\n",
    )


@pytest.mark.usefixtures("built_in")
def test_what_the_engine_refuses_is_reported(tmp_path: Path) -> None:
    """Problems that only show when everything is compiled come in the same form, once."""
    folder = write(tmp_path / "base", faq=entries("walking"))
    problem = Problem("error", "odd", Position("faq.yaml", 2, 5), "this is odd")

    def refuse(_: str | None) -> Any:
        raise KnowledgeError((problem, problem))

    status, text = report(folder, load_bot=refuse)
    assert status == PROBLEMS_FOUND
    assert text.startswith("1 problem stops publishing\n")
    assert text.count("    2 |   - id: walking") == 1


def described(**parts: Any) -> str:
    values: dict[str, Any] = {
        "level": "error",
        "rule": "r",
        "position": Position("f.yaml", 3, 5),
        "message": "m",
    }
    return describe(Problem(**(values | parts)))


def test_the_example_of_the_style_guide() -> None:
    """Place, message and rule; the line and a caret; cause; what to do."""
    assert described(
        rule="answer-is-text",
        position=Position("knowledge/topics.yaml", 41, 13),
        message="this answer is the truth value False, not text",
        cause="YAML reads a bare no, yes, on or off as true or false.",
        repair='put quotes around it: answer: "no"',
        excerpt="    answer: no",
    ).split("\n") == [
        "knowledge/topics.yaml:41:13: error: this answer is the truth value False, not text (answer-is-text)",
        "   41 |     answer: no",
        "      |             ^^",
        "  YAML reads a bare no, yes, on or off as true or false.",
        '  Do this: put quotes around it: answer: "no"',
    ]


def test_a_problem_without_a_line() -> None:
    """Only what there is to say is said; a repair may have several lines."""
    assert described(repair="write:\na: b\n") == "f.yaml:3:5: error: m (r)\n  Do this: write:\n    a: b"
    assert described() == "f.yaml:3:5: error: m (r)"


@pytest.mark.parametrize(
    ("line", "column", "shown", "carets"),
    [
        ('a: "b c" # d', 4, 'a: "b c" # d', "   ^^^^^"),
        ("a: 'it''s'", 4, "a: 'it''s'", "   ^^^^^^^"),
        ("a: [b]", 4, "a: [b]", "   ^"),
        ("\ta: b", 1, " a: b", "^"),
        ("漢字: no", 5, "漢字: no", "      ^^"),
        ("e\u0301: no", 5, "e\u0301: no", "   ^^"),
        ("a: b", 9, "a: b", "    ^"),
        ("x" * 100, 1, "x" * 72 + "...", "^" * 36),
        (
            "x" * 50 + " end of it " + "y" * 50,
            52,
            "..." + "x" * 23 + " end of it " + "y" * 38 + "...",
            " " * 27 + "^^^",
        ),
        ("z" * 100 + " no", 102, "..." + "z" * 69 + " no", " " * 73 + "^^"),
    ],
)
def test_carets_point_at_the_place(line: str, column: int, shown: str, carets: str) -> None:
    """Under the word, also after wide characters and marks, and in a line too long to be shown."""
    lines = described(position=Position("f", 7, column), excerpt=line).split("\n")
    assert lines[1:] == [f"    7 | {shown}", f"      | {carets}"]


def test_paths_below_the_current_folder_are_short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Long ones stay whole, so that an editor can open them."""
    monkeypatch.chdir(tmp_path)
    assert described(position=Position(str(tmp_path / "k" / "f.yaml"))).startswith(
        str(Path("k") / "f.yaml:1:1")
    )
    assert described(position=Position("/elsewhere/f.yaml")).startswith("/elsewhere/f.yaml:1:1")


def test_nothing_hidden_reaches_the_screen() -> None:
    """Whatever was found in a file, the report is safe to print."""
    text = described(
        message="a\x1b[31m",
        cause="b\u202e",
        repair="c\x07\nd\x1b]0;t\x07",
        position=Position("f\x1b[2J.yaml"),
    )
    assert text.replace("\n", "").isprintable()


# --- safety


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Let the name in a safety file stand for its signs."""

    def compile_rules(data: Mapping[str, Any], **_: object) -> Any:
        return rules(
            *((sign["id"], "emergency") for sign in data["signs"]), signed=data.get("reviewed_by", "")
        )

    monkeypatch.setattr(safety, "compile_rules", compile_rules)
    return compile_rules


@pytest.mark.usefixtures("compiled")
def test_the_safety_file_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An own file with fewer signs stops publishing; the built-in messages are asked whoever's file it is."""
    questions = {"safety-questions.yaml": "emergency: [I cannot feel it]\n"}
    pretend_built_in(tmp_path / "built-in", monkeypatch, BUILT_IN | questions)
    folder = write(tmp_path / "base", faq=entries("walking"))
    _, text = report(folder)
    assert "a message that must be emergency raises no alarm (safety-questions-pass)" in text
    assert "no clinician has signed" in text
    copying = "Do this: copy this file into your folder (spine-faq copy --safety your-folder), have a clinician read it"
    assert f"{copying}, and sign it there:" in text
    assert "copy this file" not in report(str(tmp_path / "built-in"))[1]
    _, text = report(write(tmp_path / "base", safety="reviewed_by: X\nsigns: [{id: other}]\n"))
    assert 'the sign "numb" is missing' in text
    assert "no clinician has signed" not in text


# --- why


@pytest.fixture(scope="module")
def bot() -> Chatbot:
    return Chatbot(*opening.compile_knowledge(str(TRANSCRIPTS.parent / "small-knowledge")))


def why(bot: Chatbot, question: str, **options: Any) -> str:
    out = io.StringIO()
    run_why(bot, question, out=out, **options)
    return out.getvalue()


def labels(text: str) -> dict[str, str]:
    return {line[:15].strip(): line[15:] for line in text.splitlines()}


def test_why_shows_the_evidence(bot: Chatbot) -> None:
    """Words by how they were read, the best entries and how sure, what decided, what was said."""
    said = labels(why(bot, "please tell me, does scar tisue press on a nerve, blorptangle?"))
    assert said["question"] == "please tell me, does scar tisue press on a nerve, blorptangle?"
    assert said["danger"] == "none"
    assert "scar" in said["known"]
    assert "tisue (read as tissue)" in said["repaired"]
    assert "blorptangle" in said["unknown"]
    assert "please" in said["left out"]
    assert said["best"].startswith("scar-tissue: score ")
    assert {"runner-up", "margin", "covered", "decided"} <= said.keys()
    assert said["reply"].endswith(": scar-tissue")


def test_why_shows_an_exact_question(bot: Chatbot) -> None:
    """One of the entry's own needs no weighing."""
    assert labels(why(bot, "does scar tissue hurt"))["exact"] == "the question is one of the entry's own"


def test_why_shows_a_danger(bot: Chatbot) -> None:
    """The sign, the words that showed it, the rule; nothing was matched."""
    said = labels(why(bot, "I cannot feel my legs since this morning"))
    assert said["danger"].startswith("emergency, ")
    assert '"' in said["danger"]
    assert said["reply"] == "safety: no entry"
    assert said["decided"] == "safety: danger is answered first, whatever else is asked"


@pytest.mark.parametrize("question", ["", "say that again", "\x1b[31m\u202e", "thanks"])
def test_why_explains_anything(bot: Chatbot, question: str) -> None:
    """Whatever is asked, there is a question, a rule and a reply, fit for a screen."""
    text = why(bot, question)
    assert {"question", "decided", "reply"} <= labels(text).keys()
    assert text.replace("\n", "").isprintable()


def test_labels_stand_apart_from_what_they_name() -> None:
    """Also the longest ones."""
    word = ReadWord("paris", "outside", ())
    matched = Matched(Ranking((), 1.0, 1.0, (word,), ()), (), False, ("paris",))
    lines = explained(Decided("unknown", uncovered=("x",), matched=matched))
    assert lines["outside words"] == "paris"
    assert all(len(label) < _LABEL_WIDTH for label in lines)


def test_why_as_json(bot: Chatbot) -> None:
    """One line with every part by name."""
    text = why(bot, "does scar tisue hurt", as_json=True)
    assert text.count("\n") == 1
    data = json.loads(text)
    assert data["question"]["text"] == "does scar tisue hurt"
    assert data["reply"]["answers"][0]["entry"] == "scar-tissue"
    assert isinstance(data["decided"]["matched"]["confidences"][0], float)


def explained(decided: Decided, follow_up: str = "question", asked: str = "a knee") -> dict[str, str]:
    reply = Reply("answer", (Answer("a", "A", "A", "S", 1.0),))
    return dict(explain_in_words(Explanation(normalise(asked), safety.Finding(), decided, reply, follow_up)))


def test_why_names_what_is_not_covered() -> None:
    """A part of the message that nothing answers is repeated, and how a follow-up was read."""
    lines = explained(Decided("answer", uncovered=("knee",), rule="two questions"), "again")
    assert lines["not covered"] == "knee"
    assert lines["read as"] == "again"


def test_why_names_what_speaks_against() -> None:
    """A single match has no margin; what is known to be outside is weighed, too."""
    ranking = Ranking((Match("a", 1.0, 1.0, 1.0),), 0.5, 1.0, (), ("joint",))
    lines = explained(Decided("answer", matched=Matched(ranking, (0.5,), False, ("a", "knee"))))
    assert lines["best"] == "a: score 1.00, sure 50%"
    assert lines["outside"].endswith("scores 0.50")
    assert lines["lexicon"] == "joint"
    assert not {"margin", "runner-up", "left out"} & lines.keys()


def test_why_shows_a_misheard_phrase_as_repaired() -> None:
    """What was read as it is meant was not left out."""
    words = ("what", "is", "pseudarthrosis")
    ranking = Ranking((), 0.0, 1.0, (ReadWord("pseudarthrosis", "known", ()),), ())
    matched = Matched(ranking, (), False, words, respelt=(("sudo arthrosis", "pseudarthrosis"),))
    lines = explained(Decided("unknown", matched=matched), asked="please, what is sudo arthrosis")
    assert lines["known"] == "pseudarthrosis"
    assert lines["repaired"] == "sudo arthrosis (read as pseudarthrosis)"
    assert lines["left out"] == "please"


# --- where it goes


@pytest.mark.usefixtures("built_in")
def test_results_go_to_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, bot: Chatbot
) -> None:
    """The report and the explanation are results, not talk; without a bot the engine's is asked."""
    monkeypatch.setattr(Chatbot, "load", classmethod(lambda cls, folder: Obliging(folder)))
    topics = (TRANSCRIPTS / "fine" / "topics.yaml").read_text()
    assert run_check(write(tmp_path / "base", topics=topics)) == DONE
    run_why(bot, "hello")
    out, err = capsys.readouterr()
    assert out.startswith("nothing to repair")
    assert "\nreply" in out
    assert not err
