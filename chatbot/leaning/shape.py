"""What shape a message has that may lean on the topic: so few words, pointing back, stating something, "and for ...".

Told by its words alone, whatever the topic is. `leaning` asks for it.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from chatbot.decision import Decided
from chatbot.english.function_words import (
    ASKING_FIRST,
    AUXILIARIES,
    SUBJECTS,
    WORDS_THAT_ASK,
    content_words,
    points_back,
)
from chatbot.knowledge import EntryKind
from chatbot.normalise import Question

# How long messages may be, measured as in `decision`. With 9 leaning words, one right answer is lost and two wrong ones
# are avoided; 16, and one more or fewer of the others, change at most one answer.
LONGEST_LEANING_WORDS = 12  # words of a message that may lean on the topic
LONGEST_FRAGMENT_WORDS = 4  # content words of it
LONGEST_BARE_WORDS = 3  # words of a message that says little by itself
LONGEST_NAME_WORDS = 3  # content words of a message that only names another topic
_LONGEST_BEFORE_SAME = 5  # "ok and is it the same for ..."
AND_FOR = ("and", "for")
_SAME_FOR = (("for",), ("with",), ("about",))
OPENING_A_QUESTION = ASKING_FIRST - {"am"} | {"must"}  # "must it come out"; "am ..." is about oneself

# What a statement begins with, and what is no statement though it begins so: "i want to know", "she is afraid of it".
_OPENING_A_STATEMENT = frozenset(
    "i we he she my his our you her they nobody noone everybody everyone people doctors surgeons".split()
)
_BEFORE_A_STATEMENT = frozenset("and but well oh so yes no because".split())
# "I already did all that" asks for what comes next.
_TRIED = frozenset(("already", "tried", "tryed"))
_SUBJECTS = SUBJECTS | {"my", "his", "her", "the"}
_WISHING = frozenset(
    "want wants need needs like wonder wondering worried afraid scared ask asking asked mean meant know tell".split()
)


def after_the_same(tokens: Sequence[str]) -> int:
    """Return where the name begins after "and the same for" or "and for", 0 where a message does not open so."""
    if tuple(tokens[: len(AND_FOR)]) == AND_FOR and len(tokens) > len(AND_FOR):
        return len(AND_FOR)
    same = next((place for place, word in enumerate(tokens[:_LONGEST_BEFORE_SAME]) if word == "same"), None)
    if same is None or tuple(tokens[same + 1 : same + 2]) not in _SAME_FOR or same + 2 >= len(tokens):
        return 0
    return same + 2


def may_lean(question: Question, alone: Decided, kinds: Mapping[str, EntryKind]) -> bool:
    """Return whether a message could lean on the topic: a fragment, or words that point back."""
    tokens = question.tokens
    if alone.matched is None or alone.matched.is_exact or len(tokens) > LONGEST_LEANING_WORDS:
        return False
    told = [entry for entry, _ in alone.entries if kinds[entry] != "handoff"]
    content = content_words(tokens)
    return len(told) <= 1 and (points_back(tokens) or len(content) <= LONGEST_FRAGMENT_WORDS)


def asks_itself(tokens: Sequence[str]) -> bool:
    """Return whether a message asks something, whatever it names: "can pills", "what about pills"."""
    is_asked = any(word in AUXILIARIES and after in SUBJECTS for word, after in pairwise(tokens))
    return is_asked or tokens[0] in OPENING_A_QUESTION or not WORDS_THAT_ASK.isdisjoint(tokens)


def only_states(question: Question) -> bool:
    """Return whether a message tells something and asks nothing: "he also has bad knees", "my wife made me come"."""
    tokens = question.tokens
    if tokens[0] in _BEFORE_A_STATEMENT and len(tokens) > 1:
        tokens = tokens[1:]
    opens = tokens[0] in _OPENING_A_STATEMENT or tuple(tokens[:2]) == ("no", "one")
    if not opens or "?" in question.text or not _TRIED.isdisjoint(tokens):
        return False
    return not (WORDS_THAT_ASK | _WISHING).intersection(tokens) and not any(
        word in AUXILIARIES and after in _SUBJECTS for word, after in pairwise(tokens)
    )


def is_empty(tokens: Sequence[str]) -> bool:
    """Return whether a message has no content word: "what do they do about it"."""
    return not content_words(tokens)


def is_bare(tokens: Sequence[str]) -> bool:
    """Return whether a message says little without a topic: "and the risks?", "can they be removed"."""
    is_short = len(tokens) <= LONGEST_BARE_WORDS and len(content_words(tokens)) <= 1
    return is_short or points_back(tokens)
