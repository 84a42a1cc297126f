"""What is told of a mistake of the program itself: its kind and its place, never a word of the patient."""

from __future__ import annotations


def described(error: Exception) -> str:
    """Return the kind of an error and where it arose: "IndexError in points_back, line 76".

    Its message is left out, for it could hold a patient's words.
    """
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}" if trace else "an unknown place"
    return f"{type(error).__name__} in {where}"


def keep_quiet(_error: Exception) -> None:
    """Tell nobody of an error: the engine does no output of its own, and the reply says what the patient can do."""
