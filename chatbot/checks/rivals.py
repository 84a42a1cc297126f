"""Wordings and decoys that take another entry's patients.

What stands in the files is answered as it stands, so asking it shows nothing: "how common is it" under a garage is
answered by the garage, and only patients who say it a little otherwise are misled. So the base is asked without it.
Doing that for each question alone would take hours. First the few that could mislead at all are picked by their
words: every one of them is the other entry's, and none has anything to do with the rest of the entry it stands in.
Then the base is counted once more, without all of those, and asked. Of 11,600 questions and 3,300 decoys of the
built-in base, taken as if they were new, 7 and some 15 were found, most of them rightly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.knowledge import Entry, Knowledge
from chatbot.normalise import normalise

# From here on the other entry would have answered at once, had the question not been there.
LEAST_SURE = 0.5
DECOY = ""  # stands for the entry where a decoy is meant
_LIGHT_WORDS = FUNCTION_WORDS | {"long", "often"}  # stand in any question, whatever it is about
_SHORTEST_PLURAL = 4

Match = Callable[[str], tuple[str, float]]
"""Returns the entry that answers a question best ("" for none), and how sure that is, from 0 to 1."""
MatchIn = Callable[[Knowledge], Match]
_Words = frozenset[str]


class Rival(NamedTuple):
    """A question of `entry` (DECOY for a decoy) that belongs to another entry, and that one's nearest question."""

    entry: str
    question: str
    other: Entry
    nearest: str


def rivals(
    knowledge: Knowledge, shipped: Collection[tuple[str, str]], match_in: MatchIn
) -> tuple[Rival, ...]:
    """Return the questions and decoys that another entry would have answered, but for themselves.

    `shipped` are pairs of entry and question (DECOY and decoy) that are left alone. `match_in` makes what answers
    from a knowledge base; it is asked for only where something is to be asked.
    """
    suspects = tuple(_suspects(knowledge, shipped))
    if not suspects:
        return ()
    match = match_in(_without(knowledge, frozenset((entry, question) for entry, question, _ in suspects)))
    by_id = {entry.id: entry for entry in knowledge.entries}
    found: list[Rival] = []
    for entry, question, others in suspects:
        other, sure = match(question)
        if other in others and sure >= LEAST_SURE:
            nearest = _nearest(question, by_id[other].questions)
            found.append(Rival(entry, question, by_id[other], nearest))
    return tuple(found)


def _suspects(
    knowledge: Knowledge, shipped: Collection[tuple[str, str]]
) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield entry and question of what could take patients, and the entries whose patients these could be."""
    words = {entry.id: [(text, _content(text)) for text in entry.questions] for entry in knowledge.entries}
    users: dict[str, set[str]] = defaultdict(set)
    for name, questions in words.items():
        for word in frozenset[str]().union(*(content for _, content in questions)):
            users[word].add(name)
    for entry in knowledge.entries:
        said = _content(" ".join((entry.title, entry.short, entry.answer, entry.more)))
        for question, content in _apart(words[entry.id], said):
            others = _users_of_all(content, users) - {entry.id}
            if others and (entry.id, question) not in shipped:
                yield entry.id, question, others
    for decoy in knowledge.decoys:
        if (DECOY, decoy) in shipped:
            continue
        content = _content(decoy)
        # A decoy stands beside entries on purpose: only where one question has all of its words, it is the entry's.
        others = frozenset(
            name
            for name in _users_of_all(content, users)
            if any(content <= theirs for _, theirs in words[name])
        )
        if others:
            yield DECOY, decoy, others


def _apart(questions: Sequence[tuple[str, _Words]], said: _Words) -> Iterator[tuple[str, _Words]]:
    """Yield the questions that share no word with what the entry says, nor with a question that does, and so on."""
    rest = list(questions)
    while True:
        near = [content for _, content in rest if content & said]
        if not near:
            break
        rest = [(text, content) for text, content in rest if not content & said]
        said = said.union(*near)
    yield from rest


def _users_of_all(content: _Words, users: Mapping[str, set[str]]) -> frozenset[str]:
    """Return the entries whose questions have each of these words; none where there are no words."""
    sets = [users.get(word, set()) for word in content]
    return frozenset(set.intersection(*sets)) if sets else frozenset()


def _without(knowledge: Knowledge, left_out: Collection[tuple[str, str]]) -> Knowledge:
    """Return the knowledge base without these questions and decoys."""
    return knowledge._replace(
        entries=tuple(
            entry._replace(
                questions=tuple(text for text in entry.questions if (entry.id, text) not in left_out)
            )
            for entry in knowledge.entries
        ),
        decoys=tuple(text for text in knowledge.decoys if (DECOY, text) not in left_out),
    )


def _nearest(question: str, questions: Iterable[str]) -> str:
    """Return the question that shares the most words with this one, the shortest of several."""
    content = _content(question)
    return min(questions, key=lambda text: (-len(content & _content(text)), len(text), text), default="")


def _content(text: str) -> _Words:
    return frozenset(singular(word) for word in normalise(text).tokens if word not in _LIGHT_WORDS)


def singular(word: str) -> str:
    """Return a word without the "s" of a plural: "screws" and "screw" are compared as one."""
    return word[:-1] if len(word) >= _SHORTEST_PLURAL and word[-1] == "s" else word
