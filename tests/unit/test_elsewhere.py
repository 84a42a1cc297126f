"""A subject outside the knowledge base, asked about in an entry's own words, is no question of that entry."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.matching import Matcher, WordLists
from chatbot.matching.elsewhere import ANOTHER_PART, LEAST_SURE, MOST_WORDS, MOST_WORDS_OF_A_PART, Home

TEXTS = {
    "exercise": "what is the best exercise|which exercise is good|exercise for my back|swimming with bad knees",
    "risks": "what are the risks|is it risky|what could go wrong|how dangerous is a redo",
}


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def built(*, home: tuple[str, ...] = ("back", "redo")) -> Matcher:
    said = {"muscles": ("biceps", "flat stomach"), "knee": ("knees", "knee surgery")}
    return Matcher.build(
        {entry: [words(text) for text in texts.split("|")] for entry, texts in TEXTS.items()},
        lists=WordLists(
            phrases=[(words(text), subject) for subject, texts in said.items() for text in texts],
            subjects=said,
            home=Home(
                frozenset(home), frozenset({"ankle", "wrist"}), frozenset({"plate", "fused", "scar", "redo"})
            ),
        ),
    )


@pytest.mark.parametrize(
    "text", ["best exercise for biceps", "which exercise for a flat stomach", "risks of knee surgery"]
)
def test_what_no_wording_of_the_entry_names_makes_it_unsure(text: str) -> None:
    matched = built().match(words(text))
    assert matched.elsewhere
    assert matched.confidence <= LEAST_SURE


def test_what_a_wording_of_the_entry_names_is_its_own() -> None:
    matched = built().match(words("which exercise is good for bad knees"))
    assert matched.entry == "exercise"
    assert not matched.elsewhere


def test_a_question_that_speaks_of_the_bases_own_subject_may_name_anything() -> None:
    text = words("how dangerous is a redo with biceps")
    assert not built().match(text).elsewhere
    assert built(home=()).match(text).elsewhere


def test_a_long_message_has_room_for_a_subject_beside_its_question() -> None:
    told = "i train my biceps and then i rest a lot and my son asks what are the risks"
    assert len(words(told)) > MOST_WORDS
    assert not built().match(words(told)).elsewhere


@pytest.mark.parametrize(
    "text",
    [
        "what are the risks of a plate in my ankle",
        "risks of a plate in the left ankle",
        "is a wrist scar risky",
        "her wrist was fused what are the risks",
        "is it risky that my wrist has just been fused",
        "how dangerous is a redo of the ankle",
        "ankle plate redo how dangerous is it",
    ],
)
def test_a_thing_of_ours_that_is_another_parts_is_outside(text: str) -> None:
    matched = built().match(words(text))
    assert matched.elsewhere == (ANOTHER_PART,)
    assert matched.confidence <= LEAST_SURE


@pytest.mark.parametrize(
    "text",
    [
        "what are the risks of a plate",
        "my ankle hurts what are the risks",
        "ankle",
        "is it risky that the scar hurts in my back and the ankle",
        "risks of a plate in my back with a fused ankle",
        "the plate hurts my ankle how dangerous is it",
    ],
)
def test_a_part_beside_a_thing_does_not_own_it(text: str) -> None:
    assert not built().match(words(text)).elsewhere


def test_a_story_may_tell_of_another_part() -> None:
    told = "they put a plate in my ankle " + "and then it healed well " * 4 + "what are the risks"
    assert len(words(told)) > MOST_WORDS_OF_A_PART
    assert not built().match(words(told)).elsewhere


def test_it_is_the_same_from_a_cache_and_unpacked() -> None:
    again = Matcher.from_plain(built().to_plain())
    text = words("best exercise for biceps")
    assert again.match(text).elsewhere == ("muscles",)
    again.unpack()
    assert again.match(text).elsewhere == ("muscles",)
    assert not again.match(words("exercise for my back")).elsewhere
    assert again.match(words("risks of a plate in my ankle")).elsewhere


@pytest.mark.parametrize(
    "text",
    [
        "what are the risks of parasailing",
        "can physical therapy alone fix a rotator cuff",
        "how long should we wait before buying a puppy",
        "best exercise for bigger biceps",
        "who is the surgeon general",
        "what treatments are there for asthma",
        "keyhole surgery for a hernia",
        "does losing weight help with snoring",
        "does the scar tissue from my c section ever go away",
        "he had his wrist fused and it did not take. What now?",
        "what does an MRI of the brain show",
        "gallbladder op, how long will I be in hospital",
        "my ACL was done in June and there is scar tissue in the knee, does that need another operation?",
        "do injections help toe pain",
        "can physical therapy help my shoulder",
        "does losing weight help my knees",
        "which exercises are good for a thumb",
        "can scar tissue form in a kidney",
        "are there treatments for my skin",
    ],
)
def test_our_words_about_something_else_are_declined(bot: Chatbot, text: str) -> None:
    """Every word but one is an entry's own; that one says that something else is asked."""
    reply = bot.ask(text).reply
    assert not [answer for answer in reply.answers if answer.entry not in ("personal-advice",)]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("do injections help when pain goes into my toes after a fusion", "injection-therapy"),
        ("can physical therapy help my back, my knees are fine", "physical-therapy"),
        ("does losing weight help my spine", "weight-management"),
        ("why do I still have pain in my toes after surgery", "why-pain-persists"),
    ],
)
def test_another_part_beside_our_own_is_no_other_subject(bot: Chatbot, text: str, entry: str) -> None:
    assert entry in [answer.entry for answer in bot.ask(text).reply.answers]


def test_why_says_what_was_named(bot: Chatbot) -> None:
    decided = bot.explain("best exercise for bigger biceps").decided
    assert decided is not None
    assert decided.rule.startswith("names what no entry speaks of: ")


@pytest.mark.parametrize(
    ("text", "is_elsewhere"),
    [
        ("my ankle hurts since the redo", True),
        ("why does my wrist always ache after the redo of my back", True),
        ("my back and wrist hurt since the redo", False),
        ("my back hurts and my wrist hurts since the redo", False),
        ("hurts in my back and my wrist is fine since the redo", False),
    ],
)
def test_another_part_that_hurts_is_elsewhere(text: str, is_elsewhere: bool) -> None:
    """Though our operation is what it came after; not where the back hurts as well."""
    assert (ANOTHER_PART in built().match(words(text)).elsewhere) == is_elsewhere
