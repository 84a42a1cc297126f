"""The program's own words, and what is put together from the knowledge base's."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.conversation import Conversation
from chatbot.knowledge import Clinic, Knowledge
from chatbot.reply import Reply
from chatbot.speaking import composing, sentences
from chatbot.speaking.composing import Composer

BLANK = Conversation()
CLINICS = (Clinic(), Clinic._make("x" for _ in Clinic._fields))


@pytest.fixture(scope="module")
def knowledge(bot: Chatbot) -> Knowledge:
    return bot.knowledge


@pytest.fixture(scope="module")
def composer(knowledge: Knowledge) -> Composer:
    return Composer(knowledge)


def test_settings_in_sentences(knowledge: Knowledge) -> None:
    """Set ones are named, unset ones have a word; braces in names and messages are left as they are."""
    here = Composer(knowledge._replace(clinic=Clinic(front_desk="{part}", surgeon="dr. X", phone="555")))
    assert here.fill(sentences.PERSON) == (
        "I cannot connect you from here, but a person can help: please ask {part}, or call 555."
    )
    assert here.fill(sentences.NO_MORE).endswith("Dr. X can tell you more at a visit.")
    assert here.fill("{unknown} {part} {title} {", part="{title}", title="T") == "{unknown} {title} T {"
    bare = Composer(knowledge._replace(clinic=Clinic(front_desk="")))
    assert bare.fill(sentences.PERSON).endswith("please ask the front desk.")
    assert bare.fill(sentences.NO_MORE).endswith("The surgeon can tell you more at a visit.")
    assert bare.fill("({title}) ({part})") == "() ()"


def test_what_the_program_is_about_is_a_setting(composer: Composer, knowledge: Knowledge) -> None:
    """The built-in clinic names back pain after a fusion, another one its own subject, or none."""
    assert composer.miss("", BLANK).lead == (
        "I am sorry, I do not have an answer to that. "
        "I only know about back pain that stays after a spinal fusion."
    )
    assert composer.fill(sentences.NOD) == "All right. Ask me anything else about back pain after a fusion."
    assert (
        composer.fill(sentences.GO_ON_STILL)
        == "I see. What would you like to know about back pain after a fusion?"
    )
    other = Composer(
        knowledge._replace(clinic=Clinic(subject="hips that were replaced", subject_in_short="hips"))
    )
    assert other.miss("", BLANK).lead.endswith(" I only know about hips that were replaced.")
    assert other.fill(sentences.NOD) == "All right. Ask me anything else about hips."
    assert other.fill(sentences.GO_ON_STILL) == "I see. What would you like to know about hips?"
    bare = Composer(knowledge._replace(clinic=Clinic()))
    assert bare.miss("", BLANK).lead == "I am sorry, I do not have an answer to that."
    assert bare.fill(sentences.NOD) == "All right. Ask me anything else."


@pytest.mark.parametrize("clinic", CLINICS)
def test_every_sentence_can_be_filled(knowledge: Knowledge, clinic: Clinic) -> None:
    """No sentence of the program is shown with a brace or bracket in it, whatever the clinic has set."""
    composer = Composer(knowledge._replace(clinic=clinic))
    said = [value for name, value in vars(sentences).items() if name.lstrip("_").isupper()]
    texts = [text for value in said for text in (value.values() if isinstance(value, dict) else [value])]
    texts = [text for text in texts if isinstance(text, str)]
    assert len(texts) > 100
    for text in texts:
        assert not set("{}[]") & set(composer.fill(text, part="p", title="t"))


def test_short_and_long(composer: Composer, knowledge: Knowledge) -> None:
    """Entries in `shorter` leave out the explanation, unless they have no short form."""
    entry = knowledge.entries[0]
    reply = composer.answers([(entry.id, 0.51234)], BLANK, shorter=[entry.id])
    assert reply.answers[0].text == entry.short
    assert 0.5 < reply.answers[0].confidence < 1
    assert composer.answers([(entry.id, 1)], BLANK).answers[0].text == entry.text
    bare = Composer(knowledge._replace(entries=(entry._replace(short=""),)))
    assert bare.answer(entry.id, 1.0, short=True).text == entry.answer


def test_the_kind_of_a_reply(composer: Composer) -> None:
    """Hand-offs alone are a hand-off; with an answer among them it is an answer."""
    assert composer.answers([("cost-and-insurance", 1)], BLANK).kind == "handoff"
    assert composer.answers([("scar-tissue", 1), ("personal-advice", 1)], BLANK).kind == "answer"
    assert composer.answers([("greeting", 1)], BLANK).kind == "smalltalk"


def test_the_next_step_fits_and_is_short_when_just_given(composer: Composer, knowledge: Knowledge) -> None:
    """The entry's own, else its group's, else the general one; small talk may have none, goodbye never has one."""
    entry = next(one for one in knowledge.entries if one.id == "scar-tissue")
    full = composer.full_consultation("scar-tissue")
    assert composer.consultation(entry, BLANK) == full
    assert composer.consultation(entry, BLANK._replace(consultation=full)) == sentences.CONSULTATION_SHORT
    assert composer.consultation(entry._replace(id="goodbye"), BLANK) is None
    bare = entry._replace(consultation="", group="nowhere")
    assert "is the place for questions about your own back" in str(composer.consultation(bare, BLANK))
    assert composer.consultation(bare._replace(kind="smalltalk"), BLANK) is None
    lone = Composer(knowledge._replace(entries=(entry._replace(consultation="", group="nowhere"),)))
    assert lone.full_consultation("scar-tissue") == composer.fill(sentences.CONSULTATION)


def test_next_questions(composer: Composer, knowledge: Knowledge) -> None:
    """A list is offered whole; else what was not answered and not turned down, and only that which exists."""
    entries = {entry.id: entry for entry in knowledge.entries}
    whole = composer.suggestions(entries["why-pain-persists"], BLANK)
    assert [one.entry for one in whole] == list(entries["why-pain-persists"].parts)
    scar = entries["scar-tissue"]
    told = BLANK._replace(told=(scar.related[0],), turned_down=(scar.related[1],))
    assert composer.suggestions(scar, told)[0].entry == scar.related[2]
    assert composer.suggestions(scar, BLANK._replace(told=scar.related))
    assert composer.suggestions(scar._replace(related=("nowhere",)), BLANK) == ()


def test_questions_to_begin_with(knowledge: Knowledge) -> None:
    """The best known three, or whatever else a base has to tell."""
    entries = tuple(
        one for one in knowledge.entries if one.id in ("scar-tissue", "greeting", "treatment-options")
    )
    starters = Composer(knowledge._replace(entries=entries)).starters()
    assert [one.entry for one in starters] == ["treatment-options", "scar-tissue"]


def test_misses(composer: Composer) -> None:
    """First what it is for, then a person, then that in few words."""
    first, second, third = (composer.miss("Oh.", BLANK._replace(misses=number)) for number in (0, 1, 7))
    assert first.lead == "Oh. I do not have an answer to that. " + composer.fill(
        "I only know about {part}.", part="back pain that stays after a spinal fusion"
    )
    assert "front desk" in second.lead and second.suggestions
    assert len(third.lead) < len(second.lead) and not third.suggestions
    given = BLANK._replace(consultation=composer.consultation_given(first, BLANK))
    assert composer.miss("", given).consultation == sentences.CONSULTATION_SHORT
    assert composer.consultation_given(Reply("unknown"), given) == given.consultation


def test_a_miss_offers_what_comes_nearest(composer: Composer) -> None:
    """What is near stands where the questions to begin with would, and the first sentence says so."""
    nearest = ("revision-risks", "imaging", "posture", "exercise")
    first = composer.miss("", BLANK, nearest)
    assert [one.entry for one in first.suggestions] == [*nearest[:3]]
    assert first.lead == "I am sorry, I do not have a sure answer to that. What comes nearest is below."
    leaning = composer.miss("", BLANK._replace(topic="imaging"), nearest[:1])
    assert [one.entry for one in leaning.suggestions] == ["revision-risks"]
    assert leaning.lead == composer.fill(sentences.UNKNOWN_OF_TOPIC)
    assert composer.miss("", BLANK._replace(misses=2), nearest).suggestions
    assert not composer.miss("", BLANK._replace(misses=2)).suggestions


def test_clarifying(composer: Composer) -> None:
    """One choice is asked as one; a lead of its own takes the usual one's place."""
    assert composer.clarify(["scar-tissue"], BLANK).lead == sentences.CLARIFY_ONE
    assert composer.clarify(["scar-tissue", "imaging"], BLANK, "Oh.").lead == f"Oh. {sentences.CLARIFY}"
    assert composer.clarify(["scar-tissue"], BLANK, lead=sentences.WHICH).lead == sentences.WHICH


def test_comfort_in_any_base(composer: Composer, knowledge: Knowledge) -> None:
    """What may comfort, or the questions to begin with."""
    assert composer.comfort("fear", "", BLANK).suggestions[0].entry == "outlook"
    scar = tuple(one for one in knowledge.entries if one.id == "scar-tissue")
    reply = Composer(knowledge._replace(entries=scar)).comfort("low", "Oh.", BLANK)
    assert [one.entry for one in reply.suggestions] == ["scar-tissue"]
    assert reply.lead.startswith("Oh. ")
    assert composer.tone("") == "" and composer.tone("fear") == sentences.TONES["fear"]


def test_a_number_that_is_not_there(composer: Composer) -> None:
    """What is numbered is shown again, or what one can begin with."""
    assert composer.no_choice("9", BLANK._replace(offered=("imaging",))).suggestions[0].entry == "imaging"
    assert len(composer.no_choice("9", BLANK).suggestions) == composing.MOST_SUGGESTIONS


def test_how_a_follow_up_was_read(composer: Composer) -> None:
    """Named where the topic names the answer, said to be general where not, silent for what staff answer."""
    assert composer.read_as("", "the risks", "imaging") == ""
    assert composer.read_as("scar-tissue", "the risks", "cost-and-insurance") == ""
    assert composer.read_as("scar-tissue", "", "nerve-tests").startswith("Still about “Can scar tissue")
    assert "surgery?”: how it is found." in composer.read_as("scar-tissue", "how it is found", "nerve-tests")
    general = composer.read_as("pseudarthrosis", "how common it is", "how-common")
    assert general.startswith("In general: how common it is.")


def test_meanings(composer: Composer, knowledge: Knowledge) -> None:
    """Each word with its meaning, and where there is more; a term without an entry has nothing more."""
    term = next(one for one in knowledge.glossary if one.term == "hardware")
    reply = composer.meaning([term], BLANK)
    assert reply.answers[0].text == term.meaning
    assert reply.suggestions[0].entry == "hardware-problems"
    assert composer.meaning([term._replace(entry="nowhere")], BLANK).consultation == composer.fill(
        sentences.CONSULTATION
    )


def test_saying_it_again(composer: Composer) -> None:
    """The suggestion comes short, where there was one."""
    assert composer.short_consultation(Reply("answer", consultation="Come.")) == sentences.CONSULTATION_SHORT
    assert composer.short_consultation(Reply("answer")) is None
    assert composer.finish(Reply("unknown", lead="Hm.")).text == "Note: Hm."
