"""How a message is meant: afraid, angry, insulting, discouraged; or written in another language.

A tone earns one human sentence before the answer, never a lecture, and changes nothing about what is answered.
Crisis and danger are `safety`'s and are dealt with before this.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from chatbot.knowledge import Language
from chatbot.normalise import Question, fold

Tone = Literal["", "fear", "anger", "insult", "low"]

_FEAR = frozenset(
    "scared scary afraid terrified frightened frightening worried worry worrying anxious nervous panic panicking "
    "petrified dread dreading fear fears freaking frighten scares terrifies terrifying".split()
)
_ANGER = frozenset(
    "angry furious pissed mad fed outraged disgusted ridiculous unacceptable outrageous appalling disgrace "
    "disgraceful frustrated frustrating nobody listens fobbed ignored lied".split()
)
_ANGER_ALONE = _ANGER - {"fed", "mad", "nobody", "listens", "ignored"}
_INSULTS = frozenset(
    "stupid useless idiot idiotic dumb moron moronic garbage rubbish crap crappy shit shitty bullshit fuck fucking "
    "fucked fck sucks suck worthless pathetic hell damn damned dammit asshole bastard bitch wtf trash lousy".split()
)
_LOW = frozenset(
    "discouraged hopeless depressed depressing miserable desperate heartbroken devastated overwhelmed "
    "lonely crying cried sad sadness despair despairing grumpy".split()
)
# "Which measures must be exhausted" tells of no feeling.
_LOW_OF_SOMEBODY = frozenset(("exhausted",))
_SOMEBODY = frozenset("i he she we me so feel feeling".split())
_ANGER_PHRASES = (
    "fed up",
    "sick of",
    "nobody listens",
    "no one listens",
    "nobody believes",
    "no one believes",
    "so mad",
    "what a waste",
)
_LOW_PHRASES = (
    "tired of the pain", "tired of this pain", "tired of hurting", "tired of being in pain", "tired of it all",
    "worn out", "wore out", "wears me down", "wearing me down", "had enough of the pain", "so down", "feel down",
    "feeling down", "so low", "feel low", "feeling low",
)  # fmt: skip
# Said to the program; longer messages that hold one are anger.
_INSULT_PHRASES = (
    "thanks for nothing", "shut up", "screw you",
    "you are no help", "you do not help", "you are not helping", "this is not helping",
    "you never answer", "you never help", "this is no help", "you are no good", "what a joke",
    "i hate you", "i hate this thing",
)  # fmt: skip
_LONGEST_INSULT_WORDS = 7
# "Just go away please": around it, nothing may be said that could go away, such as pain.
_AWAY = frozenset("away please now me alone leave then oh ok".split())
_INSULT_FRAME = frozenset(
    "you are this is a an the guys folks people all both thing program bot machine computer what so it just such "
    "piece of absolute total totally complete completely and go to off your useless very really stupid oh my god for "
    "sake i hate that was as well".split()
)
# "Is the MRI a waste of time" insults nobody: nothing else may be said than of this program.
_WASTE = frozenset(("waste", "wasted"))
_WASTED = _INSULT_FRAME | _WASTE | {"time", "my"}
_AROUND_FEELINGS = frozenset(
    "feel feeling felt sick tired one believes believe people doctors doctor time day days night anymore life hard bad "
    "awful terrible alone lost hurts hurt pain enough this thing listen listening care cares much "
    "sorry shouting rude thank thanks worn hurting wears down".split()
)
_FEELING = _FEAR | _ANGER | _LOW | _INSULTS | _AROUND_FEELINGS
_FEWEST_MARKERS = 2
_MARKER_SHARE = 0.25
_SCRIPT_SHARE = 0.3


def tone_of(tokens: Sequence[str]) -> Tone:
    """Return the strongest tone of a message: "insult" only where nothing else is said."""
    words = set(tokens)
    if words & _INSULTS:
        return "insult" if not words - _INSULTS - _INSULT_FRAME else "anger"
    said = f" {' '.join(tokens)} "
    is_sent_away = " go away " in said and not words - _INSULT_FRAME - _AWAY
    is_a_waste = bool(words & _WASTE) and not words - _WASTED
    if is_sent_away or is_a_waste or any(f" {phrase} " in said for phrase in _INSULT_PHRASES):
        return "insult" if len(tokens) <= _LONGEST_INSULT_WORDS else "anger"
    if words & _ANGER_ALONE or any(f" {phrase} " in said for phrase in _ANGER_PHRASES):
        return "anger"
    if words & _FEAR:
        return "fear"
    if any(f" {phrase} " in said for phrase in _LOW_PHRASES):
        return "low"
    return "low" if words & _LOW or (words & _LOW_OF_SOMEBODY and words & _SOMEBODY) else ""


def only_feels(content: Sequence[str]) -> bool:
    """Return whether the words that carry meaning tell of a feeling and of nothing else."""
    return _FEELING.issuperset(content)


class LanguageSpotter:
    """Notices that a message is not in English. Immutable."""

    def __init__(self, languages: Sequence[Language]) -> None:
        """`languages` are those that there is a sentence for."""
        self._languages = languages
        self._markers: dict[str, list[int]] = {}
        for number, language in enumerate(languages):
            if not language.script:
                for word in language.marker_words:
                    self._markers.setdefault(fold(word).replace("'", ""), []).append(number)

    def language_of(self, question: Question) -> Language | None:
        """Return the language a message is written in, None when it seems English.

        A script is enough where a good share of the letters is in it; in Latin script two marker words are
        needed that are a quarter of all words, or one that is the whole message.
        """
        if not question.text.isascii():
            found = _by_script(question.text, self._languages)
            if found is not None:
                return found
        if self._markers.keys().isdisjoint(question.tokens):
            return None
        counts: dict[int, int] = {}
        tokens = set(question.tokens)
        for token in tokens:
            for number in self._markers.get(token, ()):
                counts[number] = counts.get(number, 0) + 1
        best = max(counts, key=lambda number: (counts[number], -number), default=-1)
        needed = max(min(_FEWEST_MARKERS, len(tokens)), _MARKER_SHARE * len(tokens))
        return self._languages[best] if best >= 0 and counts[best] >= needed else None


def _by_script(text: str, languages: Sequence[Language]) -> Language | None:
    """Return the language whose script many letters of a text are in; of several, the one with more of its words."""
    import unicodedata  # noqa: PLC0415 - most messages are ASCII

    letters = [character for character in text if character.isalpha()]
    ranked: list[tuple[int, int, Language]] = []
    for place, language in enumerate(languages):
        if language.script:
            name = _SCRIPT_NAMES.get(language.script.upper(), language.script.upper())
            count = sum(unicodedata.name(letter, "").startswith(name) for letter in letters)
            if count >= max(1, _SCRIPT_SHARE * len(letters)):
                markers = sum(word in text for word in language.marker_words)
                ranked.append((markers, -place, language))
    return max(ranked)[2] if ranked else None


_SCRIPT_NAMES = {"HAN": "CJK", "HANGUL": "HANGUL", "CYRILLIC": "CYRILLIC"}
