"""A knowledge base's questions, ready to be asked: courtesy, exact wordings, misheard phrases, confidence."""

from __future__ import annotations

import marshal
from collections.abc import Sequence

import pytest

from chatbot.matching import (
    Background,
    Matched,
    Matcher,
    WordLists,
    calibration,
    compiling,
    matcher,
    sampling,
)
from chatbot.matching.elsewhere import LEAST_SURE
from chatbot.matching.matcher import EXACT_CONFIDENCE, LONGEST_RANKED_WORDS
from tests.support.slow_matching import tables_of

TEXTS = {
    "common": "how common is lasting pain|how many people hurt|is it rare|what share of people hurt|is pain common",
    "hardware": "can the screws come out|loose screws|the metal work hurts|take the rods out|broken rod",
    "nerve": "is a nerve pinched|nerve pain in the leg|burning leg|nerve damage|a trapped nerve|why does my leg burn",
    "nonunion": "pseudarthrosis|what is pseudarthrosis|the bone did not knit|it did not fuse|failed to fuse",
    "scar": "what is scar tissue|does scar tissue hurt|scars on a nerve|scar pain|too much scar tissue|scarring",
}
DECOYS = (
    "can my dog swim|how common is rain|is my cat ill|what time is it|sing a song|how far is the moon|who won"
)


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def built(texts: dict[str, str] = TEXTS, decoys: str = DECOYS, turn: int = 1) -> Matcher:
    """Build a matcher; `turn` -1 hands everything over in the opposite order."""
    return Matcher.build(
        {entry: [words(text) for text in texts[entry].split("|")][::turn] for entry in list(texts)[::turn]},
        decoys=[words(text) for text in decoys.split("|")][::turn] if decoys else [],
        lists=WordLists(
            phrases=[(words(said), "metal") for said in ("hardware", "metal work", "bolts")][::turn],
            spellings=[
                (words("sudo arthritis"), words("pseudarthrosis")),
                (words("noun union"), words("not fuse")),
            ][::turn],
            protected={"scan", "plate"},
            familiar={"vertebra"},
        ),
    )


@pytest.fixture(scope="module")
def base() -> Matcher:
    return built()


def test_the_latest_matches_are_remembered_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words before the same background are matched once; only a few are kept, and forgotten on demand."""
    monkeypatch.setattr(matcher, "_MOST_REMEMBERED", 2)
    base, around = built(), Background("scar", ("scar",))
    first = base.match(words("is pain common"))
    assert base.match(words("is pain common")) is first
    assert base.match(words("is pain common"), around) is not first
    base.match(words("loose screws"))
    assert len(base._latest) == 1
    assert base.match(words("is pain common")) == first
    base.forget_words()
    assert not base._latest


def test_the_words_that_are_matched_can_be_had_without_matching(base: Matcher) -> None:
    """Courtesy set aside, misheard phrases as they are meant, long questions cut: as `match` tells them."""
    for text in ("hello there what is sudo arthritis please", "is pain common", " ".join(["screws"] * 200)):
        assert base.core(words(text)) == base.match(words(text)).words


def test_a_wording_of_the_base_is_answered_by_its_own_entry(base: Matcher) -> None:
    """What an editor wrote down as a question is never answered by another entry, with courtesy or without."""
    for entry, texts in TEXTS.items():
        for text in texts.split("|"):
            for dressed in (text, f"hello there {text} please", f"can you tell me {text}"):
                found = base.match(words(dressed))
                assert (found.entry, found.is_exact) == (entry, True)
                assert found.confidence >= EXACT_CONFIDENCE


def test_of_two_entries_with_the_same_wording_the_first_by_id_has_it() -> None:
    """A doubled wording is a mistake that check tells of; until then it is answered the same every time."""
    doubled = TEXTS | {"again": "how common is lasting pain|again and again"}
    for turn in (1, -1):
        assert built(doubled, turn=turn).match(words("how common is lasting pain")).entry == "again"


def test_a_question_in_other_words_is_not_exact(base: Matcher) -> None:
    """It has the confidence that the curve gives it, one for each match, best first."""
    found = base.match(words("is scar tissue painful"))
    assert (found.entry, found.is_exact) == ("scar", False)
    assert len(found.confidences) == len(found.ranking.matches)
    assert found.confidences == tuple(sorted(found.confidences, reverse=True))
    assert all(0 < chance < 1 for chance in found.confidences)


def test_an_exact_wording_that_ranking_would_put_second_comes_first(
    base: Matcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The editor's word counts for more than the sums, and the rest keeps its order and its confidence."""
    ranking = base._ranker.rank(words("does scar tissue hurt"))
    turned = ranking._replace(matches=ranking.matches[::-1])
    monkeypatch.setattr(base._ranker, "rank", lambda words, background: turned)
    found = base.match(words("does scar tissue hurt"))
    assert [match.entry for match in found.ranking.matches] == [
        "scar",
        *[match.entry for match in turned.matches if match.entry != "scar"],
    ]
    assert found.is_exact


def test_an_exact_wording_that_is_no_candidate_is_not_called_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ranking has not seen cannot be put first."""
    base = built()
    ranking = base._ranker.rank(words("does scar tissue hurt"))
    others = ranking._replace(matches=tuple(match for match in ranking.matches if match.entry != "scar"))
    monkeypatch.setattr(base._ranker, "rank", lambda words, background: others)
    assert not base.match(words("does scar tissue hurt")).is_exact


def test_misheard_phrases_are_written_as_they_are_meant(base: Matcher) -> None:
    """Two words that a telephone heard are one word of the guide, wherever they stand."""
    assert base.match(words("sudo arthritis")).is_exact
    found = base.match(words("is sudo arthritis a noun union or what"))
    assert found.words == words("is pseudarthrosis a not fuse or what")
    assert found.respelt == (("sudo arthritis", "pseudarthrosis"), ("noun union", "not fuse"))
    assert base.match(words("sudo arthritis")).respelt == (("sudo arthritis", "pseudarthrosis"),)
    unchanged = base.match(words("sudo pain noun"))
    assert (unchanged.words, unchanged.respelt) == (words("sudo pain noun"), ())


def test_courtesy_is_set_aside(base: Matcher) -> None:
    """The words that are ranked are the question's own."""
    assert base.match(words("good morning doctor is scar tissue bad thank you")).words == words(
        "is scar tissue bad"
    )


def test_very_long_messages_are_cut(base: Matcher) -> None:
    """What is ranked has an end."""
    assert len(base.match(words("scar " * 500)).words) == LONGEST_RANKED_WORDS


@pytest.mark.parametrize("text", ["", "hello", "qwertyuiop"])
def test_nothing_to_go_by_is_sure_of_nothing(base: Matcher, text: str) -> None:
    """No words and strange words match with little confidence or not at all."""
    found = base.match(words(text))
    assert found.confidence < 0.5
    assert not found.is_exact


def test_nothing_matched_has_no_entry_and_no_confidence() -> None:
    """An empty base says so."""
    found = Matcher.build({}).match(["scar"])
    assert (found.entry, found.confidence, found.confidences) == ("", 0.0, ())


def test_context_lends_a_fragment_meaning(base: Matcher) -> None:
    """What was talked about counts."""
    near = Background(topic="common", words=("nerve",), related=("nerve",))
    assert base.match(words("does it burn"), near).entry == "nerve"


def test_known_are_the_words_of_wordings_and_answers(base: Matcher) -> None:
    """A glossary may leave out what a patient does not see."""
    assert base.knows("scar")
    assert base.knows("vertebra")
    assert not base.knows("plate")


def test_the_order_of_everything_changes_nothing() -> None:
    """Entries, wordings, decoys, phrases and spellings in any order make the same matcher."""
    assert built(turn=-1).to_plain() == built().to_plain()


def asked(base: Matcher) -> list[Matched]:
    texts = [
        "is scar tissue painful",
        "bolts",
        "sudo arthritis hurts",
        "vertebra screwz",
        "can my dog swim",
        "scan",
    ]
    return [base.match(words(text)) for text in texts]


def test_a_matcher_survives_the_cache(base: Matcher) -> None:
    """There and back through plain bytes, it answers the same, and packs to the same again."""
    plain = base.to_plain()
    again = Matcher.from_plain(marshal.loads(marshal.dumps(plain)))  # noqa: S302 - made on the line itself
    assert asked(again) == asked(base)
    assert again.to_plain() == plain


@pytest.mark.parametrize("texts", [{}, {"only": "one wording"}, {"one": "a b|c d", "two": "e f"}])
def test_a_tiny_matcher_survives_the_cache_too(texts: dict[str, str]) -> None:
    """A base may have nothing in it, no decoys, no phrases, no spellings."""
    base = Matcher.build({entry: [words(text) for text in line.split("|")] for entry, line in texts.items()})
    again = Matcher.from_plain(marshal.loads(marshal.dumps(base.to_plain())))  # noqa: S302 - as above
    assert asked(again) == asked(base)
    assert again.match(["one", "wording"]) == base.match(["one", "wording"])


def test_confidence_is_fitted_to_wordings_that_its_index_has_not_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every fifth wording of each entry, and the decoys, are asked of an index of the others."""
    samples: list[Sequence[tuple[Sequence[float], bool]]] = []
    monkeypatch.setattr(
        compiling, "fit", lambda found: (samples.append(found), calibration.Calibration((0.0,) * 7))[1]
    )
    built()
    assert len(samples[0]) == len(TEXTS) + 1
    assert all(right in (True, False) for _, right in samples[0])
    monkeypatch.setattr(sampling, "_MOST_SAMPLES", 5)
    built()
    assert len(samples[1]) < len(samples[0])


def test_decoys_alone_are_fitted_to_nothing() -> None:
    """A base that knows only what it does not cover answers nothing, and is no mistake."""
    found = built({}).match(words("can my dog swim"))
    assert (found.entry, found.is_exact) == ("", False)


def test_the_index_is_of_all_wordings(base: Matcher) -> None:
    """What was left out to fit the curve is in the index that answers."""
    texts = {entry: [words(text) for text in line.split("|")] for entry, line in TEXTS.items()}
    texts["~"] = [words(text) for text in DECOYS.split("|")]
    tables = tables_of(base._compiled.wordings, texts, base._compiled.phrases)
    assert sum(len(found) for found in tables.wordings.values()) == len(
        base._compiled.wordings.wording_scales
    )


@pytest.mark.parametrize(
    "limit", ["chatbot.matching.matcher.DENSE_ENTRIES", "chatbot.matching.nearness._MOST_REMEMBERED"]
)
def test_unpacking_changes_no_answer_and_a_large_base_stays_packed(
    base: Matcher, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """A program that answers many questions looks everything up ahead, where that is not too much."""
    asked = [words("can the rods come out"), words("why does it burn"), words("is a scar rare")]
    before = [base.match(question) for question in asked]
    unpacked = Matcher.from_plain(base.to_plain())
    unpacked.unpack()
    assert [unpacked.match(question) for question in asked] == before
    monkeypatch.setattr(limit, 1)
    large = Matcher.from_plain(base.to_plain())
    large.unpack()
    assert [large.match(question) for question in asked] == before


def test_a_word_names_the_entries_that_it_speaks_for(base: Matcher) -> None:
    """The one that has it in its wordings; small words that all have and unknown ones name none."""
    for entry, texts in TEXTS.items():
        own = {word for word in texts.replace("|", " ").split() if base.named_by(word)[:1] == (entry,)}
        assert own, entry
    assert base.named_by("xylophone") == ()


def test_a_large_base_names_its_entries_the_same_way() -> None:
    """With arrays for rows; what is remembered of words is bounded and can be forgotten."""
    many = {
        f"entry{number:04}": f"what is thing{number} for|tell me of thing{number}" for number in range(520)
    }
    large = built(many, "")
    assert large.named_by("thing77") == ("entry0077",)
    large.forget_words()
    assert large.named_by("thing77") == ("entry0077",)


def test_what_is_remembered_of_words_that_name_entries_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """And changes nothing."""
    words_of_all = sorted({word for texts in TEXTS.values() for word in texts.replace("|", " ").split()})
    usual = built()
    monkeypatch.setattr("chatbot.matching.evidence._MOST_REMEMBERED", 1)
    forgetful = built()
    assert [forgetful.named_by(word) for word in words_of_all] == [
        usual.named_by(word) for word in words_of_all
    ]
    assert len(forgetful._ranker._evidence._named) == 1


def test_which_wordings_the_curve_is_fitted_to_is_not_changed_by_one_that_is_added() -> None:
    """Else questions near the threshold come out otherwise that have nothing to do with it."""
    texts = [tuple(text.split()) for line in TEXTS.values() for text in line.split("|")]
    added = sorted([*texts, ("anything", "else")], key=sampling._lot)
    assert [text for text in added if text != ("anything", "else")] == sorted(texts, key=sampling._lot)


def test_a_decoy_word_for_word_is_nothing_of_the_base() -> None:
    """Whoever adds a decoy finds it refused, however much it is like a wording; a wording stays one beside it."""
    matcher = built(decoys=DECOYS + "|how common is lasting pain in dogs|loose screws")
    dogs = matcher.match(words("how common is lasting pain in dogs"))
    assert dogs.entry == "common"
    assert dogs.confidence <= LEAST_SURE
    assert dogs.elsewhere == ("how common is lasting pain in dogs",)
    assert not matcher.is_wording(words("how common is lasting pain in dogs"))
    assert matcher.match(words("loose screws")).is_exact
