"""Choosing from what is offered: "the second one", "the other one", a number, some words of a title."""

from __future__ import annotations

import pytest

from chatbot import Chatbot, Conversation
from chatbot.reply import Reply
from chatbot.speaking import sentences
from tests.support.talk import entries_of, offered_by, said, sentence


def test_the_last_one_may_be_a_question(bot: Chatbot) -> None:
    """ "Ok, last one." announces a question; without a stop it chooses from the list."""
    turn = said(bot, "why does it still hurt", "ok last one. what are the risks of revision surgery")
    assert entries_of(turn.reply) == ["revision-risks"]
    chosen = said(bot, "why does it still hurt", "the last one")
    assert entries_of(chosen.reply) != ["revision-risks"]


def test_choosing(bot: Chatbot) -> None:
    """By number, by order, by a word of it, all of them, or none."""
    choice = said(bot, "tests")
    assert choice.reply.kind == "clarify"
    first, second, third = offered_by(choice.reply)
    for message, entry in (
        ("2", second),
        ("the last", third),
        ("the nerve one", "nerve-tests"),
        ("nerves", "nerve-tests"),
    ):
        assert entries_of(bot.ask(message, choice.conversation).reply) == [entry]
    assert entries_of(bot.ask("both", choice.conversation).reply) == [first, second, third]
    assert bot.ask("neither", choice.conversation).reply.lead.startswith("Then I do not have it.")
    assert bot.ask("no", choice.conversation).reply.lead.startswith("Then I do not have it.")
    assert bot.ask("yes", choice.conversation).reply.lead == sentences.WHICH
    only = choice.conversation._replace(offered=(second,))
    assert entries_of(bot.ask("yes", only).reply) == [second]


def test_words_that_choose_or_steer_are_no_alarm(bot: Chatbot) -> None:
    """A number or a bare word tells of no danger, in or out of a conversation."""
    words = [
        "both",
        "all of them",
        "the last one",
        "neither",
        "yes",
        "no",
        "ok",
        "again",
        "more",
        "back",
        "not that",
    ]
    start = said(bot, "Why does my back still hurt after fusion?").conversation
    for word in [*map(str, range(100)), *words]:
        assert said(bot, word, start=start).reply.safety is None, word
        assert said(bot, word).reply.safety is None, word


def test_another_question_drops_the_choice(bot: Chatbot) -> None:
    """Without a comment."""
    reply = said(bot, "tests", "what will it cost?").reply
    assert (entries_of(reply), reply.lead) == (["cost-and-insurance"], "")


def test_a_fragment_after_a_choice_leans_on_the_first(bot: Chatbot) -> None:
    """Nothing was answered yet, but what was offered says what it is about."""
    choice = said(bot, "tests")
    conversation = choice.conversation._replace(offered=("hardware-problems", "hardware-revision"))
    assert entries_of(bot.ask("how would they know", conversation).reply) == ["imaging"]


def test_one_round_of_choices(bot: Chatbot) -> None:
    """The second miss offers a person, the third in few words; an answer begins anew."""
    turn = said(bot, "tests", "blue bananas")
    assert "A person at the clinic can help" in turn.reply.lead
    third = bot.ask("green giraffes", turn.conversation)
    assert third.reply.lead.startswith("I do not have that one either.")
    fourth = said(bot, "what is FBSS", "blue bananas", start=third.conversation)
    assert fourth.reply.lead == sentence(bot, sentences.UNKNOWN_OF_TOPIC)


def test_numbers_mean_what_is_on_the_screen(bot: Chatbot) -> None:
    """In the list, after one of the list, and where there is no such number."""
    listed = said(bot, "Why does my back still hurt after fusion?")
    one = bot.ask("the second one", listed.conversation)
    assert entries_of(one.reply) == ["adjacent-segment-disease"]
    assert entries_of(bot.ask("2", one.conversation).reply) == [offered_by(one.reply)[1]]
    assert entries_of(bot.ask("the next one", one.conversation).reply) == ["hardware-problems"]
    reply = bot.ask("9", listed.conversation).reply
    assert reply.lead == "There is no number 9 here. Choose one of these, or ask in your own words:"
    assert offered_by(reply) == offered_by(listed.reply)


def test_asking_about_one_of_a_list(bot: Chatbot) -> None:
    """What is asked about it, or else itself."""
    listed = said(bot, "Why does my back still hurt after fusion?").conversation
    asked = bot.ask("how is the first one fixed", listed)
    assert entries_of(asked.reply) == ["repeat-or-extended-fusion"]
    assert asked.reply.lead.startswith("About “What does it mean if my bones did not fuse?”")
    assert entries_of(bot.ask("is the second one on tuesdays", listed).reply) == ["adjacent-segment-disease"]


@pytest.mark.parametrize("word", ["surgery", "pain"])
def test_a_word_that_many_share_gets_choices(bot: Chatbot, word: str) -> None:
    """Up to three, no guess."""
    reply = said(bot, word).reply
    assert reply.kind in ("clarify", "answer")
    assert 1 <= len(reply.suggestions) <= 6


def test_a_number_means_what_is_printed_on_the_screen(bot: Chatbot) -> None:
    """Not what was listed two answers before; who goes through a list one by one goes on in it."""
    turn = said(bot, "Why does my back still hurt after fusion?", "how long do I wait for another surgery")
    for words in ("number 2", "2", "the second one"):
        assert entries_of(bot.ask(words, turn.conversation).reply) == [offered_by(turn.reply)[1]]
    third = said(bot, "Why does my back still hurt after fusion?", "the second one", "and the third one")
    assert entries_of(third.reply) == ["hardware-problems"]


def test_the_other_one_is_what_is_left(bot: Chatbot) -> None:
    """Of two choices the other, of more the rest to choose from."""
    two = Conversation(offered=("imaging", "nerve-tests"), pending="choice", last=Reply("clarify"))
    first = bot.ask("1", two)
    assert entries_of(bot.ask("no the other one", first.conversation).reply) == ["nerve-tests"]
    more = said(bot, "what treatments are there", "the first one", "no the other one").reply
    assert more.kind == "clarify"
    assert "physical-therapy" not in offered_by(more)
    assert "injection-therapy" in offered_by(more)


@pytest.mark.parametrize(
    ("first", "message"),
    [("what is fbss", "no one believes me"), ("can the screws be taken out", "no one believes me")],
)
def test_no_one_is_no_choice(bot: Chatbot, first: str, message: str) -> None:
    assert said(bot, first, message).reply.kind != "answer"


def test_a_number_may_lead_a_question_about_what_it_chooses(bot: Chatbot) -> None:
    turn = said(bot, "what can an MRI show")
    second = turn.reply.suggestions[1].entry
    hurts = bot.ask("2. does that hurt", turn.conversation).reply
    assert entries_of(hurts) == [second] and "the guide does not say this: whether it hurts" in hurts.lead
    assert entries_of(bot.ask("2. scar tissue", turn.conversation).reply) == ["scar-tissue"]


def test_a_comparison_with_the_first_operation_chooses_nothing(bot: Chatbot) -> None:
    """ "The first one" is the first operation here, whatever is first on the screen."""
    turn = said(bot, "what are the risks of revision surgery", "is it more dangerous than the first one")
    assert entries_of(turn.reply) == ["revision-risks"]
    assert "What good" not in turn.reply.lead


def test_nothing_is_offered_twice(bot: Chatbot) -> None:
    """What a topic names twice, as a part and as related, is one thing to choose."""
    for asked in ("no, what can I take or do", "so what else could that be for"):
        offered = [one.entry for one in said(bot, "what treatments are there", asked).reply.suggestions]
        assert len(offered) == len(set(offered))


def test_who_goes_through_a_list_goes_on_in_it(bot: Chatbot) -> None:
    """A question about one of them tells another entry, and leaves the list."""
    turn = said(bot, "what are the causes", "what was the second one", "and that first one, can they fix it")
    assert entries_of(turn.reply) == ["repeat-or-extended-fusion"]
    assert entries_of(bot.ask("and the third one", turn.conversation).reply) == ["hardware-problems"]


@pytest.mark.parametrize("message", ["ok 2", "2 please", "well 2 then", "i meant 2", "tell me about 2"])
def test_a_number_with_soft_words_around_it_chooses(bot: Chatbot, message: str) -> None:
    """As the number alone does."""
    assert entries_of(said(bot, "why does it still hurt after my fusion", message).reply) == [
        "adjacent-segment-disease"
    ]


@pytest.mark.parametrize("message", ["3 of those", "9 please", "ok 2 or 3"])
def test_a_number_that_counts_things_chooses_nothing(bot: Chatbot, message: str) -> None:
    """Nor one that the screen does not have, nor two at once."""
    assert bot.explain(message, said(bot, "what is decompression").conversation).follow_up != "choice"


def test_a_cause_that_is_meant_is_counted_among_the_causes(bot: Chatbot) -> None:
    """Though another list is on the screen."""
    turn = said(bot, "why does it still hurt after my fusion", "treatments?", "i meant the 2nd cause")
    assert entries_of(turn.reply) == ["adjacent-segment-disease"]


@pytest.mark.parametrize("chosen", ["the second one", "the 2nd", "number 2", "2"])
@pytest.mark.parametrize("mark", [". ", ", ", " ", ", but ", " and "])
def test_a_choice_may_lead_a_question_about_it(bot: Chatbot, chosen: str, mark: str) -> None:
    """With any mark between the two or with none."""
    asked = said(bot, "what treatments can help", f"{chosen}{mark}how long does it take?").conversation
    assert (asked.topic, asked.facet) == ("pain-medication", "how long it takes or lasts")


def test_a_choice_leads_no_second_choice(bot: Chatbot) -> None:
    """Nor does an ordinal before something else."""
    for message in (
        "the first one and the second one",
        "ok, does it hurt?",
        "the first surgery was long. does it hurt",
    ):
        assert said(bot, "what treatments can help", message).conversation.topic != "physical-therapy"
