"""Golden pages: where every word and line stands, and what can be read.

After a change that is meant, write them anew with `DESK_GOLDEN=write` and read the difference.
"""

import os
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from desk import i18n
from desk.domain.paper import Caption, FormCode
from desk.estate_format import EstateFormat
from desk.printing.form import Form, FormData
from desk.printing.forms import complaint_sheet
from desk.printing.forms.complaint_sheet import ComplaintSheet
from desk.printing.ops import Op, Page
from tests.printing import (
    case_samples,
    catalogue_samples,
    inspection_samples,
    key_samples,
    money_samples,
    move_in_samples,
    order_samples,
)
from tests.printing.every_form import SAMPLES
from tests.printing.reading import texts
from tests.printing.samples import JOBS, filled, handled

FOLDER = Path(__file__).parent / "golden"


def of_hong_kong(data: FormData) -> FormData:
    """The same in an estate of Hong Kong."""
    return replace(data, job=replace(data.job, custom=EstateFormat.of("HK")))


class Sheet(NamedTuple):
    """A form with its data, in a language on a paper."""

    form: Form[FormData]
    data: FormData
    language: str
    paper: str = "A4"
    copies: tuple[Caption, ...] = ()


_PARTS = (Caption.STUB, Caption.CUSTOMER, Caption.GATE)

_KEY_PAGES = {
    "key_receipt": (("A4", "zh_Hant", True), ("A5", "zh_Hans", False)),
    "custody_agreement": (("A4", "zh_Hans", True), ("A5", "zh_Hant", False)),
    "key_use_log": (("A4", "zh_Hant", True), ("241x279", "zh_Hans", False)),
    "key_loan": (
        ("241x93", "zh_Hant", True),
        ("241x140", "zh_Hans", True),
        ("A5", "zh_Hans", False),
    ),
    "key_count": (("A4", "zh_Hans", True), ("A5", "zh_Hant", False)),
}

SHEETS = {
    "complaint-zh_Hant": Sheet(complaint_sheet.FORM, filled("zh_Hant"), "zh_Hant"),
    "complaint-zh_Hans": Sheet(complaint_sheet.FORM, filled("zh_Hans"), "zh_Hans"),
    "complaint-en": Sheet(complaint_sheet.FORM, filled("en"), "en"),
    "complaint-blank-zh_Hant": Sheet(
        complaint_sheet.FORM, ComplaintSheet(job=JOBS["zh_Hant"]), "zh_Hant"
    ),
    "complaint-blank-zh_Hans": Sheet(
        complaint_sheet.FORM, ComplaintSheet(job=JOBS["zh_Hans"]), "zh_Hans"
    ),
    "complaint-long-zh_Hant": Sheet(complaint_sheet.FORM, handled("zh_Hant"), "zh_Hant"),
    "complaint-a5-zh_Hans": Sheet(complaint_sheet.FORM, filled("zh_Hans"), "zh_Hans", "A5"),
}
SHEETS |= {
    f"{name}-{language}": Sheet(module.FORM, case_samples.filled(name, language), language)
    for name, module in case_samples.FORMS.items()
    for language in ("zh_Hant", "zh_Hans")
}
SHEETS |= {
    f"{name}-blank-zh_Hant": Sheet(module.FORM, case_samples.empty(name, "zh_Hant"), "zh_Hant")
    for name, module in case_samples.FORMS.items()
}
SHEETS |= {
    f"{code}-{paper}-{language}": Sheet(
        SAMPLES[code].form, SAMPLES[code].filled(language), language, paper, _PARTS
    )
    for code, paper, language in (
        (FormCode.COMPLAINT_SHEET, "241x279", "zh_Hant"),
        (FormCode.COMPLAINT_RECORD, "241x279", "zh_Hans"),
        (FormCode.COORDINATION_SLIP, "A5", "zh_Hans"),
        (FormCode.DISPOSAL_RECORD, "241x279", "zh_Hans"),
        (FormCode.FOLLOW_UP_REGISTER, "241x279", "zh_Hant"),
        (FormCode.MONTHLY_SUMMARY, "241x279", "zh_Hant"),
        (FormCode.RELEASE_PASS, "241x140", "zh_Hant"),
        (FormCode.RELEASE_PASS, "241x140", "zh_Hans"),
        (FormCode.RELEASE_PASS, "241x93", "zh_Hant"),
        (FormCode.RELEASE_PASS, "A5", "zh_Hans"),
        (FormCode.RELEASE_PASS, "A4", "zh_Hant"),
        (FormCode.RELEASE_PASS, "241x279", "zh_Hans"),
        (FormCode.KEY_RECEIPT, "241x93", "zh_Hans"),
        (FormCode.CUSTODY_AGREEMENT, "241x279", "zh_Hant"),
    )
}

SHEETS |= {
    f"{name}-{paper}-{language}{'' if is_filled else '-blank'}": Sheet(
        module.FORM,
        key_samples.filled(name, language) if is_filled else key_samples.empty(name, language),
        language,
        paper,
    )
    for name, module in key_samples.FORMS.items()
    for paper, language, is_filled in _KEY_PAGES[name]
}

SHEETS |= {
    f"{name}-{paper}-{language}{'' if is_filled else '-blank'}": Sheet(
        module.FORM,
        move_in_samples.filled(name, language)
        if is_filled
        else move_in_samples.empty(name, language),
        language,
        paper,
    )
    for name, module in move_in_samples.FORMS.items()
    for paper, language, is_filled in (
        ("A4", "zh_Hant", True),
        ("241x279", "zh_Hans", True),
        ("A5", "zh_Hans", False),
    )
}

SHEETS |= {
    f"{code}-{paper}-{language}": Sheet(SAMPLES[code].form, data, language, paper)
    for code, paper, language, data in (
        (FormCode.SERVICE_ORDER, "A4", "zh_Hant", order_samples.order("zh_Hant")),
        (FormCode.SERVICE_ORDER, "A4", "zh_Hans", order_samples.finished("zh_Hans")),
        (FormCode.SERVICE_ORDER, "241x140", "zh_Hans", order_samples.order("zh_Hans")),
        (FormCode.REPAIR_SLIP, "A5", "zh_Hant", order_samples.repair("zh_Hant")),
        (FormCode.REPAIR_SLIP, "241x279", "zh_Hans", order_samples.repair("zh_Hans")),
    )
}

_INSPECTION_PAGES = {
    "inspection": (("A4", "zh_Hant", True), ("241x279", "zh_Hans", True), ("A5", "zh_Hans", False)),
    "defect_list": (("A4", "zh_Hant", True), ("A5", "zh_Hans", True), ("A4", "zh_Hans", False)),
}
SHEETS |= {
    f"{name}-{paper}-{language}{'' if is_filled else '-blank'}": Sheet(
        SAMPLES[FormCode(name)].form,
        inspection_samples.filled(name, language)
        if is_filled
        else inspection_samples.empty(name, language),
        language,
        paper,
    )
    for name, pages in _INSPECTION_PAGES.items()
    for paper, language, is_filled in pages
}

_MONEY_PAGES = {
    "receipt": (("A5", "zh_Hans", True), ("241x140", "zh_Hant", True), ("241x93", "zh_Hant", True)),
    "fee_mandate": (("A4", "zh_Hans", True), ("A4", "zh_Hant", False)),
    "work_log": (("A4", "zh_Hant", True), ("241x279", "zh_Hans", True)),
}
SHEETS |= {
    f"{name}-{paper}-{language}{'' if is_filled else '-blank'}": Sheet(
        SAMPLES[FormCode(name)].form,
        money_samples.filled(name, language) if is_filled else money_samples.empty(name, language),
        language,
        paper,
    )
    for name, pages in _MONEY_PAGES.items()
    for paper, language, is_filled in pages
}

_CATALOGUE_PAGES = {
    "price_board": (("A4", "zh_Hant", True), ("241x279", "zh_Hans", True)),
    "supplier_agreement": (("A4", "zh_Hans", True), ("A5", "zh_Hant", False)),
    "service_agreement": (("A4", "zh_Hant", True), ("241x279", "zh_Hans", True)),
}
SHEETS |= {
    f"{name}-{paper}-{language}{'' if is_filled else '-blank'}": Sheet(
        SAMPLES[FormCode(name)].form,
        (catalogue_samples.filled if is_filled else catalogue_samples.empty)(name, language),
        language,
        paper,
    )
    for name, pages in _CATALOGUE_PAGES.items()
    for paper, language, is_filled in pages
}


_FIGURES = SAMPLES[FormCode.SERVICE_FIGURES]
SHEETS |= {
    f"service_figures-{paper}-{language}": Sheet(
        _FIGURES.form, _FIGURES.filled(language), language, paper
    )
    for paper, language in (("A4", "zh_Hant"), ("A4", "zh_Hans"), ("241x279", "zh_Hans"))
}
# The samples in traditional characters are of Taiwan; these are what Hong Kong reads.
SHEETS |= {
    f"{code}-{paper}-HK": Sheet(
        SAMPLES[code].form, of_hong_kong(SAMPLES[code].filled("zh_Hant")), "zh_Hant", paper
    )
    for code, paper in (
        (FormCode.AUTHORISATION, "A4"),
        (FormCode.DEFECT_LIST, "A4"),
        (FormCode.RECEIPT, "A5"),
        (FormCode.SERVICE_ORDER, "A4"),
    )
}
SHEETS["service_figures-A4-zh_Hant-blank"] = Sheet(
    _FIGURES.form, _FIGURES.empty("zh_Hant"), "zh_Hant", "A4"
)


@pytest.mark.parametrize("name", SHEETS)
def test_a_page_is_what_it_was(name: str) -> None:
    drawn = dump(SHEETS[name])
    golden = FOLDER / f"{name}.txt"
    if os.environ.get("DESK_GOLDEN") == "write":
        golden.write_text(drawn, encoding="utf-8")
    assert golden.is_file(), f"{golden.name} is missing"
    assert drawn == golden.read_text(encoding="utf-8")


def test_no_golden_page_is_left_without_its_sheet() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(SHEETS)


def dump(sheet: Sheet) -> str:
    """Every operation of every page, one a line, and the text a reader finds in the file."""
    with i18n.speaking(sheet.language, sheet.data.job.custom.region):
        pages = sheet.form.lay(sheet.data, sheet.language, paper=sheet.paper, captions=sheet.copies)
    read = texts(
        sheet.form.build(sheet.data, sheet.language, paper=sheet.paper, captions=sheet.copies)
    )
    parts = []
    for number, (page, text) in enumerate(zip(pages, read, strict=True), 1):
        parts.append(f"== page {number}: {_shown(page.width)} x {_shown(page.height)}")
        parts.extend(_lines(page))
        parts.append(f"-- read: {text}")
    return "\n".join(parts) + "\n"


def _lines(page: Page) -> list[str]:
    return [_line(op) for op in page.ops]


def _line(op: Op) -> str:
    return f"{type(op).__name__} " + " ".join(_shown(value) for value in op)


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}"
    if isinstance(value, tuple):
        return "(" + ", ".join(_shown(part) for part in value) + ")"
    return str(value)
