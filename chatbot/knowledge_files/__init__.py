"""The files of a knowledge base: found, read, checked, made into what the engine needs, and kept for the next start.

A start asks `opening`, which is the way in. In the order in which a file goes through them:

- `sources` finds the files of a folder and reads their bytes; `cache` keeps what was made of the same bytes before,
  with `packing` for the knowledge itself, and most starts end there;
- `yaml_source` reads YAML and keeps the place of every value; `broken_lines` says what an editor did in a line that
  YAML cannot read, and mends it;
- `fields` makes texts and lists of the values, or problems in an editor's words; `settings` looks at phone numbers and
  addresses;
- `assembly` makes Knowledge of the fields of all files; `loading` hands it on with every problem;
- `copying` copies the built-in files into a clinic's own folder.

The engine never reads a file: it is given what `opening` made.
"""
