"""The modules and packages that decide on a reply and word it, as the Makefile lists them: every branch is tested."""

from __future__ import annotations

import re
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "chatbot"
_LINE = re.search(r"^ENGINE := (.*)$", (PACKAGE.parent / "Makefile").read_text("utf-8"), re.MULTILINE)
# Each is a module ("engine") or all modules of a package ("safety/*").
ENGINE = tuple(re.findall(r"chatbot/(\w+(?:/\*)?)", _LINE[1] if _LINE else ""))
