"""The words for what the rules answer: reasons, faults and the values of a vocabulary.

Rules answer with codes in no language. Each room keeps its own words in a module here, marked
for the catalogues and translated only when asked for. A new room adds its file and one line.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

from desk.errors import DeskError, EnvironmentFault, NotFound, ReasonLike, RuleRefused, StaleRecord
from desk.i18n import N_, EstateFormat, gettext, region
from desk.wording import (
    approval,
    calendar,
    callback,
    clean,
    common,
    complaint,
    complaint_closing,
    corrective_action,
    deadline,
    defect,
    document_control,
    estate,
    filing,
    first_asked,
    guide,
    handling,
    history,
    household_file,
    household_sheet,
    identity,
    inspection,
    key_custody,
    move_in,
    overlay,
    paper,
    policy,
    policy_parts,
    price_board,
    print_log,
    promise,
    receipt,
    reception,
    release_pass,
    service_agreement,
    service_callback,
    service_figures,
    service_order,
    service_person,
    side_problem,
    signed_paper,
    special_report,
    staff,
    storage,
    today,
    work_log,
)

ROOMS = (
    inspection,
    defect,
    approval,
    calendar,
    callback,
    clean,
    common,
    complaint,
    complaint_closing,
    corrective_action,
    deadline,
    document_control,
    estate,
    filing,
    first_asked,
    guide,
    handling,
    history,
    household_file,
    household_sheet,
    identity,
    key_custody,
    move_in,
    overlay,
    paper,
    policy,
    policy_parts,
    price_board,
    print_log,
    promise,
    receipt,
    reception,
    release_pass,
    service_agreement,
    service_callback,
    service_figures,
    service_order,
    service_person,
    side_problem,
    signed_paper,
    special_report,
    staff,
    storage,
    today,
    work_log,
)

SENTENCES: dict[str, str] = {code: text for room in ROOMS for code, text in room.SENTENCES.items()}
LABELS: dict[str, dict[str, str]] = {
    vocabulary: texts for room in ROOMS for vocabulary, texts in room.LABELS.items()
}

MONEY = "money"
_SOMEBODY = N_("Someone else")
_REFUSED = N_("This cannot be done now.")
_UNKNOWN = N_("This cannot be done now ({code}).")


class _Word(str):
    """A value in a sentence: ``{state:complaint_state}`` says its label in that vocabulary,
    ``{owed:money}`` the amount as the open estate writes money."""

    __slots__ = ()

    def __format__(self, vocabulary: str) -> str:
        if vocabulary == MONEY:
            return _money(str(self))
        return label(vocabulary, str(self)) if vocabulary else str(self)


class _Given(dict[str, _Word]):
    """What a sentence is filled with; a value nobody gave stays visible as its name."""

    def __missing__(self, name: str) -> _Word:
        return _Word("{" + name + "}")


def sentence(code: str, parameters: Mapping[str, object] | None = None) -> str:
    """The sentence for a reason or a fault in the current language.

    A code without words gives a plain sentence that names it, never an error.
    """
    text = SENTENCES.get(code)
    if text is None:
        return gettext(_UNKNOWN).format(code=code)
    given = {name: _Word(value) for name, value in (parameters or {}).items()}
    return gettext(text).format_map(_Given(given))


def _money(amount: str) -> str:
    """The amount as it was told where no estate is open, or where it is no number."""
    where = region()
    try:
        return EstateFormat.of(where).money(Decimal(amount)) if where else amount
    except InvalidOperation:
        return amount


def reasons_words(reasons: Iterable[ReasonLike]) -> str:
    """Every reason on a line of its own; "" for none."""
    return "\n".join(sentence(one.code, one.parameters) for one in reasons)


def explain(error: DeskError) -> list[str]:
    """Every sentence an expected error has to say, in the order the rules gave them."""
    match error:
        case RuleRefused():
            return [sentence(reason.code, reason.parameters) for reason in error.reasons]
        case EnvironmentFault():
            return [sentence(error.code, error.parameters)]
        case StaleRecord():
            return [sentence("record.stale", {"by": error.by or gettext(_SOMEBODY)})]
        case NotFound():
            return [sentence("record.not_found", {"kind": error.kind, "key": error.key})]
    return [gettext(_REFUSED)]


def overtaken(stale: StaleRecord) -> str:
    """What was typed can be done to the record as somebody else has left it."""
    return sentence("record.overtaken", {"by": stale.by or gettext(_SOMEBODY)})


def label(vocabulary: str, code: str) -> str:
    """The name of one value of a vocabulary, such as ("channel", "walk_in"); else the code."""
    text = LABELS.get(vocabulary, {}).get(code)
    return code if text is None else gettext(text)
