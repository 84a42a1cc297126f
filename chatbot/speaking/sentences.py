"""The program's own sentences: what a reply says that is not in the knowledge base.

Short, plain, kind; never a promise, never a diagnosis. {Settings} of the clinic are put in by `composing`, and what
stands between [[ and ]] is left out where its setting is not set. Labels are `presentation`'s, what the chat says of
keys and screens stands in `screen.words`.
"""

from chatbot.normalise import MAXIMUM_CHARACTERS

# -- no answer, or several

# Left out where a kind word stands before it, so that nobody is sorry twice.
SORRY = "I am sorry, "
UNKNOWN = f"{SORRY}I do not have an answer to that.[[ I only know about {{subject}}.]]"
UNKNOWN_BUT_NEAR = f"{SORRY}I do not have a sure answer to that. What comes nearest is below."
# Of what may well belong to what was talked about, "I only know about ..." would say nothing.
UNKNOWN_OF_TOPIC = f"{SORRY}I do not have an answer to that: the clinic's guide does not say it."
# To what only tells something, after an answer: "I do not want to blame him".
UNKNOWN_TOLD = (
    "Thank you for telling me. I have nothing in the guide that speaks to that. What would you like to know?"
)
UNKNOWN_AGAIN = (
    "I still do not have an answer to that, and I do not want to guess. "
    "A person at the clinic can help: please ask {front_desk}."
)
UNKNOWN_ONCE_MORE = "I do not have that one either. The surest way is to ask {front_desk}."
# To a message over which the program itself stumbles, so that it knows of no danger in it either.
STUMBLED = (
    "I am sorry, something went wrong with this message. Please say it in other words, or ask {front_desk}. "
    "If it may be an emergency, call {emergency_number}."
)
UNCOVERED = 'I have nothing about this part: "{part}". Please ask {front_desk}.'
CLARIFY = "I want to get this right. Which of these do you mean? You can also just ask in other words."
CLARIFY_ONE = "I want to get this right. Is this what you mean? You can also just ask in other words."
WHICH = "Which of these do you mean? Please choose one."
NO_NUMBER = "There is no number {part} here. Choose one of these, or ask in your own words:"
NEITHER = "Then I do not have it. A person at the clinic can help: please ask {front_desk}."
NO_OTHER = (
    "I am sorry. Then I do not think I have it. You can say it in other words, "
    "or ask a person: {front_desk} can help."
)
NEXT_BEST = "I am sorry that I misunderstood. Is this what you meant?"
THE_REST = "Besides that, the guide names this:"
NO_FIGURE = "I am sorry. I have told you what the guide says on this, and I do not guess a number beyond it."
NOT_COMPARED = (
    "The guide does not compare these with each other. {surgeon} can weigh them with you. "
    "Here is what it says of each."
)
NOT_TOGETHER = (
    "The guide does not say whether these go together. {surgeon} can weigh that with you. "
    "Here is what it says of each."
)
ANOTHER_DOCTOR = "The guide speaks of {surgeon} alone, not of Dr. {part}."
# What is asked of a range of figures by who is given one end of it: "so for an easy one it is 10".
ONE_END = "for whom the one figure holds, and for whom the other"
# To "so is that a yes or a no".
YES_OR_NO = "I cannot say it more plainly than the guide does:"

# -- how a message was read, so that it can be taken back

READ_AS = "Still about “{title}”"
READ_AS_MAYBE = "Still about “{title}”, though I am not sure that the guide says what you ask."
READ_AS_FACET = "About “{title}”: {part}."
READ_IN_GENERAL = "In general: {part}."
NOT_TOLD = (
    "About “{title}”, the guide does not say this: {part}. {surgeon} can tell you at a visit. "
    "Below is what it does say."
)
# The same of a hand-off, which tells nothing of the guide.
NOT_TOLD_HERE = "The guide does not say this: {part}."
TAKE_BACK = "(Not what you meant? Say no.)"
CUT = (
    f"That was a lot of text, so I read the first {MAXIMUM_CHARACTERS:,} characters. "
    "If I missed your question, please ask it in one or two sentences."
)

# -- told once more, or otherwise

AGAIN = "Here it is again."
# Something else was asked, and nothing fits it better than the answer on the screen.
AGAIN_OTHERWISE = (
    "What I just told you comes nearest to this. Here is what else the guide says on it. "
    "If that is not it, a person can help: ask {front_desk}."
)
AGAIN_ALL = (
    "What I just told you comes nearest to this, and it is all that the guide says on it. "
    "A person can tell you more: ask {front_desk}."
)
AGAIN_SHORTER = (
    "We spoke about this before, so here it is again, shorter. "
    "A person can explain it, too: ask {front_desk}."
)
# The hand-off on the screen is the answer to this, too.
HANDED_OVER_AGAIN = "What I just told you holds for this, too. In short:"
SIMPLER = "In short:"
NO_SIMPLER = "That is as simply as I can say it. A person can explain it: ask {front_desk}."
NO_MORE = "That is all I have on this. {surgeon} can tell you more at a visit."
WORDS = "In plain words:"
NO_HARD_WORDS = (
    'My word list explains none of those words. Ask for one by name, such as "what is a bone graft".'
)
BACK = "Back to this:"
NO_BACK = "There is nothing before this."
FROM_GUIDE = (
    "It is from the clinic's guide (“{title}”), which names no study for it. "
    "For your own case, your doctor knows best."
)

# -- nothing is asked

EMPTY = "Please ask a question in your own words."
NOTHING_PENDING = "What would you like to know? Ask in your own words."
NOD = "All right. Ask me anything else[[ about {subject_in_short}]]."
DROPPED = "No problem. Ask me something else whenever you like."
PAUSE = "Take your time. Ask me whenever you are ready."
WELL = "I am glad to hear it. Ask me whatever you would like to know."
RESTARTED = "We have started over. What would you like to know?"
WELCOME = "Hello, and welcome. What would you like to know?"
PERSON = (
    "I cannot connect you from here, but a person can help: please ask {front_desk}[[, or call {phone}]]."
)
GO_ON = "Thank you for telling me. Go on: what would you like to know?"
GO_ON_STILL = "I see. What would you like to know[[ about {subject_in_short}]]?"
LOSS = "I am sorry for your loss."
LOSS_AND_ON = f"{LOSS} Take your time. What would you like to know?"
# A kind word before what is said, by the tone of the message (`kindness`).
TONES = {
    "fear": "It is natural to be worried about this.",
    "anger": "I am sorry that this has been so hard for you.",
    "low": "I am sorry that you are going through this. Pain that stays wears anyone down.",
    "insult": "I am sorry that I was no help. I am only a simple program. Try your question in other words, "
    "or ask {front_desk}: a person there can help.",
}
# What follows the kind word when nothing is asked.
COMFORTS = {
    "fear": "Ask me whatever is on your mind. These may help:",
    "anger": "If you want to be heard by a person, please ask {front_desk}. These may help, too:",
    "low": "You do not have to carry it alone: a person at the clinic can help, please ask {front_desk}. "
    "These may help, too:",
}
# What is said back to what asks nothing (`remarks`).
REMARKS = {
    "kind": "Thank you, that is kind of you. Ask me anything else whenever you like.",
    "glad": "I am glad. Ask me anything else whenever you like.",
    "sorry": "There is no need to be sorry. Ask me whatever you would like to know.",
    "unheard": "I am sorry that I missed what you asked. Please ask it once more, in a few words. "
    "Or ask {front_desk}: a person can help.",
    "repeats": "I am sorry that I repeat myself. I only know what is in the clinic's guide. "
    "You can ask in other words, or ask {front_desk}.",
    "too-long": "I am sorry. I cannot say it any shorter. A person can explain it: ask {front_desk}.",
    "waiting-room": "I cannot help with that from here. Please ask {front_desk}: a person there can.",
    "no-visit": "A visit is only a suggestion, and it is up to you. I bring it up because I cannot judge anybody's own "
    "back. You can go on asking here.",
    "small-letters": "I cannot make the letters larger. On a computer, the keys Ctrl and + often do. "
    "Or ask {front_desk}: a person can read it to you.",
    "read-aloud": "I have no voice: what I say is only written here. "
    "If you like, ask {front_desk}: a person can read it to you.",
    "how-to": "You only have to write your question, in your own words. "
    "If you need help with this screen, please ask {front_desk}.",
    "complaint": "I am sorry that you have reason to complain. I cannot take a complaint: nobody reads what is typed "
    "here. Please ask {front_desk} whom to tell or to write to.",
    "chat": "I am only a simple program, and no good at that. Ask me anything[[ about {subject_in_short}]].",
    "weak-english": "That is no problem. Write as you can, in short sentences. "
    "For an interpreter, please ask {front_desk}.",
    "blame": "I am sorry that this has been so hard for you. "
    "If you want to be heard by a person, please ask {front_desk}.",
    "worse": "I am sorry. That was not easy to read. If you want to talk about it with a person, "
    "please ask {front_desk}.",
    "telling": "Thank you for telling me. You do not have to ask anything. "
    "If you want a person who listens, please ask {front_desk}.",
    "hurt": "I am sorry if that hurt. Your pain is real, and nobody here says that you make it up. "
    "You can ask me what else may cause it, or ask {front_desk} for a person who listens.",
    "recalled": "I keep nothing from one talk to the next, so I cannot know what was said then. "
    "Please ask it once more: I can only tell you what the clinic's guide says.",
    "needles": "It is natural to be worried about this. Please tell the staff before the test or the shot, "
    "so that they know.",
    "unfinished": NOTHING_PENDING,
    "hesitating": PAUSE,
    "came": GO_ON,
    "life": GO_ON,
    "when": GO_ON,
    "history": GO_ON,
}
# What goes before the answer to what stands beside such a remark.
BESIDE_REMARKS = {
    "unheard": "I am sorry that I missed what you asked.",
    "repeats": "I am sorry that I repeat myself.",
    "hurt": "I am sorry if that hurt.",
}
# What goes before an answer.
REMARK_LEADS = {
    "fault": "I am sorry that you ask yourself this.",
    "dying": "I am sorry that you have this fear. If you feel very ill, call {emergency_number} now.",
}
# "You type too much", where nothing was told that could be said in short.
TOO_LONG_NOTHING = "I am sorry. What would you like to know?"

# -- the suggestion of a consultation

CONSULTATION = "A consultation with {surgeon} is the place for questions about your own back."
CONSULTATION_SHORT = "You can bring this up at a consultation, too."
# Below an urgent card, where a visit must not compete with the call.
CONSULTATION_LATER = "First the call to your surgical team today; a consultation with {surgeon} can follow."

# -- beside and after a safety card

WAITING = "If you still want the answer to your question, say yes"
WHAT_NOW = "If this is not about you now, just go on and ask."
# What follows the card when it is shown again.
CARD_AGAIN = {
    "drive": "Please do not drive yourself.",
    "wait": "Please do not wait.",
    "worse": "Please do it now.",
    "must": "I cannot judge it from here, so yes: please do it.",
    "scared": "It is natural to be worried. Please do it now.",
    "refuses": "I understand. Please do it all the same.",
}
# What is said to those who speak to a safety card, by what they say (`after_card`). None of it is an all-clear, and
# the line that stays after the card, with its number, follows each.
SORRY_FOR_ALARM = "Thank you for telling me, and I am sorry for the alarm."
GO_ON_ASKING = "You can go on and ask whenever you like."
TAKEN_BACK = f"Thank you for telling me. {GO_ON_ASKING}"
NOTHING_WAITS = "No question of yours is waiting. Please do first what the card says; then ask me anything."
_CARD_FIRST = "All right. Please do first what the card says. After that, you can ask me anything."
_NOT_JUDGED = (
    "Thank you for telling me. I cannot judge it from here, so what the card says still holds. "
    "You can ask me anything else, too."
)
_NOT_ME = "Thank you for telling me. If it is about somebody with you, the same holds for them."
_LINE_STAYS = "I am sorry that it bothers you. It stays below, in case it is needed. You can go on and ask."
_AFTER_DANGER = {
    "over": _NOT_JUDGED, "explained": _NOT_JUDGED, "taken-back": TAKEN_BACK, "story": TAKEN_BACK,
    "not-that": TAKEN_BACK, "drop": _CARD_FIRST, "thanks": "You are welcome. Please do first what the card says.",
    "not-me": _NOT_ME, "nod": _CARD_FIRST, "no": _CARD_FIRST, "yes": NOTHING_WAITS,
    "line": _LINE_STAYS,
}  # fmt: skip
AFTER_EMERGENCY = {
    **_AFTER_DANGER,
    "helped": "Good. Tell them what you told me, and about the spine surgery.",
    "told": "Thank you for telling me. Please tell them that, too, when you call.",
    "nobody": "Then please go to the nearest emergency room now. Do not drive yourself.",
}
AFTER_URGENT = {
    **_AFTER_DANGER,
    "helped": "Good that you asked them. Call again if anything changes.",
    "told": "Thank you for telling me. Please tell your surgical team that, too.",
    "nobody": "Then please go to urgent care or the emergency room.",
}
_HEARD = "I am glad that you tell me. You need not know what to do: please let one person hear it, too."
AFTER_CRISIS = {
    "line-failed": "I am sorry that it did not help. Please try once more, by text too, or tell someone near you. "
    "About to act? Call {emergency_number}.",
    "called": "I am glad that you reached out. You can do it again whenever you need to.",
    "no-call": "You do not have to speak: a text is enough, or telling someone near you.",
    "line": _LINE_STAYS,
    "ashamed": "There is nothing to be sorry for. I am glad that you said it.",
    "alone": "I am sorry that you are alone with this. Somebody can be with you in it, even now.",
    "about-line": "A person listens. It is free and private, you can write instead of speaking, "
    "and no trouble is too small.",
    "help-me": "I am only a program, but there are people who can help you now. "
    "About to act? Call {emergency_number}.",
    "lost": _HEARD, "not-that": _HEARD,
    "unheard": "I am sorry. I am only a simple program, but there are people who listen.",
    "person": "Yes, please do. Somebody can listen to you right now. Here, you can also tell {front_desk}.",
    "thanks": "You are welcome. I am glad that you are here.",
    "over": TAKEN_BACK, "taken-back": TAKEN_BACK, "story": TAKEN_BACK, "not-me": _NOT_ME,
    "nod": "I am here for your questions. For all the rest, there are people who listen.",
    "drop": "That is all right. There are people who listen, whenever you want them.",
    "no": "That is all right. There are people who listen, whenever you want them.",
}  # fmt: skip
