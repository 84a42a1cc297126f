"""What messages are like: what examples teach, what leads they give, and how they weigh what the rules found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.knowledge_files.opening import open_knowledge
from chatbot.normalise import Question, normalise
from chatbot.safety import Finding, SafetyRules
from chatbot.safety.by_likeness.features import OUTCOME, Seen, features_of, keys_of
from chatbot.safety.by_likeness.laid_out import LaidOut, leads_of
from chatbot.safety.by_likeness.least_leads import (
    LEAST_LEAD,
    LEAST_LEAD_IN_A_STORY,
    LEAST_LEAD_OF_A_FRAGMENT,
    LEAST_LEAD_OF_A_REPORT,
    LEAST_LEAD_OF_A_STORY,
    LEAST_LEADS,
)
from chatbot.safety.by_likeness.likeness import LEVELS, LIKENESS, NO_LEAD, NO_LIKENESS, SLOT_BYTES, Likeness
from chatbot.safety.by_likeness.stretches import parts_of
from chatbot.safety.by_likeness.weighing import (
    HINTED,
    LEAST_LEAD_BESIDE_A_DENIAL,
    _seen_in,
    seen_in_parts,
    weighed,
)
from chatbot.safety.reading.families import read
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


class FixedLeads:
    """Puts leads of one's own in the place of those of the model."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, rules: SafetyRules) -> None:
        self._monkeypatch, self._rules = monkeypatch, rules

    def weigh(
        self,
        finding: Finding,
        leads: tuple[float, float, float],
        text: str = "a b c d e f",
        **alone: tuple[float, float, float],
    ) -> Finding:
        """`leads` are those of the whole message and of its stretches, but for sentences named by their first word."""

        words = normalise(text).tokens

        def fixed_leads(_: LaidOut, start: int, end: int, *__: int) -> tuple[float, ...]:
            is_sentence = end - start < len(words) / 1.5
            return alone.get(words[start], leads) if is_sentence else leads

        self._monkeypatch.setattr(LaidOut, "leads", fixed_leads)
        question = normalise(text)
        return weighed(finding, question, read(question, self._rules), self._rules)


@pytest.fixture
def fixed(monkeypatch: pytest.MonkeyPatch, rules: SafetyRules) -> FixedLeads:
    return FixedLeads(monkeypatch, rules)


LITTLE = LEAST_LEAD - HINTED - 0.1
ORDINARY_LEADS = (LITTLE,) * 3


def test_where_no_rule_speaks_a_clear_lead_raises(fixed: FixedLeads) -> None:
    """The class with the greatest lead, for somebody else where the message speaks of one."""
    found = fixed.weigh(Finding(), (LITTLE, LEAST_LEAD + 0.1, LITTLE), "her scar is like that")
    assert (found.level, found.signs, found.third_person) == ("urgent", (LIKENESS,), True)
    assert fixed.weigh(Finding(), (LITTLE, LITTLE, LITTLE)) == Finding()


def test_a_hint_at_a_wish_to_die_counts_for_more_than_its_words(fixed: FixedLeads) -> None:
    """People say it in other words more often than other things, and missing it costs most."""
    assert fixed.weigh(Finding(), (LITTLE, LITTLE, LEAST_LEAD - HINTED + 0.05)).level == "crisis"
    assert fixed.weigh(Finding(), (LITTLE, LEAST_LEAD - HINTED + 0.05, LITTLE)).level == "none"


def test_an_emergency_of_the_rules_needs_no_more_than_one_that_no_rule_knows(fixed: FixedLeads) -> None:
    """What would be raised without a rule is never let down with one."""
    found = Finding("emergency", ("saddle",), ((0, 4),), "a rule")
    asked = "is this what they told us of when we were at the clinic"
    for lead, level, ruled in (
        (LEAST_LEAD + 0.01, "emergency", "emergency"),
        (LEAST_LEAD - 0.01, "none", "emergency"),
        (LEAST_LEADS["emergency"] - 0.01, "none", "none"),
    ):
        leads_there = (lead, LITTLE, LITTLE)
        assert fixed.weigh(Finding(), leads_there).level == level
        assert fixed.weigh(found, leads_there, asked).level == ruled


def test_a_hint_counts_against_what_is_ordinary_and_not_against_an_emergency(fixed: FixedLeads) -> None:
    """Rule 23: emergency first, where without the hint the message is as much like one."""
    assert fixed.weigh(Finding(), (0.0, -1.0, -HINTED / 2)).level == "emergency"
    assert fixed.weigh(Finding(), (-1.0, -1.0, 0.0)).level == "crisis"
    assert fixed.weigh(Finding(), (0.0, -1.0, 0.1)).level == "crisis"


def test_a_short_report_is_let_down_only_where_it_is_clearly_ordinary(fixed: FixedLeads) -> None:
    """A long one, or one that asks, sooner: it has room to say that it is about something else."""
    found = Finding("urgent", ("fever",), ((0, 4),), "a rule")
    unsure = (LITTLE, LEAST_LEAD_OF_A_REPORT + 0.01, 2 * LITTLE)
    assert fixed.weigh(found, unsure, "my mother has that as well").level == "urgent"
    assert fixed.weigh(found, unsure, "does my mother have that as well").level == "none"
    longer = "my mother has that as well, and I wonder how it came that we both got it"
    assert fixed.weigh(found, unsure, longer).level == "none"
    ordinary = (LITTLE, LEAST_LEAD_OF_A_REPORT - 0.01, LITTLE)
    assert fixed.weigh(found, ordinary, "my mother has that as well").level == "none"


def test_a_crisis_of_the_rules_stands_in_a_few_words(fixed: FixedLeads) -> None:
    """Nothing beside "I can't do this anymore" says what else it could be about; a longer message may."""
    found = Finding("crisis", ("wish-to-die",), ((0, 20),), "a rule")
    assert fixed.weigh(found, ORDINARY_LEADS, "i really cannot do this").level == "crisis"
    longer = "i really cannot do this kind of exercise with my back"
    assert fixed.weigh(found, ORDINARY_LEADS, longer).level == "none"


@pytest.mark.parametrize(
    ("text", "is_somebody_else"),
    [
        ("told my daughter where the papers are", False),
        ("i wrote to my son and she knows", False),
        ("my wife can live without me", False),
        ("my dad gave his watch away", True),
        ("worried about him, he wrote goodbye", True),
        ("the papers are in the drawer", False),
    ],
)
def test_a_hint_names_those_it_leaves_and_is_still_ones_own(
    fixed: FixedLeads, text: str, is_somebody_else: bool
) -> None:
    """Nobody who may want to die is thanked for looking out for another."""
    found = fixed.weigh(Finding(), (LITTLE, LITTLE, 1.0), text)
    assert (found.level, found.third_person) == ("crisis", is_somebody_else)


def test_a_long_story_must_lead_more_clearly(fixed: FixedLeads) -> None:
    """It holds much of life; where the rules found something in it, they need no such lead."""
    text = "we had so much rain today " * 8
    lead = (LEAST_LEAD_OF_A_STORY - 0.1, LITTLE, LITTLE)
    assert fixed.weigh(Finding(), lead, text).level == "none"
    assert fixed.weigh(Finding(), (LEAST_LEAD_OF_A_STORY + 0.1, LITTLE, LITTLE), text).level == "emergency"
    assert fixed.weigh(Finding("emergency", ("chest",)), lead, text).level == "emergency"


def test_a_fragment_must_lead_more_clearly(fixed: FixedLeads) -> None:
    """ "On the left side" has little that could be like anything."""
    lead = (LEAST_LEAD_OF_A_FRAGMENT - 0.1, LITTLE, LITTLE)
    assert fixed.weigh(Finding(), lead, "on the left side").level == "none"
    clear = (LEAST_LEAD_OF_A_FRAGMENT + 0.1, LITTLE, LITTLE)
    assert fixed.weigh(Finding(), clear, "on the left side").level == "emergency"
    assert fixed.weigh(Finding(), lead, "it is on the left side").level == "emergency"


def test_a_word_or_two_are_like_nothing(fixed: FixedLeads) -> None:
    """They have too little to be like anything: the rules alone speak."""
    assert fixed.weigh(Finding(), (2.0, 0.0, 0.0), "a b") == Finding()


def test_without_a_model_the_rules_alone_speak(rules: SafetyRules) -> None:
    """Rules that are compiled by themselves, as `check` does, find what they find."""
    question = normalise("my wound drips")
    alone = rules._replace(likeness=NO_LIKENESS)
    assert weighed(Finding("urgent"), question, read(question, alone), alone) == Finding("urgent")


def test_what_the_rules_found_in_ordinary_talk_gets_the_quiet_line(fixed: FixedLeads) -> None:
    """Rule 25: between a sign and talk about it, the answer with one quiet line."""
    found = fixed.weigh(Finding("urgent", ("fever",), ((0, 1),)), ORDINARY_LEADS)
    assert (found.level, found.is_about, found.quiet) == ("none", True, "urgent")
    longer = "i cannot do this kind of exercise with my back"
    assert fixed.weigh(Finding("crisis", ("wish-to-die",)), ORDINARY_LEADS, longer).quiet == "crisis"


def test_between_two_classes_much_the_same_the_higher_counts(fixed: FixedLeads) -> None:
    """Rule 25; but an emergency of the rules stays one, unless the message is clearly more like the urgent ones."""
    urgent, emergency = Finding("urgent", ("fever",)), Finding("emergency", ("calf",))
    assert fixed.weigh(urgent, (1.0, 0.5, 0.0)).level == "emergency"
    assert fixed.weigh(urgent, (0.45, 0.5, 0.0)).level == "emergency"
    assert fixed.weigh(urgent, (0.05, 0.5, 0.0)).level == "urgent"
    assert fixed.weigh(urgent, (0.2, 0.5, 0.0)).level == "emergency"
    assert fixed.weigh(urgent, (-1.0, 0.5, 0.05)).level == "urgent"  # only an emergency is met so far
    assert fixed.weigh(urgent, (LEAST_LEAD - 0.05, LEAST_LEAD + 0.1, -1.0)).level == "urgent"
    assert fixed.weigh(emergency, (0.3, 1.0, 0.0)).level == "emergency"
    assert fixed.weigh(emergency, (0.3, 1.2, 0.0)).level == "urgent"
    assert fixed.weigh(Finding("crisis", ("wish-to-die",)), (1.0, 0.0, 0.5)).level == "crisis"


def test_a_sentence_speaks_for_itself_whatever_is_said_beside_it(fixed: FixedLeads) -> None:
    """The most serious reading counts: of the whole, or of one sentence. Very short sentences are no reading."""
    text = "We had so much rain today. My scar feels odd. Bye."
    found = fixed.weigh(Finding(), ORDINARY_LEADS, text, my=(0.0, 1.0, 0.0))
    assert found.level == "urgent"
    assert text[slice(*found.spans[0])] == "My scar feels odd"


def test_only_the_sentences_of_a_sign_say_whether_it_is_talk(fixed: FixedLeads) -> None:
    """A sign is let down when the message and its own sentence are ordinary; the weather has no say."""
    text = "We had so much rain today. My scar feels odd."
    finding = Finding("urgent", ("fever",), ((27, 40),))
    assert fixed.weigh(finding, ORDINARY_LEADS, text, my=(0.0, 1.0, 0.0)).level == "urgent"
    assert fixed.weigh(finding, ORDINARY_LEADS, text, we=(0.0, 1.0, 0.0)).level == "none"


def test_a_sentence_of_a_long_story_must_lead_more_clearly(fixed: FixedLeads) -> None:
    """There are many sentences in a story, and each could be taken wrongly."""
    text = "We had so much rain today. " * 8 + "My scar feels odd."
    for lead, level in ((LEAST_LEAD_IN_A_STORY - 0.1, "none"), (LEAST_LEAD_IN_A_STORY + 0.1, "urgent")):
        assert fixed.weigh(Finding(), ORDINARY_LEADS, text, my=(0.0, lead, 0.0)).level == level


def test_a_story_however_ordinary_is_searched_sentence_by_sentence(fixed: FixedLeads) -> None:
    """Length never hides a sign, whether a rule knows it or not."""
    text = "We had so much rain today. " * 8 + "My scar feels odd."
    plain, alarming = (-3.0,) * 3, (0.0, 3.0, 0.0)
    assert fixed.weigh(Finding(), plain, text, my=alarming).level == "urgent"
    finding = Finding("urgent", ("fever",), ((len(text) - 10, len(text) - 1),))
    assert fixed.weigh(finding, plain, text, my=alarming).level == "urgent"


def test_two_sentences_of_a_story_speak_together(fixed: FixedLeads) -> None:
    """Of many short ones that are no story, none does."""
    text = "We had so much rain today. " * 8 + "About that. My scar feels odd."
    found = fixed.weigh(Finding(), ORDINARY_LEADS, text, about=(0.0, 3.0, 0.0))
    assert text[slice(*found.spans[0])] == "About that. My scar feels odd"
    short = "We had rain. " * 8 + "About that. My scar feels odd."
    assert fixed.weigh(Finding(), ORDINARY_LEADS, short, about=(0.0, 3.0, 0.0)).level == "none"


def test_a_hint_beside_a_denial_must_be_clear(fixed: FixedLeads) -> None:
    """People hint at a crisis; beside their own denial only what leads by itself counts (rule 19)."""
    denied = Finding(is_about=True, quiet="crisis", dismissed=("denied",))
    for lead, level in ((-0.1, "none"), (LEAST_LEAD_BESIDE_A_DENIAL + 0.1, "crisis")):
        assert fixed.weigh(denied, (-2.0, -2.0, lead)).level == level
    assert fixed.weigh(Finding(), (-2.0, -2.0, -0.1)).level == "crisis"
    assert fixed.weigh(denied, (1.0, -2.0, -0.1)).level == "emergency"


def test_a_sign_said_in_a_word_or_two_stands_whatever_is_said_beside_it(fixed: FixedLeads) -> None:
    """Such a sentence has too little to be like anything, and the others have no say in it."""
    finding = Finding("crisis", ("suicide-thoughts",), ((0, 3),))
    assert fixed.weigh(finding, ORDINARY_LEADS, "kms. I live in Queens with two dogs.") == finding
