"""What may be attached to a record: pictures and PDFs, known by their content (R140, R174)."""

from collections.abc import Iterable
from enum import StrEnum

from desk.domain.reasons import Reason

SIZE_LIMIT = 25 * 1024 * 1024
NAME_LIMIT = 200

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_PDF = b"%PDF-"


class MediaType(StrEnum):
    """The kinds of file the program can show by itself."""

    PNG = "image/png"
    JPEG = "image/jpeg"
    PDF = "application/pdf"

    @property
    def is_picture(self) -> bool:
        """Whether it is one picture rather than pages."""
        return self is not MediaType.PDF


_SUFFIXES = {MediaType.PNG: ".png", MediaType.JPEG: ".jpg", MediaType.PDF: ".pdf"}
_ALSO = {MediaType.JPEG: (".jpeg", ".jpe")}


def media_type(content: bytes) -> MediaType | None:
    """What a file is by its first bytes; its suffix is not believed. None: not ours to keep."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR":
        return MediaType.PNG
    if content.startswith(_JPEG):
        return MediaType.JPEG
    if content.startswith(_PDF):
        return MediaType.PDF
    return None


def reasons(size: int, kind: MediaType | None) -> tuple[Reason, ...]:
    """Why a file may not be attached; `size` in bytes."""
    return tuple(_reasons(size, kind))


def _reasons(size: int, kind: MediaType | None) -> Iterable[Reason]:
    if size == 0:
        yield Reason("attachment.empty", "file")
    elif kind is None:
        yield Reason("attachment.type", "file")


def file_name(written: str, kind: MediaType) -> str:
    """The last part of a path, short, with the suffix that its content deserves."""
    name = written.replace("\\", "/").rpartition("/")[2].strip(" .")
    suffix = _SUFFIXES[kind]
    if not name.lower().endswith((suffix, *_ALSO.get(kind, ()))):
        name += suffix
    stem, _dot, ending = name.rpartition(".")
    return f"{stem[: NAME_LIMIT - len(ending) - 1] or 'file'}.{ending}"
