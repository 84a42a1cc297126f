"""Slips of the fingers: which words one of them may have made a typed word of.

After F. J. Damerau, "A technique for computer detection and correction of spelling errors" (1964): four in five
misspelt words have one letter wrong, missing or too many, or two that changed places. Here a wrong letter stands beside
the right one on the keyboard, and one too many is the same letter twice: few words are then meant by chance. `spelling`
counts any edit, over a whole vocabulary.
"""

from __future__ import annotations

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def without_swap_or_double(word: str) -> set[str]:
    """Return the word with two letters put back in order, or one of a double letter taken out: the surest mendings."""
    places = range(1, len(word))
    swapped = {word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] for at in places}
    return swapped.union(word[:at] + word[at + 1 :] for at in places if word[at] == word[at - 1])


def with_letter_put_in(word: str) -> set[str]:
    """Return the word with each letter put in at each place."""
    return {word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in _LETTERS}


def with_key_beside(word: str, start: int = 0) -> set[str]:
    """Return the word with each letter from place `start` on, of a to z, replaced by the keys around it."""
    places = range(start, len(word))
    return {word[:at] + key + word[at + 1 :] for at in places for key in _AROUND[word[at]]}


def with_letter_taken_out(word: str) -> set[str]:
    """Return the word without each of its letters."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _keys_around() -> dict[str, str]:
    """Return the letters around each on an English keyboard, on which every row stands half a key further right."""
    around: dict[str, str] = {}
    for row, keys in enumerate(KEYS):
        above, below = (KEYS[row - 1] if row else ""), (*KEYS, "")[row + 1]
        for place, key in enumerate(keys):
            beside = keys[max(0, place - 1) : place] + keys[place + 1 : place + 2]
            around[key] = beside + above[place : place + 2] + below[max(0, place - 1) : place + 1]
    return around


_AROUND = _keys_around()
