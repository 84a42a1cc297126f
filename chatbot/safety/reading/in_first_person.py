"""What a relative says of somebody, as that person would say it: "my mom would do it but she is scared it would hurt".

Most hints at a wish to die are known as people say them of themselves. Only a message that names nobody but the other
one is read so: in "my mom says I worry" the writer is somebody else.
"""

from __future__ import annotations

from chatbot.english.function_words import FUNCTION_WORDS, KIN
from chatbot.normalise import Question, normalise

_CHILDREN = frozenset("family baby kid kids child children".split())
_ONE = KIN - _CHILDREN
_WRITER = frozenset("i me myself mine we us".split())
_OWNING = frozenset("my our".split())
_OTHERS_OWN = [(word,) for word in "a the his her your their this that".split()]  # before "mother"
_WHO = {"she": "i", "he": "i", "his": "my", "him": "me", "herself": "myself", "himself": "myself"}
_NAMING = frozenset((*_WHO, "her"))
# A death that is told: "my uncle killed himself in 1990".
_TOLD_AS_DONE = frozenset("killed hanged shot died dead committed ago late".split())
_AFTER_I = {
    "is": "am",
    "has": "have",
    "does": "do",
    "wants": "want",
    "needs": "need",
    "says": "say",
    "feels": "feel",
}


def in_first_person(question: Question) -> Question | None:
    """Return the message as the one it speaks of would say it; None where it names the writer, or nobody else."""
    tokens = question.tokens
    if not _WRITER.isdisjoint(tokens) or _NAMING.union(_ONE).isdisjoint(tokens):
        return None
    if not _TOLD_AS_DONE.isdisjoint(tokens):
        return None
    said: list[str] = []
    for place, (word, follows) in enumerate(zip(tokens, (*tokens[1:], ""), strict=True)):
        if word in _OWNING and follows in _ONE:
            continue  # the next word stands for both
        if word in _ONE and tokens[place - 1 : place] not in _OTHERS_OWN:
            at = question.words[place]
            said.append("my" if "'" in question.text[at.start : at.end] else "i")
        elif word == "her":
            said.append("me" if not follows or follows in FUNCTION_WORDS else "my")
        elif word in _AFTER_I and said[-1:] == ["i"]:
            said.append(_AFTER_I[word])
        else:
            said.append(_WHO.get(word, word))
    return None if _WRITER.isdisjoint(said) else normalise(" ".join(said))
