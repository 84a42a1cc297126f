"""A question's words to ranked entries: how words are read, and what they add up to."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

import pytest

from chatbot.english.spelling import Repair, Speller
from chatbot.matching import evidence, nearness, ranking, refining, word_reader
from chatbot.matching.counting import build_index
from chatbot.matching.features import PhraseBook
from chatbot.matching.index import DECOYS, Index
from chatbot.matching.ranking import CANDIDATES, Background, Ranker
from chatbot.matching.word_reader import ReadWord
from tests.support.slow_matching import candidates_of, score_slowly, tables_of

TEXTS = {
    "common": ["how common is lasting pain", "how many people hurt", "is it rare"],
    "hardware": ["can the screws come out", "loose screws", "the metal work hurts", "take the rods out"],
    "nerve": ["is a nerve pinched", "nerve pain in the leg", "burning leg"],
    "scar": ["what is scar tissue", "does scar tissue hurt", "scars on a nerve"],
    "therapy": ["does therapy help", "can a therapist help my pain", "exercise"],
    "test": ["which test finds the cause", "what does a scan show"],
    DECOYS: ["can my dog swim", "how common is rain", "is my cat ill"],
}
WORDINGS = {entry: [tuple(text.split()) for text in texts] for entry, texts in TEXTS.items()}
BOOK = PhraseBook.of(
    [
        (("metal", "work"), "hardware"),
        (("screws",), "hardware"),
        (("bolts",), "hardware"),
        (("it", "burns"), "heat"),
    ]
)
FAMILIAR = {"vertebra"}


def ranker_of(wordings: dict[str, list[tuple[str, ...]]] = WORDINGS) -> Ranker:
    index = build_index(wordings, BOOK)
    return Ranker(index, BOOK, Speller(index.word_counts), FAMILIAR)


@pytest.fixture(params=["lists", "arrays"])
def ranker(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Ranker:
    """A ranker that computes with lists, as for small bases, or with arrays, as for large ones."""
    if request.param == "arrays":
        monkeypatch.setattr(evidence, "DENSE_ENTRIES", 3)
    return ranker_of()


def entries_of(ranker: Ranker, text: str, background: Background = ranking.NO_BACKGROUND) -> list[str]:
    return [match.entry for match in ranker.rank(text.split(), background).matches]


# -- reading


def test_known_words_are_read_as_they_stand(ranker: Ranker) -> None:
    """A word of any wording needs no repair and no lexicon; one that only the decoys use is known as outside."""
    assert ranker.reader.read(["screws", "rain"]) == [
        ReadWord("screws", "known", ()),
        ReadWord("rain", "outside", ()),
    ]


def test_another_form_of_a_known_word_is_as_known(ranker: Ranker) -> None:
    """Whether the base or only what is outside has the word."""
    read = ranker.reader.read(["burned", "swimming"])
    assert [word.status for word in read] == ["known", "outside"]


def test_words_of_a_lexicon_phrase_are_not_repaired(ranker: Ranker) -> None:
    """ "Bolts" stand for the hardware, not for the nearest word; a phrase for what no wording has is no help."""
    assert ranker.reader.read(["bolts"]) == [ReadWord("bolts", "lexicon", ())]
    assert ranker.reader.read(["burns"])[0].status != "lexicon"


def test_misspelt_words_are_repaired_and_joined_ones_parted(ranker: Ranker) -> None:
    """Rivals are kept; the halves of "legpain" are two words."""
    assert ranker.reader.read(["tisue"]) == [ReadWord("tisue", "repaired", (Repair("tissue", 0.8),))]
    assert [word.repairs[0].word for word in ranker.reader.read(["legpain"])] == ["leg", "pain"]


def test_words_of_the_answers_are_familiar_and_others_unknown(ranker: Ranker) -> None:
    """A word that only the answers use speaks for nothing, but not against the question either."""
    assert [word.status for word in ranker.reader.read(["vertebra", "xylophone"])] == ["familiar", "unknown"]


# -- ranking


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("does my scar hurt", "scar"),
        ("can you take the screws out", "hardware"),
        ("bolts", "hardware"),
        ("metal work", "hardware"),
        ("how many have lasting pain", "common"),
        ("what scan finds it", "test"),
        ("nreve pian in my leg", "nerve"),
    ],
)
def test_the_entry_that_shares_most_comes_first(ranker: Ranker, text: str, entry: str) -> None:
    """Stems, neighbours, concepts and pieces of words add up to the entry that was meant."""
    assert entries_of(ranker, text)[0] == entry


def test_at_most_four_matches_best_first_and_no_decoys_among_them(ranker: Ranker) -> None:
    """What is outside is a number beside the matches, never a match."""
    found = ranker.rank("can my dog swim".split())
    assert len(found.matches) == CANDIDATES
    assert [match.score for match in found.matches] == sorted((m.score for m in found.matches), reverse=True)
    assert DECOYS not in [match.entry for match in found.matches]
    assert found.outside > found.matches[0].score


def test_without_decoys_nothing_is_outside() -> None:
    """A base need not say what it does not cover."""
    inside = {entry: texts for entry, texts in WORDINGS.items() if entry != DECOYS}
    assert ranker_of(inside).rank(["screws"]).outside == 0.0


@pytest.mark.parametrize("words", [[], ["screws"]])
def test_no_words_or_no_entries_no_matches(words: list[str]) -> None:
    """Nothing to go by is no error."""
    empty = ranker_of({}).rank(words)
    assert (empty.matches, empty.outside, empty.coverage) == ((), 0.0, 0.0)
    assert ranker_of().rank([]).matches == ()
    assert len(empty.words) == len(words)


def test_fewer_entries_than_candidates_are_all_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A base may be as small as it likes, on either path."""
    few = {entry: WORDINGS[entry] for entry in ("scar", "nerve", DECOYS)}
    for dense in (500, 1):
        monkeypatch.setattr(evidence, "DENSE_ENTRIES", dense)
        assert {match.entry for match in ranker_of(few).rank(["tissue"]).matches} == {"scar", "nerve"}


@pytest.mark.parametrize("most", [3, 500])
def test_equal_scores_are_ordered_by_id(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the alphabet decides between equals, however many there are."""
    monkeypatch.setattr(refining, "MOST_CELLS", 0)  # refining would favour one of two that say the same
    monkeypatch.setattr(evidence, "DENSE_ENTRIES", most)
    same = {f"e{number:02}": [("same", "words")] for number in range(40)}
    for wordings in (same, dict(reversed(same.items()))):
        assert entries_of(ranker_of(wordings), "same words") == ["e00", "e01", "e02", "e03"]
        assert entries_of(ranker_of(wordings), "xylophone") == ["e00", "e01", "e02", "e03"]


def test_strange_words_make_every_score_smaller(ranker: Ranker) -> None:
    """A question full of words that nobody used can be sure of no entry."""
    plain = ranker.rank(["screws"])
    strange = ranker.rank(["screws", "xylophone"])
    assert strange.matches[0].score < plain.matches[0].score
    assert strange.coverage < plain.coverage == 1.0


def test_words_of_the_answers_cost_less_than_strange_ones(ranker: Ranker) -> None:
    """Patients who read an answer use its words."""
    familiar, strange = (ranker.rank(["screws", word]).matches[0].score for word in ("vertebra", "xylophon"))
    assert strange < familiar


def test_a_repaired_word_counts_less_than_a_known_one(ranker: Ranker) -> None:
    """The farther a word is from what is known, the less sure it is."""
    right, wrong = (ranker.rank(["scar", word]).matches[0].score for word in ("tissue", "tisue"))
    assert wrong < right


def test_a_word_said_twice_counts_once(ranker: Ranker) -> None:
    """Repeating a word does not make it mean more, apart from the words it stands beside."""
    once, twice = ranker.rank(["screws"]), ranker.rank(["screws", "screws"])
    assert twice.matches[0].evidence <= once.matches[0].evidence


def test_the_concepts_that_were_used_are_told_once_each(ranker: Ranker) -> None:
    """Staff see which lexicon lines a question met."""
    assert ranker.rank("screws or bolts or metal work".split()).concepts == ("hardware",)


def test_coverage_is_the_share_of_what_is_known(ranker: Ranker) -> None:
    """Lexicon words are known, strange ones are not; repaired ones are as far as they are alike."""
    assert ranker.rank(["bolts"]).coverage == 1.0
    assert ranker.rank(["xylophone"]).coverage == 0.0
    assert 0 < ranker.rank(["tisue"]).coverage < 1


# -- background


def test_the_topics_words_lend_a_fragment_meaning(ranker: Ranker) -> None:
    """After a talk on nerves, "is it in the leg" speaks of nerves; words that no wording has add nothing."""
    plain = ranker.rank(["help"])
    leaning = ranker.rank(["help"], Background(words=("scar", "tissue", "xylophone")))
    scores = [{match.entry: match.evidence for match in found.matches} for found in (plain, leaning)]
    assert scores[1]["scar"] > scores[0].get("scar", -9)


def test_what_is_related_to_the_topic_comes_sooner_and_the_topic_later(ranker: Ranker) -> None:
    """A follow-up asks about something near, seldom the same again; ids that are not there are no harm."""
    before = {match.entry: match.score for match in ranker.rank("does it hurt".split()).matches}
    background = Background(topic="scar", related=("therapy", "nowhere", "~", "zzz"))
    after = {match.entry: match.score for match in ranker.rank("does it hurt".split(), background).matches}
    assert after["scar"] == pytest.approx(before["scar"] - ranking.TOPIC_MALUS, abs=1e-5)
    assert "therapy" in after
    assert "nowhere" not in after
    assert "~" not in after


def test_related_entries_need_no_decoys() -> None:
    """The last entry can be related where there are no decoys after it."""
    inside = {entry: texts for entry, texts in WORDINGS.items() if entry != DECOYS}
    found = entries_of(ranker_of(inside), "leg", Background(related=("therapy",)))
    assert "therapy" in found


# -- the slow, obvious reference


@pytest.mark.parametrize(
    "text",
    [
        "does my scar hurt",
        "screws screw bolts",
        "tisue or nreve",
        "legpain and vertebra",
        "xylophone",
        "metal work",
        "hurtz",
    ],
)
@pytest.mark.parametrize(
    "background", [Background(), Background("scar", ("nerve", "leg"), ("nerve", "therapy"))]
)
def test_scores_equal_the_slow_reference(ranker: Ranker, text: str, background: Background) -> None:
    """Every score, nearness and evidence is what plain dictionaries give, and so is the best of the candidates."""
    found = ranker.rank(text.split(), background)
    slow = score_slowly(
        tables_of(ranker._index, WORDINGS, BOOK), BOOK, ranker.reader.read(text.split()), background
    )
    for match in found.matches:
        assert match[1:] == pytest.approx(slow[match.entry], abs=1e-5)
    assert found.outside == pytest.approx(slow[DECOYS].score, abs=1e-5)
    best = max(candidates_of(slow, background.related), key=lambda entry: slow[entry].score)
    assert slow[best].score == pytest.approx(slow[found.matches[0].entry].score, abs=1e-5)


def test_a_feature_of_very_many_wordings_tells_none_of_them_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an entry's wordings nearly all have is not followed to each of them: nearness is without it."""
    monkeypatch.setattr(nearness, "most_telling", lambda wordings: 2)
    wordings = {"scar": [("scar", str(number)) for number in range(4)], "leg": [("leg", "pain")]}
    ranker = ranker_of(wordings)
    assert ranker.rank(["scar"]).matches[0] == ("scar", *ranker.rank(["scar"]).matches[0][1:])
    near = {match.entry: match.nearness for match in ranker.rank(["scar"]).matches}
    assert near["scar"] == 0.0


# -- caches


QUESTIONS = ["does my scar hurt", "loose screws", "nreve pain", "xylophone test", "does my scar hurt"]


@pytest.mark.parametrize("module", [word_reader, evidence, nearness])
def test_a_full_memory_changes_no_answer(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thousandth question is answered like the first."""
    fresh = [ranker_of().rank(text.split()) for text in QUESTIONS]
    monkeypatch.setattr(module, "_MOST_REMEMBERED", 3)
    forgetful = ranker_of()
    assert [forgetful.rank(text.split()) for text in QUESTIONS] == fresh


def test_what_is_remembered_of_questions_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kiosk runs for months."""
    for module in (word_reader, evidence, nearness):
        monkeypatch.setattr(module, "_MOST_REMEMBERED", 3)
    busy, alone = ranker_of(), ranker_of()
    for text in QUESTIONS:
        busy.rank(text.split())
    alone.rank(QUESTIONS[-1].split())
    assert len(busy.reader._alone) <= 3
    assert len(busy._evidence._words) <= 3
    # Places are counted, and a question is looked up whole: one small one may have been there before it.
    assert len(busy._nearness._all_uses) <= len(alone._nearness._all_uses) + 3


def test_threads_that_share_a_full_memory_rank_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """One thread may find the memory full and start anew while another still reads what it looked up."""
    questions = [text.split() for text in ("does my scar hurt", "loose screws", "nerve pain", "is it common")]
    fresh = [ranker_of().rank(words) for words in questions]
    monkeypatch.setattr(nearness, "_MOST_REMEMBERED", 1)
    shared = ranker_of()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(6) as pool:
            ranked = list(pool.map(shared.rank, questions * 150))
    finally:
        sys.setswitchinterval(interval)
    assert all(found == fresh[place % len(fresh)] for place, found in enumerate(ranked))


def test_words_whose_rows_were_kept_rank_as_before(ranker: Ranker) -> None:
    """What known words say is added up once, when a base is compiled; nothing is kept for bases of many entries."""
    kept = ranker._evidence.rows_of_words()
    again = Ranker(ranker._index, BOOK, Speller(ranker._index.word_counts), FAMILIAR, kept)
    assert ("scar" in kept) is not ranker._evidence.is_dense
    slow = {match.entry: match.score for match in ranker.rank("does my scar hurt".split()).matches}
    fast = {match.entry: match.score for match in again.rank("does my scar hurt".split()).matches}
    assert fast == pytest.approx(slow, abs=1e-5)


def test_an_index_that_was_kept_ranks_as_before(ranker: Ranker) -> None:
    """Arrays that were read from a cache are the same arrays."""
    index = Index.from_plain(ranker._index.to_plain())
    again = Ranker(index, BOOK, Speller(index.word_counts), FAMILIAR)
    assert again.rank("does my scar hurt".split()) == ranker.rank("does my scar hurt".split())
