"""Messages that lean on what was talked about: "and the risks?", "can they be taken out", "is it the same for pills".

Which file to open:

- `fragments`: what a few words ask for after an entry, by what people usually say then (knowledge/follow-ups.yaml);
- `plain_follow_ups`: what a few words ask of it beyond doubt ("which is worse", "did lifting do it"), by closed lists;
- `naming`: messages that do nothing but name a thing, whatever the topic was ("what about pills"), or name it before
  they ask;
- `shape`: whether a message may lean by its words alone: few of them, pointing back, only stating something;
- `leaning`: how a message is read in the light of the conversation. It makes three readings: by itself, as a follow-up
  to the topic, and with the topic's words beside it;
- `three_readings`: the values for these, how sure each must be, and which of them counts.
"""

from chatbot.leaning.fragments import Fragments
from chatbot.leaning.leaning import ABOUT_THE_TOPIC, BROAD, ONLY_TELLS, Leaning
from chatbot.leaning.shape import after_the_same

__all__ = ["ABOUT_THE_TOPIC", "BROAD", "ONLY_TELLS", "Fragments", "Leaning", "after_the_same"]
