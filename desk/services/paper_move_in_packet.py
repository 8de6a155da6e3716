"""The packet: every paper of a move-in in one go, in the order in which they are used (R36, R57).

Loaded late, as all that draws.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.i18n import pgettext, speaking
from desk.services import inspection, move_in, paper_authorisation, paper_batch
from desk.services.move_in import MoveIn
from desk.services.paper_forms import OF_RECORD
from desk.services.paper_sheet import Asked, Batch
from desk.services.workplace import Workplace

Paper = tuple[str, int | str]


def of_key(workplace: Workplace, key: int | str) -> tuple[Paper, ...]:
    """The same by the case's id or number."""
    return papers(workplace, move_in.get(workplace, key))


def papers(workplace: Workplace, known: MoveIn) -> tuple[Paper, ...]:
    """Each paper of the case and the record it is of."""
    return tuple(one for one in _papers(workplace, known) if one[0] in OF_RECORD)


def _papers(workplace: Workplace, known: MoveIn) -> Iterator[Paper]:
    case = known.detail.id
    yield FormCode.MOVE_IN_NOTICE, case
    yield FormCode.OWNER_REGISTRATION, case
    if paper_authorisation.letters(known):
        yield FormCode.AUTHORISATION, case
    yield FormCode.DOCUMENT_LIST, case
    with workplace.reading() as reader:
        inspected = inspection.of_move_in(reader, case)
    if inspected is not None:
        yield FormCode.INSPECTION, inspected.detail.id
    if known.agreements:
        yield FormCode.MOVE_IN_AGREEMENT, case
    if known.materials:
        yield FormCode.MATERIALS_RECEIPT, case
    for keys in known.keys:
        yield FormCode.KEY_RECEIPT, keys.receipt_id
    for receipt in dict.fromkeys(one.receipt_id for one in known.fees):
        if receipt is not None:
            yield FormCode.RECEIPT, receipt
    yield FormCode.OWNER_CARD, case


def print_packet(
    workplace: Workplace,
    key: int | str,
    asked: Asked,
    *,
    file: Path,
    step: Callable[[int, int], None] | None = None,
) -> Batch:
    """All of them in one PDF, each in the log: all of it or nothing."""
    workplace.require(Permission.PRINT)
    known = move_in.get(workplace, key)
    with speaking(asked.language):
        title = pgettext("move-in paper", "Move-in {number}").format(number=known.detail.number)
    return paper_batch.of_papers(
        workplace, title, papers(workplace, known), asked, file=file, step=step
    )
