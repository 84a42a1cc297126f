"""Lines that YAML cannot read: what an editor did there, in words, and the line as it was most likely meant.

`yaml_source` says where YAML stopped; that is often a line or two below the slip (a quote that is not closed, a blank
that is none), so the lines above are looked at first. Each module finds one kind of slip, and owns its words:

`stray_marks` (blanks, tabs, marks of pages), `unmarked_remarks`, `quotes` (and backslashes), `dashes_and_colons`,
`columns`, `joined_lines`, `lists` (in brackets; `brackets` puts in what they lack), `bare_texts` (without quotes).

`lines` takes a line apart for all of them, `mending` puts it right, and `mistake` is what they find.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chatbot.knowledge_files.broken_lines.bare_texts import (
    fields_without_braces,
    heading_without_colon,
    line_without_name,
    text_without_quotes,
)
from chatbot.knowledge_files.broken_lines.columns import (
    entry_out_of_line,
    field_at_the_left,
    field_out_of_line,
    heading_is_missing,
    item_out_of_line,
    line_out_of_line,
)
from chatbot.knowledge_files.broken_lines.dashes_and_colons import (
    entry_with_another_mark,
    entry_without_dash,
    entry_without_first_line,
    item_without_dash,
    items_of_bullets,
    mark_of_item,
    no_dash_and_no_name,
)
from chatbot.knowledge_files.broken_lines.joined_lines import item_behind_its_heading, lines_run_together
from chatbot.knowledge_files.broken_lines.lines import quoted, text_in_other_quotes, unquoted
from chatbot.knowledge_files.broken_lines.lists import glued_colons, missing_in_brackets, two_lists
from chatbot.knowledge_files.broken_lines.mending import mend
from chatbot.knowledge_files.broken_lines.mistake import Mistake, Stop
from chatbot.knowledge_files.broken_lines.quotes import (
    backslash,
    is_about_backslash,
    open_quote,
    quotes_that_do_not_fit,
    text_in_pairs_of_quotes,
)
from chatbot.knowledge_files.broken_lines.stray_marks import (
    end_of_file_mark,
    false_blank,
    fence,
    tab,
)
from chatbot.knowledge_files.broken_lines.unmarked_remarks import line_of_marks, remark_without_sign

__all__ = [
    "Mistake",
    "explain",
    "is_about_backslash",
    "items_of_bullets",
    "mark_of_item",
    "mend",
    "quoted",
    "text_in_other_quotes",
    "unquoted",
]

# In this order: the first that finds something speaks.
_FINDERS: tuple[Callable[[Stop], Mistake | None], ...] = (
    fence,
    end_of_file_mark,
    false_blank,
    tab,
    line_of_marks,
    field_at_the_left,
    entry_with_another_mark,
    heading_is_missing,
    open_quote,
    backslash,
    entry_without_dash,
    entry_without_first_line,
    entry_out_of_line,
    item_out_of_line,
    field_out_of_line,
    text_in_pairs_of_quotes,
    item_without_dash,
    fields_without_braces,
    lines_run_together,
    item_behind_its_heading,
    quotes_that_do_not_fit,
    no_dash_and_no_name,
    heading_without_colon,
    remark_without_sign,
    two_lists,
    glued_colons,
    missing_in_brackets,
    text_without_quotes,
    line_without_name,
)


def explain(lines: Sequence[str], number: int, column: int, reason: str) -> Mistake:
    """Return what is wrong where YAML stopped. Never raises, and always finds words."""
    stop = Stop(lines, number, column, reason)
    for find in _FINDERS:
        mistake = find(stop)
        if mistake is not None:
            return mistake
    return line_out_of_line(stop)
