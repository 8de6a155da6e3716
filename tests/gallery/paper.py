"""The sheets as they come out, turned into pictures."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from desk.services import paper
from tests.gallery.estates import Estate

_DOTS = 110


def sheets(estate: Estate) -> Iterator[tuple[str, bytes]]:
    """Each form, filled and blank, in both scripts."""
    workplace = estate.enter("supervisor")
    try:
        for language in ("zh_Hant", "zh_Hans"):
            for state, number in estate.complaints.items():
                sheet = paper.prepare(workplace, paper.FormCode.COMPLAINT_SHEET, number, language)
                yield f"complaint-sheet-{state}-{language}", sheet.pdf
            blank = paper.prepare_blank(workplace, paper.FormCode.COMPLAINT_SHEET, language)
            yield f"complaint-sheet-blank-{language}", blank.pdf
    finally:
        workplace.close()


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
