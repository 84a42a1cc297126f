"""Who else is named in a message: a relative, somebody by what they are ("my man"), a he or a she.

Who is a person at all is the family `relative` of knowledge/safety.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.safety.signs import SafetyRules
from chatbot.safety.stems import sign_stem

PRONOUNS = frozenset("he she him her his hers".split())
OBJECTS = frozenset("him her them".split())
# What others do for, or say to, whoever writes: "my wife says", "he drove me".
REPORTING = frozenset(
    """says said say tells told thinks thought found noticed notices saw sees asked asks wants drove brought gave gives
    called calls made makes""".split()
)
# Words that name a person only behind a word that says which one ("my man"). Otherwise they are said to nobody in
# particular ("man, I can not do this"), or are no person at all ("a loud pop", "lady parts").
_ALSO_SAID_TO_NOBODY = frozenset("man woman guy boy girl lady bro buddy boss pop ma".split())
_WHICH_ONE = frozenset("my our his her this that".split())
_SOME_ONE = _WHICH_ONE | {"a", "the", "old", "young"}
_NO_DETERMINED_PERSON = {"pop": _WHICH_ONE}
NOBODYS = frozenset("parts bits room garden".split())  # behind "lady", "boys", "girls"


def _relative_at(tokens: Sequence[str], place: int, rules: SafetyRules) -> bool:
    """Return whether one person is named here; several ("my kids") are those who stay, and not who is unwell."""
    word = tokens[place]
    relative = rules.family_numbers()["relative"]
    if relative not in (rules.words.get(word) or ()):
        return False
    singular = sign_stem(word)
    if singular != word and relative in (rules.words.get(singular) or ()):
        return False
    if word not in _ALSO_SAID_TO_NOBODY:
        return True
    is_this_one = bool(place) and tokens[place - 1] in _NO_DETERMINED_PERSON.get(word, _SOME_ONE)
    return is_this_one and NOBODYS.isdisjoint(tokens[place + 1 : place + 2])


def others_in(tokens: Sequence[str], rules: SafetyRules) -> list[bool]:
    """Return of each word whether it names another person, or is a he or a she."""
    return [word in PRONOUNS or _relative_at(tokens, place, rules) for place, word in enumerate(tokens)]
