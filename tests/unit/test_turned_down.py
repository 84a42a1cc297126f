"""What is answered where the last answer is turned down: "no, I meant the screws", "not that one"."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.speaking import sentences
from tests.support.talk import entries_of, offered_by, said, sentence


def test_what_was_not_meant_is_not_told_again(bot: Chatbot) -> None:
    """The next best, then a person; and it is not offered among the next questions."""
    turn = said(bot, "what is pseudarthrosis", "that is not what I asked")
    assert entries_of(turn.reply)[0] != "pseudarthrosis"
    assert "pseudarthrosis" not in offered_by(turn.reply)
    assert bot.ask("you misunderstood", turn.conversation).reply.lead.startswith(
        "I am sorry. Then I do not think I have it."
    )


def test_nothing_to_turn_down(bot: Chatbot) -> None:
    """Without an answer, or without a next best, a person is offered."""
    assert said(bot, "that is not what I asked").reply.lead.startswith("I am sorry. Then I do not think")
    assert said(bot, "tests", "not that").reply.lead.startswith("Then I do not have it")
    chosen = bot.show("scar-tissue").conversation
    assert bot.ask("not that", chosen).reply.lead.startswith("I am sorry. Then I do not think")


@pytest.mark.parametrize(
    ("messages", "entry"),
    [
        (["what is scar tissue", "no, I meant the metal"], "hardware-problems"),
        (["do the shots help", "not that. the pills"], "pain-medication"),
        (["tests", "I mean the nerve one"], "nerve-tests"),
        (["can anything be done about the pain", "I mean without surgery"], "treatment-options"),
        (["hello", "I meant what is scar tissue"], "scar-tissue"),
    ],
)
def test_a_correction_is_answered(bot: Chatbot, messages: list[str], entry: str) -> None:
    """What was meant, not what was answered."""
    assert entries_of(said(bot, *messages).reply) == [entry]


@pytest.mark.parametrize(
    ("before", "message", "entry"),
    [
        (
            "how common is pain after fusion",
            "no, what I would like to hear about is the scar tissue",
            "scar-tissue",
        ),
        ("what is an EMG", "no thats a test. what are the treatments", "treatment-options"),
    ],
)
def test_a_no_before_a_whole_question_turns_the_answer_down(
    bot: Chatbot, before: str, message: str, entry: str
) -> None:
    """What was answered does not come again, however much the message still sounds like it."""
    turn = said(bot, before, message)
    assert entries_of(turn.reply)[0] == entry
    assert bot.ask(before).conversation.topic not in entries_of(turn.reply)


@pytest.mark.parametrize(
    ("messages", "entry"),
    [
        (["how do they find the cause", "no, I meant how is it treated"], "treatment-options"),
        (["what is an EMG", "no. how would they treat that"], "treatment-options"),
        (["what good does a second operation do", "no. what can go wrong with that"], "revision-risks"),
        (["can physical therapy fix it", "no, I meant is surgery dangerous"], "revision-risks"),
        (["does physio help", "no it makes it WORSE, is that normal"], "personal-advice"),
    ],
)
def test_what_is_asked_instead_may_be_a_follow_up(bot: Chatbot, messages: list[str], entry: str) -> None:
    """A "no" turns down the answer, not what was talked about: the treatment of it, its risks."""
    assert entries_of(said(bot, *messages).reply) == [entry]


def test_a_detail_asked_instead_is_owned_up_to(bot: Chatbot) -> None:
    """The answer was turned down for a detail that it leaves out, and the guide leaves it out, too."""
    turn = said(bot, "what are the shots for", "no, does it hurt when they do it")
    assert "the guide does not say this: whether it hurts" in turn.reply.lead


@pytest.mark.parametrize(
    "message", ["no pain since then but is that normal", "no one told me about the risks of it"]
)
def test_a_no_that_belongs_to_the_sentence_turns_nothing_down(bot: Chatbot, message: str) -> None:
    """Only a pause or a new subject after it makes it an answer to the answer."""
    assert said(bot, "what is pseudarthrosis", message).conversation.turned_down == ()


def test_what_was_not_asked_about_is_not_answered(bot: Chatbot) -> None:
    """The sentence that says "I did not ask about X" names only what is not meant."""
    turn = said(bot, "what is an EMG", "I did not ask about the cost or anything. Can scar tissue hurt?")
    assert entries_of(turn.reply) == ["scar-tissue"]


@pytest.mark.parametrize(
    "message",
    ["No, I have never had an MRI. What are my treatment options?", "no. tell me my treatment options"],
)
def test_a_no_that_answers_does_not_ban_what_is_asked_for_again(bot: Chatbot, message: str) -> None:
    """The "no" was said to the answer's text; turned down, the entry would be refused to who asks for it by name."""
    assert entries_of(said(bot, "what are my treatment options", message).reply)[0] == "treatment-options"


@pytest.mark.parametrize(
    ("asked", "meant", "entry"),
    [
        ("do I get shots for this", "no, the ones that tell where the pain sits", "diagnostic-injections"),
        ("what kinds of redo are there", "no, the one where they set you upright", "alignment-correction"),
    ],
)
def test_who_describes_another_one_of_the_kind_is_told_of_that_one(
    bot: Chatbot, asked: str, meant: str, entry: str
) -> None:
    """It asks nothing of what was turned down, and its words count beside the kind that they speak of."""
    assert entries_of(said(bot, asked, meant).reply)[0] == entry


@pytest.mark.parametrize(
    ("before", "message", "entry"),
    [
        (
            "what exercise is good",
            "ok back to the screws. is it dangerous to take them out",
            "revision-risks",
        ),
        (
            "is it all in my head",
            "No, I mean is the pain real or is it in her mind?",
            "chronic-pain-syndrome",
        ),
        (
            "does taking out screws help",
            "wait no, i meant does the pain go away immediately",
            "hardware-revision",
        ),
        ("why do I hurt", "No honey, I was just asking who I'm talking to.", "who-are-you"),
        ("is there hope", "thanks, I'll pass it on", "thanks"),
        ("can the surgery be less invasive", "fine. who does it", "about-the-surgeon"),
        ("what can an MRI show", "no, the screws", "hardware-problems"),
        ("what can an MRI show", "no that's not it. I meant the screws, not the scan", "hardware-problems"),
    ],
)
def test_a_second_try_is_heard(bot: Chatbot, before: str, message: str, entry: str) -> None:
    """By the topic that it names, by what it clearly asks for once more, and whatever it calls us."""
    assert entry in entries_of(said(bot, before, message).reply)


@pytest.mark.parametrize(
    ("before", "message", "entry"),
    [
        ("can shots help", "ok forget the shots. what about pills", "pain-medication"),
        ("what are the risks of another surgery", "stop with the risks, is there any good news?", "outlook"),
    ],
)
def test_what_is_turned_down_before_a_question_is_not_told(
    bot: Chatbot, before: str, message: str, entry: str
) -> None:
    assert entries_of(said(bot, before, message).reply) == [entry]


@pytest.mark.parametrize(
    ("first", "then", "entry"),
    [
        (
            "what is adjacent segment disease",
            "No. I don't have wear. What about the screws?",
            "hardware-problems",
        ),
        ("do the shots help", "no, no shots please. what about therapy", "physical-therapy"),
        ("what is decompression", "you said nothing about the risks", "revision-risks"),
    ],
)
def test_what_is_denied_is_not_asked_about(bot: Chatbot, first: str, then: str, entry: str) -> None:
    """The question behind it is, and so is what was left out."""
    assert entries_of(said(bot, first, then).reply) == [entry]


@pytest.mark.parametrize(
    ("message", "entry", "is_told"),
    [
        ("no the wear next to the fusion what do they do about that", "repeat-or-extended-fusion", True),
        ("No, the MRI. Is it dangerous with metal?", "imaging", False),
    ],
)
def test_what_is_asked_instead_may_name_its_thing_first(
    bot: Chatbot, message: str, entry: str, *, is_told: bool
) -> None:
    """The question after it is asked of that thing, be it a detail that nothing tells."""
    reply = said(bot, "what are the risks of revision surgery", message).reply
    assert entries_of(reply) == [entry]
    assert (reply.kind == "answer") == is_told


def test_who_asks_for_something_else_by_saying_so_is_not_told_the_same(bot: Chatbot) -> None:
    """ "No, I ask ..." puts the question before once more only where nothing else is named."""
    first = said(bot, "how can the doctor see if a screw has moved")
    turn = bot.ask("No, I ask how they repair the one screw that has moved.", first.conversation)
    assert "hardware-revision" in (*entries_of(turn.reply), *offered_by(turn.reply))
    same = said(
        bot, "what is adjacent segment disease", "what do they do for it", "no I said what do they do for it"
    )
    assert entries_of(same.reply) == ["repeat-or-extended-fusion"]


@pytest.mark.parametrize(
    ("messages", "entry"),
    [
        (["how are screws taken out", "no i meant the rods"], "hardware-revision"),
        (["can taking out the hardware help", "no the rods"], "hardware-removal-help"),
        (["what can an MRI show", "no, the CT"], "imaging"),
        (["can shots help my back", "no the epidural"], "injection-therapy"),
    ],
)
def test_what_was_told_of_both_holds_for_the_one_that_was_meant(
    bot: Chatbot, messages: list[str], entry: str
) -> None:
    """The same answer is about rods and screws: it is said to hold, and not turned down for another one."""
    reply = said(bot, *messages).reply
    assert (reply.lead, entries_of(reply)) == (sentence(bot, sentences.HANDED_OVER_AGAIN), [entry])


@pytest.mark.parametrize(
    ("then", "entry"),
    [
        ("no the rods", "hardware-problems"),
        ("no i meant the plates", "hardware-problems"),
        ("not that, the x-ray", "imaging"),
        ("wait, the robot one i mean", "minimally-invasive"),
        ("no the pills", "pain-medication"),
        ("earlier we talked about the x-ray", "imaging"),
        ("going back to the rods, does it hurt", "hardware-problems"),
    ],
)
def test_what_was_meant_is_known_by_any_of_its_names(bot: Chatbot, then: str, entry: str) -> None:
    """Those of the word list and the lexicon, though the word is in many answers or in few."""
    assert entries_of(said(bot, "what is CBT", then).reply) == [entry]


def test_a_no_without_an_article_rules_something_out(bot: Chatbot) -> None:
    """ "No pills" wants the rest, "no the pills" wants these."""
    assert entries_of(said(bot, "what helps against the pain", "no pills").reply) == ["treatment-options"]
