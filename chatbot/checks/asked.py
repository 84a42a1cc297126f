"""What the bot says: every stored question, test question and broad word is asked once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from chatbot.checks.subject import Bot, Subject
from chatbot.knowledge import Entry, Position, Problem
from chatbot.reply import Reply

_REPAIR_OF_MISS = "word it closer to this entry, or move it to the other one"
_REPAIR_WITHOUT_ANSWER = "word it as patients ask, and so that it says what it is about"
_REPAIR_OF_LANGUAGE = "delete it: whatever is said in that language gets the one sentence of languages.yaml"
_REPAIR_OF_ALARM = "word it so that nobody could mean a danger now; if nobody could, report a false alarm"


def questions_reach_their_entry(subject: Subject) -> Iterator[Problem]:
    """Ask every question of every entry as it stands: the entry must answer it."""
    bot = subject.bot
    if bot is None:
        return
    for entry in subject.knowledge.entries:
        for question in entry.questions:
            miss = _missed(subject, bot, entry, question)
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
                    miss.repair,
                )


def tests_pass(subject: Subject) -> Iterator[Problem]:
    """Ask the editor's own test questions: the entry must answer "should", and not answer "not"."""
    bot = subject.bot
    if bot is None:
        return
    for entry in subject.knowledge.entries:
        for question in entry.should_match:
            miss = _missed(subject, bot, entry, question)
            if miss is not None:
                repair = _REPAIR_OF_ALARM if miss.is_alarm else "add a question in these words to the entry"
                yield _failed_test(subject, entry, question, miss.words, repair)
        for question in entry.must_not_match:
            if entry.id in _answering(bot.ask(question).reply):
                repair = "add these words to the entry or the decoys where they belong"
                yield _failed_test(subject, entry, question, "is answered by it", repair)


def _failed_test(subject: Subject, entry: Entry, question: str, verdict: str, repair: str) -> Problem:
    place = subject.find(entry.position, question)
    message = f'a test question of "{entry.id}" {verdict}'
    return Problem("error", "tests-pass", place, message, f"The question: {question}", repair)


def broad_words_are_offered(subject: Subject) -> Iterator[Problem]:
    """Ask every broad word of lexicon.yaml as it stands: the entries of its line must be offered."""
    bot = subject.bot
    if bot is None:
        return
    for line in subject.knowledge.broad:
        for phrase in line.say:
            searched = " ".join(phrase)
            reply = bot.ask(searched).reply
            if tuple(offered.entry for offered in reply.suggestions) != line.offer:
                yield Problem(
                    "warning",
                    "broad-words-are-offered",
                    subject.find(Position("lexicon.yaml"), searched),
                    f'"{searched}" {_became_of_it(subject, reply).words}, so that these entries are not offered',
                    "A question of an entry, the word list or small talk has it, and is asked first.",
                    "delete it here, or there",
                )


class _Miss(NamedTuple):
    """What became of a question that its entry does not answer, in words.

    `is_alarm`: a safety card came instead.
    """

    words: str
    repair: str = _REPAIR_WITHOUT_ANSWER
    is_alarm: bool = False


def _missed(subject: Subject, bot: Bot, entry: Entry, question: str) -> _Miss | None:
    """Return where a question goes instead of its entry, None when it is answered by it."""
    reply = bot.ask(question).reply
    return None if entry.id in _answering(reply) else _became_of_it(subject, reply)


def _became_of_it(subject: Subject, reply: Reply) -> _Miss:
    """Return where a question went that got another reply than was meant for it."""
    answering = _answering(reply)
    if reply.safety is not None:
        return _Miss(f"raises the {reply.safety.level} card", _REPAIR_OF_ALARM, is_alarm=True)
    if answering:
        return _Miss(f'is answered by "{answering[0]}"', _REPAIR_OF_MISS)
    language = next((one.name for one in subject.knowledge.languages if one.sentence == reply.lead), "")
    if language:
        return _Miss(f"is taken for {language}", _REPAIR_OF_LANGUAGE)
    return _Miss("is answered with a choice" if reply.kind == "clarify" else "is not answered")


def _answering(reply: Reply) -> list[str]:
    return [answer.entry for answer in reply.answers]
