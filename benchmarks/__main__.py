"""`python -m benchmarks`: everything, or the parts that are named."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks import chart, datasets, large, matching, product, report
from benchmarks.peers import KINDS
from benchmarks.results import Store

PARTS = ("matching", "product", "unseen", "large", "chart", "report")


def main() -> int:
    """Run the chosen parts in order."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of: {', '.join(PARTS)} (default: all)")
    parser.add_argument("--data", default=",".join(datasets.NAMES), help="sets, separated by commas")
    parser.add_argument("--peers", default=",".join(KINDS), help="peers to measure now, separated by commas")
    parser.add_argument("--questions", type=Path, default=datasets.QUESTIONS, help="labelled questions")
    parser.add_argument("--show", action="store_true", help="print every reply that missed")
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    store = Store()
    chosen = options.parts or PARTS
    if "matching" in chosen:
        matching.run(store, options.data.split(","), options.peers.split(","), options.questions)
    if "product" in chosen:
        product.run(store, options.questions, show=options.show)
    if "unseen" in chosen:
        product.run_unseen()
    if "large" in chosen:
        large.run(store)
    if "chart" in chosen:
        chart.run(store)
    if "report" in chosen:
        report.run(store)
    return 0


if __name__ == "__main__":
    sys.exit(main())
