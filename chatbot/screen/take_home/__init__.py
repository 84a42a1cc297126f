"""The take-home sheet: questions, answers, sources, and what to ask the surgeon.

Written only when the patient asks, to the file that the patient names, and printed only through the clinic's own
command.

`sheet` has what it says, `pages` how that looks as text and as a web page, `files` where it may go.
"""
