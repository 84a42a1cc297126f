"""Nodes of a file to texts, lists and fields; what is no such thing becomes a Problem in an editor's words.

Owns what can be wrong with one value: of the wrong kind, empty, too long, with a setting that does not exist. Which
fields there are, and what they mean together, is for `assembly` to say.

`reader` reads; it asks `misnamed` what is wrong with the names of fields, `texts` what is wrong in a text, `braces`
about the clinic's settings in it and `ids` about names that other programs use. How values and fields are called, and
how they look, is in `naming`.
"""

from chatbot.knowledge_files.fields.ids import like_it
from chatbot.knowledge_files.fields.naming import Text
from chatbot.knowledge_files.fields.reader import FieldReader

__all__ = ["FieldReader", "Text", "like_it"]
