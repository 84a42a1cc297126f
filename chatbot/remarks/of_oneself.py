"""Courtesies, and what patients say of themselves: "see you", "I feel guilty", "it was two years ago".

How a row is written is told in `word_kinds`, and the words that capitals stand for are in `words`. `kinds` makes one
table of these rows and those of `of_the_program`.
"""

OF_ONESELF = """
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
hurt - ?: mad crazy nuts bonkers insane & going go gone & i:
hurt - ?: losing lost & mind & i:
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
"""
