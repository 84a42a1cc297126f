"""What people say to a safety card: that help is coming, that it was not meant so, that they would rather wait.

Reading alone; what is said back is in `sentences`. `kinds` tells what a message is that only speaks to the card, and
`taken_back` how many words of one that goes on to ask take the card back.
"""

from chatbot.after_card.kinds import SETTLED, TAKING_SERIOUSLY, only_tells, read_after_card
from chatbot.after_card.taken_back import names_alarm, taken_back_until

__all__ = ["SETTLED", "TAKING_SERIOUSLY", "names_alarm", "only_tells", "read_after_card", "taken_back_until"]
