"""Several things asked about in one breath: where they are cut apart, and where they are one."""

from __future__ import annotations

from tests.support.fixed_matching import decided, ids, matched

METAL = matched("can the metal come out", ("metal", 0.8))


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
