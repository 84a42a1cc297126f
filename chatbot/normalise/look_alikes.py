"""Words that are typed for another one that looks like them: "id like", "dose it hurt", "next weak".

The words around them tell. Every other id is a card, every other dose is of a medicine, and every other "weak" is a
sign of danger.
"""

from chatbot.normalise.question import Word

LOOK_ALIKES = frozenset("id dose weak".split())
_WANTING = frozenset("like love rather prefer".split())
_BEHIND_DOES = frozenset("it he she this that the my your having getting anyone anybody".split())
_BEFORE_A_DOSE = frozenset(
    "a the my his her your each per one every next last first high low full daily".split()
)
_BEFORE_A_WEEK = frozenset(
    "next last following folowing followin nex nxt lst every each per coming other".split()
)
_AFTER_A_WEEK = frozenset(
    "i he she we they at on and or but please thanks if for to with when is was".split()
)


def with_look_alikes_read(words: list[Word]) -> list[Word]:
    """Return words with "i would like" for "id like", "does it" for "dose it", "next week" for "next weak"."""
    read: list[Word] = []
    before = ""
    for word, after in zip(words, [*words[1:], None], strict=True):
        follows = after.text if after is not None and not after.mark else ""
        if word.text == "id" and follows in _WANTING:
            read += word._replace(text="i"), word._replace(text="would", mark="")
        elif word.text == "dose" and follows in _BEHIND_DOES and before not in _BEFORE_A_DOSE:
            read.append(word._replace(text="does"))
        elif word.text == "weak" and before in _BEFORE_A_WEEK and (not follows or follows in _AFTER_A_WEEK):
            read.append(word._replace(text="week"))
        else:
            read.append(word)
        before = word.text
    return read
