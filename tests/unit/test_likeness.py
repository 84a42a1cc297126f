"""Messages that no rule knows, recognised by their likeness to examples."""

from __future__ import annotations

import pytest

from chatbot.normalise import normalise
from chatbot.safety.likeness import LEVELS, NO_LIKENESS, Likeness, greatest_leads, learn, likest

EXAMPLES = {
    "emergency": ["my bladder quit on me", "bladder has quit since noon", "her bladder just quit working"],
    "urgent": ["goo drips off my scar", "the scar drips goo", "scar is dripping some goo"],
    "crisis": ["no wish to go on living", "i lost the wish to live", "he has no wish to live"],
    "none": [
        "how long is recovery", "what does the scan show", "is swimming good for me", "can screws come loose",
        "my scar is old", "i wish you a nice day",
        "we went to the lake. my brother drove. it rained the whole day long",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def model() -> Likeness:
    return learn({level: [normalise(text) for text in texts] for level, texts in EXAMPLES.items()})


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("my dads bladder has quit", "emergency"),
        ("goo is dripping down from the scar", "urgent"),
        ("there is no wish left in me to live", "crisis"),
    ],
)
def test_a_message_like_the_examples_of_a_class_leads_to_that_class(
    model: Likeness, text: str, level: str
) -> None:
    """What is like the examples is told, with a clear lead, in words that none of them has."""
    found, lead, start, end = likest(normalise(text), model)
    assert found == level
    assert lead > 0
    assert (start, end) == (0, len(normalise(text).words))


def test_an_ordinary_message_is_like_nothing(model: Likeness) -> None:
    """Ordinary questions lead to no class."""
    assert likest(normalise("how long does a scan take"), model) == ("none", 0.0, 0, 0)
    assert max(greatest_leads(normalise("is recovery long"), model).values()) < 0


def test_one_sentence_among_many_speaks_for_itself(model: Likeness) -> None:
    """A sign in the middle of a story is found, and where it stands."""
    story = "We went to the lake last year. It rained. My bladder quit on me. My brother says to wait. Is he right?"
    question = normalise(story)
    level, _, start, end = likest(question, model)
    assert level == "emergency"
    assert question.text[question.words[start].start : question.words[end - 1].end] == "My bladder quit on me"


def test_speech_without_a_full_stop_is_read_in_stretches(model: Likeness) -> None:
    """Dictation has no marks; the sign is found all the same."""
    text = (
        "so we ate at the new diner and talked and now my bladder quit on me and both of us feel bad about it"
    )
    assert likest(normalise(text), model)[0] == "emergency"


def test_learning_gives_the_same_each_time_and_survives_the_cache(model: Likeness) -> None:
    """The same examples in any order teach the same; packing loses nothing."""
    backwards = {level: [normalise(text) for text in reversed(texts)] for level, texts in EXAMPLES.items()}
    assert learn(backwards).to_plain() == model.to_plain()
    again = Likeness.from_plain(model.to_plain())
    text = normalise("the scar drips")
    assert likest(text, again) == likest(text, model)


def test_nothing_learnt_finds_nothing() -> None:
    """Without examples there is no likeness, and an empty message has none either."""
    assert learn({}) == NO_LIKENESS
    assert likest(normalise("my bladder quit"), NO_LIKENESS) == ("none", 0.0, 0, 0)
    assert likest(normalise(""), NO_LIKENESS) == ("none", 0.0, 0, 0)
    assert greatest_leads(normalise(""), NO_LIKENESS) == dict.fromkeys(LEVELS, 0.0)
