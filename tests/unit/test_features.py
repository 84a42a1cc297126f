"""Words to features: stems, pieces, pairs and phrases."""

from __future__ import annotations

import marshal

import pytest

from chatbot.matching.features import Phrase, PhraseBook, pairs, pieces, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("screw", "screws"),
        ("injury", "injuries"),
        ("fuse", "fused", "fusing"),
        ("stop", "stopped", "stopping", "stops"),
        ("hurt", "hurting", "hurts"),
        ("problem", "problems"),
        ("remove", "removed", "removing", "removes"),
        ("heal", "healed", "healing"),
        ("call", "called", "calling"),
        ("pass", "passed", "passing"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    """Number and tense do not change what a patient asks about."""
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "word", ["bus", "gas", "is", "as", "loss", "red", "king", "bed", "need", "mri", "l4", "10", ""]
)
def test_short_words_and_double_s_keep_what_belongs_to_them(word: str) -> None:
    """An ending is only cut where a word is left, and never to nothing."""
    assert stem(word) == word


def test_different_words_keep_different_stems() -> None:
    """Stems are light: words of another meaning are not thrown together."""
    words = [
        "fusion",
        "fuse",
        "success",
        "successive",
        "operation",
        "operate",
        "general",
        "generous",
        "bone",
        "pain",
    ]
    assert len({stem(word) for word in words}) == len(words)


def test_pieces_mark_where_a_word_starts_and_ends() -> None:
    """Three and four letters at a time, each once, in the order of the alphabet."""
    assert pieces("pain") == tuple(sorted(["g<pa", "gpai", "gain", "gin>", "g<pai", "gpain", "gain>"]))
    assert pieces("a") == ("g<a>",)
    assert pieces("aaaa") == tuple(sorted({"g<aa", "gaaa", "gaa>", "g<aaa", "gaaaa", "gaaa>"}))


def test_pairs_keep_the_order_and_the_ends() -> None:
    """ "Not always" is not "always not"; the first and the last word know that they are."""
    assert pairs(["not", "alway"]) == ["b^ not", "bnot alway", "balway $"]
    assert pairs([]) == ["b^ $"]


@pytest.fixture
def book() -> PhraseBook:
    return PhraseBook.of(
        [
            (("screws",), "hardware"),
            (("bone", "did", "not", "knit"), "nonunion"),
            (("bone",), "bones"),
            (("not", "knit"), "wool"),
            (("metal", "work"), "hardware"),
        ]
    )


def test_the_longest_phrase_wins_and_none_overlap(book: PhraseBook) -> None:
    """A phrase says more than the words in it: "the bone did not knit" is not about bones or wool."""
    stems = [stem(word) for word in ("my", "bone", "did", "not", "knit", "screw", "bone")]
    assert book.find(stems) == [Phrase(1, 4, "nonunion"), Phrase(5, 1, "hardware"), Phrase(6, 1, "bones")]


def test_a_phrase_is_found_in_any_form_and_cut_short_by_nothing(book: PhraseBook) -> None:
    """Plurals match; a phrase that the message breaks off does not."""
    assert book.find([stem("screwing"), stem("bones")]) == [Phrase(0, 1, "hardware"), Phrase(1, 1, "bones")]
    assert book.find([stem("metal")]) == []
    assert book.find([]) == []


def test_the_same_words_always_mean_the_same() -> None:
    """Where two lines say the same words, the alphabet decides, not the order of the file."""
    lines = [(("shots",), "injections"), (("shot",), "drinks"), ((), "nothing")]
    for phrases in (lines, lines[::-1]):
        assert PhraseBook.of(phrases).find(["shot"]) == [Phrase(0, 1, "drinks")]
        assert PhraseBook.of(phrases).find(["other"]) == []


@pytest.mark.parametrize(
    "phrases", [[], [(("metal", "work"), "hardware"), (("metal",), "metals"), (("shots",), "a jab")]]
)
def test_a_book_survives_the_cache(phrases: list[tuple[tuple[str, ...], str]]) -> None:
    """There and back, it finds the same."""
    book = PhraseBook.of(phrases)
    again = PhraseBook.from_plain(marshal.loads(marshal.dumps(book.to_plain())))  # noqa: S302 - made here
    assert again.to_plain() == book.to_plain()
    assert again.find(["metal", "work", "metal", "shot"]) == book.find(["metal", "work", "metal", "shot"])


def test_odd_meanings_and_very_long_phrases_survive_the_cache() -> None:
    """What an editor wrote over two lines, or as a whole page, must not stop the program from starting."""
    book = PhraseBook.of([(("a",), "two\nlines"), (("long",) * 300, "page")])
    again = PhraseBook.from_plain(book.to_plain())
    assert again.find(["a"]) == book.find(["a"]) == [Phrase(0, 1, "two lines")]
    assert again.find(["long"] * 300) == [Phrase(0, 300, "page")]
