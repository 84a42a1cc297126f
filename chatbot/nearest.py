"""Which known name a mistyped one may mean: asked only when something is wrong."""

from __future__ import annotations

from collections.abc import Collection

_MOST_COMPARED = 500  # ids that a mistyped one is compared with; more would take seconds in a large base


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Return a question naming the nearest known word, "" when none is near.

    Where the two may look the same, it says so: a Cyrillic letter or a typographer's hyphen comes with pasted text.
    """
    near = nearest(word, known)
    if not near:
        return ""
    odd = next(filter(_looks_like_another, word), "")
    alike = f" What stands here only looks like it ({odd}, U+{ord(odd):04X}): type it again." if odd else ""
    return f'did you mean "{near}"?{alike}'


def _looks_like_another(character: str) -> bool:
    """Whether this may pass for a letter or a hyphen of the keyboard: no Latin letter, whatever stands above it."""
    import unicodedata  # noqa: PLC0415 - only when something is wrong

    return not character.isascii() and not unicodedata.name(character, "").startswith("LATIN")


def nearest(word: str, known: Collection[str], cutoff: float = 0.6) -> str:
    """Return the known word that is most alike, "" when none is as near as `cutoff` (from 0 to 1)."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    if len(known) > _MOST_COMPARED:
        start = word[:2]
        known = sorted([name for name in known if name[:2] == start])[:_MOST_COMPARED]
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=cutoff)), "")
