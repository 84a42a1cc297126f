"""Whose danger it is: the writer's own, or somebody else's, who is with them (rule 14).

Where a rule found a sign, the words around its place say so; where likeness alone speaks, those of the whole message.
Who is a person at all is the family `relative` of knowledge/safety.yaml. In a crisis people name those they leave, so
more is asked there. Whether it is anybody's at all (a story, an animal, somebody's past) is for `who`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.function_words import FUNCTION_WORDS
from chatbot.normalise import Word
from chatbot.safety.context import Context
from chatbot.safety.lookup import families_of
from chatbot.safety.persons import FIRST, is_relative
from chatbot.safety.places import Place
from chatbot.safety.signs import SafetyRules, sign_stem
from chatbot.safety.who import is_said_of_oneself
from chatbot.safety.windows import PERSON_RAW, RELATIVE_RAW

_PRONOUNS = frozenset("he she him her his hers".split())
_THIRD = _PRONOUNS | {"himself", "herself"}


def is_anothers(
    level: str, tokens: Sequence[str], rules: SafetyRules, at: tuple[Place, Context] | None = None
) -> bool:
    """Return whether it is somebody else who is unwell.

    `at` is where a rule found the sign; without it, words alone tell, as where no rule speaks.
    """
    if level == "crisis":
        if is_own_death(tokens, rules):
            return False
        return _is_found_at_anothers(tokens, rules) or (
            _speaks_of_anothers_wish(tokens, *at) if at else _opens_with_another(tokens, rules)
        )
    return _is_named_for(tokens, *at) if at else _is_more_of_another(tokens, rules)


# --- who is named


# Words that name a person only behind a word that says which one ("my man"). Otherwise they are said to nobody in
# particular ("man, I can not do this"), or are no person at all ("a loud pop", "lady parts").
_ALSO_SAID_TO_NOBODY = frozenset("man woman guy boy girl lady bro buddy boss pop ma".split())
_WHICH_ONE = frozenset("my our his her this that".split())
_SOME_ONE = _WHICH_ONE | {"a", "the", "old", "young"}
_NO_DETERMINED_PERSON = {"pop": _WHICH_ONE}
_NOBODYS = frozenset("parts bits room garden".split())  # behind "lady", "boys", "girls"
_NO_FATHER = frozenset("a the loud big felt heard something another".split())  # before "pop"


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
    return is_this_one and _NOBODYS.isdisjoint(tokens[place + 1 : place + 2])


def _others_in(tokens: Sequence[str], rules: SafetyRules) -> list[bool]:
    """Return of each word whether it names another person, or is a he or a she."""
    return [word in _PRONOUNS or _relative_at(tokens, place, rules) for place, word in enumerate(tokens)]


# --- a crisis


# Words by which people hint at their own death: "if I was gone", "they don't need me".
_DYING = frozenset("die died dying dead gone kill killed disappear disappeared vanished end ended".split())
_DOING_IT = frozenset({("do", "it"), ("done", "it")})
_WANTING = frozenset("do die live be go wake exist end".split())
_BEFORE_ME_ALONE = frozenset("without of need miss not".split())
_THEM = frozenset("they them someone somebody".split())
_SHORT_REACH = 5  # words: "if I was already dead"
# "My note", "my letter": last words to those who stay. A letter that one got says from whom it is.
_LAST_WORDS = frozenset("note letter".split())
_LEAVING = frozenset(
    "find finds found read reads write wrote written writing leave left leaving finished".split()
)
_LYING_READY = frozenset("is was lies".split())
# "He ended it. I understand him": the writer speaks of ending their own life.
_UNDERSTANDING = frozenset("understand get envy admire".split())
_OBJECTS = frozenset("him her them".split())
_ENDED = frozenset(
    (verb, what)
    for verb, whats in {
        "ended": ("it", "his", "her", "their", "things", "everything"),
        "did": ("it",),
        "killed": ("himself", "herself", "themselves"),
        "shot": ("himself", "herself"),
        "hanged": ("himself", "herself"),
        "took": ("his", "her", "their"),
        "committed": ("suicide",),
    }.items()
    for what in whats
)
# "I found pills in my son's drawer". Not "I found where my wife hid them".
_COMING_UPON = frozenset("found find discovered saw".split())
_SEVERAL = frozenset("kids children parents boys girls".split())
_ONESELF = frozenset("i me myself hid hides hidden locked".split())
# "They would manage without an old woman": who says so is the one.
_ONE_TOO_MANY = frozenset("woman man lady cripple invalid burden fool wreck".split())
_WITHOUT_THEM = frozenset((("without", "him"), ("without", "her")))  # "better off without him", he says


def is_own_death(tokens: Sequence[str], rules: SafetyRules) -> bool:
    """Return whether it is the writer who would be gone, whoever else is named: "my mother would cope if I died"."""
    others = _others_in(tokens, rules)
    for place, word in enumerate(tokens):
        before, following = tokens[place - 1] if place else "", tokens[place + 1 : place + 1 + _SHORT_REACH]
        if word in ("me", "myself") and before in _BEFORE_ME_ALONE:
            return True
        if word == "my" and _are_last_words(before, following):
            return True
        is_without_one = before == "without" and word in ("a", "an") and _REPORTING.isdisjoint(tokens[:place])
        if is_without_one and not _ONE_TOO_MANY.isdisjoint(following[:3]):
            return True
        if word == "i":
            named = _first_other(tokens, others, place + 1, _SHORT_REACH)
            is_said = _wants_for_oneself(tokens[place + 1 :]) or _is_dying(following[:named])
            if is_said or _understands_one_who_died(tokens, place):
                return True
    return False


def _are_last_words(before: str, following: Sequence[str]) -> bool:
    """Return whether the words around a "my" speak of a note or letter that the writer leaves behind."""
    what, after = (*following[:2], "", "")[:2]
    return what in _LAST_WORDS and after != "from" and (before in _LEAVING or after in _LYING_READY)


def _first_other(tokens: Sequence[str], others: Sequence[bool], start: int, reach: int) -> int:
    """Return how many words from `start` on name nobody else, at most `reach`."""
    end = min(len(tokens), start + reach)
    return next((at for at in range(start, end) if others[at] or tokens[at] in _THEM), end) - start


def _is_dying(own: Sequence[str]) -> bool:
    """Return whether these words behind "I", before anybody else is named, speak of dying."""
    return not _DYING.isdisjoint(own) or any(pair in _DOING_IT for pair in pairwise(own))


def _understands_one_who_died(tokens: Sequence[str], place: int) -> bool:
    """Return whether this "I" understands somebody whose death was told before: "a man ended it. I understand him"."""
    verb, whom = (*tokens[place + 1 : place + 3], "", "")[:2]
    if verb not in _UNDERSTANDING or whom not in _OBJECTS:
        return False
    return any(pair in _ENDED for pair in pairwise(tokens[:place]))


def _wants_for_oneself(following: Sequence[str]) -> bool:
    """Return whether these words behind "I" want something of life or death: "want to do it", "do not want to"."""
    wanted = following[2:] if following[:2] == ("do", "not") else following
    return wanted[:2] == ("want", "to") and (len(wanted) == len(("want", "to")) or wanted[2] in _WANTING)


def _speaks_of_anothers_wish(tokens: Sequence[str], place: Place, context: Context) -> bool:
    """Return whether somebody else is named where the sign of a crisis begins.

    Whoever is named inside the sign is not who has it: "I gave my dog to my neighbor", "be with my dead wife", "my kids
    would manage without me".
    """
    opening = place._replace(last=place.first)
    is_without_them = any(pair in _WITHOUT_THEM for pair in pairwise(tokens))
    return is_without_them or is_named_last(opening, context)


def _is_found_at_anothers(tokens: Sequence[str], rules: SafetyRules) -> bool:
    """Return whether the writer found something of a relative's: "I found a stash of pills under mom's mattress"."""
    if tokens[:1] != ("i",) or _COMING_UPON.isdisjoint(tokens[1:3]):
        return False
    further = tokens[2:]
    relative = rules.family_numbers()["relative"]
    names_one = any(relative in families_of(word, rules) and word not in _SEVERAL for word in further)
    return names_one and _ONESELF.isdisjoint(further)


def _opens_with_another(tokens: Sequence[str], rules: SafetyRules) -> bool:
    """Return whether another person opens a message, or is its he, she or they before any "I".

    Whoever hints at their own death names those they leave, and must not be thanked for looking out for them.
    """
    others = _others_in(tokens, rules)
    for place, word in enumerate(tokens):
        if word == "i":
            return False
        if word in ("he", "she", "they") or (others[place] and place <= 1):
            return True
    return False


# --- all else


# What others do for, or say to, whoever writes; and what a writer does for, or thinks of, others.
_REPORTING = frozenset(
    """says said say tells told thinks thought found noticed notices saw sees asked asks wants drove brought gave gives
    called calls made makes""".split()
)
_CARING = frozenset(
    "think know guess believe wonder read should do worry worried scared afraid need tell ask call".split()
)
_STAFF = frozenset("doctor doc surgeon nurse therapist pharmacist dentist".split())
_TOWARDS = frozenset("tell help with to at told asked call called for behind by from".split())
_NEAR = 4  # "I can not wake him"
# What others do to whoever writes.
_FINDING = frozenset("found caught saw heard watched brought drove took drives".split())
_MYSELF = frozenset(("me", "us"))
_MY = frozenset(("my", "our"))


def _is_more_of_another(tokens: Sequence[str], rules: SafetyRules) -> bool:
    """Return whether more words of a message speak of another's body than of the writer's own; the first if as many."""
    others = _others_in(tokens, rules)
    is_of_staff = not _STAFF.isdisjoint(tokens) and all(
        word in _PRONOUNS for word, is_other in zip(tokens, others, strict=True) if is_other
    )
    speaks = [_speaks_of(tokens, others, place, is_of_staff=is_of_staff) for place in range(len(tokens))]
    of_others, own = speaks.count("another"), speaks.count("oneself")
    if of_others != own:
        return of_others > own
    return next((one for one in speaks if one), "") == "another"


def speaks_of_somebody(tokens: Sequence[str], rules: SafetyRules) -> bool:
    """Return whether any of these words say who is unwell."""
    others = _others_in(tokens, rules)
    return any(_speaks_of(tokens, others, place, is_of_staff=False) for place in range(len(tokens)))


def _speaks_of(tokens: Sequence[str], others: Sequence[bool], place: int, *, is_of_staff: bool) -> str:
    """Return whether a word speaks of "another" who is unwell, of "oneself", or "" of nobody's body."""
    word, following = tokens[place], tokens[place + 1 : place + 1 + _NEAR]
    before = tokens[place - 1] if place else ""
    if others[place]:
        is_helper = not _REPORTING.isdisjoint(following[:1]) or (is_of_staff and word in _PRONOUNS)
        return "" if is_helper else "another"
    if word == "i":
        is_about_another = any(others[place + 1 : place + 1 + _NEAR]) or not _CARING.isdisjoint(following[:2])
        return "" if is_about_another else "oneself"
    if word == "my":
        is_of_a_person = any(others[place + 1 : place + 3]) or not _STAFF.isdisjoint(following[:2])
        return "" if is_of_a_person else "oneself"
    return "oneself" if word in ("me", "myself") and before not in _TOWARDS else ""


def _is_named_for(tokens: Sequence[str], place: Place, context: Context) -> bool:
    """Return whether the sign here is another's: of who was named last, or of a he or she in a message without "I"."""
    if is_said_of_oneself(place, context):
        return False  # "my neighbor could not pee, the same is happening to me"
    is_nobodys = FIRST.isdisjoint(tokens)  # "cut smells and she is breathing fast"
    return is_named_last(place, context) or (is_nobodys and names_a_he_or_she(tokens))


def names_a_he_or_she(tokens: Sequence[str]) -> bool:
    """Return whether a he or a she is named anywhere."""
    return not _THIRD.isdisjoint(tokens)


def is_named_last(place: Place, context: Context) -> bool:
    """Return whether the person who was named last before a sign, or in it, is not the one who writes."""
    words = context.reading.words
    at = context.reading.content[place.last]
    return _is_done_to_another(words[at + 1 : at + 3]) or _is_named_before(at, context)


def _is_named_before(at: int, context: Context) -> bool:
    """Return whether the person who is named last up to this word is not the one who writes."""
    words = context.reading.words
    lowest = max(0, at - PERSON_RAW)
    for index in range(at, lowest - 1, -1):
        text = words[index].text
        if text in _THIRD:
            return True
        if text in _MYSELF and index and words[index - 1].text in _FINDING:
            return False  # "my husband found me on the floor"
        if text in FIRST:
            following = words[index + 1 : index + 1 + RELATIVE_RAW]
            if text == "my" and any(_is_medicine(word.text, context) for word in following):
                continue  # "my grandson ate one of my pills": owned by one, taken by the other
            if text in _MY and any(
                is_relative(word.text, context) and not _names_nobody(at, context)
                for at, word in enumerate(following, start=index + 1)
            ):
                return True
            if text in _MYSELF:
                continue
            return False
        if is_relative(text, context) and not _names_nobody(index, context):
            return True
    return False


def _is_done_to_another(behind: Sequence[Word]) -> bool:
    """Return whether a him or a her closes what is said, right behind the sign: "we can not wake her"."""
    if not behind or behind[0].mark or behind[0].text not in _OBJECTS:
        return False
    return (
        len(behind) == 1
        or bool(behind[1].mark)
        or behind[0].text != "her"
        or behind[1].text in FUNCTION_WORDS
    )


def _is_medicine(text: str, context: Context) -> bool:
    return context.numbers.get("medicine", -1) in families_of(text, context.rules)


def _names_nobody(index: int, context: Context) -> bool:
    """Return whether a word of a person is none here: "a loud pop", "stitches popped", "my lady parts"."""
    words = context.reading.words
    text, before = words[index].text, words[index - 1].text if index else ""
    following = words[index + 1].text if index + 1 < len(words) else ""
    is_pop = (text == "pop" and before in _NO_FATHER) or text in ("popped", "popping", "pops")
    return is_pop or following in _NOBODYS
