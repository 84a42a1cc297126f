"""Who takes part where a message is answered: those who read it, and those who tell something."""

from __future__ import annotations

from typing import NamedTuple

from chatbot.dialogue.choosing import Chooser
from chatbot.dialogue.defining import Definer
from chatbot.dialogue.details import Details
from chatbot.dialogue.hearing import Hearing
from chatbot.dialogue.retelling import Reteller
from chatbot.dialogue.saying import Sayer
from chatbot.dialogue.telling import Teller
from chatbot.leaning import Leaning
from chatbot.matching import Matcher


class Readers(NamedTuple):
    """Those who read a message.

    `matcher` finds entries for words, `leaning` reads them in the light of the topic, `details` finds what they ask
    that is not told, and `hearing` says which words of a message are heard.
    """

    matcher: Matcher
    leaning: Leaning
    details: Details
    hearing: Hearing


class Tellers(NamedTuple):
    """Those who tell something.

    `teller` tells an entry, `sayer` says what was decided, `chooser` tells what was offered by a number or the words of
    its title, `reteller` the last answer otherwise or its hard words, `definer` a word that is asked about by name.
    """

    teller: Teller
    sayer: Sayer
    chooser: Chooser
    reteller: Reteller
    definer: Definer
