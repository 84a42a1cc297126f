"""Messages that lean on what was talked about ("and the risks?", "can they be taken out"): what they ask for.

`fragments` tells what a few words ask for after an entry, by what people usually say then; `reading` weighs that
against what the message says by itself, and beside the topic's words.
"""

from chatbot.leaning.fragments import Fragments
from chatbot.leaning.reading import ABOUT_THE_TOPIC, ONLY_TELLS, Leaning, after_the_same

__all__ = ["ABOUT_THE_TOPIC", "ONLY_TELLS", "Fragments", "Leaning", "after_the_same"]
