"""Who is alarmed without reason says so and asks on: the card, its line and the question."""

from __future__ import annotations

import pytest

from chatbot import Chatbot, Conversation
from chatbot.after_card import taken_back_until
from chatbot.normalise import normalise
from chatbot.speaking import sentences
from tests.support.talk import said as after

EMERGENCY = "I cannot feel it when I wipe and I lost control of my bladder"
CRISIS = "i want to die"


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("What? No, I'm not going to hurt myself. I want to know what a bone scan shows.", "I want to know"),
        ("Good heavens, no. Does the surgeon speak Polish?", "Does the surgeon"),
        ("no its not an emergency how long does recovery take", "how long does"),
        ("Nobody needs an ambulance, tell me about the shots", "tell me about"),
        ("there's no wound, it has been 9 months. Scar tissue, can it hurt?", "Scar tissue"),
    ],
)
def test_a_denial_ends_where_something_else_begins(message: str, rest: str) -> None:
    """A pause or a question ends it; the rest is read as a message of its own."""
    question = normalise(message)
    until = taken_back_until(question)
    assert question.text[question.words[until].start :].startswith(rest)


@pytest.mark.parametrize("message", ["no, it is not an emergency", "that was a joke", "it's not new"])
def test_a_message_may_do_nothing_else(message: str) -> None:
    """Then all of its words take the card back."""
    question = normalise(message)
    assert taken_back_until(question) == len(question.words)


@pytest.mark.parametrize(
    "message", ["what are the risks of it", "it leaks, no matter what I do", "", "I asked about the scan"]
)
def test_what_denies_nothing_takes_nothing_back(message: str) -> None:
    """Nor does a "no" that comes after a word that is no denial."""
    assert taken_back_until(normalise(message)) == 0


def guessed(bot: Chatbot, message: str = CRISIS) -> Conversation:
    """Return the talk after a card that only likeness to other messages has shown."""
    conversation = bot.ask(message).conversation
    return conversation._replace(is_guess=True)


def test_who_takes_a_guess_back_hears_sorry_and_the_answer(bot: Chatbot) -> None:
    """The line that stays presumes nothing any more, and a visit may be spoken of again."""
    turn = bot.ask("Goodness, no! What are the risks of revision surgery?", guessed(bot))
    assert turn.reply.answers[0].entry == "revision-risks"
    assert turn.reply.lead.startswith(sentences.SORRY_FOR_ALARM)
    assert turn.reply.notes[-1].startswith("Should things get dark")
    assert turn.reply.consultation
    later = bot.ask("what is fbss", turn.conversation)
    assert later.reply.notes[-1].startswith("Should things get dark")
    again = bot.ask("start over", later.conversation)
    assert again.reply.notes[-1].startswith("Should things get dark")


@pytest.mark.parametrize(
    ("message", "line"),
    [
        (EMERGENCY, "Should that ever happen to you: call 911"),
        ("my calf is swollen and hot", "Should that happen"),
    ],
)
def test_a_guess_of_danger_is_left_as_easily(bot: Chatbot, message: str, line: str) -> None:
    """And nothing is asked of who only says that it was wrong."""
    turn = bot.ask("no, nobody needs an ambulance, I was only joking", guessed(bot, message))
    assert turn.reply.lead == f"{sentences.SORRY_FOR_ALARM} {sentences.GO_ON_ASKING}"
    assert turn.reply.notes[-1].startswith(line)


def test_words_that_answer_nothing_only_take_it_back(bot: Chatbot) -> None:
    """ "I was only doing the sum" is no question that could be missed."""
    turn = bot.ask("Goodness me, no! I was only doing the crossword.", guessed(bot))
    assert turn.reply.kind == "smalltalk"
    assert turn.reply.lead == f"{sentences.SORRY_FOR_ALARM} {sentences.GO_ON_ASKING}"


def test_what_explains_the_misunderstanding_is_no_question(bot: Chatbot) -> None:
    """The sentence that asks is answered."""
    turn = bot.ask(
        "no no, I only meant the bus ride. How long is recovery after revision surgery?", guessed(bot)
    )
    assert turn.reply.answers[0].entry == "recovery-after-revision"
    assert turn.reply.lead.startswith(sentences.SORRY_FOR_ALARM)
    short = bot.ask("no no, I only mean the bus ride. how long is recovery", guessed(bot))
    assert short.reply.answers[0].entry == "recovery-after-revision"
    unknown = bot.ask("no no, how far is the moon?", guessed(bot))
    assert unknown.reply.kind == "unknown"
    assert unknown.reply.lead.startswith(sentences.SORRY_FOR_ALARM)


def test_a_sign_that_a_rule_found_holds(bot: Chatbot) -> None:
    """As after "I am fine": nothing here can judge it. What is asked then is answered all the same."""
    denied = after(bot, EMERGENCY, "no, it's not an emergency")
    assert "still holds" in denied.reply.lead
    assert denied.reply.notes[-1].startswith("If you have not called yet")
    asked = after(bot, EMERGENCY, "No, it is just the usual. What are the risks of revision surgery?")
    assert asked.reply.answers[0].entry == "revision-risks"
    assert sentences.SORRY_FOR_ALARM not in asked.reply.lead
    assert asked.reply.consultation is None


def test_who_said_that_they_want_to_die_is_believed_the_denial(bot: Chatbot) -> None:
    """The line with 988 stays as it is."""
    turn = after(bot, CRISIS, "no, I am not suicidal, it is just an expression")
    assert turn.reply.lead == sentences.TAKEN_BACK
    assert "988 is there for you" in turn.reply.notes[-1]


@pytest.mark.parametrize(
    "message",
    [
        "no, I also cannot pee",
        "no but i still want to die",
        "No, I am fine. My wound is leaking pus.",
        "nothing is wrong, I just took all my pills",
    ],
)
def test_danger_is_not_taken_back_by_the_way(bot: Chatbot, message: str) -> None:
    """What comes after the denial is read for danger, and so is the denial itself."""
    assert bot.ask(message, guessed(bot)).reply.safety


def test_without_a_card_nothing_is_taken_back(bot: Chatbot) -> None:
    """Nor long after it: "no" then says something to the answer."""
    assert sentences.SORRY_FOR_ALARM not in bot.ask("no, what are the risks of revision surgery?").reply.lead
    later = bot.ask("what is fbss", guessed(bot)).conversation
    turn = bot.ask("no, what are the risks of revision surgery?", later)
    assert sentences.SORRY_FOR_ALARM not in turn.reply.lead


def test_a_new_card_is_a_new_alarm(bot: Chatbot) -> None:
    """Whatever was taken back before."""
    denied = bot.ask("no, that was a joke", guessed(bot)).conversation
    assert denied.is_taken_back
    turn = bot.ask(EMERGENCY, denied)
    assert turn.reply.safety
    assert not turn.conversation.is_taken_back
    assert bot.ask("what is fbss", turn.conversation).reply.notes[-1].startswith("If you have not called yet")


def test_a_card_knows_whether_it_is_a_guess(bot: Chatbot) -> None:
    """A rule of the safety file names its sign; likeness names none."""
    assert not bot.explain(CRISIS).finding.is_guess
    assert not bot.ask(CRISIS).conversation.is_guess


def test_a_denial_that_names_the_alarm_is_heard_later_too(bot: Chatbot) -> None:
    """It stays, for nobody can judge it from here, but it presumes nothing any more."""
    turn = bot.ask("why do my feet get numb")
    assert turn.reply.safety is not None and not turn.conversation.is_guess
    turn = bot.ask("is that a reason for another surgery", turn.conversation)
    turn = bot.ask("I said it's been months and my doctor knows. not an emergency", turn.conversation)
    assert "I cannot judge it from here" in turn.reply.lead
    for question in ("and pills for it?", "how do I make an appointment"):
        turn = bot.ask(question, turn.conversation)
        assert turn.reply.notes[-1].startswith("Should that ever happen")


def test_the_line_is_left_before_a_question(bot: Chatbot) -> None:
    turn = bot.ask("what is an EMG", bot.ask("why do my feet get numb").conversation)
    reply = bot.ask("stop with the 911. I am fine. who is the surgeon", turn.conversation).reply
    assert [answer.entry for answer in reply.answers] == ["about-the-surgeon"]
