"""Small knowledge bases for tests, written into a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

ENTRY = """  - id: {id}
    title: "What about {id}?"
    answer: "The answer on {id}."
    source: "Section {id}"
    consultation: "An exam can help with {id}."
    questions:
      - "please tell me of {id}"
"""

BUILT_IN = {
    "clinic.yaml": "address: 1 Main Street\n",
    "faq.yaml": "entries:\n" + ENTRY.format(id="how-common"),
    "topics.yaml": "entries:\n" + ENTRY.format(id="scar-tissue"),
    "smalltalk.yaml": """groups:
  hello: {title: "Hello"}
entries:
  - id: greeting
    group: hello
    title: "Hello"
    short: "Hello at {clinic}."
    answer: "Ask me. [[Or call {phone}. ]]The desk is at {address}. {front_desk} helps."
    related: [how-common, thanks]
    questions: ["hello", "good day"]
  - id: thanks
    title: "Thanks"
    short: "Gladly."
    questions: ["thank you"]
""",
    "safety.yaml": 'reviewed_by: ""\nsigns:\n  - {id: numb}\n',
    "common-words.txt": "# ordinary words\nback Then\nthen\n",
}


def write(folder: Path, **files: str) -> str:
    """Write files (`faq` becomes faq.yaml) and return the folder's path."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        file = name.replace("_", "-") if "." in name else f"{name}.yaml"
        (folder / file).write_bytes(text.encode("utf-8", "surrogatepass"))
    return str(folder)


def entries(*ids: str, **extra: str) -> str:
    """Return a file of entries with these ids; `extra` gives more lines of fields for an id (dashes as _)."""
    return "entries:\n" + "".join(
        ENTRY.format(id=name)
        + "".join(f"    {line}\n" for line in extra.get(name.replace("-", "_"), "").splitlines())
        for name in ids
    )


def pretend_built_in(folder: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str] = BUILT_IN) -> str:
    """Let a small base stand for the one that comes with the program."""
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    for module in ("sources", "loading", "assembly.files", "assembly.folder"):
        monkeypatch.setattr(f"chatbot.knowledge_files.{module}.built_in_folder", lambda: str(folder))
    return str(folder)
