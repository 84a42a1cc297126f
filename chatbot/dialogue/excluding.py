"""What a message rules out while it asks for the rest: "something without pills", "no shots, no surgery, what is left".

Words only: which entries are ruled out, and of which list the rest is told, is for `dialogue.leftovers` to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from chatbot.english.function_words import FUNCTION_WORDS, WORDS_THAT_ASK
from chatbot.english.phrases import by_first_word, listed, phrase_at
from chatbot.normalise import Question

_RULING_OUT = by_first_word(
    listed("""
        without|no|nor|other than|else than|else but|apart from|aside from|besides|beside|except|except for
        instead of|rather than|not want|do not want
        not like|do not like|can not have|can not take|can not do|hate
        refuse|against|already do|already did|already had|already tried|already take|already took|already|tried
        i did|i had|he had|she had|have had|has had|have done|has done|been through|went through
    """)
)
# Where a sentence begins: "not the shots either", "had the pills"; "so that it does not come back" rules nothing out.
_OPENING = frozenset(("not", "had"))
_MAY_RULE_OUT = frozenset(_RULING_OUT) | _OPENING  # most messages have none of these
# "I do not want an operation" rules it out in so many words; "no operation yet" only tells what was.
_UNWANTED = by_first_word(listed("not want|not like|hate|refuse|would rather not"))
_EITHER = "either"
# Only who asks for something else wants to hear the rest. The first of these ask for it wherever they stand.
_REST = frozenset("else alternative alternatives option options remains instead".split())
# The others do with these behind them, or with nothing: "something for it" and "another way", but "something went
# wrong", "my other leg", "the pain left" and "it feels different" only tell.
_BEHIND_SOMETHING = frozenset(
    """for to that without but than other different left new natural stronger milder gentler i we you they he
    she""".split()
)
_BEHIND_OTHER = frozenset(
    """way ways treatment treatments thing things choice choices kind kinds method methods one ones approach
    approaches solution solutions idea ideas possibility possibilities therapy therapies medicine medicines cause
    causes reason reasons test tests explanation explanations stuff than""".split()
)
_BEHIND_LEFT = frozenset("for to then now i we me us him her besides except but of in".split())
_BEHIND: dict[str, frozenset[str]] = {
    "something": _BEHIND_SOMETHING,
    "anything": _BEHIND_SOMETHING,
    "other": _BEHIND_OTHER,
    "another": _BEHIND_OTHER,
    "different": _BEHIND_OTHER,
    "left": _BEHIND_LEFT,
}
_BEFORE_LEFT = frozenset("is are what anything something nothing have has got".split())
_ASKING_FOR_REST = _REST | _BEHIND.keys()
# "What is in that list besides therapy" asks for it, too; so does "what can I do without pills", but "is it safe
# without pills" asks something of that.
_BESIDE = frozenset("besides except than apart aside".split())
_WITHOUT = "without"
_WHAT = frozenset("what how".split())
_DOING = frozenset("do try treat manage help helps".split())
# What is ruled out ends here; "and" and "or" begin the next.
_END = WORDS_THAT_ASK | frozenset(
    """but because so then tell i you he she it they we is are can could do does anything something yet
    either though thanks thank please""".split()
)
_JOINING = frozenset("and or nor".split())
_BEFORE_NOT = frozenset("and but so no or well".split())
_FEW = 4  # words: "no surgery though"; but "no surgery yet" tells what was
_YET = frozenset("yet so far before".split())
_SINCE = "since"  # "no surgery since 2020" tells what was
_MOST_WORDS = 24


class RuledOut(NamedTuple):
    """The words that name each thing ruled out, and whether the rest is asked for, or only a wish is told."""

    names: tuple[tuple[str, ...], ...]
    asks_for_rest: bool
    is_wish: bool


def ruled_out(question: Question) -> RuledOut | None:
    """Return what a message rules out, in its order; None where it rules out nothing, or is a long story."""
    tokens = question.tokens
    if _MAY_RULE_OUT.isdisjoint(tokens) or len(tokens) > _MOST_WORDS or _SINCE in tokens:
        return None
    names = _names(question)
    if not names:
        return None
    is_only = tokens[0] == "no" and len(tokens) <= _FEW and not _YET.intersection(tokens)
    is_wish = (
        is_only
        or _EITHER in tokens
        or any(phrase_at(tokens, place, _UNWANTED) for place in range(len(tokens)))
    )
    opening = tokens[1] if tokens[0] in _BEFORE_NOT else tokens[0]
    is_bare = opening in _BESIDE and len(tokens) <= _FEW  # "besides pills", "and besides pills"
    asks_beside = is_bare or not (_BESIDE.isdisjoint(tokens[1:]) or WORDS_THAT_ASK.isdisjoint(tokens))
    asks_without = _WITHOUT in tokens and not (_WHAT.isdisjoint(tokens) or _DOING.isdisjoint(tokens))
    asks_for_rest = asks_beside or asks_without or _asks_for_rest(question, is_wish=is_wish)
    return RuledOut(tuple(names), asks_for_rest, is_wish)


def _asks_for_rest(question: Question, *, is_wish: bool) -> bool:
    """Return whether a word of a message asks for something else: in a wish any does, else by what stands around it."""
    tokens = question.tokens
    if is_wish or not _REST.isdisjoint(tokens):
        return not _ASKING_FOR_REST.isdisjoint(tokens)
    for before, word, after in zip(("", *tokens), question.words, (*question.words[1:], None), strict=False):
        if word.text not in _BEHIND or (word.text == "left" and before not in _BEFORE_LEFT):
            continue
        is_last = after is None or bool(after.mark)
        if (is_last and word.text != "different") or (after is not None and after.text in _BEHIND[word.text]):
            return True
    return False


def _names(question: Question) -> list[tuple[str, ...]]:
    """Return the words that name each thing ruled out."""
    tokens = question.tokens
    names: list[tuple[str, ...]] = []
    name: list[str] = []
    is_out, place = False, 0
    while place < len(tokens):
        found = phrase_at(tokens, place, _RULING_OUT) or _opens_with_it(question, place)
        is_joined = tokens[place] in _JOINING  # also after a full stop: "had the shots. And the pills"
        is_end = (bool(question.words[place].mark) and not is_joined) or tokens[place] in _END
        if found or is_end or is_joined:
            names, name = _with(names, name)
            is_out = bool(found) or (is_out and not is_end)
        elif is_out and tokens[place] not in FUNCTION_WORDS and tokens[place] not in _ASKING_FOR_REST:
            name.append(tokens[place])
        place += max(1, found)
    return _with(names, name)[0]


def _opens_with_it(question: Question, place: int) -> int:
    """Return 1 where a "not" or a "had" begins what is said, perhaps after a joining word; else 0."""
    words = question.words
    is_first = not place or bool(words[place].mark) or words[place - 1].text in _BEFORE_NOT
    return int(words[place].text in _OPENING and is_first)


def _with(names: list[tuple[str, ...]], name: Sequence[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    """Return the names with one more, unless it has no words, and an empty one to begin the next with."""
    return ([*names, tuple(name)] if name else names), []
