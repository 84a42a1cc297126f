"""What people wrap around a question: greetings, thanks, "could you please tell me". Found and set aside.

Owns the wording of courtesy in English. It is the language's, not a clinic's, so it is not in the knowledge
base. Nothing that could carry meaning for a spine clinic is listed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.english.function_words import (
    ASKING_FIRST,
    FRIENDS,
    FURTHER_RELATIVES,
    GRANDCHILDREN,
    GREETINGS,
    POSSESSIVES,
    RELATIVES,
    THANKS,
)
from chatbot.english.phrases import listed_in_words

_AT_THE_START = """
hi|hello|hey|hiya|howdy|hullo|heya|yo|greetings|good morning|good afternoon|good evening|good day|morning
evening
hi again|hey again|hi there|hello there|hey there|hi all|hello everyone|hi everyone|hello all|hi guys|hi folks|hi team
dear team|hello again|dear doctor|dear doc|dear sir|dear madam|dear sir or madam|hi doctor|hello doctor|hi doc
hello doc|hey doc|doctor|doc|dear|excuse me|pardon me|sorry to bother you|sorry for bothering you|sorry
honey|hon|sweetie|darling|sir|madam|i was just asking|i was only asking|i am just asking|i just asked
i am sorry|sorry but|i am sorry but|sorry to bother you but|sorry to ask but|excuse me but|forgive me|apologies
um|uh|er|erm|hmm|hm|well|so|ok|okay|alright|right|anyway|anyways|look|listen
basically|honestly|actually|like|oh|ah|now|yes|yeah|yep|please|kindly|just|thanks|thank you
thank you for being here|thanks for being here|thank you for being there|thanks for being there
10 4|ten four|roger|roger that|copy that
quick one|a quick one|just a quick one|quick q|a quick q|just a quick q
quick question|a quick question|just a quick question|one quick question|just a question|a question
one question|question|another question|one more question|silly question|stupid question|maybe a silly question
this may be a silly question|i have a question|i have a quick question|i have got a question|i had a question
got a question|have a question|i have one question|i have one more question|i have another question
i got a question|my question is|my question|here is my question|the question is|what i want to know is
what i would like to know is|i just have a question|can i ask|can i ask you|can i ask you something
could i ask|may i ask|might i ask|can i just ask|could i just ask|mind if i ask|let me ask|let me ask you
i wanted to ask|i want to ask|i would like to ask|i wish to ask|i need to ask|i have to ask
i just wanted to ask|i just want to ask|i would like to know|i want to know|i wanted to know|i need to know
i just want to know|i just wanted to know|i still want to know|i still do not know
i was wondering|i am wondering|just wondering|wondering|i wonder
i was just wondering|we were wondering|we are wondering|we would like to know|we want to know|can you tell me
could you tell me|can you please tell me|could you please tell me|would you tell me|will you tell me
can you kindly tell me|would you please tell me|please tell me|please can you tell me|tell me|do you know
would you know|do you happen to know|does anyone know|does anybody know|anyone know|anybody know|any idea
any idea if|you know|would you mind telling me|i am curious|just curious|i am trying to find out
i am trying to understand|i would love to know|can someone tell me|can anyone tell me|can anybody tell me
could someone tell me|help me out|help me understand|i hope you can help|hope you can help
i hope you can help me|maybe you can help me|can you help me|can you help|could you help me|i need some help
i need help|please help|please help me|help|does the guide say|does your guide say|does it say
does the guide say anything about|does the guide mention|does the guide mention anything about|does the guide cover
does the guide not cover|does the guide cover anything about|does the guide talk about|does the guide speak of
what does the guide say about|what does your guide say about|what does the guide say on|do you know anything about
do you have anything about|do you have anything on|have you got anything on|have you got anything about
last thing|one last thing|last question|one last question|final question
can we return to|can we go back to|let us return to|let us go back to|lets go back to|different topic|new topic
another topic|next topic|next question|another thing|i am interested in|i would be interested in
i have a question about|i had a question about|you talked about|you said something about
earlier you said something about|earlier you mentioned|you mentioned|enough of that|enough of this|no more of this
one remark|one suggestion|a suggestion|a remark|some feedback
leave that|about that other thing|what did you say about|and what did you say about
seriously|for real|real quick|by the way|btw|if i may ask
hey siri|ok siri|siri|hey alexa|alexa|hey google|ok google|okay google|hello bot|hey bot|hi bot|hello robot|hey robot
i forgot to ask|i forgot to ask you|i forgot to ask at my visit|i forgot to ask at my appointment|i meant to ask
i meant to ask at my visit|i googled it but|i looked it up but|i searched but|i read about it but
not sure if this is the place but|not sure if this is the right place but|i do not know if this is the place but
i do not know if this matters but|this might sound silly but|this may sound silly but|i feel silly asking but
i feel stupid asking but|sorry to bother you i know you are busy but|i know you are busy but
"""
_AT_THE_END = """
thanks|thank you|tysm|thank you so much|thank you very much|thanks so much|thanks a lot|many thanks
thanks in advance|thank you so much in advance|thanks so much in advance|thank you very much in advance
thanks very much in advance|thanks a lot in advance|many thanks in advance|thank you in advance
thanks very much|thanks a million|thanks a bunch|cheers|ta|much appreciated|appreciate it|i appreciate it
i would appreciate it|any help appreciated|any help is appreciated|any help would be appreciated
any advice appreciated|any advice is appreciated|thanks for your help|thank you for your help
thanks for any help|thank you for your time|please|please and thank you|kindly|god bless|god bless you
bless you|have a nice day|have a good day|have a great day|have a lovely day|have a good one|have a good evening
have a nice evening|have a nice weekend|have a good weekend|enjoy your day|enjoy the rest of your day
hope you have a nice day|hope you have a good day|hope you have a great day|hope you have a lovely day
you have a nice day|you have a good day|you have a great day|you have a lovely day|you have a good one
i hope you have a nice day|i hope you have a good day|i hope you have a great day|i hope you have a lovely day
regards|kind regards|best regards|best wishes|best
sincerely|bye|goodbye|bye for now|cheers mate|mate|love|dear|hun|darling|doc|doctor|sir|madam|ma am|maam
my friend|buddy|pal|guys|folks|everyone|you all|lol|haha|hmm|hm|ok|okay|right|if you do not mind
if you do not mind me asking|if that is ok|if that is okay|if possible|if you can|if you could
i hope you can help|hope you can help|hope that makes sense|if that makes sense|asap|please help
please help me|help me please|can you help|can you help me|could you help|can you help me please|do you know
any idea|any ideas|you know|just wondering|just curious|just asking|i was wondering|i wonder|tell me please
please tell me|do you think|would you say|let me know|please let me know|please advise|please explain|just want to know
just wanted to know|i would like to know|i need to know|i want to know|that is my question
thank you for your honesty|thanks for your honesty|thank you for being honest|thanks for being honest
thank you for listening|thanks for listening|thank you for your patience|thanks for your patience
i will pass it on|i will pass that on|i will tell her|i will tell him|i will let her know|i will let him know
thank you for explaining|thanks for explaining|thank you for being here|thank you for the information
thanks for the information|thanks for the info|you mentioned|you just mentioned|you mentioned before|that you mentioned
you mentioned earlier|you talked about|you were talking about|you told me about|you spoke of|you listed|you named
you brought up|you said before|you said earlier
or whatever|merry christmas|happy christmas|happy holidays|happy new year
happy thanksgiving|happy easter|happy hanukkah|seasons greetings|same to you|you too
sent from my iphone|sent from my ipad|sent from my phone|sent from my mobile|sent from my android|sent from my tablet
sent from my cell|sent from my cell phone|sent from my samsung|sent from yahoo mail
any info appreciated|any info is appreciated|any info would be appreciated|any information appreciated
any information is appreciated|any information would be appreciated|any input appreciated|any answer appreciated
i would be grateful for an answer|i would be grateful for any help|grateful for any help|asap please|have a blessed day
thanks in advance and have a blessed day|i can not find it on the internet|i can not find it online
i could not find it online|i could not find it on the internet
"""

# "Good. Thank you. How often": praise alone may be what is talked about ("good shoes"), before thanks it is not.
_PRAISE = "good great nice perfect wonderful excellent lovely super fine cool awesome interesting".split()
_AFTER_PRAISE = (
    "thanks",
    "thank you",
    "thanks a lot",
    "thank you so much",
    "thank you very much",
    "many thanks",
)
_PRAISING = [(praise, *thanks.split()) for praise in _PRAISE for thanks in _AFTER_PRAISE]
_OPENINGS = frozenset((*listed_in_words(_AT_THE_START), *_PRAISING))
_CLOSINGS = frozenset(listed_in_words(_AT_THE_END))
_LONGEST = max(len(phrase) for phrase in _OPENINGS | _CLOSINGS)
WORDS = frozenset(word for phrase in _OPENINGS | _CLOSINGS for word in phrase)
# Most words open and close nothing, which one look-up in these sets tells.
_FIRST_OF_OPENINGS = frozenset(phrase[0] for phrase in _OPENINGS)
_FIRST_OF_CLOSINGS = frozenset(phrase[0] for phrase in _CLOSINGS)
_LAST_OF_CLOSINGS = frozenset(phrase[-1] for phrase in _CLOSINGS)
# Behind one of these a closing is meant as what it says: "who is the doctor".
_BEFORE_A_NOUN = POSSESSIVES | frozenset("the a an this that which what same another no any".split())

# Which kind of courtesy a message is.
_THANKS = THANKS | frozenset("tysm cheers appreciated appreciate ta".split())
_GOODBYES = frozenset("bye goodbye regards sincerely".split())
_GREETINGS = GREETINGS | frozenset("howdy hullo heya yo greetings".split())
_WISHES = frozenset("christmas holidays year thanksgiving easter hanukkah seasons".split())

_ASKING = ASKING_FIRST - {"was", "may"}  # "was nice talking" and "may you be well" are farewells
_WEIGHED_DOWN = frozenset("not down pain hurt hurts tired".split())

# Who introduces somebody. Fewer people than `KIN`: "I have kids" tells of no patient.
_RELATIVES = RELATIVES | FURTHER_RELATIVES | GRANDCHILDREN | FRIENDS
_NAMING = (("my", "name", "is"), ("i", "am"), ("this", "is"), ("it", "is"), ("you", "can", "call", "me"))
_TELLING = frozenset("i my we our for it this he she".split())
_LONGEST_NAME = 3  # words
_LONGEST_PRESENTATION = 12  # words


# -- set aside


def unwrap(words: Sequence[str]) -> tuple[int, int]:
    """Return where the question itself starts and ends (excluded) among the words.

    When courtesy is all there is, everything counts as the question: a greeting deserves an answer too.
    """
    start, end = 0, len(words)
    if not words or (words[0] not in _FIRST_OF_OPENINGS and words[-1] not in _LAST_OF_CLOSINGS):
        return start, end  # as of most messages
    while (length := _opening(words, start, end)) > 0:
        start += length
    while (length := _closing(words, start, end)) > 0:
        end -= length
    return (start, end) if start < end else (0, len(words))


def without_courtesy(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of the question itself; all of them where courtesy is all there is."""
    start, end = unwrap(words)
    return tuple(words[start:end])


def _opening(words: Sequence[str], start: int, end: int) -> int:
    """Return how many words from `start` on are an opening, before `end`; 0 for none."""
    if start == end or words[start] not in _FIRST_OF_OPENINGS:
        return 0
    for length in range(min(_LONGEST, end - start), 0, -1):
        if tuple(words[start : start + length]) in _OPENINGS:
            return length
    return 0


def _closing(words: Sequence[str], start: int, end: int) -> int:
    """Return how many words before `end` are a closing, from `start` on; 0 for none."""
    if start == end or words[end - 1] not in _LAST_OF_CLOSINGS:
        return 0
    for length in range(min(_LONGEST, end - start), 0, -1):
        if tuple(words[end - length : end]) in _CLOSINGS:
            before = words[end - length - 1 : end - length]
            return 0 if before and before[0] in _BEFORE_A_NOUN else length
    return 0


# -- nothing but courtesy


def is_only_courtesy(words: Sequence[str]) -> bool:
    """Return whether a message is nothing but courtesy: "hello, I have a question"."""
    start = 0
    while start < len(words) and (length := max(_opening(words, start, len(words)), _ending(words, start))):
        start += length
    return start == len(words)


def _ending(words: Sequence[str], start: int) -> int:
    """Return how many words from `start` on are a closing, wherever they stand; 0 for none."""
    if words[start] not in _FIRST_OF_CLOSINGS:
        return 0
    for length in range(min(_LONGEST, len(words) - start), 0, -1):
        if tuple(words[start : start + length]) in _CLOSINGS:
            return length
    return 0


def all_courtesy(words: Sequence[str]) -> str:
    """Return "thanks", "goodbye" or "greeting" for a message that is nothing else, "" for any other."""
    if not is_only_courtesy(words):
        return ""
    said = set(words)
    if said & _GOODBYES:
        return "goodbye"
    if said & _THANKS:
        return "thanks"
    return "greeting" if said & _GREETINGS or {"good", "day"} <= said or said & _WISHES else ""


# -- what only looks like it, or is no question either


def ends_with_goodbye(words: Sequence[str]) -> bool:
    """Return whether a message closes with a goodbye, whatever stands before it: "that is all i needed bye"."""
    _, end = unwrap(words)
    return not _GOODBYES.isdisjoint(words[end:])


def no_farewell(words: Sequence[str]) -> str:
    """Return why a message is no farewell, though it is like one; "" for what may well be a farewell.

    "asks" for a question ("so am I done then"), "tells" for a complaint ("I am so down").
    """
    if not _GOODBYES.isdisjoint(words):
        return ""
    if words[0] in _ASKING or ("am", "i") in pairwise(words):
        return "asks"
    return "" if _WEIGHED_DOWN.isdisjoint(words) else "tells"


def introduction(words: Sequence[str]) -> str:
    """Return whom a message that nothing answers may introduce: "name", "somebody", or "" for nobody.

    "Good evening, this is Harold" gives a name, "I need help for my dad" speaks of somebody. A bare "I am ..."
    introduces nobody, unless a greeting stands before it or it says that a name comes.
    """
    start, end = unwrap(words)
    core = tuple(words[start:end])
    is_greeted = not _GREETINGS.isdisjoint(words[:start])
    for naming in _NAMING:
        is_called_name = "name" in naming or "call" in naming
        if core[: len(naming)] == naming and (is_called_name or is_greeted):
            return "name" if 0 < len(core) - len(naming) <= _LONGEST_NAME else ""
    asks = not _ASKING.isdisjoint(set(words) - {"am", "is", "are", "did", "will"})
    is_told = core[0] in _TELLING and not asks and len(words) <= _LONGEST_PRESENTATION
    is_of_somebody = not _RELATIVES.isdisjoint(words) and "with" not in words  # "help her with her homework"
    return "somebody" if is_told and is_of_somebody else ""
