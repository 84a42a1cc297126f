"""Safety triage: whether a message describes an emergency, something urgent, or a crisis.

It runs on every message before anything else: fixed rules find signs of danger, and what they find is weighed by how
much the message is like fixed examples. Nothing is learnt from use. Rows and rules: docs/safety.md; the values, Finding
above all, stand in `signs`.

`triaging` is the way in. Which other file to open, in the order in which a message meets them:

- its words put right: `glued` ("cantbreathe"), `abilities` ("can you pee?" "no"); what is `told_as_over` left out;
- words to families, families to signs: `families` and `lookup`, then `places`;
- each sign in its `context`: `verdict` asks whether it is denied (`negation`, `answered`), somebody else's or a story
  (`who`, `bystanders`, `persons`), over (`timing`), or only talked about (`talk`), and not taken for granted ("why do I
  faint", `presupposing`), and whether words behind it say that it is there `after_all`;
- all signs together: `combining`;
- how much it is like the examples: `weighing`, over the `stretches` of a message, with `likeness`, `features` and
  `laid_out`; `frames` knows short ones of which likeness judges wrongly ("I am not fainting"), and `ending` the
  question whether pain ends;
- read once more in parts: sentences that `run_on`, `clauses`, what is said `beside` a sign that is only urgent;
- what a later sentence or message adds: `after_all.affirming`, `pieces`;
- what is said: `whose` danger it is (`named_others`, `own_death`), `own_lines`, `replies`; `asking` has the quiet line.

`windows` has how far each rule looks. `compiling`, with `safety_file`, `dictionary` and `crossings`, makes rules of
knowledge/safety.yaml; no start from the cache loads them.
"""

from typing import TYPE_CHECKING

from chatbot.safety.features import Seen
from chatbot.safety.glued import unglued
from chatbot.safety.likeness import NO_LIKENESS, Likeness
from chatbot.safety.pieces import NOTHING_EARLIER, Earlier, remembered, told_in_pieces
from chatbot.safety.replies import card, quiet_line, standing_line
from chatbot.safety.signs import (
    NOTHING,
    SERIOUS,
    Finding,
    SafetyRules,
    Sign,
    from_plain,
    signs_missing,
    to_plain,
)
from chatbot.safety.triaging import by_rules, prepare, triage
from chatbot.safety.weighing import seen_in_parts

if TYPE_CHECKING:
    from chatbot.safety.compiling import compile_rules

__all__ = [
    "NOTHING",
    "NOTHING_EARLIER",
    "NO_LIKENESS",
    "SERIOUS",
    "Earlier",
    "Finding",
    "Likeness",
    "SafetyRules",
    "Seen",
    "Sign",
    "by_rules",
    "card",
    "compile_rules",
    "from_plain",
    "prepare",
    "quiet_line",
    "remembered",
    "seen_in_parts",
    "signs_missing",
    "standing_line",
    "to_plain",
    "told_in_pieces",
    "triage",
    "unglued",
]


def __getattr__(name: str) -> object:
    """Load what compiles rules when it is asked for: a start from the cache never does."""
    if name == "compile_rules":
        from chatbot.safety.compiling import compile_rules  # noqa: PLC0415

        return compile_rules
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
