"""English as patients type it. Nothing here is of this clinic or its guide, so none of it is in the knowledge base.

Lists of words, and how they are looked for:

- `function_words`: closed sets that several steps read: what asks, greets, names people, says nothing of a topic;
- `phrases`: lists of phrases, and where one of them stands;
- `word_kinds`: how a table of kinds of short messages is read; the tables are in `after_card` and `remarks`.

What is read with them:

- `courtesy`: greetings, thanks and "could you please tell me", found and set aside;
- `closings`: what only closes a question: "... be honest", "... or what";
- `kindness`: how a message is meant: afraid, angry, low; or that it is in another language;
- `spelling`: unknown words to the nearest known ones, by edits, by a missing space, by sound;
- `slips`: the words that one slip of the fingers may have made a typed word of.
"""
