"""What is large, or looked up again and again, kept small.

- `table`: a large dictionary that unpacks only what is asked for;
- `rows`: rows of numbers, each one whole number;
- `remembering`: what is worked out of a word once, and remembered; bounded.
"""
