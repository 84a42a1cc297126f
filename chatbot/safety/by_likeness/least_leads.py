"""How much more a part of a message must be like a class of danger than like ordinary messages, to count.

A lead says how much more a message is like the examples of a class than like the ordinary ones ("none"); 0 is as much
like the one as the other. The leads here are measured in docs/safety-measured.md.
"""

from __future__ import annotations

import math

from chatbot.english.function_words import AUXILIARIES, WORDS_THAT_ASK
from chatbot.normalise import Question
from chatbot.safety.by_likeness.frames import asks_in_general, only_denies
from chatbot.safety.by_likeness.stretches import Part
from chatbot.safety.in_context.presupposing import names_its_beginning, presupposes
from chatbot.safety.signs import Finding
from chatbot.safety.windows import FRAGMENT_WORDS, STORY_WORDS

# By what the rules found: where they found nothing ("none"), a message is raised from this lead on. Where they found a
# sign, which itself adds to the lead, the message is only talk about it below this lead, and gets the quiet line.
LEAST_LEAD = -0.2
LEAST_LEADS = {"none": LEAST_LEAD, "emergency": -0.25, "urgent": 0.2, "crisis": 0.4}
# Of less than half of a story, whatever the rules found: each of its many sentences could be misread.
LEAST_LEAD_IN_A_STORY = 0.8
# Of a whole story in which the rules found nothing: it holds much that has nothing to do with danger.
LEAST_LEAD_OF_A_STORY = 0.3
# Of a fragment ("on the left side") in which the rules found nothing.
LEAST_LEAD_OF_A_FRAGMENT = 0.1
# Of a clause of a sentence that runs on (`run_on`): with less it is as often an old story, told without a full stop.
# More where the rules found nothing, and of what stands around a sign.
LEAST_LEAD_OF_A_CLAUSE = 0.8
LEAST_LEAD_OF_ANY_WORDS = 1.0
# Of a clause that only denies, fears or does not want what the rules dismissed for it: "I am not losing feeling in my
# saddle". That of no example, and of no sentence that was tried, is as much; what is a sign all the same ("no breath
# left, lying down is worse") is no such clause.
LEAST_LEAD_OF_A_DENIAL = 3.0
# A short report that asks nothing is taken for talk only below this lead: "my mother has fever and chills" is no more
# ordinary than "I have chills and a fever", whatever the examples teach of mothers.
LEAST_LEAD_OF_A_REPORT = -0.3
_REPORT_WORDS = 12
# "What does it mean that I had a seizure", "why do I faint": what a question presupposes is as good as reported. Of 31
# examples that are like it and have a sign by the rules, 28 are one.
LEAST_LEAD_OF_A_PRESUPPOSED_SIGN = -1.2
_OPENING_A_QUESTION = WORDS_THAT_ASK | AUXILIARIES - {"am", "have"} | {"might", "if"}


def least_lead(finding: Finding, question: Question, part: Part) -> float:
    """Return by how much a part of a message must lead over "none" to count."""
    least = _least_of_its_kind(finding, question, part)
    is_short = part.cut == "sentence" and part.closing - part.opening <= _REPORT_WORDS
    if is_short and finding.level not in ("none", "crisis"):
        return min(least, _least_lead_of_few_words(question, part))
    return least


def _least_of_its_kind(finding: Finding, question: Question, part: Part) -> float:
    """Return the lead that is asked of a denial, a clause, a sentence of a story, a fragment, or any other part."""
    if finding.level == "none" and (
        only_denies(finding, question, part.start, part.end)
        or asks_in_general(finding, question.tokens[part.start : part.end])
    ):
        return LEAST_LEAD_OF_A_DENIAL
    if part.cut != "sentence":
        is_clause = part.cut == "clause" and finding.level != "none"
        return LEAST_LEAD_OF_A_CLAUSE if is_clause else LEAST_LEAD_OF_ANY_WORDS
    if _is_of_a_story(question, part):
        return LEAST_LEAD_IN_A_STORY
    size = part.end - part.start
    if finding.level == "none" and size > STORY_WORDS:
        return LEAST_LEAD_OF_A_STORY
    if finding.level == "none" and size <= FRAGMENT_WORDS:
        return LEAST_LEAD_OF_A_FRAGMENT
    return LEAST_LEADS[finding.level]


def _is_of_a_story(question: Question, part: Part) -> bool:
    """Return whether a part is less than half of a message that tells a story."""
    words = len(question.words)
    return words > STORY_WORDS and 2 * (part.end - part.start) < words


def _least_lead_of_few_words(question: Question, part: Part) -> float:
    """Return by how much a short sentence with a sign must lead at most: less where it reports, or presupposes, it."""
    if presupposes(question.tokens[part.opening : part.closing]):
        return LEAST_LEAD_OF_A_PRESUPPOSED_SIGN
    is_report = question.tokens[0] not in _OPENING_A_QUESTION and "?" not in question.text
    if is_report and names_its_beginning(question.tokens[part.opening : part.closing]):
        return LEAST_LEAD_OF_A_PRESUPPOSED_SIGN
    return LEAST_LEAD_OF_A_REPORT if is_report else math.inf
