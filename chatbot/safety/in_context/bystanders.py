"""Signs of those who are no patients here: an animal, a small child, the next bed; and what somebody teaches."""

from itertools import pairwise

from chatbot.safety.in_context.context import Context, between, start_of_clause
from chatbot.safety.in_context.persons import FIRST, is_relative
from chatbot.safety.reading.places import Place

# Animals are no patients here; what they do to people is.
_ANIMALS = frozenset(
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
# "I teach first aid for chest pain": a sign that somebody teaches or sells something about is nobody's.
_TRADING = frozenset("teach train lecture instruct sell coach practice practise study translate".split())
_NOT_WHAT_IS_TAUGHT = frozenset(
    """with have had has got getting feel am is are was since but despite through while when because my me i now
    can started began hurts keeps""".split()
)


def is_a_bystanders(place: Place, context: Context, low: int, high: int, *, sign: str) -> bool:
    """Return whether a sign, by its id, belongs to no patient of ours, or is only what somebody teaches (rule 14)."""
    return (
        (not _ANIMALS.isdisjoint(context.texts) and _begins_with(_ANIMALS, place, context, low))
        or (sign in _OF_SMALL_CHILDREN and _is_a_small_childs(place, context, low, high))
        or _is_taught(place, context, low)
        or _is_told_of_a_hospital(place, context, low, high)
    )


def _begins_with(subjects: frozenset[str], place: Place, context: Context, low: int) -> bool:
    """Return whether one of these subjects begins a sign's sentence, and nobody else is named before the sign."""
    words, content = context.reading.words, context.reading.content
    start = start_of_clause(content[low], context)
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


def _is_a_small_childs(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a small child has the sign, and no operation of the child is told."""
    texts = [word.text for word in context.reading.words]
    operations = (context.reading.content[spot.first] for spot in between(context, "surgery-word", low, high))
    is_operated = any(at and texts[at - 1] in _BEFORE_A_CHILDS_OPERATION for at in operations)
    pauses = (at for at in range(place.first + 1, place.last + 1) if context.marks[at])
    told = place._replace(last=next(pauses, place.last + 1) - 1)  # "my baby pees the bed, can I lift her"
    children = _SMALL_CHILDREN | (_LITTLE if "little" in texts else frozenset())
    return not is_operated and _begins_with(children, told, context, low)


def _is_taught(place: Place, context: Context, low: int) -> bool:
    """Return whether a sentence begins with what somebody teaches or sells, and the sign is a part of that."""
    words, content = context.reading.words, context.reading.content
    start, end = start_of_clause(content[low], context), content[place.last]
    said = [word.text for word in words[start : end + 1]]
    if said[:1] not in (["i"], ["we"]) or _TRADING.isdisjoint(said[1:3]):
        return False
    following = (word.text for word in words[end + 1 : end + 2] if not word.mark)
    between_them = {*said[2:], *following}
    has_pause = any(word.mark for word in words[start + 1 : end + 1])
    return not has_pause and _NOT_WHAT_IS_TAUGHT.isdisjoint(between_them)


def _is_told_of_a_hospital(place: Place, context: Context, low: int, high: int) -> bool:
    """Return whether a sentence tells what somebody in the next bed had: "my roommate in rehab could not pee"."""
    texts = context.texts[low : high + 1]
    if _HOSPITAL.isdisjoint(texts) or _TOLD_AS_PAST.isdisjoint(texts):
        return False
    words, content = context.reading.words, context.reading.content
    said = [word.text for word in words[start_of_clause(content[low], context) : content[place.last] + 1]]
    is_named = any(
        text in _ROOM_MATES and after in (_BESIDE_ME if text in _ONE_UNDER_CARE else _IN_A_BED)
        for text, after in pairwise(said)
    )
    is_now = any(
        not spot.first or context.texts[spot.first - 1] not in _WELL
        for spot in between(context, "current", low, high)
    )
    return is_named and not is_now and _OF_THE_WRITER.isdisjoint(said[1:])
