"""One conversation on one screen, whatever reads the lines.

`screen` holds it together. `typed` knows what a line asks of the screen itself, `words` what the chat says itself,
`writing` how lines and replies look as text; `booking` and `keeping` are what can be taken along. `reader` is what
`terminal`, whose job is reading lines, must offer.
"""
