"""What is answered to a message, and what is remembered of it; `steering` says which module answers.

They import in one direction: telling <- retelling, choosing, cards, defining, hearing, leftovers, saying <- correcting,
answering <- asides <- steering.
"""

from chatbot.dialogue.steering import Dialogue
from chatbot.dialogue.telling import DecidedTurn, Turn

__all__ = ["DecidedTurn", "Dialogue", "Turn"]
