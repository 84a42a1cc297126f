"""knowledge/safety.yaml to rules. No start from the cache loads any of it.

`compiling` knows the parts of the file. `safety_file` says what is wrong with it; `dictionary` and `crossings` take in
its words.
"""
