"""Details that the guide does not tell are owned up to, and those that it tells are told."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.speaking import sentences
from tests.support.talk import entries_of, offered_by, said


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("can shots help my pain", "do they hurt"),
        ("can shots help my pain", "how many can I get"),
        ("can shots help my pain", "how long do they last"),
        ("can shots help my pain", "is that dangerous"),
        ("what does an MRI show", "is it dangerous"),
        ("what does an MRI show", "is there radiation in it"),
        ("what are EMG tests", "would I be awake"),
        ("how are screws taken out", "how long is the surgery"),
        ("can scar tissue hurt", "can I prevent that"),
        ("what is pseudarthrosis", "can it heal on its own"),
        ("what is pseudarthrosis", "how common is it"),
        ("does physical therapy help", "how many sessions is that"),
    ],
)
def test_a_detail_that_the_guide_lacks_is_owned_up_to(bot: Chatbot, before: str, asked: str) -> None:
    """It is handed to the surgeon; of the topic, only its short sentence is said, and it stays the topic."""
    first = said(bot, before)
    turn = said(bot, asked, start=first.conversation)
    assert "the guide does not say this:" in turn.reply.lead
    assert (turn.reply.kind, entries_of(turn.reply)) == ("handoff", [first.conversation.topic])
    entry = bot.knowledge.entry(first.conversation.topic)
    assert entry is not None
    assert turn.reply.answers[0].text == entry.short
    assert turn.conversation.topic == first.conversation.topic


@pytest.mark.parametrize(
    ("before", "asked", "entry"),
    [
        ("what is revision surgery", "is it dangerous", "revision-risks"),
        ("what is revision surgery", "how long would that be", "when-to-consider-revision"),
        ("how do I exercise for my back", "and when can I start", "return-to-activities"),
        ("does pain mean my surgery failed", "does it heal by itself", "outlook"),
    ],
)
def test_a_detail_that_the_guide_has_is_told(bot: Chatbot, before: str, asked: str, entry: str) -> None:
    """The same words ask for something that is told where the topic names it."""
    assert entries_of(said(bot, before, asked).reply)[0] == entry


@pytest.mark.parametrize(
    ("about", "detail", "means"),
    [
        ("can taking out screws help", "but will he be weaker without them", "stays strong without it"),
        ("why do I still hurt", "which one do folks have most", "which of them is better, faster, safer"),
        ("what is pseudarthrosis", "and if I leave it be", "what happens if nothing is done"),
        ("how do they redo a fusion", "do they get the bone from the hip", "where the bone comes from"),
        ("what is revision surgery", "what are the odds that it works", "the success rate in figures"),
        ("can the screws hurt", "do they ache when it's cold", "weather, stress or strain"),
    ],
)
def test_details_that_the_guide_leaves_out_are_owned_up_to(
    bot: Chatbot, about: str, detail: str, means: str
) -> None:
    """Comparisons, leaving it alone, where they cut, chances in figures, what brings it on."""
    lead = said(bot, about, detail).reply.lead
    assert "the guide does not say this" in lead
    assert means in lead


def test_what_was_said_about_something_is_asked_for(bot: Chatbot) -> None:
    """ "What did you say about the shots?" is about shots, whatever the topic is now."""
    turn = said(bot, "what exercise is good for me", "What did you say about the shots?")
    assert entries_of(turn.reply) == ["injection-therapy"]


def test_only_what_says_what_it_is_about_is_said_to_be_not_covered(bot: Chatbot) -> None:
    for text in (
        "You remember what you told me about how many folks hurt? What were the numbers?",
        "What fraction of patients report persistent pain, and which variables drive it?",
    ):
        assert bot.ask(text).reply.notes == ()
    assert (
        "do you replace hips"
        in bot.ask("what are the risks of a redo and do you replace hips").reply.notes[0]
    )


@pytest.mark.parametrize(
    "message", ["does dry needling help", "do you offer laser surgery", "is ozone safe for me"]
)
def test_a_remedy_that_the_guide_does_not_name_is_handed_over(bot: Chatbot, message: str) -> None:
    assert entries_of(bot.ask(message).reply) == ["other-treatments"]


@pytest.mark.parametrize(
    ("before", "asked", "facet"),
    [
        (
            "what is adjacent segment disease",
            "I am her daughter. How can I help her?",
            "what relatives can do",
        ),
        ("can injections help", "my mother has diabetes, can she have them", "other illnesses matter"),
        ("what is FBSS", "so is it dangerous", "how serious or dangerous it is"),
    ],
)
def test_details_of_people_and_illnesses_are_owned_up_to(
    bot: Chatbot, before: str, asked: str, facet: str
) -> None:
    reply = said(bot, before, asked).reply
    assert (reply.kind, facet in reply.lead) == ("handoff", True)


def test_a_hand_off_in_between_is_asked_nothing_of_a_treatment(bot: Chatbot) -> None:
    """Whether insurance pays has no success rate, and hurts nobody: what was spoken of before is meant."""
    reply = said(bot, "what is decompression", "does insurance cover that", "whats the success rate").reply
    assert [answer.entry for answer in reply.answers] == ["decompression"]
    reply = said(bot, "can shots help", "how much is it", "does it hurt").reply
    assert [answer.entry for answer in reply.answers] == ["injection-therapy"]
    reply = said(bot, "how much does it cost", "does it hurt").reply
    assert [answer.entry for answer in reply.answers] == ["cost-and-insurance"], "nothing else was spoken of"


def test_what_has_no_answer_offers_what_is_next_to_the_topic(bot: Chatbot) -> None:
    """Who asks about the shots is not sent back to the beginning."""
    turn = said(bot, "can shots help my pain", "what colour is the liquid")
    assert turn.reply.kind == "unknown"
    assert "diagnostic-injections" in offered_by(turn.reply)


@pytest.mark.parametrize(
    ("before", "message", "entry"),
    [
        ("how common is lasting pain", "was that counted by somebody, in a study", "how-common"),
        ("what is adjacent segment disease", "and does it spread from there", "adjacent-segment-disease"),
        ("who is the surgeon", "how many of those has he done so far", "about-the-surgeon"),
        ("what is revision surgery", "any age limit", "what-is-revision-surgery"),
    ],
)
def test_where_it_is_from_and_how_far_it_goes_is_owned_up_to(
    bot: Chatbot, before: str, message: str, entry: str
) -> None:
    """None of that is in the guide."""
    reply = said(bot, before, message).reply
    assert (reply.kind, entries_of(reply)) == ("handoff", [entry])


def test_how_urgent_it_is_a_person_must_say(bot: Chatbot) -> None:
    """With the number for an emergency."""
    turn = said(bot, "can the screws cause pain", "mine has come apart, does that count as an emergency")
    assert entries_of(turn.reply) == ["personal-advice"]


def test_who_is_given_one_figure_of_two_is_not_told(bot: Chatbot) -> None:
    """ "So 40 is for old people", of "about 10 to 40 percent": the reply says so. Both figures name the answer."""
    asked = "How many people still have pain after a fusion?"
    for message in ("so 40 is for old people?", "and for people with one level it's 10?"):
        assert sentences.ONE_END in said(bot, asked, message).reply.lead
    for message in ("10 to 40 what? people?", "what does the 40 mean", "is 30 for old people"):
        assert sentences.ONE_END not in said(bot, asked, message).reply.lead
    assert sentences.ONE_END not in said(bot, "so 40 is for old people?").reply.lead


def test_figures_of_an_answer_only_name_it(bot: Chatbot) -> None:
    """ "10 to 40, why is that range so wide" asks what it depends on."""
    asked = "How many people still have pain after a fusion?"
    reply = said(bot, asked, "10 to 40, why is that range so wide?").reply
    assert "depends on" in reply.answers[0].text
