"""Long stories: what the sentence that asks adds to what the whole says."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from chatbot import Chatbot
from chatbot.decision.message import FollowUpReader, Message
from chatbot.decision.stories import CLEAR_STORY, TRUST_IN_A_WITNESS, clear_question, focus
from chatbot.matching import NO_BACKGROUND, Background, Match, Matched
from chatbot.matching.ranking import Ranking
from chatbot.normalise import normalise
from tests.support.talk import entries_of, said

STORY = (
    "Hello. I had my back fused in the spring of last year by a very kind man and went home happy. "
    "Since then my leg burns at night. "
)
KINDS = {"scar": "topic", "metal": "topic", "common": "faq", "thanks": "smalltalk"}


def matched(*pairs: tuple[str, float]) -> Matched:
    found = tuple(Match(entry, 2.0 - place / 10, 0.5, 1.0) for place, (entry, _) in enumerate(pairs))
    return Matched(Ranking(found, 0.0, 1.0, (), ()), tuple(chance for _, chance in pairs), False, ())


class Readings:
    """Says the same of a sentence with what is around it, and something else of it in the light of the story."""

    def __init__(self, around: Matched, in_story: Matched) -> None:
        self.around, self.in_story = around, in_story
        self.heard: list[str] = []

    def __call__(self, words: Sequence[str], background: Background = NO_BACKGROUND) -> Matched:
        self.heard.append(" ".join(words))
        return self.in_story if background.words else self.around


def focused(
    text: str,
    whole: Matched,
    around: Matched,
    in_story: Matched | None = None,
    follow_up: FollowUpReader | None = None,
) -> tuple[dict[str, float], Readings]:
    """Return the confidence of each entry, best first, and what was heard."""
    readings = Readings(around, in_story or around)
    found = focus(Message(normalise(text), readings, lambda _: (), KINDS, whole, follow_up))
    entries = [match.entry for match in found.ranking.matches]
    return dict(zip(entries, found.confidences, strict=True)), readings


def test_a_storys_question_speaks_for_its_entry() -> None:
    """What the whole only hints at, the sentence that asks makes clear; it is no independent witness."""
    text = STORY + "Can the metal come out?"
    chances, readings = focused(text, matched(("scar", 0.35), ("metal", 0.3)), matched(("metal", 0.6)))
    assert list(chances) == ["metal", "scar"]
    assert chances["metal"] == pytest.approx(1 - (1 - 0.3) * (1 - TRUST_IN_A_WITNESS * 0.6))
    assert readings.heard[0].endswith("burns at night can the metal come out"), "with what was said before it"
    assert readings.heard[1] == "can the metal come out", "and in the light of the whole story"


def test_the_clearer_reading_counts_and_an_unheard_entry_may_win() -> None:
    """A thank-you in a story is no witness."""
    chances, _ = focused(
        STORY + "Could it be the old scar tissue?",
        matched(("metal", 0.3)),
        matched(("scar", 0.2), ("thanks", 0.9)),
        matched(("scar", 0.9)),
    )
    assert chances == pytest.approx({"scar": TRUST_IN_A_WITNESS * 0.9, "metal": 0.3})


def test_the_last_question_with_a_mark_is_the_one_a_story_leads_up_to() -> None:
    """The others are heard with it, or not at all."""
    text = STORY + "What was the first thing? How was the second one? Why did I fall. When was it that I fell"
    _, readings = focused(text, matched(("scar", 0.3)), matched(("metal", 0.5)))
    assert [heard.split()[-5:] for heard in readings.heard] == [["how", "was", "the", "second", "one"]] * 2


def test_a_very_short_question_is_only_read_with_what_is_around_it() -> None:
    """ "What now?" would take everything from the story."""
    _, readings = focused(STORY + "What now?", matched(("scar", 0.3)), matched(("metal", 0.5)))
    assert len(readings.heard) == 1


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("can the metal come out", matched(("scar", 0.2))),
        (STORY, matched(("scar", 0.7))),
        (STORY + "Can the metal come out?", matched(("scar", CLEAR_STORY))),
        (STORY + "Can the metal come out?", matched()),
    ],
    ids=["no story", "asks nothing", "clear as a whole", "nothing known"],
)
def test_elsewhere_the_whole_decides(text: str, whole: Matched) -> None:
    """Short messages, stories without a question, clear ones, and those of which nothing is known."""
    readings = Readings(matched(("metal", 0.9)), matched(("metal", 0.9)))
    assert focus(Message(normalise(text), readings, lambda _: (), KINDS, whole, None)) == whole


def test_a_few_words_that_lean_on_the_story_decide_when_it_is_sure_what_they_ask() -> None:
    """ "... is that common?" after a long story about pain."""

    def follow_up(topic: str, words: Sequence[str]) -> tuple[str, float] | None:
        return ("common", 0.97) if "common" in words else (topic, 0.97)

    whole = matched(("scar", 0.97), ("common", 0.2), ("metal", 0.1))
    chances, _ = focused(STORY + "Is that common?", whole, matched(), follow_up=follow_up)
    assert chances == pytest.approx({"common": 0.97, "scar": 0.03, "metal": 0.03})
    chances, _ = focused(STORY + "Is that bad?", whole, matched(), follow_up=follow_up)
    assert next(iter(chances)) == "scar", "the topic once more changes nothing"
    chances, _ = focused(STORY + "if that is common i wonder", whole, matched(), follow_up=follow_up)
    assert next(iter(chances)) == "scar", "an if asks nothing"
    long = "Is that common among people who had four levels fused like me?"
    chances, _ = focused(STORY + long, whole, matched(), follow_up=follow_up)
    assert next(iter(chances)) == "scar", "so many words speak for themselves"
    chances, _ = focused(STORY + "Is that common?", matched(("scar", 0.97)), matched(), follow_up=follow_up)
    assert list(chances) == ["common", "scar"], "also an entry that the whole did not hint at"
    chances, _ = focused(STORY + "Is that common?", whole, matched(), follow_up=lambda *_: ("thanks", 0.99))
    assert next(iter(chances)) == "scar", "small talk is nothing that a story asks for"


def test_what_a_story_calls_its_question_is_heard(bot: Chatbot) -> None:
    """ "My question is simply why it still aches" opens like a statement."""
    story = (
        "Good day to you. I drove a school bus for thirty-one years and hardly missed a day until my back gave out "
        "while I was changing a wheel. They fused two of the bones the year before last. "
        "My question is only why it is still aching."
    )
    assert [answer.entry for answer in bot.ask(story).reply.answers] == ["why-pain-persists"]


FACTS = (
    "I am 67 years old.",
    "They fused three of my vertebrae six years ago.",
    "I take gabapentin and sometimes a tylenol.",
    "My thyroid is slow, otherwise I am healthy.",
    "My wife does all of the shopping.",
)


def told_to(bot: Chatbot, *sentences: str) -> list[str]:
    return entries_of(said(bot, " ".join(sentences)).reply)


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("What can an MRI show?", "imaging"),
        ("Can the screws be taken out?", "hardware-revision"),
        ("would losing some weight help.", "weight-management"),
        ("Is it possible that the bones never grew together?", "pseudarthrosis"),
        ("What other treatments are there?", "treatment-options"),
        ("Can physical therapy alone fix this?", "physical-therapy-enough"),
    ],
)
@pytest.mark.parametrize("place", [0, 2, 5])
def test_a_clear_question_is_heard_wherever_it_stands_in_a_story(
    bot: Chatbot, question: str, entry: str, place: int
) -> None:
    """What is told around it, of pills and a family, asks nothing."""
    assert told_to(bot, *FACTS[:place], question, *FACTS[place:])[:1] == [entry]


@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_question_ends_at_a_comma_where_all_is_told_in_one_breath(bot: Chatbot, place: int) -> None:
    facts = [fact.rstrip(".").lower() for fact in (*FACTS[:4], "I look after my mother, who is 90")]
    told = [*facts[:place], "what can an mri show", *facts[place:], "I also have diabetes"]
    assert told_to(bot, ", ".join(told)) == ["imaging"]
    goes_on = [*facts[:place], "what can an mri show, after a fusion", *facts[place:]]
    assert told_to(bot, ", ".join(goes_on)) == ["imaging"]


def test_what_is_asked_of_the_story_is_not_heard_without_it(bot: Chatbot) -> None:
    """ "What can they do about it" is about the bones, and the screws may be in the ankle."""
    bones = "Now the surgeon says that the bones never grew together."
    assert told_to(bot, *FACTS[:2], bones, "What can they do about it?") == ["repeat-or-extended-fusion"]
    matcher = bot._matcher
    kinds = {entry.id: entry.kind for entry in bot.knowledge.entries}
    ankle = "They put a plate and screws into my ankle."
    for facts, is_heard in (((ankle, FACTS[4]), True), ((FACTS[4], ankle), False)):
        question = normalise(" ".join((*FACTS[:2], *facts, "Can the screws be taken out?")))
        whole = matcher.match(question.tokens)
        message = Message(question, matcher.match, matcher.named_by, kinds, whole, None)
        assert (clear_question(message) is not None) == is_heard


def test_a_story_with_two_questions_or_without_a_clear_one_is_heard_whole(bot: Chatbot) -> None:
    told = told_to(bot, *FACTS[:2], "What can an MRI show?", *FACTS[3:], "Can the screws be taken out?")
    assert told == ["imaging", "hardware-revision"]
    assert told_to(bot, *FACTS[:2], *FACTS[3:], "Sorry, hello? What is the weather like there today?") == []
    assert told_to(bot, *FACTS[:2], *FACTS[3:], "Why?") == told_to(bot, *FACTS[:2], *FACTS[3:])
