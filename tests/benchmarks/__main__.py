"""`python -m tests.benchmarks [--json FILE] [--rows N]`: measure everything, print one table."""

import argparse
import json
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import day, paper, print_room, register, saving, searching, starting
from tests.benchmarks.sample import sample
from tests.benchmarks.table import as_json, render


def main() -> int:
    """Print the table; 0 whether or not every budget holds: the table says so."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--rows", type=int, default=1_000_000, metavar="N")
    wanted = parser.parse_args()
    large, small = sample(wanted.rows), sample(wanted.rows // 10)
    rows = [
        *starting.measure(large),
        *searching.measure(large, small),
        *register.measure(large, small),
        *saving.measure(large),
        *day.measure(),
        *paper.measure(),
        *print_room.measure(),
    ]
    print(render(rows))  # noqa: T201
    if wanted.json is not None:
        wanted.json.write_text(json.dumps(as_json(rows), indent=1, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
