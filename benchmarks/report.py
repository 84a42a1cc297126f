"""The stored figures as tables in docs/benchmarks.md, between its two marks; the words around them stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.chart import SHORT_NAMES, TITLES
from benchmarks.large import WIDELY
from benchmarks.matching import duration
from benchmarks.results import Store

FILE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
_BUSY = 2.5  # programs that want to run at once: the measured one, and more than a little beside it
START, END = "<!-- figures: python -m benchmarks report -->", "<!-- end of figures -->"


def run(store: Store, file: Path = FILE) -> None:
    """Write the tables into the page."""
    before, _, rest = file.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    file.write_text(f"{before}{START}\n{tables(store)}{END}{after}", encoding="utf-8")
    print(f"\nwritten: {file.name}")


def tables(store: Store) -> str:
    """Return everything that is stored as Markdown, ending in an empty line."""
    busy = "; other programs kept it busy, and times are longer than on a quiet one"
    is_busy = store.highest_load > _BUSY
    parts = [f"Measured on {store.machine}, {store.last_day}{busy if is_busy else ''}."]
    parts += [_peers(title, store.rows(data)) for data, title in TITLES.items() if store.rows(data)]
    if store.section("product"):
        parts.append(_product(store.section("product")))
    if store.section("large"):
        parts.append(_large(store.section("large")))
    return "\n" + "\n\n".join(parts) + "\n\n"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _share(value: float | None) -> str:
    return "" if value is None else f"{value * 100:.1f}"


def _peers(title: str, figures: dict[str, Any]) -> str:
    head = ["", "right", "2 typos", "AUROC", "refused", "median", "99 %", "memory", "start", "build"]
    names = SHORT_NAMES | {"ours-plain": "Spine FAQ, without decoys"}
    rows = [
        [
            name,
            _share(found.right),
            _share(found.misspelt),
            _share(found.auroc),
            _share(found.refused),
            duration(found.median_microseconds),
            duration(found.slowest_microseconds),
            f"{found.megabytes:.0f} MB",
            duration(found.start_seconds * 1e6),
            duration(found.build_seconds * 1e6),
        ]
        for peer, name in names.items()
        if (found := figures.get(peer)) is not None
    ]
    return f"### {title}\n\n{_table(head, rows)}"


def _product(figures: dict[str, Any]) -> str:
    rows = [
        [
            kind,
            str(row["n"]),
            *(_share(row[name]) for name in ("right", "helped", "wrong", "informed")),
        ]
        for kind, row in figures["kinds"].items()
    ]
    times, steady = figures["microseconds"], figures["steady"]
    sure = [
        [
            f"{row['low']:.1f} to {row['low'] + 0.1:.1f}",
            str(row["n"]),
            _share(row["confidence"]),
            _share(row["right"]),
        ]
        for row in figures["reliability"]
    ]
    return "\n\n".join(
        [
            "### The whole program",
            _table(["kind of question", "n", "right", "helped", "wrong", "informed"], rows),
            f"The same entry in 12 other dresses: {_share(steady['entry'])} %. One question, all of `ask`: "
            f"median {duration(times['median'])}, 99 % within {duration(times['slowest'])}; "
            f"`process.extractOne` with WRatio over the same wordings: {duration(times['wratio_median'])}, "
            f"{duration(times['wratio_slowest'])}.",
            _table(["confidence of an answer", "n", "mean", "right"], sure),
        ]
    )


def _large(figures: dict[str, Any]) -> str:
    rows = [
        [
            name,
            duration(figures[f"{key}median"]),
            duration(figures[f"{key}slowest"]),
            _share(figures[f"{key}right"]),
        ]
        for key, name in (("", "as asked"), ("misspelt_", "2 typos"))
    ]
    return "\n\n".join(
        [
            "### 10,000 entries, 100,000 wordings",
            _table(["one question", "median", "99 %", "right"], rows),
            f"Built in {duration(figures['build_seconds'] * 1e6)} (with {figures['build_megabytes']:.0f} MB), "
            f"kept in {figures['kept_megabytes']:.0f} MB, loaded in {duration(figures['load_seconds'] * 1e6)}, "
            f"{figures['megabytes']:.0f} MB in use. Scoring {WIDELY} candidates finds the same winner in "
            f"{_share(figures['exact'])} % of {figures['sample']:.0f} questions.",
        ]
    )
