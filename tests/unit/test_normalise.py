"""Text to words: what is folded, what is spelt out, and what must survive."""

from __future__ import annotations

import pytest

from chatbot.normalise import (
    MAXIMUM_CHARACTERS,
    MOST_READ_FOR_DANGER,
    Question,
    Word,
    fold,
    normalise,
    with_here_for_hear,
    without_echoes,
)


def tokens(text: str) -> list[str]:
    return list(normalise(text).tokens)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("WHAT Is This", "what is this"),
        ("I can't, won't and shan't", "i can not will not and shall not"),
        ("dont isnt cant havent", "do not is not can not have not"),
        ("it's what's where's there's", "it is what is where is there is"),
        ("whats hows theres", "what is how is there is"),
        ("they've we'll I'm you're he'd", "they have we will i am you are he would"),
        ("mom's rods", "mom rods"),
        ("the nurses' notes", "the nurses notes"),
        ("rock'n'roll", "rocknroll"),
        ("y'all gonna help", "you all going to help"),
        ("what d'you know, d'ya see owt or nowt", "what do you know do you see anything or nothing"),
        ("lemme ask yous aswell", "let me ask you as well"),
        ("wen shud i call u & y", "when should i call you and why"),
        ("café naïve \uff33\uff43\uff41\uff52 \ufb01xed", "cafe naive scar fixed"),
        ("soooo muuuuch paaaain", "soo muuch paain"),
        ("1000 or 2222 days", "1000 or 2222 days"),
        ("pain_relief L4-L5", "pain relief l4 l5"),
        ("", ""),
        ("?!... 🙂", ""),
    ],
)
def test_words_are_folded_and_spelt_out(text: str, words: str) -> None:
    """Case, accents, stretched letters, contractions and phone shorthand are written out in full."""
    assert tokens(text) == words.split()


@pytest.mark.parametrize("text", ["well", "were", "ill", "shell", "wed", "its", "hell", "id"])
def test_words_that_are_others_without_their_apostrophe_stay(text: str) -> None:
    """Only forms that are no other word are read as contractions."""
    assert tokens(text) == [text]


@pytest.mark.parametrize("apostrophe", ["'", "\u2019", "\u2018", "\u02bc", "`", "\u00b4", "\u2032"])
def test_every_apostrophe_is_the_same(apostrophe: str) -> None:
    """Phones type curly apostrophes, old keyboards accents: all of them contract."""
    assert tokens(f"I don{apostrophe}t") == ["i", "do", "not"]


def test_an_accent_typed_as_a_character_of_its_own_is_the_same_word() -> None:
    """Some systems paste "naïve" with a separate accent: it is no gap between two words."""
    assert tokens("nai\u0308ve cafe\u0301") == ["naive", "cafe"]


def test_no_word_number_order_or_negation_is_dropped() -> None:
    """What a word means is for others to say: all of them come through, in order."""
    text = "no not 2 of the 10 never nor without the very same one"
    assert tokens(text) == text.split()


def test_offsets_point_at_the_word_as_typed() -> None:
    """Each place, end excluded, is where the word stands in the cleaned text; halves of one word share it."""
    question = normalise("  So, I can\u2019t walk! ")
    assert question.text == "So, I can\u2019t walk!"
    places = [question.text[word.start : word.end] for word in question.words]
    assert places == ["So", "I", "can\u2019t", "can\u2019t", "walk"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("one two", ""),
        ("one  two", ""),
        ("one-two", ""),
        ("one. two", "."),
        ("one! two", "."),
        ("one? two", "."),
        ("one; two", "."),
        ("one: two", "."),
        ("one\ntwo", "."),
        ("one… two", "."),
        ("one, two", ","),
        ("one (two)", ","),
        ("one - two", ","),
        ("one — two", ","),
        ("one “two”", ","),
        ("one, two", ","),
        ("one), two", ","),
        ("one,. two", "."),
        ("one.two", "."),
        ("L5. two", "."),
        ("10. two", "."),
        ("a. two", "."),
    ],
)
def test_the_strongest_mark_between_two_words_is_kept(text: str, mark: str) -> None:
    """A sentence's end outweighs a pause; the first word has no mark before it."""
    first, second = normalise(text).words
    assert (first.mark, second.mark) == ("", mark)


def test_a_mark_belongs_to_the_first_half_of_a_contraction() -> None:
    """ "No. Can't" pauses before "can", not inside "can not"."""
    assert [word.mark for word in normalise("No. Can't").words] == ["", ".", ""]


@pytest.mark.parametrize(
    "text", ["L4/L5 fusion", "my L4/5 disc", "and/or", "3.5 mg", "at 5:30", "a 1,000 dollars"]
)
def test_a_mark_inside_a_level_or_a_number_ends_no_sentence(text: str) -> None:
    """Levels of the spine, times and amounts are written with marks that end nothing."""
    assert {word.mark for word in normalise(text).words} == {""}


@pytest.mark.parametrize(
    "text", ["Dr. Smith says so", "see Mr. Jones", "Mrs. Jones", "pain, e.g. at night", "i.e. now"]
)
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    """ "Can Dr. Smith help?" is one question, not two."""
    assert "." not in {word.mark for word in normalise(text).words}


def test_a_sign_for_and_needs_no_space() -> None:
    """ "Screws&rods" is three words."""
    assert tokens("screws&rods") == ["screws", "and", "rods"]


def test_long_messages_are_cut_and_say_so() -> None:
    """Reading has an end; what was read is at most MAXIMUM_CHARACTERS long."""
    question = normalise("word " * 1000)
    assert question.is_cut
    assert len(question.text) <= MAXIMUM_CHARACTERS
    assert not question.text.endswith(" ")
    assert len(question.words) == 400
    assert not normalise("x" * MAXIMUM_CHARACTERS).is_cut


def test_nothing_that_steers_a_terminal_is_in_the_text() -> None:
    """A question's text may be shown again: it is cleaned first."""
    question = normalise("\x1b[31mred\x1b[0m \u202epain\ud800")
    assert question == Question("red pain", (Word("red", 0, 3), Word("pain", 4, 8)), ("red", "pain"))


@pytest.mark.parametrize(
    ("word", "folded"), [("ÉTÉ", "ete"), ("Straße", "strasse"), ("\u0301", "\u0301"), ("AAAH", "aah")]
)
def test_fold_returns_a_plain_lower_case_word(word: str, folded: str) -> None:
    """Accents go, unless a mark is all there is."""
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("word " * 50, "word"),
        ("the pain the pain the pain", "the pain"),
        ("why does it hurt? " * 20 + "why", "why does it hurt why"),
        ("it hurts so so so much", "it hurts so much"),
        ("my back is very very bad", "my back is very very bad"),
        ("no no", "no no"),
        ("is it the screws or is it the rods", "is it the screws or is it the rods"),
        ("the back and the leg and the foot", "the back and the leg and the foot"),
        ("", ""),
    ],
)
def test_what_is_said_over_and_over_is_heard_once(said: str, heard: str) -> None:
    """Three times in a row or more; the text, and what comes only twice, stays."""
    question = normalise(said)
    once = without_echoes(question)
    assert " ".join(once.tokens) == heard
    assert once.text == question.text
    assert [word.text for word in once.words] == list(once.tokens)
    assert without_echoes(once) == once


def test_what_is_cut_off_is_kept_up_to_a_bound() -> None:
    """The triage reads it; nothing else does."""
    question = normalise("ab " * 10_000)
    assert len(question.text) <= MAXIMUM_CHARACTERS
    assert len(question.text) + len(question.rest) <= MOST_READ_FOR_DANGER
    assert question.is_cut
    assert not normalise("a short one").is_cut


def test_one_letter_alone_answers_and_is_shorthand_elsewhere() -> None:
    """Terminals taught people that "y" works."""
    assert normalise("y").tokens == ("yes",)
    assert normalise("N.").tokens == ("no",)
    assert normalise("y?").tokens == ("why",)
    assert normalise("y does it hurt n ache").tokens == ("why", "does", "it", "hurt", "and", "ache")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("how long 2 heal", "how long to heal"),
        ("i want 2 know", "i want to know"),
        ("what happens 2 my back", "what happens to my back"),
        ("is swimming good 4 me", "is swimming good for me"),
        ("wich 1 is best", "which one is best"),
        ("i need 2 screws out", "i need 2 screws out"),
        ("back 2 level fusion", "back 2 level fusion"),
        ("it is bad, 4 pain pills a day", "it is bad 4 pain pills a day"),
        ("number 1 is it", "number 1 is it"),
        ("that 1 level fusion", "that 1 level fusion"),
        ("2", "2"),
        ("is it 2 late 2 fix it", "is it too late to fix it"),
        ("2 long rods", "2 long rods"),
        ("hav 2 still take pills", "have to still take pills"),
        ("took 2 of them", "took 2 of them"),
        ("can i go back 2 church", "can i go back to church"),
        ("the other 2 feel numb", "the other 2 feel numb"),
        ("i need 2 walk", "i need to walk"),
        ("2 sleep pills", "2 sleep pills"),
        ("who do i listen 2", "who do i listen to"),
        ("it happened 2 and now", "it happened to and now"),
        ("my mom 2 or 3", "my mom 2 or 3"),
        ("it hurts me 2", "it hurts me too"),
        ("wat use is it 4", "what use is it for"),
        ("i smoke 4 or 5", "i smoke 4 or 5"),
        ("4 back pain", "for back pain"),
        ("4 back surgeries", "4 back surgeries"),
        ("i have 4 pain pills", "i have 4 pain pills"),
        ("pills 4 a day", "pills 4 a day"),
        ("pain is 4 this morning", "pain is 4 this morning"),
        ("a rate 4 taking rods out", "a rate for taking rods out"),
        ("L4 5 my pain", "l4 5 my pain"),
        ("day 4 of my fever", "day 4 of my fever"),
        ("day 4 pain", "day 4 pain"),
        ("it lasts all day. 4 back pain", "it lasts all day for back pain"),
        ("4 back pain all day", "for back pain all day"),
        ("i have 4. my pain is bad", "i have 4 my pain is bad"),
        ("good 4 pain. pills help", "good for pain pills help"),
        ("why do 2 screws hurt", "why do 2 screws hurt"),
        ("why do 2 really bad screws hurt", "why do 2 really bad screws hurt"),
        ("why do 2 doctors say so", "why do 2 doctors say so"),
        ("2 my back", "2 my back"),
        ("is it 2 late", "is it too late"),
        ("good 4 my knees", "good for my knees"),
        ("good 4 back stiffness", "good for back stiffness"),
        ("wat good 4 pain was it", "what good for pain was it"),
    ],
)
def test_digits_typed_for_words_are_those_words(text: str, read: str) -> None:
    """Only between words that leave no doubt: a number stays one."""
    assert " ".join(normalise(text).tokens) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("can it b fixed", "can it be fixed"),
        ("hepatitis b", "hepatitis b"),
        ("i need 2 c my doc", "i need to see my doctor"),
        ("my c section", "my c section"),
        ("can c section scars", "can c section scars"),
        ("pain aftr sx", "pain after surgery"),
        ("sx of infection", "symptoms of infection"),
        ("a prob with it", "a problem with it"),
        ("bladder prob since may", "bladder problem since may"),
        ("it is prob fine", "it is probably fine"),
        ("ma back hurts", "my back hurts"),
        ("ma fell, my ma hurts", "ma fell my ma hurts"),
        ("her ma surgery", "her ma surgery"),
        ("hi ma", "hi ma"),
    ],
)
def test_letters_typed_for_words_are_those_words(text: str, read: str) -> None:
    """The words around them tell."""
    assert " ".join(normalise(text).tokens) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("w/ my mom, w/o pain", "with my mom without pain"),
        ("surgery w/out screws b/c it failed", "surgery without screws because it failed"),
        ("w/my walker", "with my walker"),
        ("w/outside help", "with outside help"),
        ("L4/L5 and/or S1", "l4 l5 and or s1"),
        ("wat's dat, u'll b ok", "what is that you will be ok"),
        ("my doc's office", "my doc office"),
    ],
)
def test_text_speak_is_read_as_the_words_it_stands_for(text: str, read: str) -> None:
    """A stroke that shortens a word parts nothing, and a short form keeps its ending."""
    assert " ".join(normalise(text).tokens) == read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id like to know", ["i", "would", "like"]),
        ("what is my id like", ["what", "is", "my", "i", "would", "like"]),
        ("do I bring my id", ["do", "i", "bring", "my", "id"]),
        ("I lost my id. Like last time", ["i", "lost", "my", "id", "like"]),
        ("how long dose it hurt", ["how", "long", "does", "it"]),
        ("can I skip a dose it hurts", ["can", "i", "skip", "a", "dose"]),
        ("is that my dose", ["is", "that", "my", "dose"]),
        ("can I come next weak", ["can", "i", "come", "next", "week"]),
        ("the other weak leg", ["the", "other", "weak", "leg"]),
        ("it gets weak", ["it", "gets", "weak"]),
    ],
)
def test_a_word_that_is_mixed_up_with_another_is_read_by_the_words_around_it(
    text: str, words: list[str]
) -> None:
    assert list(normalise(text).tokens[: len(words)]) == words


@pytest.mark.parametrize(
    ("text", "read"),
    [("I do not want to be hear", "i do not want to be here"), ("can I hear it", "can i hear it")],
)
def test_be_hear_is_be_here(text: str, read: str) -> None:
    assert " ".join(with_here_for_hear(normalise(text)).tokens) == read
