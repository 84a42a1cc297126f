"""Every answer carries the facts of the guide's section, and nothing carries a figure or address it does not have."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from chatbot.knowledge import Entry, Knowledge
from chatbot.knowledge_files.loading import load_knowledge
from tests.support.answers import ENTRIES, IDS, ROOT, entry_of, knowledge, told, whole

FACTS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text("utf-8"))

_NUMBER = (
    r"(?:\d[\d.,]*(?:\s*(?:to|-|\u2013|or)\s*\d[\d.,]*)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|fifteen|twenty|thirty|fifty|a hundred|several|a few|a couple of|half a)(?:\s+or\s+\w+)?)"
)
_UNIT = r"(?:%|percent|minutes?|hours?|days?|weeks?|months?|years?|mg|milligrams?|pounds?|miles?|degrees?|dollars?)"
FIGURE = re.compile(rf"\b{_NUMBER}[\s-]?{_UNIT}(?!\w)|\$\s?\d", re.IGNORECASE)
ALLOWED_FIGURES = {"10 to 40 percent", "6 to 12 months"}
CONTACT = re.compile(
    r"\d{3}[-. )]+\d{4}|\(\d{3}\)|\b\d{7,}\b"  # a phone number
    r"|https?:|www\.|@|\.(?:com|org|net|nyc)\b"  # a web or mail address
    r"|\b\d+\s+(?:\w+\s+){1,3}(?:street|st|avenue|ave|road|rd|boulevard|floor|suite)\b|\bNY\s+\d{5}",
    re.IGNORECASE,
)
PROMISE = re.compile(r"success rate|\bcures?\b|guarantee|pain-free|always works|100 percent", re.IGNORECASE)
# Sentences that say that there is none.
HONEST = re.compile(r"gives no success rate|does not promise", re.IGNORECASE)


def texts_of(entry: Entry) -> str:
    """Everything an entry may show, one text a line."""
    return "\n".join((entry.title, entry.short, entry.answer, entry.more, entry.consultation))


def shown(base: Knowledge) -> str:
    """Everything a base may show: entries, groups and the word list."""
    groups = [text for group in base.groups for text in (group.title, group.consultation)]
    meanings = [term.meaning for term in base.glossary]
    return "\n".join([*(texts_of(entry) for entry in base.entries), *groups, *meanings])


def test_every_entry_but_small_talk_has_its_facts_listed() -> None:
    """A new medical answer comes with the facts that it must keep."""
    assert set(FACTS) == {entry.id for entry in ENTRIES if entry.kind != "smalltalk"}


@pytest.mark.parametrize("entry_id", sorted(FACTS))
def test_the_answer_carries_every_fact(entry_id: str) -> None:
    """In the short sentence and the explanation together."""
    text = told(entry_of(entry_id))
    assert [fact for fact in FACTS[entry_id] if not re.search(fact, text, re.IGNORECASE | re.DOTALL)] == []


def test_both_figures_of_the_guide_are_told_where_they_answer() -> None:
    """How common it is, and how long to wait."""
    assert "10 to 40 percent" in entry_of("how-common").short
    assert "6 to 12 months" in entry_of("when-to-consider-revision").short


@pytest.mark.parametrize("entry_id", IDS)
def test_no_other_figure_with_a_unit_is_stated(entry_id: str) -> None:
    """No recovery time, no dose, no price, no rate: the guide has none."""
    figures = {match.group().lower() for match in FIGURE.finditer(texts_of(entry_of(entry_id)))}
    assert figures <= ALLOWED_FIGURES


@pytest.mark.parametrize(
    "text", ["two weeks", "3-4 days", "90%", "a few months", "$500", "six to eight weeks", "10 mg"]
)
def test_a_figure_would_be_noticed(text: str) -> None:
    """In digits or in words."""
    assert FIGURE.search(f"It takes {text} in all.")


def test_no_phone_number_address_or_web_address_is_invented() -> None:
    """They come from the clinic's settings alone, and those are empty."""
    assert [line for line in shown(knowledge()).split("\n") if CONTACT.search(line)] == []


def test_nothing_is_promised() -> None:
    """No success rate, no cure, no guarantee; only honest sentences may name what there is not."""
    sentences = re.split(r"(?<=[.!?])\s|\n", shown(knowledge()))
    assert [text for text in sentences if PROMISE.search(text) and not HONEST.search(text)] == []


def test_only_the_emergency_number_is_called_by_name() -> None:
    """Every other number of three digits would be a number to call, or a fact."""
    assert set(re.findall(r"\b\d{3}\b", shown(knowledge()))) <= {"100", "911", "988"}


# -- the clinic's settings

SETTINGS = {
    "name": "North Pier Spine",
    "surgeon": "Dr. Vale",
    "phone": "555-0100",
    "address": "7 Pier Road",
    "hours": "Monday to Friday, 8 to 4",
    "booking_address": "https://example.org/book",
    "front_desk": "Anna at reception",
    "emergency_number": "112",
}


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Knowledge]:
    """The built-in base with every setting set, and with none."""
    found = {}
    for name, settings in (("set", SETTINGS), ("unset", dict.fromkeys(SETTINGS, ""))):
        folder = tmp_path_factory.mktemp(name)
        for file in ("faq.yaml", "topics.yaml", "handoffs.yaml", "smalltalk.yaml", "glossary.yaml"):
            shutil.copy(ROOT / "knowledge" / file, folder / file)
        (folder / "clinic.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
        found[name] = load_knowledge(str(folder))
    return found


def test_settings_that_are_set_appear(bases: dict[str, Knowledge]) -> None:
    """Each one in at least one text."""
    text = shown(bases["set"])
    assert [value for value in SETTINGS.values() if value not in text] == []


def test_nobody_else_is_named_when_settings_are_set(bases: dict[str, Knowledge]) -> None:
    """Answers name the clinic, the surgeon and the emergency number through the settings alone."""
    text = shown(bases["set"])
    assert [word for word in ("Big Apple", "Arutyunyan", "911") if word in text] == []


@pytest.mark.parametrize("which", ["set", "unset"])
def test_no_trace_of_braces_or_brackets_is_left(bases: dict[str, Knowledge], which: str) -> None:
    """Sentences that need a setting go without it; what is left reads as if nothing had been there."""
    traces = re.compile(r"[{}\[\]]|  |\s[.,;:!?]|(?<![.])\.\.(?!\.)|\(\s*\)|\b(\w+) \1\b", re.IGNORECASE)
    assert [line for line in shown(bases[which]).split("\n") if traces.search(line)] == []


def test_without_settings_the_clinic_is_still_spoken_of(bases: dict[str, Knowledge]) -> None:
    """In plain words, and at the start of a sentence with a capital."""
    entry = bases["unset"].entry("about-the-surgeon")
    assert entry is not None
    assert entry.short.startswith("The surgeon ")
    assert "the clinic" in whole(entry)
