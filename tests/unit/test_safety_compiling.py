"""What is wrong with a safety file is said with its place, all at once."""

from __future__ import annotations

import copy
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.safety import ROOT
from chatbot.knowledge import KnowledgeError, Position
from chatbot.knowledge_files import loading
from chatbot.safety import compile_rules
from chatbot.safety.rules_file.compiling import CONTEXT_FAMILIES
from chatbot.safety.stems import sign_stem as stem

DATA: dict[str, Any] = yaml.safe_load((ROOT / "knowledge" / "safety.yaml").read_text(encoding="utf-8"))


def problems(data: Any) -> dict[str, str]:
    with pytest.raises(KnowledgeError) as caught:
        compile_rules(data)
    return {problem.rule: problem.message for problem in caught.value.problems}


def changed(**parts: Any) -> dict[str, Any]:
    return {**copy.deepcopy(DATA), **parts}


def test_the_built_in_file_is_right_and_unsigned() -> None:
    """No clinician has signed it yet, and it says so."""
    rules = compile_rules(DATA)
    assert (rules.reviewed_by, rules.reviewed_on) == ("", "")
    assert all(sign.source and sign.row for sign in rules.signs)


@pytest.mark.parametrize("data", [None, [], "text"])
def test_something_else_than_parts_is_refused(data: Any) -> None:
    assert "safety-shape" in problems(data)


def test_missing_parts_are_named() -> None:
    assert "safety-shape" in problems({"signs": []})


def test_every_problem_is_reported_at_once() -> None:
    """A wrong file costs one look, not one look for each mistake."""
    data = changed(nonsense=1, idioms={}, replies={})
    data["signs"][0] = {
        "id": 3,
        "class": "bad",
        "time": "later",
        "row": "one",
        "colour": "red",
        "when": ["no-such-family + numb", "numb + leg within two", "numb > leg + wound"],
    }
    data["signs"][1]["id"] = data["signs"][2]["id"]
    data["signs"][3] = "text"
    data["families"]["numb"]["colour"] = "red"
    data["families"]["pink"] = "red"
    data["families"]["eye"] = [False, "the my", "eye of"]
    data["families"]["severe"] = ["the bad"]
    del data["families"]["future"]
    rules = problems(data)
    assert {
        "safety-part", "safety-class", "safety-time", "safety-row", "safety-source", "safety-sign", "safety-sign-twice",
        "safety-family-unknown", "safety-crossing",
        "safety-family-missing", "safety-list", "safety-text", "safety-reply-missing",
    } <= set(rules)  # fmt: skip


def test_an_idiom_without_an_id_is_refused() -> None:
    assert "safety-idiom" in problems(changed(idioms=[{"say": ["to die for"]}]))


def test_what_is_wrong_with_own_lines_is_told() -> None:
    """They name a sign, known classes and known parts; so do the words that are asked about."""
    lines = [
        {"sign": "no-such-sign"},
        "text",
        {"sign": "fever", "colour": "red", "class": ["late"], "when": ["nothing-like-it"]},
    ]
    told = problems(changed(own_lines=lines, asked_about={"late": ["fever"]}))
    assert {"safety-own-line", "safety-part", "safety-class", "safety-family-unknown"} <= set(told)
    assert "safety-list" in problems(changed(own_lines={}))
    assert "safety-list" in problems(changed(asked_about=[]))


def test_no_card_can_have_a_brace_or_a_hole() -> None:
    """Whoever reads a card is afraid: a slip in a name is an error, in the parts of the cards and in signs' lines."""
    data = changed(replies={**DATA["replies"], "urgent-no-phone": "the number {phone}"})
    data["signs"][0]["reply"] = [
        "Call {emergency_number} or {number}, the clinic: {phone}. {front_desk} helps. [[Or come to {address}.]]",
        "Call {emergency_nummer} now.",
        "Come to {address}.",
        "Call {number now.",
    ]
    data["signs"][0]["reply_third"] = ["[[Call {fone}.]]", "[[Call {phone}.]"]
    with pytest.raises(KnowledgeError) as caught:
        compile_rules(data, place_of=lambda path: Position("/".join(map(str, path))))
    assert [(problem.position.file, problem.rule) for problem in caught.value.problems] == [
        ("signs/0/reply/1", "safety-setting-known"),
        ("signs/0/reply/2", "safety-setting-optional"),
        ("signs/0/reply/3", "safety-braces-close"),
        ("signs/0/reply_third/0", "safety-setting-known"),
        ("signs/0/reply_third/1", "safety-braces-close"),
        ("replies/urgent-no-phone", "safety-setting-optional"),
    ]


def test_an_unknown_name_on_a_card_has_its_place_and_a_repair(tmp_path: Path) -> None:
    """`check` shows the line itself, and the name that was meant."""
    text = (ROOT / "knowledge" / "safety.yaml").read_text(encoding="utf-8")
    good = 'crisis-act: "About to act, or already did? Call {emergency_number}."'
    (tmp_path / "safety.yaml").write_text(
        text.replace(good, good.replace("_number", "_no")), encoding="utf-8"
    )
    file = loading.read_safety(str(tmp_path))
    with pytest.raises(KnowledgeError) as caught:
        compile_rules(file.data, place_of=file.place_of)
    (problem,) = caught.value.problems
    line = text[: text.index(good)].count("\n") + 1
    assert (problem.position.line, problem.position.column) == (line, 3)
    assert problem.message == '"{emergency_no}" is not a setting of the clinic'
    assert problem.repair == 'did you mean "emergency_number"?'


def test_problems_have_places() -> None:
    """The caller's function maps a path to its place."""
    with pytest.raises(KnowledgeError) as caught:
        compile_rules(changed(nonsense=1), place_of=lambda path: Position("safety.yaml", 7, len(path)))
    assert caught.value.problems[0].position == Position("safety.yaml", 7, 1)


@pytest.mark.parametrize(
    ("word", "key"),
    [("leaking", "leak"), ("leaked", "leak"), ("babies", "baby"), ("dripped", "drip"), ("bed", "bed"), ("legs", "legs"),
     ("breathing", "breath"), ("breathe", "breath"), ("bleedin", "bleed"), ("stumblin", "stumbl"), ("plane", "plane")],
)  # fmt: skip
def test_a_stem_is_a_word_without_its_plainest_endings(word: str, key: str) -> None:
    assert stem(word) == key


def test_a_file_needs_only_the_families_that_the_rules_read() -> None:
    """What no rule reads by its name is no clinic's duty to have."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "chatbot" / "safety").rglob("*.py"))
    mentioned = Counter(re.findall(r'"([a-z-]+)"', code))
    assert [name for name in CONTEXT_FAMILIES if mentioned[name] < 2] == []
