"""Which messages ask for a judgement of somebody's own case, told by their words; and whether they ask to operate.

No program can judge one person's case. What is told instead is `hand_off`'s.
"""

from collections.abc import Sequence
from itertools import pairwise

from chatbot.english.phrases import by_first_word, listed, phrase_at

_OWN_NEED = ("i", "need")
_PERSONAL = by_first_word(
    listed("""
    should i|should my|should he|should she|should we|is it normal that i|is it normal that my
    is it normal for me|is it normal for my|normal that my|normal that i|do i need|does he need|does she need
    does my|is mine|is my|are my|am i a|am i too|is she too|is he too|my report|my mri says|my scan says
    my mri shows|my scan shows|my ct|my x ray|my xray|report says|mri says|mri showed|in my case
    for someone like me|what would you do|would you recommend|is that bad|is this bad|is that normal
    is this normal|yes or no|look at my|read my|what do you think|what does my|my results|is it safe for me
    would it be safe for me|is it ok for me|am i going to|will i need|can i still|my case|in my situation
    at my age|or should i|what should i do|worth it for me|do i have|does he have|does she have|do you think i
    do you think my|did my|has my fusion|have my screws|will i ever|will i be|will i end up|will i get
    will i have to|will he have to|will she have to|must i have|must he|must she|must my
    would i be|work for me|better for me|best for me|good for me|right for me|wrong for me
    dangerous for me|riskier for me|risky for me|too late for me|time for me|enough for me|too much for me
    fix my pain|cure my|my fault|is it bad that i|is it bad that my|good idea for me
    """)
)
# "Do I have to stay the night" asks about everybody.
_OF_EVERYBODY = by_first_word(("do i have to", "does he have to", "does she have to"))

_STRESSING = frozenset("really actually truly even honestly".split())
_OPERATIONS = frozenset(
    """surgery surgeries operation operations operate operated procedure redo redone revision fusion refusion
    reoperation""".split()
)
# What is asked for once more after a spinal fusion, when nothing else is spoken of.
_ONCE_MORE = frozenset((("it", "again"), ("this", "again"), ("that", "again"), ("over", "again")))
_SECOND = frozenset("another second third again more redo revision".split())
# "Should I ... the surgery", "you think I need surgery"; "would you operate".
_WHETHER = frozenset("should shall must need ought recommend advise".split())
_HAVING_TO = (("have", "to"), ("has", "to"))  # "will they have to cut him again"
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


def is_personal(tokens: Sequence[str]) -> bool:
    """Return whether a message asks for a judgement of somebody's own case."""
    if not _STRESSING.isdisjoint(tokens):
        tokens = [token for token in tokens if token not in _STRESSING]  # "do i really need"
    return asks_for_own_help(tokens) or any(
        token in _PERSONAL
        and phrase_at(tokens, place, _PERSONAL)
        and not phrase_at(tokens, place, _OF_EVERYBODY)
        for place, token in enumerate(tokens)
    )


def is_of_own_need(tokens: Sequence[str]) -> bool:
    """Return whether a message says "I need": "do I need one". A judgement or, of many, a question in general."""
    return _OWN_NEED in pairwise(tokens)


def operation_asked(tokens: Sequence[str]) -> tuple[str, ...]:
    """Return how a message names the operation of which it asks whether to have it; () where it does not ask that."""
    if not _RESULTS.isdisjoint(tokens):
        return ()
    for place, word in enumerate(tokens):
        if tuple(tokens[place - 1 : place + 1]) in _ONCE_MORE and _is_whether(tokens, place):
            return ("surgery", "again")
        if word in _OPERATIONS and (_is_whether(tokens, place) or _is_fitting(tokens, place)):
            named = ["surgery"] if word.startswith("operate") else ["redo" if word == "redone" else word]
            return (*(one for one in tokens if one in _SECOND and one != word), *named)
    return ()


def _is_whether(tokens: Sequence[str], place: int) -> bool:
    """Return whether "should" or the like leads to this place, with nothing between that asks about something else."""
    before = tokens[max(0, place - _WORDS_BETWEEN) : place]
    starts = [start for start, word in enumerate(before) if word in _WHETHER or _asks_whether(before, start)]
    return bool(starts) and _AROUND.isdisjoint(before[max(0, starts[-1] - 1) :])


def _asks_whether(words: Sequence[str], start: int) -> bool:
    pair = tuple(words[start : start + 2])
    return pair == ("would", "you") or pair in _HAVING_TO


def _is_fitting(tokens: Sequence[str], place: int) -> bool:
    """Return whether "right for", "a good idea" or "worth it" follows this place."""
    after = tokens[place + 1 : place + 1 + _WORDS_BETWEEN]
    fitting = [start for start, word in enumerate(after) if word in _FITTING]
    return (
        bool(fitting) and _AROUND.isdisjoint(after[: fitting[0]]) and _PREPOSITIONS.isdisjoint(tokens[:place])
    )


def asks_for_own_help(tokens: Sequence[str]) -> bool:
    """Return whether something, but nobody, is asked to help this person: "would surgery help me"."""
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
