"""What only sounds like a hint at a wish to die: a visit that is cancelled, a letter to an office, enough of pills.

Such messages are short and say less than one must know, so that likeness goes by a word or two. Each of these must say
what it is about, and may say nothing beside it but words of a closed list: one word more ("if I had the nerve",
"tonight", "my children"), and it is read as ever.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.english.function_words import KIN, MONTHS, WEEKDAYS
from chatbot.safety.by_likeness.everyday import COMMON, Everyday, is_everyday_sign, tells_only
from chatbot.safety.signs import Finding

# Who cancels a visit: "I won't be able to make it on Friday". Not "to Friday", "till" or "through the night".
_VISIT = r"(?:appointment|appt|visit|follow up|consult|consultation|surgery|procedure|injection|mri|scan|pre op|class)"
_DATE = rf"(?:{'|'.join(sorted(WEEKDAYS))}|tomorrow|in time|on time|by \w+|{_VISIT}|reschedule|cancel|another day)"
_NOT_ABLE = (
    r"(?:will|would|may|might|am) (?:(?:probably|most|likely|unfortunately) )*not (?:going to )?be able to"
)
_COMING = (
    r"(?:make it(?: in)?|come(?: in)?|be there|attend|(?:make|keep|attend) (?:my|our|the|his|her))"
    rf"(?: (?:to|for) (?:my|our|the|his|her) {_VISIT})?"
)
_NOT_COMING = Everyday(
    frozenset("make come there attend keep".split()),
    rf"\b(?:{_NOT_ABLE} {_COMING}|(?:will|would|can|could|may|might) not {_COMING}(?=.* {_DATE})"
    rf"|do not think (?:i|we) (?:will|can) {_COMING}(?=.* {_DATE}))"
    r"(?! (?:to|till|until|through|much|any|no|back|home)\b)",
    COMMON.union(
        WEEKDAYS,
        MONTHS,
        """on for at in next week month tomorrow morning afternoon appointment appt visit follow up consult surgery
        procedure injection mri scan by one two three four five eight nine ten eleven noon oclock am pm o clock sorry
        can could we reschedule move cancel change another day time instead if something came work but have need to
        first second""".split(),
    ),
)
# "I wrote the letter to my insurance", "the doctor's note is written": to whom, or whose, tells what it is for.
_LETTER_OF_AN_OFFICE = Everyday(
    frozenset("letter letters note notes appeal".split()),
    r"\b(?:(?:letters?|notes?|appeal) (?:to|for|from) (?:(?:my|the|our|your|his|her) )?"
    r"(?:insurance|insurer|employer|boss|work|job|doctor|surgeon|clinic|office|hospital|school|landlord|airline|hr)"
    r"|(?:doctor|nurse|surgeon|work|school|insurance|excuse|referral|discharge|clinic|sick) (?:letters?|notes?))\b",
    COMMON
    | frozenset(
        """wrote written write writing ready done signed finished sent send are was were has have got get already now
        where when can do need should on for to of about bring with copy need company leave""".split()
    ),
)
# "I would do it myself", "I'd rather do it myself than pay a nurse". Never with a "tonight", an "if" or an end.
_DONE_BY_ONESELF = Everyday(
    frozenset(("myself", "ourselves")),
    r"\b(?:do|did|done|doing) (?:(?:it|that|this|them) )?(?:all )?(?:by )?(?:myself|ourselves)\b",
    (COMMON - {"today"})
    | frozenset(
        """would rather could can should will have to need than pay paying hire hiring nurse aide or does at home
        instead prefer like better someone do stretches exercises dressing injections""".split()
    ),
)
# "Three flights of stairs is too much for me". Not "all", "life", "this" or "anymore".
_TOO_MUCH_OF_IT = Everyday(
    frozenset(("much",)),
    r"\b(?:is|are|was|were|be|looks|seems|sounds|feels) (?:(?:way|just|a|bit|still|almost|maybe|probably) )*too much"
    r" for (?:me|us|him|her)\b",
    COMMON
    | frozenset(
        """stairs stair steps flight flights of drive driving ride trip walk walking walks mile block blocks form forms
        information exercise exercises therapy pt class lifting sitting standing brace distance cost price copay fee can
        could would somebody someone help still one two three four five train subway bus with""".split()
    ),
)
# "I had enough of pills", "I take enough pills as it is"; "I have enough pills" may mean more.
_ENOUGH_OF_A_TREATMENT = Everyday(
    frozenset(("enough",)),
    r"\b(?:had (?:(?:quite|more than|about|just) )?enough of (?:(?:the|these|those|my|this|all these) )?"
    r"|take (?:(?:more than|quite) )?enough )"
    r"(?:pills|tablets|meds|medicine|medication|medications|tests|injections|shots|needles|therapy|pt"
    r"|brace|scans|waiting)\b",
    COMMON
    | frozenset(
        """already as it is what else there are have has would like something other another instead now options for
        without can try""".split()
    ),
)
# Who asks whether there is hope has not said that there is none: "I already take pills. Is there hope".
_IS_THERE_HOPE = Everyday(
    frozenset(("hope",)),
    r"\bis there (?:(?:any|still|some) )*hope\b",
    COMMON
    | frozenset(
        """already take taking tried have had pills meds therapy injections shots surgery fusion without for of back
        neck spine disc pain stenosis scoliosis that me my still and with getting better someone like""".split()
    ),
)
# Who is fetched: "tell my kids I love them, they are picking me up".
_FETCHED = Everyday(
    frozenset("pick picking picks waiting drive driving".split()),
    r"\b(?:(?:pick|picking|picks) (?:me|us) up|in the waiting room|(?:drive|driving) me home)\b",
    COMMON
    | KIN
    | frozenset(
        """tell love them they are ready can will at in on for noon one two three four five now outside they there
        here am fine done""".split()
    ),
)
# Who wants, or does not want, to be under: "I was hoping not to be put under".
_PUT_UNDER = Everyday(
    frozenset(("under",)),
    r"\bput (?:me |him |her )?(?:all the way |fully |completely )?under\b",
    COMMON
    | frozenset(
        """hoping hope hoped want wanted prefer would rather like to be not for this procedure injection surgery mri do
        you will can have need or with should""".split()
    ),
)
# "The therapist was a waste, I won't be going back"; "I don't want to live on pills".
_NOT_AGAIN = Everyday(
    frozenset("back live".split()),
    r"\b(?:(?:will|would) not (?:be )?(?:go|going) back(?: (?:there|to (?:him|her|them|that|pt|therapy)))?"
    r"|(?:do|does|did) not want to live on (?:pills|meds|painkillers|medication|opioids|gabapentin|percocet))\b",
    COMMON
    | frozenset(
        """pain psychologist therapist chiropractor acupuncturist pt therapy doctor clinic waste of time money useless
        rude did nothing for help been there to them him her other options else have""".split()
    ),
)
# "I have the pills in my hand, do I take them with food": how one dose is taken. Not "all", "how many", "at once".
_ONE_DOSE = Everyday(
    frozenset("pills pill tablets bottle meds".split()),
    r"\b(?:(?:do|should|can|must|may) i take (?:them|it|these|this|one) (?:with|without|before|after|on)"
    r"|with (?:food )?or without|how many hours (?:between|apart)|how often)\b",
    COMMON
    | frozenset(
        """have got holding hold pills pill tablets bottle meds in hand front of here with them these this food or water
        milk stomach empty full before after breakfast lunch dinner meal meals mri scan between doses dose apart can
        take to on does say it should""".split()
    ),
)
# Who is away in a month that is named: "I will be gone all July". A week, or "soon", may be meant otherwise.
_AWAY = Everyday(
    MONTHS,
    r"\b(?:(?:will|would|am going to) (?:not )?be (?:gone|around|here|home|away)) "
    rf"(?:all|most|for|in|during|until) (?:of )?(?:{'|'.join(sorted(MONTHS))})\b",
    COMMON.union(
        MONTHS,
        "on vacation travel traveling can could do instead before after when call reschedule move".split(),
    ),
)
# What is not needed, done or gone through with: an operation, a visit.
_NOT_DOING_IT = Everyday(
    frozenset("not needing".split()),
    r"\b(?:decided not to (?:do|have|go through with) (?:it|this|that)"
    r"|am not going to (?:do|have|go through with) (?:it|that)"
    rf"|will not (?:be need(?:ing)?|need) (?:my|the|that|this) {_VISIT})\b",
    COMMON | frozenset("surgery operation after all for now anymore decided changed mind yet".split()),
)
# Household accidents: "I burned my hand on the stove", "I hurt myself again at work".
_ACCIDENT = Everyday(
    frozenset(
        "stove oven iron grill coffee pan kettle work gym walker door cane table lifting shoveling".split()
    ),
    r"\b(?:(?:burned|burnt|burn) (?:my|his|her) (?:hand|finger|fingers|arm|thumb|tongue) (?:on|with|cooking)"
    r"|hurt myself(?: again)?|(?:hit|banged|bumped) (?:myself|my \w+))\b",
    COMMON
    | frozenset(
        """on with at in while by the stove oven iron grill hot coffee pan kettle cooking work gym walker door cane
        table lifting shoveling box snow yesterday can still have come for injection surgery accident
        mistake""".split()
    ),
)
# Sayings and lists: "it's over my head", "delete myself from your list", "no point in waiting", "20 again".
_SAYING = Everyday(
    frozenset("head list portal emails point again better phone line wake".split()),
    r"\b(?:over my head"
    r"|(?:delete|remove|take) (?:myself|me) (?:from|off) (?:your|the|this) (?:list|mailing list|portal|emails)"
    r"|no point (?:in|of) (?:waiting|calling|asking|arguing|appealing|coming)"
    r"|wish i (?:was|were) (?:twenty|thirty|forty|fifty|young|younger|\d+)"
    r"|better off (?:with another|with a different|driving|without (?:the|this) (?:brace|surgery|pills"
    r"|rods|hardware))"
    r"|hold (?:on )?(?:on )?the (?:phone|line)|not wake up (?:at|before) (?:\d+|four|five|six|seven))\b",
    COMMON
    | KIN
    | frozenset(
        """how can could not would rather there again any longer they be surgeon doctor clinic practice for an
        appointment date in""".split()
    ),
)
# Who prays, or exclaims, says nothing of dying: "I pray for all of you", "lord have mercy". Not "take me", "forgive me"
# or "in God's hands", which may be a farewell.
_PRAYING = Everyday(
    frozenset("pray prays praying prayers prayer lord god mercy mass church jesus rosary".split()),
    r"\b(?:(?:pray|prays|praying|prayers?) for (?:(?:all|each|every one|everyone) (?:of )?)?"
    r"(?:you|yall|us|them|your|the) ?(?:all|guys|family|doctors|nurses|staff|team|surgeon|surgeons)?"
    r"|(?:lord|god|jesus) (?:have mercy|bless(?: you)?|willing|is good|keep you|be with you)"
    r"|(?:oh|good|dear) (?:my )?(?:lord|god)"
    r"|(?:go|goes|going) to (?:mass|church)|(?:thank|praise) (?:god|the lord|jesus))\b",
    COMMON
    | WEEKDAYS
    | frozenset(
        """may every each day night morning sunday clinic office staff doctors nurses surgeon when can come in for
        wait long hours your you all of and appointment what where how much time this place line queue back again with
        at be pray prays""".split()
    ),
)
# Who ends the talk: "that was all, goodbye", "I am all set, goodbye". Not "I am done", "time to go", "goodbye forever".
_TALK_IS_OVER = Everyday(
    frozenset("all everything it question questions off out set there that go".split()),
    r"\b(?:(?:that|this|it) (?:is|was|will be|would be)"
    r" (?:it(?: from me)?|(?:all|everything)(?: i (?:need|needed|wanted|had))?)"
    r"|(?:no (?:more|other|further)|(?:my|the) (?:last|final)) questions?|all set|let you go|over and out"
    r"|(?:signing|logging) (?:off|out)|that (?:covers|concludes|does|wraps up) it|leave it (?:there|at that)"
    r"|(?:was|is) (?:nice|good|lovely|great) (?:talking|chatting|speaking) (?:to|with) you"
    r"|(?:thanks|thank you) for (?:everything|all you have done"
    r"|(?:all )?(?:your|the) (?:help|time|answers|information)))\b",
    COMMON
    | frozenset(
        """goodbye bye okay will now have had for then alright right great well nice good day evening night weekend one
        you your take care see later all from much been helpful kind""".split()
    ),
)
_FALSE_HINTS = (
    _TALK_IS_OVER,
    _PRAYING, _AWAY, _NOT_DOING_IT, _ACCIDENT, _SAYING,
    _NOT_COMING, _LETTER_OF_AN_OFFICE, _DONE_BY_ONESELF, _TOO_MUCH_OF_IT, _ENOUGH_OF_A_TREATMENT, _IS_THERE_HOPE,
    _FETCHED, _PUT_UNDER, _NOT_AGAIN, _ONE_DOSE,
)  # fmt: skip

# The signs that the rules make of the same words.
_SIGNS = frozenset(("wish-to-die", "suicide-thoughts", "self-harm"))


def is_false_hint(tokens: Sequence[str]) -> bool:
    """Return whether words that only likeness takes for a crisis tell of nothing but one of these."""
    return any(tells_only(tokens, one) for one in _FALSE_HINTS)


def is_ordinary(finding: Finding, tokens: Sequence[str]) -> bool:
    """Return whether what the rules take for a sign is nothing but one of these, or everyday life."""
    if finding.level == "crisis" and _SIGNS.issuperset(finding.signs) and is_false_hint(tokens):
        return True
    return finding.level != "none" and is_everyday_sign(finding, tokens)
