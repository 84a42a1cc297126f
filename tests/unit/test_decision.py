"""Matches to a decision: when to answer, offer choices or refuse, and how a message is taken apart.

A matcher of fixed answers stands in, so that each rule is tried by itself and no knowledge base can move it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from chatbot import decision
from chatbot.decision import Decided, decide, is_personal
from chatbot.english.spelling import Repair
from chatbot.matching import NO_BACKGROUND, Background, Match, Matched, Matcher
from chatbot.matching.ranking import Ranking
from chatbot.matching.word_reader import ReadWord
from chatbot.normalise import normalise
from chatbot.parts import segments

KINDS = {
    "scar": "topic",
    "metal": "topic",
    "common": "faq",
    "cost": "handoff",
    "personal-advice": "handoff",
    "greeting": "smalltalk",
    "thanks": "smalltalk",
}
IMPERSONAL = {entry: kind for entry, kind in KINDS.items() if entry != "personal-advice"}


def matched(
    text: str,
    *pairs: tuple[str, float],
    exact: bool = False,
    outside: float = 0.0,
    strange: Sequence[str] = (),
    scores: Sequence[float] = (),
) -> Matched:
    """Return what a matcher would say: entries with their confidence; `strange` words are not known."""
    tokens = normalise(text).tokens
    words = tuple(ReadWord(word, "unknown" if word in strange else "known", ()) for word in tokens)
    scores = scores or [2.0 - place / 10 for place in range(len(pairs))]
    found = tuple(Match(entry, score, 0.5, 1.0) for (entry, _), score in zip(pairs, scores, strict=True))
    ranking = Ranking(found, outside, 1.0, words, ())
    return Matched(ranking, tuple(chance for _, chance in pairs), exact, tokens)


class FixedMatcher:
    """Answers by the words of a question; what it was not told of, it does not know at all."""

    def __init__(self, *answers: Matched, leaning: Sequence[Matched] = ()) -> None:
        self.answers = {answer.words: answer for answer in answers}
        self.leaning = {answer.words: answer for answer in leaning}
        self.backgrounds: list[Background] = []

    def named_by(self, word: str) -> tuple[str, ...]:
        return {"rods": ("metal",), "wrong": ("common", "scar", "metal"), "joke": ("greeting",)}.get(word, ())

    def is_word(self, _: str) -> bool:
        return True

    def match(self, words: Sequence[str], background: Background = NO_BACKGROUND) -> Matched:
        self.backgrounds.append(background)
        words = tuple(words)
        if background != NO_BACKGROUND and words in self.leaning:
            return self.leaning[words]
        text = " ".join(words)
        return self.answers.get(words) or matched(text, ("scar", 0.01), outside=5.0, strange=words)


def decided(
    text: str,
    *answers: Matched,
    leaning: Sequence[Matched] = (),
    kinds: dict[str, str] = KINDS,
    background: Background = NO_BACKGROUND,
    turned_down: Sequence[str] = (),
    follow_up: decision.FollowUpReader | None = None,
) -> Decided:
    matcher = cast(Matcher, FixedMatcher(*answers, leaning=leaning))
    return decide(normalise(text), matcher, kinds, background, turned_down, follow_up)


def ids(found: Decided) -> list[str]:
    return [entry for entry, _ in found.entries]


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

SCAR = matched("what is scar tissue", ("scar", 0.9))
METAL = matched("can the metal come out", ("metal", 0.8))
BOTH = "what is scar tissue and can the metal come out"
WHOLE = matched(BOTH, ("scar", 0.5), ("metal", 0.3))


def test_two_questions_are_both_answered_in_order() -> None:
    """The one asked first comes first, however sure the other is."""
    found = decided(BOTH, WHOLE, SCAR, METAL)
    assert found.entries == (("scar", 0.9), ("metal", 0.8))
    assert found.uncovered == ()
    turned = "can the metal come out and what is scar tissue"
    assert ids(decided(turned, matched(turned, ("scar", 0.5)), SCAR, METAL)) == ["metal", "scar"]


def test_the_same_entry_is_told_once() -> None:
    """Two questions with one answer are one answer."""
    again = matched("can the metal come out", ("scar", 0.8))
    found = decided(BOTH, WHOLE, SCAR, again)
    assert ids(found) == ["scar"]
    third = BOTH + " and how common is it"
    more = matched("how common is it", ("common", 0.9))
    assert ids(decided(third, matched(third, ("scar", 0.5)), SCAR, again, more)) == ["scar", "common"]


def test_three_questions_are_not_called_two() -> None:
    """What `why` tells is true for as many as were asked."""
    third = BOTH + " and how common is it"
    more = matched("how common is it", ("common", 0.9))
    found = decided(third, matched(third, ("scar", 0.5)), SCAR, METAL, more)
    assert ids(found) == ["scar", "metal", "common"]
    assert found.rule == "several questions in one message"


def test_a_part_that_is_not_covered_is_named() -> None:
    """What can be answered is, and the rest is said to be missing in the patient's own words."""
    text = "What is scar tissue, and can you Fix my Car?"
    found = decided(text, matched(text, ("scar", 0.5)), SCAR)
    assert ids(found) == ["scar"]
    assert found.uncovered == ("can you Fix my Car",)
    assert "not covered" in found.rule
    three = BOTH + " and can you fix my car"
    found = decided(three, matched(three, ("scar", 0.5)), SCAR, METAL)
    assert ids(found) == ["scar", "metal"]
    assert found.uncovered == ("can you fix my car",)


def test_small_talk_is_no_second_question() -> None:
    """ "How are you, and what is scar tissue?" asks one thing."""
    text = "how are you and what is scar tissue"
    hello = matched("how are you", ("greeting", 0.9))
    found = decided(text, matched(text, ("scar", 0.8)), hello, SCAR)
    assert (ids(found), found.uncovered) == (["scar"], ())


def test_a_message_that_is_clear_as_a_whole_is_not_taken_apart_for_weak_parts() -> None:
    """Cutting must not lose what the words say together."""
    weak = matched("can the metal come out", ("metal", 0.5))
    sure = matched(BOTH, ("common", 0.95))
    assert ids(decided(BOTH, sure, SCAR, weak)) == ["common"]
    assert ids(decided(BOTH, sure, SCAR, METAL)) == ["scar", "metal"]


def test_many_questions_and_long_stories_are_read_as_one() -> None:
    """More than three parts would be a wall of text."""
    text = "what is it? how is it? who has it? when was it?"
    found = decided(text, matched(text, ("common", 0.9)))
    assert ids(found) == ["common"]
    long = "what is scar tissue and " + "very " * 50 + "can the metal come out"
    assert ids(decided(long, matched(long, ("common", 0.9)), SCAR, METAL)) == ["common"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("It hurts at night. Can the metal come out", ["metal"]),
        ("can not sleep at night. can the metal come out", ["metal"]),
        ("i need to know about scars. i would like to know costs", ["scar", "cost"]),
        ("hi, can the metal come out and could you tell me what is scar tissue", ["metal", "scar"]),
        ("We want to know about scars. Need help with costs", ["scar", "cost"]),
    ],
)
def test_only_what_asks_is_a_part(text: str, asked: list[str]) -> None:
    """A complaint beside a question is its background; a request asks without a question word."""
    question = normalise(text)
    answers = []
    for stretch in segments(question):
        part = " ".join(question.tokens[stretch.start : stretch.end])
        entry = next((one for one in ("metal", "scar", "cost") if one in part), "common")
        answers.append(matched(part, (entry, 0.9)))
    found = decided(text, matched(text, ("metal", 0.6)), *answers)
    assert ids(found) == asked


def test_an_unclear_part_leans_on_the_one_before() -> None:
    """ "What is scar tissue and does it hurt": the second asks about the first."""
    text = "what is scar tissue and how is that done then"
    unclear = matched("how is that done then", ("metal", 0.3))
    leaning = [matched("how is that done then", ("common", 0.7))]
    found = decided(text, matched(text, ("scar", 0.5)), SCAR, unclear, leaning=leaning)
    assert ids(found) == ["scar", "common"]


def test_a_follow_up_in_the_same_message_is_read_as_one() -> None:
    """What a fragment asks for after an entry is asked first; where it is no follow-up, words decide."""
    text = "what is scar tissue and how is that done then"
    unclear = matched("how is that done then", ("metal", 0.45))
    asked: list[tuple[str, tuple[str, ...]]] = []

    def follow_up(entry: str, words: Sequence[str]) -> tuple[str, float] | None:
        asked.append((entry, tuple(words)))
        return ("cost", 0.9)

    found = decided(text, matched(text, ("scar", 0.5)), SCAR, unclear, follow_up=follow_up)
    assert found.entries == (("scar", 0.9), ("cost", 0.9))
    assert asked == [("scar", ("how", "is", "that", "done", "then"))]
    clear = matched("how is that done then", ("metal", 0.7))
    found = decided(text, matched(text, ("scar", 0.5)), SCAR, clear, follow_up=lambda *_: None)
    assert found.entries == (("scar", 0.9), ("metal", 0.7))
    found = decided(text, matched(text, ("scar", 0.5)), SCAR, clear, follow_up=follow_up)
    assert found.entries == (("scar", 0.9), ("cost", 0.9)), "it points back: the surer reading counts"
    apart = matched("how do the costs rise", ("metal", 0.7))
    found = decided(
        "what is scar tissue and how do the costs rise", matched(text, ("scar", 0.5)), SCAR, apart,
        follow_up=follow_up,
    )  # fmt: skip
    assert found.entries == (("scar", 0.9), ("metal", 0.7)), "it points to nothing: its own words count"


def test_a_follow_up_must_be_surer_than_what_the_words_say_alone() -> None:
    """And very sure where the words alone are about something else, unless they point back."""
    text = "what is scar tissue and how is that done then"
    alone = matched("how is that done then", ("metal", 0.7))
    whole = matched(text, ("scar", 0.5))
    found = decided(text, whole, SCAR, alone, follow_up=lambda *_: ("cost", 0.5))
    assert ids(found) == ["scar", "metal"]
    outside = matched("how is that done then", ("metal", 0.05), outside=5.0, strange=["done"])
    found = decided(text, whole, SCAR, outside, follow_up=lambda *_: ("cost", 0.95))
    assert (ids(found), found.uncovered) == (["scar", "cost"], ())
    found = decided(text, whole, SCAR, outside, follow_up=lambda *_: ("cost", 0.7))
    assert (ids(found), found.uncovered) == (["scar", "cost"], ())
    text = "what is scar tissue and how are hats done"
    outside = matched("how are hats done", ("metal", 0.05), outside=5.0, strange=["hats"])
    found = decided(text, matched(text, ("scar", 0.5)), SCAR, outside, follow_up=lambda *_: ("cost", 0.7))
    assert (ids(found), found.uncovered) == (["scar"], ("how are hats done",))


def test_a_part_that_names_its_entry_is_no_follow_up_though_it_points_back() -> None:
    """ "Are there rods he could have": "he" points back, and rods are asked about."""
    text = "what is scar tissue and are there rods he could have"
    alone = matched("are there rods he could have", ("metal", 0.6))
    whole = matched(text, ("scar", 0.5))
    assert ids(decided(text, whole, SCAR, alone, follow_up=lambda *_: ("cost", 0.9))) == ["scar", "metal"]
    text = "what is scar tissue and are there some he could have"
    alone = matched("are there some he could have", ("metal", 0.6))
    whole = matched(text, ("scar", 0.5))
    assert ids(decided(text, whole, SCAR, alone, follow_up=lambda *_: ("cost", 0.9))) == ["scar", "cost"]


def test_a_word_that_speaks_for_many_entries_names_none() -> None:
    """ "What can go wrong with it": what is asked about the operation is surer than what "wrong" reminds of."""
    text = "what is scar tissue and what can go wrong with it"
    wrong = matched("what can go wrong with it", ("metal", 0.7))
    found = decided(text, matched(text, ("scar", 0.5)), SCAR, wrong, follow_up=lambda *_: ("common", 0.98))
    assert ids(found) == ["scar", "common"]


def test_a_part_that_asks_for_a_judgement_is_handed_over() -> None:
    """ "... and should I just stop": no entry is near, and the clinic can tell; but an "or" goes on with it."""
    text = "what is scar tissue and should i just stop going"
    stop = matched("should i just stop going", ("metal", 0.1))
    found = decided(text, matched(text, ("scar", 0.7)), SCAR, stop)
    assert (ids(found), found.uncovered) == (["scar", "personal-advice"], ())
    text = "should i just stop going or is it better to go on"
    found = decided(
        text, stop, matched(text, ("common", 0.8)), matched("is it better to go on", ("metal", 0.5))
    )
    assert "personal-advice" not in ids(found)[:1]


def test_of_three_questions_the_ones_outside_are_named() -> None:
    text = "what is scar tissue, do you sell hats, and who plays tonight"
    found = decided(text, matched(text, ("scar", 0.1)), SCAR)
    assert (ids(found), found.uncovered) == (["scar"], ("do you sell hats", "who plays tonight"))


def test_a_part_may_ask_about_one_word_where_that_names_its_entry() -> None:
    """ "And are rods ok": one shared word is enough for a part of a message where it is the entry's own."""
    text = "what is scar tissue and are rods ok"
    rods = matched("are rods ok", ("metal", 0.5))
    assert ids(decided(text, matched(text, ("scar", 0.5)), SCAR, rods)) == ["scar", "metal"]


def test_words_that_say_nothing_are_not_called_uncovered() -> None:
    """ "And what about that?" has no content that could be missing."""
    text = "what is scar tissue? and what about that"
    empty = matched("what about that", ("metal", 0.05))
    found = decided(text, matched(text, ("scar", 0.8)), SCAR, empty)
    assert (ids(found), found.uncovered) == (["scar"], ())


def test_a_first_part_without_a_subject_is_the_general_question() -> None:
    """ "Is it common and can the metal come out": the first asks what people often ask; else its words decide."""
    text = "is it common and can the metal come out"
    unclear = matched("is it common", ("scar", 0.3))
    found = decided(
        text,
        matched(text, ("metal", 0.5)),
        unclear,
        METAL,
        follow_up=lambda topic, _: None if topic else ("common", 0.9),
    )
    assert ids(found) == ["common", "metal"]
    found = decided(text, matched(text, ("metal", 0.5)), unclear, METAL, follow_up=lambda *_: None)
    assert ids(found) == ["metal"]


def test_a_statement_leads_to_the_question_after_it() -> None:
    """ "They want to freeze a nerve, how does that work": alone the question would say nothing."""
    text = "they want to freeze a nerve, how does that work, and can the metal come out"
    alone = matched("how does that work", ("common", 0.3))
    led = matched("they want to freeze a nerve how does that work", ("scar", 0.9))
    found = decided(text, matched(text, ("scar", 0.7)), alone, led, METAL)
    assert found.entries == (("scar", 0.9), ("metal", 0.8))
    clear = matched("how does that work", ("common", 0.95))
    found = decided(text, matched(text, ("scar", 0.7)), clear, led, METAL)
    assert ids(found) == ["common", "metal"], "a clear question stands, whatever was said before it"


def test_things_asked_about_in_one_breath_are_all_answered() -> None:
    text = "tell me about metal and scars and costs"
    answers = (
        matched(text, ("metal", 0.5)),
        matched("metal", ("metal", 0.9)),
        matched("scars and costs", ("scar", 0.7)),
        matched("metal and scars", ("metal", 0.3)),
        matched("scars", ("scar", 0.8)),
        matched("costs", ("cost", 0.95)),
    )
    assert ids(decided(text, *answers)) == ["metal", "scar", "cost"]


def test_a_thing_with_a_joining_word_of_its_own_stays_one() -> None:
    text = "tell me about metal and scars or dents"
    answers = (
        matched(text, ("metal", 0.5)),
        matched("metal", ("metal", 0.9)),
        matched("scars or dents", ("scar", 0.9)),
        matched("metal and scars", ("metal", 0.4)),
        matched("scars", ("scar", 0.9)),
        matched("dents", ("scar", 0.9)),
    )
    assert ids(decided(text, *answers)) == ["metal", "scar"]


def test_two_things_are_no_two_where_both_are_the_same_or_one_is_unsure() -> None:
    text = "tell me about metal and scars"
    same = (
        matched(text, ("metal", 0.9)),
        matched("metal", ("metal", 0.9)),
        matched("scars", ("metal", 0.9)),
    )
    unsure = (
        matched(text, ("metal", 0.9)),
        matched("metal", ("metal", 0.9)),
        matched("scars", ("scar", 0.2)),
    )
    for answers in (same, unsure):
        assert ids(decided(text, *answers)) == ["metal"]


def test_a_thing_that_is_asked_about_by_name_may_be_as_unsure_as_a_bare_word_is() -> None:
    """ "Tell me about the MRI and the nerve tests": no base is sure of "the MRI" by itself."""
    things = (matched("metal", ("metal", 0.9)), matched("scars", ("scar", 0.45)))
    assert ids(decided("tell me about metal and scars", METAL, *things)) == ["metal", "scar"]
    text = "they took the metal and the scars"
    things = (matched("they took the metal", ("metal", 0.9)), matched("the scars", ("scar", 0.45)))
    assert ids(decided(text, matched(text, ("metal", 0.7)), *things)) == ["metal"]


def test_a_message_that_only_names_things_asks_about_each() -> None:
    for text in ("the metal and the scars", "the metal? the scars?", "the metal, the scars"):
        things = (matched("the metal", ("metal", 0.9)), matched("the scars", ("scar", 0.45)))
        assert ids(decided(text, matched(text, ("metal", 0.95)), *things)) == ["metal", "scar"]


def test_a_message_that_is_clear_for_the_louder_of_two_is_cut_where_both_are_clearer_still() -> None:
    text = "is it nicer to have metal or scars"
    things = (matched("is it nicer to have metal", ("metal", 0.98)), matched("scars", ("scar", 0.97)))
    assert ids(decided(text, matched(text, ("metal", 0.99)), *things)) == ["metal", "scar"]


def test_a_clear_message_is_cut_at_an_and_where_both_sides_say_something() -> None:
    text = "reasons for lasting pain and ways of treating scars"
    things = (
        matched("reasons for lasting pain", ("common", 0.99)),
        matched("ways of treating scars", ("scar", 0.98)),
    )
    assert ids(decided(text, matched(text, ("scar", 0.99)), *things)) == ["common", "scar"]
    text = "why are scars and deep dents there"
    things = (matched("why are scars", ("common", 0.99)), matched("deep dents there", ("scar", 0.98)))
    assert ids(decided(text, matched(text, ("scar", 0.99)), *things)) == ["scar"]


def test_a_bare_noun_that_names_an_entry_is_asked_about() -> None:
    """No base is sure of "the rods" by itself; but of a list that is clear as a whole it is only a part."""
    text = "tell me about the scars and the rods"
    things = (matched("scars", ("scar", 0.9)), matched("the rods", ("common", 0.1)))
    assert ids(decided(text, matched(text, ("scar", 0.9)), *things)) == ["scar", "metal"]
    text = "rods and scars removal"
    things = (matched("rods", ("common", 0.1)), matched("scars removal", ("scar", 0.9)))
    found = decided(text, matched(text, ("scar", 0.9)), *things)
    assert (ids(found), found.uncovered) == (["scar"], ())
    text = "tell me about the scars and a joke"
    things = (matched("scars", ("scar", 0.9)), matched("a joke", ("common", 0.1)))
    assert ids(decided(text, matched(text, ("scar", 0.9)), *things)) == ["scar"]


def test_a_clear_question_with_a_joining_word_is_one_question() -> None:
    text = "why do metal and scars hurt"
    parts = (matched("why do metal", ("metal", 0.9)), matched("scars hurt", ("scar", 0.9)))
    clear = (matched(text, ("common", 0.95)), *parts)
    unclear = (matched(text, ("common", 0.4)), *parts)
    assert ids(decided(text, *clear)) == ["common"]
    assert ids(decided(text, *unclear)) == ["metal", "scar"]


def test_of_two_things_the_one_outside_is_said_to_be_so() -> None:
    text = "tell me about metal and hats"
    answers = (
        matched(text, ("metal", 0.3)),
        matched("metal", ("metal", 0.9)),
        matched("hats", ("scar", 0.05), outside=3.0),
    )
    found = decided(text, *answers)
    assert ids(found) == ["metal"]
    assert found.uncovered == ("hats",)


def test_two_things_that_no_cut_parts_are_both_answered_where_both_are_sure() -> None:
    text = "the metal and the scars of it"
    cut = (matched("the metal", ("metal", 0.5)), matched("the scars of it", ("scar", 0.5)))
    assert ids(decided(text, matched(text, ("scar", 0.9), ("metal", 0.8)), *cut)) == ["scar", "metal"]
    assert ids(decided(text, matched(text, ("scar", 0.9), ("metal", 0.6)), *cut)) == ["scar"]
    single = "the scars of it"
    assert ids(decided(single, matched(single, ("scar", 0.9), ("metal", 0.8)))) == ["scar"]


def test_do_i_have_to_is_asked_by_everybody() -> None:
    assert is_personal(normalise("do i have scar tissue").tokens)
    assert not is_personal(normalise("do i have to stay in bed").tokens)
