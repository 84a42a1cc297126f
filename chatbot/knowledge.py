"""What the program knows: entries, groups, the clinic, lexicon, glossary; and what is wrong with a file.

Plain immutable values. Reading files is `loading`'s job; the signs of danger are `safety`'s.
"""

from typing import Literal, NamedTuple

ProblemLevel = Literal["error", "warning", "hint"]
EntryKind = Literal["faq", "topic", "handoff", "smalltalk"]
# A choice is between two, and no more than patients take in at a glance. Chosen, not measured.
FEWEST_CHOICES = 2
MOST_CHOICES = 3


class Position(NamedTuple):
    """A place in a file. Lines and columns count characters from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One thing that is wrong or doubtful in a knowledge base, in an editor's words.

    `error` stops loading, `warning` asks, `hint` teaches. `rule` is a stable short name. `excerpt` is the line
    of the file, `cause` says why this is a problem, `repair` what to do or paste ("" where nothing is to add).
    """

    level: ProblemLevel
    rule: str
    position: Position
    message: str
    cause: str = ""
    repair: str = ""
    excerpt: str = ""

    def to_dict(self) -> dict[str, str | int]:
        """Return the JSON-ready form."""
        return {
            "level": self.level,
            "rule": self.rule,
            "file": self.position.file,
            "line": self.position.line,
            "column": self.position.column,
            "message": self.message,
            "cause": self.cause,
            "repair": self.repair,
        }


class KnowledgeError(Exception):
    """A knowledge base that cannot be used. `problems` lists every problem with its place, worst first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{p.position}: {p.level}: {p.message}" for p in problems))


class Review(NamedTuple):
    """Who last checked a text against the guide, and when (year-month-day)."""

    by: str
    on: str


class Entry(NamedTuple):
    """One answer and the questions it answers.

    `short` answers at once in a sentence, `answer` explains, `more` is what "tell me more" adds.
    `parts` are the entries that the answer lists, in its order: "the second one" counts in them. `related` are
    sensible next questions. `should_match` and `must_not_match` are the editor's own test questions, run by `check`.
    """

    id: str
    kind: EntryKind
    group: str
    title: str
    short: str
    answer: str
    more: str
    source: str
    parts: tuple[str, ...]
    related: tuple[str, ...]
    consultation: str
    questions: tuple[str, ...]
    reviewed: Review | None
    should_match: tuple[str, ...]
    must_not_match: tuple[str, ...]
    position: Position

    @property
    def text(self) -> str:
        """The plain answer: the short sentence, then the explanation."""
        return f"{self.short}\n{self.answer}" if self.short and self.answer else self.short or self.answer


class Group(NamedTuple):
    """Entries that belong together in a menu, and the consultation suggestion of those that have none."""

    id: str
    title: str
    consultation: str


class Clinic(NamedTuple):
    """The clinic's own settings. An unset one ("") is left out of every sentence.

    `subject` is what the knowledge base is about, as in "I only know about ..."; `subject_in_short` the same in fewer
    words.
    """

    name: str = ""
    surgeon: str = ""
    phone: str = ""
    urgent_phone: str = ""
    address: str = ""
    hours: str = ""
    booking_address: str = ""
    front_desk: str = "the front desk"
    emergency_number: str = "911"
    print_command: str = ""
    subject: str = ""
    subject_in_short: str = ""


class GlossaryTerm(NamedTuple):
    """A word of the guide and its plain meaning; `entry` is the entry that tells more."""

    term: str
    also: tuple[str, ...]
    meaning: str
    entry: str


class LexiconLine(NamedTuple):
    """Lay words or phrases (`say`) and the guide words that they stand for (`means`)."""

    means: str
    say: tuple[str, ...]


class BroadLine(NamedTuple):
    """Words that by themselves may ask for several things (`say`), each as its words, and the entries offered then.

    `offer` holds FEWEST_CHOICES to MOST_CHOICES ids, in the order in which they are offered.
    """

    say: tuple[tuple[str, ...], ...]
    offer: tuple[str, ...]


class FollowUpClass(NamedTuple):
    """One thing that people ask after an answer (`means`), in the words they use (`say`), and which entries answer it.

    Which one answers depends on the topic, the entry that was answered last:

    - a topic in `stays_with` answers it itself, and a topic in `not_told_of` does not tell it;
    - of a topic in `told_of`, people also tell it where they ask nothing: "the MRI showed nothing";
    - `after` names what answers it after any topic of a group: what comes next after a test is a treatment;
    - otherwise the first of `entries` counts that the topic, or else a topic before it, has among its parts or its
      related entries;
    - where there is none, the topic itself if it is one of `entries`, else the last of `entries`.

    Two words stand for entries: "topic" for the topic itself, "not-told" for what the knowledge base does not say. With
    no entries at all, the topic is asked for once more. ("-",) is for words that are no follow-up.
    """

    means: str
    entries: tuple[str, ...]
    say: tuple[str, ...]
    stays_with: tuple[str, ...] = ()
    not_told_of: tuple[str, ...] = ()
    told_of: tuple[str, ...] = ()
    after: tuple[tuple[str, str], ...] = ()


class Language(NamedTuple):
    """A language that is recognised but not understood, and the one reviewed sentence that answers in it."""

    code: str
    name: str
    native: str
    script: str
    marker_words: tuple[str, ...]
    sentence: str


class HomeWords(NamedTuple):
    """Words that tell the base's own subject from others.

    `home` are those that only a question about it has; one of `things` is outside where it is of one of `other_parts`
    of the body.
    """

    home: tuple[str, ...] = ()
    other_parts: tuple[str, ...] = ()
    things: tuple[str, ...] = ()


class Knowledge(NamedTuple):
    """A whole knowledge base.

    Tuples are sorted by id or text, so the order of files never changes an answer; only groups stay as written, for
    the menu. `lexicon` are lay words for what the base speaks of, `spellings` misheard ways to write its words,
    `outside` words for what it does not speak of, `home` words that tell its own subject, `broad` words that by
    themselves may ask for several things.
    """

    entries: tuple[Entry, ...]
    groups: tuple[Group, ...]
    clinic: Clinic
    lexicon: tuple[LexiconLine, ...]
    spellings: tuple[LexiconLine, ...]
    outside: tuple[LexiconLine, ...]
    home: HomeWords
    broad: tuple[BroadLine, ...]
    glossary: tuple[GlossaryTerm, ...]
    languages: tuple[Language, ...]
    decoys: tuple[str, ...]
    follow_ups: tuple[FollowUpClass, ...]

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry with this id, or None."""
        return next((entry for entry in self.entries if entry.id == entry_id), None)
