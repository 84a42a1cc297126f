"""The values of the triage: signs, families, compiled rules and the finding.

A family is a list of words and phrases that mean the same to the triage ("numb", "asleep", "like rubber"). A
sign is a list of crossings of families. Both are data (knowledge/safety.yaml), so that a clinician can read and
correct them; how a message is read, what counts as denied or over, and which signs raise each other is code.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Literal, NamedTuple

from chatbot.compact.table import unpacked, unpacked_words
from chatbot.english.spelling import Speller
from chatbot.reply import SafetyLevel
from chatbot.safety.by_likeness.likeness import LIKENESS, NO_LIKENESS, Likeness

Level = SafetyLevel | Literal["none"]
SignLevel = SafetyLevel | Literal["companion"]
Timing = Literal["now", "passed", "cauda", "change", "crisis"]

# How time decides for a sign (docs/safety.md, rules 9 to 13).
#   now       fires unless it is clearly over
#   passed    fires also when it has passed lately (a stroke that cleared up, a faint)
#   cauda     old and unchanged is urgent instead of an emergency (rule 12)
#   change    new or worse decides: unchanged for long or improving is nothing (rule 11)
#   crisis    neither information nor a condition makes it nothing (rules 17 and 18)
TIMINGS: tuple[Timing, ...] = ("now", "passed", "cauda", "change", "crisis")
LEVELS: tuple[SignLevel, ...] = ("emergency", "urgent", "crisis", "companion")
# The order of classes (rule 23): the smaller number is the more serious.
SERIOUS = {"emergency": 0, "crisis": 1, "urgent": 2, "companion": 3, "none": 4}


class Sign(NamedTuple):
    """One sign: its row in docs/safety.md, class, source tags, how time decides, and its part of the reply.

    A `companion` raises nothing alone; it only raises others (rule 21).
    """

    id: str
    row: int
    level: SignLevel
    source: tuple[str, ...]
    time: Timing
    name: str
    reply: tuple[str, ...]
    reply_third: tuple[str, ...]


class Pattern(NamedTuple):
    """Families that must meet: in this order with at most `reach` words between neighbours, or in any order.

    In any order, all lie within `reach` words; with `across` also in two neighbouring sentences. `guards` are
    families that must not stand near, `never` those that must not stand anywhere in the message. `result` is the index
    of the sign or family that it makes.
    """

    result: int
    families: tuple[int, ...]
    is_ordered: bool
    reach: int
    across: bool
    guards: tuple[int, ...]
    never: tuple[int, ...] = ()


class OwnLine(NamedTuple):
    """Where the own line of a sign stands on a card: its class, and the crossings that call for it.

    Without `patterns` it stands where the sign itself was found. With them where no rule found a sign; `is_beside`:
    beside found ones, too. `is_of_other`: only where somebody else is unwell.
    """

    sign: str
    levels: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    is_beside: bool
    is_of_other: bool


class SafetyRules(NamedTuple):
    """Everything the triage needs, as dictionaries from words to families.

    `words` maps exact words, `stems` maps stems (see `stems`), both to family numbers; () is a known word without
    one. `phrases` maps the stems of a phrase's first two words to the rest of it. `crossings` are kept under their
    rarest family, so that a message only meets those it may fulfil; those that are sure (`safety.sure`) apart. Of the
    families `unlearnt`, which only these name, likeness knows nothing.
    `own_lines` are in the order of what helps first. `asked_about` holds phrases by class, `asked_heads` their first
    words. `fever_number` is the family of numbers that may be a fever; the next one holds those with a decimal.
    `memory` remembers words that were looked up: bounded, at any time emptied, no effect on results. `worked_out` keeps
    what follows from the rules themselves, by a name, so that it is worked out once, and only where a message needs it.
    """

    families: tuple[str, ...]
    signs: tuple[Sign, ...]
    words: Mapping[str, tuple[int, ...]]
    stems: Mapping[str, tuple[int, ...]]
    phrases: dict[str, dict[str, tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]]]
    idioms: tuple[Pattern, ...]
    joins: tuple[Pattern, ...]
    crossings: dict[int, tuple[Pattern, ...]]
    sure: dict[int, tuple[Pattern, ...]]
    unlearnt: frozenset[int]
    fillers: frozenset[str]
    repairable: Mapping[str, int]
    ordinary: Collection[str]
    replies: dict[str, str]
    reviewed_by: str
    reviewed_on: str
    fever_number: int
    memory: dict[str, tuple[str, tuple[int, ...], bool]]
    worked_out: dict[str, Any]
    own_lines: tuple[OwnLine, ...] = ()
    asked_about: tuple[tuple[SafetyLevel, tuple[str, ...]], ...] = ()
    asked_heads: frozenset[str] = frozenset()
    likeness: Likeness = NO_LIKENESS

    def unpacked(self) -> SafetyRules:
        """Return the same rules with everything unpacked, for a program that reads many messages."""
        rules = self._replace(
            words=unpacked(self.words),
            stems=unpacked(self.stems),
            repairable=unpacked(self.repairable),
            ordinary=unpacked_words(self.ordinary),
            phrases={head: self.phrases[head] for head in self.phrases},
            crossings={head: self.crossings.get(head, ()) for head in self.crossings},
            sure={head: self.sure.get(head, ()) for head in self.sure},
            memory={},
            worked_out={},
            likeness=self.likeness.unpacked(),
        )
        rules.speller().prepare()
        return rules

    def forget_words(self) -> None:
        """Forget the words of the messages that were read."""
        self.memory.clear()
        self.worked_out.pop("glued", None)
        self.speller().forget_words()
        self.likeness.forget_words()

    def speller(self) -> Speller:
        """Return what repairs misspelt sign words; made when the first one is met."""
        speller: Speller | None = self.worked_out.get("speller")
        if speller is None:
            speller = self.worked_out["speller"] = Speller(self.repairable, self.ordinary)
        return speller

    def family(self, name: str) -> int:
        """Return the number of a family; families that the code reads exist in every compiled file."""
        return self.families.index(name)

    def family_numbers(self) -> dict[str, int]:
        """Return the families' numbers by their names, remembered."""
        numbers: dict[str, int] | None = self.worked_out.get("numbers")
        if numbers is None:
            numbers = self.worked_out["numbers"] = {name: at for at, name in enumerate(self.families)}
        return numbers

    def signs_by_id(self) -> dict[str, Sign]:
        """Return the signs by their ids, remembered."""
        by_id: dict[str, Sign] | None = self.worked_out.get("signs")
        if by_id is None:
            by_id = self.worked_out["signs"] = {sign.id: sign for sign in self.signs}
        return by_id


class Finding(NamedTuple):
    """What the triage found in one message.

    `signs` are ids, most serious first; `spans` (start, end) character offsets into the question's text, end
    excluded, in reading order; `rule` says what decided, in plain words. `is_about`: the message only talks about
    a sign, and `quiet` is the class of the quiet line that its ordinary answer may carry (rules 17, 19 and 25).
    `also_crisis`: the card names 988, too (rule 23). `dismissed` says why signs did not count, each once: "denied",
    "old", "about" and so on. `line` is the sign whose own line the card carries; "" leaves that to the signs.
    `is_said_to_be_there`: its first sign had ended, or was denied, supposed or only asked about, and the words say
    that it is there all the same.
    """

    level: Level = "none"
    signs: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    rule: str = ""
    is_about: bool = False
    quiet: SafetyLevel | Literal[""] = ""
    third_person: bool = False
    also_crisis: bool = False
    dismissed: tuple[str, ...] = ()
    line: str = ""
    is_said_to_be_there: bool = False

    @property
    def is_guess(self) -> bool:
        """Whether no rule found a sign: the message is only like the examples of its class."""
        return self.signs == (LIKENESS,)


NOTHING = Finding()


def more_serious(one: Finding, *others: Finding) -> Finding:
    """Return the finding of the most serious class, the first of equals."""
    return min((one, *others), key=lambda finding: SERIOUS[finding.level])


def signs_missing(rules: SafetyRules, built_in: SafetyRules) -> tuple[str, ...]:
    """Return the ids of the built-in signs that these rules lack, sorted: a clinic's file may only add."""
    return tuple(sorted({sign.id for sign in built_in.signs} - {sign.id for sign in rules.signs}))
