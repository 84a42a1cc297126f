"""Which kinds of remark there are: the table of the words that make each, and which of several in a message counts.

How a row is written is told in `word_kinds`, and the words that capitals stand for are in `words`. It is one table, not
one for each kind, as the first row that fits counts: a row may have to stand before one of another kind.
"""

from __future__ import annotations

from typing import NamedTuple

from chatbot.english.word_kinds import KindTable, word_set
from chatbot.remarks.words import LISTS


class Remark(NamedTuple):
    """What a message says: its kind, "" for none, and the words of a story that its list does not know."""

    kind: str = ""
    odd_words: tuple[str, ...] = ()


# Asked in this order. The names are those of `sentences.REMARKS`, or of what `dialogue.asides` does.
KINDS = KindTable(
    """
# The bot does not listen

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

unheard +: say tell answer explain mention said told answered explained mentioned & YOU & do did does have has never:
    not no yes or me still even once yet question clearly

unheard =: typical figures: that is of course just as ever always how

unheard =: welcome & say says saying keep: YOU why do did does are stop quit not me you keep always all time

unheard +: thanking thank thanks thanked & i that it: was am did do a saying say said YOU

unheard = ?: thanking & YOU: keep why are do stop quit me not always

unheard +: helpful useful help & not never: very much really all that at this it was is are today now any a of
    YOU answer answers

unheard +: good use & YOU: are is no any much today now at all

unheard =: helpful better clearer smarter & yesterday last week before earlier: time YOU this that it was were are much
    used be way lot

unheard = ?: broken stuck & YOU: are

unheard =: was & another other else & person patient man woman lady guy somebody someone: that it who asked that not me
    i did never ask

goodbye -: give & up & YOU: i on now bye goodbye ok

unheard =: YOU & know & anything nothing: not do does did

unheard =: tells tell says explain answer answers said & that this & not nothing never: anything me does do did at all
    any much really

unheard =: useless bad terrible worthless stupid & answer answers: what

blame = ?: nobody & listening cares: why is to me about does in

unheard +: helping help helped & YOU: not never nothing me do did at all any much really

unheard -: already & told asked & i & you: that this what

# The bot says the same again

repeats =: already alrdy alredy allready before same keep twice times yourself urself circles again & said saying
    say told tell
    telling repeating
    repeat repeats repeated & YOU: that this thing things over the same like a parrot stop just always NUMBERS you keep
    going in times answer as which exactly what

repeats =: answer answers & repeated repeats repeat same alike similar identical: YOU NUMBERS was were is are the that
    just too very as last before one

repeats -: been gone went & through over & this that: we already have

repeats =: repeating repeat & yourself urself: stop you do are like a parrot just keep always

repeats =: same & answer thing stuff & again over still always before answer: as that is the

repeats =: already alrdy alredy allready before & heard read know knew seen: i that this all it

repeats =: circles & YOU going talking round: in keep around

repeats =: just & said & you: that this it

repeats -: again & risks risk surgery operation tests test list pills shots exercise therapy: that is the just this it
    same all

repeats +: again: that this same thing one answer please not

# In simpler words, please

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

simpler +: sense & make makes making made & no not none never: YOU that this it none answer answers any does do did is
    of to me at all

simpler =: shorter simpler plainer: no too long that is a lot so much please not many words hard still i do again make
    it this in can could you understand get text

simpler =: short & make keep please: it that this i NOT can all read so too many words eyes

simpler +: getting following catching & i: NOT any of it that this all what you said say are quite really at

simpler =: half & understood understand get got caught followed follow: i do did only NOT of it that this all was too
    much about maybe what you said

simpler -: complicated confusing difficult hard & too way much: for me is was that it this all so

# A question that is not there yet

unfinished - ?: ask asking question questions wondering & i my can could may: wanted want was going to you a about
    something thing one more quick have need just got another so is it the of sorry first also please tell would like

unfinished -: about & thing something: the it is one a this that sorry um

unfinished -: thing & one & more is: sorry there just only ok well oh and also quick another had i

hesitating +: know & how where & say put start begin explain: NOT i do to it this what

hesitating -: you & see & well so thing: it is the um

# The answers are too long

too-long -: long & too way much very bit one that text answer: is a it that this was are those answers text message
    for me kinda pretty

too-long =: YOU & type talk write say ramble & much lot many long wordy: too way so much a do go on not

too-long =: YOU & go & on & do sure: not really

too-long =: much many lot & TEXT READING: NOT too way so that is to it for me eyes are bad good small see can
    all this lots of at once i what

too-long -: ugh phew jeez & long: so very

too-long = ?: shorten shortened & it this that answer: can could you make a bit be

too-long =: stopped & reading: i at half halfway way there

too-long -: YOU & use using & many long & words: so too

too-long -: wall & text: of

too-long =: TEXT & much many wordy too: so blah too way

too-long +: READING & all that it everything much whole essay: NOT going to can do want time i am like one got this

too-long = ?: SHORT & answer answers version sentence one keep give make say put tell you be: it a the please me in just
    to what is
    more try for that answers of can could get say

too-long = ?: one single & sentence line: just in give me answer it that please can you say

too-long -: tl: doctor

too-long -: get cut & point chase: to the just can you please

too-long =: brochure essay novel lecture leaflet pamphlet speech sermon blah encyclopedia & not no is like this that
    another reads sounds so blah: me do a an the not need to read no more did ask for i asked give want

# A complaint, the sources, something to take along

complaint = ?: complain complaint complaints complaining: i want wanted wish to make file lodge send write have about
    the a an in on at by formal official how do does can could where who whom which need would like going my your his
    her this that here there it somewhere somebody someone handles handle takes take charge department manager of for
    with writing STAFF surgery operation hospital clinic service against is are you no not
    was been treated treatment by so badly care

complaint = ?: report & to going & STAFF: i want need would like am my your the a this that him her for

complaint = ?: report & how where & do can could & STAFF: i a an my your the this that him her

complaint = ?: sue suing: i want will would can could you your them him am going to the STAFF clinic hospital all people
    should for this that it

source = ?: study studies research evidence proof data reference references citation citations guideline guidelines
    journal journals literature science scientific trial trials & is are was there have from based backed behind cite
    show which what see says said: a an any some the that this those these it your you they do does did in of on for by
    to me i can could want would like need number numbers figure figures medical published real actual information
    answer clinical good solid get got

source = ?: who & did done made & research study studies: the that this those these

source = ?: peer & reviewed: is it this that any of was are you

about-me = ?: believe trust & why how: should would do can i you this that it a word of any the what say says tell me
    know answer answers program thing machine

source -: prove: it that this can you to me please then works work

chat = ?: joke jokes riddle poem song sing dance rap: tell me us a an can could you do know any another one play let
    something for make up funny good say write

read-aloud = ?: read & aloud loud: it that this can could you me to the please for out in a voice answer answers

read-aloud - ?: read & me & to: it that this can could you the please answer screen

take-home - ?: print copy copies printout email text send save write & this that it these answer answers them all: can
    could you i have get a an the me my to on for of down take home with phone out in please want would like give do is
    paper mail somewhere printed

take-home - ?: summary handout handouts brochure leaflet pamphlet printout & hand take home there: i me patients have
    can could you give a an the do is get some to home with out please print my for would like want need us of

take-home -: take have get want need & paper home & this that it: i to me my can on with a would like could

# The waiting room and the screen

waiting-room - ?: bathroom bathrooms restroom restrooms toilet toilets loo washroom ladies wifi vending snack snacks
    cafeteria elevator coffee & where is are there can could may do need want have which: the a an i get some you for my
    me nearest any to use go find please here borrow got way know how does your it near password

waiting-room - ?: water drink coffee tea tissue tissues & get have some glass cup bottle: can could may i a an of the
    from please where do you there is me bring

waiting-room - ?: charge charger plug outlet & phone cell tablet hearing: where can could may i is there the for to an
    my a do you have use aid

waiting-room = ?: late behind delayed schedule & STAFF he she they & running is are: the how far much today again so
    very still always on

waiting-room =: waiting waited sitting sat & hour hours minutes min: i have been for an over already since here NUMBERS
    half and more than still

waiting-room = ?: sign check & in & where how do: i here can with whom to the and is it

waiting-room = ?: dog dogs pet pets & allowed bring: are can i my the in here a is it

small-letters = ?: small tiny & letters letter print text writing words font screen it this: too is are the so can i
    NOT read see for me my eyes very

small-letters = ?: bigger larger enlarge zoom & letters letter print text writing words font screen it this that: make
    can could you the please how do i in on much

small-letters +: read & this that it screen print letters: NOT can i do the from here my glasses without

# The patient's English

weak-english = ?: english inglish englis & not no bad poor little only few sorry excuse forgive first weak basic
    learning small limited pardon: my is very speak i do does good well so much language speaking understand you can
    could do for a your write spelling grammar native

# Praise, and sorry for shouting

kind -: KIND & YOU bot computer machine thing program: AROUND-KIND

sorry =: sorry apologize apologise apologies & shouting yelling screaming rude snapping snapped swearing cursing angry
    mean grumpy nasty mood temper short impatient: i am for being so was were to at you my about that earlier just bit
    little a in not bad the

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

# Questions about the bot itself

about-me = ?: age old young & YOU: what how is exactly

about-me = ?: YOU & married single wife husband kids children grandkids grandchildren family parents mother father
    siblings brother sister boyfriend girlfriend birthday pets brothers sisters grandson granddaughter son daughter:
    DOING got any many a other

about-me = ?: YOU & human robot bot ai chatgpt gpt siri alexa google gemini copilot cortana openai claude chatbot
    cyborg android alien real alive machine computer: DOING a an the some kind of one those thing smart person man
    woman like same as

about-me = ?: YOU & smarter better cleverer wiser & than: are a an the my your real any most STAFF person human google

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

about-me = ?: advertising advertisement advert ad ads marketing publicity promotion propaganda & this that it all YOU:
    so just own only really a the for from of not nothing but surgeon surgeons clinic clinics doctor
    doctors some kind sort sounds like then bit

about-me = ?: wrote writes write written & this that it these all: who up by stuff text answers answer has did
    everything

about-me = ?: surgery operation fusion back pain & yourself: DOING you ever had a bad

# Greetings and goodbyes

greeting =: mornin gmorning hii heyy helo helloo sup wassup wazzup wazup whassup yoo
    ello gday hallo allo aloha: there everyone all to you good my morning hi hello hey bot sir

greeting = ?: hello hi hey & anyone anybody there: is here

greeting = ?: how & ya: are you doing doc today

greeting -: oi: there

greeting = ?: what & up: is

greeting -: hi hello hey heya hiya yo & bot machine computer robot: there dear little

greeting -: knock: who there

goodbye -: bye byee byebye goodbye: k ok now later you see for then thanks got time nap my

goodbye -: gtg g2g ttyl cya laters toodles toodle ciao tata brb bbl peace cheerio nap goodnight: out later peeps you
    all see got time for my bye i c a RELATIVES calling waiting

goodbye -: c: you

goodbye -: must have need better should got best going & i & go run leave scoot dash off: RELATIVES bye see you
    later get out guys would rather must home best better should

goodbye -: got better & go run bounce dash split: k ok now to

goodbye -: must should & dash run fly: then i now

goodbye -: night nighty & nighty: good all

goodbye -: let & YOU & go: i will now then

goodbye -: i & must should best better & going: be get

goodbye -: i & go going leave leaving & now: bye

goodbye -: get getting head heading & home & must should need best had would going: better to before dark dinner
    lunch got i

goodbye -: bus ride taxi cab uber train lift & comes come coming here waiting arrived outside leaves leaving: at
    NUMBERS soon clock oclock noon half past in minutes is

goodbye -: RELATIVES & waiting picking calling called calls outside: up for me come coming to pick car home

goodbye -: that is & it me everything all & from for: today now me the

# Thanks, glad, a nod, and leaving it at that

thanks -: good nice great & know hear & thanks thank: to you very much that is it

glad -: relief relieved reassuring reassured comforting calmer & that this it i am what to: kind kinda sort of a big
    such huge feel feels now much more know hear thank thanks you makes make me what good little bit lot less afraid
    some

glad -: feel feeling feels & better calmer easier hopeful & that this it you thank thanks: i makes made me about a bit
    little much thank thanks you lot now knowing already some

thanks -: gracias merci danke grazie obrigado obrigada spasibo arigato mahalo: mil muchas beaucoup schon bien
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

# Told only to be heard

telling -: telling tell saying say talking sharing venting & i & only just: wanted want was am needed felt feel feels
    feeling like how it is what happened that this YOU me my things about for was not asking and sad bad life day

telling +: asking question & i & not never: was am did do ask a that this it telling tell you just only any

# Guilt: is it my fault?

fault = ?: fault doing & my mine own: you is it was all this that RELATIVES says maybe own feel guilty think keeps
    saying
    somehow thinking i do could be if because did

fault = ?: do did done & something anything & wrong & i: have must could maybe if what was it think feel like might

fault = ?: blame blaming & myself i: am to for this do keep always should it

fault = ?: cause caused bring brought & i myself & did have: it this was myself that could maybe on own to

fault = ?: something & i & did & was: it that

fault -: too & much soon early & did overdid & i maybe: and it thing

# Afraid to die

dying = ?: die dying & i he she RELATIVES & am is will going: to this from it soon think of be

dying = ?: kill & me him her us: this it will is going RELATIVES

dying = ?: deadly fatal & it this: is could be can

# Anger: the operation ruined it all

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

# Hurt by what they are told, or feeling worse for it

hurt = ?: crazy nuts insane mental psycho lunatic loony bonkers hypochondriac liar lying faking fake imagining
    imagine pretending pretend inventing invent & i he she RELATIVES: am is not no never a an case person patient think
    thinks thought thinking say says said saying YOU they people doctors everybody everyone that so like it this pain
    make makes making made sound or are do did just feel

hurt =: up & making make makes made & i he she RELATIVES & it this: am is not never all think thinks say says said
    saying YOU they people doctors everybody everyone that so just do did

hurt +: head imagination & it this & not never: is in my his her all just only that YOU say says saying

hurt +: head mental psych psychological psychiatric mind & problem problems issue issues illness trouble & i he she
    RELATIVES: have has had do does did never not no got any a an

hurt =: insulting insult insulted insults offensive offended offends disrespectful condescending patronizing
    humiliating & that this YOU it i: is a an am feel feels by to me very quite so really kind find was how

hurt = ?: dare & how: say that YOU they he

hurt -: hurts hurt hurting & say says said saying calls call called talk talks laugh laughs & he she they RELATIVES
    people: it that this when if so me really very things like always to about how by what

hurt =: hurts hurt & feelings: that this YOU my it really

worse -: makes made make making & feel & BAD UPSETTING & that this you: me even more so just really now thanks

worse -: UPSETTING & that this you: is are so very really me a lot to read hear just made make makes making more
    even well
    thanks now much pretty news thing

worse -: even more & UPSETTING & now: am i great thanks just feel

worse =: sounds sound & BAD UPSETTING & that this it: not does do so very too pretty really much

worse -: awful terrible horrible dreadful bad & that & is news: just so very really news

worse +: nice good encouraging great pleasant comforting reassuring & is sound sounds hear read news: not that this
    does to very much so really

worse +: calm reassure comfort cheer reassuring & me: that this it did does do not exactly really much down up at all
    very feel

worse +: wanted & hear & what: not that this i to

worse +: like & sound sounds & i: not do did the of that this it one bit at all how really much

worse +: wish & i & asked: not

# Fear

needles =: needle needles shots injections mri tube scanner & scared afraid terrified fear hate hates phobia petrified
    claustrophobic frightened: RELATIVES of is a do like the getting get has really have

fear -: fear anxiety panic scared afraid terrified nervous anxious frightened fright wreck worried scares frightens
    worries frightening: gives give makes make giving much so lot feel feeling a whole thing get gets think thinking
    about it when of just lots big more all that i am this these stuff things sorry very really

# Who sent them, how they live, when it was

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
""",
    LISTS,
)

# More than one remark in a message: what counts is the first of these. Who wants something is not told sorry alone.
ORDER = (
    "dying", "blame", "fault", "hurt", "worse", "telling", "sorry", "fear", "needles", "complaint", "small-letters",
    "read-aloud", "waiting-room", "take-home", "too-long", "simpler", "unheard", "repeats", "recalled", "weak-english",
    "source", "chat", "about-me", "hesitating", "unfinished", "lasting-pain", "history", "goodbye", "thanks", "kind",
    "glad", "came", "life", "when", "greeting", "drop", "nod",
)  # fmt: skip
ASK_NOTHING = word_set("history lasting-pain life when")
