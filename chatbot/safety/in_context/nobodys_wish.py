"""A wish to die that nobody has: "nobody here wants to die", "none of us is suicidal".

It is no denial like any other, for the words of the sign stand behind a "nobody" that denies other signs of nobody:
"nobody can wake her", "nobody believes that I am numb".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# "Nobody here wants to die", "none of us is suicidal"; never "nobody wants me alive", "no one knows I want to die".
_THEMSELVES = r"(?:him|her|them)sel(?:f|ves)"
_NOBODYS_WISH = (
    r"(?:(?:no|ok|okay|oh|hey|hello|look|listen|relax|please|calm|down|wait|sorry|well|and|but|wow|god|lol) )*"
    r"(?:nobody|no one|none)(?: of us| here| around here| in (?:my|our|this|the) [a-z]+| at (?:home|our house))*"
    r"(?: (?:is|was|has|had|ever|even|really|actually))*"
    r" (?:(?:wants?|wanted|wishes|tries|tried|trying|going|planning|plans|planned|threatened|(?:thinks|thought) of"
    r"|talk(?:ed|ing) about|thinking (?:of|about)|speaking of|said anything about)(?: to)? )?"
    r"(?:die|dying|be dead|end it|ending it|end it all|end (?:his|her|their|a) life"
    rf"|kill(?:ing)? {_THEMSELVES}|(?:hurt(?:ing)?|harm(?:ing|ed)?) {_THEMSELVES}"
    r"|suicide|suicidal|commit(?:ting)? suicide)\b"
)
# "Nobody here wants to die but me", "none of us. I have the pills".
_BUT_SOMEBODYS = frozenset(
    """but except only yet though he she they him her me my do did have had am feel live anymore tonight pills bottle
    gun""".split()
)


def is_nobodys_wish(tokens: Sequence[str]) -> bool:
    """Return whether words begin by saying that nobody wishes to die, and say nothing else of anybody."""
    if "nobody" not in tokens and "one" not in tokens and "none" not in tokens:
        return False
    said = " ".join(tokens)
    denied = re.match(_NOBODYS_WISH, said)
    return denied is not None and _BUT_SOMEBODYS.isdisjoint(said[denied.end() :].split())
