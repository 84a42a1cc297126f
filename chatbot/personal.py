"""What a personal question is about: whether to operate, or whether something would help just this person.

No program can say so for one person. But the guide says what speaks for an operation, and that belongs before the
hand-off. Which entry says it is for `decision` to find.
"""

from collections.abc import Sequence

_OPERATIONS = frozenset(
    "surgery surgeries operation operations operate procedure redo revision fusion refusion reoperation".split()
)
# What is asked for once more after a spinal fusion, when nothing else is spoken of.
_ONCE_MORE = frozenset((("it", "again"), ("this", "again"), ("that", "again"), ("over", "again")))
_SECOND = frozenset("another second third again more redo revision".split())
# "Should I ... the surgery", "you think I need surgery"; "would you operate".
_WHETHER = frozenset("should shall need ought recommend advise".split())
# "Is surgery right for me", "is the operation worth it", "would a redo be a good idea for him".
_FITTING = frozenset("right wrong good best better worth sensible wise suitable".split())
# What is asked is around an operation, not whether to have it: "should I eat before surgery".
_AROUND = frozenset(
    "before after since from following until till during without at where how which what who tell ask about".split()
)
_PREPOSITIONS = _AROUND - frozenset("how which what who".split())
_WORDS_BETWEEN = 7
# What somebody reads off a report is no question whether to operate.
_RESULTS = frozenset("mri report scan ct result results xray".split())

# "Can shots help me" asks of shots; "would they help me" asks for a judgement.
_AUXILIARIES = frozenset(("would", "will"))
_PEOPLE = frozenset(
    """you i we they he she who what anyone anybody someone somebody people person doctor doctors dr surgeon
    surgeons nurse clinic program this it""".split()
)


def operation_asked(tokens: Sequence[str]) -> tuple[str, ...]:
    """Return how a message names the operation of which it asks whether to have it; () where it does not ask that."""
    if not _RESULTS.isdisjoint(tokens):
        return ()
    for place, word in enumerate(tokens):
        if tuple(tokens[place - 1 : place + 1]) in _ONCE_MORE and _is_whether(tokens, place):
            return ("surgery", "again")
        if word in _OPERATIONS and (_is_whether(tokens, place) or _is_fitting(tokens, place)):
            named = ["surgery"] if word == "operate" else [word]
            return (*(one for one in tokens if one in _SECOND and one != word), *named)
    return ()


def _is_whether(tokens: Sequence[str], place: int) -> bool:
    """Say whether "should" or the like leads to this place, with nothing between that asks about something else."""
    before = tokens[max(0, place - _WORDS_BETWEEN) : place]
    starts = [start for start, word in enumerate(before) if word in _WHETHER or _would_you(before, start)]
    return bool(starts) and _AROUND.isdisjoint(before[max(0, starts[-1] - 1) :])


def _would_you(words: Sequence[str], start: int) -> bool:
    return tuple(words[start : start + 2]) == ("would", "you")


def _is_fitting(tokens: Sequence[str], place: int) -> bool:
    """Say whether "right for", "a good idea" or "worth it" follows this place."""
    after = tokens[place + 1 : place + 1 + _WORDS_BETWEEN]
    fitting = [start for start, word in enumerate(after) if word in _FITTING]
    return (
        bool(fitting) and _AROUND.isdisjoint(after[: fitting[0]]) and _PREPOSITIONS.isdisjoint(tokens[:place])
    )


def asks_for_own_help(tokens: Sequence[str]) -> bool:
    """Say whether something, but nobody, is asked to help this person: "would surgery help me"."""
    if "help" not in tokens:
        return False
    for place, word in enumerate(tokens):
        if word != "help" or tuple(tokens[place + 1 : place + 2]) not in (("me",), ("him",), ("her",)):
            continue
        starts = [start for start in range(place) if tokens[start] in _AUXILIARIES]
        between = tokens[starts[-1] + 1 : place] if starts else ()
        if between and _PEOPLE.isdisjoint(between):
            return True
    return False
