"""Whether the patient confirms a sign that was only talked about: "yes, that's me", in a later sentence or message.

People name a sign from a leaflet or a list before they say that they have it (rule 16 of docs/safety.md). A sentence or
message counts here only if it says nothing else. Words that say so beside other words are for `taken_up` and
`mine_too`.
"""

from __future__ import annotations

from itertools import pairwise

from chatbot.normalise import Question, sentence_breaks
from chatbot.safety.cards.whose import is_anothers
from chatbot.safety.signs import Finding, SafetyRules

_AFFIRMS = frozenset(
    "yes yeah yep yup yea yah aye happening happens have has got me mine started exactly".split()
)
_AROUND_AFFIRMING = frozenset(
    """ok okay it is am that this these those them are was now to right just had getting i he she they we think feel all
    of the same one both definitely well what so oh my god please help sure really also been for today tonight since
    yesterday morning already currently believe unfortunately afraid husband wife mom mother dad father son daughter
    describes described sounds like exactly with and you said""".split()
)
# "Ok, got it", "oh I got it now": the answer is understood, and nothing is had.
_UNDERSTANDING = frozenset("ok okay oh well so i got it now that all right sure".split())
_BEFORE_UNDERSTANDING = _UNDERSTANDING - {"i"}


def affirms(question: Question) -> bool:
    """Return whether a message only says that this is so: "yes", "that's what I've got", "happening now"."""
    tokens = question.tokens
    says_so = (_AFFIRMS | _AROUND_AFFIRMING).issuperset(tokens) and not _AFFIRMS.isdisjoint(tokens)
    return says_so and not (tokens[0] in _BEFORE_UNDERSTANDING and _UNDERSTANDING.issuperset(tokens))


def affirmed(about: Finding, question: Question, rules: SafetyRules, how: str) -> Finding:
    """Return a finding of mere talk as a report of that sign; `how` says where `question` confirms it."""
    return Finding(
        level=about.quiet or "none",
        signs=about.signs,
        rule=f"{about.rule}; and this is so, {how}",
        third_person=is_anothers(about.quiet, question.tokens, rules),
    )


def affirmed_later(found: Finding, question: Question, rules: SafetyRules) -> Finding:
    """Return a finding of mere talk as a report where a later sentence of the message confirms it, else as it is.

    "The sheet says numbness of the saddle is a warning. That is what I have." A sentence that asks confirms nothing.
    """
    if not (found.is_about and found.quiet):
        return found
    words = question.words
    for start, end in pairwise((*sentence_breaks(words), len(words))):
        following = words[end].start if end < len(words) else len(question.text)
        sentence = Question(question.text, words[start:end], question.tokens[start:end])
        if affirms(sentence) and "?" not in question.text[words[end - 1].end : following]:
            return affirmed(found, sentence, rules, "says a later sentence")
    return found
