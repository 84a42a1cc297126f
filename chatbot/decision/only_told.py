"""A long story that asks nothing: what it is about is offered, because nobody can know what is wanted of it.

"I was fused six years ago. I take gabapentin, the pain creeps up higher, and I am scared of the knife." As a whole it
would look like a question for its pills. A good receptionist would ask what she can tell: why it hurts above the
fusion, what the risks of surgery are?
"""

from __future__ import annotations

from itertools import pairwise

from chatbot.decision.message import GENERAL, PERSONAL, SMALL_TALK, Message
from chatbot.decision.stories import CLEAR_STORY, LONG_STORY_WORDS, asking_by_itself
from chatbot.knowledge import MOST_CHOICES
from chatbot.normalise import Question, between_marks

ASKS_NOTHING = "a story that asks nothing: offer what it is about"
# How sure a clause must be of what it is about. Chosen: with 0.6 "I drove a bus for thirty years" is about numbers.
_ABOUT = 0.7
# A story with one of these wants something of its own, though no sentence of it opens like a question.
_WANTING = frozenset(
    """what how why whether if wonder wondering wondered understand ask asking question questions please explain advice
    curious""".split()
)
_WANTING_TO = frozenset((("want", "to"), ("need", "to"), ("like", "to"), ("to", "know")))


def told_about(message: Message) -> tuple[str, ...]:
    """Return the entries that a long story which asks nothing is about, best first; none for any other message.

    None, too, where it is clear as a whole, where it names what no entry speaks of, and where only a person could help
    with all that is told.
    """
    question, whole = message.question, message.whole
    if len(question.words) < LONG_STORY_WORDS or whole.is_exact or whole.elsewhere or _wants(question):
        return ()
    if whole.confidence >= CLEAR_STORY and message.kinds[whole.entry] in GENERAL:
        return ()
    found: dict[str, float] = {}
    for start, end in between_marks(question.words):
        matched = message.match_words(question.tokens[start:end])
        is_about = matched.confidence >= _ABOUT and message.kinds[matched.entry] != SMALL_TALK
        if is_about and matched.entry != PERSONAL:
            found[matched.entry] = max(matched.confidence, found.get(matched.entry, 0.0))
    ranked = sorted(found, key=lambda entry: (message.kinds[entry] not in GENERAL, -found[entry]))
    has_general = any(message.kinds[entry] in GENERAL for entry in ranked)
    return tuple(ranked[:MOST_CHOICES]) if has_general else ()


def _wants(question: Question) -> bool:
    """Return whether a story asks something, or says in so many words that it wants to know or to do something."""
    tokens = question.tokens
    wishes = (pair for before, pair in zip(("", *tokens), pairwise(tokens), strict=False) if before != "not")
    return (
        bool(asking_by_itself(question))
        or not _WANTING.isdisjoint(tokens)
        or not _WANTING_TO.isdisjoint(wishes)
    )
