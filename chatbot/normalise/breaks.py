"""Line ends, dots and full stops inside a sentence, where they end nothing: "how long do", "I stay" on the next line.

What is pasted from an e-mail, or typed with Enter in a narrow box, has its lines cut anywhere; who thinks while typing
puts dots; phones put a full stop where a space is typed twice. What ends nothing becomes blanks, so that everything
that follows reads one sentence. The words on both sides tell: some end no sentence, and some begin none.

Measured on real ends of sentences in messages, written as line ends in lower case, and on random places inside of
them: 4 of 100 real ones become blanks, and 60 of the others; with the capitals that were typed 2 and 75.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from chatbot.english.function_words import (
    AUXILIARIES,
    LONGEST_OPENING,
    MODALS,
    SUBJECTS,
    WEEKDAYS,
    WORDS_THAT_ASK,
    wants_its_verb,
)
from chatbot.normalise.spelling_out import words_of

# A mark that may end nothing, between two words; " / " is how a line end is shown in one line (`sanitise.one_line`).
_BREAK = re.compile(
    r"(?:(?<=[^\W_])|(?<=[^\W_],))[ \t]*(?:(?P<line>\n\s*| / )|(?P<dots>\.\.+\s*|\u2026\s*)|\.[ \t]+)(?=[^\W_])"
)
_STOP = re.compile(r"(?<=[^\W_])\.[ \t]+(?=[^\W_])")
# What ends a line of a pasted text, also where a screen shows it in one line.
_LINE_END = re.compile(r"\n| / ")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_DOTS = re.compile(r"(?<=[^\s.])(?:\.+|\u2026)(?=[^\s.])")  # with no blank on either side
_MOST_BEFORE = 60  # characters before a break that are looked at

# Words that end no sentence, and words that begin none.
_NEVER_ENDING = frozenset(
    """the a an my your our its i he she we they and but or if because as than just every who whose into till until
    whether very""".split()
)
_NEVER_BEGINNING = frozenset("up of out ago than them myself himself herself itself away own until".split())
# Words that end one in few ways ("what is it for", "I would if I could"), and words that begin one in few.
_SELDOM_ENDING = (AUXILIARIES - {"might"}) | frozenset(
    """be been had to of for with from by about what which when where how like want need get got feel make keep let in
    on at so""".split()
)
_SELDOM_BEGINNING = frozenset(
    """to a an me him us be been or and as off down about from again want in on for with at was were like have has had
    go goes said says over more""".split()
)
# Behind a word of the first two, or before one of the second two, nothing of these goes on.
_OFTEN_BEGINNING = (AUXILIARIES - {"am", "was", "were", "have", "has", "must"}) | frozenset(
    """i he she we you they it my what when where why how who which now no not yes so but then any please thanks sorry
    also nobody nothing""".split()
)
_OFTEN_ENDING = WEEKDAYS | frozenset(
    """fine again ago lol now today tonight yesterday problem weekend week weeks day days month months year years night
    morning thanks""".split()
)
# Lines are cut by their width where each is so long that the first word of the next would have been too much.
_NARROWEST = 25  # characters
_FEWEST_LINES = 3


class _Sides(NamedTuple):
    """What stands around a break: the words of the sentence before it, and the first word behind it."""

    before: list[str]
    after: str

    @property
    def seldom_parted(self) -> bool:
        """Whether one of the two words ends or begins few sentences, and the other one does not speak for an end."""
        last = self.before[-1]
        return (last in _SELDOM_ENDING and self.after not in _OFTEN_BEGINNING) or (
            self.after in _SELDOM_BEGINNING and last not in _OFTEN_ENDING
        )

    @property
    def is_complete(self) -> bool:
        """Whether a subject and its verb stand before: "what it is", "if I can"."""
        return self.before[-1] in AUXILIARIES and not SUBJECTS.isdisjoint(self.before[-2:-1])

    @property
    def is_unfinished(self) -> bool:
        """Whether the words before ask without their verb, or without their subject, which follows.

        "How soon" goes on with "can my wife", "when do" with "I drive", "my screws hurt, can" with "they come out".
        """
        if self.after in AUXILIARIES:
            return wants_its_verb(self.before)
        asks = len(self.before) <= LONGEST_OPENING and self.before[0] in WORDS_THAT_ASK
        verbs = AUXILIARIES if asks else MODALS
        return self.after in SUBJECTS and self.before[-1] in verbs and not self.is_complete


def without_breaks_inside(text: str) -> str:
    """Return a text with as many blanks in place of each break that stands inside a sentence."""
    if _BREAK.search(text) is None and _DOTS.search(text) is None:
        return text  # as most texts
    before = ""
    while text != before:  # what is one line now may tell more of the next break
        before, text = text, _joined(_with_blanks_for_dots(text))
    return text


def in_one_sentence(text: str) -> str:
    """Return a text with as many blanks in place of each line end, and of each full stop that may be a slip.

    It may be one before a small letter, but for a word that often begins a sentence: "I lost. strength in my arm".
    """
    text = _LINE_END.sub(_blanks, text)
    return _STOP.sub(lambda found: _blanks(found) if _may_be_a_slip(text, found) else found[0], text)


def _may_be_a_slip(text: str, stop: re.Match[str]) -> bool:
    sides = _sides(text, stop)
    is_small = text[stop.end()].islower()
    return is_small and sides.after not in _OFTEN_BEGINNING and sides.before[-1] not in _OFTEN_ENDING


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _joined(text: str) -> str:
    """Return a text with blanks in place of the breaks that stand inside a sentence as far as the text tells."""
    is_wrapped = _is_wrapped(text)
    has_capitals = text[:1].isupper() and not text.isupper()
    return _BREAK.sub(
        lambda found: (
            _blanks(found)
            if _is_inside(text, found, is_wrapped=is_wrapped, has_capitals=has_capitals)
            else found[0]
        ),
        text,
    )


def _with_blanks_for_dots(text: str) -> str:
    """Return a text in which dots stand where blanks should ("is..it..normal") with blanks; any other as it is.

    More dots than elsewhere in it are a full stop and a blank.
    """
    runs = _DOTS.findall(text)
    if len(runs) <= 1 or len(runs) < len(text.split()):
        return text
    usual = min(map(len, runs))
    return _DOTS.sub(lambda dots: ("." if len(dots[0]) > usual else " ").ljust(len(dots[0])), text)


def _is_wrapped(text: str) -> bool:
    """Return whether the lines of a text were cut by their width."""
    lines = [line.strip() for line in text.split("\n")]
    width = max(map(len, lines))
    return (
        len(lines) >= _FEWEST_LINES
        and width >= _NARROWEST
        and all(
            len(line) + len(f" {following}".split(" ", 2)[1]) >= width for line, following in pairwise(lines)
        )
    )


def _is_inside(text: str, found: re.Match[str], *, is_wrapped: bool, has_capitals: bool) -> bool:
    """Return whether a break stands inside a sentence."""
    sides = _sides(text, found)
    last, first = sides.before[-1], sides.after
    typed = text[found.end()]
    is_stop = not (found["line"] or found["dots"])
    if is_stop and len(sides.before) == 1:
        return False  # "a. what is it", as a list begins
    if typed.isupper() and first != "i" and not text.isupper():
        return last in _NEVER_ENDING
    if last in _NEVER_ENDING or first in _NEVER_BEGINNING or sides.is_unfinished:
        return True
    is_small = has_capitals and typed.islower()
    if sides.seldom_parted:
        return not is_stop or (is_small and not sides.is_complete)
    is_likely = is_wrapped or (is_small and last not in _OFTEN_ENDING)
    return is_likely and not is_stop and first not in _OFTEN_BEGINNING


def _sides(text: str, found: re.Match[str]) -> _Sides:
    """Return the words around a break."""
    before = re.split(r"[.?!;:\n]", text[max(0, found.start() - _MOST_BEFORE) : found.start()])[-1]
    words = [part for word in _WORD.findall(before) for part in words_of(word)]
    following = _WORD.match(text, found.end())
    return _Sides(words, words_of(following[0])[0] if following else "")
