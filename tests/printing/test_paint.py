"""What is written into the file looks as the library's own calls would draw it."""

from PIL import ImageChops

from desk.domain.paper import FormCode
from desk.printing import fonts
from desk.printing.ops import Glyphs, Line, Page, Squares, Turned
from desk.printing.paint import About, paint
from tests.printing import bare
from tests.printing.every_form import SAMPLES
from tests.printing.reading import pictures

ABOUT = About("x", "y", "zh_Hant")
NOTO, RARE = "NotoSansTC-Bold", "HanaMinB"


def plain(page: Page) -> Page:
    """Without what the bare drawing leaves out: dots, turned words, thickened faces.

    And without the code, whose seams the bare drawing shows.
    """
    kept = [
        op
        for op in page.ops
        if not isinstance(op, Turned | Squares)
        and not (isinstance(op, Line) and op.dotted)
        and not (isinstance(op, Glyphs) and op.stroke)
    ]
    return page._replace(ops=kept)


def test_a_page_looks_as_the_bare_library_draws_it() -> None:
    for code in (FormCode.COMPLAINT_SHEET, FormCode.RELEASE_PASS):
        sample = SAMPLES[code]
        pages = [plain(one) for one in sample.form.pages(sample.filled("zh_Hant"), "zh_Hant")]
        [ours], [theirs] = pictures(paint(pages, ABOUT), 100), pictures(bare.drawn([pages]), 100)
        difference = ImageChops.difference(ours, theirs).histogram()
        assert sum(difference[128:]) < ours.width * ours.height / 10_000
        assert sum(difference[32:]) < ours.width * ours.height / 2_000


def test_a_thickened_glyph_thickens_none_after_it() -> None:
    fonts.open_faces([NOTO, RARE])
    thick = Glyphs(20, 20, RARE, 20, "𪚥", 0.6)
    after = (Glyphs(70, 20, NOTO, 20, "門"), Line(70, 50, 90, 50, 0.6))
    stamp = Turned(30, 70, 20, 1.2, (Glyphs(0, 0, NOTO, 20, "作廢"),))
    alone, beside = (
        pictures(paint([Page(100, 100, [*before, *after])], ABOUT), 150)[0].crop((140, 0, 208, 208))
        for before in ((), (thick, stamp))
    )
    assert ImageChops.difference(alone, beside).getbbox() is None


def test_dots_end_with_their_line() -> None:
    dotted, solid = Line(10, 30, 90, 30, 1.0, dotted=True), Line(10, 60, 90, 60, 1.0)
    page = Page(100, 100, [Glyphs(1, 1, NOTO, 9, "一"), dotted, solid])
    fonts.open_faces([NOTO])
    [picture] = pictures(paint([page], ABOUT), 150)
    rows = [
        [picture.getpixel((x, round((100 - y) * 150 / 72))) for x in range(30, 180)]
        for y in (30, 60)
    ]
    assert max(rows[0]) > 200  # type: ignore[type-var]
    assert max(rows[1]) < 100  # type: ignore[type-var]
