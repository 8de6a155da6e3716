"""How much our paper costs over the bare library.

The floor draws the very same words, lines and boxes of a finished sheet with plain ReportLab
calls: same faces, same strings, same places. What lies above it is ours: choosing faces,
breaking lines, laying out, the QR code.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desk import i18n
from desk.printing.form import Form, FormData
from desk.printing.forms import complaint_record, complaint_sheet, follow_up_register
from tests.benchmarks.table import Row
from tests.printing import bare
from tests.printing.case_samples import follow_up, record
from tests.printing.samples import filled, handled

BUDGET = 2.0
ROUNDS = 31


def measure() -> list[Row]:
    """A complaint sheet in both scripts, a long one, and papers with tables; medians in ms."""
    sheet = complaint_sheet.FORM
    return [
        _row("complaint sheet, zh_Hant", sheet, filled("zh_Hant"), "zh_Hant"),
        _row("complaint sheet, zh_Hans", sheet, filled("zh_Hans"), "zh_Hans"),
        _row("complaint sheet, long", sheet, handled("zh_Hant"), "zh_Hant"),
        _row("handling record", complaint_record.FORM, record("zh_Hant"), "zh_Hant"),
        _row("follow-up, 100 cases", follow_up_register.FORM, follow_up("zh_Hant", 100), "zh_Hant"),
    ]


def _row(what: str, form: Form[Any], sheet: FormData, language: str) -> Row:
    with i18n.speaking(language):
        pages = form.lay(sheet, language)
    numbered = (
        replace(sheet, number=f"C2026-{n:06}", scan_code=f"C2026{n:06}K") for n in range(1_000_000)
    )
    ours, floor = _medians(
        lambda: form.build(next(numbered), language), lambda: bare.drawn([pages])
    )
    note = f"{len(pages)} page{'s' * (len(pages) > 1)}, faces open"
    return Row(what, ours, "ms", floor, BUDGET, None, note)


def _medians(ours: Callable[[], bytes], floor: Callable[[], bytes]) -> tuple[float, float]:
    """Both by turns, so that a slow moment of the machine falls on both."""
    spent: tuple[list[float], list[float]] = ([], [])
    for _round in range(ROUNDS):
        for deed, times in zip((ours, floor), spent, strict=True):
            start = time.perf_counter()
            deed()
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent[0]), statistics.median(spent[1])
