"""Whether anybody here and now has a sign, or it belongs to somebody's past, a story or an animal (rules 14 and 16).

A sign of somebody else who is unwell now counts like the writer's own; which of the two it is, `whose` says afterwards.
"""

from itertools import pairwise

from chatbot.safety.context import Context, Status, between, has
from chatbot.safety.lookup import families_of
from chatbot.safety.places import Place
from chatbot.safety.timing import has_long_past, past_places
from chatbot.safety.windows import (
    FEARED_AFTER_RAW,
    LEADING_IN,
    OWN_SIGN,
    PERSON_AFTER_RAW,
    STORY_AFTER,
    STORY_SENTENCES,
)

OTHERS = Status("other", "rule 14: somebody else's past, or a story")

FIRST = frozenset("i me my mine myself we our us".split())
# Persons who are named in the clause of a sign. "Hers" is none of them: there it is a thing that was named before.
_PERSONS = FIRST | frozenset("he she his her him himself herself ours".split())
_OWN = frozenset("i my me mine".split())
_OWN_BUT_I = _OWN - {"i"}
# Somebody whom a story is about. "I read your page. His face droops" tells no story.
_IN_A_STORY = frozenset(
    """man woman guy lady girl boy person people patient patients someone somebody one case story post article they
    their celebrity singer actor player character""".split()
)
# "My", and what it may own without making a sign the writer's own: "what does my surgeon do for numbness".
_OWNING = frozenset("my our his her".split())
_FRAMING_AFTER_MY = frozenset(
    "surgeon doctor doc insurance surgery fusion operation revision procedure report mri xray x scan question"
    " appointment consent form friend neighbor insurer policy results chart records record therapist"
    " rods screws hardware hospital plan pt age job boss work first second redo upcoming case condition".split()
)
# "A man of my village is numb": groups and places that the writer belongs to do not make a sign the writer's own.
_OWNED_CROWDS = frozenset(
    """village town street road building block church parish group forum office work gym class school team unit ward
    neighborhood online facebook support""".split()
)
_SUBJECTS = frozenset("i we he she".split())
# "A man in your lobby is shaking" tells no story: the stranger is here. So are these places, behind one of the words.
_PLACES_HERE = frozenset(
    "lobby elevator hallway hall desk lot restroom bathroom garage floor room entrance office stairs stairwell".split()
)
_BEFORE_A_PLACE_HERE = frozenset("your the this waiting front parking reception".split())
# People whom somebody meets at work. Plurals only, because "my client cannot breathe" may be happening now.
_AT_WORK = frozenset(
    """people patients clients residents customers babies children kids students swimmers animals horses bodies men
    women folks victims drunks""".split()
)
_ONE = frozenset(
    "someone somebody man woman guy lady boy girl child patient client resident person one he she".split()
)
_OF_WORK = frozenset("job work trade shift bag patients clients".split())
_STRANGERS = frozenset("someone somebody person man woman guy lady visitor patient".split())
_BESIDE = frozenset("next beside near front".split())
_NOT_SO = frozenset("do does did if whether will would could can not never until".split())
_FEARED = frozenset({("happen", "to", "me"), ("happen", "to", "us"), ("happen", "to", "mine")})
# Animals are no patients here; what they do to people is.
ANIMALS = frozenset(
    """dog dogs cat cats puppy puppies kitten kittens horse pony goat hamster rabbit bunny parrot bird ferret cow sheep
    pig goose duck turtle lizard snake fish gerbil pug poodle labrador beagle terrier pet pets""".split()
)
_NO_ANIMAL = (["scan"], ["walker"], ["sitter"])  # behind "cat" and "dog"
_BEFORE_AN_ANIMAL = frozenset(
    """my our the his her a an old little poor big other new own neighbors neighbor friends son sons daughter daughters
    sister brother mom and also so help please hi hello vet says said thinks put this that is s was""".split()
)
_DONE_BY_ANIMALS = frozenset(
    """bit bite bites bitten scratched scratches jumped jumps pulled pulls knocked knocks tripped licked licks clawed
    ran kicked kicks stepped threw died dead pushed hit passed opened tore gone sat lay it""".split()
)
_BEFORE_WHO_ASKS = frozenset("can could should may will would might do before did".split())
_BEFORE_ME = frozenset("tell give remind send show help".split())
_THINKING = frozenset("read heard saw wonder understand want would know wanted need see look found".split())
_BEING_TOLD = frozenset("told handed given reading wondering".split())
_HAVING = frozenset("have am feel got keep had noticed woke started".split())
# "Can a loose screw make my leg numb": talk, with the quiet line (rule 25).
_ASKING_WHAT_MAY_BE = frozenset("can could would might will".split())
_OF_WHO_ASKS = frozenset("my me i".split())
# Signs that every small child has, and that say nothing of its spine, unless the child itself was operated on.
_OF_SMALL_CHILDREN = frozenset(("leaking-urine", "bowel-control", "fever"))
_SMALL_CHILDREN = frozenset("baby babies grandbaby newborn newborns infant toddler toddlers".split())
_LITTLE = frozenset("girl boy one".split())  # "my little girl"; a girl may be of any age
_BEFORE_A_CHILDS_OPERATION = frozenset("his her the had spine back scoliosis spinal".split())
# "My roommate in rehab could not pee": people in the next bed, whose signs are told as a story.
_ROOM_MATES = frozenset("roommate roomie man woman guy lady patient person girl boy".split())
_BESIDE_ME = frozenset("next beside".split())
_IN_A_BED = _BESIDE_ME | {"in", "across"}
# "Patient in rehab, could not pee" is what staff write of theirs.
_ONE_UNDER_CARE = frozenset(("patient", "person"))
_WELL = frozenset("ok okay fine well good better".split())
_HOSPITAL = frozenset("hospital rehab ward icu".split())
_OF_THE_WRITER = frozenset("i my mine".split())
_TOLD_AS_PAST = frozenset("had was were could did kept got".split())
_LIVES = (("all", "his", "life"), ("all", "her", "life"), ("all", "their", "lives"))
# "I teach first aid for chest pain": a sign that somebody teaches or sells something about is nobody's.
_TRADING = frozenset("teach train lecture instruct sell coach practice practise study translate".split())
_NOT_WHAT_IS_TAUGHT = frozenset(
    """with have had has got getting feel am is are was since but despite through while when because my me i now
    can started began hurts keeps""".split()
)


def is_relative(text: str, context: Context) -> bool:
    """Return whether a word names a person (the family "relative"), misspelt ones and plurals included."""
    return context.numbers["relative"] in families_of(text, context.rules)


def is_said_of_oneself(place: Place, context: Context) -> bool:
    """Return whether words behind a sign say that the writer has it as well: "the same is happening to me"."""
    texts = {word.text for word in context.reading.words[context.reading.content[place.last] :]}
    return not _OWN.isdisjoint(texts) and _is_said_of_oneself_later(place, context)


def others(
    place: Place, context: Context, low: int, high: int, *, sign: str, is_current: bool
) -> Status | None:
    """Return OTHERS for a sign that nobody here has now (rule 14), None for any other.

    `sign` is its id. `is_current`: its sentences say "now", "today" or the like, so that no past is told.
    """
    if not ANIMALS.isdisjoint(context.texts) and _begins_with(ANIMALS, place, context, low):
        return OTHERS
    if sign in _OF_SMALL_CHILDREN and _is_a_small_childs(place, context, low, high):
        return OTHERS
    if _is_taught(place, context, low) or _is_told_of_a_hospital(place, context, low, high):
        return OTHERS
    if "happen" in context.texts and _is_feared_for_oneself(place, context):
        return OTHERS
    is_others = _is_a_story(place, context, low, high) or (
        not is_current
        and (_is_others_past(place, context, low, high) or _is_met_at_work(place, context, low, high))
    )
    if not is_others or _is_said_of_oneself_later(place, context) or is_here_and_now(context, low, high):
        return None
    return OTHERS


def is_here_and_now(context: Context, low: int, high: int) -> bool:
    """Return whether a sentence tells of somebody in this house: a stranger in the lobby, or "next to me"."""
    words, content = context.reading.words, context.reading.content
    start, end = _start_of_clause(content[low], context), content[high]
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


def is_pointed_back_to(context: Context, low: int, high: int) -> bool:
    """Return whether these words say that the writer has what was told: "mine did", "that happened to me" (rule 16).

    Not "do I have that", "I do not have that" or "will that happen to me".
    """
    words, content = context.reading.words, context.reading.content
    for spot in between(context, "mine-too", low, high):
        start = content[spot.first]
        before = {word.text for word in words[max(0, start - 2) : start]}
        is_feared = "happen" in context.texts[spot.first : spot.last + 1]
        if context.denied_by[spot.first] < 0 and before.isdisjoint(_NOT_SO) and not is_feared:
            return True
    return False


def _is_said_of_oneself_later(place: Place, context: Context) -> bool:
    """Return whether the rest of a sign's sentence, or the next one, says that the writer has it, too."""
    _, end = context.bounds.get(
        context.sentence[place.last] + 1, context.bounds[context.sentence[place.last]]
    )
    return is_pointed_back_to(context, place.last + 1, end)


def _is_feared_for_oneself(place: Place, context: Context) -> bool:
    """Return whether the writer only fears what somebody else had: "will that happen to me", behind the sign."""
    words, content = context.reading.words, context.reading.content
    end = min(len(words), content[place.last] + FEARED_AFTER_RAW)
    return any(
        tuple(word.text for word in words[at : at + 3]) in _FEARED
        for at in range(content[place.last] + 1, end)
    )


def _is_a_small_childs(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a small child has the sign, and no operation of the child is told."""
    texts = [word.text for word in context.reading.words]
    operations = (context.reading.content[spot.first] for spot in between(context, "surgery-word", low, high))
    is_operated = any(at and texts[at - 1] in _BEFORE_A_CHILDS_OPERATION for at in operations)
    pauses = (at for at in range(place.first + 1, place.last + 1) if context.marks[at])
    told = place._replace(last=next(pauses, place.last + 1) - 1)  # "my baby pees the bed, can I lift her"
    children = _SMALL_CHILDREN | (_LITTLE if "little" in texts else frozenset())
    return not is_operated and _begins_with(children, told, context, low)


def _is_told_of_a_hospital(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a sentence tells what somebody in the next bed had: "my roommate in rehab could not pee"."""
    texts = context.texts[low : high + 1]
    if _HOSPITAL.isdisjoint(texts) or _TOLD_AS_PAST.isdisjoint(texts):
        return False
    words, content = context.reading.words, context.reading.content
    said = [word.text for word in words[_start_of_clause(content[low], context) : content[place.last] + 1]]
    is_named = any(
        text in _ROOM_MATES and after in (_BESIDE_ME if text in _ONE_UNDER_CARE else _IN_A_BED)
        for text, after in pairwise(said)
    )
    is_now = any(
        not spot.first or context.texts[spot.first - 1] not in _WELL
        for spot in between(context, "current", low, high)
    )
    return is_named and not is_now and _OF_THE_WRITER.isdisjoint(said[1:])


def _is_taught(place: Place, context: Context, low: int) -> bool:
    """Return whether a sentence begins with what somebody teaches or sells, and the sign is a part of that."""
    words, content = context.reading.words, context.reading.content
    start, end = _start_of_clause(content[low], context), content[place.last]
    said = [word.text for word in words[start : end + 1]]
    if said[:1] not in (["i"], ["we"]) or _TRADING.isdisjoint(said[1:3]):
        return False
    following = (word.text for word in words[end + 1 : end + 2] if not word.mark)
    between_them = {*said[2:], *following}
    has_pause = any(word.mark for word in words[start + 1 : end + 1])
    return not has_pause and _NOT_WHAT_IS_TAUGHT.isdisjoint(between_them)


def _begins_with(subjects: frozenset[str], place: Place, context: Context, low: int) -> bool:
    """Return whether one of these subjects begins a sign's sentence, and nobody else is named before the sign."""
    words, content = context.reading.words, context.reading.content
    start = _start_of_clause(content[low], context)
    end = content[place.last] + 1
    said = [word.text for word in words[start:end]]
    at = next((at for at, text in enumerate(said) if text in subjects), -1)
    if (
        at < 0
        or said[at + 1 : at + 2] in _NO_ANIMAL
        or not _BEFORE_AN_ANIMAL.issuperset(text for text in said[:at] if not is_relative(text, context))
    ):
        return False
    after = said[at + 1 :]
    return FIRST.isdisjoint(after) and _DONE_BY_ANIMALS.isdisjoint(after)


def _is_a_story(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a sign was read, seen or told of, in its sentence or in the two before (rule 14)."""
    if _is_own_sign(place, context, low):
        return False
    if has(context, "story", max(low, place.first - LEADING_IN), min(high, place.last + STORY_AFTER)):
        return True
    first = context.sentence[low]
    earlier = (context.bounds.get(first - back) for back in range(1, STORY_SENTENCES + 1))
    return any(
        has(context, "story", *bounds) and not _IN_A_STORY.isdisjoint(context.texts[bounds[0] : high + 1])
        for bounds in earlier
        if bounds
    )


def _is_own_sign(place: Place, context: Context, low: int) -> bool:
    """Return whether the writer is named ("I", "my") right before a sign, or inside of it."""
    words, content = context.reading.words, context.reading.content
    start = content[max(low, place.first - OWN_SIGN)]
    return (
        any(
            words[index].text in _OWN and words[index + 1].text not in _OWNED_CROWDS
            for index in range(max(0, start - 1), content[place.last])  # "my", a small word, may stand before
        )
        or words[content[place.last]].text in _OWN
    )


def _is_others_past(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a sign belongs to a family history or to a relative's past (rule 14)."""
    near_low = max(low, place.first - LEADING_IN)
    if has(context, "others-had", near_low, place.last) and not has(context, "report-question", low, high):
        return True
    if has(context, "ill-family", low, high) and (
        past_places(context, low, high) or has(context, "information-word", low, high)
    ):
        return True
    return has(context, "relative", near_low, place.last) and (
        has_long_past(place, context, low, high)
        or ("had" in context.texts[near_low : place.last] and _is_of_a_whole_life(place, context))
        or (has(context, "outcome", place.last + 1, high) and "had" in context.texts[near_low : place.last])
    )


def _is_of_a_whole_life(place: Place, context: Context) -> bool:
    """Return whether "all his life" stands right behind a sign."""
    start = context.reading.content[place.last] + 1
    return tuple(word.text for word in context.reading.words[start : start + 3]) in _LIVES


def _is_met_at_work(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether people met at work have the sign: "I am a paramedic and lift unconscious people".

    It is theirs where they are named last, of all persons up to the word behind the sign.
    """
    earlier = context.bounds.get(context.sentence[low] - 1, (low, low))[0]
    if not has(context, "work-talk", earlier, high):
        return False
    words, content = context.reading.words, context.reading.content
    start, sign_end = _start_of_clause(content[low], context), content[place.last]
    is_own = any(
        words[index].text in _OWN_BUT_I
        and not _OF_WORK.intersection(word.text for word in words[index + 1 : index + 2])
        for index in range(start, content[high] + 1)
    )
    if is_own:
        return False
    named = [word.text for word in words[content[earlier] : sign_end + 2]]
    last = next((text for text in reversed(named) if text in _AT_WORK | _ONE | _PERSONS), "")
    return last in _AT_WORK


def is_personal(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether the clause of a sign speaks of somebody in particular (rule 16).

    A person does not count who is only named to ask the question ("can I ask", "my surgeon").
    """
    words, content = context.reading.words, context.reading.content
    start = _start_of_clause(content[low], context)
    sign_end = content[place.last]
    asks_what_may_be = words[start].text in _ASKING_WHAT_MAY_BE
    for index in range(start, min(content[high], sign_end + PERSON_AFTER_RAW) + 1):
        text = words[index].text
        is_person = text in _PERSONS or (index <= sign_end and is_relative(text, context))
        if not is_person or _only_frames(index, context):
            continue
        following = words[index + 1].text if index + 1 < len(words) else ""
        is_talk = asks_what_may_be and text in _OF_WHO_ASKS and index > start
        if not is_talk or (text == "i" and following in _HAVING):
            return True
    return False


def _start_of_clause(start: int, context: Context) -> int:
    """Return the place of the first of the small words that lead to the word at `start`, in the same sentence."""
    words, sentence = context.reading.words, context.reading.sentence
    while start and words[start - 1].text in context.rules.fillers and sentence[start - 1] == sentence[start]:
        start -= 1
    return start


def _only_frames(index: int, context: Context) -> bool:
    """Return whether a person frames the question and no sign: "can I ask", "my surgeon", "tell me", "I was told"."""
    words = context.reading.words
    text = words[index].text
    previous = words[index - 1].text if index else ""
    following, second = (*(word.text for word in words[index + 1 : index + 3]), "", "")[:2]
    tests = {
        "owns": text in _OWNING and (following in _FRAMING_AFTER_MY or second in _FRAMING_AFTER_MY),
        "asks": text in _SUBJECTS and previous in _BEFORE_WHO_ASKS,
        "is to be told": text == "me" and previous in _BEFORE_ME,
        "thinks": text == "i" and following in _THINKING,
        "was told": text == "i" and following == "was" and second in _BEING_TOLD,
    }
    return any(tests.values())
