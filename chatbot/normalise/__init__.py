"""What a patient typed to a Question: the cleaned text, and its words in order with their places.

No word is dropped but "um" and "uh", and no order, negation or number is changed: what a word means is for safety and
matching to say. Which file to open:

- `question`: the values, Question and Word;
- `spelling_out`: the words that a typed word stands for: "can't" is "can not", "plz" is "please";
- `marks`: which marks between two words end a sentence;
- `breaks`: line ends, dots and full stops inside a sentence, which end nothing;
- `dictation`: marks and sounds that dictation writes out as words ("question mark", "um");
- `shortened`: digits and letters that are typed for a word: "2" for "to", "b" for "be";
- `mixed_up`: "dose" that is typed for "does", "hear" for "here";
- `echoes`: words that are said over and over.
"""

import re
from functools import lru_cache

from chatbot.normalise.breaks import in_one_sentence, without_breaks_inside
from chatbot.normalise.dictation import FILLERS, with_marks, without_fillers
from chatbot.normalise.echoes import without_echoes
from chatbot.normalise.marks import mark_between
from chatbot.normalise.mixed_up import MAY_BE_MIXED_UP, with_here_for_hear, with_mix_ups_read
from chatbot.normalise.question import Question, Word, between_marks, sentence_breaks
from chatbot.normalise.shortened import SHORTENED, with_short_forms_read
from chatbot.normalise.spelling_out import fold, forget_words, words_of
from chatbot.sanitise import clean

__all__ = [
    "MAXIMUM_CHARACTERS",
    "Question",
    "Word",
    "between_marks",
    "fold",
    "forget_message",
    "forget_words",
    "from_word",
    "in_one_sentence",
    "normalise",
    "sentence_breaks",
    "with_here_for_hear",
    "without_echoes",
    "words_of",
]

MAXIMUM_CHARACTERS = 2000
# What is longer is not answered beyond the first of these, but read for danger up to the second.
MOST_READ_FOR_DANGER = 20_000
_MOST_OF_A_MESSAGE = 16  # remembered parts of a message
# "W/", "w/o" and "b/c" are words in which the stroke parts nothing; "W/C" is no "with".
_WORD = re.compile(
    r"w/(?:o(?:ut)?(?![^\W_])|(?![^\W_](?![^\W_])))|b/c(?![^\W_])|[^\W_]+(?:'[^\W_]+)*|&", re.IGNORECASE
)
_APOSTROPHES = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u00b4": "'", "\u2032": "'"}
)
# A message of one letter answers; inside a message the same letters are other words: "y does it hurt".
_ALONE = {"y": "yes", "n": "no"}


def normalise(message: str) -> Question:
    """Return the message as a Question of at most MAXIMUM_CHARACTERS characters.

    Normalising a Question's text again gives the same Question. Never raises; an empty message has no words.
    """
    text, rest = _cleaned_and_cut(message)
    text = without_breaks_inside(with_marks(text))
    straight = text.translate(_APOSTROPHES)
    words = _words_in(straight)
    texts = [word.text for word in words]
    if not FILLERS.isdisjoint(texts):
        words = without_fillers(words)
    if not SHORTENED.isdisjoint(texts):
        words = with_short_forms_read(words)
    if not MAY_BE_MIXED_UP.isdisjoint(texts):
        words = with_mix_ups_read(words)
    if len(words) == 1 and (alone := _ALONE.get(straight.rstrip(".!").casefold())):
        words = [words[0]._replace(text=alone)]
    return Question(text, tuple(words), tuple([word.text for word in words]), rest)


def _cleaned_and_cut(message: str) -> tuple[str, str]:
    """Return the text that is answered, and what is cut off behind it and only read for danger, "" for most."""
    text = clean(message).strip()
    if not text.isascii():
        import unicodedata  # noqa: PLC0415 - most messages are ASCII

        # An accent that is typed as a character of its own would otherwise end a word.
        text = unicodedata.normalize("NFC", text)
    if len(text) <= MAXIMUM_CHARACTERS:
        return text, ""
    return text[:MAXIMUM_CHARACTERS].rstrip(), text[MAXIMUM_CHARACTERS:MOST_READ_FOR_DANGER]


def _words_in(text: str) -> list[Word]:
    """Return the words of a text with straight apostrophes, contractions spelt out, with their places and marks."""
    words: list[Word] = []
    end_of_last = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        is_apart = text[end_of_last:start] == " "  # as most words are
        mark = "" if is_apart or not words else mark_between(text, end_of_last, start)
        for part in words_of(found[0]):
            words.append(Word(part, start, end, mark))
            mark = ""
        end_of_last = end
    return words


def from_word(question: Question, start: int, end: int | None = None) -> Question:
    """Return the question from its word number `start` on, up to word number `end` (excluded), as one of its own.

    The question itself where nothing is cut off it. What was cut is remembered until `forget_message`.
    """
    words = question.words
    if end is None or end == len(words):
        return _part_of(question.text, words[start].start, None) if start else question
    return _part_of(question.text, words[start].start, words[end].start)


@lru_cache(maxsize=_MOST_OF_A_MESSAGE)
def _part_of(text: str, start: int, end: int | None) -> Question:
    """Return what stands between two characters of a text, as a Question."""
    return normalise(text[start:end])


def forget_message() -> None:
    """Forget the parts of a message, which are asked for several times while it is answered."""
    _part_of.cache_clear()
