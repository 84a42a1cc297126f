"""A single word to the families that it speaks for; a misspelt word counts as the one that was meant (rule 3)."""

from chatbot.safety.signs import SafetyRules
from chatbot.safety.stems import sign_stem

_MEMORY_LIMIT = 8192
# Characters of a word that may be repaired. It is repaired into words of five letters and more only (`dictionary`),
# because "numb" and "pus" have too many neighbours.
_SHORTEST_REPAIRED = 4
_LEAST_SIMILARITY = 0.75  # two slips need eight letters: "insoles" is no slip for "inhales"


def look_up(text: str, rules: SafetyRules) -> tuple[str, tuple[int, ...], bool]:
    """Return a word's stem, its families, and whether a phrase begins with it; and remember them in the rules."""
    word = text
    families = listed_families(word, rules)
    if families is None and text not in rules.ordinary and len(text) >= _SHORTEST_REPAIRED and text.isalpha():
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


def listed_families(word: str, rules: SafetyRules) -> tuple[int, ...] | None:
    """Return the families of a word as it is spelt; None for a word that the safety file does not know."""
    exact = rules.words.get(word)
    return exact if exact is not None else rules.stems.get(sign_stem(word))


def _repaired(word: str, rules: SafetyRules) -> str:
    """Return the word of a sign that a misspelt one most likely means; the word itself where none is near enough."""
    for repair in rules.speller().repair(word):
        if not repair.is_split and repair.similarity >= _LEAST_SIMILARITY:
            return str(repair.word)
    return word
