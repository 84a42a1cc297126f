"""Remarks on the program, its answers and the clinic: "you do not listen", "too long", "where is the bathroom".

How a row is written is told in `word_kinds`, and the words that capitals stand for are in `words`. `kinds` makes one
table of these rows and those of `of_oneself`.
"""

OF_THE_PROGRAM = """
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
repeats =: already alredy allready before same keep twice times yourself urself circles again & said saying say
    told tell telling repeating repeat repeats repeated & YOU: thing things over like parrot stop always NUMBERS going
    answer as which exactly what
repeats =: answer answers & repeated repeats repeat same alike similar identical: YOU NUMBERS as last before
repeats -: been gone went & through over & this that
repeats =: repeating repeat & yourself urself: stop you do like parrot keep always
repeats =: same & answer thing stuff & again over still always before answer: as
repeats =: already alredy allready before & heard read know knew seen
repeats =: circles & YOU going talking round: keep around
repeats =: just & said & you
repeats -: again & risks risk surgery operation tests test list pills shots exercise therapy: same
repeats +: again: same thing one answer not

# In simpler words, please
simpler = ?: slow slower slowly fast quick & more please too not go going down you speak write type talk: much bit
    little could can would
simpler - ?: slow slower slowly & say tell explain talk speak: more can could would you bit little
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
read-aloud = ?: read say speak tell talk & aloud loud louder: can could you out voice answer answers
read-aloud = ?: louder up & speak talk turn: can could you volume sound bit little do not hear
read-aloud -: louder: bit little can could you
read-aloud = ?: volume sound & no not any turn up louder where is there: why
read-aloud +: hear & YOU: can do could not
read-aloud = ?: talk speak & YOU: do can aloud out loud
read-aloud -: hard & hearing & i:
read-aloud -: deaf & i: nearly almost pretty
read-aloud -: eyes eyesight sight vision & my: bad poor weak not good
read-aloud +: see & well good much: can do not
read-aloud -: blind & i: nearly almost legally
how-to = ?: press click push tap button buttons key keys touch & what where which how do: should can need one
how-to -: pressed clicked pushed touched hit & wrong: something key button thing one think
how-to = ?: use work & how & screen machine computer tablet program app: do does can you should
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

"""
