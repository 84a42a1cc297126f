"""Unknown words to the nearest known ones, and the words that are left alone."""

from __future__ import annotations

import pytest

from chatbot.english import spelling
from chatbot.english.spelling import Repair, Speller, sound_of

KNOWN = {
    "surgery": 50,
    "hardware": 20,
    "screws": 10,
    "screw": 12,
    "nerve": 9,
    "back": 30,
    "pain": 40,
    "painful": 5,
    "sciatica": 8,
    "pseudarthrosis": 4,
    "epidural": 3,
    "scar": 6,
    "tissue": 6,
    "x2y": 9,
    "does": 7,
    "my": 20,
    "knee": 5,
    "rods": 5,
    "rode": 5,
    "roda": 1,
    "rodi": 1,
}


@pytest.fixture
def speller() -> Speller:
    return Speller(KNOWN, protected={"scan", "hardly", "pan"})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("surgry", "surgery"),
        ("sugrery", "surgery"),
        ("hardwear", "hardware"),
        ("epidurel", "epidural"),
        ("siatica", "sciatica"),
        ("nreve", "nerve"),
        ("nerv", "nerve"),
        ("pai", "pain"),
        ("bck", "back"),
        ("kurgery", "surgery"),
    ],
)
def test_a_misspelt_word_becomes_the_nearest_known_one(speller: Speller, written: str, meant: str) -> None:
    """Dropped, doubled, swapped and replaced letters are repaired, a first letter too."""
    first = speller.repair(written)[0]
    assert first.word == meant
    assert 0 < first.similarity < 1
    assert not first.is_split


@pytest.mark.parametrize(
    "written", ["scan", "hardly", "ro", "pan", "knw", "2020", "l4s1", "x2z", "", "zzzzzzzz", "plumber"]
)
def test_what_is_no_misspelling_is_left_alone(speller: Speller, written: str) -> None:
    """Ordinary words, numbers, short words, words with digits and words that nothing is near to."""
    assert speller.repair(written) == ()


def test_short_words_may_differ_by_one_letter_only(speller: Speller) -> None:
    """In a short word two changes make another word: "nevrr" is repaired, "navrr" is not."""
    assert speller.repair("nerfe")[0].word == "nerve"
    assert speller.repair("narfe") == ()


def test_two_changes_may_not_touch_the_first_letter(speller: Speller) -> None:
    """People nearly always get the first letter right: with two changes it has to be."""
    assert speller.repair("hardwaar")[0].word == "hardware"
    assert speller.repair("bardwaar") == ()


def test_equally_near_words_are_all_given_commonest_first_at_most_three() -> None:
    """Which of them is meant the rest of the question decides."""
    speller = Speller({"rods": 5, "rode": 9, "roda": 5, "rodi": 1})
    assert [repair.word for repair in speller.repair("rodx")] == ["rode", "roda", "rods"]


def test_words_farther_away_are_no_rivals(speller: Speller) -> None:
    """Only what is as near as the nearest is given."""
    assert [repair.word for repair in speller.repair("painfull")] == ["painful"]


@pytest.mark.parametrize(
    ("written", "halves"),
    [("backpain", ("back", "pain")), ("scartissue", ("scar", "tissue")), ("kneepain", ("knee", "pain"))],
)
def test_a_missing_space_gives_both_words(speller: Speller, written: str, halves: tuple[str, str]) -> None:
    """Two known words typed as one are two words again, where no single word is near."""
    assert speller.repair(written) == tuple(Repair(half, 0.9, is_split=True) for half in halves)


def test_of_two_splits_the_commoner_words_win() -> None:
    """Where a word can be cut in two ways, the way whose rarer half is commoner is taken."""
    speller = Speller({"scar": 5, "stissue": 1, "scars": 4, "tissue": 9})
    assert [half.word for half in speller.repair("scarstissue")] == ["scars", "tissue"]


def test_a_word_is_not_split_into_two_short_ones() -> None:
    """Little words stand everywhere: "many" is not "ma" and "ny"."""
    assert Speller({"an": 9, "my": 9, "the": 9, "tin": 9}).repair("thetin") == ()


@pytest.mark.parametrize("written", ["sudarthrohsiz", "soodarthrowsis"])
def test_a_word_written_as_it_sounds_is_found(speller: Speller, written: str) -> None:
    """Medical names are typed by ear: too many letters differ, but it sounds the same."""
    assert speller.repair(written) == (Repair("pseudarthrosis", 0.6),)


def test_a_short_word_is_not_judged_by_its_sound() -> None:
    """Two consonants sound like half of the language."""
    assert Speller({"cough": 3}).repair("kofa") == ()
    assert Speller({"nerves": 3}).repair("qqzzxx") == ()


def test_the_same_word_gives_the_same_repair_whatever_was_asked_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is remembered is bounded and never changes an answer."""
    monkeypatch.setattr(spelling, "_CACHE_LIMIT", 3)
    speller = Speller(KNOWN)
    words = ["surgry", "hardwear", "backpain", "zzzzzzzz", "sudarthrohsiz"] * 2
    assert [speller.repair(word) for word in words] == [Speller(KNOWN).repair(word) for word in words]
    assert len(speller._found) <= 3


def test_the_order_of_known_words_changes_nothing() -> None:
    """Ties are broken by count and alphabet, never by the order of a file."""
    backwards = Speller(dict(reversed(KNOWN.items())))
    for word in ("rodz", "surgry", "backpain", "sudarthrohsiz"):
        assert backwards.repair(word) == Speller(KNOWN).repair(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pseudarthrosis", "sudarthrosis"),
        ("physical", "fizikal"),
        ("knife", "nife"),
        ("wrong", "rong"),
        ("fusion", "fution"),
        ("injection", "injecshon"),
        ("arthritis", "arthrytis"),
        ("sciatica", "syatika"),
    ],
)
def test_words_that_sound_alike_have_the_same_key(one: str, other: str) -> None:
    """Letters are written in many ways; what is heard is compared."""
    assert sound_of(one) == sound_of(other)


def test_words_that_sound_unlike_have_different_keys() -> None:
    """The key keeps the consonants in their order, and whether a vowel comes first."""
    assert len({sound_of(word) for word in ("nerve", "surgery", "screw", "fusion", "implant", "mplant")}) == 6


@pytest.mark.parametrize("word", ["zardware", "hhardware", "ardware", "ahrdware"])
def test_a_slip_at_the_first_letter_is_repaired_like_any_other(speller: Speller, word: str) -> None:
    assert [repair.word for repair in speller.repair(word)] == ["hardware"]


def test_two_slips_are_only_repaired_behind_the_right_first_letter(speller: Speller) -> None:
    assert [repair.word for repair in speller.repair("hadwarre")] == ["hardware"]
    assert speller.repair("zadware") == ()


def test_a_word_is_repaired_the_same_again_and_after_it_was_forgotten() -> None:
    """What was found is remembered; forgetting it changes no repair."""
    speller = Speller({"screws": 3, "nerve": 2})
    first = speller.repair("skrews")
    assert first
    assert speller.repair("skrews") == first
    speller.forget_words()
    assert speller.repair("skrews") == first
