"""What a clinician reads and signs: each sign of danger with its card and with messages that it answers.

Run `python tools/safety_sheet.py` after a change of knowledge/safety.yaml; it writes docs/safety-signs.md. A test
compares the file with a fresh one, so the sheet cannot go stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from chatbot import safety
from chatbot.knowledge import Clinic
from chatbot.knowledge_files import loading
from chatbot.normalise import normalise
from chatbot.safety.signs import Sign

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "docs" / "safety-signs.md"
MESSAGES = ROOT / "tests" / "data" / "safety" / "messages.yaml"
MOST_MESSAGES = 4
LONGEST_MESSAGE = 90

CLASSES = {
    "emergency": "911 or the nearest emergency room, now",
    "urgent": "the surgical team today",
    "crisis": "988, call or text",
}
TIMES = {
    "now": "counts unless the message says that it is clearly over",
    "passed": "counts also when it has passed lately",
    "cauda": "clearly old and unchanged: urgent instead of emergency",
    "change": "new or worse counts; unchanged for months, or improving, does not",
    "crisis": "counts also in talk about it and in conditions",
}
HEAD = """\
# Signs of danger, for the clinician who signs them

Written by `python tools/safety_sheet.py` from `knowledge/safety.yaml`; correct that file, not this one. **Nobody has
signed it yet.** First the cards, as a clinic without numbers of its own shows them. Then for each sign: when it counts,
its own line, which stands after the card's first, and messages from the project's own test set that show it. What may
raise a sign to another class, how denial, time and other people are read, and what the source tags mean:
docs/safety.md. What it misses and where it cries wolf: docs/safety-measured.md.

Check for each: is the class right? Does the card say what you would say? Is a wording that your patients use missing?
Then write your name and the date into `reviewed_by` and `reviewed_on` at the head of `knowledge/safety.yaml`.

## The cards
"""


def rules() -> safety.SafetyRules:
    """Return the built-in safety rules, without likeness: a sign of the sheet speaks by its own rules."""
    file = loading.read_safety()
    return safety.compile_rules(file.data, frozenset(loading.common_words()), file.place_of)


def messages_by_sign(compiled: safety.SafetyRules) -> dict[str, list[str]]:
    """Return, for each sign, the short messages of the test set in which it is the first that is found."""
    found: dict[str, list[str]] = {}
    for item in yaml.safe_load(MESSAGES.read_text(encoding="utf-8")):
        text = " ".join(item["q"].split())
        finding, _ = safety.by_rules(normalise(text), compiled)
        if finding.level == item["expect"] and finding.signs and len(text) <= LONGEST_MESSAGE:
            found.setdefault(finding.signs[0], []).append(text)
    return {sign: spread(texts) for sign, texts in found.items()}


def spread(texts: list[str]) -> list[str]:
    """Return a few of many texts, from all over the list."""
    step = max(1, len(texts) // MOST_MESSAGES)
    return texts[::step][:MOST_MESSAGES]


def card_lines(
    level: str, compiled: safety.SafetyRules, *, is_third: bool, signs: tuple[str, ...] = ()
) -> list[str]:
    """Return the lines of a card, of one sign or of none, about the writer or about somebody else."""
    finding = safety.Finding(level, signs, third_person=is_third)  # type: ignore[arg-type]
    return safety.card(finding, compiled, Clinic()).splitlines()


def shared_cards(compiled: safety.SafetyRules) -> Iterator[str]:
    """Yield what all cards of a class say, to oneself and about somebody else."""
    for level, means in CLASSES.items():
        for who, is_third in (("", False), (", about somebody else", True)):
            yield f"The card of class **{level}**{who} ({means}):"
            yield ""
            yield from (f"- {line}" for line in card_lines(level, compiled, is_third=is_third))
            yield ""


def own_lines(compiled: safety.SafetyRules) -> Iterator[str]:
    """Yield the own lines in the order in which one of them is chosen for a card."""
    by_id = {sign.id: sign for sign in compiled.signs}
    yield from ("## Which own line a card carries", "")
    yield "One only: the first of these whose sign was found, or whose words stand in a message in which no rule found"
    yield "a sign (`own_lines` in the file). A sign that stands here without a line keeps later ones off the card."
    yield ""
    for name in dict.fromkeys(line.sign for line in compiled.own_lines):
        sign = by_id[name]
        said = f"*{sign.reply[0]}*" if sign.reply else "988 too" if sign.level == "crisis" else "no line"
        yield f"- {sign.name[0].upper()}{sign.name[1:]}: {said}"
    yield ""


def part(sign: Sign, compiled: safety.SafetyRules, messages: list[str]) -> Iterator[str]:
    """Yield the lines of one sign."""
    yield f"## {sign.name[0].upper()}{sign.name[1:]}"
    yield ""
    yield f"Row {sign.row}, **{sign.level}**; {TIMES[sign.time]}. Sources: {', '.join(sign.source)}. (`{sign.id}`)"
    yield ""
    for who, is_third in (("Its own line", False), ("About somebody else", True)):
        shared = card_lines(sign.level, compiled, is_third=is_third)
        own = card_lines(sign.level, compiled, is_third=is_third, signs=(sign.id,))
        for line in own:
            if line not in shared:
                yield from (f"{who}: *{line}*", "")
    yield from (f"- {message}" for message in messages)
    yield ""


def sheet() -> str:
    """Return the whole sheet: every sign that raises a class, in the file's order, then the companions."""
    compiled = rules()
    messages = messages_by_sign(compiled)
    lines = [HEAD, *shared_cards(compiled), *own_lines(compiled)]
    for sign in compiled.signs:
        if sign.level in CLASSES:
            lines += part(sign, compiled, messages.get(sign.id, []))
    names = sorted({sign.name for sign in compiled.signs if sign.level not in CLASSES})
    lines += ["## Companions", "", f"These raise nothing alone, only others (rule 21): {', '.join(names)}."]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(sheet(), encoding="utf-8")
