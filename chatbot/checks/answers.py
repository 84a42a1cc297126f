"""What stands in the entries and texts: next steps, sentences, abbreviations, numbers to call, reviews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from chatbot.checks.subject import Subject
from chatbot.knowledge import Entry, Position, Problem
from chatbot.knowledge_files.settings import foreign_emergency_number

FEWEST_QUESTIONS = 8  # below this, patients' own wordings are too rarely near one of the entry's
MOST_WORDS_IN_A_SENTENCE = 25  # the limit of most plain-language guides
_TEXT_FIELDS = ("short", "answer", "more", "consultation")
_KINDS_WITH_NEXT_STEP = ("faq", "topic", "handoff")  # small talk may end with a goodbye


def consultation_given(subject: Subject) -> Iterator[Problem]:
    """Ask for a fitting next step at the end of every answer but small talk: its own, or its group's."""
    groups = {group.id: group.consultation for group in subject.knowledge.groups}
    for entry in subject.knowledge.entries:
        if entry.kind in _KINDS_WITH_NEXT_STEP and not (entry.consultation or groups.get(entry.group)):
            yield Problem(
                "warning",
                "consultation-given",
                entry.position,
                f'"{entry.id}" suggests no consultation, and neither does its group',
                "The patient is left without a next step.",
                'consultation: "Why an examination helps with exactly this, and how to schedule it."',
            )


def enough_questions(subject: Subject) -> Iterator[Problem]:
    """Ask for eight questions or more: an entry is found by its wordings."""
    for entry in subject.knowledge.entries:
        count = len(entry.questions)
        if count < FEWEST_QUESTIONS:
            yield Problem(
                "hint",
                "enough-questions",
                subject.find(entry.position, "questions"),
                f'"{entry.id}" has {count} question{"" if count == 1 else "s"}; {FEWEST_QUESTIONS} or more '
                "are found better",
                "Each should use other words: how would a carer ask, how someone in a hurry?",
            )


def short_sentences(subject: Subject) -> Iterator[Problem]:
    """Find sentences of more than 25 words, which are lost on a tired reader."""
    for entry in subject.knowledge.entries:
        for field in _TEXT_FIELDS:
            for sentence in re.split(r"(?<=[.!?:])\s+", getattr(entry, field)):
                words = sentence.split()
                if len(words) > MOST_WORDS_IN_A_SENTENCE:
                    yield Problem(
                        "hint",
                        "short-sentences",
                        subject.find(entry.position, field),
                        f"a sentence of {len(words)} words, in {field} of {entry.id}",
                        "Up to 25 words are easy to follow.",
                        f'cut it in two: "{" ".join(words[:6])} ..."',
                    )


# Not next to a dash: EP-ih-DUR-ul says how a word sounds.
_ABBREVIATION = re.compile(r"(?<![\w-])([A-Z][A-Z0-9]{1,6})s?(?![\w-])")
# Three in a row are words that shout, seldom names.
_IN_CAPITALS = re.compile(r"(?<![\w-])[A-Z][A-Z']*(?:\s+[A-Z][A-Z']*){2,}(?![\w-])")
# Words that everybody reads as they stand.
_WELL_KNOWN = frozenset(("AM", "FAQ", "ID", "II", "III", "IV", "NY", "NYC", "OK", "PM", "TV", "US", "USA"))
_EXPLAINS = (
    r"\(\s*{0}s?\s*[,)]",  # a long name (LN)
    r"\b{0}s?\s*\(",  # LN (a long name)
    r"\b{0}s?,? (?:is|are|means|mean|stands|stand|which|a|an|or)\b",  # LN means, LN, which is
    r"\b(?:or|called|named|as) (?:an? |the )?{0}s?\b",  # a long name, or LN
)


def abbreviations_explained(subject: Subject) -> Iterator[Problem]:
    """Find capitals such as EMG whose long name stands nowhere, neither in an answer nor in the glossary."""
    knowledge = subject.knowledge
    known = {*_WELL_KNOWN, *_ABBREVIATION.findall(" ".join(knowledge.clinic))}
    for term in knowledge.glossary:
        known.update(word for name in (term.term, *term.also) for word in _ABBREVIATION.findall(name))
    first: dict[str, tuple[Entry, str]] = {}
    explained: set[str] = set()
    for entry in knowledge.entries:
        for field in _TEXT_FIELDS:
            text = getattr(entry, field)
            for word in set(_ABBREVIATION.findall(_IN_CAPITALS.sub("", text))) - known:
                first.setdefault(word, (entry, field))
                if any(re.search(pattern.format(word), text) for pattern in _EXPLAINS):
                    explained.add(word)
    for word in sorted(set(first) - explained):
        entry, field = first[word]
        yield Problem(
            "hint",
            "abbreviations-explained",
            subject.find(entry.position, field),
            f"{word} is explained nowhere",
            "Patients may not know what the letters stand for.",
            f'write its long name once, as in "long name ({word})", or add it to glossary.yaml',
        )


def small_talk_is_whole(subject: Subject) -> Iterator[Problem]:
    """Point out what of the built-in small talk a smalltalk.yaml of one's own lacks: it replaces all of it."""
    missing = sorted(set(subject.small_talk) - {entry.id for entry in subject.knowledge.entries})
    if missing:
        yield Problem(
            "hint",
            "small-talk-is-whole",
            Position("smalltalk.yaml"),
            f"this file replaces the built-in one, and lacks: {', '.join(missing)}",
            "Nobody answers a greeting, or thanks, in their place.",
            "copy the entries that you want to keep from the built-in file, or delete this one",
        )


def one_emergency_number(subject: Subject) -> Iterator[Problem]:
    """Find 911, 112 or 999 in a text for patients where clinic.yaml names another emergency number."""
    own = subject.knowledge.clinic.emergency_number
    for place, what, text in _texts_for_patients(subject):
        foreign = foreign_emergency_number(text, own)
        if foreign:
            yield Problem(
                "warning",
                "one-emergency-number",
                place,
                f"{what} names {foreign}, but the emergency number of clinic.yaml is {own}",
                "Who calls the number of another country may reach nobody.",
                "write {emergency_number} instead: it stands for the one of clinic.yaml",
            )


def _texts_for_patients(subject: Subject) -> Iterator[tuple[Position, str, str]]:
    """Yield each text that patients read, with its place and what it is."""
    knowledge, find = subject.knowledge, subject.find
    files = {entry.group: entry.position.file for entry in knowledge.entries}
    for entry in knowledge.entries:
        for field in ("title", *_TEXT_FIELDS):
            yield find(entry.position, field), f"{field} of {entry.id}", getattr(entry, field)
    for group in knowledge.groups:
        if group.id in files:
            place = find(Position(files[group.id]), group.id)
            yield place, f'the group "{group.id}"', f"{group.title} {group.consultation}"
    for term in knowledge.glossary:
        yield find(Position("glossary.yaml"), term.term), f'the meaning of "{term.term}"', term.meaning
    for language in knowledge.languages:
        place = find(Position("languages.yaml"), language.name)
        yield place, f"the sentence in {language.name}", language.sentence


def reviewed(subject: Subject) -> Iterator[Problem]:
    """Ask who has read each answer, and when; only before publishing."""
    if not subject.is_strict:
        return
    for entry in subject.knowledge.entries:
        if entry.reviewed is None:
            yield Problem(
                "warning",
                "reviewed",
                entry.position,
                f'nobody has signed "{entry.id}" yet',
                "A medical text is published with the name of who checked it.",
                'reviewed: {by: "the name of the reviewer", on: 2026-01-31}',
            )


def reviewed_by_now(subject: Subject) -> Iterator[Problem]:
    """Find reviews of a day that is still to come: nobody can have read the answer then."""
    if subject.today is None:
        return
    # One day of grace: it may be tomorrow already where the reviewer is.
    latest = subject.today + timedelta(days=1)
    for entry in subject.knowledge.entries:
        if entry.reviewed is not None and date.fromisoformat(entry.reviewed.on) > latest:
            yield Problem(
                "warning",
                "reviewed-by-now",
                subject.find(entry.position, "on"),
                f'the review of "{entry.id}" is of a day that is still to come',
                f"Today is {subject.today.isoformat()}; a slip in the year is the usual reason.",
                "write the day on which it was read, as in: on: 2026-01-31",
            )
