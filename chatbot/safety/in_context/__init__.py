"""Whether a sign that the words make is there now, by what stands around it.

`verdict` asks the others in this order, each over the same `context`, the message's grammar:

- `negation`, `gone`, `answered`: is it denied, said to be gone, or answered with no when somebody asked?
- `nobodys_wish`: does nobody wish to die ("none of us is suicidal")?
- `who`, with `bystanders` and `persons`: is it somebody else's past, a story, an animal's?
- `timing`: is it over, or old and unchanged?
- `presupposing`: does the question take it for granted ("why do I faint")? If not, `talk`: is it only talked about?

Whether the words say that it is there all the same, is for `after_all`, beside this package.
"""
