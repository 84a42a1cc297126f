"""What the take-home sheet says of a conversation.

No fact is added here: questions for the surgeon are the patient's own and the entries' titles.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from chatbot.knowledge import Clinic, Entry, Knowledge
from chatbot.reply import Answer, Reply
from chatbot.sanitise import clean, clean_line

# One page of questions is what a visit has time for.
_MOST_QUESTIONS = 10
_MOST_RELATED = 4
# How to reach the clinic, what it costs and the like are no questions for the surgeon.
_NOT_FOR_THE_SURGEON = "clinic"
_FOR_THE_FRONT_DESK = frozenset(
    ("change-appointment", "contact-and-hours", "cost-and-insurance", "records-and-second-opinion")
)
# Fewer words are a search, a slip or a command.
_FEWEST_WORDS_OF_A_QUESTION = 3


class Exchange(NamedTuple):
    """One question in the patient's words, the answers to it, and the safety words it was met with."""

    question: str
    answers: tuple[Answer, ...]
    safety: str = ""


class Sheet(NamedTuple):
    """What the take-home sheet says, before it is text or HTML."""

    exchanges: tuple[Exchange, ...]
    surgeon_questions: tuple[str, ...]
    next_step: str
    clinic: Clinic

    @property
    def holds_something(self) -> bool:
        """Whether there is anything worth taking home yet."""
        return bool(self.exchanges or self.surgeon_questions)


def sheet_of(said: Iterable[tuple[str, Reply]], knowledge: Knowledge) -> Sheet:
    """Return the sheet of a conversation, given as (what was typed, the reply) in order.

    A text is written once, where it was first shown. Small talk is left out, and so is every message that was
    met with the crisis card: the sheet may lie on a printer or a kitchen table.
    """
    exchanges: list[Exchange] = []
    open_questions: list[str] = []
    shown: dict[str, str] = {}
    next_steps: list[str] = []
    for typed, reply in said:
        if reply.kind == "smalltalk" or (reply.safety and reply.safety.level == "crisis"):
            continue
        question = clean_line(typed) if _is_wording(typed) else ""
        answers = tuple(answer for answer in reply.answers if answer.text not in shown.get(answer.entry, ""))
        for answer in answers:
            shown[answer.entry] = shown.get(answer.entry, "") + answer.text
        if _is_open(question, reply, knowledge):
            open_questions.append(question)
        if answers or reply.safety:
            safety = clean(reply.safety.text) if reply.safety else ""
            exchanges.append(Exchange(question, answers, safety))
        if reply.consultation and reply.kind == "answer":
            next_steps.append(reply.consultation)
    # The first is the whole sentence: a suggestion that was just given is shorter the next time.
    next_step = next_steps[0] if next_steps else ""
    return Sheet(
        tuple(exchanges), surgeon_questions(open_questions, shown, knowledge), next_step, knowledge.clinic
    )


def surgeon_questions(
    open_questions: Iterable[str], shown: Iterable[str], knowledge: Knowledge
) -> tuple[str, ...]:
    """Return what to ask the surgeon: what stayed open, what the answers mean for oneself, what is related.

    Made of the patient's own words and of titles of entries, and of nothing else.
    """
    entries = [entry for entry in map(knowledge.entry, shown) if entry is not None]
    questions = [f'I asked: "{question}"' for question in open_questions]
    questions += [
        f"{clean_line(entry.title)} What does this mean for me?"
        for entry in entries
        if _is_for_surgeon(entry)
    ]
    seen = {entry.id for entry in entries}
    next_to_them = [
        knowledge.entry(other) for entry in entries for other in entry.related if other not in seen
    ]
    related = [clean_line(entry.title) for entry in next_to_them if entry and _is_for_surgeon(entry)]
    questions += list(dict.fromkeys(related))[:_MOST_RELATED]
    return tuple(dict.fromkeys(questions))[:_MOST_QUESTIONS]


def _is_wording(typed: str) -> bool:
    """Say whether this was a question rather than a choice by number."""
    return any(character.isalpha() for character in typed)


def _is_for_surgeon(entry: Entry) -> bool:
    return entry.kind in ("faq", "topic") and entry.group != _NOT_FOR_THE_SURGEON


def _is_open(question: str, reply: Reply, knowledge: Knowledge) -> bool:
    """Say whether this question still waits for an answer that a surgeon could give."""
    if len(question.split()) < _FEWEST_WORDS_OF_A_QUESTION:
        return False
    if reply.kind == "unknown":
        return True
    kinds = {answer.entry: knowledge.entry(answer.entry) for answer in reply.answers}
    handed_off = [name for name, entry in kinds.items() if entry and entry.kind == "handoff"]
    return any(name not in _FOR_THE_FRONT_DESK for name in handed_off)
