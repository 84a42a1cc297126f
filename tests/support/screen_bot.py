"""A bot for tests of the screen: it has fixed replies of every kind, and a Knowledge of a few entries."""

from __future__ import annotations

from typing import NamedTuple

from chatbot.knowledge import Clinic, Entry, Group, Knowledge, Position
from chatbot.normalise import MAXIMUM_CHARACTERS
from chatbot.reply import Answer, Reply, SafetyNote, Suggestion
from chatbot.speaking.composing import told_as_cut

_NEXT_STEP = "An exam can help look for the source. You may want to schedule a consultation with Dr. Example."


def entry(entry_id: str, title: str, *, kind: str = "faq", **parts: object) -> Entry:
    """Return an entry with these parts and plain values for the rest."""
    values: dict[str, object] = dict.fromkeys(Entry._fields, ()) | {
        "id": entry_id,
        "kind": kind,
        "group": "one",
        "title": title,
        "short": f"Short words on {entry_id}.",
        "answer": f"Longer words on {entry_id}, which explain it.",
        "more": "",
        "source": "4. A Section of the Guide",
        "related": (),
        "consultation": _NEXT_STEP,
        "questions": (),
        "reviewed": None,
        "should_match": (),
        "must_not_match": (),
        "position": Position("faq.yaml"),
    }
    return Entry(**(values | parts))  # type: ignore[arg-type]


ENTRIES = (
    entry(
        "how-common",
        "How common is lasting pain after spinal fusion?",
        short="About 10 to 40 percent of patients say they still have pain after a spinal fusion.",
        answer="That is about 10 to 40 of every 100 people. The number depends on the surgery.",
        more="In general, fusion has good results.",
        related=("is-pain-a-failure", "hardware-removal-help"),
        questions=("how many people still hurt after a fusion", "is it normal to still hurt"),
    ),
    entry(
        "hardware-removal-help",
        "Can taking out the screws or rods help my pain?",
        related=("how-common", "schedule-consultation"),
        questions=("can the screws be taken out", "would removing the metal help"),
    ),
    entry(
        "is-pain-a-failure", "Does lasting pain mean my surgery failed?", questions=("did my surgery fail",)
    ),
    entry(
        "schedule-consultation",
        "How do I schedule a consultation?",
        kind="topic",
        group="clinic",
        questions=("book a visit",),
    ),
    entry(
        "goodbye", "Goodbye", kind="smalltalk", short="Goodbye, and take good care of yourself.", answer=""
    ),
)


class Turn(NamedTuple):
    """What the engine hands back."""

    reply: Reply
    conversation: tuple[str, ...]


class ScreenBot:
    """Answers by the first entry whose title or wording shares a long word with the message."""

    def __init__(self, clinic: Clinic | None = None, entries: tuple[Entry, ...] = ENTRIES) -> None:
        clinic = clinic if clinic is not None else Clinic(name="Example Spine Clinic", surgeon="Dr. Example")
        parts = {"entries": entries, "groups": (Group("one", "First group", ""),), "clinic": clinic}
        self.knowledge = Knowledge(**(dict.fromkeys(Knowledge._fields, ()) | parts))  # type: ignore[arg-type]

    def forget_words(self) -> None:
        """Nothing is remembered."""

    def unpack(self) -> None:
        """Nothing is packed."""

    def ask(self, text: str, conversation: tuple[str, ...] | None = None) -> Turn:
        """Return a fixed reply for what the text mentions; a long text is told to be cut, as the engine does."""
        turn = self._ask(text, conversation)
        is_cut = len(text) > MAXIMUM_CHARACTERS
        return turn._replace(reply=told_as_cut(turn.reply)) if is_cut else turn

    def _ask(self, text: str, conversation: tuple[str, ...] | None) -> Turn:  # noqa: PLR0911 - a table
        said = (*(conversation or ()), text)
        words = {word.strip("?.!,") for word in text.casefold().split()}
        if "numb" in words:
            return Turn(EMERGENCY, said)
        if "fever" in words:
            return Turn(self._urgent(), said)
        if text.isdigit() and 0 < int(text) <= len(self.knowledge.entries):
            return Turn(self._answer(self.knowledge.entries[int(text) - 1]), said)
        if words & {"bye", "goodbye"}:
            return Turn(self._answer(self.knowledge.entries[-1]), said)
        if "pain" in words and len(words) == 1:
            return Turn(self._clarify(), said)
        for candidate in self.knowledge.entries:
            asked = " ".join((candidate.title, *candidate.questions)).casefold()
            if any(len(word) > 4 and word in asked for word in words):
                return Turn(self._answer(candidate), said)
        lead = "I do not have an answer to that." if text else "What would you like to know?"
        return Turn(
            Reply("unknown", suggestions=self._suggestions()[:2], consultation=_NEXT_STEP, lead=lead), said
        )

    def show(self, entry_id: str, conversation: tuple[str, ...] | None = None) -> Turn:
        """Return the entry with this id as a reply."""
        found = self.knowledge.entry(entry_id)
        if found is None:
            raise KeyError(entry_id)
        return Turn(self._answer(found), (*(conversation or ()), entry_id))

    def topics(self) -> list[tuple[str, list[Suggestion]]]:
        """Return one group with every question."""
        return [("First group", list(self._suggestions()))]

    def _suggestions(self) -> tuple[Suggestion, ...]:
        return tuple(
            Suggestion(one.id, one.title) for one in self.knowledge.entries if one.kind != "smalltalk"
        )

    def _clarify(self) -> Reply:
        return Reply("clarify", suggestions=self._suggestions()[:3], lead="Which of these do you mean?")

    def _urgent(self) -> Reply:
        return self._answer(self.knowledge.entries[0])._replace(
            kind="safety", safety=URGENT, consultation=None
        )

    def _answer(self, found: Entry) -> Reply:
        if found.kind == "smalltalk":
            return Reply("smalltalk", (Answer(found.id, found.title, found.text, "", 1.0),))
        others = tuple(one for one in self._suggestions() if one.entry in found.related)
        answer = Answer(found.id, found.title, found.text, found.source, 0.9, found.short, found.more)
        return Reply("answer", (answer,), others, consultation=found.consultation)


EMERGENCY = Reply(
    "safety",
    safety=SafetyNote(
        "emergency",
        "Call 911 now, or go to the nearest emergency department.\n"
        "Do not drive yourself. Do not wait for the clinic to call back.\n"
        "Tell them about your spine surgery, and what you feel.",
    ),
)
URGENT = SafetyNote(
    "urgent",
    "Call your surgical team today, also in the evening.\n"
    "If it gets worse, call 911. If nobody answers, go to urgent care.",
)
