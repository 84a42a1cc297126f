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
unheard = ?: listening listen hear & even not never hello really & YOU: do did what said say saying anything
unheard = ?: are & you & listening
unheard = ?: deaf blind asleep & YOU: or what
unheard -: missed skipped overlooked & question & YOU
unheard -: asked & something & else: you
unheard = ?: did & you & hear read see & said wrote asked typed: what
unheard = ?: answer answers answered answering answerd anwser & YOU question questions & not never why just even
    actually damn yet still: will do did does would could can any single one try how about
unheard -: answer & me question
unheard = ?: ignored ignoring ignore dodging dodged avoiding dodge avoid evading & YOU: why do question keep always
    not what said questions
unheard = ?: YOU & READING & wrote said typed asked write say type: even did do what not anything
unheard = ?: YOU & understand hear get & even: NOT do does did what saying said say
unheard +: say tell answer explain mention said told answered explained mentioned & YOU & do did does have has never:
    not no or even once yet question clearly
unheard =: typical figures: course as ever always how
unheard =: welcome & say says saying keep: YOU why do did does stop quit not always time
unheard +: thanking thank thanks thanked & i that it: did do saying say said YOU
unheard = ?: thanking & YOU: keep why do stop quit not always
unheard +: helpful useful help & not never: much any YOU answer answers
unheard +: good use & YOU: no any much
unheard =: helpful better clearer smarter & yesterday last week before earlier: time YOU much used way lot
unheard = ?: broken stuck & YOU
unheard =: was & another other else & person patient man woman lady guy somebody someone: who asked not did never ask
goodbye -: give & up & YOU: bye goodbye
unheard =: YOU & know & anything nothing: not do does did
unheard =: tells tell says explain answer answers said & that this & not nothing never: anything does do did any much
unheard =: useless bad terrible worthless stupid & answer answers: what
blame = ?: nobody & listening cares: why about does
unheard +: helping help helped & YOU: not never nothing do did any much
unheard -: already & told asked & i & you: what

# The bot says the same again
repeats =: already alrdy alredy allready before same keep twice times yourself urself circles again & said saying say
    told tell telling repeating repeat repeats repeated & YOU: thing things over like parrot stop always NUMBERS going
    answer as which exactly what
repeats =: answer answers & repeated repeats repeat same alike similar identical: YOU NUMBERS as last before
repeats -: been gone went & through over & this that
repeats =: repeating repeat & yourself urself: stop you do like parrot keep always
repeats =: same & answer thing stuff & again over still always before answer: as
repeats =: already alrdy alredy allready before & heard read know knew seen
repeats =: circles & YOU going talking round: keep around
repeats =: just & said & you
repeats -: again & risks risk surgery operation tests test list pills shots exercise therapy: same
repeats +: again: same thing one answer not

# In simpler words, please
simpler = ?: slow slower slowly fast quick & more please too not go going down you speak write type talk: much bit
    little could can would
simpler =: understand understood follow understanding get & NOT: any these those words anything much what you your do
    does did can could say says saying said english word language talking about
simpler = ?: explain tell say & five 5 0 kid child & like: year years old
simpler = ?: mean & even all & what: does do
simpler = ?: what & talking & about & you
simpler -: goes went flies & over & head: way
simpler -: easy easier plain plainer & more please
simpler =: understand & hard difficult easy easier: make can you more could
simpler =: confusing complicated confuse & YOU this that it: way much sounds more
simpler = ?: hard big difficult long fancy medical & words language terms: these those many much way use using do not
    you stop
simpler = ?: speak talk say write explain tell put & normal easy easier plain plainer plainly simple simply simpler
    clearer: can could would will you like bit words more english less try terms language way
simpler = ?: speak talk write & like & human person: normal real can could you
simpler +: sense & make makes making made & no not none never: YOU answer answers any does do did
simpler =: shorter simpler plainer: no long lot much not many words hard do make can could you understand get text
simpler =: short & make keep please: NOT can read many words eyes
simpler +: getting following catching & i: NOT any what you said say
simpler =: half & understood understand get got caught followed follow: do did only NOT much about maybe what you said
simpler + ?: part bit sentence paragraph word end middle & get got understand understood understanding follow lost: do
    did NOT huh last first second third can what you said about beginning
simpler -: complicated confusing difficult hard & too way much

# A question that is not there yet
unfinished - ?: ask asking question questions wondering & i my can could may: wanted want going you about something
    thing one more quick need got another sorry first also tell would like
unfinished -: about & thing something: one sorry
unfinished -: thing & one & more is: sorry only also quick another
hesitating +: know & how where & say put start begin explain: NOT do what
hesitating -: you & see & well so thing

# The answers are too long
too-long -: long & too way much very bit one that text answer: those answers message kinda pretty
too-long =: YOU & type talk write say ramble & much lot many long wordy: way do go not
too-long =: YOU & go & on & do sure: not
too-long =: much many lot & TEXT READING: NOT way eyes bad good small see can lots once what
too-long -: ugh phew jeez & long
too-long = ?: shorten shortened & it this that answer: can could you make bit
too-long =: stopped & reading: half halfway way
too-long -: YOU & use using & many long & words
too-long -: wall & text
too-long =: TEXT & much many wordy too: way
too-long +: READING & all that it everything much whole essay: NOT going can do want time like one got
too-long = ?: SHORT & answer answers version sentence one keep give make say put tell you be: what more try can could
    get
too-long = ?: one single & sentence line: give answer can you say
too-long -: tl: doctor
too-long -: get cut & point chase: can you
too-long =: brochure essay novel lecture leaflet pamphlet speech sermon blah encyclopedia & not no is like this that
    another reads sounds so blah: do need read more did ask asked give want

# A complaint, the sources, something to take along
complaint = ?: complain complaint complaints complaining: want wanted wish make file lodge send write about by formal
    official how do does can could where who whom which need would like going your somewhere somebody someone handles
    handle takes take charge department manager writing STAFF surgery operation hospital clinic service against you no
    not treated treatment badly care
complaint = ?: report & to going & STAFF: want need would like your
complaint = ?: report & how where & do can could & STAFF: your
complaint = ?: sue suing: want will would can could you your going STAFF clinic hospital people should
source = ?: study studies research evidence proof data reference references citation citations guideline guidelines
    journal journals literature science scientific trial trials & is are was there have from based backed behind cite
    show which what see says said: any some those these your you do does did by can could want would like need number
    numbers figure figures medical published real actual information answer clinical good solid get got
source = ?: who & did done made & research study studies: those these
source = ?: peer & reviewed: any you
about-me = ?: believe trust & why how: should would do can you word any what say says tell know answer answers program
    thing machine
source -: prove: can you works work
chat = ?: joke jokes riddle poem song sing dance rap: tell can could you do know any another one play let something
    make up funny good say write
read-aloud = ?: read & aloud loud: can could you out voice answer answers
read-aloud - ?: read & me & to: can could you answer screen
take-home - ?: print copy copies printout email text send save write & this that it these answer answers them all: can
    could you get down take home phone out want would like give do paper mail somewhere printed
take-home - ?: summary handout handouts brochure leaflet pamphlet printout & hand take home there: patients can could
    you give do get some out print would like want need
take-home -: take have get want need & paper home & this that it: can would like could

# "So I need not worry", which nobody can say
unworried +: worry worried worrying concerned & not no: you mean do does need should about reason guess must good

# No visit, please
no-visit +: appointment appointments consultation consultations consult visit & want need have: another do does any your
    NOT make going one more book
no-visit +: come coming & in & want going feel: do way like NOT
no-visit -: enough & appointment appointments consultation consultations visits
no-visit +: book booking & anything nothing appointment appointments visit: NOT any
no-visit +: send sending & consultation visit appointment STAFF: do NOT
no-visit - ?: selling sell pushing push & visit consultation appointment something me: stop you trying only try about
no-visit - ?: always keep keeps every & tell telling say saying send sending suggest suggesting mention mentioning push
    pushing bring bringing & STAFF consultation visit appointment arutyunyan: why do YOU see go come time up going

# The waiting room and the screen
waiting-room - ?: bathroom bathrooms restroom restrooms toilet toilets loo washroom ladies wifi vending snack snacks
    cafeteria elevator coffee & where is are there can could may do need want have which: get some you nearest any use
    go find borrow got way know how does your near password
waiting-room - ?: water drink coffee tea tissue tissues & get have some glass cup bottle: can could may from where do
    you bring
waiting-room - ?: charge charger plug outlet & phone cell tablet hearing: where can could may do you use aid
waiting-room = ?: late behind delayed schedule & STAFF he she & running is are: how far much always
waiting-room =: waiting waited sitting sat & hour hours minutes min: over since NUMBERS more than
waiting-room = ?: sign check & in & where how do: can whom
waiting-room = ?: dog dogs pet pets & allowed bring: can
small-letters = ?: small tiny & letters letter print text writing words font screen it this: can NOT read see eyes
small-letters = ?: bigger larger enlarge zoom & letters letter print text writing words font screen it this that: make
    can could you how do much
small-letters +: read & this that it screen print letters: NOT can do from glasses

# The patient's English
weak-english = ?: english inglish englis & not no bad poor little only few sorry excuse forgive first weak basic
    learning small limited pardon: speak do does good much language speaking understand you can could your write
    spelling grammar native

# Praise, and sorry for shouting
kind -: KIND & YOU bot computer machine thing program: AROUND-KIND
sorry =: sorry apologize apologise apologies & shouting yelling screaming rude snapping snapped swearing cursing angry
    mean grumpy nasty mood temper short impatient: being you about earlier bit little not bad
kind = ?: what & a an & KIND & YOU: AROUND-KIND
kind -: thank thanks & KIND patience listening talking: being your such
kind -: explain explained explains talk speak say listen answered answer & well nicely clearly good & YOU: AROUND-KIND
    things everything
kind -: like love adore likes loves & YOU bot machine thing computer: talking chatting
kind -: like love & explain talk answer speak & YOU: way how things
kind -: job work bot computer & good nice great well excellent: doing you did done
kind -: bless blessings & YOU heart soul god: lord always may jesus
kind -: nice good lovely pleasure & talking chatting talk chat: you

# Questions about the bot itself
about-me = ?: age old young & YOU: what how exactly
about-me = ?: YOU & married single wife husband kids children grandkids grandchildren family parents mother father
    siblings brother sister boyfriend girlfriend birthday pets brothers sisters grandson granddaughter son daughter:
    DOING got any many other
about-me = ?: YOU & human robot bot ai chatgpt gpt siri alexa google gemini copilot cortana openai claude chatbot
    cyborg android alien real alive machine computer: DOING some kind one those thing smart person woman like same as
about-me = ?: YOU & smarter better cleverer wiser & than: real any most STAFF person human google
about-me = ?: YOU & are & person man woman boy girl female male guy lady: DOING real some kind
about-me = ?: YOU & feelings emotions soul brain: DOING any real human got
about-me = ?: YOU & job hobby hobbies color colour favorite favourite religion birthday fun: DOING like enjoy any
    movie food song band team sport
about-me = ?: YOU & sleep eat: do ever or
about-me = ?: YOU & come live born country & where: from which what do did
about-me = ?: YOU & where & from
about-me = ?: YOU & talking chatting answering & tired bored like enjoy: DOING get people day long these same sick
    questions
about-me = ?: YOU & tired bored sick fed & questions people humans: DOING get up day these same
about-me = ?: YOU & smart intelligent clever lonely bored happy: how ever do does get feel
about-me = ?: advertising advertisement advert ad ads marketing publicity promotion propaganda & this that it all YOU:
    own only from not nothing surgeon surgeons clinic clinics doctor doctors some kind sort sounds like bit
about-me = ?: wrote writes write written & this that it these all: who up by stuff text answers answer did everything
about-me = ?: surgery operation fusion back pain & yourself: DOING you bad

# Greetings and goodbyes
greeting =: mornin gmorning hii heyy helo helloo sup wassup wazzup wazup whassup yoo ello gday hallo allo aloha:
    everyone you good morning hi hello bot
greeting = ?: hello hi hey & anyone anybody there
greeting = ?: how & ya: you doing doc
greeting -: oi
greeting = ?: what & up
greeting -: hi hello hey heya hiya yo & bot machine computer robot: little
greeting -: knock: who
goodbye -: bye byee byebye goodbye: k later you see thanks got time nap
goodbye -: gtg g2g ttyl cya laters toodles toodle ciao tata brb bbl peace cheerio nap goodnight: out later peeps you
    see got time bye c RELATIVES calling waiting
goodbye -: c: you
goodbye -: must have need better should got best going & i & go run leave scoot dash off: RELATIVES bye see you later
    get out guys would rather home
goodbye -: got better & go run bounce dash split: k
goodbye -: must should & dash run fly
goodbye -: night nighty & nighty: good
goodbye -: let & YOU & go: will
goodbye -: i & must should best better & going: get
goodbye -: i & go going leave leaving & now: bye
goodbye -: get getting head heading & home & must should need best had would going: better before dark dinner lunch
    got
goodbye -: bus ride taxi cab uber train lift & comes come coming here waiting arrived outside leaves leaving: NUMBERS
    soon clock oclock noon past minutes
goodbye -: RELATIVES & waiting picking calling called calls outside: up come coming pick car home
goodbye -: that is & it me everything all & from for

# Thanks, glad, a nod, and leaving it at that
thanks -: good nice great & know hear & thanks thank: you much
glad -: relief relieved reassuring reassured comforting calmer & that this it i am what to: kind kinda sort big such
    huge feel feels much more know hear thank thanks you makes make good little bit lot less afraid some
glad -: feel feeling feels & better calmer easier hopeful & that this it you thank thanks: makes made about bit little
    much lot knowing some
thanks -: gracias merci danke grazie obrigado obrigada spasibo arigato mahalo: mil muchas beaucoup schon bien tante
    mille sehr mucho muy amable por todo la le il
nod -: nada prego: de di
nod -: sensible reasonable guess suppose thought figured reckon fair point sense interesting bet believe true likely
    logical helpful obvious: sounds seems seem makes make what said says you probably see mean know about think as
    much expected such good enough
nod -: think & so
nod -: right & you are sounds: probably maybe about think guess suppose reckon
nod -: mean & see & what: you
nod -: lol lmao haha hahaha lmfao rofl bruh wow ooh oof huh gee gosh hehe heh goodness: cool
nod -: oh & well no dear my
nod -: cool fine true swell neat & story true cool by fine
nod -: said says told & STAFF RELATIVES & that so what: also exactly same thing
drop =: whatever meh idc & whatever meh idc: you if fine say
drop +: care & do & not
drop =: say so & if & you

# Told only to be heard
telling -: telling tell saying say talking sharing venting & i & only just: wanted want needed felt feel feels feeling
    like how what happened YOU things about not asking sad bad life day
telling +: asking question & i & not never: did do ask telling tell you only any

# Guilt: is it my fault?
fault = ?: fault doing & my mine own: you RELATIVES says maybe feel guilty think keeps saying somehow thinking do
    could if because did
fault = ?: do did done & something anything else & wrong & i: what must could maybe if think feel like might
fault = ?: blame blaming & myself i: do keep always should
fault = ?: cause caused bring brought & i myself & did have: could maybe own
fault = ?: something & i & did & was
fault -: too & much soon early & did overdid & i maybe: thing

# Afraid to die
dying = ?: die dying & i he she RELATIVES & am is will going: from soon think
dying = ?: kill & me him her us: will going RELATIVES
dying = ?: deadly fatal & it this: could can

# Anger: the operation ruined it all
blame -: RUINED & YOU YOUR this that the surgery surgeon operation fusion doctor clinic people my me everything life i
    it: back spine body career marriage family guys whole up because by ever hospital made did biggest things
    arutyunyan dr doctors lives thing having happened totally completely trusted decision
blame -: fine better normal healthy happy & before & was were felt & cut operated surgery operation fusion touched
    opened you: open off much perfectly life your
blame =: hate wish & surgery operation fusion it done & never did: what got having doing agreed
blame -: lost took & job everything house home marriage career & surgery operation fusion: because from due after away
    by your

# Hurt by what they are told, or feeling worse for it
hurt = ?: crazy nuts insane mental psycho lunatic loony bonkers hypochondriac liar lying faking fake imagining imagine
    pretending pretend inventing invent & i he she RELATIVES: not no never case person patient think thinks thought
    thinking say says said saying YOU people doctors everybody everyone like pain make makes making made sound or do
    did feel
hurt =: up & making make makes made & i he she RELATIVES & it this: not never think thinks say says said saying YOU
    people doctors everybody everyone do did
hurt +: head imagination & it this & not never: only YOU say says saying
hurt +: head mental psych psychological psychiatric mind & problem problems issue issues illness trouble & i he she
    RELATIVES: do does did never not no got any
hurt =: insulting insult insulted insults offensive offended offends disrespectful condescending patronizing
    humiliating & that this YOU it i: feel feels by kind find how
hurt = ?: dare & how: say YOU
hurt -: hurts hurt hurting & say says said saying calls call called talk talks laugh laughs & he she they RELATIVES
    people: when if things like always about how by what
hurt =: hurts hurt & feelings: YOU
worse -: makes made make making & feel & BAD UPSETTING & that this you: even more thanks
worse -: UPSETTING & that this you: lot read hear made make makes making more even thanks much pretty news thing
worse -: even more & UPSETTING & now: great thanks feel
worse =: sounds sound & BAD UPSETTING & that this it: not does do pretty much
worse -: awful terrible horrible dreadful bad & that & is news
worse +: nice good encouraging great pleasant comforting reassuring & is sound sounds hear read news: not does much
worse +: calm reassure comfort cheer reassuring & me: did does do not exactly much down up feel
worse +: wanted & hear & what: not
worse +: like & sound sounds & i: not do did one bit how much
worse +: wish & i & asked: not

# Fear
needles =: needle needles shots injections mri tube scanner & scared afraid terrified fear hate hates phobia petrified
    claustrophobic frightened: RELATIVES do like getting get
fear -: fear anxiety panic scared afraid terrified nervous anxious frightened fright wreck worried scares frightens
    worries frightening: gives give makes make giving much lot feel feeling whole thing get gets think thinking about
    when lots big more these stuff things sorry

# Who sent them, how they live, when it was
came -: made brought sent told signed asked said put set showed dragged suggested recommended & RELATIVES STAFF & come
    came here this use try ask chat talk type tablet: up thing you computer screen should write
came -: sent brought dragged made & me & RELATIVES STAFF
came -: need needs wants want & help advice & RELATIVES: some bit little do
came = ?: help & RELATIVES: can you need want could
came -: asking calling typing writing here & RELATIVES: behalf about because
came -: waiting & appointment turn visit appt room mri xray scan: next doctor
life -: live lives living & alone myself himself herself RELATIVES: by own old NUMBERS AGES city country
life -: am is turned turning be aged years yr yo old & AGES & i he she RELATIVES old yo: will next soon year young
    NUMBERS
life -: kids children grandkids grandchildren sons daughters & have has got: NUMBERS little small young home great
    lots
life -: retired widowed unemployed disabled pensioner & i he she RELATIVES: since last year years NUMBERS ago teacher
    nurse
when =: TIMES & was been since ago last about around i it like now: NUMBERS AGES AROUND-TIMES do not know when
    remember think guess
""",
    LISTS,
)

# More than one remark in a message: what counts is the first of these. Who wants something is not told sorry alone.
ORDER = (
    "dying", "blame", "fault", "hurt", "worse", "telling", "sorry", "fear", "needles", "complaint", "small-letters",
    "read-aloud", "waiting-room", "no-visit", "unworried", "take-home", "too-long", "simpler", "unheard", "repeats",
    "recalled", "weak-english", "source", "chat", "about-me", "hesitating", "unfinished", "lasting-pain", "history",
    "goodbye", "thanks", "kind", "glad", "came", "life", "when", "greeting", "drop", "nod",
)  # fmt: skip
ASK_NOTHING = word_set("history lasting-pain life when")
