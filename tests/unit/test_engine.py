"""The whole program: a message and a conversation in, a turn out. What is asked of it in contract and style."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from chatbot import Chatbot, engine
from chatbot.matching.features import pieces, stem
from chatbot.parts import last_question, segments
from chatbot.speaking import sentences
from tests.support.talk import entries_of, said

EMERGENCY = "i can't feel my groin and i can't pee"
URGENT = "my incision is red and leaking"


# -- entries, menus, explanations


def test_every_entry_can_be_shown(bot: Chatbot) -> None:
    """A suggestion that was tapped is answered by just that entry, surely, in the form of its kind."""
    kinds = {"faq": "answer", "topic": "answer", "handoff": "handoff", "smalltalk": "smalltalk"}
    for entry in bot.knowledge.entries:
        turn = bot.show(entry.id)
        assert entries_of(turn.reply) == [entry.id]
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
    assert entries_of(bot.ask("back", first.conversation).reply) == ["how-common"]


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
    assert bot.explain("no", said(bot, "what is scar tissue").conversation).follow_up == "no"


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
    later = said(bot, "", "what is scar tissue", "").reply
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
    assert bot.ask(digit, said(bot, "what is scar tissue").conversation).reply.kind


def test_an_insult_is_met_with_an_apology(bot: Chatbot) -> None:
    """No lecture and no answer to what was not asked."""
    reply = bot.ask("you stupid useless machine").reply
    assert (reply.kind, reply.answers) == ("unknown", ())
    assert reply.lead
    assert reply.suggestions


def test_fear_gets_one_kind_sentence_before_the_answer(bot: Chatbot) -> None:
    """And not again with every message."""
    first = bot.ask("i am scared. what is scar tissue?")
    assert entries_of(first.reply) == ["scar-tissue"]
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
    reply = said(bot, "what is pseudarthrosis", "what do those words mean").reply
    assert reply.answers
    assert reply.answers[0].source == "Word list"
    short = said(bot, "what is pseudarthrosis", "what do those words mean", "what do those words mean")
    assert short.reply.kind in ("answer", "unknown", "smalltalk")


def test_simpler_is_shorter_and_then_explains_the_words(bot: Chatbot) -> None:
    """First in a sentence, then its hard words, then a person is offered; each step says something new."""
    steps = [said(bot, "what is pseudarthrosis", *["simpler"] * times).reply for times in range(4)]
    assert steps[1].answers[0].text == steps[0].answers[0].short
    assert steps[2].answers[0].source == "Word list"
    assert steps[3].answers == ()
    assert len({step.text for step in steps}) == 4


# -- a small base of other shape


# -- what leans on what was said


def test_a_question_about_a_choice_is_answered_for_it(bot: Chatbot) -> None:
    """ "How is the second one treated" is about the second one."""
    listed = said(bot, "why do i still have pain after my fusion")
    assert len(listed.reply.suggestions) > 1
    second = listed.reply.suggestions[1].entry
    about = bot.ask("how is the second one treated", listed.conversation)
    assert about.reply.answers
    only = bot.ask("tell me about the second one", listed.conversation)
    assert entries_of(only.reply) == [second]


def test_what_was_turned_down_is_not_told_next(bot: Chatbot) -> None:
    """ "That is not what I asked" brings something else, or a person."""
    first = said(bot, "can the screws be taken out of my back")
    turned = bot.ask("that is not what i asked", first.conversation)
    assert not set(entries_of(turned.reply)) & set(entries_of(first.reply)[:1])
    meant = bot.ask("no, i meant scar tissue", first.conversation)
    assert entries_of(meant.reply) == ["scar-tissue"]


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
