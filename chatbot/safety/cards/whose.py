"""Whose danger it is: the writer's own, or somebody else's, who is with them (rule 14).

Where a rule found a sign, the words around its place say so; where likeness alone speaks, those of the whole message.
`named_others` finds who else is named; in a crisis people name those they leave, so `own_death` is asked first. Whether
it is anybody's at all (a story, an animal, somebody's past) is for `who`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.normalise import Word
from chatbot.safety.after_all.mine_too import is_said_of_oneself
from chatbot.safety.cards.named_others import NOBODYS, OBJECTS, PRONOUNS, REPORTING, others_in
from chatbot.safety.cards.own_death import is_own_death, speaks_of_anothers_wish
from chatbot.safety.in_context.context import Context
from chatbot.safety.in_context.persons import FIRST, is_relative
from chatbot.safety.reading.lookup import families_of
from chatbot.safety.reading.places import Place
from chatbot.safety.signs import SafetyRules
from chatbot.safety.windows import PERSON_RAW, RELATIVE_RAW

_THIRD = PRONOUNS | {"himself", "herself"}


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


# --- a crisis


# "I found pills in my son's drawer". Not "I found where my wife hid them".
_COMING_UPON = frozenset("found find discovered saw".split())
_SEVERAL = frozenset("kids children parents boys girls".split())
_ONESELF = frozenset("i me myself hid hides hidden locked".split())
_JOINING = frozenset(("and", "but"))
_WITHOUT_THEM = frozenset((("without", "him"), ("without", "her")))  # "better off without him", he says


def _speaks_of_anothers_wish(tokens: Sequence[str], place: Place, context: Context) -> bool:
    """Return whether somebody else is named where the sign of a crisis begins.

    Whoever is named inside the sign is not who has it: "I gave my dog to my neighbor", "be with my dead wife", "my kids
    would manage without me".
    """
    if any(pair in _WITHOUT_THEM for pair in pairwise(tokens)):
        return True
    opening = place._replace(last=place.first)
    return is_named_last(opening, context) and not _only_hurts_the_writer(place, context)


def _only_hurts_the_writer(place: Place, context: Context) -> bool:
    """Return whether others only do something to the writer, in clauses before that of a sign.

    "My mom told me to be patient. The rope is ready." Nobody is named in the sign's own clause, and no wish before it.
    """
    words = context.reading.words
    at = context.reading.content[place.first]
    start = next((back for back in range(at, 0, -1) if words[back].mark or words[back].text in _JOINING), 0)
    own = [word.text for word in words[start : context.reading.content[place.last] + 1]]
    before = [word.text for word in words[:start]]
    if not _THIRD.isdisjoint(own) or any(is_relative(text, context) for text in own):
        return False
    return not _MYSELF.isdisjoint(before) and not speaks_of_anothers_wish(before)


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
    others = others_in(tokens, rules)
    for place, word in enumerate(tokens):
        if word == "i":
            return False
        if word in ("he", "she", "they") or (others[place] and place <= 1):
            return True
    return False


# --- all else


# What a writer does for others, or thinks of them.
_CARING = frozenset(
    "think know guess believe wonder read should do worry worried scared afraid need tell ask call".split()
)
_STAFF = frozenset("doctor doc surgeon nurse therapist pharmacist dentist".split())
_TOWARDS = frozenset("tell help with to at told asked call called for behind by from".split())
_NEAR = 4  # "I can not wake him"
_NO_FATHER = frozenset("a the loud big felt heard something another".split())  # before "pop"
# What others do to whoever writes.
_FINDING = frozenset("found caught saw heard watched brought drove took drives".split())
_MYSELF = frozenset(("me", "us"))
_MY = frozenset(("my", "our"))


def _is_more_of_another(tokens: Sequence[str], rules: SafetyRules) -> bool:
    """Return whether more words of a message speak of another's body than of the writer's own; the first if as many."""
    others = others_in(tokens, rules)
    is_of_staff = not _STAFF.isdisjoint(tokens) and all(
        word in PRONOUNS for word, is_other in zip(tokens, others, strict=True) if is_other
    )
    speaks = [_speaks_of(tokens, others, place, is_of_staff=is_of_staff) for place in range(len(tokens))]
    of_others, own = speaks.count("another"), speaks.count("oneself")
    if of_others != own:
        return of_others > own
    return next((one for one in speaks if one), "") == "another"


def speaks_of_somebody(tokens: Sequence[str], rules: SafetyRules) -> bool:
    """Return whether any of these words say who is unwell."""
    others = others_in(tokens, rules)
    return any(_speaks_of(tokens, others, place, is_of_staff=False) for place in range(len(tokens)))


def _speaks_of(tokens: Sequence[str], others: Sequence[bool], place: int, *, is_of_staff: bool) -> str:
    """Return whether a word speaks of "another" who is unwell, of "oneself", or "" of nobody's body."""
    word, following = tokens[place], tokens[place + 1 : place + 1 + _NEAR]
    before = tokens[place - 1] if place else ""
    if others[place]:
        is_helper = not REPORTING.isdisjoint(following[:1]) or (is_of_staff and word in PRONOUNS)
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
    if not behind or behind[0].mark or behind[0].text not in OBJECTS:
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
    return is_pop or following in NOBODYS
