"""What the program says, and how it is put.

- `sentences`: the program's own words in a reply;
- `filling`: the clinic's settings inside of texts;
- `composing`: what was decided to a Reply, plain data;
- `presentation`: a Reply to blocks of words, and to plain text.
"""
