"""Matching: which entries a message is likely about, best first, and how sure that is.

`matcher` is the way in. It keeps what a knowledge base was `compiled` to, and answers with a `Matched`.

When a base is compiled, `compiling` asks in turn:

- `counting` takes the wordings apart (`features`), counts them into the `index` (as arrays that need no numpy:
  `numbers`), and has `refining` correct it where the base's own wordings are confused;
- `sampling` asks the index some wordings that it has not seen, and `calibration` fits to the outcome the curve that
  turns scores into confidence.

When a message is matched:

- `misheard` puts right what was heard wrongly, `word_reader` says how each word is read (known, repaired, unknown);
- `ranking` scores the entries: by what each word speaks for (`evidence`) and by how near single wordings are
  (`nearness`);
- `elsewhere` tells messages about something that the base does not speak of.

docs/matching.md has the reasons and the measurements.
"""

from chatbot.matching.compiled import WordLists
from chatbot.matching.elsewhere import Home
from chatbot.matching.matcher import Matched, Matcher
from chatbot.matching.ranking import NO_BACKGROUND, Background, Match

__all__ = ["NO_BACKGROUND", "Background", "Home", "Match", "Matched", "Matcher", "WordLists"]
