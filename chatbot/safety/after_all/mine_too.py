"""Whether the writer says to have what was told of others, or only asked about: "mine did", "that happened to me".

The words that say so are the family "mine-too" of knowledge/safety.yaml (rule 16).
"""

from collections.abc import Sequence

from chatbot.english.function_words import DOING
from chatbot.normalise import Word
from chatbot.safety.in_context.context import Context, between
from chatbot.safety.in_context.persons import OWN
from chatbot.safety.reading.places import Place

# "Do I have that", "will it happen to me": not said.
_NOT_SO = frozenset("do does did if whether will would could can not never until".split())
# "Mine did, today": what may follow a "did" that takes up another verb.
_BEHIND_A_DID = frozenset(
    """today yesterday tonight now this last on at in since and but so twice once again just too also all right too
    the for before""".split()
)


def is_mine_too(context: Context, low: int, high: int) -> bool:
    """Return whether the writer says here to have what was told of before: "mine did", "that happened to me" (rule 16).

    Who asks, denies or fears it does not say so: "do I have that", "I do not have that", "will that happen to me".
    """
    reading = context.reading
    words, content = reading.words, reading.content
    for spot in between(context, "mine-too", low, high):
        start = content[spot.first]
        before = (
            at for at in range(max(0, start - 2), start) if reading.sentence[at] == reading.sentence[start]
        )
        is_feared = "happen" in context.texts[spot.first : spot.last + 1]
        if (
            context.denied_by[spot.first] < 0
            and _NOT_SO.isdisjoint(words[at].text for at in before)
            and not is_feared
            and not _goes_on_doing(words, content[spot.last])
        ):
            return True
    return False


def is_mine_too_later(place: Place, context: Context) -> bool:
    """Return whether the rest of the sign's sentence, or the sentence after it, says that the writer has it, too."""
    _, end = context.bounds.get(
        context.sentence[place.last] + 1, context.bounds[context.sentence[place.last]]
    )
    return is_mine_too(context, place.last + 1, end)


def is_said_of_oneself(place: Place, context: Context) -> bool:
    """Return whether words behind a sign say that the writer has it as well: "the same is happening to me"."""
    texts = {word.text for word in context.reading.words[context.reading.content[place.last] :]}
    return not OWN.isdisjoint(texts) and is_mine_too_later(place, context)


def _goes_on_doing(words: Sequence[Word], last: int) -> bool:
    """Return whether the word at this place is a "did" with a verb or a "not" behind it: "I did ask", "it did not".

    Such a "did" does not point back to a sign.
    """
    if words[last].text not in DOING or last + 1 == len(words):
        return False
    after = words[last + 1]
    return not after.mark and after.text not in _BEHIND_A_DID
