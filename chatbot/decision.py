"""Matches to a decision: answer, hand over, offer choices, or say honestly that there is nothing.

Refusal is by evidence: how sure the match is (calibrated), how much of the message's content is known, the lead
over the runner-up, and what is known to be outside. Owns the thresholds and the splitting of two questions.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from chatbot.courtesy import all_courtesy, unwrap
from chatbot.matching import NO_CONTEXT, Context, Match, Matched, Matcher
from chatbot.normalise import Question

# Chosen on the development questions so that a wrong answer stays rarer than one in thirty; see
# docs/matching.md for the table of what other values give.
ANSWER = 0.45
ANSWER_TO_ONE_WORD = 0.6
LEANING_ANSWER = 0.25
MENU = 0.17
PART_ANSWER = 0.45
STANDS_ALONE = 0.8
WHOLE_STANDS = 0.85
WEAK_PART = 0.6
CHOICE = 0.04
FEWEST_CHOICES = 2
MOST_CHOICES = 3
FEWEST_PARTS = 2
MOST_PARTS = 3
LONG_STORY_WORDS = 22
SHORTEST_WITNESS = 4  # words; shorter sentences of a story lean on the rest of it
MOST_WITNESSES = 2
# A story that is so clear as a whole needs no witnesses.
CLEAR_STORY = 0.9

FUNCTION_WORDS = frozenset(
    """a an and any anyone are as at be been but by can could did do does doing for from had has have he
    her hers
    him his how i if in is it its just like may me might mine must my myself no not of off on once one
    only or other our ours out over own shall she should so some such than that the their theirs them then
    there these they this those to too up us very was we were what when where which while who whom whose
    why will with without would you your yours am about after again all also because before being between
    both each few more most much many into same through until under here get got gets getting go goes
    going went let say said tell know think want need make made thing things really still even ever never
    now yes ok okay please thanks someone something anything everything one's
    """.split()
)
_QUESTION_OPENERS = frozenset(
    """what whats when where which who whom whose why how can could do does did is are was were will would
    should
    may am has have tell explain describe if whether any
    """.split()
)
_WORDS_THAT_ASK = frozenset("what when where how why who which whether".split())
_REQUESTS = frozenset("need want would like please".split())
_JOINERS = frozenset("and also plus but or then".split())
_PERSONAL = tuple(
    tuple(phrase.split())
    for phrase in (
        "should i", "should my", "should he", "should she", "should we", "is it normal that i",
        "is it normal that my",
        "is it normal for me", "is it normal for my", "normal that my", "normal that i", "do i need",
        "does he need",
        "does she need", "does my", "is mine", "is my", "are my", "am i a", "am i too", "is she too",
        "is he too", "my report", "my mri says",
        "my scan says", "my mri shows", "my scan shows", "my ct", "my x ray", "my xray", "report says",
        "mri says", "mri showed",
        "in my case", "for someone like me", "what would you do", "would you recommend", "is that bad",
        "is this bad",
        "is that normal", "is this normal", "yes or no", "look at my", "read my", "what do you think",
        "what does my",
        "my results", "is it safe for me", "would it be safe for me", "is it ok for me", "am i going to",
        "will i need", "can i still",
        "my case", "in my situation", "at my age", "or should i", "what should i do", "worth it for me",
    )
)  # fmt: skip

_PERSONAL_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _PERSONAL:
    _PERSONAL_BY_FIRST.setdefault(_phrase[0], []).append(_phrase)


FollowUpReader = Callable[[str, Sequence[str]], tuple[str, float] | None]


class MatchWords(Protocol):
    """Matches words in a context, without what the patient turned down."""

    def __call__(self, words: Sequence[str], context: Context = NO_CONTEXT) -> Matched:
        """Return the best entries."""


class Decided(NamedTuple):
    """What to say to a message.

    `kind` is "answer", "clarify" or "unknown". `entries` are (id, confidence) in the order asked;
    `choices` are ids,
    best first; `uncovered` are the words of parts that nothing covers. `runners_up` are next-best ids for
    "that is
    not what I asked". `rule` says in plain words why.
    """

    kind: str
    entries: tuple[tuple[str, float], ...] = ()
    choices: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()
    runners_up: tuple[str, ...] = ()
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

    `kinds`: entry id to "faq", "topic", "handoff" or "smalltalk". `context`: the topic, for a message
    that leans on
    it. `turned_down`: entries the patient did not mean. `follow_up` says what a fragment asks for after
    an entry.
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
        double = _decide_parts(question, match_words, kinds, whole, follow_up)
        if double is not None:
            return double
        whole = _focus(question, match_words, kinds, whole)
    return _decide_one(tokens, whole, kinds, LEANING_ANSWER if context.topic else ANSWER)


def _decide_one(
    tokens: Sequence[str], matched: Matched, kinds: Mapping[str, str], threshold: float
) -> Decided:
    others = tuple(match.entry for match in matched.ranking.matches[1:])
    if not matched.ranking.matches:
        return Decided("unknown", rule="no word of the message is known", matched=matched)
    sure = _trusted(matched)
    if sure >= threshold:
        entries = _with_personal(tokens, matched, kinds, sure)
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
    return Decided("unknown", runners_up=others, rule="too little evidence for any entry", matched=matched)


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


def _trusted(matched: Matched) -> float:
    """Return the confidence, held below the answer threshold where one shared word is all there is."""
    if matched.is_exact:
        return matched.confidence
    content = [word for word in matched.ranking.words if word.text not in FUNCTION_WORDS]
    known = [word for word in content if word.status in ("known", "repaired")]
    strange = len(content) - len(known)
    if content and len(known) <= 1 and (strange >= 1 or matched.confidence < ANSWER_TO_ONE_WORD):
        return min(matched.confidence, ANSWER - 0.01)
    return matched.confidence


def _with_personal(
    tokens: Sequence[str], matched: Matched, kinds: Mapping[str, str], sure: float
) -> tuple[tuple[str, float], ...]:
    """Put the general answer first and the personal hand-off after it, where a question is personal."""
    best = matched.entry
    if "personal-advice" not in kinds:
        return ((best, sure),)
    if best == "personal-advice":
        for match, chance in zip(matched.ranking.matches[1:], matched.confidences[1:], strict=True):
            if (
                kinds[match.entry] in ("faq", "topic")
                and match.score >= GENERAL_SCORE
                and chance >= GENERAL_CHANCE
            ):
                return ((match.entry, max(chance, ANSWER)), (best, sure))
        return ((best, sure),)
    if kinds[best] in ("faq", "topic") and not matched.is_exact and is_personal(tokens):
        return ((best, sure), ("personal-advice", sure))
    return ((best, sure),)


GENERAL_SCORE = 1.1
GENERAL_CHANCE = 0.02


def is_personal(tokens: Sequence[str]) -> bool:
    """Return whether a message asks for a judgement of somebody's own case."""
    return any(
        tuple(tokens[place : place + len(phrase)]) == phrase
        for place, token in enumerate(tokens)
        for phrase in _PERSONAL_BY_FIRST.get(token, ())
    )


def _without(matched: Matched, turned_down: Sequence[str]) -> Matched:
    keep = [place for place, match in enumerate(matched.ranking.matches) if match.entry not in turned_down]
    return matched._replace(
        ranking=matched.ranking._replace(matches=tuple(matched.ranking.matches[place] for place in keep)),
        confidences=tuple(matched.confidences[place] for place in keep),
        is_exact=False,
    )


def segments(question: Question) -> list[tuple[int, int, bool]]:
    """Return the stretches of a message that could be questions of their own.

    Each is (first word, end excluded, has a question mark). Cuts are at sentence ends and before a joining
    word or comma that a question opener follows.
    """
    words = question.words
    cuts = [0]
    for place in range(1, len(words)):
        text, mark = words[place].text, words[place].mark
        opener_after = any(word.text in _QUESTION_OPENERS for word in words[place + 1 : place + 3])
        if mark == "." or (
            place - cuts[-1] >= 2  # noqa: PLR2004 - a part of one word is no question
            and (
                (text in _JOINERS and opener_after)
                or (mark == "," and (text in _QUESTION_OPENERS or text in _JOINERS))
                or text == "also"
            )
        ):
            cuts.append(place)
    found = []
    for start, end in zip(cuts, [*cuts[1:], len(words)], strict=True):
        first = next(
            (p for p in range(start, end) if words[p].text not in _JOINERS | {"also", "so", "ok", "well"}),
            end,
        )
        if first < end:
            gap = question.text[words[end - 1].end : words[end].start if end < len(words) else None]
            found.append((first, end, "?" in gap))
    return found


def _asks(tokens: Sequence[str]) -> bool:
    """Return whether a stretch opens like a question or a request: "how ...", "i need to ...", not "cannot ..."."""
    opening = tokens if tokens[0] in _QUESTION_OPENERS else tokens[unwrap(tokens)[0] :]  # "hi, how ..."
    if opening[0] in _QUESTION_OPENERS:
        return opening[1:2] != ("not",)
    return tokens[0] in _REQUESTS or (tokens[0] in ("i", "we") and bool(_REQUESTS.intersection(tokens[1:3])))


def _decide_parts(
    question: Question,
    match_words: MatchWords,
    kinds: Mapping[str, str],
    whole: Matched,
    follow_up: FollowUpReader | None,
) -> Decided | None:
    """Decide on two or three questions in one message; None when it is better read as one."""
    stretches = [stretch for stretch in segments(question) if stretch[1] - stretch[0] >= 2]  # noqa: PLR2004
    opening = [one for one in stretches if one[2] or _asks(question.tokens[one[0] : one[1]])]
    asking = opening if len(opening) >= FEWEST_PARTS else _asking_stretches(question, stretches, opening)
    if not FEWEST_PARTS <= len(asking) <= MOST_PARTS or len(question.words) > 2 * LONG_STORY_WORDS:
        return None
    parts: list[Part] = []
    for start, end, _ in asking:
        parts.append(_part(question.tokens[start:end], parts[-1] if parts else None, match_words, follow_up))
    sure = [
        part
        for stretch, part in zip(asking, parts, strict=True)
        if part.confidence >= (PART_ANSWER if stretch in opening else STANDS_ALONE)
        and kinds.get(part.entry) != "smalltalk"
    ]
    uncovered = tuple(
        _words_of(question, stretch) for stretch, part in zip(asking, parts, strict=True) if part.is_outside
    )
    if whole.confidence >= WHOLE_STANDS and any(part.confidence < WEAK_PART for part in sure):
        return None
    if len({part.entry for part in sure}) >= 2:  # noqa: PLR2004 - two different questions
        entries = tuple({part.entry: (part.entry, part.confidence) for part in reversed(sure)}.values())[::-1]
        return Decided(
            "answer", entries, uncovered=uncovered, rule="two questions in one message", matched=whole
        )
    if len(sure) == 1 and len(asking) == 2 and uncovered:  # noqa: PLR2004
        entries = ((sure[0].entry, sure[0].confidence),)
        rule = "two questions, of which one is not covered"
        return Decided("answer", entries, uncovered=uncovered, rule=rule, matched=whole)
    return None


def _asking_stretches(
    question: Question, stretches: list[tuple[int, int, bool]], opening: list[tuple[int, int, bool]]
) -> list[tuple[int, int, bool]]:
    """Return the stretches that open like a question, and those that hold a question or a request further in."""
    inside = _WORDS_THAT_ASK | _REQUESTS
    asking = [
        one for one in stretches if one in opening or not inside.isdisjoint(question.tokens[one[0] : one[1]])
    ]
    return asking or stretches


class Part(NamedTuple):
    """One part of a message: the entry it asks for, how sure that is, its content words; whether it is outside."""

    entry: str
    confidence: float
    content: tuple[str, ...]
    is_outside: bool


def _part(
    tokens: Sequence[str], before: Part | None, match_words: MatchWords, follow_up: FollowUpReader | None
) -> Part:
    """Read one part of a message; where it is not clear by itself, in the light of the part before it."""
    matched = match_words(tokens)
    sure = _trusted(matched)
    entry = matched.entry
    is_outside = sure < PART_ANSWER and _is_outside(matched)
    content = tuple(word for word in matched.words if word not in FUNCTION_WORDS)
    if before is None and sure < PART_ANSWER and follow_up is not None:
        asked = follow_up("", tokens)
        if asked is not None:
            return Part(*asked, content, is_outside=False)
    if sure < STANDS_ALONE and before is not None and before.entry and not is_outside:
        asked = follow_up(before.entry, tokens) if follow_up else None
        if asked is None and sure < PART_ANSWER:
            leaning = match_words(tokens, Context(before.entry, before.content))
            asked = (leaning.entry, _trusted(leaning))
        if asked is not None:
            entry, sure = asked
    return Part(entry, sure, content, is_outside)


def _is_outside(matched: Matched) -> bool:
    """Return whether a part speaks of something, and of something else than the knowledge base does."""
    if not any(word.text not in FUNCTION_WORDS for word in matched.ranking.words):
        return False
    best = matched.ranking.matches[0].score if matched.ranking.matches else 0.0
    return matched.ranking.outside > best or matched.confidence < MENU


def _words_of(question: Question, stretch: tuple[int, int, bool]) -> str:
    return question.text[question.words[stretch[0]].start : question.words[stretch[1] - 1].end]


def _focus(question: Question, match_words: MatchWords, kinds: Mapping[str, str], whole: Matched) -> Matched:
    """In a long story, let the sentences that ask add to what the whole says.

    Each entry's confidence is the chance that not all of its witnesses are wrong: the whole, and the sentence
    that speaks for it most clearly in the light of the story. A thank-you in a story is no witness.
    """
    if len(question.words) < LONG_STORY_WORDS or whole.confidence >= CLEAR_STORY:
        return whole
    chances = dict(zip(whole.ranking.matches, whole.confidences, strict=True))
    witnesses: dict[str, tuple[Match, float]] = {}
    story = Context(words=tuple([word for word in question.tokens if word not in FUNCTION_WORDS]))
    for start, end in _asking_sentences(question):
        part = match_words(question.tokens[start:end], story)
        for match, chance in zip(part.ranking.matches, part.confidences, strict=True):
            is_better = chance > witnesses.get(match.entry, (match, 0.0))[1]
            if is_better and kinds[match.entry] != "smalltalk":
                witnesses[match.entry] = (match, chance)
    total = {match.entry: (match, chance) for match, chance in chances.items()}
    for entry, (match, chance) in witnesses.items():
        known, before = total.get(entry, (match, 0.0))
        total[entry] = (known, 1 - (1 - before) * (1 - chance))
    ranked = sorted(total.values(), key=lambda one: (-one[1], one[0].entry))
    return whole._replace(
        ranking=whole.ranking._replace(matches=tuple(match for match, _ in ranked)),
        confidences=tuple(chance for _, chance in ranked),
    )


def _asking_sentences(question: Question) -> list[tuple[int, int]]:
    """Return the sentences of a story that ask: those with a question mark first, then the last ones that open so."""
    long = [one for one in segments(question) if one[1] - one[0] >= SHORTEST_WITNESS]
    marked = [(start, end) for start, end, is_marked in long if is_marked]
    opened = [
        (start, end)
        for start, end, is_marked in reversed(long)
        if not is_marked and not _QUESTION_OPENERS.isdisjoint(question.tokens[start : start + 2])
    ]
    return (marked[::-1] + opened)[:MOST_WITNESSES]
