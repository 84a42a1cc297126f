"""Bases of other clinics, and bases that were edited while people talk."""

from __future__ import annotations

import json

import pytest

from chatbot import Chatbot, Conversation
from chatbot.knowledge_files import loading, opening
from chatbot.reply import Reply
from chatbot.speaking import sentences
from tests.support.bases import write
from tests.support.talk import entries_of, said

SMALL = """groups:
  first: {title: "First"}
  empty: {title: "Nobody"}
entries:
  - id: knee-brace
    group: first
    title: "What is a knee brace?"
    short: "It holds the knee."
    answer: "A brace holds the knee still."
    more: "It is worn by day."
    source: "1"
    related: [knee-cap, nowhere-else]
    consultation: "Ask about it."
    questions: ["what is a knee brace", "do i need a brace", "brace for my knee", "how does a brace work", "wear it"]
  - id: knee-cap
    group: first
    title: "What is the knee cap?"
    answer: "A bone of the knee."
    source: "2"
    consultation: "Ask about that."
    questions: ["what is the knee cap", "where is my knee cap", "the bone in front", "knee cap bone", "a cap of bone"]
"""


GLOSSARY = """- {term: "meniscus", also: [], meaning: "A cushion.", entry: "knee-cap"}
- {term: "ligament", also: [], meaning: "A band."}
- {term: "tendon", also: [], meaning: "A cord."}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, bot: Chatbot) -> Chatbot:
    """A base without hand-offs, follow-ups and decoys, with the built-in rules of safety."""
    files = {
        "faq": SMALL.replace(", nowhere-else", ""),
        "glossary": GLOSSARY.replace('"A band."', '"A band.", entry: "knee-cap"'),
    }
    folder = write(tmp_path_factory.mktemp("small"), **files)
    file = loading.PlainFile({}, (), lambda path: None, is_built_in=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "read_safety", lambda *_: file)
        patch.setattr(opening.safety, "compile_rules", lambda *_: bot._rules)
        return Chatbot(*opening.compile_knowledge(folder))


def test_a_word_of_the_word_list_may_be_of_no_entry(small: Chatbot) -> None:
    """Its answer names none; whatever is said next is answered."""
    turn = small.ask("what does tendon mean")
    assert [(answer.entry, answer.text) for answer in turn.reply.answers] == [("", "A cord.")]
    for message in ("thanks", "hello", "tell me more", "simpler", "again", "not that", "1", ""):
        assert small.ask(message, turn.conversation).reply.text


@pytest.mark.parametrize(
    "texts",
    [
        ["can the screws be taken out"],
        ["what causes it", "the second one"],
        ["surgery"],
        ["does insurance pay", "what is scar tissue", "not that"],
        ["I cannot feel my legs", "what is scar tissue"],
        ["pus is coming out of my wound. what is scar tissue"],
    ],
)
def test_a_conversation_goes_on_after_an_edit_of_the_knowledge_base(
    bot: Chatbot, small: Chatbot, texts: list[str]
) -> None:
    """A program that loads the edited base goes on with the patients it has, though their topic was deleted."""
    before = None
    for text in texts:
        before = bot.ask(text, before).conversation
    assert before is not None
    for message in (
        "tell me more",
        "again",
        "2",
        "the second one",
        "back",
        "not that",
        "why",
        "yes",
        "any others",
        "",
    ):
        turn = small.ask(message, before)
        assert turn.reply.text
        assert turn.conversation.level == before.level
        assert small.ask(message, before) == turn
    assert small.show("knee-cap", before).reply.answers[0].entry == "knee-cap"


def test_only_what_is_gone_is_forgotten_after_an_edit(bot: Chatbot) -> None:
    """The way back and what was told stay; numbers of a list with a hole would choose something else."""
    before = None
    for text in ("what is scar tissue", "can the screws be taken out"):
        before = bot.ask(text, before).conversation
    assert before is not None
    ids = {entry.id for entry in bot.knowledge.entries}
    assert before.among(ids) is before
    after = before.among(ids - {before.topic})
    assert (after.topic, after.topic_words, after.offered, after.last) == ("", (), (), None)
    assert after.told == ("scar-tissue",)
    offered = before.offered[0]
    after = before.among(ids - {offered})
    assert (after.topic, after.offered, after.last, after.answered) == (before.topic, (), None, None)
    assert after.topic_words == before.topic_words
    card = bot.ask("I cannot feel my legs", before).conversation
    assert card.among(ids - {"scar-tissue"}).pending == "card"
    assert card.among(ids - {"scar-tissue"}).last == card.last


def test_another_clinics_base_works_without_the_entries_that_ours_has(small: Chatbot) -> None:
    """No id is taken for granted: not the hand-offs, not the starters, not the small talk."""
    for texts in (
        ["should i wear a brace", "should i", "yes"],
        ["hello", "thanks", "what is a knee brace", "is mine normal", "bye"],
        [
            "what is a knee brace",
            "more",
            "more",
            "simpler",
            "again",
            "again",
            "not that",
            "not that",
            "back",
            "back",
        ],
        ["what is the knee cap", "more", "simpler", "simpler"],
        ["the bone", "1", "all of them", "the second one", "the fifth one", "7", "no", "neither"],
        ["what does ligament mean", "hello", "thanks", "what do those words mean", "again", "more"],
        [
            "what does tendon mean",
            "hello",
            "thanks",
            "what does tendon mean",
            "thanks",
            "again",
            "more",
            "back",
        ],
        ["no, i meant the cap", "what is a knee brace", "no, i meant the cap", "no, i meant the brace"],
        [
            "and why",
            "is it common",
            "how is the first one treated",
            "yes",
            "never mind",
            "start over",
            "speak to a person",
        ],
        ["you idiot", "i am scared", "i am so sad", "knee", "brace cap", "yes", "no", "ok"],
    ):
        so_far: Conversation | None = None
        for text in texts:
            reply, so_far = small.ask(text, so_far)
            assert reply.kind
            assert json.dumps(reply.to_dict())


def test_an_empty_group_is_no_part_of_the_menu(small: Chatbot) -> None:
    """Nobody opens a heading with nothing under it."""
    assert [title for title, _ in small.topics()] == ["First"]


def test_what_belongs_to_no_group_is_in_the_menu_too(small: Chatbot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups are optional: last under a heading of the program's own, small talk never."""
    medical = [one for one in small.knowledge.entries if one.kind != "smalltalk"]
    ids = [one.id for one in medical]
    bare = small.knowledge._replace(entries=tuple(one._replace(group="") for one in small.knowledge.entries))
    monkeypatch.setattr(small, "_knowledge", bare)
    assert [(title, [one.entry for one in listed]) for title, listed in small.topics()] == [
        ("Other questions", ids)
    ]
    some = (medical[0]._replace(group=""), *medical[1:])
    monkeypatch.setattr(small, "_knowledge", bare._replace(entries=some))
    assert [title for title, _ in small.topics()] == ["First", "Other questions"]


def test_a_choice_of_one_is_taken_with_yes(small: Chatbot) -> None:
    """Where one entry was offered, a bare yes is that one; where there are more, it is asked again."""
    one = small.ask("yes", Conversation(pending="choice", offered=("knee-cap",), last=Reply("clarify")))
    assert entries_of(one.reply) == ["knee-cap"]
    two = small.ask(
        "yes", Conversation(pending="choice", offered=("knee-cap", "knee-brace"), last=Reply("clarify"))
    )
    assert two.reply.kind == "clarify"
    assert [suggestion.entry for suggestion in two.reply.suggestions] == ["knee-cap", "knee-brace"]


def test_choices_may_be_taken_all_at_once_or_not_at_all(small: Chatbot) -> None:
    """ "All of them" are told in the order offered; a bare no asks for none."""
    offered = Conversation(pending="choice", offered=("knee-cap", "knee-brace"), last=Reply("clarify"))
    assert entries_of(small.ask("all of them", offered).reply) == ["knee-cap", "knee-brace"]
    assert small.ask("no", offered).reply.answers == ()


def test_an_answer_without_hard_words_says_so(small: Chatbot) -> None:
    """There is nothing to explain in plain words."""
    reply = said(small, "what is the knee cap", "what do those words mean").reply
    assert (reply.kind, reply.lead) == ("smalltalk", sentences.NO_HARD_WORDS)


def test_more_tells_what_more_there_is_and_then_says_so(small: Chatbot) -> None:
    """First the rest of a short answer, then what was kept back, then that there is nothing left."""
    reply = said(small, "what is a knee brace", "more").reply
    assert reply.answers[0].text == "It is worn by day."
    assert said(small, "what is a knee brace", "more", "more").reply.answers == ()
    short = said(small, "what is a knee brace", "simpler")
    assert short.reply.answers[0].text == "It holds the knee."
    assert (
        small.ask("more", short.conversation).reply.answers[0].text
        == "It holds the knee.\nA brace holds the knee still."
    )
