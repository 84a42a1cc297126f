"""Whether a clause speaks of somebody in particular, or of somebody in this house (rules 14 and 16)."""

from chatbot.safety.in_context.context import Context, start_of_clause
from chatbot.safety.in_context.presupposing import is_asked_why
from chatbot.safety.reading.lookup import families_of
from chatbot.safety.reading.places import Place
from chatbot.safety.windows import PERSON_AFTER_RAW

FIRST = frozenset("i me my mine myself we our us".split())
# Persons who are named in the clause of a sign. "Hers" is none of them: there it is a thing that was named before.
PERSONS = FIRST | frozenset("he she his her him himself herself ours".split())
OWN = frozenset("i my me mine".split())
# Many of them are nobody in particular: "do some patients faint".
_PEOPLE_IN_GENERAL = frozenset("patients".split())
# "My", and what it may own without making a sign the writer's own: "what does my surgeon do for numbness".
_OWNING = frozenset("my our his her".split())
_FRAMING_AFTER_MY = frozenset(
    "surgeon doctor doc insurance surgery fusion operation revision procedure report mri xray x scan question"
    " appointment consent form friend neighbor insurer policy results chart records record therapist"
    " rods screws hardware hospital plan pt age job boss work first second redo upcoming case condition".split()
)
_SUBJECTS = frozenset("i we he she".split())
# "A man in your lobby is shaking" tells no story: the stranger is here. So are these places, behind one of the words.
_PLACES_HERE = frozenset(
    "lobby elevator hallway hall desk lot restroom bathroom garage floor room entrance office stairs stairwell".split()
)
_BEFORE_A_PLACE_HERE = frozenset("your the this waiting front parking reception".split())
_STRANGERS = frozenset("someone somebody person man woman guy lady visitor patient".split())
_BESIDE = frozenset("next beside near front".split())
_BEFORE_WHO_ASKS = frozenset("can could should may will would might do before did".split())
_BEFORE_ME = frozenset("tell give remind send show help".split())
_THINKING = frozenset("read heard saw wonder understand want would know wanted need see look found".split())
_BEING_TOLD = frozenset("told handed given reading wondering".split())
_HAVING = frozenset("have am feel got keep had noticed woke started".split())
# "Can a loose screw make my leg numb": talk, with the quiet line (rule 25).
_ASKING_WHAT_MAY_BE = frozenset("can could would might will".split())
_OF_WHO_ASKS = frozenset("my me i".split())


def is_relative(text: str, context: Context) -> bool:
    """Return whether a word names a person (the family "relative"), misspelt ones and plurals included."""
    return context.numbers["relative"] in families_of(text, context.rules)


def is_personal(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether the clause of a sign speaks of somebody in particular (rule 16).

    A person does not count who is only named to ask the question ("can I ask", "my surgeon").
    """
    words, content = context.reading.words, context.reading.content
    start = start_of_clause(content[low], context)
    sign_end = content[place.last]
    asks_what_may_be = words[start].text in _ASKING_WHAT_MAY_BE
    for index in range(start, min(content[high], sign_end + PERSON_AFTER_RAW) + 1):
        text = words[index].text
        is_person = text in PERSONS or (
            index <= sign_end and text not in _PEOPLE_IN_GENERAL and is_relative(text, context)
        )
        if not is_person or _only_frames(index, context):
            continue
        following = words[index + 1].text if index + 1 < len(words) else ""
        is_talk = asks_what_may_be and text in _OF_WHO_ASKS and index > start
        if not is_talk or (text == "i" and following in _HAVING):
            return True
    return False


def _only_frames(index: int, context: Context) -> bool:
    """Return whether a person frames the question and no sign: "can I ask", "my surgeon", "tell me", "I was told"."""
    words = context.reading.words
    text = words[index].text
    previous = words[index - 1].text if index else ""
    following, second = (*(word.text for word in words[index + 1 : index + 3]), "", "")[:2]
    tests = {
        "owns": text in _OWNING and (following in _FRAMING_AFTER_MY or second in _FRAMING_AFTER_MY),
        "asks": text in _SUBJECTS and previous in _BEFORE_WHO_ASKS and not is_asked_why(index, context),
        "is to be told": text == "me" and previous in _BEFORE_ME,
        "thinks": text == "i" and following in _THINKING,
        "was told": text == "i" and following == "was" and second in _BEING_TOLD,
    }
    return any(tests.values())


def is_here_and_now(context: Context, low: int, high: int) -> bool:
    """Return whether a sentence tells of somebody in this house: a stranger in the lobby, or "next to me"."""
    words, content = context.reading.words, context.reading.content
    start, end = start_of_clause(content[low], context), content[high]
    if words[start].text in ("is", "does", "did", "has", "can", "could"):
        return False
    for index in range(start, end + 1):
        text, before = words[index].text, words[index - 1].text if index else ""
        if text in _PLACES_HERE and before in _BEFORE_A_PLACE_HERE:
            return True
        if text == "here" and before in _STRANGERS:
            return True
        if text == "me" and not _BESIDE.isdisjoint(
            word.text for word in words[max(start, index - 2) : index]
        ):
            return True
    return False
