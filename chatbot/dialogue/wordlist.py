"""The word list: which words of the guide a text holds, and which word a message asks to have explained."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.knowledge import GlossaryTerm
from chatbot.normalise import normalise

_LONGEST_TERM = 5
_ABOUT_THE_LAST_ANSWER = frozenset(
    {
        "what does that word mean", "what do those words mean", "what do these words mean", "what do they mean",
        "what does this word mean", "what is that word", "explain the words", "explain that word", "hard words",
        "what do the words mean", "what does the word mean", "explain those words", "glossary", "explain these words",
        "what are those words", "explain the hard words", "word list", "words", "what do all these words mean",
        "i do not know that word", "i do not know these words", "i do not know those words", "big words",
        "what does that big word mean", "what do the big words mean", "what is the meaning of that word",
        "what do those big words mean", "explain the big words", "too many big words", "what was that word",
        "what does this word mean please", "i do not understand the words", "i do not understand that word",
        "i do not understand those words", "i do not understand these words", "can you explain the words",
        "can you explain those words", "can you explain that word", "what does that term mean", "what is that term",
    }
)  # fmt: skip
_ASKING_FOR_A_WORD = (
    ("what", "does", "the", "word", "*", "mean"), ("what", "does", "the", "term", "*", "mean"),
    ("what", "does", "*", "mean"), ("what", "do", "*", "mean"), ("what", "is", "the", "meaning", "of", "*"),
    ("what", "do", "you", "mean", "by", "*"), ("what", "did", "you", "mean", "by", "*"),
    ("meaning", "of", "*"), ("define", "*"), ("definition", "of", "*"), ("what", "is", "meant", "by", "*"),
    ("explain", "the", "word", "*"), ("what", "is", "a", "*"), ("what", "is", "an", "*"), ("what", "is", "the", "*"),
    ("what", "are", "the", "*"), ("what", "are", "*"), ("what", "is", "*"), ("*", "meaning"), ("*", "mean", "what"),
    ("*", "means", "what"), ("*",),
)  # fmt: skip
_Frame = tuple[tuple[str, ...], tuple[str, ...]]  # the words before a term, and those after it


def _frames_from(start: str) -> tuple[_Frame, ...]:
    """Return the ways of asking for a word that begin with this word, or with the term itself."""
    return tuple(
        (frame[: frame.index("*")], frame[frame.index("*") + 1 :])
        for frame in _ASKING_FOR_A_WORD
        if frame[0] in (start, "*")
    )


_FRAMES = {start: _frames_from(start) for start, *_ in _ASKING_FOR_A_WORD}


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
        for before, after in _FRAMES.get(words[0] if words else "*", _FRAMES["*"]):
            start, end = len(before), len(words) - len(after)
            if start < end and words[:start] == before and words[end:] == after:
                name = words[start:end]
                term = self._terms.get(name) if self._may_name(name) else None
                if term is not None:
                    return term
        return None

    def terms_in(self, text: str) -> tuple[GlossaryTerm, ...]:
        """Return the terms that a text uses, in its order, each once."""
        tokens = normalise(text).tokens
        found: dict[str, GlossaryTerm] = {}
        place = 0
        while place < len(tokens):
            for length in range(_LONGEST_TERM, 0, -1):
                term = self._terms.get(tokens[place : place + length])
                if term is not None:
                    found.setdefault(term.term, term)
                    place += length - 1
                    break
            place += 1
        return tuple(found.values())


def asks_about_words(tokens: Sequence[str]) -> bool:
    """Return whether a message asks for the words of the last answer, without naming one."""
    core = [word for word in tokens if word not in ("please", "ok", "and", "sorry")]
    return " ".join(core) in _ABOUT_THE_LAST_ANSWER
