"""What messages are like: what examples teach, what leads they give, and how they weigh what the rules found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.knowledge_files.opening import open_knowledge
from chatbot.normalise import Question, normalise
from chatbot.safety import SafetyRules
from chatbot.safety.by_likeness.features import OUTCOME, Seen, features_of, keys_of
from chatbot.safety.by_likeness.laid_out import LaidOut, leads_of
from chatbot.safety.by_likeness.likeness import LEVELS, NO_LEAD, NO_LIKENESS, SLOT_BYTES, Likeness
from chatbot.safety.by_likeness.stretches import parts_of
from chatbot.safety.by_likeness.weighing import (
    _seen_in,
    seen_in_parts,
)
from chatbot.safety.triaging import by_rules
from tools.learn_safety import LEARNT, digest, learn

EXAMPLES = {
    "emergency": ["my bladder quit on me", "bladder has quit since noon", "her bladder just quit working"],
    "urgent": ["goo drips off my scar", "the scar drips goo", "scar is dripping some goo"],
    "crisis": ["no wish to go on living", "i lost the wish to live", "he has no wish to live"],
    "none": [
        "how long is recovery", "what does the scan show", "is swimming good for me", "can screws come loose",
        "my scar is old", "i wish you a nice day", "we went to the lake", "it rained the whole day long",
    ],
}  # fmt: skip
KEYS = keys_of(("bladder", "quit", "scar"))


def at(families: list[tuple[int, int]], keys: tuple[int, ...] = KEYS) -> dict[int, tuple[int, ...]]:
    """Families as (place, number), as they are seen: the keys at each place."""
    return {
        place: tuple(sorted(keys[number] for other, number in families if other == place))
        for place in sorted({place for place, _ in families})
    }


def seen(text: str, families: list[tuple[int, int]] | None = None, *outcome: str) -> Seen:
    return Seen(normalise(text).tokens, at(families or []), outcome)


def see(question: Question) -> list[Seen]:
    """Rules that know one family: a bladder."""
    words = question.tokens
    families = {place: KEYS[:1] for place, word in enumerate(words) if word == "bladder"}
    return [Seen(words, families, ("level emergency",) if "quit" in words and families else ())]


@pytest.fixture(scope="module")
def model() -> Likeness:
    return learn({level: [normalise(text) for text in texts] for level, texts in EXAMPLES.items()}, see)


def leads(
    text: str, model: Likeness, families: list[tuple[int, int]] | None = None, *outcome: str
) -> dict[str, float]:
    return dict(zip(LEVELS, leads_of(seen(text, families, *outcome), model), strict=True))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("my dads bladder has quit", "emergency"),
        ("goo is dripping down from the scar", "urgent"),
        ("there is no wish left in me to live", "crisis"),
    ],
)
def test_a_message_like_the_examples_of_a_class_leads_to_that_class(
    model: Likeness, text: str, level: str
) -> None:
    """What is like the examples is told, with a clear lead, in words that none of them has."""
    found = leads(text, model)
    assert max(found, key=found.__getitem__) == level
    assert found[level] > 0


def test_an_ordinary_message_is_like_nothing(model: Likeness) -> None:
    """Ordinary questions lead to no class."""
    assert max(leads("is recovery long", model).values()) < 0


def test_what_the_rules_saw_counts(model: Likeness) -> None:
    """A family of words and a finding that go with a class lean to it, whatever the words are."""
    found = leads("xyzzy plugh", model, [(0, 0)], "level emergency")
    assert found["emergency"] > leads("xyzzy plugh", model)["emergency"]


def test_families_near_each_other_are_read_as_a_pair_in_either_order() -> None:
    """Two families are one feature more where they stand near, the same one whichever comes first."""
    near, turned, far, same = (
        features_of(seen("one two three four five", families)).keys()
        for families in ([(0, 0), (1, 1)], [(0, 1), (1, 0)], [(0, 0), (4, 1)], [(0, 0), (0, 1)])
    )
    assert near == turned
    assert len(near - far) == 1
    assert same == far


def test_a_hostile_heap_of_families_is_read_up_to_a_bound(model: Likeness) -> None:
    """Each message's families are paired up to a number, so that no message takes long."""
    keys = keys_of(str(number) for number in range(400))
    heap = [(place, family) for place in range(100) for family in range(place % 7, 400, 7)]
    everything = Seen(("help",), at(heap, keys), ())
    assert len(features_of(everything)) < len(heap) ** 2 / 100
    assert leads_of(everything, model) == model.constant, "none of it was learnt, and all of it is read"


def test_what_the_rules_found_has_a_weight_of_its_own() -> None:
    """A finding counts the same in a world where findings are rare and in one where they are common."""
    assert list(features_of(seen("", [], "level urgent")).values()) == [(OUTCOME, False)]


def test_learning_gives_the_same_each_time_and_survives_cache_and_file(model: Likeness) -> None:
    """The same examples in any order teach the same; packing loses nothing."""
    backwards = {level: [normalise(text) for text in reversed(texts)] for level, texts in EXAMPLES.items()}
    assert learn(backwards, see).to_plain() == model.to_plain()
    for again in (Likeness.from_plain(model.to_plain()), Likeness.from_file(model.to_file("digest"))):
        assert leads("the scar drips", again) == leads("the scar drips", model)


@pytest.mark.parametrize(
    "content", [b"", b"spine-faq likeness 1 0 digest 0.5\n", b"other 0.5\n12345", b"\xff" * 40]
)
def test_a_file_that_is_something_else_is_refused(content: bytes) -> None:
    """Half a triage looks like a whole one, so a damaged file is an error and not an empty Likeness."""
    with pytest.raises(ValueError, match="not what likeness"):
        Likeness.from_file(content)


def test_a_file_that_was_cut_short_is_refused(model: Likeness) -> None:
    """Even by whole slots, which would shift what every word means."""
    with pytest.raises(ValueError, match="not what likeness"):
        Likeness.from_file(model.to_file("digest")[:-SLOT_BYTES])


def test_what_the_examples_teach_was_learnt_from_todays_files() -> None:
    """After a change of safety-examples.yaml or safety.yaml it has to be learnt again: make likeness."""
    assert digest().encode() in LEARNT.read_bytes().partition(b"\n")[0].split()


def test_a_message_with_nothing_known_in_it_leads_as_the_constant_says(model: Likeness) -> None:
    """Most messages are ordinary: without a reason to think otherwise, so is this one."""
    assert leads_of(seen("zzxq vvbn"), model) == model.constant
    assert max(model.constant) < 0


def test_nothing_learnt_finds_nothing() -> None:
    """Without examples there is no likeness, and an empty message has none either."""
    assert learn({}, see) == NO_LIKENESS
    assert leads_of(seen("my bladder quit"), NO_LIKENESS) == NO_LEAD


def test_what_is_remembered_is_bounded_and_changes_nothing(
    model: Likeness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thousandth message is read like the first."""
    before = leads("goo is dripping down from the scar", model)
    monkeypatch.setattr("chatbot.safety.by_likeness.likeness._MOST_REMEMBERED", 2)
    forgetful = Likeness.from_plain(model.to_plain())
    assert leads("goo is dripping down from the scar", forgetful) == before
    assert max(map(len, forgetful._memories)) <= 2


def test_words_looked_up_ahead_change_nothing(model: Likeness) -> None:
    """Nor does keeping them packed, as the cache does."""
    text = "goo is dripping down from the scar"
    ahead = model.prepared(["goo", "dripping", "scar", "never-said"])
    assert leads(text, ahead) == leads(text, model)
    kept = Likeness.from_plain(ahead.to_plain())
    assert leads(text, kept) == leads(text, kept.unpacked()) == leads(text, model)


def test_a_table_that_is_too_small_keeps_what_says_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Features push each other out; what is left still leans the right way."""
    monkeypatch.setattr("tools.learn_safety._SLOTS", 16)
    small = learn({level: [normalise(text) for text in texts] for level, texts in EXAMPLES.items()}, see)
    assert len(small.slots) == 16 * SLOT_BYTES
    assert 0 not in small.slots[::SLOT_BYTES], "every place is taken"


def test_saying_the_same_again_changes_nothing() -> None:
    """A feature counts once, however often a message has it."""
    once, often = seen("the scar drips goo the scar"), seen("the scar drips goo " * 50)
    assert set(features_of(often)) - set(features_of(once)) <= set(
        features_of(seen("drips goo the scar drips"))
    )
    assert all(features_of(often)[key] == value for key, value in features_of(once).items())


WORDS = ("the scar drips goo", "my bladder has quit", "the scar drips", "it rained the whole day", "bladder")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), st.data())
def test_a_stretch_of_a_message_leads_as_if_it_were_read_alone(
    model: Likeness, said: list[str], data: st.DataObject
) -> None:
    """Whatever is said again inside it or outside."""
    words = " ".join(said).split()
    families = {
        place: KEYS[place % 2 :] for place, word in enumerate(words) if word in ("bladder", "scar", "quit")
    }
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    inside = {place: here for place, here in families.items() if start <= place < end}
    alone = leads_of(
        Seen(words[start:end], {place - start: here for place, here in inside.items()}, ()), model
    )
    assert LaidOut(Seen(words, families, ()), model).leads(start, end, start, end - 1) == alone


@pytest.fixture(scope="module")
def rules() -> SafetyRules:
    return open_knowledge()[3]


@pytest.mark.parametrize(
    "text",
    [
        "my bladder has quit",
        "Hello. My bladder has quit. My scar is dripping, and my bladder aches. Thank you",
        "We went to the lake. " * 8 + "Then my bladder quit. It began on Sunday.",
    ],
)
def test_what_is_learnt_from_is_what_is_weighed(rules: SafetyRules, text: str) -> None:
    """Each part of a message leads as the same part does when it is learnt from."""
    question = normalise(text)
    finding, reading = by_rules(question, rules)
    laid_out = LaidOut(_seen_in(finding, question, reading, rules), rules.likeness)
    assert [
        laid_out.leads(part.opening, part.closing, part.first, part.last)
        for part in parts_of(finding, question, reading)
    ] == [leads_of(seen, rules.likeness) for seen in seen_in_parts(finding, question, reading, rules)]


# -- what leads decide
