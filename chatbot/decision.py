"""Matches to a decision: answer, hand over, offer choices, or say honestly that there is nothing.

Refusal is by evidence: how sure the match is (calibrated), how much of the message's content is known, the lead
over the runner-up, and what is known to be outside. Owns the thresholds, and what to say to several questions at once.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from chatbot.comparing import compared
from chatbot.courtesy import all_courtesy
from chatbot.function_words import FUNCTION_WORDS, points_back
from chatbot.matching import NO_CONTEXT, Context, Matched, Matcher
from chatbot.normalise import Question
from chatbot.parts import FEWEST_PARTS, MOST_PARTS, Joint, asked_parts, first_thing, joints
from chatbot.personal import asks_for_own_help, operation_asked
from chatbot.phrases import by_first_word, listed, phrase_at
from chatbot.stories import SURE_FOLLOW_UP, FollowUpReader, MatchWords, focus

# Chosen on all labelled questions so that a wrong answer stays rarer than one in thirty. ANSWER and what callers are
# told (`composing`) go together: an answer is given where it is as likely right as not. With 0.45 a point fewer is
# answered right and half a point fewer wrong; with 0.27 half a point more each way.
ANSWER = 0.34
# The others were moved one at a time, to the values named, over 2,189 labelled development messages (1,677 by
# themselves, 512 later turns of conversations) of which 1,958 are answered right and 93 wrong. "Chosen" are those that
# this does not tell apart: one message or none comes out otherwise.
ANSWER_TO_ONE_WORD = 0.63  # measured: at 0.75 seven right fewer; at 0.5 as many right, one wrong fewer
LEANING_ANSWER = 0.25  # measured: at 0.35 five right fewer and two wrong more; at 0.15 one wrong more
MENU = 0.17  # measured: at 0.25 two right fewer; at 0.1 four right more and two wrong fewer, but more menus
PART_ANSWER = 0.35  # measured: at 0.25 two right more; at 0.45 one right more, one wrong fewer
OWN_STANDS = 0.5  # of a part, against the part before it. Measured: at 0.35 three right fewer, at 0.65 one
# Each of several things asked about in one breath. Measured: at 0.5 two right more, at 0.7 no change.
THING = 0.6
# The same where the message opens by asking about things: a bare "the X-rays" is never sure by itself. Measured with
# 361 messages of two questions and 1,587 of one: 0.4 answers two fewer of both, and no single one changes.
NAMED_THING = 0.3
# The same at an "or" where the message is clear as a whole, as it may be for the louder of two. Measured on the same:
# from 0.85 to 0.95 two more are answered in both parts than without, at 0.99 none, and no single one changes.
SURE_THING = 0.95
BOTH = 0.7  # each of two that cannot be cut apart. Measured: at 0.6 two right more, two wrong fewer; 0.8 no change
# A part of so many content words names what it is about. Chosen, not measured.
FEWEST_NAMING = 2
STANDS_ALONE = 0.8  # chosen: 0.7 and 0.9 change at most one
# Against weak parts that are something else. Measured: at 0.95 two right more, at 0.75 no change.
WHOLE_STANDS = 0.85
WEAK_PART = 0.6  # chosen: 0.45 and 0.75 change nothing
# Keeps hopeless choices off the list. Chosen: 0.02 and 0.08 change nothing that is counted.
CHOICE = 0.04
PERSONAL = "personal-advice"
GENERAL = ("faq", "topic")
# What a personal question gets before the hand-off, for which it is the best match: an entry with such a score and
# chance; or one with a clear score, however much surer the hand-off is. Chosen: GENERAL_SCORE 0.8 and 1.4, CHANCE 0.02
# and 0.1, CLEAR_SCORE 2.0 and 3.0 change at most one.
GENERAL_SCORE = 1.1
GENERAL_CHANCE = 0.05
GENERAL_CLEAR_SCORE = 2.5
# A general answer of less chance gives way to what speaks for an operation, where that is asked. Chosen: 0.05 and 0.2
# change nothing.
FAIR_CHANCE = 0.1
# A choice is between two, and no more than patients take in at a glance. Chosen, not measured.
FEWEST_CHOICES = 2
MOST_CHOICES = 3

_PERSONAL_PHRASES = """
    should i|should my|should he|should she|should we|is it normal that i|is it normal that my
    is it normal for me|is it normal for my|normal that my|normal that i|do i need|does he need|does she need
    does my|is mine|is my|are my|am i a|am i too|is she too|is he too|my report|my mri says|my scan says
    my mri shows|my scan shows|my ct|my x ray|my xray|report says|mri says|mri showed|in my case
    for someone like me|what would you do|would you recommend|is that bad|is this bad|is that normal
    is this normal|yes or no|look at my|read my|what do you think|what does my|my results|is it safe for me
    would it be safe for me|is it ok for me|am i going to|will i need|can i still|my case|in my situation
    at my age|or should i|what should i do|worth it for me|do i have|does he have|does she have|do you think i
    do you think my|did my|has my fusion|have my screws|will i ever|will i be|will i end up|will i get
    will i have to|would i be|work for me|better for me|best for me|good for me|right for me|wrong for me
    dangerous for me|riskier for me|risky for me|too late for me|time for me|enough for me|too much for me
    fix my pain|cure my|my fault|is it bad that i|is it bad that my|good idea for me
"""
_PERSONAL = by_first_word(listed(_PERSONAL_PHRASES))
# "Do I have to stay the night" asks about everybody.
_OF_EVERYBODY = by_first_word(("do i have to", "does he have to", "does she have to"))


class Decided(NamedTuple):
    """What to say to a message.

    `kind` is "answer", "clarify" or "unknown", or the reply's where nothing had to be matched. `entries` are (id,
    confidence) in the order asked; `choices` are ids, best first; `uncovered` are the words of parts that nothing
    covers. `runners_up` are next-best ids for "that is not what I asked". `is_compared`: which of the entries is better
    was asked. `rule` says in plain words why.
    """

    kind: str
    entries: tuple[tuple[str, float], ...] = ()
    choices: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()
    runners_up: tuple[str, ...] = ()
    is_compared: bool = False
    rule: str = ""
    matched: Matched | None = None


def decide(
    question: Question,
    matcher: Matcher,
    kinds: Mapping[str, str],
    context: Context = NO_CONTEXT,
    turned_down: Sequence[str] = (),
    follow_up: FollowUpReader | None = None,
) -> Decided:
    """Decide what to say to a question.

    `kinds`: entry id to "faq", "topic", "handoff" or "smalltalk". `context`: the topic, for a message that leans on
    it. `turned_down`: entries the patient did not mean. `follow_up` says what a fragment asks for after an entry.
    """
    tokens = question.tokens
    courtesy = all_courtesy(tokens)
    if courtesy in kinds:
        return Decided("answer", ((courtesy, 1.0),), rule="the message is nothing but courtesy")

    def match_words(words: Sequence[str], context: Context = NO_CONTEXT) -> Matched:
        found = matcher.match(words, context)
        return _without(found, turned_down) if turned_down else found

    whole = match_words(tokens, context)
    if not whole.is_exact:
        double = (
            _decide_compared(question, match_words, kinds, whole)
            or _decide_parts(question, match_words, kinds, whole, follow_up)
            or _decide_things(question, match_words, kinds, whole)
        )
        if double is not None:
            return double
        if not whole.elsewhere:
            whole = focus(question, match_words, kinds, whole, follow_up)
    decided = _decide_one(tokens, whole, kinds, LEANING_ANSWER if context.topic else ANSWER)
    return decided if turned_down or context.topic else _with_general(decided, tokens, match_words, kinds)


def _with_general(
    decided: Decided, tokens: Sequence[str], match_words: MatchWords, kinds: Mapping[str, str]
) -> Decided:
    """Put what speaks for an operation before the hand-off of a message that asks whether to have one.

    "Should I have the surgery" is all hand-off by its words; what it is about is the same question without the "I".
    """
    if PERSONAL not in kinds or not (_is_handed_off(decided) or (decided.choices and is_personal(tokens))):
        return decided
    asked = operation_asked(tokens)
    general = match_words(("signs", "that", *asked, "is", "needed")) if asked else None
    if general is None or kinds.get(general.entry) not in GENERAL or general.confidence < STANDS_ALONE:
        return decided
    told = ((general.entry, general.confidence), (PERSONAL, general.confidence))
    rule = "whether to operate: what speaks for it, and the hand-off"
    return decided._replace(kind="answer", entries=told, choices=(), rule=rule)


def _is_handed_off(decided: Decided) -> bool:
    """Say whether the hand-off is the best match and what is told before it, if anything, has hardly a chance."""
    matched = decided.matched
    if decided.kind != "answer" or matched is None or matched.entry != PERSONAL:
        return False
    chances = dict(zip((one.entry for one in matched.ranking.matches), matched.confidences, strict=True))
    return all(entry == PERSONAL or chances.get(entry, 0.0) < FAIR_CHANCE for entry, _ in decided.entries)


def _decide_one(
    tokens: Sequence[str], matched: Matched, kinds: Mapping[str, str], threshold: float
) -> Decided:
    others = tuple(match.entry for match in matched.ranking.matches[1:])
    if not matched.ranking.matches:
        return Decided("unknown", rule="no word of the message is known", matched=matched)
    beside = _told_as_well(tokens, matched, kinds)
    sure = _trusted(matched, ANSWER)
    if sure < threshold and beside is not None:
        sure = _trusted(matched, ANSWER, beside[1])
    if sure >= threshold:
        entries = _in_order(matched.entry, sure, beside)
        rule = (
            "the question is one of the entry's own"
            if matched.is_exact
            else "the match is sure enough to answer"
        )
        return Decided("answer", entries, runners_up=others, rule=rule, matched=matched)
    if matched.confidence >= MENU:
        choices = _choices(matched, kinds)
        if choices:
            rule = "close, but not sure enough: offer choices"
            return Decided("clarify", choices=choices, rule=rule, matched=matched)
    named = ", ".join(matched.elsewhere)
    rule = f"names what no entry speaks of: {named}" if named else "too little evidence for any entry"
    return Decided("unknown", runners_up=others, rule=rule, matched=matched)


def _choices(matched: Matched, kinds: Mapping[str, str]) -> tuple[str, ...]:
    """Return the entries to choose from, best first: those with a fair chance, and two where there are two.

    None where what is known to be outside speaks louder than the best of them.
    """
    if matched.ranking.outside > matched.ranking.matches[0].score:
        return ()
    offered = [
        (match.entry, chance)
        for match, chance in zip(matched.ranking.matches, matched.confidences, strict=True)
        if kinds[match.entry] != "smalltalk"
    ]
    fair = [entry for entry, chance in offered if chance >= CHOICE]
    return tuple(fair if len(fair) >= FEWEST_CHOICES else [entry for entry, _ in offered[:FEWEST_CHOICES]])[
        :MOST_CHOICES
    ]


def _trusted(matched: Matched, threshold: float, beside: float = 0.0) -> float:
    """Return the confidence, held below `threshold` where one shared word is all there is.

    `beside`: the chance that another entry is right that will be told as well.
    """
    confidence = min(1.0, matched.confidence + beside)
    if matched.is_exact:
        return confidence
    content = [word for word in matched.ranking.words if word.text not in FUNCTION_WORDS]
    known = [word for word in content if word.status in ("known", "repaired")]
    strange = len(content) - len(known)
    if content and len(known) <= 1 and (strange >= 1 or confidence < ANSWER_TO_ONE_WORD):
        return min(confidence, threshold - 0.01)
    return confidence


def _told_as_well(
    tokens: Sequence[str], matched: Matched, kinds: Mapping[str, str]
) -> tuple[str, float] | None:
    """Return what a personal question gets beside the best entry, and its chance: the hand-off, or a general answer."""
    if PERSONAL not in kinds:
        return None
    chances = zip(matched.ranking.matches, matched.confidences, strict=True)
    if matched.entry == PERSONAL:
        for match, chance in chances:
            is_near = match.score >= GENERAL_SCORE and chance >= GENERAL_CHANCE
            if kinds[match.entry] in GENERAL and (is_near or match.score >= GENERAL_CLEAR_SCORE):
                return match.entry, chance
    elif kinds[matched.entry] in GENERAL and not matched.is_exact and is_personal(tokens):
        return PERSONAL, next((chance for match, chance in chances if match.entry == PERSONAL), 0.0)
    return None


def _in_order(best: str, sure: float, beside: tuple[str, float] | None) -> tuple[tuple[str, float], ...]:
    """Return what is told, the general answer before the hand-off."""
    if beside is None:
        return ((best, sure),)
    if best == PERSONAL:
        return ((beside[0], max(beside[1], ANSWER)), (best, sure))
    return ((best, sure), (PERSONAL, sure))


def is_personal(tokens: Sequence[str]) -> bool:
    """Return whether a message asks for a judgement of somebody's own case."""
    return asks_for_own_help(tokens) or any(
        token in _PERSONAL
        and phrase_at(tokens, place, _PERSONAL)
        and not phrase_at(tokens, place, _OF_EVERYBODY)
        for place, token in enumerate(tokens)
    )


def _without(matched: Matched, turned_down: Sequence[str]) -> Matched:
    keep = [place for place, match in enumerate(matched.ranking.matches) if match.entry not in turned_down]
    return matched._replace(
        ranking=matched.ranking._replace(matches=tuple(matched.ranking.matches[place] for place in keep)),
        confidences=tuple(matched.confidences[place] for place in keep),
        is_exact=False,
    )


def _decide_parts(
    question: Question,
    match_words: MatchWords,
    kinds: Mapping[str, str],
    whole: Matched,
    follow_up: FollowUpReader | None,
) -> Decided | None:
    """Decide on two or three questions in one message; None when it is better read as one."""
    asked = asked_parts(question)
    if not asked:
        return None
    parts: list[Part] = []
    for one in asked:
        words = question.tokens[one.start : one.end]
        lead = question.tokens[one.lead : one.start]
        parts.append(_part(words, lead, parts[-1] if parts else None, match_words, follow_up))
    sure = [
        part
        for one, part in zip(asked, parts, strict=True)
        if part.confidence >= (PART_ANSWER if one.opens else STANDS_ALONE)
        and kinds.get(part.entry) != "smalltalk"
    ]
    uncovered = tuple(
        _words_of(question, one.start, one.end)
        for one, part in zip(asked, parts, strict=True)
        if part.is_outside and one.opens and _names_much(part, question.tokens[one.start : one.end])
    )
    is_partly_outside = any(part.is_outside for part in parts)
    told = {part.entry for part in sure}
    is_weak = any(part.confidence < WEAK_PART for part in sure)
    if whole.confidence >= WHOLE_STANDS and whole.entry not in told and is_weak:
        return None
    if len(told) >= FEWEST_PARTS:
        entries = tuple({part.entry: (part.entry, part.confidence) for part in reversed(sure)}.values())[::-1]
        return Decided(
            "answer", entries, uncovered=uncovered, rule="several questions in one message", matched=whole
        )
    if len(sure) == 1 and len(asked) == FEWEST_PARTS and is_partly_outside:
        entries = ((sure[0].entry, sure[0].confidence),)
        rule = "two questions, of which one is not covered"
        return Decided("answer", entries, uncovered=uncovered, rule=rule, matched=whole)
    return None


def _decide_compared(
    question: Question, match_words: MatchWords, kinds: Mapping[str, str], whole: Matched
) -> Decided | None:
    """Decide on things that a message compares ("shots versus PT, which has fewer risks"); None where it does not."""
    told: dict[str, float] = {}
    for start, end in compared(question):
        matched = match_words(question.tokens[start:end])
        is_known = all(word.status in ("known", "repaired") for word in matched.ranking.words)
        if is_known and kinds.get(matched.entry) in GENERAL and matched.confidence >= NAMED_THING:
            told[matched.entry] = max(matched.confidence, told.get(matched.entry, 0.0))
    if not FEWEST_PARTS <= len(told) <= MOST_PARTS:
        return None
    rule = "things that are compared"
    return Decided("answer", tuple(told.items()), is_compared=True, rule=rule, matched=whole)


class Thing(NamedTuple):
    """One of several things asked about: its words, from `start` up to `end`; its entry and how sure that is."""

    start: int
    end: int
    entry: str
    confidence: float
    is_outside: bool


def _decide_things(
    question: Question, match_words: MatchWords, kinds: Mapping[str, str], whole: Matched
) -> Decided | None:
    """Decide on things asked about in one breath ("tell me about loose screws and scar tissue"); None for one thing.

    A message that does not open by asking about things is cut only where it is not clear as a whole.
    """

    def read(start: int, end: int) -> Thing:
        matched = match_words(question.tokens[start:end])
        sure = _trusted(matched, THING) if kinds.get(matched.entry) != "smalltalk" else 0.0
        return Thing(start, end, matched.entry, sure, sure < THING and _is_outside(matched))

    def cuts(start: int, end: int) -> dict[Joint, tuple[Thing, ...]]:
        return {
            joint: (
                read(max(start, opening) if opening < joint.end else start, joint.end),
                read(joint.start, end),
            )
            for joint in joints(question, start, end)
            if joint.is_asked_about or whole.confidence < WHOLE_STANDS or question.tokens[joint.end] == "or"
        }

    def are_things(joint: Joint, two: Sequence[Thing]) -> bool:
        if joint.is_asked_about:
            return _are_things(two, NAMED_THING)
        return _are_things(two, THING if whole.confidence < WHOLE_STANDS else SURE_THING)

    opening = first_thing(question.tokens)
    found = cuts(0, len(question.words))
    things = max((two for joint, two in found.items() if are_things(joint, two)), key=_surest, default=())
    if not things:
        return _decide_on_one_thing(question, found, whole) or _decide_on_both(question, kinds, whole)
    for place, thing in enumerate(things):
        for joint, two in cuts(thing.start, thing.end).items():
            three = (*things[:place], *two, *things[place + 1 :])
            if len(things) < MOST_PARTS and are_things(joint, three):
                things = three
    entries = tuple((thing.entry, thing.confidence) for thing in things)
    return Decided("answer", entries, rule="things asked about in one message", matched=whole)


def _decide_on_one_thing(
    question: Question, found: Mapping[Joint, tuple[Thing, ...]], whole: Matched
) -> Decided | None:
    """Decide on two things of which one is clear and the other is outside."""
    for joint, things in found.items():
        sure = [thing for thing in things if thing.confidence >= STANDS_ALONE]
        outside = [thing for thing in things if thing.is_outside]
        if joint.is_asked_about and sure and outside:
            uncovered = tuple(_words_of(question, thing.start, thing.end) for thing in outside)
            entries = tuple((thing.entry, thing.confidence) for thing in sure)
            rule = "two things asked about, of which one is not covered"
            return Decided("answer", entries, uncovered=uncovered, rule=rule, matched=whole)
    return None


def _decide_on_both(question: Question, kinds: Mapping[str, str], whole: Matched) -> Decided | None:
    """Decide on two things that no cut parts ("the benefits and risks of a redo"), where both are sure of the whole."""
    sure = tuple(
        (match.entry, chance)
        for match, chance in zip(whole.ranking.matches, whole.confidences, strict=True)
        if chance >= BOTH and kinds[match.entry] != "smalltalk"
    )
    if len(sure) < FEWEST_PARTS or not joints(question, 0, len(question.words)):
        return None
    rule = "two things asked about, both sure of the whole"
    return Decided("answer", sure[:FEWEST_PARTS], rule=rule, matched=whole)


def _words_of(question: Question, start: int, end: int) -> str:
    """Return what the patient typed for these words."""
    return question.text[question.words[start].start : question.words[end - 1].end]


def _are_things(things: Sequence[Thing], least: float) -> bool:
    """Return whether all of these are asked about, each something else and at least so sure, none outside."""
    is_each_else = len({thing.entry for thing in things}) == len(things)
    return is_each_else and _surest(things) >= least and not any(thing.is_outside for thing in things)


def _surest(things: Sequence[Thing]) -> float:
    """Return how sure the least sure of these is."""
    return min(thing.confidence for thing in things)


class Part(NamedTuple):
    """One part of a message: the entry it asks for, how sure that is, its content words; whether it is outside.

    `is_strange`: what is known to be outside speaks louder for it than any entry.
    """

    entry: str
    confidence: float
    content: tuple[str, ...]
    is_outside: bool
    is_strange: bool = False


def _part(
    tokens: Sequence[str],
    lead: Sequence[str],
    before: Part | None,
    match_words: MatchWords,
    follow_up: FollowUpReader | None,
) -> Part:
    """Read one part of a message; where it is not clear by itself, with what leads to it, or what was asked before."""
    matched = match_words(tokens)
    sure = _trusted(matched, PART_ANSWER)
    if lead and (sure < STANDS_ALONE or points_back(tokens)):
        with_lead = match_words((*lead, *tokens))
        sure_with_lead = _trusted(with_lead, PART_ANSWER)
        if sure_with_lead > sure:
            matched, sure, before = with_lead, sure_with_lead, None
    entry = matched.entry
    is_outside = sure < PART_ANSWER and _is_outside(matched)
    is_strange = is_outside and matched.ranking.outside > _best_score(matched)
    content = tuple(word for word in matched.words if word not in FUNCTION_WORDS)
    if before is None and sure < PART_ANSWER and follow_up is not None:
        asked = follow_up("", tokens)
        if asked is not None:
            return Part(*asked, content, is_outside=False)
    if before is not None and before.is_outside and sure < STANDS_ALONE and points_back(tokens):
        return Part(entry, 0.0, content, is_outside=True)  # "what is a bunion and how long does it last"
    if sure < STANDS_ALONE and before is not None and before.entry:
        asked = follow_up(before.entry, tokens) if follow_up else None
        leans = points_back(tokens) and not matched.elsewhere
        if is_outside and (asked is None or (asked[1] < SURE_FOLLOW_UP and not leans)):
            return Part(entry, sure, content, is_outside, is_strange)
        if asked is None and sure < PART_ANSWER:
            leaning = match_words(tokens, Context(before.entry, before.content))
            asked = (leaning.entry, _trusted(leaning, PART_ANSWER))
        own_stands = STANDS_ALONE if leans else OWN_STANDS  # what it points back to is what was asked before
        if asked is not None and sure < own_stands and (asked[1] >= sure or sure < PART_ANSWER):
            entry, sure = asked
            is_outside = is_strange = False
    return Part(entry, sure, content, is_outside, is_strange)


def _names_much(part: Part, tokens: Sequence[str]) -> bool:
    """Return whether a part names so much that it can be said to be not covered: "what were the numbers" does not."""
    return part.is_strange or (len(part.content) >= FEWEST_NAMING and not points_back(tokens))


def _is_outside(matched: Matched) -> bool:
    """Return whether a part speaks of something, and of something else than the knowledge base does."""
    if not any(word.text not in FUNCTION_WORDS for word in matched.ranking.words):
        return False
    return matched.ranking.outside > _best_score(matched) or matched.confidence < MENU


def _best_score(matched: Matched) -> float:
    return matched.ranking.matches[0].score if matched.ranking.matches else 0.0
