"""A word that nobody knows costs no answer where the question is whole without it, and is not passed over elsewhere."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.decision.unknown_words import is_mash
from tests.support.talk import entries_of


@pytest.mark.parametrize(
    ("asked", "entry"),
    [
        ("what is scar tissue asdf", "scar-tissue"),
        ("asdf what is scar tissue", "scar-tissue"),
        ("do I need an MRI hjkl", "imaging"),
        ("EMG asdf", "nerve-tests"),
        ("how common is pain after fusion xqlf", "how-common"),
        ("can they fuse it again tschuss", "repeat-or-extended-fusion"),
        ("when can I drive again? zumbra", "return-to-activities"),
        ("thank you habibi", "thanks"),
    ],
)
def test_an_idle_word_costs_no_answer(bot: Chatbot, asked: str, entry: str) -> None:
    """A name, a word of another language, keys that were hit: the rest is the question."""
    assert entries_of(bot.ask(asked).reply)[:1] == [entry]


@pytest.mark.parametrize(
    "asked",
    [
        "what is a flurbotomy",
        "do you treat blenkinsopia",
        "tell me about zintrafen",
        "what causes vornitis",
        "is Vertizap better than fusion",
        "do you know Dr Kwazibindo",
        "where can I buy a Lumbozen",
        "what does brennhoff mean",
        "asdf",
        "flurbotomy",
    ],
)
def test_a_question_about_a_word_that_nobody_knows_has_no_answer(bot: Chatbot, asked: str) -> None:
    """What stands before the word wants it, or its ending is that of an illness, an operation or a medicine."""
    assert bot.ask(asked).reply.kind in ("unknown", "clarify")


@pytest.mark.parametrize("word", ["asdf", "hjkl", "jkljkl", "qwerty", "poiu", "zxc", "dfgdfg"])
def test_keys_beside_each_other_are_no_word(word: str) -> None:
    assert is_mash(word)


@pytest.mark.parametrize("word", ["were", "tree", "dallas", "alaska", "as", "xqlf", "scar"])
def test_words_are_no_keys_that_were_hit(word: str) -> None:
    assert not is_mash(word)
