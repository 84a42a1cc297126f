"""Messages that only name a thing: "what about pills", "I was asking about the shots", "enough of that. Posture".

A word that many answers use says little among other words, but where it stands alone it says all: somebody who only
names the pills wants to hear about the pills, whatever the topic was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from chatbot.decision import ANSWER, GENERAL
from chatbot.english.function_words import AUXILIARIES, FUNCTION_WORDS, content_words, points_back
from chatbot.knowledge import EntryKind
from chatbot.leaning.shape import LONGEST_BARE_WORDS
from chatbot.leaning.three_readings import FRAGMENT
from chatbot.matching import Matcher
from chatbot.parts import LastQuestion

# Words around a name that ask nothing of it: "can you say something on ...", "let's talk about ... instead".
_AROUND = FUNCTION_WORDS | frozenset(
    """explain talk talked mention mentioned read hear heard rather instead us back guide show give information info
    part topic stuff next sorry meant mean asking asked ask enough forget mind discuss start begin move switch question
    questions interested curious love like wanted wants speak see look earlier
    """.split()
)
# A message with one of these asks something about what it names, or turns it down.
_ASKING_MORE = AUXILIARIES | frozenset(
    """it they them these those one ones he she him her why when where who whom whose which many much long often no not
    nor without never other than most better before after same only too own again even still ever might been
    had""".split()
)
# What may stand around a name of which nothing is asked; "what about for nerves" asks something of the topic.
_OF_THE_TOPIC = frozenset("for with in after from during against by".split())
AROUND_A_NAME = _AROUND - _ASKING_MORE - _OF_THE_TOPIC | {"one", "ones", "again", "it", "that"}
_ONCE_MORE = frozenset("again before earlier".split())  # at the end: "about the pills again"
_HOW = "how"  # "how about"
# Not where it only asks whether the guide has it: "what does it say about ...", "do you have anything on ...".
_ASKING_THE_GUIDE = frozenset("say know tell have anything something".split())
_OF_THE_GUIDE = frozenset("do does have can could would is it more there".split())
_ABOUT = frozenset("about on".split())
_LONGEST = 9  # words
_LONGEST_LEAD = 21  # words before a question that are no story
# The share of an entry's wordings that must have a word for the word to name the whole entry. With less it names a
# part: the entry on pictures is about X-rays, too, when somebody says "MRI".
#
# There is little room: "weight" (0.227) names an entry, "therapist" (0.221) and "MRI" (0.213) name a part of one. A few
# new wordings can move a word across; a test holds "weight" and "MRI" on their sides, and where it fails, look at the
# shares anew rather than only at the sentence.
NAMES_ALL_OF_IT = 0.225
# No other entry may have the word in more than this much of that share. "Shots" are in 0.46 of the wordings of one
# entry and in 0.34 of another's, which is just few enough.
_NEXT_SHARE = 0.75


class Naming:
    """Tells which entry a message only names, or names before it asks. Immutable."""

    def __init__(self, matcher: Matcher, kinds: Mapping[str, EntryKind]) -> None:
        """`kinds` are those of the entries, by id."""
        self._matcher = matcher
        self._kinds = kinds

    def named(self, tokens: Sequence[str], near: Sequence[str] = ()) -> str:
        """Return the entry that a message does nothing but name, "" for any other message.

        Also "" where the word may mean one of `near`, the entries that belong to the topic.
        """
        tokens = self._matcher.core(tokens)
        content = {word for word in tokens if word not in _AROUND}
        if len(content) != 1 or len(tokens) > _LONGEST or _asks_more(tokens):
            return ""
        (word,) = content
        entry = next((one for one in self._matcher.named_by(word) if self._kinds.get(one) in GENERAL), "")
        share = self._matcher.share_with(word, entry) if entry else 0.0
        if share < NAMES_ALL_OF_IT:
            return ""
        others = {other: self._matcher.share_with(word, other) for other in self._general() if other != entry}
        is_near = any(others.get(other, 0.0) >= NAMES_ALL_OF_IT for other in near)
        return "" if is_near or max(others.values(), default=0.0) > _NEXT_SHARE * share else entry

    def named_by_lead(self, last: LastQuestion) -> str:
        """Return the entry that the words before a question name, if the question points back to them; else "".

        "Back to the scar tissue. Does it heal"; "shots: how many can I have". The clause next to the question is asked
        first. If that names nothing, all the words before the question are, unless they are so many that they tell a
        story: a story is about more than one thing.
        """
        asked = last.question.tokens
        is_bare = len(asked) <= LONGEST_BARE_WORDS or self._matcher.is_wording(asked)
        leans = points_back(asked) or last.is_headed or is_bare
        if not last.lead or "if" in last.lead or not leans:
            return ""
        beside = last.beside
        named = self._surely_named(beside, FRAGMENT) or self.named(content_words(beside)[-1:] or beside)
        is_story = len(last.lead) > _LONGEST_LEAD
        return named if named or is_story else self._surely_named(last.lead, ANSWER)

    def _surely_named(self, words: Sequence[str], floor: float) -> str:
        """Return the entry that these words name at least so surely, "" for none."""
        matched = self._matcher.match(words)
        return matched.entry if matched.confidence >= floor and self._kinds[matched.entry] in GENERAL else ""

    def _general(self) -> list[str]:
        """Return the entries of the guide itself, in no particular order: no hand-offs and no small talk."""
        return [entry for entry, kind in self._kinds.items() if kind in GENERAL]


def _asks_more(tokens: Sequence[str]) -> bool:
    """Return whether a message asks something about what it names; "do you have anything on the shots" does not."""
    asking = _ASKING_MORE.intersection(tokens[:-1] if tokens[-1] in _ONCE_MORE else tokens)
    is_of_guide = not _ABOUT.isdisjoint(tokens) and not _ASKING_THE_GUIDE.isdisjoint(tokens)
    asks_how = _HOW in tokens and (_HOW, "about") not in pairwise(tokens)
    return asks_how or bool(asking - _OF_THE_GUIDE if is_of_guide else asking)
