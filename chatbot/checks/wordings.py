"""Questions, decoys and lay words against each other: what pulls a patient's question in two directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chatbot.checks.rivals import DECOY, rivals, singular
from chatbot.checks.subject import Subject
from chatbot.knowledge import Entry, Position, Problem
from chatbot.nearest import nearest
from chatbot.normalise import normalise

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
    return tuple(sorted(singular(word) for word in words if word not in _WORDS_OF_NO_DIFFERENCE))


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


def lexicon_means_something(subject: Subject) -> Iterator[Problem]:
    """Find lines of lexicon.yaml that lead to a word which no question and no answer has: they teach nothing.

    Where questions have the lay words themselves, the line ties these to each other; then it does teach something.
    """
    knowledge = subject.knowledge
    asked = {word for words in subject.words.values() for word in words}
    known = set(asked)
    for entry in knowledge.entries:
        known.update(normalise(f"{entry.title} {entry.text} {entry.more}").tokens)
    known = {singular(word) for word in known}
    said = f" {' | '.join(' '.join(words) for words in subject.words.values())} "

    def is_asked(phrase: str) -> bool:
        words = normalise(phrase).tokens
        return asked.issuperset(words) and f" {' '.join(words)} " in said

    for line in (*knowledge.lexicon, *knowledge.spellings):
        words = normalise(line.means).tokens
        if words and known.isdisjoint(map(singular, words)) and not any(map(is_asked, line.say)):
            near = nearest(words[0], known, cutoff=0.75)
            yield Problem(
                "warning",
                "lexicon-means-something",
                subject.find(Position("lexicon.yaml"), line.means),
                f'no question and no answer has the word "{line.means}"',
                "What patients say would lead to a word that leads nowhere.",
                f'did you mean "{near}"?' if near else "write the word as the questions of the entry have it",
            )
