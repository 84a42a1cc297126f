"""A copy of the built-in knowledge base, for a clinic to change. Nothing that is there is ever written over."""

from __future__ import annotations

import os
from typing import NamedTuple

from chatbot.knowledge_files.sources import FALLS_BACK, FILES, built_in_folder

# What serves every base well as it comes, and gets better with each release, is better not copied. Greetings are the
# clinic's own, though; the signs of danger are copied for the clinician who reviews them, when that is asked.
COPIED = tuple(name for name in FILES if name not in FALLS_BACK or name == "smalltalk.yaml")
SAFETY = "safety.yaml"


class NotCopiedError(Exception):
    """Why nothing was copied, or not all of it, in a sentence for who asked."""


class Copied(NamedTuple):
    """The folder as it was named, and the paths of what is in it now."""

    folder: str
    paths: tuple[str, ...]


def copy_built_in(folder: str, *, with_safety: bool = False) -> Copied:
    """Copy the built-in knowledge base into a folder, which is made where it is missing.

    `with_safety`: its signs of danger, too; into a folder that holds a knowledge base without them, they alone.
    Raises NotCopiedError; where another file of one of these names is there, nothing is copied at all.
    """
    names = (*COPIED, SAFETY) if with_safety else COPIED
    try:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - a text in, a text out
        taken = sorted({*FILES}.intersection(os.listdir(folder)))  # noqa: PTH208
        if taken and with_safety and SAFETY not in taken:
            names = (SAFETY,)
        elif taken:
            raise NotCopiedError(
                f"{folder} holds a knowledge base already ({', '.join(taken)}); nothing was copied. "
                "Name a folder that is not there yet"
            )
        return Copied(folder, tuple(_copy(name, folder) for name in names))
    except OSError as error:
        raise NotCopiedError(
            f"{error.filename or folder}: {error.strerror or 'it cannot be written'}. "
            "Name a new folder in a place that is yours, such as your documents"
        ) from error


def _copy(name: str, folder: str) -> str:
    path = os.path.join(folder, name)  # noqa: PTH118
    with open(os.path.join(built_in_folder(), name), "rb") as file:  # noqa: PTH118, PTH123
        content = file.read()
    with open(path, "xb") as file:  # noqa: PTH123 - "x": not even what came in between is written over
        file.write(content)
    return path
