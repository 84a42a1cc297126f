"""Words that lost the space between them: "cantbreathe", "mylegs", "chest.pain".

Whoever types in fear or with one thumb drops a space, and then the word that says it all is unknown. Only unknown words
are parted, and only where no letter is left over. `chatbot.english.spelling` parts a word in two known ones of one
list; here small words and contractions count, too, and at least one part must be a word of a sign.
"""

from __future__ import annotations

from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.normalise import Question, Word, normalise
from chatbot.safety.reading.families import read
from chatbot.safety.reading.lookup import listed_families
from chatbot.safety.reading.places import hits
from chatbot.safety.signs import SafetyRules

_SHORTEST, _LONGEST = 5, 40  # letters: from "todie" on; what is longer is no slip of the thumb
_SHORTEST_SIGN_WORD, _LONGEST_PART = 4, 14
_MOST_PARTS = 8
_MEMORY_LIMIT = 4096
_CONTRACTED = frozenset(
    "cant cannot dont wont im ive isnt arent didnt doesnt havent wanna gonna couldnt wasnt".split()
)
_ONE_LETTER = frozenset(("a", "i"))  # "got a fever" inside, "I can't pee" at the beginning
_SMALL = (FUNCTION_WORDS | _CONTRACTED) - _ONE_LETTER
# What begins or ends a glued word. Other small words begin and end names and plain words: "Fallon", "Backus", "inlet".
_FIRST = frozenset(
    """i my im ive cant cannot dont wont isnt arent wanna gonna his her he she is are the to both not and have has got
    couldnt""".split()
)
_LAST = frozenset("of to between is are my the and from myself now me not there".split())
# Words that begin no compound, as those with the ending of a verb: "lostcontrol", "crushingweight"; not "nightfall".
_BEGINNING_NO_COMPOUND = frozenset("lost come came gone went feels smells hurts looks keeps gets".split())
# A verb may have one of these behind it: "throwingup"; not "checkup".
_BEHIND_A_VERB = frozenset(("up", "out", "off"))
# Words of signs that are small, too, or short; other short ones stand in too many words: "improper", "sheared".
_SIGN_WORDS = frozenset("want wanna die pee leg arm bum".split())


def unglued(question: Question, rules: SafetyRules) -> Question:
    """Return a message with its glued words parted, all parts at the word's place; the same where there are none.

    A message that parts its words by points alone, without a single space, is read as one sentence.
    """
    words = question.words
    memory: dict[str, tuple[str, ...]] = rules.worked_out.setdefault("glued", {})
    glued: dict[int, tuple[str, ...]] = {}
    for at, word in enumerate(words):
        text = word.text
        if len(text) < _SHORTEST:
            continue
        parts = memory.get(text)
        if parts is None:
            if len(memory) >= _MEMORY_LIMIT:
                memory.clear()
            parts = memory[text] = _parts(text, rules)
        if parts:
            glued[at] = parts
    is_dotted = len(words) > 1 and not any(blank in question.text for blank in " \n")
    if not glued and not is_dotted:
        return question
    parted: list[Word] = []
    for at, word in enumerate(words):
        first, *others = glued.get(at, (word.text,))
        parted.append(word._replace(text=first, mark="" if is_dotted else word.mark))
        parted += [word._replace(text=other, mark="") for other in others]
    return question.with_words(parted)


def _parts(text: str, rules: SafetyRules) -> tuple[str, ...]:
    """Return the words that a glued word is made of, contractions spelt out; none of a word that is whole."""
    is_whole = (
        text in rules.ordinary
        or listed_families(text, rules) is not None
        or any(
            repair.similarity >= 1 - 1.5 / len(text) and not repair.is_split
            for repair in rules.speller().repair(text)
        )
    )
    if is_whole or len(text) > _LONGEST or not (text.isascii() and text.isalpha()):
        return ()
    parts = _fewest_parts(text, rules)
    if not parts or not any(_is_sign_word(part, rules) for part in parts):
        return ()
    spelt_out = normalise(" ".join(parts))
    has_small = parts[0] != "im" and any(part in _SMALL or part in _ONE_LETTER for part in parts)
    is_slip = has_small or (_begins_no_compound(parts[0]) and parts[-1] in rules.ordinary)
    if not is_slip and not hits(read(spelt_out, rules), rules):
        return ()  # "footrest" and "impatient" are words; "lostcontrol" is none, "chesthurts" is a sign
    return spelt_out.tokens


def _begins_no_compound(part: str) -> bool:
    return part in _BEGINNING_NO_COMPOUND or part.endswith(("ing", "ed"))


def _fewest_parts(text: str, rules: SafetyRules) -> tuple[str, ...]:
    """Return the fewest known words that make up a text, none where letters are left over.

    Each place is reached once, so the work is at most that of all parts of a word of 40 letters.
    """
    reached: dict[int, tuple[str, ...]] = {0: ()}
    for start in range(len(text)):
        before = reached.get(start)
        if before is None:
            continue
        for end in range(start + 1, min(start + _LONGEST_PART, len(text)) + 1):
            if len(reached.get(end, range(_MOST_PARTS + 1))) > len(before) + 1 and _may_stand(
                text[start:end], before, is_last=end == len(text), rules=rules
            ):
                reached[end] = (*before, text[start:end])
    return reached.get(len(text), ())


def _may_stand(part: str, before: tuple[str, ...], *, is_last: bool, rules: SafetyRules) -> bool:
    """Return whether a part is a word that may stand there: first, last, or inside."""
    if _is_sign_word(part, rules):
        return True
    if part in _ONE_LETTER:
        return not is_last and bool(before) == (part == "a")
    if not before:
        return part in _FIRST
    if is_last and part in _BEHIND_A_VERB:
        return before[-1].endswith(("ing", "ed"))
    return part in (_LAST if is_last else _SMALL)


def _is_sign_word(part: str, rules: SafetyRules) -> bool:
    if part not in _SIGN_WORDS and (len(part) < _SHORTEST_SIGN_WORD or part in _SMALL):
        return False
    families = listed_families(part, rules)
    return families is not None and not _families_of_signs(rules).isdisjoint(families)


def _families_of_signs(rules: SafetyRules) -> set[int]:
    """Return the families that signs are made of, remembered; those of time, persons and sayings are none."""
    families: set[int] | None = rules.worked_out.get("families of signs")
    if families is None:
        patterns = [pattern for head in rules.crossings for pattern in rules.crossings.get(head, ())]
        families = rules.worked_out["families of signs"] = {
            family for pattern in (*patterns, *rules.joins) for family in pattern.families
        }
    return families
