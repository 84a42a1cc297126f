"""A sign told as a verb ("I faint", "leaking urine") counts in every frame that says it is there, and in no other.

People do not write "fainting: yes". They ask when they will stop fainting, say that they never used to and now do, or
were told to call if they did and so they call; and they say in the same words that they do not, or hope never to.
"""

from __future__ import annotations

import pytest

from chatbot.normalise import normalise
from chatbot.safety import triage
from tests.support.triage import rules

# (class, "I ...", "... -ing", "I ... yesterday")
SIGNS = (
    ("emergency", "leak urine", "leaking urine", "leaked urine"),
    ("emergency", "faint", "fainting", "fainted"),
    ("emergency", "vomit blood", "vomiting blood", "vomited blood"),
    ("emergency", "lose control of the bowels", "losing control of the bowels", "lost control of the bowels"),
    ("emergency", "go numb in both legs", "going numb in both legs", "went numb in both legs"),
    ("emergency", "get chest pain", "getting chest pain", "got chest pain"),
    ("urgent", "run a fever", "running a fever", "ran a fever"),
    ("urgent", "choke on food", "choking on food", "choked on food"),
)  # fmt: skip
THERE = (
    "when will i stop {ing}",
    "how do i stop {ing}",
    "before the operation i did not {now}. now i do",
    "i never {now} normally. tonight i did",
    "i don't {now} every day but i did today",
    "i was told i might {now} and now i do",
    "they said i would not {now} but i do",
    "you said to call if i {now}. i do",
    "the nurse said to call if i start {ing} so i am calling",
    "he told me not to worry about {ing} but it is worse",
    "i did not {now} until last night",
    "i'm not {ing} all day, only at night",
    "can {ing} wait until my appointment on the 12th",
    "should i cancel pt, i {then}",
    "i didn't expect to be {ing}",
    "what does it mean that i {then}",
    "why do i {now}",
    "does that explain why i {now}",
)
NOT_THERE = (
    "i do not {now}",
    "i am not {ing}",
    "not {ing}",
    "i would hate to {now}",
    "i would rather not {now}",
    "i don't want to {now} like my aunt did",
    "i hope i never {now}",
    "do some patients {now} after this",
    "how many patients {now}",
    "i read a post about {ing}",
    "i had a dream that i {then}",
)


def level(message: str) -> str:
    return triage(normalise(message), rules()).level


def told(frame: str, sign: tuple[str, str, str, str]) -> str:
    _, now, ing, then = sign
    return frame.format(now=now, ing=ing, then=then)


@pytest.mark.parametrize("frame", THERE)
def test_a_sign_that_is_there_counts_however_it_is_put(frame: str) -> None:
    """Rules 5, 16 and 17: what is denied, supposed or asked about first and then said to be there is there."""
    missed = [told(frame, sign) for sign in SIGNS if level(told(frame, sign)) not in (sign[0], "emergency")]
    assert missed == []


@pytest.mark.parametrize("frame", NOT_THERE)
def test_the_same_words_denied_or_feared_raise_nothing(frame: str) -> None:
    false = [told(frame, sign) for sign in SIGNS if level(told(frame, sign)) != "none"]
    assert false == []
