"""套打: values alone on stock that was printed before, and the names they go by."""

import json
from dataclasses import replace
from typing import Any

import pytest
import zxingcpp

from desk import i18n
from desk.domain.complaint import Severity
from desk.domain.paper import FormCode
from desk.errors import RuleRefused
from desk.printing.form import FormData
from desk.printing.job import PolicyNames
from desk.printing.ops import Glyphs, Page, Squares
from desk.printing.overlay import (
    Overlay,
    OverlayField,
    of,
    overlay_pages,
    plain,
    read,
    reasons,
    write,
)
from desk.printing.overlay_values import TICK, names, values
from desk.printing.paint import About, paint
from desk.printing.papers import MM
from tests.printing.checks import faults, stamps, writing
from tests.printing.every_form import SAMPLES, Sample
from tests.printing.reading import faces, pictures
from tests.printing.samples import JOBS, RARE, filled

every_form = pytest.mark.parametrize("code", SAMPLES)
every_script = pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans"])


def shown(data: FormData, language: str = "zh_Hant") -> dict[str, str]:
    with i18n.speaking(language):
        return values(data)


def stock(*fields: OverlayField, paper: str = "241x140") -> Overlay:
    return Overlay(paper, fields)


def at(name: str, **changes: Any) -> OverlayField:
    return replace(OverlayField(name, 40, 30, 60), **changes)


def drawn(data: FormData, *fields: OverlayField) -> Page:
    [page] = overlay_pages(data, stock(*fields), "zh_Hant")
    return page


def texts(page: Page) -> list[str]:
    return [op.text for op in page.ops if isinstance(op, Glyphs)]


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> list[tuple[str, str | None]]:
    return [(reason.code, reason.field) for reason in refused.value.reasons]


# The values and their names


@every_form
@every_script
def test_every_value_of_every_form_has_a_name_that_is_known_without_a_record(
    code: FormCode, language: str
) -> None:
    sample: Sample = SAMPLES[code]
    data = sample.filled(language)
    found = shown(data, language)
    with i18n.speaking(language):
        offered = names(type(data), data.job)
    assert len(offered) == len(set(offered))
    beyond = {name for name in found if name not in offered}
    assert all(any(part.isdigit() and int(part) > 20 for part in n.split("_")) for n in beyond)
    assert found["qr"] == data.scan_code
    assert found["estate"] == data.job.estate
    assert all(type(text) is str for text in found.values())


def test_a_moment_is_there_whole_and_in_parts_as_the_estate_counts_its_years() -> None:
    found = shown(filled("zh_Hant"))
    assert found["received_at"] == "115/11/21 09:15"
    parts = ("date", "time", "year", "month", "day", "hour", "minute")
    assert [found[f"received_at_{part}"] for part in parts] == [
        "115/11/21", "09:15", "115", "11", "21", "09", "15",
    ]  # fmt: skip
    assert shown(filled("zh_Hans"), "zh_Hans")["received_at_year"] == "2026"
    assert shown(filled("zh_Hant", received_at=None))["received_at_year"] == ""


def test_a_choice_is_there_in_words_and_as_a_tick_at_its_box() -> None:
    found = shown(filled("zh_Hant"))
    assert found["channel"] == "來訪"
    assert (found["channel_walk_in"], found["channel_phone"]) == (TICK, "")
    job = replace(JOBS["zh_Hant"], names=PolicyNames({Severity.IMPORTANT: "一般"}))
    assert shown(filled("zh_Hant", job=job))["severity"] == "一般"


def test_rows_are_counted_and_what_is_true_is_ticked() -> None:
    found = shown(SAMPLES[FormCode.COORDINATION_SLIP].filled("zh_Hant"))
    assert (found["parts_count"], found["parts_2_department"]) == ("2", "保安部")
    record = shown(SAMPLES[FormCode.COMPLAINT_RECORD].filled("zh_Hant"))
    assert (record["conditions_1_1"], record["conditions_1_2"]) == ("已核實", TICK)
    assert record["hot"] == TICK


# What is drawn


def test_nothing_but_the_values_is_drawn_each_in_its_place() -> None:
    data = filled("zh_Hant")
    page = drawn(data, at("number"), at("room", x=120, y=50, align="right", bold=True))
    assert texts(page) == ["C2026-000045", "A座12樓B室"]
    assert len(page.ops) == 2
    number, room = (op for op in page.ops if isinstance(op, Glyphs))
    assert number.x == pytest.approx(40 * MM)
    assert page.height - number.y == pytest.approx(30 * MM + 10.5 * 0.88)
    assert room.face.endswith("Bold")
    assert room.x > 120 * MM
    assert faults(page) == []


def test_an_empty_value_leaves_its_place_empty() -> None:
    assert drawn(filled("zh_Hant", room=""), at("room"), at("opinion")).ops == []


def test_a_text_is_made_smaller_down_to_nine_points_and_then_refused() -> None:
    data = filled("zh_Hant", room="海景花園第十二座")
    wide = 8 * 10.5 / MM
    sizes = {}
    for width in (wide + 0.1, wide * 0.9, wide * 0.858):
        [op] = drawn(data, at("room", width=width)).ops
        assert isinstance(op, Glyphs)
        sizes[width] = op.size
    assert list(sizes.values()) == [10.5, 9.0, 9.0]
    with pytest.raises(RuleRefused) as refused:
        drawn(data, at("room", width=wide * 0.85), at("number", width=3))
    assert codes(refused) == [
        ("overlay.text.too_long", "room"),
        ("overlay.text.too_long", "number"),
    ]


def test_a_long_text_goes_on_over_the_lines_of_the_stock() -> None:
    data = filled("zh_Hant", demand="書面說明警鐘無人應答的原因，並公佈檢查結果。")
    page = drawn(data, at("demand", width=42, lines=3, size=12))
    assert len(texts(page)) == 3
    assert "".join(texts(page)) == data.demand
    ys = [op.y for op in page.ops if isinstance(op, Glyphs)]
    assert ys[0] - ys[1] == pytest.approx(12 * 1.25)
    assert faults(page) == []


def test_a_list_with_more_rows_than_the_stock_has_is_refused() -> None:
    data = SAMPLES[FormCode.COORDINATION_SLIP].filled("zh_Hant")
    one = at("parts_1_department")
    with pytest.raises(RuleRefused) as refused:
        drawn(data, one)
    assert codes(refused) == [("overlay.rows.too_many", "parts")]
    assert refused.value.reasons[0].parameters == {"name": "parts", "rows": 2, "has": 1}
    page = drawn(data, one, at("parts_2_department", y=40))
    assert texts(page) == ["清潔部", "保安部"]


def test_the_code_is_drawn_where_it_is_wanted_and_reads() -> None:
    data = filled("zh_Hant", scan_code="C2026000045A0GQ85UF")
    pages = overlay_pages(data, stock(at("qr", x=180, y=20, width=20)), "zh_Hant")
    assert [type(op) for op in pages[0].ops] == [Squares]
    [picture] = pictures(paint(pages, About("x", "y", "zh_Hant")), 150)
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [data.scan_code]


def test_a_void_one_has_it_across_and_a_reprint_says_so_unless_the_stock_does() -> None:
    job = replace(JOBS["zh_Hant"], void=True, reprint=2)
    data = filled("zh_Hant", job=job)
    page = drawn(data, at("number"))
    assert stamps(page) == ["作廢"]
    assert writing(page).count("補印第 2 次") == 1
    assert faults(page) == []
    assert writing(drawn(data, at("number"), at("reprint", y=50))).count("補印第 2 次") == 1
    assert writing(drawn(data, at("reprint", y=50))).count("補印第 2 次") == 1


def test_rare_names_stand_there_in_embedded_faces_and_an_emoji_is_refused() -> None:
    data = filled("zh_Hant", complainant=RARE)
    pages = overlay_pages(data, stock(at("complainant")), "zh_Hant")
    assert "".join(texts(pages[0])) == RARE
    assert all(faces(paint(pages, About("x", "y", "zh_Hant"))).values())
    with pytest.raises(RuleRefused) as refused:
        drawn(filled("zh_Hant", complainant="\U0001fae0"), at("complainant"))
    assert codes(refused) == [("paper.glyph.missing", "complainant")]


# What is kept of a stock


def test_what_was_written_is_read_again() -> None:
    overlay = stock(at("number"), at("room", align="middle", lines=2, bold=True, y=55.5))
    assert read(write(overlay)) == overlay
    assert of("241x140", json.loads(json.dumps(plain(overlay)))) == overlay


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "overlay.unreadable"),
        ("[]", "overlay.unreadable"),
        ("{}", "overlay.unreadable"),
        ('{"paper": "A4", "fields": {}}', "overlay.unreadable"),
        ('{"paper": "A3", "fields": []}', "overlay.paper.unknown"),
        ('{"paper": ["A4"], "fields": []}', "overlay.paper.unknown"),
        ('{"paper": "A4", "fields": [1]}', "overlay.unreadable"),
        ('{"paper": "A4", "fields": [{"name": "a", "x": 9}]}', "overlay.unreadable"),
        (
            '{"paper": "A4", "fields": [{"name": 1, "x": 9, "y": 9, "width": 9}]}',
            "overlay.unreadable",
        ),
        (
            '{"paper": "A4", "fields": [{"name": "a", "x": true, "y": 9, "width": 9}]}',
            "overlay.unreadable",
        ),
        (
            '{"paper": "A4", "fields": [{"name": "a", "x": 9, "y": 9, "width": 9, "align": "up"}]}',
            "overlay.unreadable",
        ),
        (
            '{"paper": "A4", "fields": [{"name": "a", "x": 9, "y": 9, "width": 9, "no": 1}]}',
            "overlay.unreadable",
        ),
        (
            '{"paper": "A4", "fields": [{"name": "a", "x": NaN, "y": 9, "width": 9}]}',
            "overlay.outside",
        ),
        ("[" * 9_000, "overlay.unreadable"),
    ],
)
def test_what_is_no_overlay_is_refused(text: str, code: str) -> None:
    with pytest.raises(RuleRefused) as refused:
        read(text)
    assert [reason.code for reason in refused.value.reasons] == [code]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        (at("number"), []),
        (at("number", x=5), ["overlay.outside"]),
        (at("number", width=200), ["overlay.outside"]),
        (at("number", y=2), ["overlay.outside"]),
        (at("number", y=134), ["overlay.outside"]),
        (at("number", lines=41), ["overlay.outside", "overlay.lines.bounds"]),
        (at("number", width=2), ["overlay.width.bounds"]),
        (at("number", size=8.5), ["overlay.size.bounds"]),
        (at("qr", width=17), ["overlay.qr.small"]),
        (at("nobody"), ["overlay.name.unknown"]),
        (at("nobody", x=-1, size=99), [
            "overlay.name.unknown", "overlay.outside", "overlay.size.bounds",
        ]),
    ],
)  # fmt: skip
def test_everything_wrong_with_a_field_is_said_at_once(
    field: OverlayField, wrong: list[str]
) -> None:
    found = reasons(stock(field), ("number", "qr"))
    assert [reason.code for reason in found] == wrong
    assert {reason.field for reason in found} <= {field.name}
