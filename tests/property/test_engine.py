"""The whole program over any messages: always a reply, the same one twice, and never a lower alarm."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot import Chatbot, Conversation
from chatbot.reply import Answer, Reply, SafetyNote, Suggestion
from chatbot.sanitise import clean
from tests.property.strategies import message, odd_text

KINDS = {"answer", "handoff", "clarify", "unknown", "smalltalk", "safety"}
LEVELS = [None, "urgent", "crisis", "emergency"]


def level_of(reply: Reply) -> int:
    return LEVELS.index(reply.safety.level if reply.safety else None)


def assert_sound(bot: Chatbot, reply: Reply) -> None:
    """Everything that the public interface says of a reply."""
    ids = {entry.id for entry in bot.knowledge.entries}
    assert reply.kind in KINDS
    assert (reply.kind == "safety") == (reply.safety is not None)
    assert reply.safety is None or reply.safety.text
    for answer in reply.answers:
        assert answer.entry in ids
        assert answer.text
        assert 0 <= answer.confidence <= 1
    assert {suggestion.entry for suggestion in reply.suggestions} <= ids
    if reply.kind in ("clarify", "unknown"):
        assert reply.answers == ()
    if reply.kind == "clarify":
        assert 1 <= len(reply.suggestions) <= 3
    if reply.kind in ("answer", "handoff"):
        assert reply.answers
    if reply.safety is not None and reply.safety.level != "urgent":
        assert reply.consultation is None
    assert reply.text.strip()
    assert clean(reply.text) == reply.text


@settings(max_examples=150)
@given(text=message)
def test_any_text_gets_a_sound_reply_and_the_same_one_twice(bot: Chatbot, text: str) -> None:
    """Half characters, escape sequences, any script: an answer, and the next patient gets the same."""
    first = bot.ask(text)
    assert_sound(bot, first.reply)
    assert bot.ask(text) == first


@settings(max_examples=60)
@given(texts=st.lists(message, max_size=8))
def test_any_conversation_goes_on_and_can_be_told_again(bot: Chatbot, texts: list[str]) -> None:
    """Whatever was said before, there is a reply; the same messages lead to the same end."""
    ends = []
    for _ in range(2):
        conversation: Conversation | None = None
        for text in texts:
            turn = bot.ask(text, conversation)
            assert_sound(bot, turn.reply)
            conversation = turn.conversation
        ends.append(conversation)
    assert ends[0] == ends[1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "x" * 10_000,
        "what is scar tissue? " * 500,
        "\ud800" * 50,
        "\x00\x1b[2J\x07",
        "?" * 10_000,
        "a " * 5000,
        "1" * 10_000,
    ],
)
def test_the_longest_and_the_emptiest_messages_get_a_reply(bot: Chatbot, text: str) -> None:
    """Nothing that can be typed or pasted raises."""
    assert_sound(bot, bot.ask(text).reply)


@settings(max_examples=60)
@given(text=message)
def test_a_reply_goes_to_json_and_back(bot: Chatbot, text: str) -> None:
    """What integrators read is plain data: nothing is lost on the way, and everything can be written down."""
    plain = bot.ask(text).reply.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    json.dumps(plain).encode("ascii")


_text = odd_text.map(clean)


@given(
    st.builds(
        Reply,
        st.sampled_from(sorted(KINDS)),
        st.lists(
            st.builds(Answer, _text, _text, _text, _text, st.floats(0, 1), _text, _text), max_size=3
        ).map(tuple),
        st.lists(st.builds(Suggestion, _text, _text), max_size=3).map(tuple),
        st.none() | st.builds(SafetyNote, st.sampled_from(["urgent", "crisis", "emergency"]), _text),
        st.none() | _text,
        _text,
        _text,
        st.lists(_text, max_size=3).map(tuple),
    )
)
def test_any_reply_goes_to_json_and_back(reply: Reply) -> None:
    """Every field comes out as it went in."""
    plain = json.loads(json.dumps(reply.to_dict()))
    safety = plain["safety"]
    assert reply == Reply(
        plain["kind"],
        tuple(Answer(**answer) for answer in plain["answers"]),
        tuple(Suggestion(**suggestion) for suggestion in plain["suggestions"]),
        SafetyNote(**safety) if safety else None,
        plain["consultation"],
        plain["text"],
        plain["lead"],
        tuple(plain["notes"]),
    )


ALARMS = (
    "i can't feel my groin and i can't pee",
    "i lost control of my bowels since this morning",
    "i want to kill myself",
    "my incision is red and leaking and i have a fever",
    "my leg suddenly went weak today and i cannot lift my foot",
)
HARMLESS = """
Thank you for your help.|I had my fusion two years ago.|My daughter is with me.|The weather is nice today.
I live in New York.|How common is this?|What is scar tissue?|I like your clinic.|Hello.|Please help.
I am 67 years of age.|I am a 60 year-old man.
I have no insurance.|I read about it yesterday.|My neighbor told me about you.|I am sixty years old.
"""

harmless = st.sampled_from([text for line in HARMLESS.strip().splitlines() for text in line.split("|")])


@settings(max_examples=150)
@given(
    alarm=st.sampled_from(ALARMS),
    before=st.lists(harmless, max_size=2),
    after=st.lists(harmless, max_size=2),
)
def test_a_harmless_sentence_never_lowers_an_alarm(
    bot: Chatbot, alarm: str, before: list[str], after: list[str]
) -> None:
    """What is said around a danger, and how well it matches an entry, takes nothing from it."""
    alone = level_of(bot.ask(alarm).reply)
    assert alone > 0
    assert level_of(bot.ask(" ".join([*before, f"{alarm}.", *after])).reply) >= alone


@pytest.mark.parametrize(
    "text",
    [
        "We moved here last year. I took too many pills.",
        "I retired in 2015. I took too many pills.",
        "I used to be a nurse. I took too many pills.",
        "My saddle area is numb. Same address as always.",
        "My calf is swollen and hot. I have lived here for many years.",
        "My calf is swollen and hot. The weather is better now.",
    ],
)
def test_another_sentences_past_is_not_the_signs(bot: Chatbot, text: str) -> None:
    """What was long ago or is as always in one sentence says nothing of the danger in the other."""
    sentences = text.split(". ")
    assert level_of(bot.ask(text).reply) >= max(level_of(bot.ask(sentence).reply) for sentence in sentences)


@settings(max_examples=30)
@given(texts=st.lists(message, min_size=1, max_size=6))
def test_threads_share_a_chatbot_and_a_conversation(bot: Chatbot, texts: list[str]) -> None:
    """Asked at the same time from many threads, everybody gets what they would get alone."""
    start = bot.ask("what is scar tissue").conversation
    alone = [bot.ask(text, start) for text in texts]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: bot.ask(text, start), texts * 8))
    assert together == alone * 8


def test_threads_share_a_chatbot_that_was_never_asked(bot: Chatbot) -> None:
    """What a chatbot makes ready at its first question is not seen half made by another thread."""
    texts = [
        "siatica",
        "pseudoarthrosiss",
        "hardwear remooval",
        "scartissue",
        "epidurel shotz",
        "lamanectomy",
    ] * 3
    alone = [bot.ask(text).reply for text in texts]
    for _ in range(3):
        fresh = Chatbot.load()
        with ThreadPoolExecutor(8) as threads:
            assert [turn.reply for turn in threads.map(fresh.ask, texts)] == alone
