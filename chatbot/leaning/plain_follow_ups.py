"""What a few words plainly ask of the topic, in whatever order: "which of them is worse", "did lifting do it".

Matched against what people usually say after an answer (`fragments`), such a message may be taken for another one with
the same small words, and by itself it may look like a question of its own: "when will I feel better" like one about
taking out screws. Here its words are a closed list, so that nothing else can be meant. A message with any other word is
read as before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from chatbot.conversation import Conversation
from chatbot.decision import GENERAL
from chatbot.english.function_words import KIN, STAFF
from chatbot.english.phrases import listed_in_words
from chatbot.english.word_kinds import KindTable, is_of_kind, word_set
from chatbot.knowledge import Entry
from chatbot.leaning.fragments import Fragments
from chatbot.leaning.three_readings import Asked
from chatbot.matching import Matcher
from chatbot.normalise import Question, from_word, normalise
from chatbot.parts import asks, last_question

# How sure it is that a closed list of words asks what it says.
SURELY = 0.99
# What says a figure that was told in other words, or one end of it: "so 4 in 10". For whom it holds is not told.
_FIGURE = "figure"
# "What would they give her for the pain" is answered by one entry, whatever the topic is.
_GIVEN = "given"
_MEDICINE = "pain-medication"
# What each kind asks, in the words of knowledge/follow-ups.yaml. A knowledge base without such a class reads on.
_ASKED = {
    "better": "which of them is better, faster, safer or more common",
    "first": "which comes early and which comes late",
    "mine": "my own case",
    "age": "whether age or other illnesses matter",
    "else": "what else could be behind it",
    "sure": "whether it is sure to work",
    "odds": "the odds and chances in figures",
    "felt-when": "how one knows that it worked, when it is felt",
    "activities": "back to work, driving, sports after it",
    "signs": "how it shows, its signs",
    "where-felt": "whether it is felt in the legs, or anywhere else",
    "found": "how it is found, seen or tested",
    "hope": "is there hope, does it get better",
    "depends": "what it depends on",
    "drink": "whether smoking, drink or food matter",
    "strain": "whether weather, stress or strain bring it on",
    "company": "how to get ready for it, and who may come along",
    "decided": "how it is decided",
    "always": "whether it is always so",
    "why": "why that is, what it comes from",
    "to-ask": "which questions to ask the surgeon",
    "undone": "what happens if nothing is done",
    "tried": "what comes next if that does not help",
    _GIVEN: "what is given for the pain",
    _FIGURE: "for whom which figure holds",
    "brings": "what it brings, the benefits",
    "times": "how many times, how often it is needed",
    "cut": "where they cut, and where the bone comes from",
}
# Of so few words, their order counts: "so how" asks how it is done.
_PHRASES = {
    ("how", "so"): "why",
    ("on", "what"): "depends",
    ("depending", "on", "what"): "depends",
    ("and", "work"): "activities",
    ("and", "my", "work"): "activities",
    ("and", "my", "job"): "activities",
    ("so", "always"): "always",
    ("where", "to"): "where-felt",
    ("spreads", "where"): "where-felt",
    ("it", "spreads", "where"): "where-felt",
    ("spreads", "where", "to"): "where-felt",
}
# "It is worst at night. Is that it": whether what was told is what is talked about.
_ASKING_IF_SO = listed_in_words("""
is that it|is it that|is that them|is it them|is that this|is that from that|is that from it|is it from that
is that from them|is it from them|is that because of that|is it because of that|could that be it|can that be it
could it be that|can it be that|might that be it|would that be it|could it be them|could that be them|is that why
could that be why|is that the reason|could that be the reason|is that what it is|is that part of it|is that the cause
is that what this is|could that be from it|could that be from that|could it be from that|does that fit|does that mean it
""")
_LAST_OF_ASKING_IF_SO = frozenset(phrase[-1] for phrase in _ASKING_IF_SO)
_LISTS = {
    "SMALL": word_set(
        """and so but ok okay well then now just please also though really actually exactly even still um oh hm sorry
        anyway honestly the a an maybe again too able"""
    ),
    "IT": word_set("it that this those these them they there one ones thing things of"),
    "BE": word_set("is are was were be been being am has have had got"),
    "CAN": word_set("can could may might will would should do does did"),
    "ME": word_set(
        "i me my we us our you your he him his she her somebody someone anybody people person patients"
    ),
    "RELATIVES": KIN,
    "STAFF": STAFF,
    "MONTHS": word_set(
        """january february march april may june july august september october november december spring summer fall
        autumn winter"""
    ),
    "NUMBERS": word_set("one two three four five six seven eight nine ten twenty thirty forty fifty 0"),
    "DEEDS": word_set(
        """lifting lifted lift carrying carried carry falling fell fall slipped slip accident crash working worked
        sitting sat sit driving drove bending bent twisting twisted moving moved gardening shoveling shovelling
        shoveled ice snow coughing sneezing sleeping slept running ran walking walked standing stood overdid jumping
        jumped stress strain weather cold rain mattress chair shoes"""
    ),
    "SMOKING": word_set(
        "smoking smoke smoked smokes cigarettes cigarette smoker drinking drink drank drinks alcohol wine beer coffee"
    ),
    "BLAMED": word_set(
        "because from due cause causes caused causing reason bring brings brought blame trigger triggered"
    ),
    "AROUND-DEEDS": word_set(
        """too much many long soon early hard heavy something stuff things boxes box groceries bag bags furniture
        grandson granddaughter baby kid at in on to up down for after before the surgery operation fusion work home
        garden wrong badly bad car years year all day always lot about"""
    ),
}
_TABLE = KindTable(
    """
# Of several things
better - ?: which what & worse worst better best safest safer likeliest: IT BE CAN ME or call get
first - ?: which & first: IT BE CAN ME try take start go with come comes
mine = ?: all both everything each every & have need must got should: CAN ME IT BE to try take go going through
    treatments tests
# For whom
mine = ?: me myself mine & for about with: what how in IT BE CAN like my case different same count counts hold holds
    apply applies
mine = ?: RELATIVES & for about with: what how in my old older IT BE CAN case different happen to look like
age = ?: age aged old older young younger elderly seventies eighties sixties & for at about with when: worse what how in
    their ME BE CAN IT man men woman women years same go goes hold holds true folks
age = ?: 0 & at
# What is told of one's own pain
mine -: hurts hurt aches ache burns burning pain worse & when at in if while after mostly only every: IT mine ME BE
    night nights morning mornings evening evenings day bend bending sit sitting stand standing walk walking lie lying
    lift lifting cough coughing move moving turn turning up down on long more less bed back from
mine -: comes goes started starts began back & it pain: every night day last this week month year weeks months ago since
    few in MONTHS
mine -: side left right lower higher middle & is: it pain on in of my back more down up mine
mine +: walk stand sit sleep bend lift drive & can could & not: ME IT RELATIVES much long far any more anymore at all
    because since properly right
mine -: clicks click creaks cracks grinds pops stiff tight swollen & it hear: ME feels feel is when move moves bend
    there always
mine -: night nights morning mornings evening evenings stairs & at in on: it is worst worse fine better only mostly all
    every day always
mine - ?: when & i he she & walk sit stand bend cough lie lift move climb sneeze turn walks sits stands bends: only
    mostly always worse worst it hurts
mine - ?: STAFF he & say think: what would does will about it to me my
mine - ?: choose decide & how: do i we should can
# What it comes from
else = ?: else other another different & be cause causes causing behind wrong reason reasons: what CAN IT is something
    anything for from my any some if like pain
else - ?: something anything & else & it: is like
depends - ?: what & makes make changes & higher lower likely likelier more less number risk: IT
depends - ?: number figure percentage rate & for about: what BE young younger old older people men women smokers simple
    easy patients
depends = ?: why & range spread number numbers percent percentage percentages figure figures 0 & not one wide big huge
    broad large differ different vary varies exact between: IT BE CAN such from to you say
drink - ?: SMOKING & about: what how my with
drink - ?: SMOKING & higher lower more less: BE IT if when i you he she
drink - ?: SMOKING & BLAMED do did done: IT BE CAN ME AROUND-DEEDS
strain - ?: DEEDS & BLAMED: get IT BE CAN ME AROUND-DEEDS done MONTHS
strain - ?: DEEDS & do did done & it that this: IT BE CAN ME AROUND-DEEDS MONTHS
# Whether it helps, and when
sure - ?: help helps helped work works & really actually ever even: CAN IT BE ME going to
odds - ?: chances chance odds likelihood probability & what how: BE IT CAN ME for good high big
felt-when - ?: better relief gone away stop stops ends over & when soon long: CAN ME IT BE feel get gets how until till
    til its before pain hurting take takes to start starts feeling go goes from
hope = ?: never & heal heals goes go gets get better end ends stop stops improves: IT BE CAN ME mean means saying away
hope = ?: nothing & done do help helps: IT BE CAN ME mean means saying left to more for
decided - ?: time & know tell tells & how when what: CAN ME IT BE its for
undone + ?: if & do have get take: not never ME IT what happens happen
tried =: did had tried & worse: ME IT got made only
given - ?: give gives given prescribe & what: CAN ME IT RELATIVES for against pain usually
given - ?: pill pills medicine medicines drug drugs & called name names: what IT BE
brings = ?: outweigh outweighs & good bad benefits benefit risks risk: IT CAN
times - ?: twice & CAN: IT ME have
to-ask - ?: ask & him her surgeon doctor dr them & what which: should would do does can could ME questions if were at
    visit arutyunyan
# What it is like to have it
activities - ?: walk stand sit lie sleep bend climb swim run drive lift & can could may allowed & i he she we: ME IT BE
    with on over after before normally like go for to
activities - ?: work job sports sport hobby hobbies golf tennis gym gardening & about: what how my with
signs - ?: notice noticed & how what would: CAN ME IT BE if something like
signs - ?: feel hear know & would can could will & if: ME IT broke breaks broken loose moved came comes
signs - ?: hear & can could would: ME IT
cut - ?: scar scars & have get leave: CAN ME IT big
where-felt - ?: where whereabouts & hurt hurts ache aches felt feel: CAN ME IT BE pain in back
where-felt - ?: which what & spot place part area & hurt hurts ache aches felt feel: CAN ME IT BE in pain
found - ?: feel see tell notice & STAFF they he: CAN IT my from outside by looking touching with his their hands
company - ?: come bring & RELATIVES me somebody someone: CAN ME BE along with in allowed to
always = ?: always & is does like so: not IT true case go way everybody everyone for
# A figure in other words
figure = ?: half third quarter most nearly almost 0 & in out of percent: NUMBERS people patients is are about only have
    pain IT means mean fail failed like
figure = ?: half third quarter & almost nearly about: IT BE like
figure = ?: 0 half & for if with: IT BE simple easy small complex hard big surgery operation fusion case cases people
    young old older percent about only me
""",
    _LISTS,
)


class Plain(NamedTuple):
    """What a message plainly asks, and the topic that it asks it of."""

    asked: Asked
    topic: str


class PlainFollowUps:
    """Reads what a few words plainly ask of the topic. Immutable."""

    def __init__(self, matcher: Matcher, fragments: Fragments, entries: Mapping[str, Entry]) -> None:
        """`fragments` knows which entry answers what is asked; `entries` are those of the knowledge base, by id."""
        self._matcher = matcher
        self._fragments = fragments
        self._entries = entries

    def asked(self, question: Question, conversation: Conversation) -> Plain | None:
        """Return what a message asks of the topic without any doubt; None for any other message.

        What is a wording of an entry reaches that entry. After a hand-off, which tells nothing, it is asked of the
        topic before.
        """
        kind = kind_of(question) if conversation.topic else ""
        if not kind or self._matcher.is_wording(question.tokens):
            return None
        topics = (conversation.topic, *reversed(conversation.trail))
        topic = next((one for one in topics if self._entries[one].kind in GENERAL), "")
        if not topic:
            return None
        if kind == _FIGURE:
            is_told = any(map(str.isdecimal, normalise(self._entries[topic].short).tokens))
            asked = Asked(topic, SURELY, _ASKED[kind], (topic,), True, is_told=False) if is_told else None
        elif kind == _GIVEN:
            is_near, is_there = _MEDICINE in self._fragments.near(topic), _MEDICINE in self._entries
            asked = Asked(_MEDICINE, SURELY, _ASKED[kind], (_MEDICINE,), is_near) if is_there else None
        else:
            asked = self._fragments.asked_of(topic, _ASKED[kind], SURELY, conversation.trail)
        return Plain(asked, topic) if asked else None


def kind_of(question: Question) -> str:
    """Return what kind of question a message plainly asks of the topic, "" for none.

    Who tells something and then asks "is that it" asks of their own case, whatever they tell.
    """
    if question.tokens[-1] in _LAST_OF_ASKING_IF_SO and _tells_and_asks_if_so(question):
        return "mine"
    words = tuple(["0" if word.isdecimal() else word for word in question.tokens])
    kinds = (kind.name for kind in _TABLE.kinds_for(words) if is_of_kind(words, kind))
    return _PHRASES.get(words) or next(kinds, "")


def _tells_and_asks_if_so(question: Question) -> bool:
    """Return whether a message tells something, asking nothing, and then asks whether that is it."""
    last = last_question(question)
    if last is None:
        return question.tokens in _ASKING_IF_SO
    return last.question.tokens in _ASKING_IF_SO and not asks(from_word(question, 0, len(last.lead)))
