"""Digits that are typed for a word: "how long 2 heal", "which 1 is it", "good 4 me". Every other number stays."""

from chatbot.normalise.question import Word

_MEANT = {"1": "one", "2": "to", "4": "for"}
DIGITS = frozenset(_MEANT)
# The words around a digit tell whether it stands for a word.
_BEFORE_TO = frozenset(
    "long need want wants going able trying ready used supposed safe start back talk happens".split()
)
_AFTER_TO = frozenset(
    """heal recover get go be do know see have take work walk sit sleep drive come ask try wait stop move help fix book
    make find lift stand bend run play feel live pay my me the your him her it""".split()
)
_BEFORE_FOR = frozenset(
    "good bad ok okay safe there that it best better wait done work works pills meds shots".split()
)
_AFTER_FOR = frozenset("my me him her it the that this your pain us you people".split())
_BEFORE_ONE = frozenset("which this that another other any no every".split())
_NUMBERED = frozenset("level levels year years month months week weeks day days hour hours percent".split())


def with_digits_read(words: list[Word]) -> list[Word]:
    """Return words with "to", "for" and "one" where a digit is typed for them; every other number stays."""
    read = list(words)
    for place in range(1, len(words)):
        before, word, after = words[place - 1].text, words[place], words[place + 1 : place + 2]
        follows = after[0].text if after and not after[0].mark else ""
        is_to = word.text == "2" and before in _BEFORE_TO and follows in _AFTER_TO
        is_for = word.text == "4" and before in _BEFORE_FOR and follows in _AFTER_FOR
        is_one = word.text == "1" and before in _BEFORE_ONE and follows not in _NUMBERED
        if (is_to or is_for or is_one) and not word.mark:
            read[place] = word._replace(text=_MEANT[word.text])
    return read
