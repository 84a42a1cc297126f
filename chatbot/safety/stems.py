"""Words of signs without their endings: "leaking", "leaks" and "leaked" are one word to the triage."""

_KEEPS_E = frozenset(
    "note care fine site wine cane pine tube plane scare shine stare rate mate cape bare here were there these".split()
)  # without it they would be another word: plan, scar, shin
_KEPT_PLURALS = frozenset(
    "legs arms hands hips knees thighs ankles feet lips eyes".split()
)  # both, not one: another row
_SHORTEST = 3  # shorter words have no endings
_KEEPS_DOUBLE = frozenset("lsz")


def sign_stem(word: str) -> str:
    """Return a word without its plainest endings ("leaking", "leaks", "leaked": "leak"), always a short key.

    Not a dictionary form: "breathe" and "breath" share one, on purpose. Another than the stem of `matching`, which may
    join what is nearly the same topic: here "legs" is another row than "leg", and "scar" is not "scare".
    """
    if len(word) <= _SHORTEST or word in _KEPT_PLURALS or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > _SHORTEST + 1:
        word = word[:-3] + "y"
    elif word.endswith("s") and word[-2] not in "sui":
        word = word[:-1]
    is_past = word.endswith("ed") and len(word) > _SHORTEST + 1 and word[-3] != "e"
    if word.endswith("ing") and len(word) > _SHORTEST + 2:
        word = word[:-3]
    elif is_past or (word.endswith("in") and len(word) > _SHORTEST + 3):  # "leaked", "leakin"
        word = word[:-2]
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in _KEEPS_DOUBLE:
        word = word[:-1]
    if len(word) > _SHORTEST and word.endswith("e") and word not in _KEEPS_E:
        word = word[:-1]
    return word
