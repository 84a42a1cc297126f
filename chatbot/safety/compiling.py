"""Data to rules: the parsed safety file, checked strictly, made into dictionaries that start fast.

Knows the shape of knowledge/safety.yaml and what can be wrong with it. Every problem is reported at once, each
with its place; a file with a problem is not used at all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from chatbot.filling import SETTINGS, fill, lone_brace, outside_of_brackets
from chatbot.knowledge import KnowledgeError, Position, Problem
from chatbot.nearest import did_you_mean
from chatbot.normalise import normalise
from chatbot.safety.replies import NAMES, NEVER_UNSET, WORDS_FOR_PHONE
from chatbot.safety.signs import LEVELS, TIMINGS, OwnLine, Pattern, SafetyRules, Sign, sign_stem
from chatbot.safety.windows import ANY_ORDER, IN_ORDER

Path = tuple[str | int, ...]
PlaceOf = Callable[[Path], Position]

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
_PARTS = (
    "reviewed_by",
    "reviewed_on",
    "note",
    "fillers",
    "look_alikes",
    "families",
    "idioms",
    "signs",
    "own_lines",
    "asked_about",
    "replies",
)
_SIGN_PARTS = ("id", "row", "class", "source", "time", "name", "say", "when", "reply", "reply_third", "note")
_OWN_LINE_PARTS = ("sign", "class", "who", "when", "beside", "note")
_LONGEST_LISTED = 400
_SHORTEST_REPAIRABLE = 5


class _Draft(NamedTuple):
    """What is collected while the file is read."""

    problems: list[Problem]
    place_of: PlaceOf


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
    draft = _Draft([], place_of or (lambda _: Position(file)))
    rules = _Compiler(data, ordinary, draft).rules()
    if draft.problems:
        raise KnowledgeError(tuple(draft.problems))
    assert rules is not None  # noqa: S101 - for the type checker: None comes with a problem
    return rules


class _Compiler:
    """One pass over the data. Collects problems; the result counts only when there are none."""

    def __init__(self, data: Mapping[str, Any], ordinary: frozenset[str], draft: _Draft) -> None:
        self.data = data
        self.ordinary = ordinary
        self.draft = draft
        self.numbers: dict[str, int] = {}
        self.words: dict[str, set[int]] = {}
        self.stems: dict[str, set[int]] = {}
        self.phrases: dict[str, dict[str, dict[tuple[str, ...], set[int]]]] = {}
        self.sizes: dict[int, int] = {}
        self.joined: set[int] = set()
        self.exact: set[str] = set()
        self.bases: dict[str, set[int]] = {}
        self.vocabulary: set[str] = set()
        self.fillers: frozenset[str] = frozenset()

    def problem(self, path: Path, rule: str, message: str, repair: str = "") -> None:
        self.draft.problems.append(Problem("error", rule, self.draft.place_of(path), message, "", repair))

    def rules(self) -> SafetyRules | None:
        """Return the rules; None where the file's shape, or a problem, leaves nothing to make them of."""
        if not self.has_its_parts():
            return None
        data, families = self.data, self.data["families"]
        self.fillers = frozenset(self.texts(("fillers",), data.get("fillers", [])))
        for name in ("fever-number", "fever-exact", *families):
            self.number_of(name)
        for name in CONTEXT_FAMILIES:
            if name not in self.numbers:
                self.problem(("families",), "safety-family-missing", f"the family {name!r} is missing")
        joins = self.families(families)
        idioms = self.idioms(data.get("idioms", []))
        signs, crossings = self.signs(data["signs"])
        own_lines = self.own_lines(data.get("own_lines", []), signs)
        asked_about = self.asked_about(data.get("asked_about", {}))
        self.look_alikes(data.get("look_alikes", []))
        replies = self.replies(data.get("replies", {}))
        if self.draft.problems:
            return None
        self.bound_words()
        return SafetyRules(
            families=tuple(self.numbers),
            signs=signs,
            words={word: tuple(sorted(numbers)) for word, numbers in self.words.items()},
            stems={key: tuple(sorted(numbers)) for key, numbers in self.stems.items()},
            phrases={
                first: {
                    second: tuple((rest, tuple(sorted(numbers))) for rest, numbers in rests.items())
                    for second, rests in seconds.items()
                }
                for first, seconds in self.phrases.items()
            },
            idioms=idioms,
            joins=joins,
            crossings=self.by_rarest_family(crossings),
            fillers=self.fillers,
            repairable=self.repairable(),
            ordinary=self.ordinary,
            replies=replies,
            reviewed_by=str(data.get("reviewed_by") or ""),
            reviewed_on=str(data.get("reviewed_on") or ""),
            fever_number=self.numbers["fever-number"],
            memory={},
            worked_out={},
            own_lines=own_lines,
            asked_about=asked_about,
            asked_heads=frozenset(phrase.split()[0] for _, phrases in asked_about for phrase in phrases),
        )

    def has_its_parts(self) -> bool:
        """Return whether the file is named parts, with families and signs among them."""
        data = self.data
        if not isinstance(data, Mapping):
            self.problem((), "safety-shape", "the safety file must be a list of named parts")
            return False
        for name in data:
            if name not in _PARTS:
                self.problem(
                    (name,), "safety-part", f"unknown part {name!r}", f"Use one of: {', '.join(_PARTS)}."
                )
        signs = data.get("signs")
        has_both = isinstance(data.get("families"), Mapping) and isinstance(signs, list) and bool(signs)
        if not has_both:
            self.problem((), "safety-shape", 'the safety file needs the parts "families" and "signs"')
        return has_both

    def look_alikes(self, listed: object) -> None:
        """Take in words that are known, but no sign's."""
        for word in self.texts(("look_alikes",), listed):
            self.words.setdefault(word, set())
            self.exact.add(word)

    def replies(self, replies: object) -> dict[str, str]:
        """Return the parts of the cards' words."""
        parts = replies if isinstance(replies, Mapping) else {}
        for name in REPLIES:
            if not isinstance(parts.get(name), str):
                self.problem(("replies",), "safety-reply-missing", f"the reply part {name!r} is missing")
                continue
            # {phone} itself would stand in the words for it
            never_unset = NEVER_UNSET - {"phone"} if name == WORDS_FOR_PHONE else NEVER_UNSET
            self.names_in_braces(("replies", name), parts[name], never_unset)
        return {name: str(parts.get(name)) for name in REPLIES}

    def line(self, path: Path, value: object) -> tuple[str, ...]:
        """Return a sign's own line of the card, in the list that holds it."""
        texts = self.texts(path, value)
        for index, text in enumerate(texts):
            self.names_in_braces((*path, index), text)
        return tuple(texts)

    def names_in_braces(self, path: Path, text: str, never_unset: Collection[str] = NEVER_UNSET) -> None:
        """Refuse what would leave a brace, a bracket or a hole on a card: whoever reads it is afraid."""
        filled = fill(text, dict.fromkeys(NAMES, "set"))
        for name in filled.unknown:
            self.problem(
                path,
                "safety-setting-known",
                f'"{{{name}}}" is not a setting of the clinic',
                did_you_mean(name, SETTINGS) or f"Use one of: {', '.join(SETTINGS)}.",
            )
        for name in outside_of_brackets(text):
            if name in NAMES and name not in never_unset:
                self.problem(
                    path,
                    "safety-setting-optional",
                    f"{{{name}}} may not be set, and the card would have a hole",
                    "Put the sentence between [[ and ]]: then it is left out.",
                )
        lone = lone_brace(text)
        if lone or filled.is_unbalanced:
            self.problem(
                path,
                "safety-braces-close",
                f"a {'brace' if lone else 'double square bracket'} has no partner here",
                "A setting stands between { and }, what goes without it between [[ and ]].",
            )

    def bound_words(self) -> None:
        """Say of each listed word how far its stem may speak for it."""
        for word in self.vocabulary:
            if word not in self.words and sign_stem(word) not in self.stems:
                self.words[word] = set()
        for word, listed in self.words.items():
            if word not in self.exact:  # "leak" in one family speaks for "leaking" in another
                listed.update(self.bases.get(sign_stem(word), set()))
        for key in self.stems:  # "winded" says nothing of "wind": a bare word counts only where it is listed
            for bare in (key, key + "e"):
                if bare not in self.words and sign_stem(bare) == key and key not in self.bases:
                    self.words[bare] = set()

    def repairable(self) -> dict[str, int]:
        """Return the words that spelling may repair into."""
        long = (word for word in sorted(self.vocabulary) if len(word) >= _SHORTEST_REPAIRABLE)
        return {word: 1 for word in long if word.isalpha()}

    def by_rarest_family(self, crossings: tuple[Pattern, ...]) -> dict[int, tuple[Pattern, ...]]:
        """Return the crossings under the family with the fewest words, joined families last."""
        grouped: dict[int, list[Pattern]] = {}
        for pattern in crossings:
            head = min(
                pattern.families,
                key=lambda number: (number in self.joined, self.sizes.get(number, 0), number),
            )
            grouped.setdefault(head, []).append(pattern)
        return {head: tuple(patterns) for head, patterns in grouped.items()}

    def texts(self, path: Path, value: object) -> list[str]:
        if not isinstance(value, list):
            self.problem(path, "safety-list", "this must be a list of words")
            return []
        for index, item in enumerate(value):
            if not isinstance(item, str) or not item.strip() or len(item) > _LONGEST_LISTED:
                self.problem((*path, index), "safety-text", f"{item!r} is not text", "Put it in quotes.")
        return [item for item in value if isinstance(item, str) and item.strip()]

    def families(self, families: Mapping[str, Any]) -> tuple[Pattern, ...]:
        joins: list[Pattern] = []
        for name, body in families.items():
            path: Path = ("families", name)
            number = self.numbers[name]
            parts = body if isinstance(body, Mapping) else {"say": body}
            for key in parts:
                if key not in ("say", "joins", "about"):
                    self.problem(
                        (*path, key), "safety-part", f"unknown part {key!r}", "Use: say, joins, about."
                    )
            self.say((*path, "say"), parts.get("say", []), number)
            for index, text in enumerate(self.texts((*path, "joins"), parts.get("joins", []))):
                joins += self.pattern((*path, "joins", index), text, number)
                self.joined.add(number)
        return tuple(joins)

    def idioms(self, idioms: object) -> tuple[Pattern, ...]:
        patterns: list[Pattern] = []
        if not isinstance(idioms, list):
            self.problem(("idioms",), "safety-list", "this must be a list")
            return ()
        for index, idiom in enumerate(idioms):
            path: Path = ("idioms", index)
            if not isinstance(idiom, Mapping) or "id" not in idiom:
                self.problem(path, "safety-idiom", "an idiom needs an id")
                continue
            number = self.number_of(f"idiom:{idiom['id']}")
            self.say((*path, "say"), idiom.get("say", []), number)
            if idiom.get("say"):
                patterns.append(Pattern(0, (number,), False, 0, False, ()))
            for at, text in enumerate(self.texts((*path, "when"), idiom.get("when", []))):
                patterns += self.pattern((*path, "when", at), text, 0)
        return tuple(patterns)

    def signs(self, signs: list[Any]) -> tuple[tuple[Sign, ...], tuple[Pattern, ...]]:
        compiled: list[Sign] = []
        crossings: list[Pattern] = []
        seen: set[str] = set()
        for index, body in enumerate(signs):
            path: Path = ("signs", index)
            if not isinstance(body, Mapping):
                self.problem(path, "safety-sign", "a sign must have named parts")
                continue
            sign = self.sign(path, body)
            if sign.id in seen:
                self.problem((*path, "id"), "safety-sign-twice", f"the sign {sign.id!r} stands twice")
            seen.add(sign.id)
            number = self.number_of(f"sign:{sign.id}")
            self.say((*path, "say"), body.get("say", []), number)
            if body.get("say"):
                crossings.append(Pattern(len(compiled), (number,), False, 0, False, ()))
            for at, text in enumerate(self.texts((*path, "when"), body.get("when", []))):
                crossings += self.pattern((*path, "when", at), text, len(compiled))
            compiled.append(sign)
        return tuple(compiled), tuple(crossings)

    def sign(self, path: Path, body: Mapping[str, Any]) -> Sign:
        for key in body:
            if key not in _SIGN_PARTS:
                self.problem(
                    (*path, key), "safety-part", f"unknown part {key!r}", f"Use: {', '.join(_SIGN_PARTS)}."
                )
        level, time, row = body.get("class"), body.get("time", "now"), body.get("row")
        if level not in LEVELS:
            self.problem(
                (*path, "class"),
                "safety-class",
                f"the class {level!r} is unknown",
                f"Use: {', '.join(LEVELS)}.",
            )
        if time not in TIMINGS:
            self.problem(
                (*path, "time"), "safety-time", f"the time {time!r} is unknown", f"Use: {', '.join(TIMINGS)}."
            )
        if not isinstance(row, int):
            self.problem((*path, "row"), "safety-row", "a sign needs the number of its row in docs/safety.md")
        source = self.texts((*path, "source"), body.get("source", []))
        if not source:
            self.problem((*path, "source"), "safety-source", "a sign needs its source")
        if not isinstance(body.get("id"), str) or not isinstance(body.get("name"), str):
            self.problem(path, "safety-sign", "a sign needs an id and a name")
        return Sign(
            id=str(body.get("id")),
            row=row if isinstance(row, int) else 0,
            level=str(level),
            source=tuple(source),
            time=str(time),
            name=str(body.get("name")),
            reply=self.line((*path, "reply"), body.get("reply", [])),
            reply_third=self.line((*path, "reply_third"), body.get("reply_third", [])),
        )

    def own_lines(self, entries: object, signs: tuple[Sign, ...]) -> tuple[OwnLine, ...]:
        """Return which own line a card carries; the classes are those of its sign where none are named."""
        if not isinstance(entries, list):
            self.problem(("own_lines",), "safety-list", "this must be a list")
            return ()
        levels = {sign.id: sign.level for sign in signs}
        lines: list[OwnLine] = []
        for index, entry in enumerate(entries):
            path: Path = ("own_lines", index)
            if not isinstance(entry, Mapping) or entry.get("sign") not in levels:
                self.problem(path, "safety-own-line", "an own line needs the id of a sign", "sign: fever")
                continue
            for key in entry:
                if key not in _OWN_LINE_PARTS:
                    allowed = ", ".join(_OWN_LINE_PARTS)
                    self.problem((*path, key), "safety-part", f"unknown part {key!r}", f"Use: {allowed}.")
            sign = str(entry["sign"])
            classes = self.texts((*path, "class"), entry.get("class", [levels[sign]]))
            for name in classes:
                if name not in LEVELS:
                    self.problem((*path, "class"), "safety-class", f"the class {name!r} is unknown")
            patterns: list[Pattern] = []
            for at, text in enumerate(self.texts((*path, "when"), entry.get("when", []))):
                patterns += self.pattern((*path, "when", at), text, 0)
            is_beside, is_of_other = entry.get("beside") is True, entry.get("who") == "other"
            lines.append(OwnLine(sign, tuple(classes), tuple(patterns), is_beside, is_of_other))
        return tuple(lines)

    def asked_about(self, listed: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return what is asked about before it is there, by class; as a message would have it, small words kept."""
        if not isinstance(listed, Mapping):
            self.problem(("asked_about",), "safety-list", "this must be lists of words by class")
            return ()
        for level in listed:
            if level not in LEVELS:
                self.problem(("asked_about", level), "safety-class", f"the class {level!r} is unknown")
        phrases = {
            level: [
                each for text in self.texts(("asked_about", level), texts) for each in _alternatives(text)
            ]
            for level, texts in listed.items()
        }
        return tuple(
            (str(level), tuple(" ".join(normalise(phrase).tokens) for phrase in phrases[level]))
            for level in LEVELS
            if level in phrases
        )

    def number_of(self, name: str) -> int:
        return self.numbers.setdefault(name, len(self.numbers))

    def say(self, path: Path, items: object, number: int) -> None:
        for text in self.texts(path, items):
            for expanded in _alternatives(text.removeprefix("=")):
                tokens = self.tokens(expanded)
                self.sizes[number] = self.sizes.get(number, 0) + 1
                if not tokens:
                    self.problem(path, "safety-text", f"{text!r} holds only words that are skipped")
                elif len(tokens) == 1 and len(expanded.split()) > 1:
                    self.problem(
                        path, "safety-text", f"of {expanded!r} only {tokens[0]!r} is left without small words"
                    )
                elif len(tokens) == 1:
                    self.words.setdefault(tokens[0], set()).add(number)
                    if text.startswith("="):
                        self.exact.add(tokens[0])
                    else:
                        key = sign_stem(tokens[0])
                        self.stems.setdefault(key, set()).add(number)
                        if tokens[0] in (key, key + "e"):
                            self.bases.setdefault(key, set()).add(number)
                    self.vocabulary.add(tokens[0])
                else:
                    keys = tuple(sign_stem(token) for token in tokens)
                    seconds = self.phrases.setdefault(keys[0], {}).setdefault(keys[1], {})
                    seconds.setdefault(keys[2:], set()).add(number)
                    self.vocabulary.update(tokens)

    def tokens(self, text: str) -> list[str]:
        """Return the words of a listed text as a message would have them, small words left out."""
        if text.isalpha() and text.isascii():
            return [
                text.lower()
            ]  # "od" and "cudnt" as they stand: a shorthand of theirs may mean something else
        if not (text.isascii() and text.replace(" ", "").isalpha()):
            return [token for token in normalise(text).tokens if token not in self.fillers]
        # Words and spaces alone are read word by word: 40,000 texts hold a few thousand words.
        return [token for word in text.split() for token in _tokens_of(word) if token not in self.fillers]

    def pattern(self, path: Path, text: str, result: int) -> list[Pattern]:
        """Read "a > b", "a + b", each with " within N", " across" and " unless c, d"; "a|b" makes two patterns."""
        crossing, _, unless = text.partition(" unless ")
        across = crossing.endswith(" across")
        crossing = crossing.removesuffix(" across")
        crossing, _, within = crossing.partition(" within ")
        if within and not within.strip().isdigit():
            self.problem(path, "safety-crossing", f"{within!r} is no number of words")
        is_ordered = " > " in crossing
        if is_ordered and " + " in crossing:
            self.problem(path, "safety-crossing", f"{crossing!r} mixes > and +", "Use one of them.")
        names = [name.strip() for name in crossing.split(" > " if is_ordered else " + ")]
        guards = self.numbers_of(path, [name.strip() for name in unless.split(",") if name.strip()])
        reach = int(within) if within.strip().isdigit() else IN_ORDER if is_ordered else ANY_ORDER
        patterns = []
        for choice in product(*(name.split("|") for name in names)):
            numbers = self.numbers_of(path, choice)
            patterns.append(Pattern(result, tuple(numbers), is_ordered, reach, across, tuple(guards)))
        return patterns

    def numbers_of(self, path: Path, names: Sequence[str]) -> list[int]:
        numbers = []
        for name in names:
            if name not in self.numbers:
                self.problem(path, "safety-family-unknown", f"there is no family {name!r}")
            numbers.append(self.numbers.get(name, 0))
        return numbers


def _alternatives(text: str) -> list[str]:
    """Return "goes|went to sleep" as its two phrases."""
    return [" ".join(words) for words in product(*(word.split("|") for word in text.split()))]


@lru_cache(maxsize=8192)
def _tokens_of(word: str) -> tuple[str, ...]:
    return normalise(word).tokens
