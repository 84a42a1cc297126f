"""The questions of the knowledge base: enough of them, each in one place, none used for measuring, all answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from guide_runs import words_of
from question_hashes import question_digest, questions_in

from chatbot import Chatbot
from chatbot.knowledge_files.loading import load_folder
from chatbot.reply import Reply
from tests.support.answers import DATA, ENTRIES, IDS, entry_of, knowledge, lines_of

FEWEST_QUESTIONS = 20
OWN_ANSWERED = 0.99
MEASURED_WITH = frozenset(lines_of(DATA / "development_hashes.txt"))


def alike(text: str) -> str:
    """The text in a form in which case, punctuation and apostrophes do not count."""
    return " ".join(words_of(text.replace("'", "").replace("\u2019", "")))


def wordings() -> Iterator[tuple[str, str]]:
    """Every wording that the matcher learns from, and where it stands."""
    for entry in ENTRIES:
        yield from ((entry.id, question) for question in entry.questions)
    for line in knowledge().follow_ups:
        yield from (("follow-ups.yaml", question) for question in line.say)
    yield from (("decoys.yaml", question) for question in knowledge().decoys)


def test_nothing_is_wrong_or_doubtful_in_the_files() -> None:
    """Not even a hint: who copies the folder would see it in every check, and learn to skip hints."""
    assert load_folder(None)[1] == ()


@pytest.mark.parametrize("entry_id", IDS)
def test_every_entry_has_enough_questions(entry_id: str) -> None:
    """Twenty different ones at least: fewer than that and a new wording is too often a strange one."""
    assert len({alike(question) for question in entry_of(entry_id).questions}) >= FEWEST_QUESTIONS


def test_no_question_stands_twice() -> None:
    """Not in two entries, not in one; nor is a question of an entry a decoy."""
    places = defaultdict(list)
    for entry in ENTRIES:
        for question in entry.questions:
            places[alike(question)].append(entry.id)
    for question in knowledge().decoys:
        places[alike(question)].append("decoys.yaml")
    assert {question: where for question, where in places.items() if len(where) > 1} == {}


def test_a_title_belongs_to_one_entry() -> None:
    """It is no other entry's title or question."""
    titles = {alike(entry.title): entry.id for entry in ENTRIES}
    assert len(titles) == len(ENTRIES)
    others = [
        (entry.id, q)
        for entry in ENTRIES
        for q in entry.questions
        if titles.get(alike(q), entry.id) != entry.id
    ]
    assert others == []


def test_no_wording_is_a_question_that_is_measured_with() -> None:
    """Neither one kept outside (known by its digest) nor one of tests/data/questions.yaml."""
    measured = set(MEASURED_WITH)
    for name in ("questions.yaml", "dialogues.yaml"):
        if (DATA / name).exists():
            data = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
            measured |= {question_digest(question) for question in questions_in(data)}
    assert len(measured) > 300
    assert [(place, text) for place, text in wordings() if question_digest(text) in measured] == []


@pytest.fixture(scope="module")
def bot() -> Chatbot:
    return Chatbot.load()


def answered(reply: Reply) -> str:
    """The entry that a reply gives first; for a safety card its level."""
    if reply.safety is not None:
        return reply.safety.level
    return reply.answers[0].entry if reply.answers else reply.kind


def test_every_entrys_own_questions_are_answered_by_it(bot: Chatbot) -> None:
    """At least 99 in 100 through all of `ask`: safety, courtesy and two questions in one message included."""
    asked = [(entry.id, question) for entry in ENTRIES for question in entry.questions]
    missed = [(own, question) for own, question in asked if answered(bot.ask(question).reply) != own]
    assert len(missed) <= (1 - OWN_ANSWERED) * len(asked), missed


@pytest.mark.parametrize("entry_id", IDS)
def test_every_title_is_answered_by_its_entry(bot: Chatbot, entry_id: str) -> None:
    """Titles are what suggestions and menus offer, so a patient types them. A personal one may come second."""
    reply = bot.ask(entry_of(entry_id).title).reply
    assert reply.safety is None
    told = [answer.entry for answer in reply.answers]
    assert entry_id in (told if entry_id == "personal-advice" else told[:1])


def test_the_base_from_the_cache_says_what_a_fresh_one_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Word for word, alarms included: packing for the cache changes nothing."""
    monkeypatch.setenv("SPINE_FAQ_CACHE", str(tmp_path / "cache"))
    fresh, kept = Chatbot.load(), Chatbot.load()
    asked = [text for entry in ENTRIES for text in (entry.title, entry.questions[0], entry.questions[-1])]
    asked += ["I cannot feel my legs since this morning", "there is pus in my wound", "I want to end it all"]
    assert [text for text in asked if fresh.ask(text).reply != kept.ask(text).reply] == []
