"""Questions about having or recognising a sign, where nothing is there yet: they get the quiet line (rules 15, 17, 25).

"What are the signs of infection", "what if I get a fever", or the bare word. Not talk of a sign as a cause, a risk or a
result, which half of an FAQ about spine surgery is. The words of the signs are data (`asked_about` of
knowledge/safety.yaml); how one asks about having something is English and stands here.
"""

from __future__ import annotations

import re

from chatbot.english.phrases import Phrases, by_first_word, phrase_at
from chatbot.normalise import Question
from chatbot.reply import SafetyLevel
from chatbot.safety.signs import Finding, SafetyRules

_LONGEST = 30  # words: a story is no such question
_SMALL = (
    "(?:a|an|the|my|about|question|questions|on|any|please|help|info|information|hi|hello|have|some|with"
    "|wound|incision|surgical|surgery|leg|legs|foot|feet|arm|hand|toes|high|after|before|in)"
)
_FEW = r"(?:\w+ ){0,3}"
_ASKS = (
    # the bare word
    rf"^(?:{_SMALL} )*SIGN(?: {_SMALL})*$",
    # the signs of it; how it is known; what to watch for
    rf"\b(?:signs?|symptoms?|recogni[sz]e|recogni[sz]ing|identify|spot|notice|watch(?: out)? for|look(?: out)? for"
    rf"|worr(?:y|ied) about|concerned about|scared of|afraid of|feels? like|looks? like) {_FEW}SIGN\b",
    r"\bSIGN (?:warning )?(?:signs?|symptoms?)\b",
    rf"\bhow (?:do|can|will|would|could) (?:i|you|we|one) (?:know|tell|recogni[sz]e|notice|spot) {_FEW}(?:\w+ )?SIGN\b",
    r"\bwhat (?:does|do|would) (?:\w+ ){0,2}SIGN (?:\w+ )?(?:look|feel)\b",
    r"\b(?:is|are|would) (?:\w+ ){0,2}SIGN (?:\w+ ){0,2}(?:normal|ok|okay|serious|dangerous|bad|an emergency)\b",
    r"\b(?:how much|what temperature|what number|what counts) (?:is |as )?(?:a )?SIGN\b",
    r"\b(?:can|could|will|might) (?:i|you) (?:get|develop|catch) (?:an? |any )?SIGN\b",
    # what to do if it comes
    r"\b(?:if|in case) (?:i|we|he|she|it|someone|somebody|my \w+)"
    r" (?:(?!because|from|due|after|cause|caused)\w+ ){0,3}SIGN\b",
    rf"\bin case of {_FEW}SIGN\b",
    rf"\bdo (?:i |you |we )?(?:do )?(?:for|about|with|against) {_FEW}SIGN\b",
    rf"\b(?:call|worry|go|come) (?:\w+ ){{0,3}}(?:about|for|if|with|over) {_FEW}SIGN\b",
)
_DEFINES = (
    r"^(?:so |ok |and |please )?(?:what is|what s|whats|what are|define|explain|tell me about)"
    r" (?:a |an |the )?SIGN$"
)


def with_quiet_line(finding: Finding, question: Question, rules: SafetyRules) -> Finding:
    """Return a finding of nothing, with the class of the quiet line where the message asks about having a sign."""
    if finding.quiet or len(question.words) > _LONGEST or rules.asked_heads.isdisjoint(question.tokens):
        return finding
    tokens = question.tokens
    for level, phrases in _phrases(rules):
        asks = (*_ASKS, _DEFINES) if level == "emergency" else _ASKS
        for place in range(len(tokens)):
            length = phrase_at(tokens, place, phrases)
            if length:
                # In capitals, because all words of a message are small.
                said = " ".join((*tokens[:place], "SIGN", *tokens[place + length :]))
                if any(re.search(ask, said) for ask in asks):
                    return finding._replace(
                        is_about=True, quiet=level, rule="rule 25: asks about having a sign"
                    )
    return finding


def _phrases(rules: SafetyRules) -> list[tuple[SafetyLevel, Phrases]]:
    """Return the words of signs by class, the most serious first; made when the first such question comes."""
    known: list[tuple[SafetyLevel, Phrases]] | None = rules.worked_out.get("asked")
    if known is None:
        known = rules.worked_out["asked"] = [
            (level, by_first_word(phrases)) for level, phrases in rules.asked_about
        ]
    return known
