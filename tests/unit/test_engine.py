"""The whole program: a message and a conversation in, a turn out. What is asked of it in contract and style."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from chatbot import Chatbot, Conversation, engine
from chatbot.engine import Turn
from chatbot.follow_up.set_phrases import STEER_OF
from chatbot.knowledge_files import loading, opening
from chatbot.matching.features import pieces, stem
from chatbot.parts import last_question, segments
from chatbot.reply import Reply
from chatbot.speaking import sentences
from tests.support.bases import write

EMERGENCY = "i can't feel my groin and i can't pee"
URGENT = "my incision is red and leaking"


def talk(bot: Chatbot, *texts: str) -> Turn:
    """Return the turn after these messages."""
    so_far: Conversation | None = None
    for text in texts:
        turn = bot.ask(text, so_far)
        so_far = turn.conversation
    return turn


def told(reply: Reply) -> list[str]:
    return [answer.entry for answer in reply.answers]


# -- entries, menus, explanations


def test_every_entry_can_be_shown(bot: Chatbot) -> None:
    """A suggestion that was tapped is answered by just that entry, surely, in the form of its kind."""
    kinds = {"faq": "answer", "topic": "answer", "handoff": "handoff", "smalltalk": "smalltalk"}
    for entry in bot.knowledge.entries:
        turn = bot.show(entry.id)
        assert told(turn.reply) == [entry.id]
        assert turn.reply.kind == kinds[entry.kind]
        assert turn.reply.answers[0].confidence == 1.0
        assert turn.conversation.last == turn.reply
        assert entry.title in turn.reply.text or entry.kind == "smalltalk"


@pytest.mark.parametrize("entry", ["", "nowhere", "~", "scar tissue"])
def test_an_unknown_entry_is_a_mistake_of_the_caller(bot: Chatbot, entry: str) -> None:
    """Whoever asks for an id that is not there hears so."""
    with pytest.raises(KeyError, match=entry or "''"):
        bot.show(entry)


def test_an_entry_is_shown_within_a_conversation(bot: Chatbot) -> None:
    """What is asked after it is about it."""
    first = bot.show("scar-tissue", bot.ask("how common is lasting pain").conversation)
    assert first.conversation.trail == ("how-common",)
    assert told(bot.ask("back", first.conversation).reply) == ["how-common"]


def test_the_menu_holds_everything_but_small_talk_once(bot: Chatbot) -> None:
    """Each entry stands in its group, under the title that patients read."""
    menu = bot.topics()
    offered = [suggestion for _, suggestions in menu for suggestion in suggestions]
    expected = {entry.id: entry.title for entry in bot.knowledge.entries if entry.kind != "smalltalk"}
    assert {one.entry: one.question for one in offered} == expected
    assert len(offered) == len(expected)
    assert len({title for title, _ in menu}) == len(menu)


def test_an_explanation_is_the_same_reading_as_the_answer(bot: Chatbot) -> None:
    """`why` tells of what was done, not of something like it."""
    for text in ("what is scar tissue", "can my dog have surgery", EMERGENCY, "hello", "yes", ""):
        explanation = bot.explain(text)
        assert explanation.reply == bot.ask(text).reply
        assert explanation.question.text == text
        assert explanation.decided.rule
    explained = bot.explain("what is scra tisue")
    assert explained.decided.matched is not None
    assert {word.status for word in explained.decided.matched.ranking.words} >= {"repaired", "known"}
    assert explained.decided.rule
    assert bot.explain("no", talk(bot, "what is scar tissue").conversation).follow_up == "no"


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("what does instability mean", "asks what a word of the word list means: instability"),
        ("tell me more", "asks for more on the last answer"),
        ("speak to a person", "asks for a person"),
        ("7", "a number that nothing on the screen has"),
        ("hola me duele la espalda", "the message is in another language: Spanish"),
        ("could you please tell me", "the message is nothing but courtesy"),
        ("...", "the message has no words"),
        ("you type too much", "a remark that asks nothing: too-long"),
    ],
)
def test_an_explanation_says_what_decided_where_nothing_was_matched(
    bot: Chatbot, question: str, rule: str
) -> None:
    """The word list, another language, a set phrase: each has its rule."""
    assert bot.explain(question).decided.rule == rule


def test_an_explanation_says_that_a_message_speaks_to_a_card(bot: Chatbot) -> None:
    """What is said after a card is read as said to it."""
    card = bot.ask("I want to die").conversation
    assert bot.explain("thanks", card).decided.rule == "is said to the safety card: thanks"


# -- danger first


def test_an_emergency_is_answered_with_its_card_alone(bot: Chatbot) -> None:
    """The action first and nothing beside it that could keep anybody reading; no consultation is sold."""
    reply = bot.ask(f"what is scar tissue? {EMERGENCY}").reply
    assert reply.kind == "safety"
    assert reply.safety is not None
    assert reply.safety.level == "emergency"
    assert "911" in reply.safety.text
    assert (reply.answers, reply.suggestions, reply.consultation) == ((), (), None)
    assert reply.text.index("911") < 120


def test_the_question_behind_an_emergency_card_is_kept(bot: Chatbot) -> None:
    """Who still wants the answer says yes; where there is none, that is said."""
    turn = talk(bot, f"what is scar tissue? {EMERGENCY}", "yes")
    assert turn.reply.kind != "safety"
    assert turn.conversation.waiting == ""
    nothing = bot.ask("yes", Conversation(pending="card", waiting="qwertyuiop", level="emergency"))
    assert nothing.reply.kind == "unknown"
    found = bot.ask("yes", Conversation(pending="card", waiting="what is scar tissue", level="emergency"))
    assert told(found.reply) == ["scar-tissue"]


def test_an_urgent_message_gets_its_answer_below_the_card(bot: Chatbot) -> None:
    """The card first; what was asked is answered under it, where it is clear."""
    reply = bot.ask(f"{URGENT}. what is pseudarthrosis?").reply
    assert reply.kind == "safety"
    assert reply.safety is not None
    assert reply.safety.level == "urgent"
    below = bot.ask("my calf is red and swollen since yesterday").reply
    assert below.safety is not None


def test_an_answer_below_an_urgent_card_has_its_reason_for_a_visit(bot: Chatbot) -> None:
    """After the call; in short the next time. Where nothing is answered, only the card says what to do."""
    first = bot.ask(f"{URGENT}. what is pseudarthrosis?")
    assert first.reply.answers
    assert first.reply.consultation
    assert first.reply.consultation.startswith("First the call to your surgical team today")
    again = bot.ask("what is pseudarthrosis?", first.conversation).reply
    assert again.consultation == sentences.CONSULTATION_SHORT
    assert bot.ask(URGENT).reply.consultation is None
    assert bot.ask(f"{EMERGENCY}. what is pseudarthrosis?").reply.consultation is None


def test_after_a_card_the_line_stays_and_never_falls(bot: Chatbot) -> None:
    """The most serious level of a conversation is remembered, whatever is said next."""
    after = talk(bot, EMERGENCY, "what is scar tissue")
    assert after.conversation.level == "emergency"
    assert any("911" in note for note in after.reply.notes)
    assert talk(bot, EMERGENCY, URGENT).conversation.level == "emergency"
    assert talk(bot, EMERGENCY, "start over").conversation.level == "emergency"


def test_talk_about_a_sign_gets_a_quiet_line(bot: Chatbot) -> None:
    """Asked in general, danger is answered as a question, with a line for those it happens to."""
    reply = bot.ask("can a screw come loose").reply
    assert reply.kind != "safety"
    found = [
        bot.ask(text).reply
        for text in ("what does numbness in the groin mean", "is leg weakness a sign of a problem")
    ]
    assert any(note for reply in found for note in reply.notes)


def test_steering_words_are_no_alarm(bot: Chatbot) -> None:
    """ "I do not understand", "start all over", "both": what steers a conversation is about no danger."""
    steering = (
        *STEER_OF,
        "all of them",
        "the second one",
        "number two",
        "how is the second one treated",
    )
    raised = [text for text in steering if bot.ask(text).reply.safety]
    assert raised == []


def test_the_entries_first_questions_are_no_emergencies(bot: Chatbot) -> None:
    """What an entry is there to answer is not kept from the patient by a card for emergencies."""
    raised = [
        question
        for entry in bot.knowledge.entries
        for question in (entry.title, *entry.questions[:8])
        if (safety := bot.ask(question).reply.safety) and safety.level != "urgent"
    ]
    assert raised == []


# -- what callers hand in


def test_a_chatbot_cannot_be_changed(bot: Chatbot) -> None:
    """It is shared between threads."""
    for name in ("knowledge", "anything"):
        with pytest.raises(AttributeError):
            setattr(bot, name, None)


@pytest.mark.parametrize("text", [None, 5, b"hello", ["hello"]])
def test_a_message_that_is_no_text_is_a_type_error(bot: Chatbot, text: Any) -> None:
    """A mistake of the caller's, which says so."""
    for method in (bot.ask, bot.explain):
        with pytest.raises(TypeError, match="a message is a text, not "):
            method(text)


@pytest.mark.parametrize("given", ["x", "", 0, (), {}])
def test_a_conversation_that_is_none_is_a_type_error(bot: Chatbot, given: Any) -> None:
    """Also an empty one, which could be taken for a new conversation."""
    for method, first in ((bot.ask, "hi"), (bot.explain, "hi"), (bot.show, "what-is-fbss")):
        with pytest.raises(TypeError, match="a conversation is what a Turn holds"):
            method(first, given)


def test_a_turn_in_place_of_its_conversation_is_named(bot: Chatbot) -> None:
    """The easiest slip of all."""
    with pytest.raises(TypeError, match="hand in its `conversation`"):
        bot.ask("hi", bot.ask("hello"))  # type: ignore[arg-type]


# -- odd messages


@pytest.mark.parametrize(
    "said", ["word", "the", "you", "pain", "the pain", "my back hurts and", "what is a rod?"]
)
def test_length_lends_no_certainty(bot: Chatbot, said: str) -> None:
    """A word many times over is answered as it is once, with the same choices and as surely."""
    once, often = bot.ask(said).reply, bot.ask(f"{said} " * 50).reply
    assert often == once


def test_an_empty_message_gets_one_hint(bot: Chatbot) -> None:
    """The second time without a list, but never nothing: a telephone would be silent. After a question as at first."""
    first = bot.ask("  ")
    assert first.reply.lead
    assert first.reply.suggestions
    second = bot.ask("", first.conversation).reply
    assert (second.lead, second.suggestions, second.text) == (
        first.reply.lead,
        (),
        f"Note: {first.reply.lead}",
    )
    later = talk(bot, "", "what is scar tissue", "").reply
    assert later.lead == first.reply.lead and later.suggestions


@pytest.mark.parametrize(
    ("danger", "number"),
    [("I want to die", "988"), (EMERGENCY, "911"), ("my wound is leaking pus", "surgical team")],
)
@pytest.mark.parametrize("empty", ["", "  ", "...", "?"])
def test_an_empty_message_after_a_card_gets_the_line_that_stays_and_nothing_else(
    bot: Chatbot, danger: str, number: str, empty: str
) -> None:
    """Each time: a list of questions would push the card off a small screen."""
    conversation = bot.ask(danger).conversation
    for _ in range(3):
        turn = bot.ask(empty, conversation)
        conversation = turn.conversation
        assert number in turn.reply.text
        assert (turn.reply.lead, turn.reply.suggestions, len(turn.reply.notes)) == ("", (), 1)


def test_a_long_message_is_answered_and_says_that_it_was_cut(bot: Chatbot) -> None:
    """Nobody wonders why the end was not read, and it is said before the answer: on a small screen that is first."""
    reply = bot.ask("what is scar tissue? " * 200).reply
    assert reply.lead.startswith(sentences.CUT)
    assert reply.text.index("2,000 characters") < reply.text.index("Source:")
    assert sentences.CUT not in bot.ask("what is scar tissue?").reply.text


@pytest.mark.parametrize(
    ("text", "level", "says_so"),
    [
        ("my wound is leaking pus", "urgent", True),
        ("i can not pass urine and my groin is numb", "emergency", False),
        ("i want to kill myself", "crisis", False),
    ],
)
def test_below_a_card_only_an_urgent_one_says_that_a_message_was_cut(
    bot: Chatbot, text: str, level: str, says_so: bool
) -> None:
    """There may be more in the rest. Beside 911 and 988 nothing is asked of the patient."""
    reply = bot.ask(f"{text}. {'and then we went home again. ' * 80}").reply
    assert reply.safety is not None
    assert reply.safety.level == level
    assert (sentences.CUT in reply.text) == says_so


def test_another_language_is_answered_in_it(bot: Chatbot) -> None:
    """One reviewed sentence; nothing is guessed from words of another language."""
    reply = bot.ask("tengo mucho dolor en la espalda después de la cirugía").reply
    assert reply.kind == "unknown"
    in_languages = {language.sentence for language in bot.knowledge.languages}
    assert reply.lead in in_languages


@pytest.mark.parametrize(
    "digit", ["\u1369", "number \u1369", "\u00b2", "option \u0967", "9" * 60, "number " + "9" * 60, "0", "-1"]
)
def test_numbers_of_any_script_and_size_choose_or_do_not(bot: Chatbot, digit: str) -> None:
    """A digit that is no decimal number is no choice, and no error."""
    assert bot.ask(digit).reply.kind
    assert bot.ask(digit, talk(bot, "what is scar tissue").conversation).reply.kind


def test_an_insult_is_met_with_an_apology(bot: Chatbot) -> None:
    """No lecture and no answer to what was not asked."""
    reply = bot.ask("you stupid useless machine").reply
    assert (reply.kind, reply.answers) == ("unknown", ())
    assert reply.lead
    assert reply.suggestions


def test_fear_gets_one_kind_sentence_before_the_answer(bot: Chatbot) -> None:
    """And not again with every message."""
    first = bot.ask("i am scared. what is scar tissue?")
    assert told(first.reply) == ["scar-tissue"]
    assert sentences.TONES["fear"] in first.reply.lead
    again = bot.ask("i am scared. how common is lasting pain?", first.conversation)
    assert sentences.TONES["fear"] not in again.reply.lead


# -- words of the guide


def test_a_word_of_the_guide_is_explained(bot: Chatbot) -> None:
    """A word that is no entry of its own has its plain meaning."""
    explained = [
        term for term in bot.knowledge.glossary if bot.ask(f"what does {term.term} mean").reply.answers
    ]
    assert len(explained) > len(bot.knowledge.glossary) / 2


def test_the_hard_words_of_the_last_answer_are_explained(bot: Chatbot) -> None:
    """ "What do those words mean" is about what was just said; where there are none, that is said."""
    reply = talk(bot, "what is pseudarthrosis", "what do those words mean").reply
    assert reply.answers
    assert reply.answers[0].source == "Word list"
    short = talk(bot, "what is pseudarthrosis", "what do those words mean", "what do those words mean")
    assert short.reply.kind in ("answer", "unknown", "smalltalk")


def test_simpler_is_shorter_and_then_explains_the_words(bot: Chatbot) -> None:
    """First in a sentence, then its hard words, then a person is offered; each step says something new."""
    steps = [talk(bot, "what is pseudarthrosis", *["simpler"] * times).reply for times in range(4)]
    assert steps[1].answers[0].text == steps[0].answers[0].short
    assert steps[2].answers[0].source == "Word list"
    assert steps[3].answers == ()
    assert len({step.text for step in steps}) == 4


# -- a small base of other shape

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
    assert told(one.reply) == ["knee-cap"]
    two = small.ask(
        "yes", Conversation(pending="choice", offered=("knee-cap", "knee-brace"), last=Reply("clarify"))
    )
    assert two.reply.kind == "clarify"
    assert [suggestion.entry for suggestion in two.reply.suggestions] == ["knee-cap", "knee-brace"]


def test_choices_may_be_taken_all_at_once_or_not_at_all(small: Chatbot) -> None:
    """ "All of them" are told in the order offered; a bare no asks for none."""
    offered = Conversation(pending="choice", offered=("knee-cap", "knee-brace"), last=Reply("clarify"))
    assert told(small.ask("all of them", offered).reply) == ["knee-cap", "knee-brace"]
    assert small.ask("no", offered).reply.answers == ()


def test_an_answer_without_hard_words_says_so(small: Chatbot) -> None:
    """There is nothing to explain in plain words."""
    reply = talk(small, "what is the knee cap", "what do those words mean").reply
    assert (reply.kind, reply.lead) == ("smalltalk", sentences.NO_HARD_WORDS)


def test_more_tells_what_more_there_is_and_then_says_so(small: Chatbot) -> None:
    """First the rest of a short answer, then what was kept back, then that there is nothing left."""
    reply = talk(small, "what is a knee brace", "more").reply
    assert reply.answers[0].text == "It is worn by day."
    assert talk(small, "what is a knee brace", "more", "more").reply.answers == ()
    short = talk(small, "what is a knee brace", "simpler")
    assert short.reply.answers[0].text == "It holds the knee."
    assert (
        small.ask("more", short.conversation).reply.answers[0].text
        == "It holds the knee.\nA brace holds the knee still."
    )


# -- what leans on what was said


def test_a_question_about_a_choice_is_answered_for_it(bot: Chatbot) -> None:
    """ "How is the second one treated" is about the second one."""
    listed = talk(bot, "why do i still have pain after my fusion")
    assert len(listed.reply.suggestions) > 1
    second = listed.reply.suggestions[1].entry
    about = bot.ask("how is the second one treated", listed.conversation)
    assert about.reply.answers
    only = bot.ask("tell me about the second one", listed.conversation)
    assert told(only.reply) == [second]


def test_what_was_turned_down_is_not_told_next(bot: Chatbot) -> None:
    """ "That is not what I asked" brings something else, or a person."""
    first = talk(bot, "can the screws be taken out of my back")
    turned = bot.ask("that is not what i asked", first.conversation)
    assert not set(told(turned.reply)) & set(told(first.reply)[:1])
    meant = bot.ask("no, i meant scar tissue", first.conversation)
    assert told(meant.reply) == ["scar-tissue"]


# -- the same everywhere

_PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
from chatbot import Chatbot
bot = Chatbot.load()
conversation = None
for text in sys.argv[2:]:
    reply, conversation = bot.ask(text, conversation)
    print(json.dumps(reply.to_dict()))
"""


def test_the_hash_seed_never_changes_a_reply(bot: Chatbot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process, in which texts are hashed differently, says the same to the same."""
    texts = [
        "what is scra tisue and can the screws come out",
        "and how is that done",
        "the second one",
        "hello",
        "screws",
    ]
    root = str(Path(engine.__file__).resolve().parents[1])
    outputs = set()
    for seed in ("1", "77"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        run = subprocess.run([sys.executable, "-c", _PROGRAM, root, *texts], capture_output=True, check=True)
        outputs.add(run.stdout)
    assert len(outputs) == 1
    so_far = None
    for text, line in zip(texts, outputs.pop().splitlines(), strict=True):
        reply, so_far = bot.ask(text, so_far)
        assert json.loads(line) == reply.to_dict()


def test_no_word_of_a_message_is_left_in_memory_when_words_are_forgotten() -> None:
    """Words are remembered to be read faster; a name that somebody typed must go with the session."""
    forgetful = Chatbot.load()
    typed = "my name is Wojciechowska and the skrewz in my back hurt. is that pseudoarthrozis"
    turn = forgetful.ask(f"{typed}?")
    forgetful.ask("and how common is it for Wojciechowska", turn.conversation)
    del turn
    assert (
        segments.cache_info().currsize == last_question.cache_info().currsize == 0
    )  # as soon as it is answered
    forgetful.forget_words()
    kept = [held for held in gc.get_objects() if isinstance(held, dict | tuple | list | set)]
    assert [type(held) for held in kept if held is not kept and "wojciechowska" in held] == []
    assert stem.cache_info().currsize == pieces.cache_info().currsize == 0
    assert forgetful.ask(typed).reply == forgetful.ask(typed).reply


def test_a_chatbot_for_one_question_answers_like_one_for_many(bot: Chatbot) -> None:
    """It is ready sooner, because it stays packed, and says the same."""
    brief = Chatbot.load(for_one_question=True)
    for text in ("can the skrews come loose?", URGENT, "who won the game"):
        assert brief.ask(text).reply == bot.ask(text).reply


def test_what_a_reply_answers_is_no_next_question(bot: Chatbot) -> None:
    """Of two questions in one message, the second is not offered below its own answer."""
    reply = bot.ask("what is the test shot for, and what else do they check before a second operation").reply
    answered = {answer.entry for answer in reply.answers}
    assert answered == {"diagnostic-injections", "tests-before-revision"}
    assert answered.isdisjoint(suggestion.entry for suggestion in reply.suggestions)


def test_what_was_matched_of_a_message_is_forgotten_with_it(bot: Chatbot) -> None:
    """Single words are remembered to be read faster; whole messages never are."""
    turn = bot.ask("can injections help")
    bot.ask("does it hurt", turn.conversation)
    bot.explain("what is scar tissue and how is it treated")
    follow_ups = bot._fragments._opened
    assert follow_ups is not None
    assert (bot._matcher._latest, follow_ups._latest) == ({}, {})
