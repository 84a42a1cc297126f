"""Matches to a decision: when to answer, offer choices or refuse, and how a message is taken apart.

A matcher of fixed answers stands in, so that each rule is tried by itself and no knowledge base can move it.
"""

from __future__ import annotations

import pytest

from chatbot import decision
from chatbot.decision import is_personal
from chatbot.english.spelling import Repair
from chatbot.matching import Background
from chatbot.matching.word_reader import ReadWord
from chatbot.normalise import normalise
from tests.support.fixed_matching import KINDS, decided, ids, matched

IMPERSONAL = {entry: kind for entry, kind in KINDS.items() if entry != "personal-advice"}


# -- one question


def test_a_sure_match_is_answered() -> None:
    """Above the threshold the best entry is told, and what came next is kept for "not that"."""
    text = "what is scar tissue"
    found = decided(text, matched(text, ("scar", 0.9), ("metal", 0.1), ("common", 0.05)))
    assert (found.kind, found.entries) == ("answer", (("scar", 0.9),))
    assert found.runners_up == ("metal", "common")
    assert "sure enough" in found.rule


def test_the_entrys_own_question_is_answered_and_the_rule_says_so() -> None:
    """Staff see why an exact wording won."""
    found = decided("scar tissue", matched("scar tissue", ("scar", 0.99), exact=True))
    assert ids(found) == ["scar"]
    assert "own" in found.rule


def test_close_but_unsure_offers_at_most_three_choices_best_first() -> None:
    """Rather a question back than a wrong answer; small talk is not offered, nor a third hopeless one."""
    text = "the thing in my back"
    pairs = (("scar", 0.3), ("greeting", 0.3), ("metal", 0.2), ("common", 0.1), ("cost", 0.08))
    found = decided(text, matched(text, *pairs))
    assert (found.kind, found.choices) == ("clarify", ("scar", "metal", "common"))
    found = decided(text, matched(text, ("scar", 0.3), ("metal", 0.01), ("cost", 0.005)))
    assert found.choices == ("scar", "metal"), "one choice is no choice: the next best stands beside it"


def test_too_little_evidence_is_refused() -> None:
    """Below the menu's threshold nothing is offered either."""
    text = "can my dog swim"
    found = decided(text, matched(text, ("scar", 0.1), ("metal", 0.05)))
    assert (found.kind, found.choices, found.runners_up) == ("unknown", (), ("metal",))


def test_nothing_known_is_refused() -> None:
    """Words that no wording has lead nowhere."""
    found = decided("qwerty", matched("qwerty"))
    assert found.kind == "unknown"
    assert "no word" in found.rule


def test_only_small_talk_to_offer_is_refused() -> None:
    """A menu of greetings helps nobody."""
    found = decided("good grief", matched("good grief", ("greeting", 0.25), ("thanks", 0.25)))
    assert found.kind == "unknown"


def test_one_shared_word_is_never_enough() -> None:
    """However sure the match seems: one known word among strange ones is no ground for an answer."""
    text = "can my parrot have surgery"
    sure = matched(text, ("scar", 0.95), strange=["parrot"])
    assert decided(text, sure).kind == "clarify"
    known = matched(text, ("scar", 0.95))
    assert decided(text, known).kind == "answer"


def test_a_single_known_word_alone_may_be_searched_for() -> None:
    """ "Screws" is how people search: there is nothing strange beside it."""
    assert decided("screws", matched("screws", ("metal", 0.9))).kind == "answer"


def test_a_repaired_word_counts_as_known() -> None:
    """A slip of the finger does not make a question strange."""
    text = "scra tisue"
    words = tuple(ReadWord(word, "repaired", (Repair("scar", 0.8),)) for word in text.split())
    found = matched(text, ("scar", 0.8))
    found = found._replace(ranking=found.ranking._replace(words=words))
    assert decided(text, found).kind == "answer"


def test_a_message_of_courtesy_gets_courtesy_back() -> None:
    """Greeting and thanks are answered without looking further, where the base has an answer to them."""
    assert decided("hello there!").entries == (("greeting", 1.0),)
    assert decided("ok thanks a lot").entries == (("thanks", 1.0),)
    assert decided("hello there!", kinds={"scar": "topic"}).kind == "unknown"


# -- personal questions


@pytest.mark.parametrize(
    "text",
    ["should i have it again", "is mine normal", "what does my mri mean", "in my case", "does he need it"],
)
def test_questions_about_somebodys_own_case_are_noticed(text: str) -> None:
    """Advice on one's own back is not for a program to give."""
    assert is_personal(text.split())


@pytest.mark.parametrize(
    "text", ["how common is this", "my scar hurts", "what should be done", "is pain normal", ""]
)
def test_general_questions_are_not_personal(text: str) -> None:
    """Speaking of oneself is not yet asking for a judgement."""
    assert not is_personal(text.split())


def test_a_personal_question_gets_the_general_answer_first() -> None:
    """Then the hand-off: never the hand-off alone where the guide has something to say."""
    text = "should i worry about scar tissue"
    found = decided(text, matched(text, ("scar", 0.9)))
    assert found.entries == (("scar", 0.9), ("personal-advice", 0.9))


def test_the_hand_off_brings_the_general_answer_before_it() -> None:
    """Where the hand-off matched best, what comes next and is near enough is told before it."""
    text = "should i worry about scar tissue"
    pairs = (("personal-advice", 0.8), ("cost", 0.3), ("metal", 0.01), ("scar", 0.1))
    found = decided(text, matched(text, *pairs, scores=(3.0, 2.5, 2.0, 1.5)))
    assert found.entries == (("scar", decision.ANSWER), ("personal-advice", 0.8))


@pytest.mark.parametrize(
    ("best", "other", "told"),
    [
        ("scar", "personal-advice", ["scar", "personal-advice"]),
        ("personal-advice", "scar", ["scar", "personal-advice"]),
        ("cost", "personal-advice", []),
        ("scar", "metal", []),
    ],
)
def test_a_personal_question_is_answered_where_either_answer_may_be_right(
    best: str, other: str, told: list[str]
) -> None:
    """Both are told, so it is enough that one of the two is meant; another hand-off or topic would not be told."""
    text = "should i worry about scar tissue or metal"
    unsure = matched(text, (best, decision.ANSWER - 0.05), (other, 0.1))
    assert ids(decided(text, unsure)) == told
    assert ids(decided("tell me of scar tissue and metal", unsure)) == []


def test_the_hand_off_brings_what_the_guide_clearly_speaks_of() -> None:
    """However sure it is that advice is asked for: "is it normal that my scar pulls" is about scars as well."""
    text = "is it normal that my scar pulls"
    pairs = (("personal-advice", 0.99), ("scar", 0.001))
    assert ids(decided(text, matched(text, *pairs, scores=(5.0, 2.7)))) == ["scar", "personal-advice"]
    assert ids(decided(text, matched(text, *pairs, scores=(5.0, 2.3)))) == ["personal-advice"]


def test_the_hand_off_stands_alone_where_nothing_is_near() -> None:
    """A far-fetched answer would be worse than none."""
    text = "is mine normal"
    found = decided(text, matched(text, ("personal-advice", 0.8), ("scar", 0.3), scores=(2.0, 0.5)))
    assert ids(found) == ["personal-advice"]


def test_handoffs_exact_wordings_and_bases_without_the_hand_off_get_no_second_answer() -> None:
    """The staff's own wording is answered as they meant it; a hand-off needs no other one."""
    text = "should i pay for this"
    assert ids(decided(text, matched(text, ("cost", 0.9)))) == ["cost"]
    assert ids(decided(text, matched(text, ("scar", 0.99), exact=True))) == ["scar"]
    assert ids(decided(text, matched(text, ("scar", 0.9)), kinds=IMPERSONAL)) == ["scar"]


def test_whether_to_operate_is_handed_off_after_what_speaks_for_it_where_that_is_surely_known() -> None:
    """The general answer is found by the same question without the "I"; a doubtful one is not told."""
    text = "should i have the surgery"
    asked = matched(text, ("personal-advice", 0.9), scores=(2.0,))
    speaks_for_it = "signs that surgery is needed"
    found = decided(text, asked, matched(speaks_for_it, ("common", 0.9)))
    assert ids(found) == ["common", "personal-advice"]
    assert ids(decided(text, asked, matched(speaks_for_it, ("common", 0.5)))) == ["personal-advice"]


# -- what leans on the topic


def test_a_message_that_leans_on_the_topic_needs_less() -> None:
    """Said in the light of the topic, a fragment is clear sooner."""
    text = "does it hurt"
    leaning = [matched(text, ("scar", 0.3))]
    assert decided(text, *leaning, background=Background("metal")).kind == "answer"
    assert decided(text, *leaning).kind == "clarify"


def test_what_was_turned_down_is_not_told_again() -> None:
    """Neither as the best match nor as one part of a message nor as what a story's sentence speaks for."""
    text = "what is scar tissue"
    pairs = matched(text, ("scar", 0.9), ("metal", 0.5), exact=True)
    assert ids(decided(text, pairs, turned_down=["scar"])) == ["metal"]
    whole = "what is scar tissue and how common is it"
    parts = [matched(text, ("scar", 0.9)), matched("how common is it", ("common", 0.9))]
    found = decided(whole, matched(whole, ("scar", 0.5), ("common", 0.4)), *parts, turned_down=["scar"])
    assert "scar" not in ids(found)
    story = "Hello. I had my back fused by a very kind man and went home happy. " * 2 + "What is scar tissue?"
    witness = matched("what is scar tissue", ("scar", 0.9), ("metal", 0.3))
    found = decided(story, matched(story, ("scar", 0.5), ("metal", 0.4)), witness, turned_down=["scar"])
    assert "scar" not in ids(found)


# -- two questions in one message


def test_do_i_have_to_is_asked_by_everybody() -> None:
    assert is_personal(normalise("do i have scar tissue").tokens)
    assert not is_personal(normalise("do i have to stay in bed").tokens)
