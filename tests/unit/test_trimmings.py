"""What frames a question, and what is told of age, level of the spine and time beside it, changes no answer."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.decision.trimmings import without_frame, without_trimmings
from chatbot.normalise import normalise

_ASKED = {
    "loose screws": "hardware-problems",
    "hardware pain": "hardware-problems",
    "fusion did not take": "pseudarthrosis",
    "still hurts after fusion": "why-pain-persists",
    "what is scar tissue?": "scar-tissue",
    "do injections help?": "injection-therapy",
}
_TOLD = (
    "58 year old male, L4 L5, {}",
    "I am 62. {}",
    "L4-L5-S1 fused, {}",
    "3 level fusion. {}",
    "had surgery in 2021, {}",
    "my fusion was 4 years ago. {}",
    "2 years out, {}",
    "18 months out, {}",
    "it's been 8 months. {}",
    "{} 2 yrs",
    "{} since march",
    "{} age 70",
    "in your experience, {}",
    "According to the guide, {}",
    "please explain to me {}",
    "{} (asking for a friend)",
    "{} these days",
)


@pytest.mark.parametrize("told", _TOLD)
@pytest.mark.parametrize("asked", _ASKED)
def test_details_of_the_own_case_leave_the_answer_as_it_is(bot: Chatbot, asked: str, told: str) -> None:
    """As people write in forums: "58 year old male, L4 L5, loose screws"."""
    answers = bot.ask(told.format(asked)).reply.answers
    assert [answer.entry for answer in answers][:1] == [_ASKED[asked]]


def test_a_short_search_with_a_number_of_years_is_answered(bot: Chatbot) -> None:
    """With its two years, it was most like what is outside of the guide."""
    explained = bot.explain("pain after fusion 2 years")
    assert [answer.entry for answer in explained.reply.answers] == ["why-pain-persists"]
    assert explained.decided.rule.endswith("words: pain after fusion")


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("scar tissue, it's been 4 months and I'm still sore", "scar tissue, and I'm still sore"),
        ("what is scar tissue (L3-L5 fusion 2018)", "what is scar tissue"),
        ("loose screws post op 8 months", "loose screws"),
        ("66F. fused in 2019. do shots help?", "do shots help?"),
        ("rods hurt years later", "rods hurt"),
        ("pain at l4/5 since last summer", "pain"),
        ("can I drive after 6 weeks", "can I drive"),
        ("Chronic discomfort, failed spondylodesis", "Chronic pain, failed fusion"),
    ],
)
def test_what_is_left_of_a_message(message: str, left: str) -> None:
    """Clauses that tell nothing but details go whole."""
    found = without_trimmings(normalise(message))
    assert found is not None
    assert found.text == left


@pytest.mark.parametrize(
    "message",
    [
        "what is scar tissue",
        "how many months until I can work",
        "is 6 months too long to hurt",
        "is 70 too old for it",
        "I had one year of therapy",
        "the 2nd one",
        "out of 100 people how many still hurt",
        "58 year old male, L4 L5, 2019",
        "had my fusion 2 years ago",
        f"2 years of rain and {'more ' * 20}rain",
    ],
)
def test_what_tells_no_details_or_nothing_else_is_left_alone(message: str) -> None:
    """A number that is asked about, or that counts something else, is no detail of the case."""
    assert without_trimmings(normalise(message)) is None


@pytest.mark.parametrize("message", ["please explain", "in my experience shots help", "what is a bone scan"])
def test_what_is_no_frame_or_nothing_else_stays(message: str) -> None:
    """Who asks for nothing but an explanation means the last answer."""
    assert without_frame(normalise(message)) == normalise(message)


def test_a_question_that_hangs_on_its_time_keeps_it(bot: Chatbot) -> None:
    """Without the four months, it would be read less surely."""
    reply = bot.ask("it's been 4 months, is it too early to talk about another operation").reply
    assert [answer.entry for answer in reply.answers] == ["when-to-consider-revision"]


def test_nothing_outside_of_the_guide_comes_in_by_its_details(bot: Chatbot) -> None:
    """A baby's shots are no injections into the spine, at whatever age."""
    assert bot.ask("what shots does my baby need at six months").reply.kind == "unknown"
    assert bot.ask("I had a knee replacement in 2019, is the plate in my ankle ok").reply.kind != "answer"


@pytest.mark.parametrize(
    ("told", "entry"),
    [
        ("65 year old male broken rod at L4", "hardware-problems"),
        ("65 year old male, broken rod at L4", "hardware-problems"),
    ],
)
def test_what_was_found_is_told_beside_age_and_level(bot: Chatbot, told: str, entry: str) -> None:
    """ "Broken rod" tells of a thing by its name, and had no answer with the details of the case around it."""
    assert [answer.entry for answer in bot.ask(told).reply.answers] == [entry]
