"""How far a match is trusted: what one shared word is worth, what is outside, and the thresholds that rules share.

A threshold that one rule alone uses stands beside that rule.
"""

from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.matching import Matched

# Chosen on all labelled questions so that a wrong answer stays rarer than one in thirty. ANSWER and what callers are
# told (`composing`) go together: an answer is given where it is as likely right as not. With 0.45 a point fewer is
# answered right and half a point fewer wrong; with 0.27 half a point more each way.
ANSWER = 0.34
# The others, here and beside their rules, were moved one at a time, to the values named, over 2,189 labelled
# development messages (1,677 by themselves, 512 later turns of conversations) of which 1,958 are answered right and 93
# wrong. "Chosen" are those that this does not tell apart: one message or none comes out otherwise.
_ANSWER_TO_ONE_WORD = 0.63  # measured: at 0.75 seven right fewer; at 0.5 as many right, one wrong fewer
MENU = 0.17  # measured: at 0.25 two right fewer; at 0.1 four right more and two wrong fewer, but more menus
STANDS_ALONE = 0.8  # chosen: 0.7 and 0.9 change at most one
# Against weak parts that are something else. Measured: at 0.95 two right more, at 0.75 no change.
WHOLE_STANDS = 0.85
# Of something that is asked about by its name: a bare "the X-rays" is never sure by itself. Measured with 361 messages
# of two questions and 1,587 of one: 0.4 answers two fewer of both, and no single one changes.
NAMED_THING = 0.3
# A few words that lean on what was said just before are overruled by nothing when it is so sure what they ask for.
# Measured: in stories, from 0.96 on two more are right than with 0.95, and no other one changes.
SURE_FOLLOW_UP = 0.97


def trusted(matched: Matched, threshold: float, beside: float = 0.0) -> float:
    """Return how far a match is trusted: its confidence, or just less than `threshold` where it rests on a single word.

    It rests on one where message and entry share no more, unless this is all that the message says and the match is
    very sure. `beside`: the chance that another entry is meant, which will be told as well.
    """
    confidence = min(1.0, matched.confidence + beside)
    if matched.is_exact:
        return confidence
    content = [word for word in matched.ranking.words if word.text not in FUNCTION_WORDS]
    known = [word for word in content if word.status in ("known", "repaired", "lexicon")]
    strange = len(content) - len(known)
    if content and len(known) <= 1 and (strange >= 1 or confidence < _ANSWER_TO_ONE_WORD):
        return min(confidence, threshold - 0.01)
    return confidence


def is_outside(matched: Matched) -> bool:
    """Return whether words have content, and are about something that the knowledge base does not cover."""
    if not any(word.text not in FUNCTION_WORDS for word in matched.ranking.words):
        return False
    return matched.ranking.is_outdone or matched.confidence < MENU
