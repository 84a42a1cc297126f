"""Text to Question: cleaned text, and its words in order with their places.

Owns folding of case, apostrophes, accents and odd characters, and the spelling-out of contractions. Drops no
word but "um" and "uh", no order, negation or number: what a word means is for safety and matching to say.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import eq
from typing import NamedTuple

from chatbot.dictation import FILLERS, with_marks
from chatbot.sanitise import clean

MAXIMUM_CHARACTERS = 2000
# What is longer is not answered beyond the first of these, but read for danger up to the second.
MOST_READ_FOR_DANGER = 20_000
# A run of words that comes so often in a row says no more than once. Twice may be meant: "it is very very bad".
_FEWEST_ECHOES = 3
_LONGEST_ECHO = 12  # words; what is pasted over and over is a sentence
_MOST_REMEMBERED = 8192  # typed words, none longer than a message
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|&")
_APOSTROPHES = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u00b4": "'", "\u2032": "'"}
)
_STRONG_MARKS = frozenset(".!?;:\n\u2026\u3002\uff01\uff1f|/")
_WEAK_MARKS = frozenset(',()\u2013\u2014"\u201c\u201d[]')
# Marks that stand inside one expression and end nothing: L4/L5, and/or, 3.5, 5:30, 1,000, e.g.
_INSIDE_NUMBERS = frozenset(".,:")
_MARKS_BY_STRENGTH = ("", ",", ".")
_ABBREVIATED = frozenset(("dr", "mr", "mrs", "ms", "vs"))
_STRETCHED = re.compile(r"(.)\1{2,}")

# Contractions, spelt out, also as typed without their apostrophe. Only forms that are no other word: "well",
# "were", "wed", "shell" and "ill" stay as they are.
_CONTRACTIONS = {
    "can't": "can not",
    "cant": "can not",
    "cannot": "can not",
    "won't": "will not",
    "wont": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "aint": "is not",
    "let's": "let us",
    "y'all": "you all",
    "yall": "you all",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "gimme": "give me",
    "dunno": "do not know",
    "d'you": "do you",
    "dyou": "do you",
    "d'ya": "do you",
    "d'ye": "do you",
    "y'know": "you know",
    "didja": "did you",
    "whatcha": "what are you",
    "whaddya": "what do you",
    "lemme": "let me",
    "gimmie": "give me",
    "tryna": "trying to",
    "hafta": "have to",
    "oughta": "ought to",
    "coulda": "could have",
    "sorta": "sort of",
    "alot": "a lot",
    "lotta": "lot of",
    "aswell": "as well",
    "mustn't": "must not",
    "musn't": "must not",
    "im": "i am",
    "ive": "i have",
    "youre": "you are",
    "youve": "you have",
    "theyre": "they are",
    "theyve": "they have",
    "theyll": "they will",
    "hes": "he is",
    "shes": "she is",
    "thats": "that is",
    "whats": "what is",
    "wheres": "where is",
    "whos": "who is",
    "hows": "how is",
    "whens": "when is",
    "whys": "why is",
    "theres": "there is",
    "heres": "here is",
    "itll": "it will",
}
# Phone shorthand and the commonest slips in words too short for spelling repair. None is a word of its own.
_SHORTHAND = {
    "&": "and", "u": "you", "ur": "your", "r": "are", "y": "why", "n": "and", "b4": "before", "cn": "can",
    "hw": "how", "wat": "what", "wut": "what", "wats": "what is", "wots": "what is", "wuts": "what is", "wher": "where",
    "wot": "what", "waht": "what", "whta": "what", "wht": "what", "wen": "when", "wehn": "when",
    "whn": "when", "wich": "which",
    "hwo": "how", "howw": "how", "wy": "why", "whi": "why", "shud": "should", "shuld": "should",
    "wud": "would", "cud": "could",
    "woud": "would", "coud": "could", "shoud": "should", "abot": "about", "duz": "does",
    "cuz": "because", "coz": "because", "bc": "because",
    "becuz": "because", "abt": "about",
    "teh": "the", "hte": "the", "da": "the", "dat": "that", "tht": "that", "taht": "that", "dis": "this",
    "thsi": "this",
    "hav": "have", "hve": "have", "gud": "good", "ppl": "people", "yous": "you", "youse": "you",
    "em": "them", "owt": "anything", "nowt": "nothing", "summat": "something", "thru": "through", "wid": "with",
    "wiht": "with",
    "wth": "with", "fo": "for", "fro": "for", "iz": "is", "doz": "does", "dos": "does",
    "aftr": "after", "adn": "and", "nad": "and",
    "ther": "there", "thier": "their", "yuo": "you", "yu": "you", "yr": "year", "yrs": "years",
    "wks": "weeks", "mths": "months",
    "appt": "appointment", "apt": "appointment", "dr": "doctor", "doc": "doctor", "docs": "doctors",
    "docter": "doctor", "info": "information",
    "plz": "please", "pls": "please", "thx": "thanks", "thnx": "thanks", "tnx": "thanks", "ty": "thank you",
    "idk": "i do not know",
    "tmrw": "tomorrow", "2day": "today", "2moro": "tomorrow", "bak": "back", "bck": "back",
    "wont": "will not", "gona": "going to",
    "cnt": "can not", "icant": "i can not", "ican't": "i can not", "kil": "kill", "klil": "kill", "kll": "kill",
    "myslef": "myself", "mysef": "myself", "chestpain": "chest pain",
}  # fmt: skip
# A message of one letter answers; inside a message the same letters are other words: "y does it hurt".
_ALONE = {"y": "yes", "n": "no"}
# Digits that stand for words, by the words around them: "how long 2 heal", "which 1 is it", "good 4 me".
_DIGITS = frozenset("1 2 4".split())
_BEFORE_TO = frozenset(
    "long need want wants going able trying ready used supposed safe start back talk happens".split()
)
_AFTER_TO = frozenset(
    """heal recover get go be do know see have take work walk sit sleep drive come ask try wait stop move help fix book
    make find lift stand bend run play feel live pay my me the your him her it""".split()
)
_BEFORE_FOR = frozenset(
    "good bad ok okay safe there that it best better wait done work works pills meds shots".split()
)
_AFTER_FOR = frozenset("my me him her it the that this your pain us you people".split())
_BEFORE_ONE = frozenset("which this that another other any no every".split())
_NUMBERED = frozenset("level levels year years month months week weeks day days hour hours percent".split())
# "Id like" is a wish, "dose it hurt" asks and "next weak" is a week; every other id is a card, every other dose is of a
# medicine, and every other "weak" is a sign of danger.
_LOOK_ALIKES = frozenset("id dose weak".split())
_WANTING = frozenset("like love rather prefer".split())
_BEHIND_DOES = frozenset("it he she this that the my your having getting anyone anybody".split())
_BEFORE_A_WEEK = frozenset(
    "next last following folowing followin nex nxt lst every each per coming other".split()
)
_AFTER_A_WEEK = frozenset(
    "i he she we they at on and or but please thanks if for to with when is was".split()
)
_BEFORE_A_DOSE = frozenset(
    "a the my his her your each per one every next last first high low full daily".split()
)
_NOT_STEMS = "do does did is was are were have has had would should could must need".split()
_CONTRACTIONS |= {f"{stem}n't": f"{stem} not" for stem in _NOT_STEMS}
_CONTRACTIONS |= {f"{stem}nt": f"{stem} not" for stem in _NOT_STEMS}
_IS_CONTRACTED = frozenset("it he she that what where who how when why there here".split())
_ENDINGS = {"'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "would"}


class Word(NamedTuple):
    """One word of a message.

    `text` is lower case without accents; `start` and `end` (excluded) are character offsets into the
    Question's text; words of one contraction share them. `mark` is the strongest mark between the word before
    and this one: "." for anything that ends a sentence, "," for a pause, "" for none.
    """

    text: str
    start: int
    end: int
    mark: str = ""


class Question(NamedTuple):
    """A message ready for reading: `text` as shown, cleaned and cut; its `words`; what was cut off it (`rest`).

    `tokens` are the words' texts, in order: kept beside them because every step asks for them.
    """

    text: str
    words: tuple[Word, ...]
    tokens: tuple[str, ...]
    rest: str = ""

    @property
    def is_cut(self) -> bool:
        """Whether the message was longer than what is answered."""
        return bool(self.rest)


def normalise(message: str) -> Question:
    """Return the message as a Question of at most MAXIMUM_CHARACTERS characters.

    Normalising a Question's text again gives the same Question. Never raises; an empty message has no words.
    """
    text = clean(message).strip()
    if not text.isascii():
        import unicodedata  # noqa: PLC0415 - most messages are ASCII

        text = unicodedata.normalize("NFC", text)  # an accent typed as a character of its own parts no word
    rest = ""
    if len(text) > MAXIMUM_CHARACTERS:
        rest = text[MAXIMUM_CHARACTERS:MOST_READ_FOR_DANGER]
        text = text[:MAXIMUM_CHARACTERS].rstrip()
    text = with_marks(text)
    straight = text.translate(_APOSTROPHES)
    words: list[Word] = []
    end_of_last = 0
    for found in _WORD.finditer(straight):
        start, end = found.span()
        is_apart = straight[end_of_last:start] == " "  # as most words are
        mark = "" if is_apart or not words else _mark_between(straight, end_of_last, start)
        for part in _parts_of(found[0]):
            words.append(Word(part, start, end, mark))
            mark = ""
        end_of_last = end
    texts = [word.text for word in words]
    if not FILLERS.isdisjoint(texts):
        words = _without_fillers(words)
    if not _DIGITS.isdisjoint(texts):
        words = _with_digits_read(words)
    if not _LOOK_ALIKES.isdisjoint(texts):
        words = _with_look_alikes_read(words)
    if len(words) == 1 and (alone := _ALONE.get(straight.rstrip(".!").casefold())):
        words = [words[0]._replace(text=alone)]
    return Question(text, tuple(words), tuple([word.text for word in words]), rest)


def _without_fillers(words: list[Word]) -> list[Word]:
    """Return words without the sounds between them, whose marks stay; all words where there is nothing else."""
    kept: list[Word] = []
    mark = ""
    for word in words:
        mark = max(mark, word.mark, key=_MARKS_BY_STRENGTH.index)
        if word.text not in FILLERS:
            kept.append(word._replace(mark=mark if kept else ""))
            mark = ""
    return kept or words


def _with_digits_read(words: list[Word]) -> list[Word]:
    """Return words with "to", "for" and "one" where a digit is typed for them; every other number stays."""
    read = list(words)
    for place in range(1, len(words)):
        before, word, after = words[place - 1].text, words[place], words[place + 1 : place + 2]
        follows = after[0].text if after and not after[0].mark else ""
        is_to = word.text == "2" and before in _BEFORE_TO and follows in _AFTER_TO
        is_for = word.text == "4" and before in _BEFORE_FOR and follows in _AFTER_FOR
        is_one = word.text == "1" and before in _BEFORE_ONE and follows not in _NUMBERED
        meant = "to" if is_to else "for" if is_for else "one" if is_one else ""
        if meant and not word.mark:
            read[place] = word._replace(text=meant)
    return read


def _with_look_alikes_read(words: list[Word]) -> list[Word]:
    """Return words with "i would like" for "id like", "does it" for "dose it", "next week" for "next weak"."""
    read: list[Word] = []
    before = ""
    for word, after in zip(words, [*words[1:], None], strict=True):
        follows = after.text if after is not None and not after.mark else ""
        if word.text == "id" and follows in _WANTING:
            read += word._replace(text="i"), word._replace(text="would", mark="")
        elif word.text == "dose" and follows in _BEHIND_DOES and before not in _BEFORE_A_DOSE:
            read.append(word._replace(text="does"))
        elif word.text == "weak" and before in _BEFORE_A_WEEK and (not follows or follows in _AFTER_A_WEEK):
            read.append(word._replace(text="week"))
        else:
            read.append(word)
        before = word.text
    return read


def from_word(question: Question, start: int, end: int | None = None) -> Question:
    """Return the question from its word number `start` on, up to word number `end`; the question itself for 0."""
    words = question.words
    if end is None or end == len(words):
        return normalise(question.text[words[start].start :]) if start else question
    return normalise(question.text[words[start].start : words[end].start])


def sentence_breaks(words: Sequence[Word]) -> list[int]:
    """Return the places of the words that begin a sentence, in order, without the first word of all."""
    return [place for place, word in enumerate(words) if place and word.mark == "."]


def without_echoes(question: Question) -> Question:
    """Return the question with each run of words that comes three times or more in a row said once.

    Its `text` stays. For matching, where a word that is said fifty times must not be fifty times as sure.
    """
    tokens = question.tokens
    if len(tokens) - len(set(tokens)) < _FEWEST_ECHOES - 1:
        return question
    sizes = [size for size in range(1, _LONGEST_ECHO + 1) if _may_echo(tokens, size)]
    if not sizes:
        return question
    words = list(question.words)
    for size in sizes:
        words = _said_once(words, size)
    return question._replace(words=tuple(words), tokens=tuple([word.text for word in words]))


def _may_echo(tokens: Sequence[str], size: int) -> bool:
    """Return whether a run of this size comes so often in a row: a look that costs next to nothing."""
    equal = bytes(map(eq, tokens, tokens[size:]))
    return b"\x01" * ((_FEWEST_ECHOES - 1) * size) in equal


def _said_once(words: list[Word], size: int) -> list[Word]:
    """Return words with each run of this size that comes three times or more in a row said once."""
    texts = [word.text for word in words]
    kept: list[Word] = []
    start = 0
    while start < len(words):
        end = start + size
        while (
            texts[end : end + 1] == texts[start : start + 1]
            and texts[end : end + size] == texts[start : start + size]
        ):
            end += size
        if end - start >= _FEWEST_ECHOES * size:
            kept += words[start : start + size]
            start = end
        else:
            kept.append(words[start])
            start += 1
    return kept


@lru_cache(maxsize=_MOST_REMEMBERED)
def _parts_of(word: str) -> tuple[str, ...]:
    """Return the words that a typed word stands for: folded, contractions spelt out."""
    return tuple(_spell_out(fold(word)))


def forget_words() -> None:
    """Forget the words that were typed, which are remembered to be read faster the next time."""
    _parts_of.cache_clear()


def fold(word: str) -> str:
    """Return a word in lower case, without accents, with letters that are stretched ("sooo") cut to two."""
    if not word.isascii():
        import unicodedata  # noqa: PLC0415 - most messages are ASCII

        decomposed = unicodedata.normalize("NFKD", word.casefold())
        word = "".join(character for character in decomposed if not unicodedata.combining(character)) or word
    word = word.lower()
    if _STRETCHED.search(word) is None or word.isdigit():
        return word
    return _STRETCHED.sub(r"\1\1", word)


def _mark_between(text: str, end: int, start: int) -> str:
    """Return the strongest mark between a word that ends at `end` and the next, which starts at `start`."""
    gap = text[end:start]
    if gap == "/":
        return ""
    if gap in _INSIDE_NUMBERS and text[end - 1].isdigit() and text[start].isdigit():
        return ""
    if gap.startswith(".") and _is_abbreviated(text, end):
        return ""
    characters = set(gap)
    if characters & _STRONG_MARKS:
        return "."
    return "," if characters & _WEAK_MARKS or " - " in gap else ""


def _is_abbreviated(text: str, end: int) -> bool:
    """Return whether the word that ends here is written with a full stop of its own: "Dr.", "e.g."."""
    begin = end
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    if end - begin == 1:
        return text[end + 1 : end + 2].isalpha() or text[begin - 1 : begin] == "."
    return text[begin:end].lower() in _ABBREVIATED


def _spell_out(word: str) -> list[str]:
    """Return the words that a folded word stands for: contractions and shorthand in full, possessives without "s"."""
    whole = _CONTRACTIONS.get(word) or _SHORTHAND.get(word)
    if whole is not None:
        return whole.split()
    if "'" not in word:
        return [word]
    stem, _, ending = word.rpartition("'")
    stem = stem.replace("'", "")
    if ending == "s":
        return [stem, "is"] if stem in _IS_CONTRACTED else [stem]
    spelt_out = _ENDINGS.get("'" + ending)
    return [stem, spelt_out] if spelt_out else [stem + ending]
