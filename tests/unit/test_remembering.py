"""A dictionary that works its values out: once each, and never too many."""

from __future__ import annotations

from chatbot.compact.remembering import Remembered


def test_a_value_is_worked_out_once() -> None:
    """The second time it is only looked up."""
    asked: list[str] = []
    lengths = Remembered(lambda word: asked.append(word) or len(word), most=3)
    assert [lengths["scar"], lengths["scar"], lengths["rods"]] == [4, 4, 4]
    assert asked == ["scar", "rods"]


def test_a_full_one_is_emptied_and_goes_on() -> None:
    """It holds as many values as it may, the latest among them."""
    lengths = Remembered(len, most=2)
    assert [lengths[word] for word in ("a", "bb", "ccc", "bb")] == [1, 2, 3, 2]
    assert dict(lengths) == {"ccc": 3, "bb": 2}


def test_only_asking_by_key_works_anything_out() -> None:
    """Who wants to know what is there does not add to it."""
    lengths = Remembered(len, most=2)
    assert lengths.get("scar") is None
    assert "scar" not in lengths
    assert not lengths
