"""Set phrases that steer: "again", "simpler", "go back", "that is not what I asked", "can I talk to a person".

A whole message is one of them, or one of them with a softening word around ("ok so tell me more please"). Who adds a
phrase adds it to its steer's list; a phrase stands in one list alone. What is said in too many ways to be listed,
`in_any_words` tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.english.phrases import listed
from chatbot.follow_up.in_any_words import (
    asked_of_the_answer,
    asks_for_somebody,
    only_asks_for_people,
    speaks_of_reaching_people,
)
from chatbot.follow_up.steers import Steer

SET_PHRASES: dict[Steer, list[str]] = {
    "again": listed("""
        again|repeat|repeat that|say that again|say it again|say again|come again|what did you say|what was that
        one more time|can you repeat that|can you say that again|could you repeat that|could you say that again|what
        tell me again|show me again|i missed that|i did not catch that|pardon|huh|sorry what|say that one more time
        run that by me again|repeat it|pardon me|beg your pardon|i beg your pardon|i did not catch it|i missed it
        once more|go over that again|excuse me what|where were we|where did we stop|what were we talking about
        what was it called again|what was that called again|read again|read it again|read that again
        read that one more time|show it again|show it to me again|show that again|tell me that again|once again
        wait what|hold on what|wait what did you say|go through that again|could you go through that again
        can you go through that again|i forgot what you said|what did you say before
    """),
    "simpler": listed("""
        simpler|shorter|simple|in short|in plain english|plain english|tldr|make it simpler|make it shorter
        say it simpler|say it more simply|say that simpler|explain it simply|in simple words|in simpler words
        in other words|i do not get it|i do not understand|i did not understand|i do not understand that
        i still do not get it|i do not follow|too long|that is too long|too complicated|that is too complicated
        too many words|explain like i am five|explain that|explain it simpler|can you explain that simpler
        can you make it simpler|can you say that in simpler words|can you explain it more simply|what does that mean
        what does it mean|what do you mean|what that mean|what is that mean|what is this mean|i am confused
        that is confusing|you lost me|lost me|no idea what that means|simplify|what is that supposed to mean|briefly
        in brief|keep it short|sum it up|make that shorter|simplify that|dumb it down|short version
        give me the short version|can you simplify that|english please|what does all that mean|explain it simple
        yes or no|so yes or no|just yes or no|yes or no please|explain it in simple words|easier please|easier words
        in easy words|too hard|hard to understand
    """),
    "more": listed("""
        more|more details|more detail|more information|go on|continue|only that|just that|only this|so nothing else
        only that nothing else|is it only that|is it just that|is that everything|is that everything you have
        is that all you have|is that all you know|is that all there is|is that everything you know
        is there nothing else|keep going|and|what else|anything else|is there more|is that all|details
        anything more to it|is there more to it|anything further|is there anything further|elaborate|can you elaborate
        more about that|more about this|go into detail|can you go into detail|expand on that|in more detail|read more
        learn more
    """),
    "back": listed("""
        back|go back|previous|the previous one|last answer|previous answer|take me back|return|back please
        back to the last one|back up|undo|go back to before|back to before|back to what we had before
        go back to what we had before|go back to what you said before|back to the previous one|can we go back
        the one before
    """),
    "list": listed("""
        go back to the list|back to the list|back to that list|the list again|show me the list|show me the list again
        show the list again|the list|the whole list|repeat the list|go to the list|can we go back to the list
        can you show me the list again|what was the list|what was on the list|what was that list again
        what was on that list|take me back to the list|give me the list again|what were they again
        what were those again|which ones were there again|what was the list again|list them again
        what were the others again|let us go back to the list
    """),
    "restart": listed("""
        start over|restart|reset|begin again|start again|from the beginning|new conversation|start from scratch
        main menu|start fresh|let us start over|home|clear everything|new topic|let us start again|start all over
        forget everything|can we start over|can i start over|go back to the start|back to the start|from the start
    """),
    "drop": listed("""
        never mind|nevermind|nvm|forget it|forget that|forget about it|leave it|stop|cancel that|no matter|skip
        skip it|skip that|drop it|does not matter|it does not matter|not important|ignore that|ignore me|let it go
        no worries|never mind that|no never mind|stop it|stop that|enough|that is enough|no thanks|no thank you
        no i am good|no i am fine|no that is all|no nothing else
    """),
    "yes": listed("""
        yes|yeah|yep|yup|ya|sure|sure thing|of course|please do|ok yes|yes i do|yes show me|show me|show it|go ahead
        yes go ahead|please|correct|right|exactly|that is it|that is right|aye|absolutely|yes that one|yes that
        yes this one|that one yes|definitely|yes it is|yes thanks|ok please|sure please|show me the answer
        yes show me the answer|show the answer|answer my question|answer the question|go on then
    """),
    "no": listed("""
        no|nope|nah|noo|no no|no no no|no nope|not really|no not really|no i do not|nothing|not now|no not now
        not at the moment
    """),
    "nod": listed("""
        ok|okay|k|hmm|hm|mm|mhm|i see|alright|all right|fine|got it|understood|oh|ah|aha|oh ok|oh okay|i am done
        i am finished|done|finished|i will think about it|i will think about that|i have to think about it
        let me think about it|maybe later|later maybe|perhaps later|i will see|we will see|that is good to know
        this is good to know|that is a lot|that is a lot to take in|that is interesting|that is a lot to think about
        that is a lot of information|i will sleep on it|let me think it over|i will think it over
        that is a lot to digest|i will keep that in mind|i understand|makes sense|that makes sense|good|great|nice
        cool|interesting|wow|good to know|right ok|ok then|fair enough|maybe|ok good|ok great|really|well|so
    """),
    "neither": listed("""
        neither|none|none of these|none of those|none of them|neither of them|neither of those|neither one
        not any of those|none of the above|not these|not those|no none of these|no neither|something else|other
        none of that|no none of them|none of these is right|another one|different|something different|not any of these
        no not those
    """),
    "other": listed("""
        no the other one|the other|no the other|other one|not that one the other one|not that the other
        no i mean the other one|no i meant the other one|i meant the other one|i mean the other one
        what about the other one|and the other one|and the other|what about the other|and what about the other one
        how about the other one|tell me about the other one|the other ones|the others|no the others|and the others
        the rest|and the rest of them|and the rest
    """),
    "not-that": listed("""
        that is not what i asked|that is not what i meant|not what i asked|not what i meant|that is not it|not that
        wrong|you misunderstood|you misunderstood me|you did not understand|you do not understand
        you do not understand me|no not that|that is wrong|wrong answer|that is not right|that is not my question
        not my question|that does not answer my question|that did not answer my question|that does not help
        that did not help|this is not what i asked|this is not what i meant|that is not an answer|that is no answer
        not an answer|that was not an answer|that was no answer|that is not my answer|not that either
        that is not it either|nor that|that did not answer it|you are not answering|you are not answering my question
        answer my question then|that is no help|that was no help|i did not ask that|i did not ask about that
        i asked something else|i meant something else|that was not my question|you got it wrong|you are not listening
        that is not what i wanted|no that is not it|no that is not what i asked|no that is not what i meant|not it
        no wrong|not helpful|that was not helpful|that is not helpful|not what i wanted|that is not the answer
        you did not answer my question|you are wrong|that was not what i asked|wrong one|not that one|no not that one
        that is not the one|i did not mean that one|no that is wrong|that is not the question|no that is not right
        you did not get it|you did not get me|you do not get it|you got me wrong
        that has nothing to do with my question|not this|that is not what i was asking|that was not it|no it is not
        no that is not what i mean|that is not what i mean|i did not mean that|that is not what i am asking
        not what i am asking|this does not answer my question
    """),
    "pause": listed("""
        wait|hold on|one moment|one minute|one second|just a moment|just a minute|just a second|wait a minute
        wait a moment|wait a second|give me a minute|give me a moment|hang on|hang on a minute|let me think
        let me read|wait wait|hold on a second|hold on a minute
    """),
    "well": listed("""
        i feel fine|i feel good|i feel great|i feel well|i feel ok|i feel okay|i feel fine though|i feel good though
        i am fine|i am good|i am well|i am doing well|i am doing fine|i am doing good|i am ok|i am okay
        i feel all right|i am all right
    """),
    "number": listed("""
        give me a number|give me a percentage|give me a percent|just a number|can you give me a number
        give me a figure|in numbers|numbers please|you do not know do you|you do not know|you have no idea
    """),
    "source": listed("""
        where did you get that|where did you get that from|where did you get this|where does that come from
        where do you get that|where do you get that from|where do you have that from|what is your source
        what is the source|source|sources|who says that|who says so|says who|who told you that|where is that from
        where is this from|how do you know|how do you know that|how would you know|are you sure
        are you sure about that|are you certain|is that true|is that really true|is that right|is that correct
        is that number right|is that number correct|that is not true|i do not believe that|i do not believe you
        the source of that|the source of that number|the source of the number|the source for that
        the source for that number|the source of this number|the source of those numbers|where that comes from
        where that is from|where does it say that|where does it say so|where is that written|what do you base that on
        on what do you base that|what is that based on|where do they say that|where did you read that
        where does this say that|where can i read more|where can i read more about that|where can i read more about it
        where can i read about that|can i read more about that|is there a book|is there a book about it
        is there a book about that|is there a book on that|how old is that information|how old is this information
        is that proven|is it proven|is this proven|has that been proven|is that a fact|is that scientific
        is it scientific|is that evidence based|is that official
    """),
    "yes-or-no": listed("""
        what is the answer|so what is the answer|what is your answer|i only want an answer|i want an answer
        i want a clear answer|i want a straight answer|just answer me|which is it|so what is it|what is answer
        i want answer|i only want answer|i want clear answer|i only want clear answer|i want straight answer|answer is
        and answer is|could you answer it|can you answer it|i only asked for an answer|i only asked for answer
    """),
    "person": listed("""
        person|human|a person|a human|real person|a real person|operator|agent|representative|receptionist
        i want a person|staff|get me a person|get me a human|front desk|a nurse|i would rather talk to a person
        i need a person|customer service|is there anyone human there|is anyone human there|is there a human there
        is there a human|is there a person there|is there a real person|is there a real person there
        is anybody human there|anyone human there|any human there|can a human help me|is there somebody real there
        can a person help me
    """),
}
STEER_OF = {phrase: steer for steer, phrases in SET_PHRASES.items() for phrase in phrases}
SOFTENERS = frozenset(
    "please thanks ok okay um uh well so oh the just sorry now then ah but whatever".split()
)


def set_phrase(words: Sequence[str]) -> Steer | None:
    """Return the way of steering of a message that is nothing but a set phrase, None for any other message."""
    whole = STEER_OF.get(" ".join(words))
    if whole is not None:
        return whole
    if speaks_of_reaching_people(words):
        return "person" if only_asks_for_people(words) else None
    if asks_for_somebody(words):
        return "person"
    core = [word for word in words if word not in SOFTENERS]
    if (steer := asked_of_the_answer(core)) is not None:
        return steer
    asks_what_follows = "then" in words and core in (["what"], ["and"])  # "then what", "and then"
    return STEER_OF.get(" ".join(core)) if core and not asks_what_follows else None
