"""JSON Lines in and out, for programs that embed the chatbot: `spine-faq serve`. See docs/protocol.md.

No line ends the program or gets more or less than one line back (a blank one gets none). No message, and nothing on
standard error, repeats what a patient wrote.

`lines` knows what a line may hold and how long it may be, `service` answers lines and keeps the sessions between them,
`serving` is the process: its streams, its signals, and its end.
"""
