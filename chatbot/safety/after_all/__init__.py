"""Whether a sign that does not count by what stands around it is there after all.

Each file knows one way in which people say so:

- `taken_up`: it was denied or supposed, and words behind it turn: "I never used to faint, now I do";
- `mine_too`: others had it, or it was only asked about, and the writer has it as well: "mine did", "it happened to me";
- `returning`: it was over, and is there once more: "the numbness came back";
- `turning`: it was of the past, and is worse now, or told of a new time: "years ago ..., and today my leg is weak";
- `needed`: 988 was only asked about, and it is said to be needed: "can I text 988, I might need it";
- `affirming`: it was only talked about, and a later sentence or message says no more than "yes, that's me".

All but the last look at one sign in its context, that one at what the triage found.
"""
