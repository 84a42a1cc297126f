"""What the patient is told of a danger: the card, its own line, the quiet line, the line that stays.

- `whose`: whose danger it is, with `named_others` and `own_death`;
- `own_lines`: the line on the card that is the danger's own: press, lie still, note the time;
- `replies`: the words of cards and lines, with the clinic's settings;
- `asking`: the quiet line for who only asks about a sign.
"""
