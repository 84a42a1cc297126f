"""What the bot says: every stored question, test question, broad word and decoy of one's own is asked once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from chatbot.checks.rivals import DECOY
from chatbot.checks.subject import Bot, Subject
from chatbot.knowledge import Entry, Position, Problem
from chatbot.normalise import normalise
from chatbot.reply import Reply

_REPAIR_OF_MISS = "word it closer to this entry, or move it to the other one"
_REPAIR_WITHOUT_ANSWER = "word it as patients ask, and so that it says what it is about"
_REPAIR_OF_LANGUAGE = "delete it: whatever is said in that language gets the one sentence of languages.yaml"
_REPAIR_OF_SHIPPED = "nothing: it came with the program, and its developers see it, too"
_REPAIR_OF_ALARM = "word it so that nobody could mean a danger now; if nobody could, report a false alarm"


def questions_reach_their_entry(subject: Subject, bot: Bot) -> Iterator[Problem]:
    """Ask every question of every entry as it stands: the entry must answer it."""
    for entry in subject.knowledge.entries:
        for question in entry.questions:
            miss = _missed(subject, bot, entry, question)
            if miss is None:
                continue
            is_shipped = (entry.id, question) in subject.shipped
            yield Problem(
                "hint" if is_shipped else "warning",
                "questions-reach-their-entry",
                subject.find(entry.position, question),
                f'this question of "{entry.id}" {miss.words}',
                f"The question: {question}",
                _REPAIR_OF_SHIPPED if is_shipped else miss.repair,
            )


def tests_pass(subject: Subject, bot: Bot) -> Iterator[Problem]:
    """Ask the editor's own test questions: the entry must answer "should", and not answer "not"."""
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


def broad_words_are_offered(subject: Subject, bot: Bot) -> Iterator[Problem]:
    """Ask every broad word of lexicon.yaml as it stands: the entries of its line must be offered."""
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


def decoys_are_refused(subject: Subject, bot: Bot) -> Iterator[Problem]:
    """Ask every decoy of one's own as it stands: nothing here may answer it."""
    if subject.match_in is None:
        return
    questions = set(subject.words.values())
    for decoy in subject.knowledge.decoys:
        if (DECOY, decoy) in subject.shipped or normalise(decoy).tokens in questions:
            continue  # what is a question as well, `decoys_apart` tells
        answering = _answering(bot.ask(decoy).reply)
        if answering:
            yield Problem(
                "warning",
                "decoys-are-refused",
                subject.find(Position("decoys.yaml"), decoy),
                f'this decoy is answered by "{answering[0]}" all the same',
                "One decoy speaks against all questions of that entry.",
                "add two or three that ask the same in other words; spine-faq why shows what speaks for the entry",
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
