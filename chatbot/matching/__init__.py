"""Matching: wordings counted into an index, questions ranked against it, scores turned into confidence."""

from chatbot.matching.matcher import Matched, Matcher

__all__ = ["Matched", "Matcher"]
