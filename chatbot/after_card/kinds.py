"""Which kind of thing a message says to a safety card, if it only speaks to it.

It comes after the triage, which has the first word on every message: what is read here raised no card of its own.
Nearly every kind is a closed list of words, so that one word that is not on it ("... but my legs are numb") leaves the
message to be read as any other.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.english.function_words import ASKING_FIRST, FRIENDS, RELATIVES, WEEKDAYS
from chatbot.english.word_kinds import NOT, KindTable, is_of_kind, word_set
from chatbot.normalise import Question

# The longest message that only speaks to a card.
LONGEST = 14


_CALLING = word_set("called calling phoned phoning rang dialed dialled dialing texted texting")
_WORDS = {
    "NOT": NOT,
    "CALLING": _CALLING,
    "SMALL": word_set(
        """i we he she they it is am are was were be been has have had the a an my me us him her them his their our to
        at in on of for and now already just so ok okay yes please then there here that this right away really still
        well but oh ah um uh hey up with by too again today myself all some someone somebody"""
    ),
    # Whom one calls, rides with or is told by. Fewer than `KIN`, for a word that is not here leaves a message unread.
    "PEOPLE": RELATIVES
    | FRIENDS
    | word_set(
        "kid kids family boyfriend girlfriend nurse doctor doctors surgeon team surgical clinic office"
    ),
    "HELPERS": word_set(
        "911 999 112 988 ambulance ambulances paramedics paramedic emts medics hospital er ed emergency room line"
    ),
    "DAYS": WEEKDAYS | word_set("tomorrow tonight morning weekend week day days hours"),
    "FINE": word_set(
        "fine better gone passed went stopped over awake woke ok okay alright good normal well great"
    ),
    "AROUND-FINE": word_set(
        """feel feeling felt much little bit itself only false alarm being since honest honestly promise everything
        pain thing guess think looks seems completely lied though doing say says said tells"""
    ),
    "UNMEANT": word_set("venting joking kidding joke alarm mistake nothing dramatic mean meant test testing"),
    "AROUND-UNMEANT": word_set(
        """not no did do only false being bit feel serious alright fine said say saying sorry honest honestly promise
        worry about since normal what actually guess think like way you typed wrong word words"""
    ),
}


# Asked in this order, where somebody was told to call for help at once or today.
_OF_DANGER = KindTable("""
told -: all every & night nights: long since last
drive = ?: drive driving drove: HELPERS PEOPLE should can could may safe allowed go going do not or will if
wait = ?: wait waiting later sleep DAYS: HELPERS CALLING PEOPLE can could should may will would till until next after
    if see first go bed few think want let give rather better best instead couple fine told said call
helped -: CALLING & HELPERS PEOPLE them help him her: told said
helped -: HELPERS help they & coming way arrived arriving outside: PEOPLE
helped -: driving drives taking takes bringing brings & me us him her & HELPERS there: PEOPLE
helped -: at in on going heading leaving gone & HELPERS: PEOPLE way sitting waiting
nobody =: nobody noone voicemail busy hold: PEOPLE HELPERS answers answer answering answered picks pick picking picked
    phone number got keeps only
nobody +: phone cell number papers paper: NOT do can got find know any where works working discharge did get
nobody =: phone cell papers paper & lost dead broken empty: discharge number battery
nobody +: answer answers answering answered pick picks picking picked reach through respond responding: PEOPLE HELPERS
    NOT do does did can could phone one get getting number will
nod -: will & call go do ask tell: HELPERS PEOPLE
worse -: worse worsening same spreading: feel feeling feels getting gets got much even more lot change pain
worse -: still & there here same have has: feel pain
worse +: better gone over fine ok okay stopped alright good back: NOT feel feeling getting came comes any pain did
worse -: back: came comes coming pain
scared -: scared afraid frightened terrified worried panicking nervous: feel feeling
thanks -: thank thanks: much lot you listening telling caring saying
over -: FINE: AROUND-FINE PEOPLE
taken-back =: UNMEANT: AROUND-UNMEANT
not-me +: me mine myself & not: no about meant mean
line = ?: remove stop hide delete drop erase off & 911 999 112 number line message card note warning reminder: telling
    saying showing show tell say thing take turn need needed want can could would you do anymore about down bottom
    below every time NOT fine
line = ?: keep keeps still always every & 911 999 112 number line message card note warning reminder: why what do does
    you say saying tell telling show showing mention mentioning repeat repeating bring bringing about time see seeing
must = ?: have need must sure why serious seriously necessary urgent bad: HELPERS do does should can could may what if
    not you bother call go
refuses +: want going go call afford bother insurance money car ride phone: HELPERS PEOPLE NOT do does will would can
    could any
refuses -: hate expensive embarrassed embarrassing overreacting silly: HELPERS PEOPLE feel hospitals costs would
must +: hurt hurts hurting pain painful ache aches: NOT feel feels does did do any even though anymore bit
what-now - ?: what & now then next do: should must can
what-now - ?: who what & call tell say: do should must can HELPERS PEOPLE
what-now - ?: what & do happens happen & they there: will would can HELPERS
what-now - ?: get go & HELPERS: how do can where which should what could
what-now - ?: HELPERS number & where what which: nearest closest phone do should call can find PEOPLE HELPERS
what-now - ?: help: can could you need want
""", _WORDS)  # fmt: skip
_OF_CRISIS = KindTable("""
line-failed =: 988 they line hotline calls texting talking people nobody it that calling call text & help helps helped
    helping work works worked answer answers answered answering pick picked useless pointless hung busy hold: NOT do
    does did will would can could anything tried one
called -: CALLING talked spoke & HELPERS PEOPLE them someone help him her
no-call +: call calling phone talk talking text tell speak: NOT HELPERS PEOPLE do want can could would will like
    anyone anybody anything people strangers stranger rather afraid scared hate dare need even know how about
ashamed =: ashamed embarrassed embarrassing shame guilty sorry stupid weak burdening: feel feeling felt said say
    saying told tell telling should not did mean meant asked typed about like such thinking what
ashamed +: said say told typed & should: not never you did
alone =: alone lonely: NOT feel feeling one live home house completely always else
line = ?: stop remove hide delete drop erase off enough quit keep keeps why & 988 number line card note hotline:
    telling saying showing show tell say thing take turn need needed want can could would will you do not no anymore
    about down bottom below every time thoughts kind such any mentioning bringing did think crisis
about-line - ?: who what & call talk text answers happens answer speak: HELPERS would will do does if when say should
    tell
help-me - ?: help: can could you need want anyone
thanks -: thank thanks: much lot you listening telling caring saying
over -: FINE safe: AROUND-FINE
taken-back =: UNMEANT: AROUND-UNMEANT
not-me +: me mine myself & not: no about meant mean
""", _WORDS)  # fmt: skip
# Read only right after a crisis card: later these are words like any others.
_OF_CRISIS_AT_ONCE = KindTable("""
lost = ?: what why how know sure do: does should can could may must need if not you next no idea
lost =: worse same better bad hard scared afraid sad: NOT feel feeling getting got much even any
""", _WORDS)  # fmt: skip
_SAID_LATER = ("over", "taken-back", "line")

# Kinds that are answered by what they say, so that a message of one of them raises no card by mere likeness to the
# safety examples: either the card was just shown for it, or it calls for the same card again.
SETTLED = word_set(
    "helped called over taken-back not-me line nod thanks drive wait worse must refuses scared what-now"
)


# Words between two things that are said to a card in one message: "it does not hurt, so I can wait till Monday".
_PARTING = word_set("so then but and because though")
_ADDING_NOTHING = word_set("oh ah um really what hm no yes ok okay please well see")
# Kinds that are said by people who take the card seriously. Of two in one message, the first of these is answered.
TAKING_SERIOUSLY = ("wait", "refuses", "worse", "must", "what-now", "drive")


def read_after_card(question: Question, level: str, *, is_talked_about: bool) -> str:
    """Return the kind of what a message says to a card of this level, "" where it says something else.

    `is_talked_about`: the card, or an answer to what was said to it, was shown last. Later on, words to a crisis card
    still count, because people come back to it at any time; of words to other cards only the kinds of _SAID_LATER do.
    A message that says two things to a card counts where each of them is of some kind.
    """
    words = question.tokens
    if not words or not level or len(words) > LONGEST:
        return ""
    said = _kind_of(words, level, is_talked_about=is_talked_about)
    if said or level == "crisis" or not is_talked_about:
        return said
    parts = [part for part in _parts(question) if not _ADDING_NOTHING.issuperset(part)]
    kinds = [_kind_of(part, level, is_talked_about=True) for part in parts]
    return next((kind for kind in TAKING_SERIOUSLY if kind in kinds), "") if kinds and all(kinds) else ""


def _parts(question: Question) -> list[tuple[str, ...]]:
    """Return what a message says, apart at its marks and joining words."""
    parts: list[list[str]] = [[]]
    for word in question.words:
        if word.mark or word.text in _PARTING:
            parts.append([])
        if word.text not in _PARTING:
            parts[-1].append(word.text)
    return [tuple(part) for part in parts if part]


def _kind_of(words: Sequence[str], level: str, *, is_talked_about: bool) -> str:
    """Return which kind of thing these words by themselves say to a card."""
    if level == "crisis":
        kinds = _OF_CRISIS.kinds_for(words)
        kinds += _OF_CRISIS_AT_ONCE.kinds_for(words) if is_talked_about else ()
    else:
        kinds = _OF_DANGER.kinds_for(words)
        kinds = tuple(kind for kind in kinds if is_talked_about or kind.name in _SAID_LATER)
    found = next((kind.name for kind in kinds if is_of_kind(words, kind)), "")
    if not found and is_talked_about:
        return _about_something_else(words) or _explained(words)
    return _of_urgency(found, words) if level == "urgent" else found


def _of_urgency(found: str, words: Sequence[str]) -> str:
    """Return the kind that something said to an urgent card is.

    Such a card says nothing of driving, so that a question about it is "what-now". Who was told to wait by the team
    that they called was "helped".
    """
    if found == "drive":
        return "what-now"
    is_asked = not _CALLING.isdisjoint(words) or not _TOLD.isdisjoint(words)
    return "helped" if found == "wait" and is_asked and not _PUT_OFF.intersection(words) else found


_TOLD = word_set("told said")
_PUT_OFF = word_set("i will can could should may") - {"i"}


_PETS_AND_STORIES = word_set(
    "dog cat puppy kitten horse pet bird rabbit movie film book story song show quote novel"
)
_OPENING_TELLING = word_set("it that this no")


def _about_something_else(words: Sequence[str]) -> str:
    """Read "no, I meant my dog" and "it was in a movie": an animal or a story, and no person."""
    is_told = words[0] in _OPENING_TELLING or not {"meant", "mean"}.isdisjoint(words)
    return "story" if is_told and _PETS_AND_STORIES.intersection(words) else ""


_LONGEST_EXPLANATION = 8
_OPENING_EXPLANATIONS = word_set("it that this false was probably just only maybe oh no")
_EXPLAINING = word_set("just only probably maybe was alarm")
_NO_EXPLANATION = NOT | word_set(
    "worse bad again still hurt hurts pain blood but if than when what how stroke heart seizure clot infection"
)


def _explained(words: Sequence[str]) -> str:
    """Read "it's just heartburn" and "false alarm, it was coffee"; the answer to it never says that all is well."""
    is_explained = words[0] in _OPENING_EXPLANATIONS and _EXPLAINING.intersection(words)
    is_short = len(words) <= _LONGEST_EXPLANATION
    return "explained" if is_explained and is_short and _NO_EXPLANATION.isdisjoint(words[1:]) else ""


_TELLS_OF_ONESELF = word_set("i me my myself nobody it they he she we you")
_ASKS = ASKING_FIRST - {"am", "is", "are", "was", "do", "will"} | word_set("tell know about explain")


def only_tells(words: Sequence[str]) -> bool:
    """Return whether a message tells of somebody and asks nothing: after a crisis card, it is to be heard."""
    is_question = words[0] in ASKING_FIRST or not _ASKS.isdisjoint(words)
    return not is_question and not _TELLS_OF_ONESELF.isdisjoint(words)
