"""Pictures and PDFs that belong to a record: add, list, look at (R140)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from desk.domain import attachment as rules
from desk.domain.attachment import MediaType
from desk.domain.clean import LINE_LIMIT, clean_line
from desk.domain.permissions import Permission
from desk.errors import NotFound, RuleRefused
from desk.models.attachment import Attachment
from desk.models.attachments import AttachmentStore
from desk.models.base import Recorded
from desk.models.complaint import Complaint
from desk.models.custody_agreement import CustodyAgreement
from desk.models.defect import Defect
from desk.models.fee_mandate import FeeMandate
from desk.models.inspection import Inspection, InspectionItem
from desk.models.key_set import KeySet
from desk.models.lists import attachment as attachment_list
from desk.models.lists.attachment import AttachmentRow
from desk.models.move_in import MoveIn
from desk.models.print_log import SignedPaper
from desk.models.promise import AuthorityLetter
from desk.models.reception import Reception
from desk.models.release_pass import ReleaseItem, ReleasePass
from desk.models.service_order import ServiceOrder
from desk.models.unit_of_work import UnitOfWork
from desk.services import files, personal_data
from desk.services.workplace import Workplace

__all__ = [
    "AttachmentRow",
    "File",
    "MediaType",
    "add",
    "content",
    "of_record",
    "open_attachment",
    "put",
    "read",
]

_TABLES: Mapping[str, type[Recorded]] = {
    "authority_letter": AuthorityLetter,
    "complaint": Complaint,
    "custody_agreement": CustodyAgreement,
    "defect": Defect,
    "fee_mandate": FeeMandate,
    "inspection": Inspection,
    "inspection_item": InspectionItem,
    "key_set": KeySet,
    "move_in": MoveIn,
    "reception": Reception,
    "release_item": ReleaseItem,
    "release_pass": ReleasePass,
    "service_order": ServiceOrder,
    SignedPaper.__tablename__: SignedPaper,
}


# What tells of nobody: the look of pre-printed stock.
_OF_NOBODY = frozenset({"print_stock"})
_HIDDEN = "***"


@dataclass(frozen=True)
class File:
    """A picture or a PDF that was read and is ours to keep."""

    content: bytes
    media_type: MediaType
    name: str


def add(workplace: Workplace, kind: str, record_id: int, path: Path) -> AttachmentRow:
    """Encrypt a picture or a PDF and attach it to the record; the file itself is left alone.

    The encrypted copy is on the disk before the row is committed.
    """
    workplace.require(Permission.REGISTER)
    file = read(path)
    with workplace.deed(Permission.REGISTER) as work:
        work.get(_TABLES[kind], record_id)
        row = put(workplace, work, kind, record_id, file)
        work.commit()
    return _one(workplace, row.id)


def read(path: Path) -> File:
    """A picture or a PDF from outside; RuleRefused for what is neither, a fault for no file."""
    content = _read(path)
    media_type = rules.media_type(content)
    reasons = rules.reasons(len(content), media_type)
    if reasons or media_type is None:
        raise RuleRefused(reasons)
    name = rules.file_name(clean_line(path.name[-LINE_LIMIT:]), media_type)
    return File(content, media_type, name)


def put(
    workplace: Workplace, work: UnitOfWork, kind: str, record_id: int, file: File
) -> Attachment:
    """Attach a file inside the caller's transaction; its encrypted copy is on the disk first."""
    workplace.require(Permission.READ)
    row = Attachment(
        kind=kind,
        record_id=record_id,
        digest=_store(workplace).put(file.content),
        name=file.name,
        media_type=file.media_type,
        size=len(file.content),
        added_at=work.now,
        added_by_id=work.actor_id,
    )
    work.add(row)
    return row


def of_record(workplace: Workplace, kind: str, record_id: int) -> tuple[AttachmentRow, ...]:
    """The files of a record, in the order in which they came.

    Who may not open them is not told their names either: people call a scan by a number or a name.
    """
    with workplace.reading() as reader:
        rows = attachment_list.of_record(reader, kind, record_id)
        wanted = personal_data.to_see_file(reader, kind, record_id)
    if workplace.allows(wanted):
        return rows
    return tuple(replace(one, name=f"{_HIDDEN}{Path(one.name).suffix}") for one in rows)


def open_attachment(workplace: Workplace, attachment_id: int) -> bytes:
    """The content, for looking at inside the program; the look is recorded."""
    row = _one(workplace, attachment_id)
    with workplace.reading() as reader:
        wanted = personal_data.to_see_file(reader, row.kind, row.record_id)
    workplace.require(wanted)
    content = _store(workplace).get(row.digest)
    with workplace.deed(wanted) as work:
        told = {"record": row.kind, "record_id": row.record_id}
        personal_data.record_look(work, "attachment", row.id, told)
        work.commit()
    return content


def content(workplace: Workplace, attachment_id: int) -> bytes:
    """The content of what tells of nobody, such as the look of a stock: no look is recorded.

    NotFound for any other file: that has `open_attachment`.
    """
    row = _one(workplace, attachment_id)
    if row.kind not in _OF_NOBODY:
        raise NotFound("attachment", str(attachment_id))
    return _store(workplace).get(row.digest)


def _one(workplace: Workplace, attachment_id: int) -> AttachmentRow:
    with workplace.reading() as reader:
        row = attachment_list.one(reader, attachment_id)
    if row is None:
        raise NotFound("attachment", str(attachment_id))
    return row


def _store(workplace: Workplace) -> AttachmentStore:
    return AttachmentStore(workplace.folder.attachments, workplace.key)


def _read(path: Path) -> bytes:
    """The file's content; a folder, a pipe or a device has none."""
    return files.read_bounded(path, rules.SIZE_LIMIT)
