"""The measurements measure what they say, on examples small enough to count by hand."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rapidfuzz.distance import OSA

from benchmarks import chart, counting, datasets, large, matching, report
from benchmarks.counting import Verdict, judge
from benchmarks.datasets import BUILT_IN, Data, misspell, neighbours
from benchmarks.measuring import Figures, microseconds
from benchmarks.peers import KINDS, Ours, RapidFuzz, missing, scope_of
from benchmarks.results import Row, Store
from chatbot.matching import Matched
from chatbot.matching.ranking import Ranking

QUESTIONS = (
    "how long does the pain last after a fusion",
    "Can the screws be TAKEN out?",
    "scar tissue",
    "MRI",
    "",
)
FIGURES = Figures(0.9, 0.95, None, 0.8, 250.0, 900.0, 12.0, 0.02, 0.4)
INFORMING = frozenset({"scar-tissue", "nerve-damage"})


def reply(kind: str, told: tuple[str, ...] = (), offered: tuple[str, ...] = ()) -> dict:
    return {
        "kind": kind,
        "answers": [{"entry": entry} for entry in told],
        "suggestions": [{"entry": entry} for entry in offered],
    }


# --- typing mistakes


@pytest.mark.parametrize("text", QUESTIONS)
def test_the_same_question_gets_the_same_typos_every_time(text: str) -> None:
    assert misspell(text) == misspell(text)


def test_typos_are_the_same_on_every_machine() -> None:
    """Figures of two machines or two days are about the same questions."""
    assert [misspell(text) for text in QUESTIONS[:3]] == [
        "how lnog does the pain last after a ufsion",
        "Can the crews be AKEN out?",
        "scr tissuee",
    ]


def test_another_seed_makes_other_typos() -> None:
    assert len({misspell(QUESTIONS[0], seed=seed) for seed in range(20)}) > 15


@pytest.mark.parametrize("typos", [1, 2])
def test_a_question_gets_as_many_slips_as_asked_for(typos: int) -> None:
    for seed in range(300):
        text = "how long does the pain last after a fusion"
        assert OSA.distance(text, misspell(text, typos, seed)) == typos


def test_two_typos_hit_two_words_where_there_are_two() -> None:
    for seed in range(300):
        words = zip(["scar", "tissue"], misspell("scar tissue", 2, seed).split(), strict=True)
        assert all(before != after for before, after in words)


def test_short_words_are_never_misspelt() -> None:
    assert misspell("is it ok to be in bed") == "is it ok to be in bed"


def test_keys_beside_each_other_are_neighbours_both_ways_and_keep_their_case() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    assert set(neighbours("g")) == set("ftyhbv")
    assert neighbours("G") == [letter.upper() for letter in neighbours("g")]
    assert all(letter in neighbours(other) for letter in letters for other in neighbours(letter))


# --- verdicts


def test_the_first_answer_decides_whether_a_reply_is_right() -> None:
    expect = frozenset({"scar-tissue"})
    assert judge(reply("answer", ("scar-tissue", "nerve-damage")), expect, INFORMING) == Verdict(
        is_right=True, is_helped=True, is_wrong=False, can_inform=True, is_informed=True
    )
    assert judge(reply("answer", ("nerve-damage", "scar-tissue")), expect, INFORMING) == Verdict(
        is_right=False, is_helped=False, is_wrong=True, can_inform=True, is_informed=True
    )


def test_the_right_entry_among_the_choices_helps_and_is_not_wrong() -> None:
    found = judge(reply("clarify", offered=("scar-tissue",)), frozenset({"scar-tissue"}), INFORMING)
    assert found == Verdict(is_right=False, is_helped=True, is_wrong=False, can_inform=True)


def test_suggestions_after_an_answer_or_a_refusal_help_nobody() -> None:
    for kind in ("answer", "unknown"):
        told = ("nerve-damage",) if kind == "answer" else ()
        found = judge(reply(kind, told, ("scar-tissue",)), frozenset({"scar-tissue"}), INFORMING)
        assert not found.is_helped


def test_a_hand_off_informs_nobody() -> None:
    expect = frozenset({"personal-advice", "scar-tissue"})
    found = judge(reply("handoff", ("personal-advice",)), expect, INFORMING)
    assert (found.is_right, found.can_inform, found.is_informed) == (True, True, False)


@pytest.mark.parametrize(
    ("answer", "right", "helped", "wrong"),
    [
        (reply("unknown"), True, True, False),
        (reply("handoff", ("other-treatments",)), True, True, False),
        (reply("clarify", offered=("scar-tissue",)), False, True, False),
        (reply("answer", ("scar-tissue",)), False, False, True),
        (reply("smalltalk", ("greeting",)), False, False, False),
    ],
)
def test_an_out_of_scope_question_is_to_be_declined(
    answer: dict, right: bool, helped: bool, wrong: bool
) -> None:
    found = judge(answer, frozenset({"out-of-scope"}), INFORMING)
    assert found[:3] == (right, helped, wrong)


def test_a_vague_question_is_to_be_asked_back() -> None:
    expect = frozenset({"clarify"})
    assert judge(reply("clarify", offered=("scar-tissue",)), expect, INFORMING).is_right
    assert judge(reply("answer", ("scar-tissue",)), expect, INFORMING).is_wrong


def test_two_questions_are_right_when_both_are_answered() -> None:
    parts = [["scar-tissue"], ["nerve-damage", "how-common"]]
    both = counting.judge_double(reply("answer", ("scar-tissue", "how-common")), parts)
    one = counting.judge_double(reply("answer", ("scar-tissue",)), parts)
    assert (both.is_right, both.is_helped) == (True, True)
    assert (one.is_right, one.is_helped) == (False, True)


def test_a_part_that_is_outside_is_met_when_nobody_claims_to_answer_it() -> None:
    parts = [["scar-tissue"], ["out-of-scope"]]
    assert counting.judge_double(reply("answer", ("scar-tissue",)), parts).is_right
    assert not counting.judge_double(reply("answer", ("scar-tissue", "imaging")), parts).is_right
    assert counting.kind_of({"q": "?", "expect_all": parts}) == "double, one outside"


def test_shares_are_of_all_verdicts_and_informed_of_those_that_could() -> None:
    verdicts = [
        Verdict(is_right=True, is_helped=True, is_wrong=False, can_inform=True, is_informed=True),
        Verdict(is_right=False, is_helped=True, is_wrong=False, can_inform=True),
        Verdict(is_right=False, is_helped=False, is_wrong=True),
        Verdict(is_right=True, is_helped=True, is_wrong=False),
    ]
    assert counting.count(verdicts) == (4, 0.5, 0.75, 0.25, 0.5)
    assert counting.count([]).informed is None


def test_kinds_follow_from_the_labels_where_none_is_written() -> None:
    assert counting.kind_of({"q": "?", "expect": ["out-of-scope"]}) == "out-of-scope"
    assert counting.kind_of({"q": "?", "expect": "scar-tissue"}) == "in-scope"
    assert counting.kind_of({"q": "?", "expect_all": [["a"], ["b"]]}) == "double"
    assert counting.kind_of({"turns": []}) == "dialogue"
    assert counting.is_in_scope({"q": "?", "expect": ["a", "out-of-scope"], "kind": "paraphrase"})
    assert not counting.is_in_scope({"q": "?", "expect": ["out-of-scope"]})


# --- measures over scores


def test_auroc_is_the_chance_that_a_question_in_scope_scores_higher() -> None:
    assert counting.auroc([3.0, 2.0], [1.0, 0.0]) == 1.0
    assert counting.auroc([1.0], [1.0]) == 0.5
    assert counting.auroc([2.0, 0.0], [1.0]) == 0.5
    assert counting.auroc([], [1.0]) == 0.0


def test_refusal_is_counted_where_the_asked_share_is_kept() -> None:
    inside = [number / 100 for number in range(100)]
    assert counting.refused_at(inside, [0.01, 0.04, 0.06, 0.9]) == 0.5
    assert counting.refused_at([], [0.1]) == 0.0


def test_reliability_sets_confidence_beside_what_was_right() -> None:
    rows = counting.reliability([(0.82, True), (0.88, False), (1.0, True), (0.05, False)])
    assert [(round(row.low, 1), row.n, round(row.confidence, 2), row.right) for row in rows] == [
        (0.0, 1, 0.05, 0.0),
        (0.8, 2, 0.85, 0.5),
        (0.9, 1, 1.0, 1.0),
    ]


def test_percentiles() -> None:
    assert counting.percentile(list(range(100)), 0.99) == 99
    assert counting.percentile([5.0, 1.0, 3.0], 0.5) == 3.0
    assert counting.percentile([], 0.5) == 0.0


# --- sets and peers


SMALL = Data(
    "small",
    (("does scar tissue hurt", "scar"), ("what is a scar", "scar"), ("can nerves heal", "nerve")),
    ("can my dog have surgery",),
    (datasets.Asked("do scars hurt", ("scar",)),),
    (datasets.Asked("do scras hurt", ("scar",)),),
    ("what is the weather",),
)


@pytest.mark.parametrize("name", [n for n in KINDS if not missing(n) and not n.startswith("minilm")])
def test_every_installed_peer_finds_a_wording_of_its_own(name: str, tmp_path: Path) -> None:
    peer = KINDS[name].make()
    peer.fit(SMALL, tmp_path)
    asked = [text for text, _ in SMALL.wordings]
    assert [found.entry for found in peer.rank_many(asked)] == [entry for _, entry in SMALL.wordings]
    assert [peer.rank(text).entry for text in asked] == [entry for _, entry in SMALL.wordings]


def test_the_score_falls_with_what_is_known_to_be_outside(tmp_path: Path) -> None:
    """A question close to a decoy is less in scope than one close to a wording."""
    peer = Ours(has_decoys=True)
    peer.fit(SMALL, tmp_path)
    assert peer.rank("can my dog have surgery").score < peer.rank("does scar tissue hurt").score
    assert scope_of(Matched(Ranking((), 3.0, 0.0, (), ()), (), is_exact=False, words=())) < 0


def test_ours_answers_the_same_from_what_it_kept(tmp_path: Path) -> None:
    built, loaded = Ours(has_decoys=True), Ours(has_decoys=True)
    built.fit(SMALL, tmp_path)
    loaded.fit(SMALL, tmp_path)
    assert built.rank("do scras hurt") == loaded.rank("do scras hurt")


def test_many_at_once_are_scored_as_one_by_one(tmp_path: Path) -> None:
    peer = RapidFuzz("WRatio")
    peer.fit(SMALL, tmp_path)
    texts = ["do scars hurt", "weather", "can they heal"]
    assert peer.rank_many(texts) == [peer.rank(text) for text in texts]


def test_the_public_sets_are_read_from_the_folder_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinc = {
        "train": [["book a table", "booking"]],
        "test": [["a table for two", "booking"]],
        "oos_train": ["why"],
        "oos_test": ["what is love"],
    }
    (tmp_path / "clinc150.json").write_text(json.dumps(clinc), encoding="utf-8")
    monkeypatch.setenv("BENCH_DATA", str(tmp_path))
    data = datasets.load("clinc150")
    assert data is not None
    assert data.asked == (datasets.Asked("a table for two", ("booking",)),)
    assert data.misspelt[0].text != data.asked[0].text
    assert (data.decoys, data.outside) == (("why",), ("what is love",))
    assert datasets.load("banking77") is None


def test_without_a_folder_the_public_sets_are_skipped_with_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BENCH_DATA", raising=False)
    matching.run(Store(tmp_path / "results.json"), ["clinc150", BUILT_IN], [], tmp_path / "none.yaml")
    said = capsys.readouterr().out
    assert "clinc150: skipped" in said
    assert "built-in: skipped" in said


def test_timing_asks_every_question_after_the_warm_up_once() -> None:
    asked: list[str] = []
    taken = microseconds(asked.append, [str(number) for number in range(50)])
    assert asked == [str(number) for number in range(50)]
    assert len(taken) == 30


def test_the_large_base_is_the_same_every_time_and_never_asks_a_wording_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("BENCH_DATA", raising=False)
    wordings, asked = large.base(entries=40)
    assert (wordings, asked) == large.base(entries=40)
    assert {len(texts) for texts in wordings.values()} == {large.WORDINGS}
    every = {text for texts in wordings.values() for text in texts}
    assert not every & {text for text, _ in asked}


# --- what is kept and drawn


def test_a_row_is_only_shown_for_the_contents_it_was_measured_on(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    Store(file).put(Row("clinc150", "ours", "aaaa", FIGURES))
    again = Store(file)
    assert again.get("clinc150", "ours", "aaaa") == Row("clinc150", "ours", "aaaa", FIGURES)
    assert again.get("clinc150", "ours", "bbbb") is None
    assert again.get("clinc150", "svm", "aaaa") is None


def test_figures_of_another_machine_are_dropped(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    Store(file).put(Row("clinc150", "ours", "aaaa", FIGURES))
    content = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**content, "machine": "another"}), encoding="utf-8")
    assert Store(file).get("clinc150", "ours", "aaaa") is None


def test_two_runs_do_not_undo_each_other(tmp_path: Path) -> None:
    one, other = Store(tmp_path / "results.json"), Store(tmp_path / "results.json")
    one.put(Row("clinc150", "ours", "aaaa", FIGURES))
    other.put(Row("clinc150", "svm", "aaaa", FIGURES))
    assert set(Store(tmp_path / "results.json").rows("clinc150")) == {"ours", "svm"}


def test_the_chart_is_xml_and_says_every_figure_in_words() -> None:
    points = [
        chart.Point("A & B <peer>", 0.4, 0.1, 20_000.0),
        chart.Point("Spine FAQ", 0.925, 0.894, 300.0, is_ours=True),
    ]
    drawn = chart.draw([("One set", points), ("Another", points[1:])], "a machine, 2 cores", "2026-11-22")
    root = ElementTree.fromstring(drawn)  # noqa: S314 - our own text
    assert root.tag.endswith("svg")
    described = root.find("{http://www.w3.org/2000/svg}desc")
    assert described is not None
    assert "A & B <peer> 40.0%, with typos 10.0%, 20 ms" in (described.text or "")
    assert len(root.findall("{http://www.w3.org/2000/svg}circle")) == 3


def test_the_chart_is_drawn_from_what_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "results.json")
    chart.run(store, tmp_path / "empty.svg")
    assert not (tmp_path / "empty.svg").exists()
    store.put(Row("clinc150", "ours", "aaaa", FIGURES))
    chart.run(store, tmp_path / "chart.svg")
    assert "Spine FAQ 90.0" in (tmp_path / "chart.svg").read_text(encoding="utf-8")


def test_times_are_written_with_their_unit() -> None:
    assert [matching.duration(value) for value in (2.5, 250.4, 9_540.0, 1_250_000.0)] == [
        "2.5 µs",
        "250 µs",
        "9.54 ms",
        "1.25 s",
    ]


def test_the_page_shows_what_is_kept_and_keeps_its_own_words(tmp_path: Path) -> None:
    store = Store(tmp_path / "results.json")
    store.put(Row("clinc150", "ours", "aaaa", FIGURES))
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n{report.START}\nold\n{report.END}\nAfter.\n", encoding="utf-8")
    report.run(store, page)
    report.run(store, page)
    text = page.read_text(encoding="utf-8")
    assert "| Spine FAQ | 90.0 | 80.0 | 95.0 |  | 250 µs | 900 µs | 12 MB | 20 ms | 400 ms |" in text
    assert text.startswith("Before.\n")
    assert text.endswith(f"{report.END}\nAfter.\n")
    assert "old" not in text


def test_the_page_in_the_repository_shows_the_figures_in_the_repository() -> None:
    """Run `python -m benchmarks chart report` after measuring."""
    assert report.tables(Store()) in report.FILE.read_text(encoding="utf-8")
