"""A single word to the families that it speaks for; a misspelt word counts as the one that was meant (rule 3)."""

from collections.abc import Iterator

from chatbot.english import courtesy
from chatbot.english.slips import with_key_beside, with_letter_put_in, without_swap_or_double
from chatbot.safety.signs import SafetyRules
from chatbot.safety.stems import sign_stem

_MEMORY_LIMIT = 8192
# Characters of a word that may be repaired. Words of five letters and more are meant by any slip (`dictionary`); those
# of four, as "numb", have too many neighbours, and are meant only by a slip of the fingers.
_SHORTEST_REPAIRED = 3
_SHORT = 4
_LEAST_SIMILARITY = 0.75  # two slips need eight letters: "insoles" is no slip for "inhales"


def look_up(text: str, rules: SafetyRules) -> tuple[str, tuple[int, ...], bool]:
    """Return a word's stem, its families, and whether a phrase begins with it; and remember them in the rules."""
    word = text
    families = listed_families(word, rules)
    is_ordinary = text in rules.ordinary or text in courtesy.WORDS  # "cheers" is no slip for "cheeks"
    if families is None and not is_ordinary and len(text) >= _SHORTEST_REPAIRED and text.isalpha():
        word = _repaired(text, rules)
        families = listed_families(word, rules) or ()
    key = sign_stem(word)
    known = (key, families or (), key in rules.phrases)
    if len(rules.memory) >= _MEMORY_LIMIT:
        rules.memory.clear()
    rules.memory[text] = known
    return known


def families_of(text: str, rules: SafetyRules) -> tuple[int, ...]:
    """Return the families of a single word, none for a word that the safety file does not know."""
    _, families, _ = rules.memory.get(text) or look_up(text, rules)
    return families


def has_word(word: str, rules: SafetyRules) -> bool:
    """Return whether a word, just as it is spelt, says something in the safety file by itself."""
    return bool(rules.words.get(word))


def listed_families(word: str, rules: SafetyRules) -> tuple[int, ...] | None:
    """Return the families of a word as it is spelt; None for a word that the safety file does not know."""
    exact = rules.words.get(word)
    return exact if exact is not None else rules.stems.get(sign_stem(word))


def _repaired(word: str, rules: SafetyRules) -> str:
    """Return the word of a sign that a misspelt one most likely means; the word itself where none is near enough."""
    for repair in rules.speller().repair(word):
        if not repair.is_split and repair.similarity >= _LEAST_SIMILARITY:
            return str(repair.word)
    return next(
        (meant for meant in _short_words_meant(word) if listed_families(meant, rules) is not None), word
    )


def _short_words_meant(word: str) -> Iterator[str]:
    """Yield the words of four letters that one slip of the fingers makes a typed word of, the likelier slips first."""
    if len(word) > _SHORT + 1 or not word.isascii():
        return
    yield from (meant for meant in sorted(without_swap_or_double(word)) if len(meant) == _SHORT)
    if len(word) == _SHORT:
        yield from sorted(with_key_beside(word, start=1))
    elif len(word) < _SHORT:
        yield from sorted(with_letter_put_in(word))
