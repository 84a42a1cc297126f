"""Figures kept in benchmarks/results.json: with the machine and the day, replaced row by row.

A row belongs to the set's contents (its digest) and to the machine; others are not shown beside today's.
"""

from __future__ import annotations

import datetime
import json
import os
import platform
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.measuring import Figures

FILE = Path(__file__).parent / "results.json"


class Row(NamedTuple):
    """One peer on one set."""

    data: str
    peer: str
    digest: str
    figures: Figures


class Store:
    """The file. It is read afresh before every change, so that two runs do not undo each other."""

    def __init__(self, file: Path = FILE) -> None:
        self._file = file
        self._content: dict[str, Any] = {}
        self._read()

    def _read(self) -> None:
        if self._file.is_file():
            self._content = json.loads(self._file.read_text(encoding="utf-8"))

    def _read_ours(self) -> None:
        """Read afresh, and start afresh where the figures are another machine's."""
        self._read()
        if self._content.get("machine") != machine():
            self._content = {"machine": machine()}

    def put(self, row: Row) -> None:
        """Keep a row in the place of an older one."""
        self._read_ours()
        rows = self._content.setdefault("matching", {}).setdefault(row.data, {})
        rows[row.peer] = {"digest": row.digest, "day": today(), "load": load()} | _rounded(
            row.figures._asdict()
        )
        self._write()

    def get(self, data: str, peer: str, digest: str) -> Row | None:
        """Return the row of a peer on exactly this set and machine, if there is one."""
        found = self._content.get("matching", {}).get(data, {}).get(peer)
        if found is None or found["digest"] != digest or self._content.get("machine") != machine():
            return None
        return Row(data, peer, digest, Figures(*(found[name] for name in Figures._fields)))

    def keep(self, name: str, figures: dict[str, Any]) -> None:
        """Keep the figures of another measurement under its name."""
        self._read_ours()
        self._content[name] = {"day": today()} | _rounded(figures)
        self._write()

    def rows(self, data: str) -> dict[str, Figures]:
        """Return the newest figures on a set, peer to figures; only those of the contents measured last."""
        found = self._content.get("matching", {}).get(data, {})
        if not found:
            return {}
        digest = (found.get("ours") or next(iter(found.values())))["digest"]
        return {
            peer: Figures(*(row[name] for name in Figures._fields))
            for peer, row in found.items()
            if row["digest"] == digest
        }

    def section(self, name: str) -> dict[str, Any]:
        """Return what was kept under a name, empty when nothing was."""
        found: dict[str, Any] = self._content.get(name, {})
        return found

    @property
    def machine(self) -> str:
        """What the figures were measured on, "" when there are none."""
        return str(self._content.get("machine", ""))

    @property
    def highest_load(self) -> float:
        """How many programs wanted to run at once, at most, when one of the rows was measured."""
        matching = self._content.get("matching", {}).values()
        return max((row.get("load", 0.0) for rows in matching for row in rows.values()), default=0.0)

    @property
    def last_day(self) -> str:
        """The day of the newest figures, "" when there are none."""
        days = [row["day"] for rows in self._content.get("matching", {}).values() for row in rows.values()]
        return max(days, default="")

    def _write(self) -> None:
        kept = json.dumps(self._content, indent=1, sort_keys=True, ensure_ascii=False)
        self._file.write_text(kept + "\n", encoding="utf-8")
        self._content = json.loads(
            kept
        )  # in the order of the file, so that a page drawn now is the page drawn later


def _rounded(value: Any) -> Any:  # noqa: ANN401 - plain data
    """Return plain data with its numbers rounded to five digits: nothing measured here is more exact."""
    if isinstance(value, float):
        return float(f"{value:.5g}")
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return [_rounded(part) for part in value] if isinstance(value, list | tuple) else value


def today() -> str:
    """Return the day as text."""
    return datetime.datetime.now(tz=datetime.UTC).date().isoformat()


def load() -> float:
    """Return how many programs wanted to run in the last minute, 0 where the system does not tell."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else 0.0


def machine() -> str:
    """Return what the figures were measured on."""
    return (
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def _processor() -> str:
    try:
        for text in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if text.startswith("model name"):
                return text.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
