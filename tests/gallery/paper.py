"""The papers as they come out, turned into pictures."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pypdfium2

from desk.errors import RuleRefused
from desk.services import paper
from desk.services.paper import CASE_FORMS, REGISTERS, Period
from desk.services.paper_forms import BLANK
from desk.services.workplace import Workplace
from tests.gallery.estates import NOW, Estate

_DOTS = 110
_DAYS = timedelta(days=14)


def sheets(estate: Estate) -> Iterator[tuple[str, bytes]]:
    """Each form, filled and blank, in both scripts."""
    workplace = estate.enter("supervisor")
    try:
        for language in ("zh_Hant", "zh_Hans"):
            for name, pdf in _every(workplace, estate, language):
                yield f"{name.replace('_', '-')}-{language}", pdf
    finally:
        workplace.close()


def _every(workplace: Workplace, estate: Estate, language: str) -> Iterator[tuple[str, bytes]]:
    for form in CASE_FORMS:
        for state, number in estate.complaints.items():
            try:
                yield f"{form}-{state}", paper.prepare(workplace, form, number, language).pdf
            except RuleRefused:
                continue
    today = workplace.estate.custom.day(NOW)
    for form in REGISTERS:
        period = Period(today - _DAYS, today)
        yield form, paper.prepare_register(workplace, form, period, language).pdf
    for form in BLANK:
        yield f"{form}-blank", paper.prepare_blank(workplace, form, language).pdf


def write(pdf: bytes, folder: Path, name: str) -> list[Path]:
    """One picture a page."""
    written = []
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        path = folder / f"paper-{name}-{number}.png"
        page.render(scale=_DOTS / 72).to_pil().save(path)
        written.append(path)
    document.close()
    return written
