"""What people say to a safety card, and what they hear: short, kind, never an all-clear."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.after_card import only_tells, read_after_card
from chatbot.normalise import normalise
from chatbot.speaking import sentences
from tests.support.talk import said as after

EMERGENCY = "I cannot feel it when I wipe and I lost control of my bladder"
URGENT = "my calf is swollen and hot"
CRISIS = "i want to die"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("we called 911 already", "helped"),
        ("the paramedics are coming", "helped"),
        ("my son is taking me to the er", "helped"),
        ("I am in the ER now", "helped"),
        ("she's ok again", "over"),
        ("he says he is fine", "over"),
        ("my wife says I am fine", "over"),
        ("the numbness went away, but my legs gave out", ""),
        ("it was just the seat", "explained"),
        ("it was probably a stroke", ""),
        ("I meant our cat", "story"),
        ("this is not about me", "not-me"),
        ("must I go?", "must"),
        ("can it wait until the weekend", "wait"),
        ("is it ok if I drive myself", "drive"),
        ("no one picks up", "nobody"),
        ("I am not better", "worse"),
        ("it came back", "worse"),
        ("I do not want to go", "refuses"),
        ("I'm so scared", "scared"),
        ("what do I do now", "what-now"),
        ("what will they do there?", "what-now"),
        ("who do I call", "what-now"),
        ("what do I tell them?", "what-now"),
        ("can my husband drive me?", "drive"),
        ("it doesn't hurt at all", "must"),
        ("oh. are you sure? it doesn't hurt at all", "must"),
        ("so it does not hurt, then I can wait till Monday?", "wait"),
        ("no, I will wait till tomorrow and see", "wait"),
        ("really? it doesn't hurt though", "must"),
        ("are you sure? what does an MRI show", ""),
        ("so then", ""),
        ("I will call", "nod"),
        ("please remove that 911 thing, I don't need it", "line"),
        ("stop telling me 911", "line"),
        ("can I drive after revision surgery", ""),
        ("how long should I wait before a second fusion surgery", ""),
    ],
)
def test_what_is_said_to_an_emergency_card(message: str, said: str) -> None:
    """Read while the card is what is talked about; one word that is of something else makes it a question."""
    assert read_after_card(normalise(message), "emergency", is_talked_about=True) == said


def normalised(message: str) -> tuple[str, ...]:
    return normalise(message).tokens


def test_a_hospital_is_no_help_on_its_way_when_asked_about() -> None:
    """A question, or something that did not work, never counts as help."""
    for message in ("should I call 911", "I can't get to the hospital", "am I going to the hospital"):
        assert read_after_card(normalise(message), "emergency", is_talked_about=True) != "helped"


def test_later_only_the_calm_is_read() -> None:
    """A hospital or a drive may then be part of any question; without a card, all of it is."""
    assert read_after_card(normalise("i am fine"), "urgent", is_talked_about=False) == "over"
    assert read_after_card(normalise("should i drive"), "urgent", is_talked_about=False) == ""
    assert read_after_card(normalise("i am fine"), "", is_talked_about=True) == ""
    assert read_after_card(normalise("fine " * 20), "urgent", is_talked_about=True) == ""


@pytest.mark.parametrize("card", [EMERGENCY, URGENT])
@pytest.mark.parametrize(
    "message",
    [
        "we called 911 already",
        "it was just the seat",
        "I meant our cat",
        "not me",
        "ok",
        "no",
        "never mind",
        "thanks",
    ],
)
def test_who_says_so_hears_a_sentence_and_the_line_that_stays(bot: Chatbot, card: str, message: str) -> None:
    """No card, no answer from the guide, no apology, no visit; the number all the same."""
    reply = after(bot, card, message).reply
    assert (reply.kind, reply.answers, reply.safety, reply.consultation) == ("smalltalk", (), None, None)
    assert reply.lead and "911" in reply.notes[-1]


@pytest.mark.parametrize(
    ("message", "lead"),
    [
        ("do I really need to", sentences.CARD_AGAIN["must"]),
        ("I will wait till tomorrow", sentences.CARD_AGAIN["wait"]),
        ("it is getting worse", sentences.CARD_AGAIN["worse"]),
        ("I don't want to go", sentences.CARD_AGAIN["refuses"]),
        ("I am scared", sentences.CARD_AGAIN["scared"]),
        ("what now", ""),
    ],
)
@pytest.mark.parametrize("card", [EMERGENCY, URGENT])
def test_who_hesitates_sees_the_card_again(bot: Chatbot, card: str, message: str, lead: str) -> None:
    """The same card, with one sentence, and nothing said twice."""
    first = after(bot, card).reply
    reply = after(bot, card, message).reply
    assert (reply.safety, reply.lead) == (first.safety, lead)
    assert reply.notes == (sentences.WHAT_NOW,)


def test_driving_oneself(bot: Chatbot) -> None:
    """Not in an emergency; the urgent card says nothing of it."""
    assert after(bot, EMERGENCY, "should I drive").reply.lead == sentences.CARD_AGAIN["drive"]
    urgent = after(bot, URGENT, "should I drive").reply
    assert urgent.safety and not urgent.lead


def test_the_team_said_to_wait(bot: Chatbot) -> None:
    """That is theirs to say after an urgent card; in an emergency, and for one's own wish, the card stands."""
    assert after(bot, URGENT, "I called, they told me to wait").reply.lead == sentences.AFTER_URGENT["helped"]
    assert after(bot, EMERGENCY, "I called, they told me to wait").reply.safety
    assert after(bot, URGENT, "I will call them tomorrow").reply.safety


def test_who_does_not_want_the_line_hears_why_it_stays(bot: Chatbot) -> None:
    """At any time after the card. Where likeness alone had alarmed, it presumes nothing any more."""
    stays = after(bot, EMERGENCY, "what is fbss", "stop showing me 911").reply
    assert stays.lead == sentences.AFTER_EMERGENCY["line"] and "911" in stays.notes[-1]


def test_a_crisis_beside_an_emergency_keeps_its_own_number(bot: Chatbot) -> None:
    """Whichever came first, and after starting over: 911 answers another need than 988."""
    for first, second in ((EMERGENCY, CRISIS), (CRISIS, EMERGENCY)):
        for later in (("what is fbss",), ("start over", "what is fbss")):
            notes = after(bot, first, second, *later).reply.notes
            assert any("911" in note for note in notes) and any("988" in note for note in notes)


def test_a_guess_that_is_taken_back_takes_no_other_card_with_it(bot: Chatbot) -> None:
    """An emergency that a rule found holds, and so does a crisis that it found before."""
    guessed = after(bot, EMERGENCY, CRISIS).conversation._replace(is_guess=True)
    denied = after(bot, "no, I was joking", "what is fbss", start=guessed).reply
    assert denied.notes == ("If you have not called yet: 911.",)
    guessed = after(bot, CRISIS, EMERGENCY).conversation._replace(is_guess=True)
    denied = after(bot, "no, I was joking", "what is fbss", start=guessed).reply
    assert any("988" in note for note in denied.notes)


def test_a_person_is_the_front_desk(bot: Chatbot) -> None:
    """After a card as well, and its line stays."""
    reply = after(bot, EMERGENCY, "can I talk to a person").reply
    assert "the front desk" in reply.lead and "911" in reply.notes[-1]


def test_nobody_answers(bot: Chatbot) -> None:
    """Then somewhere to go."""
    assert "urgent care" in after(bot, URGENT, "they don't pick up").reply.lead
    assert "emergency room" in after(bot, EMERGENCY, "no one is answering").reply.lead


def test_a_new_sign_raises_its_card_whatever_was_said_before(bot: Chatbot) -> None:
    """Nor does "I am fine" make the next one pass."""
    turn = after(bot, URGENT, "I am fine now", "I called them", "now I have chest pain")
    assert turn.reply.safety and turn.reply.safety.level == "emergency"


def test_the_answer_is_offered_only_where_there_is_one(bot: Chatbot) -> None:
    """Else a yes says kindly that nothing waits; after a crisis card, it may be an answer to the card."""
    assert sentences.WAITING not in after(bot, EMERGENCY).reply.text
    assert after(bot, EMERGENCY, "yes").reply.lead == sentences.NOTHING_WAITS
    assert after(bot, CRISIS, "yes").reply.safety
    assert sentences.WAITING not in after(bot, "i can not pee").reply.text
    driving = after(bot, "I can't pee, when can I drive?")
    assert sentences.WAITING in driving.reply.text
    assert (
        after(bot, "I can't pee, when can I drive?", "yes").reply.answers[0].entry == "return-to-activities"
    )
    asked = after(bot, "I have chest pain. What is scar tissue?")
    assert sentences.WAITING in asked.reply.text
    assert bot.ask("yes", asked.conversation).reply.answers[0].entry == "scar-tissue"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("they never pick up", "line-failed"),
        ("988 is useless", "line-failed"),
        ("I talked to someone", "called"),
        ("I can't talk to anyone", "no-call"),
        ("I'm so embarrassed", "ashamed"),
        ("I should not have told you", "ashamed"),
        ("I live alone", "alone"),
        ("who answers when I text", "about-line"),
        ("help me please", "help-me"),
        ("I do not know", "lost"),
        ("it feels worse", "lost"),
        ("my dog died last week and the house is empty", "lost"),
        ("thank you for listening", "thanks"),
        ("I am safe", "over"),
        ("I didn't mean it", "taken-back"),
        ("ok", "nod"),
        ("you do not understand", "not-that"),
        ("can I talk to a person", "person"),
    ],
)
def test_after_a_crisis_card_there_is_warmth(bot: Chatbot, message: str, said: str) -> None:
    """A sentence for what was said, 988 by call or text; nothing from the guide, no choices, no visit."""
    reply = after(bot, CRISIS, message).reply
    assert reply.lead == bot._composer.fill(sentences.AFTER_CRISIS[said])
    assert (reply.answers, reply.suggestions, reply.consultation) == ((), (), None)
    assert reply.notes == ("988 is there for you, call or text, day and night.",)


def test_a_crisis_is_spoken_to_later_as_well(bot: Chatbot) -> None:
    """Who asked something in between may come back to it; a question is answered, without a visit."""
    turn = after(bot, CRISIS, "what is scar tissue")
    assert (turn.reply.answers[0].entry, turn.reply.consultation) == ("scar-tissue", None)
    assert bot.ask("I feel ashamed", turn.conversation).reply.lead == sentences.AFTER_CRISIS["ashamed"]


def test_who_says_that_the_card_misread_gets_the_answer(bot: Chatbot) -> None:
    """With one line of 988; a wish for peace is no such thing, nor is it before there was a card."""
    denied = "this is not about me wanting to die, tell me the risks of revision surgery"
    reply = after(bot, CRISIS, denied).reply
    assert [answer.entry for answer in reply.answers] == ["revision-risks"]
    assert sum("988" in note for note in reply.notes) == 1
    for message in (
        "this is not about me wanting to die, tell me why pus comes out of my wound",
        "I do not want to die, I just want it to end",
        "this is not about me wanting to die, I just want to be dead",
    ):
        assert after(bot, CRISIS, message).reply.safety


def test_telling_and_asking() -> None:
    """After a crisis card what tells is heard, and what asks is answered."""
    assert only_tells(normalised("my wife left and nothing is left for me"))
    assert not only_tells(normalised("tell me about scar tissue"))
    assert not only_tells(normalised("risks of revision surgery"))


def test_starting_over_keeps_the_class_and_the_words(bot: Chatbot) -> None:
    """The card itself is forgotten, so what is said to it is read by the class."""
    over = after(bot, CRISIS, "start over")
    assert bot.ask("I feel ashamed", over.conversation).reply.lead == sentences.AFTER_CRISIS["ashamed"]


@pytest.mark.parametrize(
    "message", ["so it does not hurt, then I can wait till Monday?", "really? it doesn't hurt though"]
)
def test_a_sign_without_pain_does_not_take_the_card_back(message: str) -> None:
    """ "It does not hurt" denies the pain, not the danger: the card is shown again."""
    bot = Chatbot.load()
    turn = bot.ask(message, bot.ask(EMERGENCY).conversation)
    assert turn.reply.kind == "safety"


@pytest.mark.parametrize("message", ["why do you keep saying 911", "do you always show that 911 line"])
def test_who_asks_why_the_line_stays_hears_it(bot: Chatbot, message: str) -> None:
    turn = bot.ask("what is an EMG", bot.ask("why do my feet get numb").conversation)
    turn = bot.ask(message, turn.conversation)
    assert turn.reply.lead.startswith("I am sorry that it bothers you.")
    assert turn.reply.notes == ("Should that ever happen to you: call 911.",)


def test_a_line_that_only_likeness_had_raised_goes_when_asked(bot: Chatbot) -> None:
    turn = bot.ask("my husband might be better off, you know")
    assert turn.reply.safety is not None and turn.conversation.is_guess
    turn = bot.ask("You keep telling me about 988. Please turn it off.", turn.conversation)
    assert "sorry for the alarm" in turn.reply.lead
    assert bot.ask("what can injections do", turn.conversation).reply.notes == ()


def test_a_line_that_a_rule_had_raised_stays_in_milder_words(bot: Chatbot) -> None:
    turn = bot.ask("will you stop with the 988", bot.ask("I want to die").conversation)
    assert turn.reply.lead.startswith("I am sorry that it bothers you.")
    assert bot.ask("what can injections do", turn.conversation).reply.notes == (
        "Should things get dark: 988 is there, call or text, day and night.",
    )


DETAILS = [
    "since yesterday",
    "about two hours",
    "three days ago",
    "all night",
    "my surgery was in March",
    "on the left side",
    "I am alone",
    "I am diabetic",
    "38",
]


@pytest.mark.parametrize("message", DETAILS)
@pytest.mark.parametrize("sign", [EMERGENCY, "I have a fever"])
def test_a_detail_that_is_told_to_a_card(bot: Chatbot, sign: str, message: str) -> None:
    """It is for those who are called, and no question that the guide has no answer to; the card stays in talk."""
    turn = after(bot, sign, message)
    words = sentences.AFTER_EMERGENCY if sign == EMERGENCY else sentences.AFTER_URGENT
    assert (turn.reply.kind, turn.reply.lead) == ("smalltalk", words["told"])
    assert turn.conversation.pending == "card"


@pytest.mark.parametrize("message", ["my wife does not know", "for months", "every night", "38"])
def test_a_detail_that_is_told_to_a_crisis_card_is_heard(bot: Chatbot, message: str) -> None:
    """Nobody who wants to die is asked which question about a fusion they mean."""
    assert after(bot, CRISIS, message).reply.lead == sentences.AFTER_CRISIS["lost"]


def test_what_is_asked_after_a_card_is_no_detail(bot: Chatbot) -> None:
    """It is answered, or told that there is no answer; so is what follows another answer."""
    assert after(bot, EMERGENCY, "what is a bone scan").reply.kind == "answer"
    assert after(bot, EMERGENCY, "who won the game last night").reply.kind == "unknown"
    assert after(bot, EMERGENCY, "what is a bone scan", "since yesterday").reply.kind != "smalltalk"
    assert after(bot, EMERGENCY, "scar tissue").reply.kind == "answer"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("I do not have a phone", "nobody"),
        ("my phone is dead", "nobody"),
        ("I lost the discharge papers", "nobody"),
        ("I cannot find the number", "nobody"),
        ("where is the nearest hospital", "what-now"),
        ("what number do I call", "what-now"),
        ("which number", "what-now"),
    ],
)
def test_who_cannot_call_or_knows_not_whom(message: str, said: str) -> None:
    """It is not the guide that is asked, and nobody who has no phone refuses to call."""
    assert read_after_card(normalise(message), "urgent", is_talked_about=True) == said
