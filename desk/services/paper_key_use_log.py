"""《鑰匙使用記錄》 of a key set or of everything under an agreement (F38, R112)."""

from functools import partial

from desk.domain import key_set as set_rules
from desk.domain import numbering
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import NotFound, RuleRefused
from desk.models.lists import Reader
from desk.models.lists import key_loan as loan_list
from desk.models.lists import key_set as set_list
from desk.models.lists.custody_agreement import AgreementRow
from desk.models.lists.key_loan import KeyLoanRow
from desk.models.lists.key_set import KeySetRow
from desk.printing.forms.key_use_log import FORM, KeyUse, KeyUseLog
from desk.printing.job import Job
from desk.services import paper_custody_agreement
from desk.services.paper_build import Gather, Subject, build, number_of
from desk.services.paper_key_words import purpose_words, word_words
from desk.services.paper_sheet import Asked, Sheet
from desk.services.workplace import Workplace
from desk.wording import label

CODE = FormCode.KEY_USE_LOG
KIND = "key_set"
MOST = 1_000
_AGREEMENTS = "D"


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The log of a set by its id or its tag, or of an agreement by its number or code.

    RuleRefused where there are more uses than a paper holds.
    """
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        subject, gather = _found(reader, key)
    return build(workplace, FORM, subject, asked, gather=gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The log without uses, for the counter."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def of_set(
    row: KeySetRow, agreement: AgreementRow | None, uses: tuple[KeyLoanRow, ...], job: Job
) -> KeyUseLog:
    """The uses of one set."""
    left_for = row.left_for_text or (purpose_words(row.left_for) if row.left_for else "")
    return KeyUseLog(
        job=job,
        number=row.tag,
        tags=row.tag,
        opens=row.opens,
        unit=row.unit or "",
        agreement=row.agreement or label("key_basis", row.basis),
        custodian="" if agreement is None else agreement.custodian,
        purposes=left_for if agreement is None else "\n".join(agreement.purposes),
        uses=_uses(uses, job),
    )


def of_agreement(
    row: AgreementRow, sets: tuple[KeySetRow, ...], uses: tuple[KeyLoanRow, ...], job: Job
) -> KeyUseLog:
    """The uses of everything that is or was kept under an agreement."""
    return KeyUseLog(
        job=job,
        number=row.number,
        tags=" ".join(one.tag for one in sets),
        opens="\n".join(one.opens for one in sets),
        unit=row.unit,
        agreement=row.number,
        custodian=row.custodian,
        purposes="\n".join(row.purposes),
        uses=_uses(uses, job),
    )


def _found(reader: Reader, key: int | str) -> tuple[Subject, Gather]:
    number = number_of(key) if isinstance(key, str) else ""
    parsed = numbering.parse_number(number)
    if parsed is not None and str(parsed).startswith(_AGREEMENTS):
        row = paper_custody_agreement.agreement_of(reader, number)
        sets = set_list.of_agreement(reader, row.id)
        uses = _read(reader, loan_list.Filter(agreement_id=row.id))
        subject = Subject(CODE, paper_custody_agreement.KIND, row.id, 0, row.number)
        return subject, partial(of_agreement, row, sets, uses)
    kept = _set_of(reader, key)
    agreement = None
    if kept.agreement_id is not None:
        agreement = paper_custody_agreement.agreement_of(reader, kept.agreement_id)
    uses = _read(reader, loan_list.Filter(key_set_id=kept.id))
    return Subject(CODE, KIND, kept.id, 0, kept.tag), partial(of_set, kept, agreement, uses)


def _set_of(reader: Reader, key: int | str) -> KeySetRow:
    if isinstance(key, int):
        found = set_list.detail(reader, key)
    else:
        found = set_list.detail_by_tag(reader, set_rules.plain(key))
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def _read(reader: Reader, wanted: loan_list.Filter) -> tuple[KeyLoanRow, ...]:
    uses = loan_list.uses(reader, wanted)
    if len(uses) > MOST:
        raise RuleRefused([Reason("paper.period.too_much", None, {"most": MOST})])
    return uses


def _uses(rows: tuple[KeyLoanRow, ...], job: Job) -> tuple[KeyUse, ...]:
    return tuple(_use(row, job) for row in rows)


def _use(row: KeyLoanRow, job: Job) -> KeyUse:
    told = (label("key_condition", row.condition) if row.condition else "", row.condition_text)
    return KeyUse(
        tag=row.tag,
        borrower=row.borrower,
        out_at=row.out_at,
        company=row.company,
        purpose=purpose_words(row.purpose),
        allowed=word_words(row, job.custom),
        lent_by=row.lent_by,
        returned_at=row.returned_at,
        condition="\n".join(filter(None, told)),
        taken_back_by=row.received_by or "",
        lost=row.lost_at is not None and row.returned_at is None,
    )
