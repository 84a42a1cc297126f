"""Reading how a message steers: its words, what was offered, and what came before."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from chatbot import follow_up
from chatbot.conversation import Conversation
from chatbot.follow_up import NEW_QUESTION, FollowUp, read_follow_up, without_afterthought
from chatbot.follow_up.set_phrases import SET_PHRASES, STEER_OF, set_phrase
from chatbot.normalise import normalise
from chatbot.reply import Answer, Reply, SafetyNote

LIST = ("bones", "level", "metal", "scar")
SAID = Conversation(topic="why", offered=LIST, listed=LIST, told=("why",), last=Reply("answer"))
CHOOSING = Conversation(offered=LIST[:3], pending="choice", last=Reply("clarify"))


def read(text: str, conversation: Conversation = SAID) -> FollowUp:
    return read_follow_up(normalise(text), conversation)


CARD = Reply("safety", safety=SafetyNote("emergency", "Call 911 now."))
WARNED = Conversation(level="emergency", pending="card", waiting="numb between the legs", last=CARD)


@pytest.mark.parametrize(
    "text",
    [
        "I'm fine",
        "it went away",
        "it's fine, it went away",
        "sorry, just venting",
        "false alarm",
        "really I am fine now",
    ],
)
def test_what_takes_a_card_back_is_no_question(text: str) -> None:
    """It is only that in a conversation that had a card, and only where nothing else is said."""
    assert read(text, WARNED).said in ("taken-back", "over")
    assert not read(text).said
    assert read(f"{text}, but my leg is weak now", WARNED).steer == "question"


def test_how_to_get_to_help_brings_the_card_again() -> None:
    """While it is what was said last; afterwards, and in a long message, a hospital may be part of a question."""
    asked = "can I drive to the ER"
    assert read(asked, WARNED).said == "drive"
    assert read(asked, WARNED._replace(pending="")).steer == "question"
    assert read(asked).steer == "question"
    story = "the hospital that did my first fusion was in Albany and I would like to know what it was called"
    assert read(story, WARNED).steer == "question"


@pytest.mark.parametrize(
    ("text", "steer"),
    [
        ("Say that again, please", "again"),
        ("WHAT?", "again"),
        ("I don't get it", "simpler"),
        ("simpler please", "simpler"),
        ("ok, tell me more", "more"),
        ("go back", "back"),
        ("start over", "restart"),
        ("never mind!", "drop"),
        ("stop", "drop"),
        ("Yes, please.", "yes"),
        ("no thanks", "drop"),
        ("hmm", "nod"),
        ("neither", "neither"),
        ("none of these", "neither"),
        ("That's not what I asked", "not-that"),
        ("can I talk to a real person?", "person"),
    ],
)
@pytest.mark.parametrize("conversation", [SAID, CHOOSING, Conversation()])
def test_words_that_steer_always_do(text: str, steer: str, conversation: Conversation) -> None:
    """At the beginning, after an answer and in the middle of a choice."""
    assert read(text, conversation).steer == steer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🙂",
        "please",
        "what is scar tissue",
        "is the second surgery worse",
        "I need a second opinion",
        "the last time I asked nobody knew",
        "is it bigger than the first",
        "then what",
        "and then?",
        "wrong level fused",
        "not that bad is it",
        "no numbness, is that good?",
        "no, what is scar tissue made of exactly",
        "one two three",
        "number please",
        "፩",
        "number ፩",
        "the first one and the second one",
        "both of my legs hurt",
        "next week",
        "what comes next for someone who was in the hospital for quite a long time after the first one",
    ],
)
def test_a_question_is_left_alone(text: str) -> None:
    """Words that look like steering inside a question change nothing."""
    assert read(text) in (NEW_QUESTION, FollowUp("yes"))


def test_the_first_operation_is_no_choice() -> None:
    """It is told of, not picked from the list."""
    assert read("my first operation was in 2015") == FollowUp("remark", said="history")


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("2", "level"),
        ("2.", "level"),
        ("number 3", "metal"),
        ("option two please", "level"),
        ("and number 4?", "scar"),
        ("the second one", "level"),
        ("that last one, can you go into it a bit", "scar"),
        ("The 3rd sounds interesting", "metal"),
        ("Could you explain the fourth of those to me?", "scar"),
        ("first", "bones"),
        ("Hmm, the first I guess", "bones"),
        ("I think the second", "level"),
        ("I'd go with number 3, probably", "metal"),
        ("I'm not sure, the first?", "bones"),
        ("first one sounds right", "bones"),
    ],
)
def test_a_place_in_the_list_chooses(text: str, entry: str) -> None:
    """By number, by order, in a sentence around it."""
    assert read(text) == FollowUp("choice", entry=entry)


@pytest.mark.parametrize(
    "text",
    ["what would a fourth one involve", "is another second one worse", "my last one was two years ago"],
)
def test_one_more_operation_is_no_place_in_the_list(text: str) -> None:
    """Who had three speaks of a fourth one; "the fourth one" is on the screen."""
    assert read(text).steer not in ("choice", "about-choice")


def test_a_number_means_the_screen_and_an_order_means_the_list() -> None:
    """After one of a list, its own suggestions are numbered; "the fourth" still counts in the list."""
    later = SAID._replace(offered=("shots", "pills"), topic="level", told=("why", "level"))
    assert read("2", later).entry == "pills"
    assert read("the fourth", later).entry == "scar"
    assert read("the last one", later).entry == "scar"
    assert read("the last one", later._replace(topic="scar")).entry == "pills"
    assert read("is the last one dangerous", later._replace(topic="scar")).entry == "scar"
    assert read("the fourth", later._replace(topic="scar")).entry == "scar"
    assert read("2", SAID._replace(offered=(), listed=())).steer == "no-choice"


@pytest.mark.parametrize("number", ["0", "0000", "5", "99", "123", "1234567890" * 30])
def test_a_number_that_is_not_there_is_said_to_be_so(number: str) -> None:
    """Whatever its length, and it is repeated only in part."""
    found = read(number)
    assert (found.steer, found.number) == ("no-choice", number[:4])


def test_a_place_beyond_the_list() -> None:
    """ "Number 9" is no choice; in a question it is a part of that; "the sixth" of four is no choice either."""
    assert read("number 9") == FollowUp("no-choice", number="9")
    assert read("is number 9 the worst level to fuse") == NEW_QUESTION
    assert read("the sixth one") == NEW_QUESTION


def test_a_question_about_one_of_the_list() -> None:
    """The words without those that choose are the question."""
    assert read("how is the second one treated") == FollowUp(
        "about-choice", "level", words=("how", "is", "treated")
    )
    assert read("is number 3 dangerous") == FollowUp("about-choice", "metal", words=("is", "dangerous"))


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("the next one", "metal"),
        ("next", "metal"),
        ("what about the one after that", "metal"),
        ("and the one before it?", "bones"),
        ("the previous one", "bones"),
    ],
)
def test_neighbours_in_the_list(text: str, entry: str) -> None:
    """Counted from the one told last, even when something else came in between."""
    told = SAID._replace(topic="cost", told=("why", "level", "cost"))
    assert read(text, told) == FollowUp("choice", entry=entry)


def test_no_neighbour() -> None:
    """Before the first and without a list there is none; "the previous one" then goes back."""
    first = SAID._replace(told=("bones",))
    assert read("the one before that", first) == NEW_QUESTION
    assert read("the next one", SAID._replace(told=("scar",))) == NEW_QUESTION
    assert read("the next one") == NEW_QUESTION
    assert read("the previous one", Conversation()) == FollowUp("back")


def test_words_that_mean_a_choice_only_while_one_is_open() -> None:
    """A bare number word, both, all of them."""
    assert read("two", CHOOSING) == FollowUp("choice", entry="level")
    assert read("six", CHOOSING) == NEW_QUESTION
    assert read("two") == NEW_QUESTION
    assert read("both please", CHOOSING) == FollowUp("all")
    assert read("tell me about all of them", CHOOSING) == FollowUp("all")
    assert read("both") == FollowUp("yes")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("no, I meant the metal", 3),
        ("not that. The pills", 2),
        ("No, the metal", 1),
        ("that's not it, the scar one", 4),
        ("wrong: the metal", 1),
        ("you didn't answer about work", 5),
        ("you forgot the metal", 2),
        ("no, not the pills. I asked about the metal", 7),
    ],
)
def test_a_correction_brings_its_question(text: str, start: int) -> None:
    """What follows is the question, and what was answered was not it."""
    assert read(text) == FollowUp("instead", start=start)
    assert read(text, Conversation()) == NEW_QUESTION


def test_a_second_sentence_asks_again_what_the_first_turns_down() -> None:
    """ "No, not therapy. I asked what ...": what follows is the question."""
    asked = read("no, not therapy. I asked what the operation would be")
    assert (asked.steer, asked.start, asked.is_again) == ("instead", 5, True)
    assert read("no pain. I asked my doctor") == NEW_QUESTION


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("that was no answer. How long do I have to do it?", 4),
        ("You didn't tell me. Once or many times?", 5),
        ("that doesn't answer my question, I asked does it hurt", 8),
    ],
)
def test_who_misses_an_answer_has_not_turned_the_last_one_down(text: str, start: int) -> None:
    """Their question is read as if it stood alone: the answer before may have been to the right thing."""
    assert read(text) == FollowUp("question", start=start, beside="unheard")


def test_a_correction_begins_behind_all_that_turns_the_answer_down() -> None:
    """ "No, you misunderstood, I mean ..."; and without a question behind it, it is the correction that counts."""
    answered = SAID._replace(last=Reply("answer", (Answer("why", "Why?", "Because.", "", 1.0),)))
    meant = read("no, you misunderstood, I mean the metal plate", answered)
    assert meant == FollowUp("instead", start=5)
    assert read("no, you misunderstood, the metal in there", answered) == FollowUp("instead", start=3)
    assert read("that is no answer, the metal") == FollowUp("instead", start=4)
    assert read("not that, i mean") == FollowUp("instead", start=2)


def test_who_never_said_that_was_misheard() -> None:
    """They are asked to put it once more; without an answer before, it is a story."""
    answered = SAID._replace(answered=Reply("answer"))
    assert read("I never said I want an operation", answered) == FollowUp("remark", said="unheard")
    assert read("I never said I want an operation", Conversation()) == NEW_QUESTION
    assert read("I did not say leg pain. How is it tested?", answered).steer != "remark"


def test_the_same_in_other_words_is_no_correction() -> None:
    """ "I mean ..." refines; the answer before was not wrong."""
    assert read("i mean the nerve test") == FollowUp("question", start=2)


@pytest.mark.parametrize(
    ("text", "steer"),
    [
        ("let me talk to a nurse", "person"),
        ("how do I get hold of somebody real", "person"),
        ("how do I see a human", "person"),
        ("can I see someone about it", "question"),
        ("yeah sure, all happy. how do I reach a real person", "person"),
        ("what are the risks? can I talk to someone", "question"),
        ("is there an actual human I could speak with please", "person"),
        ("can someone tell me about screws", "question"),
        ("should I talk to someone about my screws", "question"),
    ],
)
def test_asking_for_a_person_in_any_words(text: str, steer: str) -> None:
    """As long as nothing else is asked."""
    assert read(text, Conversation()).steer == steer


def test_dropping_and_asking_in_one_breath() -> None:
    """ "Never mind, what is FBSS": the question counts, with or without anything before it."""
    for conversation in (SAID, Conversation()):
        assert read("never mind, what is FBSS", conversation) == FollowUp("question", start=2)
    assert read("well, what is FBSS, please") == NEW_QUESTION


def test_no_list_of_phrases_holds_one_twice_and_no_phrase_steers_two_ways() -> None:
    """A phrase stands in one place, so that who takes it out has taken it out."""
    package = Path(follow_up.__file__).parent
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(package.glob("*.py"))]
    lists = [
        [phrase.strip() for line in call.args[0].value.strip().splitlines() for phrase in line.split("|")]
        for tree in trees
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("listed", "listed_in_words")
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    ]
    assert len(lists) > len(SET_PHRASES)
    assert [phrase for phrases in lists for phrase, count in Counter(phrases).items() if count > 1] == []
    steered = Counter(phrase for phrases in SET_PHRASES.values() for phrase in phrases)
    assert [phrase for phrase, count in steered.items() if count > 1] == []


def test_every_set_phrase_can_be_typed() -> None:
    """A phrase that normalising changes is one that no message ever holds."""
    dead = [phrase for phrase in STEER_OF if " ".join(normalise(phrase).tokens) != phrase]
    assert dead == []


@pytest.mark.parametrize(
    ("text", "steer"),
    [
        ("where does that figure come from", "source"),
        ("Where do you get these statistics from?", "source"),
        ("ok and where did you find all this information", "source"),
        ("where does this information come from", "source"),
        ("where does the pain come from", "question"),
        ("where do I get my records from", "question"),
        ("where is your number", "question"),
    ],
)
def test_where_a_figure_comes_from_is_asked_in_any_words(text: str, steer: str) -> None:
    """Of an answer; before there is one, it is a question like any other."""
    answered = SAID._replace(answered=Reply("answer"))
    assert read(text, answered).steer == steer
    assert read(text).steer == "question"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how long does it take? A week? Months?", "how long does it take"),
        ("how often. 2 times or more", "how often"),
        ("what is it. Months?", "what is it months"),
        ("how long is it. And the scar", "how long is it and the scar"),
        ("the treatment, I mean", "the treatment"),
        ("pills i meant", "pills"),
        ("you know what I mean", "you know what i mean"),
        ("I mean", "i mean"),
    ],
)
def test_what_is_added_to_say_that_it_corrects_asks_nothing(text: str, asked: str) -> None:
    assert " ".join(without_afterthought(normalise(text)).tokens) == asked


@pytest.mark.parametrize("text", ["so that's a no?", "is that a yes or a no", "you did not say yes or no"])
def test_a_plain_yes_or_no_is_asked_for_in_any_words(text: str) -> None:
    """Of an answer; before there is one, it is read as ever. "No, that is it" asks for none."""
    assert read(text, SAID._replace(answered=Reply("answer"))) == FollowUp("yes-or-no")
    assert read(text, Conversation()).steer != "yes-or-no"
    assert set_phrase(normalise("no that is it").tokens) != "yes-or-no"
    assert set_phrase(normalise("so is a no risk").tokens) is None


def test_who_only_told_something_asks_nothing() -> None:
    """Also behind a sentence that turns the last answer down."""
    told = FollowUp("remark", said="telling")
    assert read("that's not it. I was only telling you how I feel") == told
    assert read("I just wanted to tell you that") == told
    assert read("I only wanted to ask if they can break") != told


@pytest.mark.parametrize(
    "text", ["so there is no number for that?", "you do not have any figures on this then"]
)
def test_that_no_figure_was_told_is_said_in_any_words(text: str) -> None:
    """What asks for a telephone number is no such remark."""
    assert set_phrase(normalise(text).tokens) == "number"
    assert set_phrase(normalise("is there a number").tokens) is None
    assert set_phrase(normalise("there is no number on the door").tokens) is None


@pytest.mark.parametrize(
    ("text", "steer"),
    [
        ("that can't be right", "source"),
        ("I don't think so", "source"),
        ("is that really so", "source"),
        ("well I find that hard to believe", "source"),
        ("I doubt it", "source"),
        ("I believe that", "nod"),
        ("that sounds right to me", "nod"),
        ("I think so", "nod"),
        ("is that right for me", "question"),
    ],
)
def test_who_doubts_the_answer_is_told_where_it_is_from(text: str, steer: str) -> None:
    """Where something else is said, too, or where nothing was answered, it is no such doubt."""
    answered = SAID._replace(answered=SAID.last)
    assert read(text, answered).steer == steer
    assert read(text).steer != "source"


def test_who_does_not_think_so_says_no_to_a_choice() -> None:
    assert read("I don't think so", CHOOSING._replace(answered=SAID.last)).steer == "no"


@pytest.mark.parametrize(
    ("text", "steer"),
    [
        ("can you tell me a bit more about that", "more"),
        ("give me more detail", "more"),
        ("and what else can you tell me about it", "more"),
        ("is there more to know about it", "more"),
        ("can you give me something else", "question"),
        ("tell me about that", "question"),
        ("tell me more about the screws", "question"),
    ],
)
def test_who_wants_to_be_told_more_may_say_so_in_any_words(text: str, steer: str) -> None:
    assert read(text).steer == steer
