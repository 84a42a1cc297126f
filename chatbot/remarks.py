"""What people say rather than ask: kind words, a farewell, "you type too much", "I lost my husband", "had it fused".

Reading alone; what is said back is `composing`'s. Safety has read the message before. Each kind is a closed list of
words (`word_kinds`), so that a question beside a remark ("thanks, and the scar tissue?") leaves it to be read as any
other. Only who tells of an operation may use a few words more, which the engine looks up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from chatbot.courtesy import is_only_courtesy, unwrap
from chatbot.function_words import ASKING_FIRST, FRIENDS, RELATIVES, STAFF
from chatbot.normalise import Question
from chatbot.parts import asks
from chatbot.word_kinds import NOT, KindTable, is_of_kind, word_set

# The longest message that is nothing but remarks, and the longest story of an operation.
LONGEST = 40
LONGEST_STORY = 26
MOST_ODD_WORDS = 3


class Remark(NamedTuple):
    """What a message says: its kind, "" for none, and the words of a story that its list does not know."""

    kind: str = ""
    odd_words: tuple[str, ...] = ()


# Nobody is too far away, or called too fondly, for a loss.
_RELATIVES = (
    RELATIVES
    | FRIENDS
    | word_set(
        """mama mommy papa daddy grandma grandpa gran granny nan nana grandmother grandfather granddaughter grandson
        boyfriend girlfriend fiance aunt auntie uncle cousin kid kids child children family spouse hubby niece nephew
        baby"""
    )
)
_PETS = word_set("dog cat puppy")
_NUMBERS = word_set(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety first second third half couple few several
    a"""
)
_TIMES = word_set(
    """year years yr yrs month months mo mos week weeks wk wks day days decade summer spring fall autumn winter
    christmas easter january february march april may june july august september october november december jan feb mar
    apr jun jul aug sept sep oct nov dec 2000"""
)
_AROUND_TIMES = word_set(
    """ago last past early late beginning end since before back now already about around almost nearly roughly over
    like maybe only just time than more or so next"""
)
_AGES = word_set("0 twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = word_set(
    """i we he she they it is am are was were be been has have had the a an my me us him her them his their our to at
    in on of for and now already just so ok okay yes yeah please then there here that this right really still well but
    oh ah um uh hey hm with too again today myself all very quite lol haha omg man dude bro bruh girl honey hon love
    dear sweetie dearie sir madam mate buddy pal actually honestly rn wow its"""
)
_LISTS = {
    "SMALL": _SMALL,
    "YOU": word_set("you your yourself yours thou ur u"),
    "RELATIVES": _RELATIVES,
    "STAFF": STAFF | word_set("receptionist lady guy staff they physio"),
    "NUMBERS": _NUMBERS | {"0"},
    "TIMES": _TIMES,
    "AGES": _AGES,
    "NOT": word_set("not no never nobody nothing without cannot none"),
    "KIND": word_set(
        """kind nice sweet good great smart clever helpful patient lovely wonderful awesome cool cute funny best amazing
        gentle polite brilliant genius adorable angel darling star gem treasure thoughtful considerate charming fun
        lifesaver sweetheart intelligent bright understanding excellent fantastic nicer better kinder smarter"""
    ),
    "AROUND-KIND": word_set(
        """kinda pretty such always thing little young person program robot thanks thank than nurse you your one old
        woman man lady fellow listener listening talking chatting to with how what aw aww seem sound explain job work
        big much more most ever people i doctors must say do does did gentleman friend being boy girl"""
    ),
    "DOING": word_set("what how where who when which do does did are have is or and ever"),
    "ASKING": word_set(
        "what how where who when which do does did are can could have is will would or and ever"
    ),
    "READING": word_set("read reading reads"),
    "TEXT": word_set(
        "text wall words word information info writing wordy blah sentences paragraphs stuff detail"
    ),
    "SHORT": word_set("short shorter shortly brief briefer briefly quick quicker condensed"),
    "UPSETTING": word_set(
        """scary scaring scares scared depressing depresses depressed sad sadder saddening worrying worries worried
        frightening frightens frightened frighten discouraging discouraged upset upsets upsetting terrifying terrifies
        grim hopeless anxious nervous bleak helpless disheartening dreadful"""
    ),
    "BAD": word_set(
        "bad worse awful terrible horrible lousy miserable rough dreadful good encouraging great nice"
    ),
    "RUINED": word_set(
        """ruined ruin ruins destroyed wrecked butchered botched crippled messed screwed fucked maimed mistake regret
        regretting worst"""
    ),
}

# Asked in this order. The names are those of `composing.REMARKS`, or of what `dialogue.asides` does.
_KINDS = KindTable("""
unheard = ?: listening listen hear & even not never hello really & YOU: do did to me what i said say am saying not
    never even anything

unheard = ?: are & you & listening: to me

unheard = ?: deaf blind asleep & YOU: are or what

unheard -: missed skipped overlooked & question & YOU: my the

unheard -: asked & something & else: i you

unheard = ?: did & you & hear read see & said wrote asked typed: what i

unheard = ?: answer answers answered answering answerd anwser & YOU question questions & not never why just even
    actually damn yet still: YOU why will do did does would could can never any single one questions try how about
    answer not me

unheard -: answer & me question: my question now

unheard = ?: ignored ignoring ignore dodging dodged avoiding dodge avoid evading & YOU: why do are me question you
    keep always just not what i said questions

unheard = ?: YOU & READING & wrote said typed asked write say type: even did do what i not you anything

unheard = ?: YOU & understand hear get & even: NOT do does did what i am saying said say you me

unheard =: typical figures: that is of course just as ever always how

goodbye -: give & up & YOU: i on now bye goodbye ok

unheard =: YOU & know & anything nothing: not do does did

unheard =: tells tell says explain answer answers said & that this & not nothing never: anything me does do did at all
    any much really

unheard =: useless bad terrible worthless stupid & answer answers: what

blame = ?: nobody & listening cares: why is to me about does in

unheard +: helping help helped & YOU: not never nothing me do did at all any much really

unheard -: already & told asked & i & you: that this what

repeats =: already alrdy alredy allready before same keep twice times yourself urself circles again & said saying
    say told tell
    telling repeating
    repeat repeats repeated & YOU: that this thing things over the same like a parrot stop just always NUMBERS you keep
    going in times answer as which exactly what

repeats -: been gone went & through over & this that: we already have

repeats =: repeating repeat & yourself urself: stop you do are like a parrot just keep always

repeats =: same & answer thing stuff & again over still always before answer: as that is the

repeats =: already alrdy alredy allready before & heard read know knew seen: i that this all it

repeats =: circles & YOU going talking round: in keep around

repeats =: just & said & you: that this it

repeats +: again: that this same thing one answer please not

simpler = ?: slow slower slowly fast quick & more please too not go going down you speak write type talk: much bit
    little could can would a type me

simpler =: understand understood follow understanding get & NOT: of any this that these those words anything much what
    you your are do does did can could say says saying said english all still word me you language at talking about

simpler = ?: explain tell say & five 5 0 kid child & like: it that this me to i a year years old

simpler = ?: mean & even all & what: does do that this it

simpler = ?: what & talking & about & you: are

simpler -: goes went flies & over & head: way it that this

simpler -: easy easier plain plainer & more please: in

simpler =: understand & hard difficult easy easier: is to me for make this it that very too can you more could

simpler =: confusing complicated confuse & YOU this that it: way much are all too sounds very more

simpler = ?: hard big difficult long fancy medical & words language terms: these those too many are so much way for me
    use using do not you stop

simpler = ?: speak talk say write explain tell put & normal easy easier plain plainer plainly simple simply simpler
    clearer: can could would will you please to me like a bit it that this words more english less so try
    terms language in way

simpler = ?: speak talk write & like & human person: a normal real to me can could you please

too-long -: long & too way much very bit one that text answer: is a it that this was are those answers text message
    for me kinda pretty

too-long =: YOU & type talk write say ramble & much lot many long wordy: too way so much a do go on not

too-long =: YOU & go & on & do sure: not really

too-long =: much many lot & TEXT READING: NOT too way so that is to it for me eyes are bad good small see cannot can
    all this lots of at once i what

too-long -: ugh phew jeez & long: so very

too-long = ?: shorten shortened & it this that answer: can could you make a bit be

too-long =: stopped & reading: i at half halfway way there

too-long -: YOU & use using & many long & words: so too

too-long -: wall & text: of

too-long =: TEXT & much many wordy too: so blah too way

too-long +: READING & all that it everything much whole essay: NOT going to can do want time i am like one got this

too-long = ?: SHORT & answer answers version sentence one keep give make you be: it a the please me in just to what is
    more try for that answers of can could get say

too-long = ?: one single & sentence line: just in give me answer it that please can you say

too-long -: tl: doctor pls

too-long -: get cut & point chase: to the just can you please

too-long =: brochure essay novel lecture leaflet pamphlet speech sermon blah encyclopedia & not no is like this that
    another reads sounds so blah: me do a an the not need to read no more did ask for i asked give want

weak-english = ?: english inglish englis & not no bad poor little only few sorry excuse forgive first weak basic
    learning small limited pardon: my is very speak i do does good well so much language speaking understand you can
    could do for a your write spelling grammar native

kind -: KIND & YOU bot computer machine thing program: AROUND-KIND

kind = ?: what & a an & KIND & YOU: AROUND-KIND

kind -: thank thanks & KIND patience listening talking: for being your the so such

kind -: explain explained explains talk speak say listen answered answer & well nicely clearly good & YOU: AROUND-KIND
    it that things everything very nicely

kind -: like love adore likes loves & YOU bot machine thing computer: i we lol talking chatting with to really this
    thing of you

kind -: like love & explain talk answer speak & YOU: i the way how things that it

kind -: job work bot computer & good nice great well excellent: doing you are did done a very

kind -: bless blessings & you YOU heart soul god: god lord always soul may jesus

kind -: nice good lovely pleasure & talking chatting talk chat: it was is to with you been a

about-me = ?: age old young & YOU: what how is exactly

about-me = ?: YOU & married single wife husband kids children grandkids grandchildren family parents mother father
    siblings brother sister boyfriend girlfriend birthday pets brothers sisters grandson granddaughter son daughter:
    DOING got any many a other

about-me = ?: YOU & human robot bot ai chatgpt gpt siri alexa google gemini copilot cortana openai claude chatbot
    cyborg android alien real alive machine computer: DOING a an the some kind of one those thing smart person man
    woman

about-me = ?: YOU & are & person man woman boy girl female male guy lady: DOING a an the real or some kind of

about-me = ?: YOU & feelings emotions soul brain: DOING any real a human got

about-me = ?: YOU & job hobby hobbies color colour favorite favourite religion birthday fun: DOING like the love enjoy
    of any a movie food song band team sport

about-me = ?: fun & for & YOU: DOING

about-me = ?: YOU & sleep eat: do ever or and

about-me = ?: YOU & come live born country & where: from which country what do did

about-me = ?: YOU & where & from: are

about-me = ?: YOU & talking chatting answering & tired bored like enjoy: DOING get of to people all day long these
    same with me sick questions

about-me = ?: YOU & tired bored sick fed & questions people humans: DOING get up of all day these this the same with

about-me = ?: YOU & smart intelligent clever lonely bored happy: are how ever do does get feel

about-me = ?: surgery operation fusion back pain & yourself: DOING you ever had a bad

greeting =: mornin gmorning hiii hiiii hii heyy heyyy heyyyy helo helloo hellooo sup wassup wazzup wazup whassup yoo
    ello gday hallo allo aloha: there everyone all to you good my morning hi hello hey bot sir

greeting = ?: hello hi hey & anyone anybody there: is here

greeting = ?: how & ya: are you doing doc today r

greeting -: oi: there

greeting = ?: what & up: is

greeting -: hi hello hey heya hiya yo & bot machine computer robot: there dear little

greeting -: knock: who there

goodbye -: bye byee byeee byebye goodbye: k ok now later you see for then thanks got time nap my

goodbye -: gtg g2g ttyl cya laters toodles toodle ciao tata brb bbl peace cheerio nap goodnight: out later peeps you
    all see got time for my bye i c u a RELATIVES calling waiting

goodbye -: c: u you

goodbye -: must have need better should gotta got best going & i & go run leave scoot dash off: RELATIVES bye see you
    later get out guys would rather must gotta home best better should

goodbye -: gotta got better & go run bounce dash split: k ok now to

goodbye -: must should & dash run fly: then i now

goodbye -: night nighty & nighty: good all

goodbye -: let & YOU & go: i will now then

goodbye -: i & must should best better & going: be get

goodbye -: i & go going leave leaving & now: bye

goodbye -: get getting head heading & home & must should need gotta best had would going: better to before dark dinner
    lunch got i

goodbye -: bus ride taxi cab uber train lift & comes come coming here waiting arrived outside leaves leaving: at
    NUMBERS soon clock oclock noon half past in minutes is

goodbye -: RELATIVES & waiting picking calling called calls outside: up for me come coming to pick car home

goodbye -: that is & it me everything all & from for: today now me the

thanks -: gracias merci danke grazie obrigado obrigada spasibo arigato mahalo: mil muchas beaucoup schon schön bien
    tante mille sehr mucho muy amable por todo la le il

nod -: nada prego: de di

nod -: sensible reasonable guess suppose thought figured reckon fair point sense interesting bet believe true likely
    logical helpful obvious: that is sounds seems seem makes make a of so i what my said says you are probably see mean
    to know about right we think as much expected such it all good enough

nod -: think & so: i

nod -: right & you are sounds: probably maybe about i think guess suppose reckon that quite

nod -: mean & see & what: you i

nod -: lol lmao haha hahaha lmfao rofl bruh wow ooh oof huh gee gosh hehe heh goodness: ok cool oh well my

nod -: oh & well no dear my: oh

nod -: cool fine true swell neat & story true cool by fine: me cool bro oh

nod -: said says told & STAFF RELATIVES & that so what: too also my is the exactly same me thing

drop =: whatever meh idc & whatever meh idc: man i you if so ok oh fine say

drop +: care & do & not: i really

drop =: say so & if & you: say so

fault = ?: fault doing & my mine own: you is it was all this that RELATIVES says maybe own feel guilty think keeps
    saying
    somehow thinking i do could be if because did

fault = ?: do did done & something anything & wrong & i: have must could maybe if what was it think feel like might

fault = ?: blame blaming & myself i: am to for this do keep always should it

fault = ?: cause caused bring brought & i myself & did have: it this was myself that could maybe on own to

fault = ?: something & i & did & was: it that

fault -: too & much soon early & did overdid & i maybe: and it thing

dying = ?: die dying & i he she RELATIVES & am is will going: to this from it soon think of be

dying = ?: kill & me him her us: this it will is going RELATIVES

dying = ?: deadly fatal & it this: is could be can

blame -: RUINED & YOU YOUR this that the surgery surgeon operation fusion doctor clinic people my me everything life
    i it: me life back spine body career marriage family everything your my guys people whole up because of by ever
    hospital made did biggest mistake worst things fusion surgery operation arutyunyan dr he was with him doctors lives
    thing having had happened totally completely trusted decision and

blame -: fine better normal healthy happy & before & was were felt & cut operated surgery operation fusion touched
    opened you: open i was on off much perfectly me life you my your

blame =: hate wish & surgery operation fusion it done & never did: this what had got i to me the having that doing
    agreed

blame -: lost took & job everything house home marriage career & surgery operation fusion: because of from due after
    away me my by your

worse -: makes made make making & feel & BAD UPSETTING & that this you: me even more so just really now thanks

worse -: UPSETTING & that this you: is are so very really me a lot to read hear just made make makes making more
    even well
    thanks now much pretty news thing

worse -: even more & UPSETTING & now: am i great thanks just feel

worse =: sounds sound & BAD UPSETTING & that this it: not does do so very too pretty really much

worse -: awful terrible horrible dreadful bad & that & is news: just so very really news

worse +: nice good encouraging great pleasant comforting reassuring & is sound sounds hear read news: not that this
    does to very much so really

worse +: wanted & hear & what: not that this i to

worse +: wish & i & asked: not

needles =: needle needles shots injections mri tube scanner & scared afraid terrified fear hate hates phobia petrified
    claustrophobic frightened: RELATIVES of is a do like the getting get has really have

fear -: fear anxiety panic scared afraid terrified nervous anxious frightened fright wreck worried scares frightens
    worries frightening: gives give makes make giving much so lot feel feeling a whole thing get gets think thinking
    about it when of just lots big more all that

came -: made brought sent told signed asked said put set showed dragged suggested recommended & RELATIVES STAFF &
    come came here this use try ask chat talk type tablet: it on up for thing you said computer screen should write

came -: sent brought dragged made & me & RELATIVES STAFF: my the

came -: need needs wants want & help advice & RELATIVES: some a bit little of do

came = ?: help & RELATIVES: can you please for need want could

came -: asking calling typing writing here & RELATIVES: on behalf of for about because with i her his

came -: waiting & appointment turn visit appt room mri xray scan: for in the next room my doctor

life -: live lives living & alone myself himself herself RELATIVES: by own old NUMBERS AGES city country

life -: am is turned turning be aged years yr yo old & AGES & i he she RELATIVES old yo: will in next soon year my old
    years and young now NUMBERS

life -: kids children grandkids grandchildren sons daughters & have has got: NUMBERS little small young at home great
    lots

life -: retired widowed unemployed disabled pensioner & i he she RELATIVES: now since last year years NUMBERS ago been
    teacher nurse

when =: TIMES & was been since ago last about around i it like now: TIMES NUMBERS AGES AROUND-TIMES do not know when
    remember think guess
""", {**_LISTS, "AROUND-TIMES": _AROUND_TIMES})  # fmt: skip

# More than one remark in a message: what counts is the first of these.
_ORDER = (
    "dying", "blame", "fault", "worse", "fear", "needles", "unheard", "repeats", "too-long", "simpler",
    "weak-english", "about-me", "lasting-pain", "history", "goodbye", "thanks", "kind", "came", "life", "when",
    "greeting", "drop", "nod",
)  # fmt: skip
_ASK_NOTHING = word_set("history lasting-pain life when")

# -- who died

_DYING_WORDS = word_set("died passed lost buried late gone widow widower widowed dead rest")
_PASSED_WITH = word_set(
    "away on last in this from and but so now suddenly recently when i we two three four years before since peacefully"
) | {""}
_IF = word_set("if could would might may can will how why nobody")
_IF_REACHES = 4


def tells_of_loss(words: Sequence[str]) -> bool:
    """Return whether a message says that somebody near has died: "my late husband", "he passed two years ago".

    A son who passed his exam, who passed out, or who might die is no loss.
    """
    if _DYING_WORDS.isdisjoint(words):
        return False
    if not {"widow", "widower", "widowed"}.isdisjoint(words):
        return True
    return any(_tells_of_loss_at(place, words) for place in range(len(words)))


def _tells_of_loss_at(place: int, words: Sequence[str]) -> bool:
    before, word, after = words[:place], words[place], (*words[place + 1 : place + 4], "")
    near = _RELATIVES | _PETS
    if word not in _DYING_WORDS or not _IF.isdisjoint(before[-_IF_REACHES:]):
        return False
    if word in ("late", "rest"):
        return after[0] in near if word == "late" else before[-1:] == ("god",)
    if word in ("lost", "buried"):
        return after[0] in _OF_US and not near.isdisjoint(after[1:])
    is_of_somebody = not (near | {"he", "she"}).isdisjoint(before) or before[-2:-1] == ("since",)
    return is_of_somebody and _is_of_death(word, before, after)


def _is_of_death(word: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether "passed", "gone" and "dead" say that somebody died; "died" does."""
    if word == "passed":
        is_time = after[0] == "a" and not _UNITS_AFTER_A.isdisjoint(after[1:])
        return is_time or after[0] in _PASSED_WITH or after[0].isdecimal()
    if word == "gone":
        return after[0] in ("", "now") or "years" in after
    return word != "dead" or before[-1] in ("is", "are", "now", "long", "been")


_OF_US = word_set("my our her his")
_UNITS_AFTER_A = word_set("year while month week few couple long")


# -- who tells of an operation

_OPERATION = word_set(
    "fusion fusions fused surgery surgeries operation operations operated tlif plif alif op"
)
_PAST = word_set("had got did was were been underwent ago last since made went gotten")
_AROUND_OPERATION = word_set(
    """spine spinal lumbar back lower level levels column vertebra vertebrae part get having did done make took
    underwent
    through procedure male female man woman guy old yo age aged by dr doctor surgeon hospital clinic asking
    behalf about and or another big major they who which patient year name his her mr mrs called his"""
)
_PAINFUL = word_set(
    "pain pains hurt hurts hurting painful ache aches aching sore suffering suffer shot killing better"
)
_AROUND_PAIN = word_set(
    """still same single always every day days all time constant constantly daily follows follow continues continue
    persist persists
    stays stay never no not stopped lot lots much terrible awful horrible bad worse so even any more ever got feel feels
    feeling there gets getting like lasting chronic constant is"""
)
_RECENT = word_set("day days week weeks wk wks yesterday tonight hours hour morning")
_ASKS_ANYWHERE = word_set(
    """why what how when where which whom should could would can will might does if want wants need needs next because
    reason reasons names list tell explain help fix cause"""
)
_BODY = word_set(
    """leg legs foot feet toe toes arm arms hand hands hip hips neck knee knees buttock numb numbness tingling weak
    weakness walk walking stand standing sit sitting sleep sleeping fever chills bladder bowel wound scar screw screws
    rod rods nerve nerves bone bones disc discs cage infection fall fell broke broken loose head heart chest breathe
    blood swelling swollen muscle muscles spasm spasms cramp cramps dizzy burning electric stiff stiffness itching
    headache headaches sick vomiting constipated pregnant cannot medicine pills shots therapy drive driving work""",
)
_SIGN = re.compile(r"[lstc]\d{1,2}")
_YEAR = re.compile(r"(19|20)\d\d")
_SPAN = re.compile(r"\d+(yrs?|years?|mos?|months?|wks?|weeks?)")
_AGE = re.compile(r"\d+(yo|y)")


def _plain(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words with figures as the lists know them: "2019" as a year, "71" as a number, "l4" as the spine."""
    return tuple(_as_listed(word) for word in words)


def _as_listed(word: str) -> str:
    if not word.isalpha():
        if _YEAR.fullmatch(word):
            return "2000"
        if word.isdecimal():
            return "0"
        if _SIGN.fullmatch(word):
            return "spine"
        if _SPAN.fullmatch(word):
            return "years"
        if _AGE.fullmatch(word):
            return "yo"
    return word


_KNOWN_OF_OPERATIONS = (
    _OPERATION | _PAST | _AROUND_OPERATION | _TIMES | _AROUND_TIMES | _NUMBERS | _AGES | _SMALL | _RELATIVES
) | {"0", "2000"}


def _story(words: Sequence[str]) -> Remark:
    """Read "my father had a fusion 8 months ago": the history alone, or with pain that has stayed since."""
    said = set(words)
    if len(words) > LONGEST_STORY or words[0] in _FIRST_OF_QUESTIONS or not _is_past(words):
        return Remark()
    is_denied = "never" in said or "nothing" in said or ({"no", "not"} & said and "better" not in said)
    is_before = "before" in said and ("before", "last") not in pairwise(words)
    if is_denied or is_before or _ASKS_ANYWHERE & said:
        return Remark()
    hurting = {word for word in _PAINFUL & said if _is_pain(word, words)}
    around = hurting | _AROUND_PAIN if hurting else frozenset()
    odd = [word for word in words if word not in _KNOWN_OF_OPERATIONS and word not in around]
    is_recent = not _RECENT.isdisjoint(
        word for word, then in pairwise(words) if then == "ago" or word != "day"
    )
    if len(odd) > MOST_ODD_WORDS or (odd and is_recent) or not _are_of_no_body(odd, words):
        return Remark()
    if hurting and any(then == "ago" and unit in _RECENT for unit, then in pairwise(words)):
        return Remark()
    return Remark("lasting-pain" if hurting else "history", tuple(odd))


_TELLERS = word_set("i my we he she his her they male female")


def _are_of_no_body(odd: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether words that no list has say who somebody is ("bus driver") or where and by whom it was done.

    After the operation, or with "since", they may say what is wrong: that is for the triage and the entries.
    """
    if not odd:
        return True
    if (_BODY | _PAINFUL).intersection(odd) or not {"since", "ever", "after"}.isdisjoint(words):
        return False
    place = next(place for place, word in enumerate(words) if word in _OPERATION)
    later = [at for at in range(place, len(words)) if words[at] in odd]
    return all(words[at - 1] in ("at", "by", "dr", "doctor") or words[at - 1] in odd for at in later)


def _is_past(words: Sequence[str]) -> bool:
    """Return whether an operation is told of that has been: "fused in 2021", "they did my fusion"; no "fused back"."""
    said = set(words)
    if _OPERATION.isdisjoint(said):
        return False
    is_dated = "2000" in said or ((_TIMES - _RECENT - {"may", "march"}) & said and _TELLERS & said)
    return bool(_PAST & said or is_dated)


_FIRST_OF_QUESTIONS = word_set(
    "am are is do does did can could should would will may what why how when where who which"
)


def _is_pain(word: str, words: Sequence[str]) -> bool:
    """Return whether a word of pain is one here: "my back is shot" is, "I had a shot" is not."""
    before = words[: list(words).index(word)]
    if word == "shot":
        return before[-1:] in (("is",), ("so",), ("all",), ["is"])
    return word != "better" or bool({"not", "no", "never"} & set(before[-4:]))


def complains_of_pain(words: Sequence[str]) -> bool:
    """Return whether all that is said is that it hurts: "he is in pain all the time"."""
    is_told = words[0] not in _FIRST_OF_QUESTIONS and _AROUND_A_COMPLAINT.issuperset(words)
    return is_told and any(_is_pain(word, words) for word in _PAINFUL.intersection(words))


_AROUND_A_COMPLAINT = (_PAINFUL | _AROUND_PAIN | _SMALL | _RELATIVES | _TIMES | _NUMBERS | _AROUND_TIMES) | {
    "back",
    "spine",
    "lower",
}


# -- a message


def read_remark(question: Question) -> Remark:
    """Return what a message says rather than asks; no kind where it holds anything else.

    Several remarks in one message ("You are very kind. Are you a real person?") are read one by one, and what weighs
    most counts. Who tells something asks nothing: a question mark at the end leaves it to be read as a question.
    """
    words = _plain(question.tokens)
    if not words or len(words) > LONGEST:
        return Remark()

    @cache
    def is_asking() -> bool:  # looked for only where something may be told
        return asks(question)

    whole = _one(words, is_asking)
    if whole.kind or not any(word.mark for word in question.words):
        return whole
    for is_end in (_ends_sentence, bool):
        parts = _parted(question, words, is_end)
        if len(parts) > 1:
            found = _several(parts, is_asking)
            if found.kind:
                return found
    return Remark()


def _ends_sentence(mark: str) -> bool:
    return mark in ".!?"


def _parted(question: Question, words: Sequence[str], is_end: Callable[[str], bool]) -> list[tuple[str, ...]]:
    parts: list[list[str]] = [[]]
    for word, listed in zip(question.words, words, strict=True):
        if word.mark and is_end(word.mark) and parts[-1]:
            parts.append([])
        parts[-1].append(listed)
    return [tuple(part) for part in parts]


def _several(parts: Sequence[tuple[str, ...]], is_asking: Callable[[], bool]) -> Remark:
    found: list[Remark] = []
    for part in parts:
        one = _one(part, is_asking)
        if one.kind:
            found.append(one)
        elif not is_only_courtesy(part):
            return Remark()
    return min(found, key=lambda one: _ORDER.index(one.kind), default=Remark())


def _one(words: Sequence[str], is_asking: Callable[[], bool]) -> Remark:
    """Read a message, or a part of it, with its courtesy or without: "so what good are you" begins with "what"."""
    start, end = unwrap(words)
    core = words[start:end]
    if core[:2] == ("do", "not"):  # "do not give me a brochure" asks nothing
        core = core[1:]
    for said in (core,) if core[0] in ASKING_FIRST else (words, core):
        for kind in _KINDS.kinds_for(said):
            if is_of_kind(said, kind) and not (kind.name in _ASK_NOTHING and is_asking()):
                is_thanks = kind.name in ("kind", "nod") and not {"thanks", "thank"}.isdisjoint(words)
                return Remark("thanks" if is_thanks else kind.name)
    if tells_of_loss(words):
        return Remark()
    told = Remark("life") if _is_of_life(core) else _story(core)
    return told if told.kind and not is_asking() else Remark()


_LONGEST_OF_LIFE = 9
_PERSONS = _RELATIVES | word_set("i he she we")
_OUT_OF_LIFE = _OPERATION | _BODY - {"work", "working", "driving", "drive"} | _PAINFUL | _ASKS_ANYWHERE | NOT


def _is_of_life(words: Sequence[str]) -> bool:
    """Read "she is from California", "I worked in a warehouse" and "I was a nurse for 30 years"."""
    is_told = words[0] in _PERSONS or (words[0] == "my" and words[1:2] and words[1] in _RELATIVES)
    if not is_told or len(words) > _LONGEST_OF_LIFE or not _OUT_OF_LIFE.isdisjoint(words):
        return False
    pairs = set(pairwise(words))
    is_from = not {
        ("is", "from"),
        ("am", "from"),
        ("are", "from"),
        ("come", "from"),
        ("comes", "from"),
    }.isdisjoint(pairs)
    is_whole_life = tuple(words[-3:]) == ("all", "my", "life")
    works = is_whole_life or any(
        verb in ("work", "works", "worked") and where in ("in", "at", "as", "for") for verb, where in pairs
    )
    was = ("was", "a") in pairs and "for" in words and not _TIMES.isdisjoint(words)
    return is_from or works or was
