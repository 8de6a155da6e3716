"""Which files may be attached: told by their content, never by their name."""

import pytest

from desk.domain import attachment as rules
from desk.domain.attachment import MediaType

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(20)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PNG, MediaType.PNG),
        (b"\xff\xd8\xff\xe0" + bytes(20), MediaType.JPEG),
        (b"%PDF-1.7\n", MediaType.PDF),
        (b"MZ\x90\x00", None),
        (b"GIF89a", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (PNG[:8], None),
        (b"PK\x03\x04", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_first_bytes_say(content: bytes, expected: MediaType | None) -> None:
    assert rules.media_type(content) is expected


def test_an_empty_or_foreign_file_is_refused() -> None:
    assert [reason.code for reason in rules.reasons(0, None)] == ["attachment.empty"]
    assert [reason.code for reason in rules.reasons(5, None)] == ["attachment.type"]
    assert rules.reasons(5, MediaType.PDF) == ()


@pytest.mark.parametrize(
    ("written", "kind", "expected"),
    [
        ("漏水.png", MediaType.PNG, "漏水.png"),
        ("photo.JPEG", MediaType.JPEG, "photo.JPEG"),
        ("photo.exe", MediaType.JPEG, "photo.exe.jpg"),
        ("../../etc/passwd", MediaType.PDF, "passwd.pdf"),
        ("C:\\temp\\收據.pdf", MediaType.PDF, "收據.pdf"),
        ("...", MediaType.PDF, "file.pdf"),
        (".pdf", MediaType.PDF, "pdf.pdf"),
        ("長" * 300 + ".pdf", MediaType.PDF, "長" * 196 + ".pdf"),
    ],
)
def test_a_file_name_is_short_and_ends_as_its_content_deserves(
    written: str, kind: MediaType, expected: str
) -> None:
    assert rules.file_name(written, kind) == expected
