"""Rules over a whole knowledge base: what is allowed but doubtful, and what only the whole bot can show.

Each rule is a function whose docstring is its manual page. It yields Problems; printing them is `staff`'s
work. Rules that compare entries go through keys, never through pairs, so ten thousand entries take seconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple, Protocol

from chatbot.knowledge import Entry, Knowledge, Position, Problem
from chatbot.nearest import nearest
from chatbot.normalise import normalise
from chatbot.reply import Reply
from chatbot.rivals import DECOY, MatchIn, rivals
from chatbot.safety.signs import SERIOUS, SafetyRules, signs_missing
from chatbot.settings import foreign_emergency_number

FEWEST_QUESTIONS = 8  # below this, patients' own wordings are too rarely near one of the entry's
MOST_WORDS_IN_A_SENTENCE = 25  # the limit of most plain-language guides
_TEXT_FIELDS = ("short", "answer", "more", "consultation")
_KINDS_WITH_NEXT_STEP = ("faq", "topic", "handoff")  # small talk may end with a goodbye

Find = Callable[[Position, str], Position]


class Turn(Protocol):
    """What a bot hands back."""

    @property
    def reply(self) -> Reply:
        """The reply to the message."""


class Bot(Protocol):
    """What the rules need of the chatbot: one message, without what was said before."""

    def ask(self, text: str, /) -> Turn:
        """Answer one message."""


class Subject(NamedTuple):
    """What the rules look at.

    `find(place, text)` returns the place of a text or field near a place. `words` are the normalised words of
    every question of every entry: reading a hundred thousand of them once takes seconds. `today` is the day of the
    check, None where the days of reviews are not looked at. `shipped` are the ids and questions (DECOY and decoys)
    that came with the program: where one of these goes astray, it is the developers' affair. `match_in` makes what
    answers from a knowledge base that lacks some questions; None where nobody asks which of them take patients.
    `small_talk` are the ids of the built-in small talk.
    """

    knowledge: Knowledge
    bot: Bot | None
    find: Find
    is_strict: bool
    words: Mapping[str, tuple[str, ...]]
    today: date | None
    shipped: Collection[tuple[str, str]]
    match_in: MatchIn | None
    small_talk: Collection[str]


Rule = Callable[[Subject], Iterator[Problem]]


def check(
    knowledge: Knowledge,
    bot: Bot | None = None,
    find: Find = lambda place, _: place,
    *,
    is_strict: bool = False,
    today: date | None = None,
    shipped: Collection[tuple[str, str]] = (),
    match_in: MatchIn | None = None,
    small_talk: Collection[str] = (),
) -> tuple[Problem, ...]:
    """Return what is doubtful in a knowledge base that loads, in the order of the rules.

    Without a `bot` the rules that ask it are left out, without `today` the one about the days of reviews, without
    `match_in` the one about questions and decoys that take another entry's patients. With
    `is_strict` missing reviews count, too. Entry and question of what is `shipped` with the program and goes astray
    are a hint only.
    """
    words = {
        question: normalise(question).tokens for entry in knowledge.entries for question in entry.questions
    }
    subject = Subject(knowledge, bot, find, is_strict, words, today, shipped, match_in, small_talk)
    return tuple(problem for rule in RULES for problem in rule(subject))


# --- what stands in the entries


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
            for word in set(_ABBREVIATION.findall(text)) - known:
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


def lexicon_means_something(subject: Subject) -> Iterator[Problem]:
    """Find lines of lexicon.yaml that lead to a word which no question and no answer has: they teach nothing.

    Where questions have the lay words themselves, the line ties these to each other; then it does teach something.
    """
    knowledge = subject.knowledge
    known = {word for words in subject.words.values() for word in words}
    for entry in knowledge.entries:
        known.update(normalise(f"{entry.title} {entry.text} {entry.more}").tokens)
    known = {_singular(word) for word in known}
    said = " | ".join(" ".join(words) for words in subject.words.values())

    def is_asked(phrase: str) -> bool:
        return f" {' '.join(normalise(phrase).tokens)} " in f" {said} "

    for line in (*knowledge.lexicon, *knowledge.spellings):
        words = normalise(line.means).tokens
        if words and known.isdisjoint(map(_singular, words)) and not any(map(is_asked, line.say)):
            near = nearest(words[0], known, cutoff=0.75)
            yield Problem(
                "warning",
                "lexicon-means-something",
                subject.find(Position("lexicon.yaml"), line.means),
                f'no question and no answer has the word "{line.means}"',
                "What patients say would lead to a word that leads nowhere.",
                f'did you mean "{near}"?' if near else "write the word as the questions of the entry have it",
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


# --- questions against each other

# Left out when questions are compared: they carry no meaning of their own. Far fewer than `rivals` leaves out, for
# what asks (why, how), denies or places in time makes another question: "risks with surgery", "risks without surgery".
_WORDS_OF_NO_DIFFERENCE = frozenset((
    "a", "am", "an", "and", "any", "are", "at", "be", "been", "did", "do", "does", "for", "he", "her", "his",
    "i", "in", "is", "it", "just", "me", "my", "of", "on", "our", "please", "really", "she", "so", "some",
    "tell", "that", "the", "their", "there", "they", "this", "to", "us", "was", "we", "were", "you", "your",
))  # fmt: skip


def questions_apart(subject: Subject) -> Iterator[Problem]:
    """Find the same content words in two entries: whichever answers, the other's patients are misled."""
    first: dict[tuple[str, ...], tuple[Entry, str]] = {}
    for entry in subject.knowledge.entries:
        for question in entry.questions:
            key = _content_of(subject.words[question])
            if not key:
                continue
            other, their = first.setdefault(key, (entry, question))
            if other.id != entry.id:
                place = subject.find(other.position, their)
                yield Problem(
                    "warning",
                    "questions-apart",
                    subject.find(entry.position, question),
                    f'nearly the same question stands in "{other.id}" ({place.file}, line {place.line})',
                    f"There it says: {their}",
                    "keep it in the entry that answers it best, or word it so that it fits only one",
                )


def _content_of(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(_singular(word) for word in words if word not in _WORDS_OF_NO_DIFFERENCE))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" else word  # noqa: PLR2004


def decoys_apart(subject: Subject) -> Iterator[Problem]:
    """Find decoys, which teach the bot to say "I do not have that", that are an entry's question."""
    owners = _owners(subject)
    for decoy in subject.knowledge.decoys:
        entry = owners.get(normalise(decoy).tokens)
        if entry is not None:
            yield Problem(
                "warning",
                "decoys-apart",
                subject.find(Position("decoys.yaml"), decoy),
                f'this decoy is a question of "{entry.id}"',
                "The bot would be told both to answer it and to refuse it.",
                "delete it here, or there",
            )


def _owners(subject: Subject) -> dict[tuple[str, ...], Entry]:
    """Return whose question it is, by its words."""
    return {
        subject.words[question]: entry for entry in subject.knowledge.entries for question in entry.questions
    }


def patients_keep_their_entry(subject: Subject) -> Iterator[Problem]:
    """Find questions and decoys that take another entry's patients: without them, that entry answers surely."""
    if subject.match_in is None:
        return
    entries = {entry.id: entry.position for entry in subject.knowledge.entries}
    owners = _owners(subject)
    for entry, question, other, alike in rivals(subject.knowledge, subject.shipped, subject.match_in):
        if entry == DECOY and normalise(question).tokens in owners:
            continue  # `decoys_apart` tells it
        place = subject.find(other.position, alike)
        yield Problem(
            "warning",
            "patients-keep-their-entry",
            subject.find(entries.get(entry, Position("decoys.yaml")), question),
            f'this {"decoy" if entry == DECOY else f"question of {_quoted(entry)}"} takes patients from "{other.id}" '
            f"({place.file}, line {place.line})",
            f"Without it, that entry answers the question; the most alike one there: {alike}",
            f"delete it, or name what only {'the decoy' if entry == DECOY else _quoted(entry)} is about",
        )


def _quoted(name: str) -> str:
    return f'"{name}"'


def lexicon_has_one_meaning(subject: Subject) -> Iterator[Problem]:
    """Find lay words that stand for two guide words and pull their questions in two directions."""
    first: dict[tuple[str, ...], str] = {}
    for line in subject.knowledge.lexicon:
        for phrase in line.say:
            means = first.setdefault(normalise(phrase).tokens, line.means)
            if means != line.means:
                yield Problem(
                    "warning",
                    "lexicon-has-one-meaning",
                    subject.find(Position("lexicon.yaml"), phrase),
                    f'"{phrase}" stands for "{means}" and for "{line.means}"',
                    "Questions with these words are pulled in two directions.",
                    "keep it where patients mean it, or make it longer so that only one meaning fits",
                )


# --- what the bot says


_REPAIR_OF_MISS = "word it closer to this entry, or move it to the other one"
_REPAIR_OF_ALARM = "word it so that nobody could mean a danger now; if nobody could, report a false alarm"


def questions_reach_their_entry(subject: Subject) -> Iterator[Problem]:
    """Ask every question of every entry as it stands: the entry must answer it."""
    bot = subject.bot
    if bot is None:
        return
    for entry in subject.knowledge.entries:
        for question in entry.questions:
            miss = _missed(bot, entry, question)
            if miss is None:
                continue
            place, message = (
                subject.find(entry.position, question),
                f'this question of "{entry.id}" {miss.words}',
            )
            cause = f"The question: {question}"
            if (entry.id, question) in subject.shipped:
                repair = "nothing: it came with the program, and its developers see it, too"
                yield Problem("hint", "questions-reach-their-entry", place, message, cause, repair)
            else:
                yield Problem(
                    "warning",
                    "questions-reach-their-entry",
                    place,
                    message,
                    cause,
                    _REPAIR_OF_ALARM if miss.is_alarm else _REPAIR_OF_MISS,
                )


def tests_pass(subject: Subject) -> Iterator[Problem]:
    """Ask the editor's own test questions: the entry must answer "should", and not answer "not"."""
    bot = subject.bot
    if bot is None:
        return
    for entry in subject.knowledge.entries:
        for question in entry.should_match:
            miss = _missed(bot, entry, question)
            if miss is not None:
                repair = "add a question in these words to the entry"
                yield _failed_test(subject, entry, question, miss.words, repair)
        for question in entry.must_not_match:
            if entry.id in _answering(bot.ask(question).reply):
                repair = "add these words to the entry or the decoys where they belong"
                yield _failed_test(subject, entry, question, "is answered by it", repair)


def _failed_test(subject: Subject, entry: Entry, question: str, verdict: str, repair: str) -> Problem:
    place = subject.find(entry.position, question)
    message = f'a test question of "{entry.id}" {verdict}'
    return Problem("error", "tests-pass", place, message, f"The question: {question}", repair)


class _Miss(NamedTuple):
    """What became of a question that its entry does not answer, in words; `is_alarm`: a safety card came instead."""

    words: str
    is_alarm: bool = False


def _missed(bot: Bot, entry: Entry, question: str) -> _Miss | None:
    """Return where a question goes instead of its entry, None when it is answered by it."""
    reply = bot.ask(question).reply
    answering = _answering(reply)
    if entry.id in answering:
        return None
    if reply.safety is not None:
        return _Miss(f"raises the {reply.safety.level} card", is_alarm=True)
    if answering:
        return _Miss(f'is answered by "{answering[0]}"')
    return _Miss("is answered with a choice" if reply.kind == "clarify" else "is not answered")


def _answering(reply: Reply) -> list[str]:
    return [answer.entry for answer in reply.answers]


RULES: tuple[Rule, ...] = (
    tests_pass,
    questions_reach_their_entry,
    questions_apart,
    decoys_apart,
    patients_keep_their_entry,
    lexicon_has_one_meaning,
    lexicon_means_something,
    small_talk_is_whole,
    one_emergency_number,
    consultation_given,
    reviewed,
    reviewed_by_now,
    enough_questions,
    short_sentences,
    abbreviations_explained,
)


# --- safety


_SAFETY_FILE = Position("safety.yaml")
_SIGN = 'reviewed_by: "name", and reviewed_on: with the day'
_OF_THE_STATES = "911"
_CRISIS_LINE = re.compile(r"\b988\b")  # of the United States, as safety.yaml names it
_SIGN_A_COPY = "copy this file into your folder, have a clinician read it, and sign it there:\n"


def check_safety(
    rules: SafetyRules,
    built_in: SafetyRules,
    find: Find = lambda place, _: place,
    *,
    is_lent: bool = False,
    emergency_number: str = _OF_THE_STATES,
) -> tuple[Problem, ...]:
    """Return where a clinic's safety file is weaker than the built-in one, what is of another country, who signed.

    `is_lent`: the clinic has no such file, so that the built-in one serves it. Nobody signs inside the program.
    `emergency_number` is the clinic's own.
    """
    return (
        *_missing(rules, built_in, find),
        *_lowered(rules, built_in, find),
        *_of_another_country(rules, find, emergency_number, is_lent=is_lent),
        *_unsigned(rules, find, is_lent=is_lent),
    )


def _missing(rules: SafetyRules, built_in: SafetyRules, find: Find) -> Iterator[Problem]:
    """Find built-in signs that the clinic's file leaves out."""
    names = {sign.id: sign.name for sign in built_in.signs}
    for missing in signs_missing(rules, built_in):
        yield Problem(
            "error",
            "safety-is-complete",
            find(_SAFETY_FILE, "signs"),
            f'the sign "{missing}" is missing: {names[missing]}',
            "A clinic's safety file may add signs, never leave one out.",
            "copy it from the built-in safety.yaml",
        )


def _lowered(rules: SafetyRules, built_in: SafetyRules, find: Find) -> Iterator[Problem]:
    """Find signs of a class below their built-in one."""
    levels = {sign.id: sign.level for sign in built_in.signs}
    for sign in rules.signs:
        usual = levels.get(sign.id, sign.level)
        if SERIOUS[sign.level] > SERIOUS[usual]:
            yield Problem(
                "error",
                "safety-is-complete",
                find(_SAFETY_FILE, sign.id),
                f'the sign "{sign.id}" is {sign.level} here, but {usual} in the built-in file',
                "A clinic's safety file may raise a sign, never lower it.",
                f"class: {usual}",
            )


def _of_another_country(
    rules: SafetyRules, find: Find, emergency_number: str, *, is_lent: bool
) -> Iterator[Problem]:
    """Find numbers on the cards that may reach nobody here: 988 outside of the United States, a foreign 112."""
    for name, text in rules.replies.items():
        foreign = foreign_emergency_number(text, emergency_number)
        if not foreign and emergency_number != _OF_THE_STATES and _CRISIS_LINE.search(text):
            foreign = "988"
        if foreign:
            yield Problem(
                "warning",
                "safety-numbers-are-local",
                find(_SAFETY_FILE, name),
                f'the line "{name}" of the safety cards names {foreign}, but the emergency number of clinic.yaml '
                f"is {emergency_number}",
                "988 is the crisis line of the United States."
                if foreign == "988"
                else "Who calls the number of another country may reach nobody.",
                ("copy this file into your folder; there, " if is_lent else "")
                + (
                    "have a clinician name the crisis line of your country"
                    if foreign == "988"
                    else "write {emergency_number}"
                ),
            )


def _unsigned(rules: SafetyRules, find: Find, *, is_lent: bool) -> Iterator[Problem]:
    """Ask for the clinician who has read the signs."""
    if not (rules.reviewed_by and rules.reviewed_on):
        yield Problem(
            "hint",
            "safety-is-signed",
            find(_SAFETY_FILE, "reviewed_by"),
            "no clinician has signed the signs of danger yet",
            "They decide who is told to call for help.",
            f"{_SIGN_A_COPY}{_SIGN}" if is_lent else _SIGN,
        )


def check_safety_questions(bot: Bot, questions: Mapping[str, Sequence[str]]) -> tuple[Problem, ...]:
    """Return every built-in message about a danger that does not raise its class with this knowledge base."""
    return tuple(_unheard(bot, questions))


def _unheard(bot: Bot, questions: Mapping[str, Iterable[Any]]) -> Iterator[Problem]:
    for level, messages in questions.items():
        for message in messages:
            safety = bot.ask(message).reply.safety
            raised = safety.level if safety else "no alarm"
            if raised != level and not (level == "urgent" and raised == "emergency"):
                yield Problem(
                    "error",
                    "safety-questions-pass",
                    _SAFETY_FILE,
                    f"a message that must be {level} raises {raised}",
                    f"The message: {message}",
                    "put the words of the built-in safety.yaml back",
                )
