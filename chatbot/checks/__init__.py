"""Rules over a whole knowledge base: what is allowed but doubtful, and what only the whole bot can show.

Each rule is a function whose docstring is its manual page. It yields Problems; printing them is `staff`'s work. Rules
that compare entries go through keys, never through pairs, so ten thousand entries take seconds.

`answers` looks at what stands in the entries, `wordings` at questions and lay words beside each other (`rivals` finds
those that take another entry's patients), `asked` at what the bot says; `subject` is what all of them look at. A safety
file has checks of its own (`safety_file`), which see no knowledge base.
"""

from __future__ import annotations

from chatbot.checks.answers import (
    abbreviations_explained,
    consultation_given,
    enough_questions,
    one_emergency_number,
    reviewed,
    reviewed_by_now,
    short_sentences,
    small_talk_is_whole,
)
from chatbot.checks.asked import (
    broad_words_are_offered,
    decoys_are_refused,
    questions_reach_their_entry,
    tests_pass,
)
from chatbot.checks.safety_file import check_safety, check_safety_questions, lost_lines
from chatbot.checks.subject import AskingRule, Bot, HasReply, Rule, Subject
from chatbot.checks.wordings import (
    decoys_apart,
    lexicon_has_one_meaning,
    lexicon_means_something,
    patients_keep_their_entry,
    questions_apart,
)
from chatbot.knowledge import Problem
from chatbot.normalise import normalise

__all__ = [
    "ASKING_RULES",
    "RULES",
    "Bot",
    "HasReply",
    "Subject",
    "check",
    "check_safety",
    "check_safety_questions",
    "lost_lines",
]

# These ask the bot.
ASKING_RULES: tuple[AskingRule, ...] = (
    tests_pass,
    questions_reach_their_entry,
    broad_words_are_offered,
    decoys_are_refused,
)
RULES: tuple[Rule, ...] = (
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


def check(subject: Subject) -> tuple[Problem, ...]:
    """Return what is doubtful in a knowledge base that loads, in the order of the rules."""
    entries = subject.knowledge.entries
    questions = (question for entry in entries for question in entry.questions)
    subject = subject._replace(words={question: normalise(question).tokens for question in questions})
    bot = subject.bot
    asked = [] if bot is None else [problem for rule in ASKING_RULES for problem in rule(subject, bot)]
    return (*asked, *(problem for rule in RULES for problem in rule(subject)))
