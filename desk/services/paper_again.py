"""A past print, exactly as it was: from its kept pages, after their digest was compared."""

import hashlib

from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import EnvironmentFault, NotFound, RuleRefused
from desk.models.lists import print_log as print_list
from desk.models.lists.print_log import PrintRow
from desk.printing import fonts
from desk.printing.packed import unpack
from desk.printing.paint import About, faces_of, paint
from desk.services.workplace import Workplace
from desk.wording import label

KIND = "print_log"


def pdf_of(workplace: Workplace, print_id: int) -> bytes:
    """The pages of a print as a PDF; the look is recorded, as at an attachment."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        row = print_list.one(reader, print_id)
        packed = print_list.pages_of(reader, print_id)
    if row is None:
        raise NotFound(KIND, str(print_id))
    if packed is None:
        raise RuleRefused([Reason("paper.again.not_kept")])
    pdf = _painted(workplace, row, packed)
    with workplace.deed(Permission.PRINT) as work:
        work.record("seen", KIND, row.id, {"record": row.kind, "record_id": row.record_id})
        work.commit()
    return pdf


def _painted(workplace: Workplace, row: PrintRow, packed: bytes) -> bytes:
    damaged = EnvironmentFault("paper.again.damaged")
    if hashlib.sha256(packed).hexdigest() != row.digest:
        raise damaged
    try:
        pages = unpack(packed)
    except ValueError:
        raise damaged from None
    fonts.open_faces(faces_of(pages))
    title = str(row.content.get("title", "")) or label("form", row.form)
    about = About(f"{title} {row.number}".rstrip(), workplace.estate.name, row.language)
    return paint(pages, about)
