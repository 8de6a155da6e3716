"""A past print, exactly as it was: from its kept pages, after their digest was compared.

Who may not see whole phones sees them masked; a paper that tells who somebody is opens for those
alone who may see it (`personal_data`).
"""

import hashlib
from collections.abc import Sequence

from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import EnvironmentFault, NotFound, RuleRefused
from desk.models.lists import print_log as print_list
from desk.models.lists.print_log import PrintRow
from desk.printing import fonts
from desk.printing.hidden import hidden
from desk.printing.ops import Page
from desk.printing.packed import unpack
from desk.printing.paint import About, faces_of, paint
from desk.services import personal_data
from desk.services.workplace import Workplace
from desk.wording import label

KIND = "print_log"


def pdf_of(workplace: Workplace, print_id: int) -> bytes:
    """The pages of a print as a PDF; the look is recorded, as at an attachment."""
    with workplace.reading() as reader:
        row = print_list.one(reader, print_id)
        packed = print_list.pages_of(reader, print_id)
    if row is None:
        raise NotFound(KIND, str(print_id))
    personal_data.refuse_paper(workplace, row.form)
    if packed is None:
        raise RuleRefused([Reason("paper.again.not_kept")])
    pdf = _painted(workplace, row, packed)
    with workplace.deed(Permission.PRINT) as work:
        told = {"record": row.kind, "record_id": row.record_id}
        personal_data.record_look(work, KIND, row.id, told)
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
    if not workplace.allows(personal_data.TO_CALL):
        pages = _hidden(workplace, row, pages)
    fonts.open_faces(faces_of(pages))
    title = str(row.content.get("title", "")) or label("form", row.form)
    about = About(f"{title} {row.number}".rstrip(), workplace.estate.name, row.language)
    return paint(pages, about)


def _hidden(workplace: Workplace, row: PrintRow, pages: Sequence[Page]) -> list[Page]:
    """The pages with masked phones; one whose phone cannot be taken out is not shown at all."""
    try:
        return hidden(pages, personal_data.phones(row.form, row.content))
    except ValueError:
        raise RuleRefused(workplace.missing(personal_data.TO_CALL)) from None
