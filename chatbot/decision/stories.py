"""A long story with a question in it: how the sentence that asks changes what the whole message is matched with.

That sentence is called a witness here: it speaks for entries a second time, beside the story as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chatbot.decision.message import SMALL_TALK, FollowUpReader, Message
from chatbot.decision.trust import SURE_FOLLOW_UP
from chatbot.english.function_words import AUXILIARIES, HAVING, SUBJECTS, content_words, points_back
from chatbot.matching import Background, Match, Matched
from chatbot.normalise import Question, from_word
from chatbot.parts import Stretch, asking, opens_a_question, segments

LONG_STORY_WORDS = 22
# A question that is so sure is heard without its story: where a word of it names its entry, and where none does.
_NAMED_ALONE, _SURE_ALONE = 0.7, 0.97
_CONDITIONS = frozenset(("if", "whether"))
_OPENING_A_CLAUSE = frozenset("who which whose when where".split())  # behind a comma
_ASKING_BEFORE_A_VERB = frozenset(("when", "where"))
# Behind a comma the question goes on with one of these.
_GOING_ON = frozenset(
    """and or but about with without like such since because if when while after before for to of in on at from by than
    even especially""".split()
)
_EXPLETIVE = 4  # words: "is it possible that"
# A story that is so clear as a whole needs no witness.
CLEAR_STORY = 0.8
SHORTEST_WITNESS = 4  # words; shorter sentences of a story lean on the rest of it
# A sentence is read with the stretches before it that make so many words together, cut to so many.
WORDS_AROUND, MOST_AROUND = 25, 31
# How much a witness counts, from 0 to 1: less than a second message would, for its words are in the story, too.
TRUST_IN_A_WITNESS = 0.7
# A few words that lean on the story ("is that common") decide when it is sure what they ask for (SURE_FOLLOW_UP).
LONGEST_FOLLOW_UP_WORDS = 10
LONGEST_ALONE = 5  # words of one that does not point back


def clear_question(message: Message) -> Question | None:
    """Return the one question of a long story that is clear without the story; None where there is none, or several.

    "I am 67. My thyroid is slow. Can the screws be taken out? My wife does the shopping." It must name the entry that
    answers it, or else be very sure; what points back or may lean on what is told ("what can be done") is not clear.
    What no entry speaks of, as a plate in the ankle, must not stand right before it.
    """
    question = message.question
    if len(question.words) < LONG_STORY_WORDS:
        return None
    asked = asking_by_itself(question)
    if len(asked) != 1:
        return None
    start, end = asked[0].start, _end_before_a_statement(question, asked[0])
    is_part = SHORTEST_WITNESS <= end - start < len(question.words)
    is_heard = is_part and _is_clear(message, question.tokens[start:end])
    return from_word(question, start, end) if is_heard and _is_apart_from_others(message, start) else None


def _is_clear(message: Message, tokens: Sequence[str]) -> bool:
    """Return whether a question surely asks for one entry, whatever else the story tells."""
    alone = message.match_words(tokens)
    is_named = any(alone.entry in message.named_by(word) for word in content_words(tokens))
    is_sure = alone.is_exact or alone.confidence >= (_NAMED_ALONE if is_named else _SURE_ALONE)
    if not is_sure or alone.elsewhere or message.kinds[alone.entry] == SMALL_TALK:
        return False
    return (is_named or not message.whole.elsewhere) and not _may_lean(message, tokens, alone.entry)


def asking_by_itself(question: Question) -> list[Stretch]:
    """Return the stretches of a message that ask something, the likeliest first."""
    return [one for one in asking(question.tokens, segments(question)) if _asks_by_itself(question, one)]


def _asks_by_itself(question: Question, one: Stretch) -> bool:
    """Return whether a stretch asks: not "if it rains", "my mother, who is 90", "I also | have diabetes"."""
    words = question.tokens[one.start : one.end]
    is_turned = words[0] in _ASKING_BEFORE_A_VERB and not AUXILIARIES.isdisjoint(
        words[1:2]
    )  # "..., when can I"
    is_clause = words[0] in _OPENING_A_CLAUSE and question.words[one.start].mark == "," and not is_turned
    has_it = words[0] in HAVING and SUBJECTS.isdisjoint(words[1:2])
    if words[0] in _CONDITIONS or is_clause or has_it:
        return False
    return one.has_mark or opens_a_question(words)


def _end_before_a_statement(question: Question, asked: Stretch) -> int:
    """Return where a question ends: at the comma behind which somebody tells on ("can it come out, my wife says")."""
    words = question.words
    return next(
        (
            place
            for place in range(asked.start + SHORTEST_WITNESS, asked.end)
            if words[place].mark == "," and words[place].text not in _GOING_ON
        ),
        asked.end,
    )


def _may_lean(message: Message, tokens: Sequence[str], entry: str) -> bool:
    """Return whether a question may be about what the story tells: it points back, or asks something else of it.

    `entry` answers it by itself. "Is it possible that ..." points back to nothing.
    """
    is_expletive = tuple(tokens[:2]) == ("is", "it") and tuple(tokens[3:4]) in (("that",), ("to",))
    expletive = _EXPLETIVE if is_expletive else 1
    if points_back(tokens[expletive:]):
        return True
    asked = message.follow_up("", tokens) if message.follow_up else None
    return asked is not None and asked[0] != entry


def _is_apart_from_others(message: Message, start: int) -> bool:
    """Return whether what is told right before a question speaks of nothing that no entry speaks of."""
    before = next((one for one in reversed(segments(message.question)) if one.end <= start), None)
    return before is None or not message.match_words(message.question.tokens[before.start : start]).elsewhere


def focus(message: Message) -> Matched:
    """Return what a message matches; for a long story, changed by what the sentence that asks in it matches.

    - A few words that surely ask for something ("is that common") decide by themselves.
    - Otherwise the sentence is a witness. It is read twice, with the words of the story beside it and with what was
      said just before it, and the clearer reading counts. An entry's confidence is then the chance that story and
      witness are not both wrong about it. Small talk, like a thank-you in a story, is no witness.
    - A story that is clear as a whole needs no witness.
    """
    question, whole = message.question, message.whole
    if len(question.words) < LONG_STORY_WORDS or not whole.ranking.matches:
        return whole
    stretches = segments(question)
    questions = asking(question.tokens, stretches)
    asked = _asked_at_last(message, questions)
    if asked is not None:
        return _led_by(whole, *asked)
    if whole.confidence >= CLEAR_STORY or not questions:
        return whole
    return _weighed(whole, _heard(message, questions[0], stretches))


def _asked_at_last(message: Message, questions: Sequence[Stretch]) -> tuple[str, float] | None:
    """Return the entry that a short question at the end of a story surely asks for ("is that common"), else None."""
    if message.follow_up is None:
        return None
    for one in questions:
        tokens = message.question.tokens[one.start : one.end]
        asked = _asked_of_story(tokens, message.whole.entry, message.follow_up)
        if asked is not None and message.kinds.get(asked[0], SMALL_TALK) != SMALL_TALK:
            return asked
    return None


def _asked_of_story(tokens: Sequence[str], topic: str, follow_up: FollowUpReader) -> tuple[str, float] | None:
    """Return what a few words ask for after `topic`, where that is sure and another entry. An "if" asks nothing."""
    longest = LONGEST_FOLLOW_UP_WORDS if points_back(tokens) else LONGEST_ALONE
    if len(tokens) > longest or tokens[0] == "if":
        return None
    asked = follow_up(topic, tokens)
    return asked if asked is not None and asked[1] >= SURE_FOLLOW_UP and asked[0] != topic else None


def _led_by(whole: Matched, entry: str, sure: float) -> Matched:
    """Return the match with this entry first, and the others no surer than what it leaves to them."""
    matches = whole.ranking.matches
    known = next(
        (match for match in matches if match.entry == entry), Match(entry, matches[0].score, 0.0, 0.0)
    )
    others = [
        (match, min(chance, 1 - sure)) for match, chance in whole.with_chances() if match.entry != entry
    ]
    return whole._replace(
        ranking=whole.ranking._replace(matches=(known, *(match for match, _ in others))),
        confidences=(sure, *(chance for _, chance in others)),
    )


def _heard(message: Message, asked: Stretch, stretches: Sequence[Stretch]) -> dict[str, tuple[Match, float]]:
    """Return the entries that the witness speaks for, by id: the match and its confidence in the clearer reading."""
    tokens = message.question.tokens
    readings = [message.match_words(tokens[_start_before(asked, stretches) : asked.end])]
    if asked.end - asked.start >= SHORTEST_WITNESS:
        story = Background(words=tuple(content_words(tokens)))
        readings.append(message.match_words(tokens[asked.start : asked.end], story))
    heard: dict[str, tuple[Match, float]] = {}
    for reading in readings:
        for match, chance in reading.with_chances():
            is_better = chance > heard.get(match.entry, (match, 0.0))[1]
            if is_better and message.kinds[match.entry] != SMALL_TALK:
                heard[match.entry] = (match, chance)
    return heard


def _start_before(asked: Stretch, stretches: Sequence[Stretch]) -> int:
    """Return where the stretches before a sentence begin that give it WORDS_AROUND words together."""
    start = asked.start
    for one in reversed(stretches):
        if one.start < start and asked.end - start < WORDS_AROUND:
            start = one.start
    return max(start, asked.end - MOST_AROUND)


def _weighed(whole: Matched, heard: Mapping[str, tuple[Match, float]]) -> Matched:
    """Return the match of a story with what the witness adds, ranked anew."""
    total = {match.entry: (match, chance) for match, chance in whole.with_chances()}
    for entry, (match, chance) in heard.items():
        known, before = total.get(entry, (match, 0.0))
        total[entry] = (known, 1 - (1 - before) * (1 - TRUST_IN_A_WITNESS * chance))
    ranked = sorted(total.values(), key=lambda one: (-one[1], one[0].entry))
    return whole._replace(
        ranking=whole.ranking._replace(matches=tuple(match for match, _ in ranked)),
        confidences=tuple(chance for _, chance in ranked),
    )
