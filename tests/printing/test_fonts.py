"""Every character gets the face that should draw it, and none is drawn as a box."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFontFile

from desk.config import resources_folder
from desk.errors import EnvironmentFault, RuleRefused
from desk.printing import coverage, fonts

NO_BREAK_SPACE = 0xA0  # ReportLab adds it where a face has none
FACES = ("NotoSansTC-Regular", "NotoSansSC-Regular", "HanaMinA", "HanaMinB")


def face_of(char: str, language: str, *, bold: bool = False) -> str:
    [(name, _text)] = fonts.runs(char, fonts.typeface(language, bold=bold))
    return name


@pytest.fixture
def fonts_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An own folder of faces to lose or to spoil; what was remembered is forgotten."""
    shutil.copytree(resources_folder() / "fonts", tmp_path / "fonts", copy_function=_link)
    monkeypatch.setattr(fonts, "resources_folder", lambda: tmp_path)
    fonts._coverage.cache_clear()
    yield tmp_path / "fonts"
    fonts._coverage.cache_clear()


def _link(source: str, target: str) -> None:
    Path(target).symlink_to(source)


@pytest.mark.parametrize(
    ("char", "language", "face"),
    [
        ("門", "zh_Hant", "NotoSansTC-Regular"),
        ("門", "zh_Hans", "NotoSansSC-Regular"),
        ("门", "zh_Hans", "NotoSansSC-Regular"),
        ("A", "zh_Hant", "NotoSansTC-Regular"),
        ("A", "en", "NotoSansTC-Regular"),
        ("嘅", "zh_Hant", "NotoSansTC-Regular"),
        ("㛃", "zh_Hans", "NotoSansSC-Regular"),
        ("𠮷", "zh_Hant", "HanaMinA"),
        ("𪚥", "zh_Hans", "HanaMinA"),
        ("\U00020003", "zh_Hant", "HanaMinB"),
    ],
)
def test_a_character_is_drawn_by_the_first_face_of_the_papers_language_that_has_it(
    char: str, language: str, face: str
) -> None:
    assert face_of(char, language) == face


def test_a_simplified_character_on_traditional_paper_falls_back_to_the_other_noto() -> None:
    traditional, simplified = (coverage.read(fonts._path(name)) for name in FACES[:2])
    char = next(chr(c) for c in range(0x4E00, 0x9FFF) if c in simplified and c not in traditional)
    assert face_of(char, "zh_Hant", bold=True) == "NotoSansSC-Bold"


def test_a_text_is_cut_where_the_face_changes_and_nowhere_else() -> None:
    assert fonts.runs("郭𠮷田 ok", fonts.typeface("zh_Hant")) == [
        ("NotoSansTC-Regular", "郭"),
        ("HanaMinA", "𠮷"),
        ("NotoSansTC-Regular", "田 ok"),
    ]


def test_a_width_is_the_sum_of_what_each_face_says() -> None:
    face = fonts.typeface("zh_Hant")
    width = face.width("郭𠮷 ok", 10)  # a face is registered when it is first measured
    expected = pdfmetrics.stringWidth("郭 ok", "NotoSansTC-Regular", 10) + 10
    assert width == pytest.approx(expected)


@pytest.mark.parametrize(
    "char", ["\ufe0f", "\U000e0100", "\u200b", "\u200d", "\u202e", "\ufeff", "\u2028"]
)
def test_what_has_no_form_of_its_own_is_left_out_and_never_boxed(char: str) -> None:
    face = fonts.typeface("zh_Hant")
    assert fonts.runs(f"葛{char}城", face) == [("NotoSansTC-Regular", "葛城")]
    assert face.width(f"葛{char}城", 10) == face.width("葛城", 10)


@pytest.mark.parametrize("blank", ["\u00a0", "\t", "\u2003", "\u202f"])
def test_any_blank_is_drawn_as_a_blank(blank: str) -> None:
    assert fonts.runs(f"A{blank}B", fonts.typeface("en")) == [("NotoSansTC-Regular", "A B")]


def test_every_missing_character_of_every_field_is_named_at_once_and_once() -> None:
    with pytest.raises(RuleRefused) as refused:
        fonts.require(
            [("complainant", "\U0001fae0한"), ("course", "好\U0001fae0\U0001fae0")], "zh_Hant"
        )
    assert [
        (reason.code, reason.field, dict(reason.parameters)) for reason in refused.value.reasons
    ] == [
        (
            "paper.glyph.missing",
            "complainant",
            {"character": "\U0001fae0", "code_point": "U+1FAE0"},
        ),
        ("paper.glyph.missing", "complainant", {"character": "한", "code_point": "U+D55C"}),
        ("paper.glyph.missing", "course", {"character": "\U0001fae0", "code_point": "U+1FAE0"}),
    ]


@pytest.mark.parametrize("char", ["\x00", "\x07", "\ud800", "\ue000"])
def test_a_control_character_or_half_a_character_is_refused(char: str) -> None:
    with pytest.raises(RuleRefused):
        fonts.require([("course", char)], "zh_Hans")


def test_a_character_that_slipped_past_the_check_is_refused_when_it_is_drawn() -> None:
    with pytest.raises(RuleRefused):
        fonts.typeface("en").width("\U0001fae0", 10)


@given(st.text())
@settings(deadline=None, max_examples=300)
def test_a_text_is_drawn_whole_or_refused(text: str) -> None:
    face = fonts.typeface("zh_Hant")
    if face.missing(text):
        with pytest.raises(RuleRefused):
            face.runs(text)
        return
    drawn = "".join(piece for _name, piece in face.runs(text))
    kept = (char for char in text if not fonts.is_invisible(char))
    assert drawn == "".join(fonts._SPACES.get(char, char) for char in kept)


def test_a_plain_text_opens_no_face_for_rare_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(fonts, "_opened", lambda name: opened.append(name) or name)
    fonts.Typeface("zh_Hant").runs("客戶投訴意見表")
    assert set(opened) == {"NotoSansTC-Regular"}


def test_a_refusal_opens_no_face_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_opened", pytest.fail)
    assert fonts.Typeface("zh_Hant").missing("客\U0001fae0") == ("\U0001fae0",)


@pytest.mark.slow
@pytest.mark.parametrize("name", FACES)
def test_the_map_read_alone_says_what_the_opened_face_says(name: str) -> None:
    known = coverage.read(fonts._path(name))
    glyphs = pdfmetrics.getFont(fonts._opened(name)).face.charToGlyph
    assert {code for code in range(0x110000) if code in known} - {NO_BREAK_SPACE} == {
        code for code, glyph in glyphs.items() if glyph and code != NO_BREAK_SPACE
    }


def test_a_missing_face_says_which_file_is_gone(fonts_folder: Path) -> None:
    (fonts_folder / "NotoSansTC-Regular.ttf").unlink()
    with pytest.raises(EnvironmentFault) as fault:
        fonts.Typeface("zh_Hant").runs("門")
    assert fault.value.code == "paper.face.missing"
    assert fault.value.parameters == {"file": "NotoSansTC-Regular.ttf"}


@pytest.mark.parametrize("content", [b"", b"x" * 2000, b"\0\1\0\0" + bytes(3000)])
def test_a_damaged_face_says_which_file_is_damaged(fonts_folder: Path, content: bytes) -> None:
    path = fonts_folder / "NotoSansTC-Regular.ttf"
    path.unlink()
    path.write_bytes(content)
    with pytest.raises(EnvironmentFault) as fault:
        fonts.Typeface("zh_Hant").runs("門")
    assert fault.value.code == "paper.face.damaged"


def test_an_outline_is_read_where_it_lies_as_if_its_table_were_copied() -> None:
    fonts.open_faces(["NotoSansTC-Regular", "HanaMinB"])
    for name in ("NotoSansTC-Regular", "HanaMinB"):
        face = pdfmetrics.getFont(name).face
        whole, start = TTFontFile.get_table(face, "glyf"), face.get_table_pos("glyf")[0]
        lying = face.get_table("glyf")
        assert face._ttf_data[start : start + 9] == lying[0:9] == whole[0:9]
        for at in (0, 4_000, len(whole) - 70):
            assert lying[at : at + 60] == whole[at : at + 60]
        assert type(lying[4:8]) is bytes
