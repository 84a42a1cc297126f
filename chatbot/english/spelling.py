"""Unknown words to the nearest known ones. The one door of rapidfuzz.

Method: optimal string alignment distance (a transposition counts 1) over the vocabulary, at most 1 edit up to
five letters and 2 above, first letter kept unless a single edit apart; then words that sound alike; then a
split in two known words. See docs/matching.md for what was measured.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from chatbot.compact.remembering import Remembered

# Letters. Shorter words have too many neighbours; one of a letter less may only have lost that letter ("pai").
SHORTEST_REPAIRED = 4
_LONGEST_WITH_ONE_EDIT = 5  # letters; longer words may have two slips
_CACHE_LIMIT = 4096
_MOST_RIVALS = 3
# How near a word counts to what it was split into, and to the word that it sounds like. No edits are counted there.
_SPLIT_SIMILARITY = 0.9
_SOUND_SIMILARITY = 0.6


class Repair(NamedTuple):
    """One known word (or the first or second half of a split) that a misspelt word may stand for.

    `similarity` is from 0 to 1: 1 minus edits per letter. `is_split` marks the halves of "backpain".
    """

    word: str
    similarity: float
    is_split: bool = False


class Speller:
    """Repairs words against a vocabulary with counts. Immutable but for a bounded cache of what it found."""

    def __init__(self, counts: Mapping[str, int], protected: Collection[str] = frozenset()) -> None:
        """Take `counts`: how often each known word occurs. `protected`: real words never to be repaired."""
        self._counts = counts
        self._protected = protected
        self._by_length: dict[int, list[str]] | None = None
        self._by_start: dict[tuple[int, str], list[str]] | None = None
        self._alike: dict[tuple[int, str], list[str]] = {}
        self._by_rest: dict[str, list[str]] | None = None  # by all letters but the first
        self._by_sound: dict[str, list[str]] | None = None
        self._found = Remembered(self._look_up, _CACHE_LIMIT)

    def prepare(self) -> None:
        """Sort the vocabulary ahead, for a program that will meet many misspelt words."""
        self._look_up("zzzzzz")

    def forget_words(self) -> None:
        """Forget the words that were looked up."""
        self._found.clear()

    def repair(self, word: str) -> tuple[Repair, ...]:
        """Return the known words that `word` most likely stands for, best first, at most three.

        Empty when nothing is near, or the word is short, a number or protected. A split gives two halves.
        """
        return self._found[word]

    def _look_up(self, word: str) -> tuple[Repair, ...]:
        """Return what `repair` does: a slip is looked for first, then two words written as one, then a like sound."""
        if len(word) < SHORTEST_REPAIRED - 1 or not word.isalpha() or word in self._protected:
            return ()
        if len(word) < SHORTEST_REPAIRED:
            return tuple(near for near in self._by_edits(word) if len(near.word) > len(word))
        return self._by_edits(word) or self._split(word) or self._by_sounding(word)

    def _words_by_length(self) -> dict[int, list[str]]:
        """Return the words that a misspelt one may mean, by length and in alphabetical order."""
        if self._by_length is None:
            by_length: dict[int, list[str]] = {}
            for word in sorted(self._counts):
                if len(word) >= SHORTEST_REPAIRED - 1 and word.isalpha():
                    by_length.setdefault(len(word), []).append(word)
            self._by_length = by_length
        return self._by_length

    def _by_edits(self, word: str) -> tuple[Repair, ...]:
        """Return the words that the fewest edits lead to, the commonest first; none where it takes too many."""
        from rapidfuzz import process  # noqa: PLC0415 - costs 15 ms, and most messages are spelt well
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        most_edits = 1 if len(word) <= _LONGEST_WITH_ONE_EDIT else 2
        near = [(1, -self._counts[known], known) for known in self._with_another_start(word)]
        candidates = self._words_like(len(word), word[0], most_edits)
        hits = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=most_edits, limit=None)
        near += [(edits, -self._counts[known], known) for known, edits, _ in hits]
        near.sort()
        return tuple(
            Repair(known, 1 - edits / len(word))
            for edits, _, known in near[:_MOST_RIVALS]
            if edits == near[0][0]
        )

    def _words_like(self, length: int, start: str, most_edits: int) -> list[str]:
        """Return the words with this first letter whose length differs by at most `most_edits`, in one list."""
        found = self._alike.get((length, start))
        if found is None:
            words = self._words_by_start()
            lengths = range(length - most_edits, length + most_edits + 1)
            found = [known for near in lengths for known in words.get((near, start), ())]
            if found:  # an empty list is not kept: anything that is typed could fill the memory
                self._alike[length, start] = found
        return found

    def _words_by_start(self) -> dict[tuple[int, str], list[str]]:
        """Return the words by length and first letter, so that only a twentieth of them has to be compared."""
        if self._by_start is None:
            by_start: dict[tuple[int, str], list[str]] = {}
            for length, words in self._words_by_length().items():
                for known in words:
                    by_start.setdefault((length, known[0]), []).append(known)
            self._by_start = by_start
        return self._by_start

    def _with_another_start(self, word: str) -> list[str]:
        """Return the words that start with another letter and are a single edit away.

        The edit is then at the start: the first letter is wrong, too many or missing, or swapped with the second.
        """
        if self._by_rest is None:
            by_rest: dict[str, list[str]] = {}
            for words in self._words_by_length().values():
                for known in words:
                    by_rest.setdefault(known[1:], []).append(known)
            self._by_rest = by_rest
        found = [*self._by_rest.get(word[1:], ()), *self._by_rest.get(word, ())]
        starts = self._words_by_start()
        for known in (word[1:], word[1] + word[0] + word[2:]):
            if known in starts.get((len(known), known[0]), ()):
                found.append(known)
        return [known for known in found if known[0] != word[0]]

    def _split(self, word: str) -> tuple[Repair, ...]:
        """Return the two known words that a word is made of ("backpain"), the commonest such pair, or nothing."""
        splits = [
            (min(self._counts[word[:cut]], self._counts[word[cut:]]), cut)
            for cut in range(2, len(word) - 1)
            if word[:cut] in self._counts
            and word[cut:] in self._counts
            and max(cut, len(word) - cut) > SHORTEST_REPAIRED - 1
        ]
        if not splits:
            return ()
        cut = max(splits)[1]
        return tuple(Repair(half, _SPLIT_SIMILARITY, is_split=True) for half in (word[:cut], word[cut:]))

    def _by_sounding(self, word: str) -> tuple[Repair, ...]:
        """Return the commonest word that sounds like this one, none where there is none or the word is short."""
        if len(word) <= _LONGEST_WITH_ONE_EDIT - 1:
            return ()
        if self._by_sound is None:
            by_sound: dict[str, list[str]] = {}
            for length, words in sorted(self._words_by_length().items()):
                if length > SHORTEST_REPAIRED:
                    for known in words:
                        by_sound.setdefault(sound_of(known), []).append(known)
            self._by_sound = by_sound
        alike = sorted(
            self._by_sound.get(sound_of(word), ()), key=lambda known: (-self._counts[known], known)
        )
        return tuple(Repair(known, _SOUND_SIMILARITY) for known in alike[:1])


# Letters as they are heard, replaced in this order, then letter by letter; "sh", "ch" and "x" come out alike ("ks").
_SOUNDS = (
    ("tion", "xn"), ("sion", "xn"), ("tch", "x"), ("sch", "sk"), ("dge", "j"), ("ph", "f"), ("gh", ""),
    ("ck", "k"),
    ("kn", "n"), ("wr", "r"), ("ps", "s"), ("rh", "r"), ("sh", "x"), ("ch", "x"), ("th", "t"), ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"), ("qu", "kw"),
)  # fmt: skip
_LETTERS_HEARD = str.maketrans({"c": "k", "x": "ks", "z": "s", "q": "k", "w": "", "h": ""})


def sound_of(word: str) -> str:
    """Return a rough English sound key: consonants as heard, the first letter kept even if it is a vowel."""
    key = word
    for written, heard in _SOUNDS:
        key = key.replace(written, heard)
    key = key.translate(_LETTERS_HEARD)
    first = "a" if word[0] in "aeiou" else ""
    consonants: list[str] = []
    for letter in key:
        if letter not in "aeiouy" and (not consonants or consonants[-1] != letter):
            consonants.append(letter)
    return first + "".join(consonants)
