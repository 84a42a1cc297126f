"""The word list: which words of the guide a text holds, and which word a message asks to have explained."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.english.function_words import content_words
from chatbot.english.phrases import by_first_word, listed, listed_in_words, phrase_at
from chatbot.knowledge import GlossaryTerm
from chatbot.normalise import normalise

LONGEST_TERM = 5  # words
# "What does that word mean": nothing but these is said besides words without a meaning of their own.
_A_WORD = frozenset("word words term terms glossary".split())
_OF_WORDS = _A_WORD | frozenset(
    "list mean means meaning explain explained understand hard big simple plain easy difficult doctor medical".split()
)
_THEY_MEAN = (("what", "do", "they", "mean"), ("what", "do", "all", "these", "mean"))
_COURTESY = frozenset("please ok and sorry look".split())
# What stands before or behind a word whose meaning is asked: "what does ... mean", "... , what is that".
_BEFORE_A_WORD = by_first_word(
    listed("""
        what does|what do|what does the word|what does the term|what do you mean by|what did you mean by
        what do you mean with|what is meant by|what is the meaning of|meaning of|define|definition of
        explain|explain the word|explain the term|please explain|can you explain|could you explain
        i do not understand|i did not understand|do not understand|i not understand|not understand
        i do not know what|i do not know the word|i do not get|what mean|what means|you said|you wrote|it says
    """)
)
_BEHIND_A_WORD = listed_in_words("""
    mean|means|mean here|mean there|meaning|mean what|means what|what mean|what means|what does that mean
    what does it mean|what is that|what does this mean|what is the meaning|explain|explain that|explain that word
    explain please|is what|what is it|what does mean
""")
_LAST_BEHIND_A_WORD = frozenset(phrase[-1] for phrase in _BEHIND_A_WORD)
# Alone, these ask for no meaning: "what do the screws" and "it says loose" need more behind them.
_OPENING_ONLY = frozenset(listed_in_words("what does|what do|i do not know what|you said|you wrote|it says"))
_AGAIN = ("again", "then", "please", "exactly")
# A word is also asked for by its name alone, or behind one of these, the longest first.
_WHAT_IS = listed_in_words("what is a|what is an|what is the|what are the|what are|what is")


class WordList:
    """The glossary, ready to be asked. Immutable but for its names, which are read when first needed."""

    def __init__(self, glossary: Sequence[GlossaryTerm]) -> None:
        """Take the knowledge base's glossary; a name that two terms have goes to the first."""
        self._glossary = glossary
        self._by_name: dict[tuple[str, ...], GlossaryTerm] | None = None
        self._letters = "\n".join(name for term in glossary for name in (term.term, *term.also)).lower()
        self._is_plain = self._letters.isascii() and "'" not in self._letters

    @property
    def _terms(self) -> dict[tuple[str, ...], GlossaryTerm]:
        """The terms by the words of their names, read when first needed: most starts never need them."""
        if self._by_name is None:
            by_name: dict[tuple[str, ...], GlossaryTerm] = {}
            for term in self._glossary:
                for name in (term.term, *term.also):
                    by_name.setdefault(normalise(name).tokens, term)
            self._by_name = by_name
        return self._by_name

    def _may_name(self, tokens: Sequence[str]) -> bool:
        """Return False where no name can have these words: without reading the names, so nearly for nothing."""
        return (
            self._by_name is not None or not self._is_plain or all(token in self._letters for token in tokens)
        )

    def asked(self, tokens: Sequence[str]) -> GlossaryTerm | None:
        """Return the term that a message asks to have explained, None when it asks for none."""
        words = tuple(tokens)
        for opening in (*_WHAT_IS, ()):
            if words[: len(opening)] == opening and (term := self.called(words[len(opening) :])):
                return term
        return self.called(meaning_asked(words))

    def called(self, name: tuple[str, ...]) -> GlossaryTerm | None:
        """Return the term of this name, given as its words; None for none."""
        return self._terms.get(name) if name and self._may_name(name) else None

    def terms_in(self, text: str) -> tuple[GlossaryTerm, ...]:
        """Return the terms that a text uses, in its order, each once."""
        tokens = normalise(text).tokens
        found: dict[str, GlossaryTerm] = {}
        place = 0
        while place < len(tokens):
            for length in range(LONGEST_TERM, 0, -1):
                term = self._terms.get(tokens[place : place + length])
                if term is not None:
                    found.setdefault(term.term, term)
                    place += length - 1
                    break
            place += 1
        return tuple(found.values())


def meaning_asked(tokens: Sequence[str]) -> tuple[str, ...]:
    """Return the name whose meaning a message asks for; () where it asks for none, or only mentions a name.

    "I do not understand nerve root" and "nerve root, what is that" ask for it; "you said nerve root" does not.
    """
    words = tuple(tokens)
    while words and words[-1] in _AGAIN:
        words = words[:-1]
    if not words or (words[0] not in _BEFORE_A_WORD and words[-1] not in _LAST_BEHIND_A_WORD):
        return ()  # as of most messages
    before = phrase_at(words, 0, _BEFORE_A_WORD)
    behind = _behind_a_word(words) if words[-1] in _LAST_BEHIND_A_WORD else 0
    is_asked = behind or (before and words[:before] not in _OPENING_ONLY)
    name = words[before : len(words) - behind]
    return name if is_asked and 0 < len(name) <= LONGEST_TERM and content_words(name) else ()


def _behind_a_word(words: tuple[str, ...]) -> int:
    """Return how many words at the end ask for the meaning of what stands before them, 0 for none."""
    return max((len(one) for one in _BEHIND_A_WORD if words[len(words) - len(one) :] == one), default=0)


def asks_about_words(tokens: Sequence[str]) -> bool:
    """Return whether a message asks for the hard words of the last answer, without naming one: "what do they mean"."""
    core = tuple(word for word in tokens if word not in _COURTESY)
    is_of_words = not _A_WORD.isdisjoint(core) and _OF_WORDS.issuperset(content_words(core))
    return core in _THEY_MEAN or is_of_words
