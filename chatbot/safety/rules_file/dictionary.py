"""Listed words to the families they speak for, as dictionaries that a message is read with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from chatbot.normalise import normalise
from chatbot.safety.rules_file.safety_file import Path, SafetyFile
from chatbot.safety.stems import sign_stem

_SHORTEST_REPAIRABLE = 5

# The phrases of two words and more: by the stem of the first and the second, then the other stems and whose they are.
PhraseTable = dict[str, dict[str, tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]]]


class Dictionary:
    """Takes in words and phrases, family by family. `fillers` are small words that are left out of phrases."""

    def __init__(self, file: SafetyFile, fillers: Iterable[str]) -> None:
        self.fillers = frozenset(fillers)
        self.numbers: dict[str, int] = {}  # of families, idioms and signs, in the order in which they come
        self.sizes: dict[int, int] = {}  # how many texts are listed
        self._file = file
        self._words: dict[str, set[int]] = {}
        self._stems: dict[str, set[int]] = {}
        self._phrases: dict[str, dict[str, dict[tuple[str, ...], set[int]]]] = {}
        self._exact: set[str] = set()  # words that speak for no other form of themselves
        self._bases: dict[str, set[int]] = {}
        self._vocabulary: set[str] = set()

    def number_of(self, name: str) -> int:
        """Return the number of a family, an idiom or a sign, a new one where it is not known."""
        return self.numbers.setdefault(name, len(self.numbers))

    def numbers_of(self, path: Path, names: Sequence[str]) -> list[int]:
        """Return the numbers of families that a crossing names; report those that there are not."""
        numbers = []
        for name in names:
            if name not in self.numbers:
                self._file.problem(path, "safety-family-unknown", f"there is no family {name!r}")
            numbers.append(self.numbers.get(name, 0))
        return numbers

    # -- taken in

    def say(self, path: Path, items: object, number: int) -> None:
        """Take in what speaks for a number; a word after "=" speaks for no other form of itself."""
        for text in self._file.texts(path, items):
            for expanded in alternatives(text.removeprefix("=")):
                tokens = self._tokens(expanded)
                self.sizes[number] = self.sizes.get(number, 0) + 1
                if len(tokens) > 1:
                    self._add_phrase(tokens, number)
                elif not tokens:
                    self._file.problem(path, "safety-text", f"{text!r} holds only words that are skipped")
                elif len(expanded.split()) > 1:
                    message = f"of {expanded!r} only {tokens[0]!r} is left without small words"
                    self._file.problem(path, "safety-text", message)
                else:
                    self._add_word(tokens[0], number, is_exact=text.startswith("="))

    def _add_word(self, word: str, number: int, *, is_exact: bool) -> None:
        self._vocabulary.add(word)
        self._words.setdefault(word, set()).add(number)
        if is_exact:
            self._exact.add(word)
            return
        key = sign_stem(word)
        self._stems.setdefault(key, set()).add(number)
        if word in (key, key + "e"):
            self._bases.setdefault(key, set()).add(number)

    def _add_phrase(self, tokens: Sequence[str], number: int) -> None:
        self._vocabulary.update(tokens)
        first, second, *rest = (sign_stem(token) for token in tokens)
        seconds = self._phrases.setdefault(first, {}).setdefault(second, {})
        seconds.setdefault(tuple(rest), set()).add(number)

    def add_look_alikes(self, words: Iterable[str]) -> None:
        """Take in words that are known, but no sign's."""
        for word in words:
            self._words.setdefault(word, set())
            self._exact.add(word)

    def _tokens(self, text: str) -> list[str]:
        """Return the words of a listed text as a message would have them, small words left out."""
        if text.isalpha() and text.isascii():
            return [
                text.lower()
            ]  # "od" and "cudnt" as they stand: a shorthand of theirs may mean something else
        if not (text.isascii() and text.replace(" ", "").isalpha()):
            return [token for token in normalise(text).tokens if token not in self.fillers]
        # Words and spaces alone are read word by word: 40,000 texts hold a few thousand words.
        return [token for word in text.split() for token in _tokens_of(word) if token not in self.fillers]

    # -- given out, once all is taken in

    def bind_words(self) -> None:
        """Settle of each listed word how far its stem may speak for it."""
        for word in self._vocabulary:
            if word not in self._words and sign_stem(word) not in self._stems:
                self._words[word] = set()
        for word, listed in self._words.items():
            if word not in self._exact:  # "leak" in one family speaks for "leaking" in another
                listed.update(self._bases.get(sign_stem(word), set()))
        for key in self._stems:  # "winded" says nothing of "wind": a bare word counts only where it is listed
            for bare in (key, key + "e"):
                if bare not in self._words and sign_stem(bare) == key and key not in self._bases:
                    self._words[bare] = set()

    def words(self) -> dict[str, tuple[int, ...]]:
        """Return single words, and the numbers each speaks for."""
        return {word: tuple(sorted(numbers)) for word, numbers in self._words.items()}

    def stems(self) -> dict[str, tuple[int, ...]]:
        """Return the stems of single words, and the numbers each speaks for."""
        return {key: tuple(sorted(numbers)) for key, numbers in self._stems.items()}

    def phrases(self) -> PhraseTable:
        """Return the phrases, and the numbers each speaks for."""
        return {
            first: {
                second: tuple((rest, tuple(sorted(numbers))) for rest, numbers in rests.items())
                for second, rests in seconds.items()
            }
            for first, seconds in self._phrases.items()
        }

    def repairable(self) -> dict[str, int]:
        """Return the words that spelling may repair into."""
        long = (word for word in sorted(self._vocabulary) if len(word) >= _SHORTEST_REPAIRABLE)
        return {word: 1 for word in long if word.isalpha()}


def alternatives(text: str) -> list[str]:
    """Return "goes|went to sleep" as its two phrases."""
    return [" ".join(words) for words in product(*(word.split("|") for word in text.split()))]


@lru_cache(maxsize=8192)
def _tokens_of(word: str) -> tuple[str, ...]:
    return normalise(word).tokens
