"""What property tests draw from: messages as people and machines write them, small bases of wordings."""

from __future__ import annotations

from hypothesis import strategies as st

from chatbot.matching.index import DECOYS

VOCABULARY = (
    "screw screws rod rods pain painful surgery surgeon nerve nerves scar tissue fusion fused fusing how long "
    "common is the what why not can my leg back bone knit metal work shots injection help helps who again "
    "revision risk risks sleep it does"
).split()
MISSPELT = ["skrew", "nreve", "tisue", "backpain", "sleepp", "xylophone", "bolts", "rodx", "2020", "a"]
PHRASES = [
    (("metal", "work"), "hardware"),
    (("bone", "not", "knit"), "nonunion"),
    (("screws",), "hardware"),
    (("bolts",), "hardware"),
]

# What people type, and what nobody should: half characters, escape sequences, marks that turn the text round.
ODD = (
    "\ud800", "\udfff", "\x00", "\x1b[31m", "\x1b]0;t\x07", "\x9b", "\u202e", "\u2066", "\r\n", "\t", "\n",
    "\u2028", "\ufeff", "e\u0301", "\u0130", "\u00df", "\ufb01", "\u200d", "\U0001f469\u200d\u2695\ufe0f",
    "\u4f60\u597d", "\u0645\u0631\u062d\u0628\u0627", "'", "\u2019", "''", "n't", "&", "/", "...", "?!", ",", " - ",
    "_", "L4/L5", "3.5", "Dr. ", "sooooo", "\xa0", "\u1369", "number \u1369", "\u00b2", "9" * 50,
)  # fmt: skip

odd_text = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=6)), max_size=20).map("".join)

_TOLD = """
what is scar tissue|can the screws come out|how common is this|my dad's rods are loose|hello|thanks
should i have it again|my leg went numb and i can't pee|i have a fever|and how is that done|the second one
no, i meant the metal|yes|no|simpler|again|more|back|never mind|menu|what does that mean|all of them
can my dog have surgery|is it rare or not|i want to die|speak to a person|that is not what i asked|2|
"""
told = st.sampled_from([text for line in _TOLD.strip().splitlines() for text in line.split("|")])
message = st.one_of(
    told, odd_text, st.tuples(told, odd_text).map("".join), st.tuples(odd_text, told).map("".join)
)

sentence = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=7).map(tuple)
question = st.lists(st.sampled_from(VOCABULARY + MISSPELT), min_size=1, max_size=8)
wordings = st.dictionaries(
    st.sampled_from(["common", "hardware", "nerve", "scar", "therapy", "x-ray", DECOYS]),
    st.lists(sentence, min_size=1, max_size=6, unique=True),
    min_size=1,
    max_size=7,
)

plain_word = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9)
