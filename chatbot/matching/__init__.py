"""Matching: wordings counted into an index, questions ranked against it, scores turned into confidence."""

from chatbot.matching.elsewhere import Home
from chatbot.matching.matcher import Matched, Matcher
from chatbot.matching.ranking import NO_CONTEXT, Context, Match

__all__ = ["NO_CONTEXT", "Context", "Home", "Match", "Matched", "Matcher"]
