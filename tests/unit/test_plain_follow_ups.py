"""What a few words plainly ask of the topic, in whatever order they come: "which is worse", "did lifting do it"."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot import Chatbot
from chatbot.leaning.plain_follow_ups import kind_of
from chatbot.normalise import normalise
from chatbot.speaking import sentences
from tests.support.talk import entries_of, said, sentence

CAUSE = "can scar tissue cause nerve pain after surgery"


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("which one is worse", "which of them is better, faster, safer or more common"),
        ("which would you do first", "which comes early and which comes late"),
        ("could it be because I smoked", "whether smoking, drink or food matter"),
        ("is it because I lifted something heavy", "whether weather, stress or strain bring it on"),
        ("I carried boxes all day. Did that do it?", "whether weather, stress or strain bring it on"),
        ("what about somebody my age", "whether age or other illnesses matter"),
        ("does it really help", "whether it is sure to work"),
        ("what are the chances", "the odds and chances in figures"),
        ("when will I feel better", "how one knows that it worked, when it is felt"),
        ("can my sister come", "how to get ready for it, and who may come along"),
        ("what makes it higher", "what it depends on"),
        ("on what?", "what it depends on"),
        ("is that always so", "whether it is always so"),
    ],
)
def test_a_detail_is_owned_up_to_in_whatever_words(bot: Chatbot, message: str, asked: str) -> None:
    """By itself each of these looks like a question for something else."""
    turn = said(bot, CAUSE, message)
    assert turn.reply.kind == "handoff"
    assert turn.conversation.facet == asked
    assert turn.conversation.topic == "scar-tissue"


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("what else can it be", "why-pain-persists"),
        ("how would I notice", "scar-tissue"),
        ("where would it hurt", "nerve-damage"),
        ("can my surgeon feel it", "nerve-tests"),
        ("so it never gets better", "outlook"),
        ("so there is nothing they can do", "outlook"),
        ("how do I know it is time", "signs-revision-needed"),
        ("can I walk with that", "return-to-activities"),
        ("and work?", "return-to-activities"),
        ("and for me?", "personal-advice"),
        ("what about my mother", "personal-advice"),
        ("do I have to do all of them", "personal-advice"),
        ("it hurts when I bend", "personal-advice"),
        ("it comes and goes", "personal-advice"),
        ("it is more on the left side", "personal-advice"),
        ("It is worst at night. Is that it?", "personal-advice"),
        ("could that be it", "personal-advice"),
    ],
)
def test_what_has_an_answer_gets_it_in_whatever_words(bot: Chatbot, message: str, entry: str) -> None:
    """An answer near the topic, hope, or a person for one's own case."""
    assert entries_of(said(bot, CAUSE, message).reply)[0] == entry


def test_how_so_asks_for_the_reason(bot: Chatbot) -> None:
    """And "so how" for how it is done: of two words the order counts."""
    first = "does lasting pain mean my surgery failed"
    assert said(bot, first, "how so?").conversation.facet.startswith("why that is")
    assert said(bot, first, "so how?").conversation.facet == "how it is done"


@pytest.mark.parametrize("message", ["so 4 in 10", "so half of them", "that is 10 out of 100"])
def test_a_figure_in_other_words_is_met_with_what_was_told(bot: Chatbot, message: str) -> None:
    """And not with a half of a pill."""
    turn = said(bot, "how common is lasting pain after fusion", message)
    assert entries_of(turn.reply) == ["how-common"]
    assert turn.reply.answers[0].text.startswith("About 10 to 40 percent")


def test_one_end_of_the_range_is_given_to_nobody(bot: Chatbot) -> None:
    """The guide does not say for whom the lower figure holds."""
    turn = said(bot, "how common is lasting pain after fusion", "so for a simple surgery it's 10?")
    assert turn.conversation.facet == sentences.ONE_END


@pytest.mark.parametrize("message", ["why is it not one number", "10 to 40? That is a huge range. Why"])
def test_who_asks_why_there_is_a_range_is_told_what_it_depends_on(bot: Chatbot, message: str) -> None:
    """The answer says so, in one of its sentences."""
    reply = said(bot, "how common is lasting pain after fusion", message).reply
    assert "depends on the underlying condition" in reply.answers[0].text


def test_a_figure_means_nothing_where_none_was_told(bot: Chatbot) -> None:
    """Then the message is read as any other."""
    assert "scar-tissue" not in entries_of(said(bot, CAUSE, "so 4 in 10").reply)


def test_after_a_hand_off_the_topic_before_is_meant(bot: Chatbot) -> None:
    """What shots cost has no chances; the shots do."""
    turn = said(bot, "can shots in the back ease my pain", "what do they cost", "and what are the chances")
    assert turn.conversation.topic == "injection-therapy"


def test_after_nothing_but_a_hand_off_a_message_is_read_as_before(bot: Chatbot) -> None:
    """There is nothing of the guide that it could be asked of."""
    assert said(bot, "what does it cost", "what are the chances").conversation.facet == ""


def test_without_a_topic_nothing_is_plainly_asked(bot: Chatbot) -> None:
    """The first message stands alone."""
    assert said(bot, "which one is worse").conversation.facet == ""


def test_a_wording_of_an_entry_reaches_that_entry(bot: Chatbot) -> None:
    """Whatever it would ask of the topic."""
    asked = [(entry.id, one) for entry in bot.knowledge.entries for one in entry.questions]
    entry, wording = next((entry, one) for entry, one in asked if kind_of(normalise(one)) == "else")
    assert entries_of(said(bot, CAUSE, wording).reply)[0] == entry


@pytest.mark.parametrize(
    "message", ["does it hurt at night. is that it", "which rods are worse", "is it my screws"]
)
def test_any_other_word_is_read_as_before(message: str) -> None:
    """A question before "is that it", and a thing that is named."""
    assert kind_of(normalise(message)) == ""


def test_another_knowledge_base_without_such_a_class_reads_on(tmp_path: Path) -> None:
    """Follow-ups are its own."""
    (tmp_path / "faq.yaml").write_text(
        """\
- id: opening
  title: When are you open?
  questions: [When are you open?, opening hours please, at what time do you close]
  answer: We are open from nine to five.
  source: Door
""",
        encoding="utf-8",
    )
    (tmp_path / "follow-ups.yaml").write_text("[]\n", encoding="utf-8")
    assert said(Chatbot.load(tmp_path), "when are you open", "which one is worse").reply.kind != "answer"


@pytest.mark.parametrize(
    "message",
    [
        "my surgeon says something else",
        "my doctor said only 5 percent",
        "that is not what my surgeon told me",
        "I read something different online",
        "who is right then",
        "is that proven",
    ],
)
def test_who_heard_something_else_is_told_where_the_answer_is_from(bot: Chatbot, message: str) -> None:
    """And that their own doctor knows their own case best."""
    reply = said(bot, "how common is lasting pain after fusion", message).reply
    assert reply.lead.startswith("It is from the clinic's guide")
    assert "your doctor knows best" in reply.lead


def test_a_figure_of_a_doctor_is_no_other_figure_where_none_was_told(bot: Chatbot) -> None:
    """Nothing was told that it could speak against."""
    assert "It is from the clinic's guide" not in said(bot, CAUSE, "my doctor said 5 percent").reply.lead


@pytest.mark.parametrize(
    "message",
    [
        "I don't want an appointment",
        "I do not want to come in",
        "are you just trying to sell me a visit",
        "why do you always tell me to see the doctor",
    ],
)
def test_who_wants_no_visit_is_pressed_no_further(bot: Chatbot, message: str) -> None:
    """It is a suggestion."""
    assert said(bot, CAUSE, message).reply.lead == sentence(bot, sentences.REMARKS["no-visit"])


def test_after_a_card_no_visit_is_said_to_be_up_to_the_patient(bot: Chatbot) -> None:
    """The card holds."""
    turn = said(
        bot,
        "I can't feel my saddle area and I wet myself",
        "ok",
        "what is scar tissue",
        "I do not want to come in",
    )
    assert turn.reply.lead != sentence(bot, sentences.REMARKS["no-visit"])


@pytest.mark.parametrize("message", ["so I should not worry", "no need to worry then"])
def test_nobody_is_told_here_that_they_need_not_worry(bot: Chatbot, message: str) -> None:
    """Nor is it taken for danger."""
    assert entries_of(said(bot, CAUSE, message).reply) == ["personal-advice"]


@pytest.mark.parametrize("message", ["no need to worry about me", "there is no reason to worry about me"])
def test_who_tells_others_not_to_worry_about_them_may_take_leave(bot: Chatbot, message: str) -> None:
    """Then likeness may still raise its card."""
    safety = said(bot, CAUSE, message).reply.safety
    assert safety is not None
    assert safety.level == "crisis"


@pytest.mark.parametrize("message", ["I don't get the last part", "did not understand the last sentence"])
def test_who_did_not_get_a_part_is_told_it_in_simpler_words(bot: Chatbot, message: str) -> None:
    """In short."""
    assert said(bot, CAUSE, message).reply.lead == sentences.SIMPLER


@pytest.mark.parametrize("message", ["I just want an answer", "so what is the answer"])
def test_who_just_wants_an_answer_gets_the_gist(bot: Chatbot, message: str) -> None:
    """No booking and no other answer."""
    reply = said(bot, CAUSE, message).reply
    assert entries_of(reply) == ["scar-tissue"]
    assert reply.lead == sentences.YES_OR_NO


@pytest.mark.parametrize("message", ["I will think about it", "that is good to know", "maybe later"])
def test_who_leaves_it_at_that_is_left_alone(bot: Chatbot, message: str) -> None:
    """A nod in other words."""
    assert said(bot, CAUSE, message).reply.lead == sentence(bot, sentences.NOD)


def test_name_one_chooses_nothing(bot: Chatbot) -> None:
    """It asks for one of them."""
    assert entries_of(said(bot, "what kinds of pain medicine are used", "name one").reply) == [
        "pain-medication"
    ]


@pytest.mark.parametrize("message", ["what would they give her for the pain", "what is the pill called"])
def test_what_is_given_for_the_pain_is_one_answer_after_any_topic(bot: Chatbot, message: str) -> None:
    """It is no question for the benefits."""
    assert entries_of(said(bot, CAUSE, message).reply) == ["pain-medication"]
    assert entries_of(said(bot, "how are screws taken out", message).reply) == ["pain-medication"]


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("if I do not do it", "what happens if nothing is done"),
        ("can they do it twice", "how many times, how often it is needed"),
        ("will I have a scar", "where they cut, and where the bone comes from"),
        ("is it worse for old people", "whether age or other illnesses matter"),
    ],
)
def test_more_details_are_owned_up_to(bot: Chatbot, message: str, asked: str) -> None:
    """Each had been answered with something else."""
    assert said(bot, "how are screws taken out", message).conversation.facet == asked


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("she can not walk much", "personal-advice"),
        ("it clicks when I bend", "personal-advice"),
        ("and what else could I have done wrong", "is-pain-a-failure"),
        ("does the good outweigh the bad", "revision-benefits"),
        ("I did that and it got worse", "treatment-options"),
    ],
)
def test_more_has_its_answer_in_whatever_words(bot: Chatbot, message: str, entry: str) -> None:
    """Weight has nothing to do with what outweighs."""
    assert entries_of(said(bot, CAUSE, message).reply)[0] == entry


def test_only_that_asks_whether_there_is_more(bot: Chatbot) -> None:
    """And not whether therapy alone is enough."""
    first = "what kinds of pain medicine are used"
    assert entries_of(said(bot, first, "so only that, nothing else?").reply) in ([], ["pain-medication"])


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("what did you say before about the pills", "pain-medication"),
        ("did you say anything about exercise", "exercise"),
    ],
)
def test_what_was_said_about_a_thing_is_told_once_more(bot: Chatbot, message: str, entry: str) -> None:
    """Whatever the topic is."""
    assert entries_of(said(bot, CAUSE, message).reply) == [entry]


@pytest.mark.parametrize(
    "message", ["what do you think about my pain", "tell me what they said about my scan"]
)
def test_what_others_said_is_read_as_before(bot: Chatbot, message: str) -> None:
    """Only what was said here is told again."""
    assert said(bot, CAUSE, message).reply.kind != "smalltalk"


def test_pain_that_spreads_is_felt_in_the_legs(bot: Chatbot) -> None:
    """The answer on the screen says so in other words."""
    reply = said(bot, "can the screws cause pain", "can it go to the legs").reply
    assert "spreads" in reply.answers[0].text


@pytest.mark.parametrize("message", ["is that everything you have", "is that all there is"])
def test_who_asks_whether_that_is_all_is_told_the_rest(bot: Chatbot, message: str) -> None:
    """As with "tell me more"."""
    assert said(bot, CAUSE, message).reply.kind in ("answer", "smalltalk")


def test_a_missed_figure_is_owned_up_to(bot: Chatbot) -> None:
    """ "You did not give any numbers" is no statement about something else."""
    assert said(bot, CAUSE, "you did not give any numbers").reply.lead == sentences.NO_FIGURE


def test_what_to_ask_the_surgeon_is_no_question_of_ones_own_case(bot: Chatbot) -> None:
    """There is a list of questions to take along."""
    assert entries_of(said(bot, CAUSE, "what would you ask him if you were me").reply) == ["take-home"]


@pytest.mark.parametrize(
    "message",
    [
        "and at night?",
        "only when I walk",
        "on stairs",
        "what would he say",
        "how do I choose",
        "in the morning it is fine",
    ],
)
def test_when_it_hurts_and_what_a_doctor_would_say_is_for_a_person(bot: Chatbot, message: str) -> None:
    """A program cannot judge it, and nothing of the visit was asked."""
    assert entries_of(said(bot, CAUSE, message).reply) == ["personal-advice"]


@pytest.mark.parametrize("message", ["where can I read more", "is there a book about that"])
def test_who_wants_to_read_on_is_told_where_it_is_from(bot: Chatbot, message: str) -> None:
    """No booking, and no way to the clinic."""
    assert said(bot, CAUSE, message).reply.lead.startswith("It is from the clinic's guide")
