"""Many forms in one file."""

import pytest

from desk.domain.paper import FormCode
from desk.printing.bundle import Bundle
from desk.printing.paint import About
from tests.printing import bare
from tests.printing.every_form import SAMPLES
from tests.printing.reading import faces, opened, texts
from tests.printing.samples import filled

ABOUT = About("x", "y", "zh_Hant")


def test_every_form_stands_in_it_as_it_would_stand_alone() -> None:
    bundle, alone = Bundle(ABOUT), []
    for code, sample in SAMPLES.items():
        paper = "A4" if code != FormCode.RELEASE_PASS else "241x140"
        data = sample.filled("zh_Hant")
        bundle.add(sample.form.pages(data, "zh_Hant", paper=paper))
        alone += texts(sample.form.build(data, "zh_Hant", paper=paper))
    pdf = bundle.finished()
    assert texts(pdf) == alone
    assert all(faces(pdf).values())


def test_a_face_is_embedded_once_however_many_forms_there_are() -> None:
    few, many = (
        bare.bundled(FormCode.RELEASE_PASS, "241x140", "zh_Hant", count) for count in (2, 60)
    )
    assert len(faces(many)) == len(faces(few))
    assert len(many) < 60 * len(few) / 10
    with opened(many) as document:
        assert len(document) == 60 * _pages()


def _pages() -> int:
    form = SAMPLES[FormCode.RELEASE_PASS]
    return len(form.form.pages(form.filled("zh_Hant"), "zh_Hant", paper="241x140"))


def test_other_papers_may_be_painted_in_between() -> None:
    form = SAMPLES[FormCode.COMPLAINT_SHEET].form
    bundle = Bundle(ABOUT)
    for name in ("甲乙丙", "丁戊己"):
        bundle.add(form.pages(filled("zh_Hant", complainant=name), "zh_Hant"))
        between = form.build(filled("zh_Hans", complainant="庚辛壬癸"), "zh_Hans")
        assert "庚辛壬癸" in texts(between)[0]
    assert [
        name in text
        for name, text in zip(("甲乙丙", "丁戊己"), texts(bundle.finished()), strict=True)
    ] == [
        True,
        True,
    ]


def test_a_file_has_a_page() -> None:
    with pytest.raises(ValueError, match="page"):
        Bundle(ABOUT).finished()


@pytest.mark.slow
def test_memory_stays_flat_beside_the_file_itself() -> None:
    few, small = bare.growth(FormCode.RELEASE_PASS, "241x140", 50)
    many, large = bare.growth(FormCode.RELEASE_PASS, "241x140", 450)
    assert many - few < 6 * (large - small)
