"""Data to rules: the parsed safety file, checked strictly, made into dictionaries that start fast.

Knows the parts of knowledge/safety.yaml and what they mean. Every problem is reported at once, each with its place; a
file with a problem is not used at all. What is wrong with a single text is `safety_file`'s to say; `dictionary` takes
in words, `crossings` what is written with > and +.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from chatbot.knowledge import KnowledgeError, Position
from chatbot.normalise import normalise
from chatbot.reply import SafetyLevel
from chatbot.safety.cards.replies import NEVER_UNSET, WORDS_FOR_PHONE
from chatbot.safety.rules_file.crossings import Crossings, by_rarest_family, said
from chatbot.safety.rules_file.dictionary import Dictionary, alternatives
from chatbot.safety.rules_file.safety_file import Path, PlaceOf, SafetyFile
from chatbot.safety.signs import LEVELS, TIMINGS, OwnLine, Pattern, SafetyRules, Sign, SignLevel, Timing

# Families that the code reads by name (negation, timing, who, talk, verdict, reading): every file must have them.
CONTEXT_FAMILIES = (
    "pain", "past-mark", "current", "long-time", "outcome", "unchanged", "improving", "worse",
    "surgery-word", "relative", "general-person", "information-word", "story", "ill-family",
    "false-negation", "ruled-out", "denied-before", "mine-too", "none-happened",
    "future", "not-suicidal", "information-strong",
    "report-question", "short-past", "others-had", "fever-number", "fever-exact", "head-pain",
    "hurt", "severe", "hurt-now", "skull-split", "came-again", "work-talk",
)  # fmt: skip
REPLIES = (
    "emergency-first", "emergency-then", "emergency-tell", "emergency-third-tell", "emergency-clinic", "also-crisis",
    "urgent-first", "urgent-no-phone", "urgent-nobody", "urgent-then",
    "crisis-first", "crisis-call", "crisis-act", "crisis-stay",
    "crisis-third-first", "crisis-third-call", "crisis-third-act",
    "standing-emergency", "standing-urgent", "standing-crisis",
    "taken-back-emergency", "taken-back-urgent", "taken-back-crisis",
    "quiet-emergency", "quiet-urgent", "quiet-crisis",
)  # fmt: skip
_SIGN_PARTS = (
    "id",
    "row",
    "class",
    "source",
    "time",
    "name",
    "say",
    "when",
    "sure",
    "reply",
    "reply_third",
    "note",
)
_OWN_LINE_PARTS = ("sign", "class", "who", "when", "beside", "note")
_FAMILY_PARTS = ("say", "joins", "about")


def compile_rules(
    data: Mapping[str, Any],
    ordinary: frozenset[str] = frozenset(),
    place_of: PlaceOf | None = None,
    file: str = "safety.yaml",
) -> SafetyRules:
    """Return the rules of a parsed safety file (plain dictionaries, lists and texts).

    `ordinary`: everyday words that spelling must not repair. `place_of` maps a path inside the data to its place
    in the file. Raises KnowledgeError with every problem.
    """
    read = SafetyFile(data, place_of or (lambda _: Position(file)))
    rules = _Compiler(read).rules(ordinary) if read.has_its_parts() else None
    if read.problems:
        raise KnowledgeError(tuple(read.problems))
    assert rules is not None  # noqa: S101 - for the type checker: None comes with a problem
    return rules


class _Compiler:
    """One pass over a file that has its parts. The result counts only when there are no problems."""

    def __init__(self, file: SafetyFile) -> None:
        self.file = file
        self.dictionary = Dictionary(file, file.texts(("fillers",), file.data.get("fillers", [])))
        self.crossings = Crossings(file, self.dictionary)
        self.sure: list[Pattern] = []  # the patterns of signs that stand however ordinary a message is

    def rules(self, ordinary: frozenset[str]) -> SafetyRules | None:
        """Return the rules; None where a problem leaves nothing to make them of."""
        data, dictionary = self.file.data, self.dictionary
        self.number_families(data["families"])
        joins = self.families(data["families"])
        idioms = self.idioms(data.get("idioms", []))
        signs, crossings = self.signs(data["signs"])
        own_lines = self.own_lines(data.get("own_lines", []), signs)
        asked_about = self.asked_about(data.get("asked_about", {}))
        dictionary.add_look_alikes(self.file.texts(("look_alikes",), data.get("look_alikes", [])))
        replies = self.replies(data.get("replies", {}))
        if self.file.problems:
            return None
        dictionary.bind_words()
        joined = {pattern.result for pattern in joins}
        return SafetyRules(
            families=tuple(dictionary.numbers),
            signs=signs,
            words=dictionary.words(),
            stems=dictionary.stems(),
            phrases=dictionary.phrases(),
            idioms=idioms,
            joins=joins,
            crossings=by_rarest_family(crossings, dictionary, joined),
            sure=by_rarest_family(self.sure, dictionary, joined),
            unlearnt=self.unlearnt((*crossings, *idioms, *joins), own_lines),
            fillers=dictionary.fillers,
            repairable=dictionary.repairable(),
            ordinary=ordinary,
            replies=replies,
            reviewed_by=str(data.get("reviewed_by") or ""),
            reviewed_on=str(data.get("reviewed_on") or ""),
            fever_number=dictionary.numbers["fever-number"],
            memory={},
            worked_out={},
            own_lines=own_lines,
            asked_about=asked_about,
            asked_heads=frozenset(phrase.split()[0] for _, phrases in asked_about for phrase in phrases),
        )

    def number_families(self, families: Mapping[str, Any]) -> None:
        """Give all families a number before any is read, for one may name another; report which are missing."""
        for name in ("fever-number", "fever-exact", *families):
            self.dictionary.number_of(name)
        for name in CONTEXT_FAMILIES:
            if name not in self.dictionary.numbers:
                self.file.problem(("families",), "safety-family-missing", f"the family {name!r} is missing")

    def families(self, families: Mapping[str, Any]) -> tuple[Pattern, ...]:
        """Take in the words of families; return the crossings of others that make one."""
        joins: list[Pattern] = []
        for name, body in families.items():
            path: Path = ("families", name)
            number = self.dictionary.numbers[name]
            parts = body if isinstance(body, Mapping) else {"say": body}
            self.file.check_parts(path, parts, _FAMILY_PARTS)
            self.dictionary.say((*path, "say"), parts.get("say", []), number)
            joins += self.crossings.read_all((*path, "joins"), parts.get("joins", []), number)
        return tuple(joins)

    def idioms(self, idioms: object) -> tuple[Pattern, ...]:
        """Take in what only sounds like a sign; return the patterns of it."""
        patterns: list[Pattern] = []
        if not isinstance(idioms, list):
            self.file.problem(("idioms",), "safety-list", "this must be a list")
            return ()
        for index, idiom in enumerate(idioms):
            path: Path = ("idioms", index)
            if not isinstance(idiom, Mapping) or "id" not in idiom:
                self.file.problem(path, "safety-idiom", "an idiom needs an id")
                continue
            number = self.dictionary.number_of(f"idiom:{idiom['id']}")
            patterns += self.said_or_crossed(path, idiom, number, 0)
        return tuple(patterns)

    def said_or_crossed(self, path: Path, body: Mapping[str, Any], number: int, result: int) -> list[Pattern]:
        """Take in what is said for an idiom or a sign; return the patterns that make it."""
        self.dictionary.say((*path, "say"), body.get("say", []), number)
        patterns = [said(result, number)] if body.get("say") else []
        return patterns + self.crossings.read_all((*path, "when"), body.get("when", []), result)

    def signs(self, signs: list[Any]) -> tuple[tuple[Sign, ...], tuple[Pattern, ...]]:
        """Return the signs, and the patterns that make them."""
        compiled: list[Sign] = []
        patterns: list[Pattern] = []
        seen: set[str] = set()
        for index, body in enumerate(signs):
            path: Path = ("signs", index)
            if not isinstance(body, Mapping):
                self.file.problem(path, "safety-sign", "a sign must have named parts")
                continue
            sign = self.sign(path, body)
            if sign.id in seen:
                self.file.problem((*path, "id"), "safety-sign-twice", f"the sign {sign.id!r} stands twice")
            seen.add(sign.id)
            number = self.dictionary.number_of(f"sign:{sign.id}")
            patterns += self.said_or_crossed(path, body, number, len(compiled))
            self.sure += self.crossings.read_all((*path, "sure"), body.get("sure", []), len(compiled))
            compiled.append(sign)
        return tuple(compiled), tuple(patterns)

    def unlearnt(self, others: Iterable[Pattern], own_lines: Iterable[OwnLine]) -> frozenset[int]:
        """Return the families that only crossings name which are sure; `others` are all other patterns."""
        others = (*others, *(pattern for line in own_lines for pattern in line.patterns))
        known = {family for pattern in others for family in (*pattern.families, *pattern.guards)}
        known |= {self.dictionary.number_of(name) for name in CONTEXT_FAMILIES}
        sure = {family for one in self.sure for family in (*one.families, *one.guards, *one.never)}
        return frozenset(sure - known)

    def sign(self, path: Path, body: Mapping[str, Any]) -> Sign:
        """Return one sign; report what is wrong with its parts."""
        file = self.file
        file.check_parts(path, body, _SIGN_PARTS)
        level, time, row = body.get("class"), body.get("time", "now"), body.get("row")
        file.check_class((*path, "class"), level, f"Use: {', '.join(LEVELS)}.")
        if time not in TIMINGS:
            file.problem(
                (*path, "time"), "safety-time", f"the time {time!r} is unknown", f"Use: {', '.join(TIMINGS)}."
            )
        if not isinstance(row, int):
            file.problem((*path, "row"), "safety-row", "a sign needs the number of its row in docs/safety.md")
        source = file.texts((*path, "source"), body.get("source", []))
        if not source:
            file.problem((*path, "source"), "safety-source", "a sign needs its source")
        if not isinstance(body.get("id"), str) or not isinstance(body.get("name"), str):
            file.problem(path, "safety-sign", "a sign needs an id and a name")
        return Sign(
            id=str(body.get("id")),
            row=row if isinstance(row, int) else 0,
            level=cast(SignLevel, level),  # what is none was reported: such a sign is never used
            source=tuple(source),
            time=cast(Timing, time),
            name=str(body.get("name")),
            reply=file.line((*path, "reply"), body.get("reply", [])),
            reply_third=file.line((*path, "reply_third"), body.get("reply_third", [])),
        )

    def own_lines(self, entries: object, signs: tuple[Sign, ...]) -> tuple[OwnLine, ...]:
        """Return which own line a card carries; the classes are those of its sign where none are named."""
        if not isinstance(entries, list):
            self.file.problem(("own_lines",), "safety-list", "this must be a list")
            return ()
        levels = {sign.id: sign.level for sign in signs}
        lines: list[OwnLine] = []
        for index, entry in enumerate(entries):
            path: Path = ("own_lines", index)
            if not isinstance(entry, Mapping) or entry.get("sign") not in levels:
                self.file.problem(
                    path, "safety-own-line", "an own line needs the id of a sign", "sign: fever"
                )
                continue
            self.file.check_parts(path, entry, _OWN_LINE_PARTS)
            sign = str(entry["sign"])
            classes = self.file.texts((*path, "class"), entry.get("class", [levels[sign]]))
            for name in classes:
                self.file.check_class((*path, "class"), name)
            patterns = self.crossings.read_all((*path, "when"), entry.get("when", []), 0)
            is_beside, is_of_other = entry.get("beside") is True, entry.get("who") == "other"
            lines.append(OwnLine(sign, tuple(classes), tuple(patterns), is_beside, is_of_other))
        return tuple(lines)

    def asked_about(self, listed: object) -> tuple[tuple[SafetyLevel, tuple[str, ...]], ...]:
        """Return what is asked about before it is there, by class; as a message would have it, small words kept."""
        if not isinstance(listed, Mapping):
            self.file.problem(("asked_about",), "safety-list", "this must be lists of words by class")
            return ()
        for level in listed:
            self.file.check_class(("asked_about", level), level)
        phrases = {
            level: [
                each for text in self.file.texts(("asked_about", level), texts) for each in alternatives(text)
            ]
            for level, texts in listed.items()
        }
        return tuple(
            (level, tuple(" ".join(normalise(phrase).tokens) for phrase in phrases[level]))
            for level in LEVELS
            if level != "companion" and level in phrases
        )

    def replies(self, replies: object) -> dict[str, str]:
        """Return the parts of the cards' words."""
        parts = replies if isinstance(replies, Mapping) else {}
        for name in REPLIES:
            if not isinstance(parts.get(name), str):
                message = f"the reply part {name!r} is missing"
                self.file.problem(("replies",), "safety-reply-missing", message)
                continue
            # {phone} itself would stand in the words for it
            never_unset = NEVER_UNSET - {"phone"} if name == WORDS_FOR_PHONE else NEVER_UNSET
            self.file.check_braces(("replies", name), parts[name], never_unset)
        return {name: str(parts.get(name)) for name in REPLIES}
