"""Whether something like an emergency is said beside a sign that is only urgent (rule 21 of docs/safety.md).

"The incision oozes, and she answers only when I shake her": the rules know the wound, and no list holds all that
people say of drowsiness, breath or bladder. Alone such words may be anything; beside a sign they make it an emergency.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from chatbot.english.function_words import AUXILIARIES, WORDS_THAT_ASK
from chatbot.normalise import Question
from chatbot.safety.by_likeness.laid_out import leads_of
from chatbot.safety.by_likeness.weighing import seen_in_parts
from chatbot.safety.reading.families import read
from chatbot.safety.reading.places import hits
from chatbot.safety.signs import NOTHING, Finding, SafetyRules

# A clause beside a sign is like an emergency where its lead over "none" is at least the first of these (less than a
# message needs by itself), and its lead over "urgent" at least the second. With 0.9 for the second, 3 of a thousand
# urgent messages become an emergency (with clauses that reassure it would be 11), and 5 of 17 emergencies that were
# called urgent no longer are; with 0.75, six emergencies more are right and five urgent messages wrong, of those left
# out while learning (docs/safety-measured.md).
LEAST_LEAD_BESIDE = -1.0
LEAST_LEAD_OVER_URGENT = 0.75

_FEWEST_WORDS, _MOST_WORDS = 3, 12
_JOINING = frozenset("and but plus also then though while with so now".split())
# "Breathing is easy", "arms and legs work", "she is not muddled": said because somebody would ask.
_REASSURING = frozenset(
    """fine ok okay good easy easily normal normally well quiet working works right full fully soft gone better can no
    without never not talks jokes calm closed improved improving alright""".split()
)
_ASKING = WORDS_THAT_ASK | AUXILIARIES - {"am", "have", "must"}


def with_what_stands_beside(found: Finding, question: Question, rules: SafetyRules) -> Finding:
    """Return an urgent finding of the rules as an emergency where another clause is like one; any other as it is."""
    if found.level != "urgent" or found.is_guess or not found.spans or not rules.likeness.slots:
        return found
    for clause in _beside(found, question):
        reading = read(clause, rules)
        if any(rules.signs[hit.sign].level != "companion" for hit in hits(reading, rules)):
            continue  # a sign, and the rules had their say
        whole = seen_in_parts(NOTHING, clause, reading, rules)[0]
        emergency, urgent, _ = leads_of(whole, rules.likeness)
        if emergency >= LEAST_LEAD_BESIDE and emergency - urgent >= LEAST_LEAD_OVER_URGENT:
            return found._replace(
                level="emergency", rule=f"rule 21: {found.rule}, and something like an emergency beside it"
            )
    return found


def _beside(found: Finding, question: Question) -> Iterator[Question]:
    """Return the clauses, and the stretches of neighbouring ones, that hold nothing of the sign and ask nothing."""
    words = question.words
    starts = [at for at in range(1, len(words)) if words[at].mark or words[at].text in _JOINING]

    def holds_a_sign(clause: tuple[int, int]) -> bool:
        first, last = words[clause[0]].start, words[clause[1] - 1].end
        return any(one < last and first < other for one, other in found.spans)

    for is_sign, neighbours in groupby(pairwise((0, *starts, len(words))), holds_a_sign):
        if not is_sign:
            clauses = [*neighbours]
            for start, end in dict.fromkeys((*clauses, (clauses[0][0], clauses[-1][1]))):
                yield from _report(question, start, end)


def _report(question: Question, start: int, end: int) -> Iterator[Question]:
    """Yield these words as a message of their own, unless they are too few or too many, ask, or reassure."""
    words, tokens = question.words, question.tokens
    while start < end and tokens[start] in _JOINING:
        start += 1
    while start < end and tokens[end - 1] in _JOINING:
        end -= 1
    if (
        _FEWEST_WORDS <= end - start <= _MOST_WORDS
        and tokens[start] not in _ASKING
        and _REASSURING.isdisjoint(tokens[start:end])
    ):
        yield Question(question.text[: words[end - 1].end], words[start:end], tokens[start:end])
