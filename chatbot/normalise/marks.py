"""The marks between two words: which of them end a sentence, and which are part of a number or an abbreviation."""

_STRONG_MARKS = frozenset(".!?;:\n\u2026\u3002\uff01\uff1f|/")
_WEAK_MARKS = frozenset(',()\u2013\u2014"\u201c\u201d[]')
# Marks that stand inside one expression and end nothing: L4/L5, and/or, 3.5, 5:30, 1,000, e.g.
_INSIDE_NUMBERS = frozenset(".,:")
_ABBREVIATED = frozenset(("dr", "mr", "mrs", "ms", "vs"))
# What `mark_between` may return, the weakest first.
BY_STRENGTH = ("", ",", ".")


def mark_between(text: str, end: int, start: int) -> str:
    """Return the strongest mark between a word that ends at `end` and the next, which starts at `start`."""
    gap = text[end:start]
    if gap == "/":
        return ""
    if gap in _INSIDE_NUMBERS and text[end - 1].isdigit() and text[start].isdigit():
        return ""
    if gap.startswith(".") and _is_abbreviated(text, end):
        return ""
    characters = set(gap)
    if characters & _STRONG_MARKS:
        return "."
    return "," if characters & _WEAK_MARKS or " - " in gap else ""


def _is_abbreviated(text: str, end: int) -> bool:
    """Return whether the word that ends here is written with a full stop of its own: "Dr.", "e.g."."""
    begin = end
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    if end - begin == 1:
        return text[end + 1 : end + 2].isalpha() or text[begin - 1 : begin] == "."
    return text[begin:end].lower() in _ABBREVIATED
