"""What is answered to a message once its danger was looked for, and what is remembered of it.

`steering` is the way in, and says which module answers. They are named for what the patient does:

- `cards`: describes danger, or speaks to a safety card;
- `answering`: asks something;
- `defining`: asks what a word means, by itself or beside another question (`wordlist` tells which word);
- `correcting`: turns the last answer down ("no, I meant the screws");
- `choosing`: takes what is offered, or none of it;
- `two_told`: asks both of two things that were told to be compared or combined;
- `leftovers`: wants the rest of a list (`excluding` reads what is ruled out);
- `retelling`: wants the last answer again, simpler, with more, or its hard words explained;
- `asking_nothing`: asks nothing of the guide ("wait", "you type too much").

These help them:

- before anything else, `idle_parts` sets aside what tells nothing (by `idle_words` and `writers_names`);
- `hearing` says which words of a question are heard (with `whole_or_last`, `told_idly`, `details`, `named_things`,
  `beside_an_aside` and `setting_aside`; `plainly_asked` has the words of `named_things`);
- `saying` makes a turn of what was decided: `passages` finds the sentences of an answer that are asked for,
  `near_entries` what comes near where nothing answers, `other_doctors` whom an answer is not about;
- `telling` is how all of them tell an entry or say a sentence, and remember that they did, in `turns`;
- `cast` names them together, for those who ask many of them.

They import in one direction: turns <- telling <- retelling, choosing, cards, defining, hearing, leftovers, two_told,
saying <- cast <- correcting, answering <- asking_nothing <- steering.
"""

from chatbot.dialogue.steering import Dialogue
from chatbot.dialogue.turns import DecidedTurn, Turn

__all__ = ["DecidedTurn", "Dialogue", "Turn"]
