"""Matching: wordings counted into an index, questions ranked against it, scores turned into confidence.

`matcher` wires it. When a base is compiled, `counting` takes the wordings apart (`features`), counts them into the
`index` and has `refining` correct it; `calibration` fits the confidence curve to the samples of `sampling`. When a
question is asked, `misheard` and `reading` read its words, `ranking` scores the entries by `evidence` and `nearness`,
and `elsewhere` tells what is outside. docs/matching.md has the reasons.
"""

from chatbot.matching.elsewhere import Home
from chatbot.matching.matcher import Matched, Matcher
from chatbot.matching.ranking import NO_CONTEXT, Context, Match

__all__ = ["NO_CONTEXT", "Context", "Home", "Match", "Matched", "Matcher"]
