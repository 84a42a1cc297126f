"""Where one question of a message ends and the next begins: words only, no knowledge base."""

from __future__ import annotations

import pytest

from chatbot.normalise import Question, normalise
from chatbot.parts import (
    MOST_WORDS,
    asked_from,
    asked_parts,
    asking,
    asks,
    last_question,
    named_last,
    segments,
)


def words_of(question: Question, start: int, end: int) -> str:
    return question.text[question.words[start].start : question.words[end - 1].end]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("what is scar tissue", ["what is scar tissue"]),
        ("what is scar tissue and how common is it", ["what is scar tissue", "how common is it"]),
        ("What is it? How common?", ["What is it?", "How common?"]),
        ("screws and rods", ["screws and rods"]),
        ("pills and shots do not work", ["pills and shots do not work"]),
        ("what is it and then how long", ["what is it", "how long"]),
        ("what is it and roughly how long", ["what is it", "roughly how long"]),
        ("what is it and", ["what is it and"]),
        ("what is it, can it be fixed", ["what is it,", "can it be fixed"]),
        ("it hurts, but why", ["it hurts,", "why"]),
        ("how long is it also the cost", ["how long is it", "the cost"]),
        ("ok so, what now", ["what now"]),
        ("what is it. and", ["what is it."]),
        ("what is it another thing is it common", ["what is it", "is it common"]),
        ("first of all what is it", ["what is it"]),
        ("is it common, secondly what does it cost", ["is it common,", "what does it cost"]),
        ("1) is there hope 2) how do i book", ["is there hope", "how do i book"]),
        ("1. is there hope? 2. how do i book?", ["is there hope?", "how do i book?"]),
        ("Q1: is there hope Q2) how do i book", ["is there hope", "how do i book"]),
        ("a) is there hope b) how do i book", ["is there hope", "how do i book"]),
        ("One, is there hope. Two: how do i book", ["is there hope.", "how do i book"]),
        ("the pain is at 2. what is it", ["the pain is at 2.", "what is it"]),
        ("it took two, maybe three days", ["it took two, maybe three days"]),
        ("my migraine is back and so is my pain", ["my migraine is back and so is my pain"]),
        ("it hurts and so how does that work", ["it hurts", "how does that work"]),
        ("is there hope and second how do i book", ["is there hope", "how do i book"]),
        ("first what is it and then is it common", ["what is it", "is it common"]),
        ("how soon, can my wife drive", ["how soon, can my wife drive"]),
        ("could they, have nicked a nerve", ["could they, have nicked a nerve"]),
        ("can they fuse you if you, have weak bones", ["can they fuse you if you, have weak bones"]),
        ("what about the shots, do they help", ["what about the shots,", "do they help"]),
        ("which one, is it safe", ["which one,", "is it safe"]),
        ("why bother, do shots help", ["why bother,", "do shots help"]),
        ("ok so, can they", ["can they"]),
        ("what is it, second opinions", ["what is it, second opinions"]),
        ("is it the first or the second", ["is it the first or the second"]),
        ("do the shots help and can they also tell you what is wrong",
         ["do the shots help", "can they also tell you what is wrong"]),
        ("", []),
    ],
)  # fmt: skip
def test_a_message_is_cut_where_a_new_question_begins(text: str, parts: list[str]) -> None:
    """At the ends of sentences, at joining words and commas that a question word follows, at announcements."""
    question = normalise(text)
    found = [words_of(question, one.start, one.end) for one in segments(question)]
    assert found == [part.rstrip("?.,") for part in parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("what does fbss stand for does it mean they did it wrong",
         ["what does fbss stand for", "does it mean they did it wrong"]),
        ("she is all bent since they fused her is there surgery for that",
         ["she is all bent since they fused her", "is there surgery for that"]),
        ("my screws are loose does losing weight help", ["my screws are loose", "does losing weight help"]),
        ("how many days off work do you need", ["how many days off work do you need"]),
        ("how long after the first one would they do it over", ["how long after the first one would they do it over"]),
        ("what part of my back is it", ["what part of my back is it"]),
        ("i want to know can you fix it", ["i want to know", "can you fix it"]),
        ("the metal is loose can", ["the metal is loose can"]),
        ("when should they redo it how do i book", ["when should they redo it", "how do i book"]),
        ("how do you find out what is wrong", ["how do you find out what is wrong"]),
        ("can i ask the doctor what is wrong", ["can i ask the doctor what is wrong"]),
        ("what is a revision how long is recovery", ["what is a revision", "how long is recovery"]),
        ("i would like to book and i would also like to know if you take aetna",
         ["i would like to book", "i would also like to know if you take aetna"]),
        ("i do not want pills and i do not want surgery", ["i do not want pills and i do not want surgery"]),
        ("my rod broke what is next", ["my rod broke what is next"]),
        ("what is fbss + how is it treated", ["what is fbss", "how is it treated"]),
        ("can exercises alone do it", ["can exercises alone do it"]),
        ("do they open me up and do it again", ["do they open me up and do it again"]),
        ("my hip is also bad", ["my hip is also bad"]),
        ("is that something you do also what is it", ["is that something you do", "what is it"]),
    ],
)  # fmt: skip
def test_a_question_may_begin_without_any_joiner(text: str, parts: list[str]) -> None:
    """A verb before its pronoun asks, but not where an earlier word that asks still waits for its verb."""
    question = normalise(text)
    assert [words_of(question, one.start, one.end) for one in segments(question)] == parts


def test_a_question_mark_belongs_to_the_part_before_it() -> None:
    """Only what ends with a question mark is marked as a question."""
    question = normalise("It hurts. Why is that? Thanks a lot.")
    assert [one.has_mark for one in segments(question)] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what is scar tissue", []),
        ("what is scar tissue and how common is it", [("", "what is scar tissue"), ("", "how common is it")]),
        (
            "They want to freeze a nerve, how does that work, and what else is there",
            [("They want to freeze a nerve, ", "how does that work"), ("", "what else is there")],
        ),
        (
            "what is a revision. My dad had one. is it safe",
            [("", "what is a revision"), ("My dad had one. ", "is it safe")],
        ),
        (
            "if the shots fail what is next and who does it",
            [("if the shots fail ", "what is next"), ("", "who does it")],
        ),
        (
            "The rods bother him when he leans back. Can they come out, and who does it?",
            [("The rods bother him when he leans back. ", "Can they come out"), ("", "who does it")],
        ),
        ("The rods bother him when he leans back. Can they come out?", []),
        (
            "after a redo when does therapy start and when can I drive",
            [("", "after a redo when does therapy start"), ("", "when can I drive")],
        ),
        (
            "My son asks what a nonunion is, can it heal",
            [("", "what a nonunion is"), ("", "can it heal")],
        ),
        ("i need my records, also can i park there", [("", "i need my records"), ("", "can i park there")]),
        (
            "could a nerve be hurt? and tests to show it when",
            [("", "could a nerve be hurt"), ("", "tests to show it when")],
        ),
        (
            "my nerve is squashed what kind of pills are for that and can they numb it",
            [("", "my nerve is squashed what kind of pills are for that"), ("", "can they numb it")],
        ),
        ("pills did nothing for him. is it surgery next", []),
        ("it hurts a lot. it really burns", [("", "it hurts a lot"), ("", "it really burns")]),
        ("does it hurt? if not what is it", [("", "does it hurt"), ("", "if not what is it")]),
        ("what is it? how is it? who has it? when was it?", []),
        ("what is it and is it common" + " really" * MOST_WORDS, []),
    ],
)
def test_what_leads_to_a_question_is_kept_with_it(text: str, asked: list[tuple[str, str]]) -> None:
    """Two or three questions, each with the statement before it; more of them, or a story, are read as one."""
    question = normalise(text)
    found = [
        (
            question.text[question.words[one.lead].start : question.words[one.start].start],
            words_of(question, one.start, one.end),
        )
        for one in asked_parts(question)
    ]
    assert found == asked


def test_sentences_that_ask_are_heard_in_the_order_of_what_they_count() -> None:
    """Those with a question mark first, the last ones before the first ones."""
    question = normalise("My back hurts. Is it the scar? I fell. Could it be the rod? what do they do then")
    found = [words_of(question, one.start, one.end) for one in asking(question.tokens, segments(question))]
    assert found == ["Could it be the rod", "Is it the scar", "what do they do then"]


def test_what_opens_like_a_question_asks_before_what_only_tells() -> None:
    """ "I am a sitter" has a word that could open a question, and none does."""
    question = normalise("does walking help a bad back, my wife walks. i am a sitter. i have had enough")
    found = [words_of(question, one.start, one.end) for one in asking(question.tokens, segments(question))]
    assert found[0] == "does walking help a bad back, my wife walks"
    assert "i am a sitter" in found


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("i can not pee", None),
        ("i want to die", None),
        ("can not feel my legs", None),
        ("i can not pee, when can i drive", "when can i drive"),
        ("my leg is weak. is it the screws?", "is it the screws"),
        ("", None),
    ],
)
def test_a_message_that_only_tells_asks_nothing(text: str, asked: str | None) -> None:
    question = normalise(text)
    start = asked_from(question)
    assert (None if start is None else " ".join(question.tokens[start:])) == asked


def test_a_condition_leads_to_the_question_behind_it() -> None:
    """ "When they know the cause, what ..." asks one thing; "when do they ..., what ..." asks two."""
    one = normalise("and when they find the cause, what can they do for a man of his age")
    assert asked_parts(one) == []
    two = normalise("when do they find the cause, what can they do for him")
    assert [words_of(two, part.start, part.end) for part in asked_parts(two)] == [
        "when do they find the cause", "what can they do for him",
    ]  # fmt: skip


def test_then_what_asks_and_a_last_word_is_no_start() -> None:
    """ "Do rods break? And then what?"; but a message may end with "then" and begin with one word."""
    rods = normalise("Do rods break? And then what?")
    assert [rods.tokens[one.start : one.end] for one in segments(rods)] == [
        ("do", "rods", "break"),
        ("then", "what"),
    ]
    ending = normalise("When? can they operate on him then")
    first = segments(ending)[0]
    assert ending.tokens[first.start : first.end] == ("when",)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("the disc thing next door what do they do about it", "what do they do about it"),
        ("the disc thing next door what do we do next", None),
        ("my doctor knows about the disc what can he do about it", None),
        ("he spoke to me about what can they do for it", None),
    ],
)
def test_a_question_that_points_back_begins_after_what_it_points_to(text: str, last: str | None) -> None:
    """Without a mark, but only where the words before it are a statement of their own."""
    found = last_question(normalise(text))
    assert (found.question.text if found else None) == last


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("it still hurts", False),
        ("it still hurts?", True),
        ("why does it still hurt", True),
        ("it still hurts, is that common", True),
        ("I had the shots. Do they wear off", True),
        ("I have been on pills", False),
        ("", False),
    ],
)
def test_a_message_asks_by_its_mark_or_by_a_question_that_begins_in_it(text: str, is_asked: bool) -> None:
    assert asks(normalise(text)) is is_asked


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("do they hurt, the shots", "the shots"),
        ("how many get that, the disc thing", "the disc thing"),
        ("is it, the rod", "the rod"),  # two words before it are enough
        ("why, the rod", ""),  # one is not
        ("do they hurt, the shots that the doctor gives", ""),  # six words are no name
        ("do they hurt, shots", ""),  # nothing says which
        ("do they hurt. The shots", ""),  # a sentence of its own
        ("do they hurt, is it the shots", ""),  # asks itself
        ("do the shots hurt", ""),
    ],
)
def test_what_is_asked_about_may_be_named_behind_a_comma_at_the_end(text: str, named: str) -> None:
    """0 where nothing is: as if the message began with the name."""
    question = normalise(text)
    start = named_last(question)
    assert " ".join(question.tokens[start:] if start else ()) == named


def test_a_part_opens_where_it_begins_like_a_question_or_ends_with_its_mark() -> None:
    """A part in which only a word inside of it asks must be clearer to be answered."""
    first, second = asked_parts(normalise("what is scar tissue and how common is it"))
    assert (first.opens, second.opens) == (True, True)
    told, asked = asked_parts(normalise("My son asked us what comes next. Is it common?"))
    assert (told.opens, asked.opens) == (False, True)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the disc thing what do they do for it", ["the disc thing", "what do they do for it"]),
        (
            "disc thing what do they do for it",
            ["disc thing what do they do for it"],
        ),  # too short to state anything
        ("i know what do they do for it then", ["i know what do they do for it then"]),  # belongs to "know"
        (
            "the disc thing what do they do for pain",
            ["the disc thing what do they do for pain"],
        ),  # points to nothing
    ],
)
def test_a_question_that_points_to_a_statement_before_it_is_cut_from_it(text: str, parts: list[str]) -> None:
    question = normalise(text)
    assert [words_of(question, one.start, one.end) for one in segments(question)] == parts
