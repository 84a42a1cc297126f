"""All that a person at a terminal meets: the chat, its lines, its dress, and what can be taken home.

Nothing of it decides what is answered: it asks the engine and shows the reply. Which file to open:

- `terminal` is the chat from its start to its end: it loads the bot, chooses who reads lines, and gives the terminal
  back as it was found (`terminal_settings`), whatever ends it (`signals`);
- `line_editor` reads lines with completion (`completion`) and history, `line_input` with plain `input()`; `reader` says
  what both must offer;
- `chat` is one conversation on one screen: a line in, words out. `typed` knows what a line asks of the screen itself
  ("help", "quit", "save"), and `words` has what the chat says itself;
- `modes` chooses the dress (styled, plain, linear) and the way of reading. `writing` and `styled` show a reply in it,
  and `portions` says how much of one a screen holds;
- `booking` (with `qr_code`), `keeping` and `take_home` are what a patient can take along;
- `patience` says a word where something takes long.
"""
