"""How many words one thing reaches to another, in one table, each with its reason; and what is a story or a fragment.

Counted in content words, small words left out, unless the name says otherwise. A window ends with its sentence unless
something else is said. Where no source is named, the number is this project's own choice, made while the rules were
written with the messages of tests/data/safety in view; no page was found that gives one.
"""

# --- crossings (rule 2)
ANY_ORDER = 8  # between the families of "a + b": the "short window" of rule 2 (EMP), whose length is ours
IN_ORDER = 3  # between neighbours of "a > b": "cannot really do feel". Own choice
ACROSS = 5  # more where two neighbouring sentences may share a sign: "I looked down. Numb." Own choice
GUARD = 5  # between a sign and what takes it back: "numb" ... "the dentist". Own choice

# --- denial (rules 5 to 8)
# Rule 5 (NGX): a denial covers about six words; every comma, "or" and "nor" starts the count again.
DENIAL = 6
DENIED_OF_NOBODY = 2  # "nobody is unconscious", and what comes after that is somebody's. Own choice
DENIED_AFTER = 4  # "... was ruled out", behind a sign. Own choice: less than a denial, it names one thing
DENIED_BEFORE = 4  # "negative for ...", before a sign. Own choice, as above
NEVER_BEFORE = 7  # "never had this numbness before" says that it is new. Own choice
CLAUSE = 8  # in which a clause shows its verb or subject: "no fever, wound is open". Own choice
ASKED_BEFORE_RAW = 16  # before a sign, small words counted: "the nurse asked me whether". Own choice
ANSWER_RAW = 14  # behind a sign, small words counted, in its sentence or the next: "I said no". Own choice

# Behind a sign that does not count, small words counted: "... before the surgery, now I do". Own choice: a sentence.
TAKEN_UP_RAW = 16

# --- time (rules 9 to 13)
SINCE_YEAR = 5  # "since my surgery back in 2019". Own choice
DATE_AFTER_SURGERY, DATE_BEFORE_SURGERY = 5, 3  # "fused at L4 in 2019", "2019 fusion". Own choice
PAST_SENTENCES = 2  # back, that may carry the past: "Years back ... . My crotch was numb". Own choice
# "Is numb", "numb is": the verb of the sign itself. Own choice.
PRESENT_VERB_BEFORE, PRESENT_VERB_AFTER = 3, 1
AGE_BEFORE, AGE_AFTER = 1, 2  # "sixty years old", "years of age". Own choice: the phrase and nothing more
YEARS_BESIDE = 4  # between a sign and the years that it lasts: "slow stream for 15 years". Own choice
IMPROVING = 9  # between a sign and "better" said of it. Own choice
IMPROVING_THING = 2  # "the pain is better" speaks of pain. Own choice
# "Until it got better", "better last week, worse today". Own choice.
TURN_BEFORE, TURN_AFTER = 3, 4
TURN_AHEAD = 4  # before a sign: "and today my left leg is weak". Own choice
# "It was fixed. On Monday it came back": sentences behind the sign, and words before "back", small ones counted. Own
# choice: what "it" is stands close before it.
RETURN_SENTENCES, RETURN_RAW = 2, 4
RETURN_AHEAD = (
    6  # before a return: "I have never been numb again", "scared that my leg will go weak again". Own choice
)

# --- who, and what is only talked about (rules 14 to 17)
LEADING_IN = 14  # before a sign: "I read of a man who ...", "my aunt had ...", "if ...". Own choice
STORY_AFTER = 6  # behind a sign: "... it said on a forum". Own choice
STORY_SENTENCES = 2  # back, that may begin a story. Own choice
OWN_SIGN = 3  # before a sign: "my left foot is numb" is no story. Own choice
FEARED_RAW = 8  # before a sign's end, small words counted: "worried about". Own choice
WHY_RAW = 5  # before a sign, small words counted: "why my left foot is numb". Own choice
UNWANTED_RAW = 8  # before a sign, small words counted: "would hate to lose". Own choice
FEARED_AFTER_RAW = 16  # behind a sign, small words counted: "will that happen to me". Own choice
GENERAL_PERSON = 5  # before a sign: "people with a numb leg". Own choice
PERSON_RAW = 40  # before a sign's end, small words counted: who was named last. Own choice: a long sentence
RELATIVE_RAW = 3  # behind "my", small words counted: "my poor old dad". Own choice
PERSON_AFTER_RAW = 6  # behind a sign, small words counted: "numbness that I noticed". Own choice

# --- how long a message is, small words counted
STORY_WORDS = 40  # more tell a story: it is read sentence by sentence, and holds much of life. Own choice
# A sentence of so many may be several that run on, and is read in its clauses. Own choice: a plain sign with its
# subject, and an ordinary thing on one side of it.
RUN_ON_WORDS = 12
# So many before and behind a sign are weighed by themselves where no clause of a sentence that runs on counts. Own
# choice, measured: shorter ones find no more signs in ordinary frames, and more harmless messages alarm.
BEFORE_A_SIGN_RAW, BEHIND_A_SIGN_RAW = 5, 6
# So few are like an example by chance. A sentence of them must be clear ("on the left side"); a clause of them, cut out
# of a longer sentence, says nothing by likeness at all: with the same rule for both, "new since the weekend" made an
# urgent message an emergency. Measured on tests/data/safety.
FRAGMENT_WORDS = 4
