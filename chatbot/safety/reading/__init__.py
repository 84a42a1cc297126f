"""A message's words put right, and what they are: clauses, families of words, and where these meet as a sign.

- `glued`: words that lost the space between them: "cantbreathe";
- `abilities`: an ability that was asked for and denied: "can you pee?" "no"; "unable to" is "can not";
- `framed`: what is told behind a hedge, or behind "is it normal that";
- `told_as_over`: what a message says is over, in so many words, is left out;
- `stories_of_others`: what is told of people further off and of their operations, and
- `plain_causes`: what names a plain cause, or is a joke, are left out as well;
- `complaints`: one about the talk itself is set aside, and what is said beside it is read alone;
- `in_first_person`: what a relative says of somebody, as that person would say it;
- `hesitating`: words of hesitation are left out where nothing was found with them;
- `run_on`: a sentence that runs on, in its parts; `clauses`: what reports something is read by itself;
- `families`: a message to families of words that mean the same here; `lookup` reads each word;
- `places`: where families meet as a sign.
"""
