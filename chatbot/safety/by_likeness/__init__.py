"""How much a message is like the examples of each class of danger, and what that adds to what the rules found.

- `weighing`: what the rules found and what likeness says are weighed; `least_leads`: how much is asked of likeness;
- `likeness`: how much each word, and what the rules see, leans to a class; `features`: what of a message counts for it;
- `stretches`: the parts of a message that are weighed by themselves; `laid_out`: what their features add, worked out
  once for all of them;
- `frames`: short parts of which likeness judges wrongly ("I am not fainting"); `ending`: the question whether pain
  ends; `everyday`: what only sounds like a sign, such as laughter; `false_hints`: what only sounds like a hint;
- `beside`: what is said beside a sign that is only urgent.
"""
