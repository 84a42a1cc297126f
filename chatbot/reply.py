"""What the program says, as plain data: Reply and its parts, and their JSON-ready form.

Field names are a public interface (docs/protocol.md). Nothing here knows how a reply was found or is shown.
Values are named tuples: immutable, and a process that answers one question need not load `dataclasses`.
"""

from typing import Any, Literal, NamedTuple

Kind = Literal["answer", "handoff", "clarify", "unknown", "smalltalk", "safety"]
SafetyLevel = Literal["emergency", "urgent", "crisis"]


class Answer(NamedTuple):
    """One entry as shown to the patient.

    `text` is the plain text that answers; `short` is its first sentence or sentences, `more` what
    "tell me more" adds ("" where the guide has no more). `confidence` is from 0 to 1.
    """

    entry: str
    title: str
    text: str
    source: str
    confidence: float
    short: str = ""
    more: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON-ready form."""
        return self._asdict()


class Suggestion(NamedTuple):
    """A question that the patient may choose: an entry's id and its patient-worded title."""

    entry: str
    question: str

    def to_dict(self) -> dict[str, str]:
        """Return the JSON-ready form."""
        return self._asdict()


class SafetyNote(NamedTuple):
    """What a message that sounds like an emergency is answered with, shown before anything else."""

    level: SafetyLevel
    text: str

    def to_dict(self) -> dict[str, str]:
        """Return the JSON-ready form."""
        return {"level": self.level, "text": self.text}


class Reply(NamedTuple):
    """The whole reply to one message.

    `lead` is a sentence before the answers (how a follow-up was read, an apology, a kind word), `notes` are
    sentences after them (a part that is not covered, the quiet safety line). `text` is everything as plain text.
    """

    kind: Kind
    answers: tuple[Answer, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    safety: SafetyNote | None = None
    consultation: str | None = None
    text: str = ""
    lead: str = ""
    notes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON-ready form: the public Reply of the JSON Lines protocol and of `ask --json`."""
        return {
            "kind": self.kind,
            "answers": [answer.to_dict() for answer in self.answers],
            "suggestions": [suggestion.to_dict() for suggestion in self.suggestions],
            "safety": self.safety.to_dict() if self.safety else None,
            "consultation": self.consultation,
            "text": self.text,
            "lead": self.lead,
            "notes": list(self.notes),
        }
