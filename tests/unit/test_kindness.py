"""How a message is meant, and in which language it is written."""

from __future__ import annotations

import pytest

from chatbot.english.kindness import LanguageSpotter, only_feels, tone_of
from chatbot.knowledge import Language
from chatbot.normalise import normalise


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("I'm terrified of another operation", "fear"),
        ("nobody listens to me", "anger"),
        ("I am so fed up with this", "anger"),
        ("this is outrageous", "anger"),
        ("why the hell does my back still hurt", "anger"),
        ("you stupid machine", "insult"),
        ("WTF", "insult"),
        ("thanks for nothing!", "insult"),
        ("what a waste of time this was, can the screws come out of my back", "anger"),
        ("this is a waste of my time", "insult"),
        ("is an MRI a waste of time", ""),
        ("therapy was a waste of time", ""),
        ("just go away please", "insult"),
        ("does the pain go away immediately", ""),
        ("I feel hopeless", "low"),
        ("she is exhausted", "low"),
        ("which measures must be exhausted first", ""),
        ("what is scar tissue", ""),
        ("", ""),
    ],
)
def test_the_tone_of_a_message(text: str, tone: str) -> None:
    """Swearing beside a question is anger; alone it is an insult."""
    assert tone_of(normalise(text).tokens) == tone


def test_a_feeling_alone() -> None:
    """Words that ask for nothing but to be heard."""
    assert only_feels(["scared"])
    assert not only_feels(["scared", "anesthesia"])


LANGUAGES = (
    Language("es", "Spanish", "Español", "", ("espalda", "cirugía", "hola", "duele"), "Hola."),
    Language("it", "Italian", "Italiano", "", ("schiena", "dolore", "duele"), "Ciao."),
    Language("zh", "Chinese", "中文", "Han", ("疼",), "你好"),
    Language("ru", "Russian", "Русский", "Cyrillic", ("болит",), "Привет"),
    Language("uk", "Ukrainian", "Українська", "Cyrillic", ("болить", "спина"), "Привіт"),
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("me duele la espalda", "es"),
        ("pain in my espalda after the CIRUGIA", "es"),
        ("hola", "es"),
        ("mi schiena, che dolore", "it"),
        ("我的背很疼", "zh"),
        ("у меня болит", "ru"),  # noqa: RUF001 - Russian
        ("болить спина", "uk"),
        ("my Espalda brand mattress", None),
        ("what is scar tissue", None),
        ("café, naïve, 😀", None),
        ("who wrote “Война” in the waiting room magazine yesterday afternoon", None),
        ("…", None),
        ("", None),
    ],
)
def test_the_language_of_a_message(text: str, code: str | None) -> None:
    """By its script, or by two words of it; one is enough when it is all there is. Half of it is enough."""
    found = LanguageSpotter(LANGUAGES).language_of(normalise(text))
    assert (found.code if found else None) == code


def test_the_language_that_most_words_are_of() -> None:
    """A word that two languages share decides nothing; the first listed wins a tie."""
    spotter = LanguageSpotter(LANGUAGES)
    assert spotter.language_of(normalise("duele schiena dolore espalda")).code == "it"  # type: ignore[union-attr]
    assert spotter.language_of(normalise("duele duele")).code == "es"  # type: ignore[union-attr]
    assert LanguageSpotter(()).language_of(normalise("me duele la espalda")) is None


def test_a_phrase_of_anger_is_whole_words() -> None:
    """ "also made" holds the letters of "so mad"."""
    assert tone_of("is the cage also made of titanium".split()) == ""
    assert tone_of("i am so mad at them".split()) == "anger"


@pytest.mark.parametrize(
    ("text", "tone"),
    [("shut up you are no good to me", "anger"), ("shut up you are no good now", "insult")],
)
def test_an_insult_says_nothing_else_and_is_short(text: str, tone: str) -> None:
    """From eight words on, the phrase stands beside something, and the patient is angry rather than insulting."""
    assert tone_of(normalise(text).tokens) == tone
