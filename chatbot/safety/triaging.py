"""The triage of a message in its order: read, look for signs, combine them in their context, weigh the whole.

Then each clause that reports something is read by itself: what is asked or said beside a sign makes it no less serious.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from chatbot.normalise import (
    MAXIMUM_CHARACTERS,
    Question,
    in_one_sentence,
    normalise,
    sentence_breaks,
    with_here_for_hear,
)
from chatbot.safety.after_all.affirming import affirmed_later
from chatbot.safety.by_likeness.beside import with_what_stands_beside
from chatbot.safety.by_likeness.false_hints import is_ordinary
from chatbot.safety.by_likeness.weighing import weighed
from chatbot.safety.cards.asking import with_quiet_line
from chatbot.safety.reading import complaints
from chatbot.safety.reading.abilities import answered_by_no, left_out, worded_with_can
from chatbot.safety.reading.clauses import clauses
from chatbot.safety.reading.families import read
from chatbot.safety.reading.framed import without_hedge
from chatbot.safety.reading.glued import unglued
from chatbot.safety.reading.hesitating import without_hesitation
from chatbot.safety.reading.in_first_person import in_first_person
from chatbot.safety.reading.places import SafetyReading, hits
from chatbot.safety.reading.run_on import parted
from chatbot.safety.signs import NOTHING, Finding, SafetyRules, more_serious
from chatbot.safety.sure import sure_in, with_what_is_sure
from chatbot.safety.windows import FRAGMENT_WORDS

_OVER_OR_ANOTHERS = frozenset(("over", "old", "other"))
# One of these stands in whatever `told_as_over` knows, and in few other messages.
MAY_TELL_WHAT_IS_OVER = frozenset(
    """before prior until ago back last then kid child teenager boy girl young little used more anymore longer gone
    stopped disappeared over history resolved away cleared healed""".split()
)
# Of whom `stories_of_others` knows stories; "my sister's husband" has two words of them.
MAY_TELL_OF_OTHERS = frozenset(
    """neighbor neighbors neighbour neighbours cousin coworker colleague boss uncle aunt auntie nephew niece friend
    friends buddy acquaintance landlord teacher classmate pastor hairdresser guy man woman lady fellow someone somebody
    person people patient law grandmother grandfather grandma grandpa husband wife son daughter mother mom father dad
    sister brother""".split()
)
# One of these stands in whatever `plain_causes` knows.
MAY_NAME_A_CAUSE = frozenset(
    "butt behind rear backside bum bottom tush tail legs laugh laughing could".split()
)
_OVERLAP = 200  # characters of one part of a long message that the next one begins with


def triage(question: Question, rules: SafetyRules) -> Finding:
    """Find the most serious sign that the message describes as present.

    `level` is "none" when no sign is there, or each is denied, long over or only talked about. `spans` are in
    reading order, none of them in what was cut off a message, though that is read, too. Never raises; an empty message
    has level "none". Signs, classes and sources: knowledge/safety.yaml.
    """
    found = _triaged(question, rules)
    for part in _cut_off(question):
        if found.level == "emergency":
            break
        found = more_serious(found, _triaged(part, rules)._replace(spans=()))
    return found


def prepare() -> None:
    """Load what few messages need, for a program that reads many: no emergency shall wait for it."""
    from chatbot.safety import combining  # noqa: F401, PLC0415 - loaded is all that they shall be
    from chatbot.safety.cards import own_lines  # noqa: F401, PLC0415 - loaded is all that they shall be
    from chatbot.safety.reading import plain_causes, stories_of_others, told_as_over  # noqa: PLC0415 - as above

    told_as_over.prepare()
    stories_of_others.prepare()
    plain_causes.prepare()
    complaints.prepare()


def _cut_off(question: Question) -> Iterator[Question]:
    """Return what was cut off a message, in parts that each begin with the end of the one before."""
    text = question.text[-_OVERLAP:] + question.rest if question.rest else ""
    for start in range(0, len(text) - _OVERLAP, MAXIMUM_CHARACTERS - _OVERLAP):
        yield normalise(text[start : start + MAXIMUM_CHARACTERS])


def _triaged(question: Question, rules: SafetyRules) -> Finding:
    """Return the same of what a message is answered for."""
    question = without_hedge(left_out(answered_by_no(with_here_for_hear(unglued(question, rules)))))
    question = _without_stories(_without_what_is_over(question, rules), rules)
    question = _without_plain_causes(question)
    found, reading = _read_each_way(question, rules)
    if found.level == "none" or (found.is_guess and found.level == "crisis"):
        beside = complaints.beside_a_complaint(question)
        found = found if beside is None else _read_alone(beside, rules, reading)
    for clause in clauses(question):
        if found.level == "emergency":
            break  # nothing is more serious
        alone = _read_alone(clause, rules, reading)
        if alone.is_guess and (alone.level == "crisis" or len(clause.words) <= FRAGMENT_WORDS):
            # A hint is one in the light of all that is said: "can not go on like this", "new since Sunday".
            alone = sure_in(clause, rules, reading)
        if _is_a_saying(alone, reading) or is_ordinary(alone, question.tokens):
            continue  # what comes behind says how it is meant: "I won't be around in May, can I come in June"
        found = more_serious(found, alone)
    in_other_words = worded_with_can(question) if found.level != "emergency" else None
    if in_other_words is not None:
        alone = _read_alone(in_other_words, rules, reading)
        found = found if alone.is_guess else more_serious(found, alone)
    found = with_what_stands_beside(found, question, rules)
    if found.level in ("emergency", "urgent"):
        found = _with_crisis_beside(found, question, rules, reading)
    if found.level == "none":
        found = _found_behind_hesitation(found, question, rules)
    if found.level == "none":
        found = affirmed_later(with_quiet_line(found, question, rules), question, rules)
    if found.level == "none":
        return _anothers_crisis(question, rules) or found
    if found.level == "crisis" or not rules.own_lines:
        return found
    from chatbot.safety.cards.own_lines import with_own_line  # noqa: PLC0415 - most messages of a short start have no card

    return with_own_line(found, question, reading, rules)


def _found_behind_hesitation(found: Finding, question: Question, rules: SafetyRules) -> Finding:
    """Return what is found in a message without its words of hesitation, the same finding where it has none."""
    plain = without_hesitation(question)
    if plain is None:
        return found
    alone, _ = _read_each_way(plain, rules)
    return found if alone.level == "none" or is_ordinary(alone, plain.tokens) else alone


def _anothers_crisis(question: Question, rules: SafetyRules) -> Finding | None:
    """Return the crisis that a rule finds where a relative's message is read as the other one would say it; or None."""
    own = in_first_person(question)
    if own is None:
        return None
    found = _triaged(own, rules)
    if found.level != "crisis" or found.is_guess:
        return None
    return found._replace(spans=(), third_person=True)


def _without_what_is_over(question: Question, rules: SafetyRules) -> Question:
    """Return the message without what it tells as over in so many words (`told_as_over`)."""
    if MAY_TELL_WHAT_IS_OVER.isdisjoint(question.tokens):
        return question
    from chatbot.safety.reading.told_as_over import without_what_is_over  # noqa: PLC0415 - most messages tell of none

    return without_what_is_over(question, rules)


def _without_stories(question: Question, rules: SafetyRules) -> Question:
    """Return the message without what it tells of people further off (`stories_of_others`)."""
    if MAY_TELL_OF_OTHERS.isdisjoint(question.tokens):
        return question
    from chatbot.safety.reading.stories_of_others import without_stories_of_others  # noqa: PLC0415 - as above

    return without_stories_of_others(question, rules)


def _without_plain_causes(question: Question) -> Question:
    """Return the message without what it tells with a plain cause (`plain_causes`)."""
    if MAY_NAME_A_CAUSE.isdisjoint(question.tokens):
        return question
    from chatbot.safety.reading.plain_causes import without_plain_causes  # noqa: PLC0415 - as above

    return without_plain_causes(question)


def _is_a_saying(alone: Finding, reading: SafetyReading) -> bool:
    """Return whether a crisis that the rules found in a clause is a saying in the whole message (rule 20).

    No other class: "I have a fever of 102 and what does it cost" tells of a fever, and only "a fever when I saw the
    bill" does not.
    """
    if alone.level != "crisis" or alone.is_guess or not (alone.spans and reading.hidden):
        return False
    hidden = [reading.words[reading.content[place]] for place in reading.hidden]
    return all(any(start < word.end and word.start < end for word in hidden) for start, end in alone.spans)


def _read_each_way(question: Question, rules: SafetyRules) -> tuple[Finding, SafetyReading]:
    """Read a message in each way in which its sentences may be meant; the most serious one counts.

    One that runs on also in its clauses (`run_on`), but where the rules say of it as a whole that a sign is over or
    somebody else's: "years ago I thought of ending it and got help and have been well". One of several lines twice: the
    end of a line ends a sentence, or only the line. "No fever" on a line of its own denies nothing on the next; "numb
    between" goes on there. So is one with a full stop that may be a slip: "I lost. strength in my arm".
    """
    finding, reading = by_rules(question, rules)
    found = with_what_is_sure(weighed(finding, question, reading, rules), question, reading, rules)
    if _OVER_OR_ANOTHERS.isdisjoint(finding.dismissed):
        found = _read_in_clauses(found, question, rules)
    flowing = in_one_sentence(question.text) if found.level != "emergency" else question.text
    if flowing == question.text:
        return found, reading
    alone = _read_alone(normalise(flowing), rules)
    return more_serious(found, alone), reading


def _read_in_clauses(found: Finding, question: Question, rules: SafetyRules) -> Finding:
    """Return the finding, or what the clauses of the message make more serious; a hint in one adds to no finding."""
    apart = parted(question) if found.level != "emergency" else None
    if apart is None:
        return found
    finding, reading = by_rules(apart, rules)
    alone = weighed(finding, apart, reading, rules, runs_on=True)
    return found if alone.is_guess and found.level != "none" else more_serious(found, alone)


def _with_crisis_beside(
    found: Finding, question: Question, rules: SafetyRules, whole: SafetyReading
) -> Finding:
    """Return the finding of a message in which another sentence may be a crisis that no rule knows (rule 23).

    The class stays, for who tells of a wound at length says much that may be a hint; but the card names 988, too.
    """
    breaks = sentence_breaks(question.words)
    for start, end in pairwise((0, *breaks, len(question.words))) if breaks else ():
        words = question.words[start:end]
        if any(words[0].start < last and first < words[-1].end for first, last in found.spans):
            continue
        sentence = Question(question.text[: words[-1].end], words, question.tokens[start:end])
        if _read_alone(sentence, rules, whole).level == "crisis":
            return found._replace(also_crisis=True)
    return found


def _read_alone(question: Question, rules: SafetyRules, whole: SafetyReading | None = None) -> Finding:
    """Read a part of a message by itself; `whole` is how all of it was read."""
    finding, reading = by_rules(question, rules)
    return with_what_is_sure(weighed(finding, question, reading, rules), question, reading, rules, whole)


def by_rules(question: Question, rules: SafetyRules) -> tuple[Finding, SafetyReading]:
    """Return what the rules alone find, and how they read the message."""
    reading = read(question, rules)
    found = hits(reading, rules)
    if all(rules.signs[hit.sign].level == "companion" for hit in found):
        return NOTHING, reading  # a companion alone raises nothing
    from chatbot.safety.combining import combined  # noqa: PLC0415 - most messages of a short start have no sign

    return combined(found, question, reading, rules), reading
