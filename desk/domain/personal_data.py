"""Personal data 個人資料: who may see what of it, one rule for every door (R24-R29, R36, R57).

Of an identity number a part is shown, the whole to whoever may see identity papers. A form that
tells who an owner or a tenant is, a copy of an identity paper, a signed paper of a move-in: for the
same eyes alone. Each look is written down. A phone is whole for whoever may register, because they
must call, and in lists for nobody.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from desk.domain.identity import mask_phone
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission

Told = TypeVar("Told")

TO_CALL = Permission.REGISTER
# Filled in or not, they tell who somebody is: F28, F29, F34.
REGISTRATION_FORMS = frozenset(
    {FormCode.OWNER_REGISTRATION, FormCode.OWNER_CARD, FormCode.AUTHORISATION}
)
# Records whose files are copies of owners' papers and photos of who lives there (R24-R28).
REGISTRATION_KINDS = frozenset({"move_in"})
# What a phone of a customer is called in a row, or among the values of a paper.
PHONES = frozenset(
    {
        "agent_phone", "caller_phone", "contact", "owner_phone", "phone", "phones",
        "principal_phone", "word_phone",
    }
)  # fmt: skip
# Papers whose phone is a firm's, or the desk's own.
_OF_FIRMS = frozenset(
    {
        FormCode.DEFECT_LIST,
        FormCode.INSPECTION,
        FormCode.MOVE_IN_NOTICE,
        FormCode.PRICE_BOARD,
        FormCode.SUPPLIER_AGREEMENT,
    }
)


def is_registration(form: str) -> bool:
    """Whether a paper tells who somebody is."""
    return form in REGISTRATION_FORMS


def to_see_paper(form: str) -> Permission:
    """What is asked of somebody who looks at a paper made of a record, or prints it."""
    return Permission.SEE_IDENTITY if is_registration(form) else Permission.PRINT


def to_see_file(kind: str, form: str = "") -> Permission:
    """What is asked of somebody who looks at a file of a record of this kind.

    Of a signed paper it is the kind of what was printed, and its form: an owner writes into it by
    hand what the desk's own print does not tell.
    """
    is_guarded = kind in REGISTRATION_KINDS or is_registration(form)
    return Permission.SEE_IDENTITY if is_guarded else Permission.READ


def masked(told: Told) -> Told:
    """A row with every phone in it as others may see it."""
    found: Told = _masked("", told)
    return found


def masked_paper(form: str, values: Told) -> Told:
    """The values of a paper with every customer's phone as others may see it."""
    return values if form in _OF_FIRMS else masked(values)


def listed_paper(form: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a list of prints says of a paper's values: of who somebody is, its title alone."""
    if is_registration(form):
        return {"title": values["title"]} if "title" in values else {}
    return masked_paper(form, values)


def phones(form: str, values: Mapping[str, Any]) -> Mapping[str, str]:
    """The customers' phones among the values of a paper, each as others may see it."""
    found = {} if form in _OF_FIRMS else {one: mask_phone(one) for one in _phones("", values)}
    return {phone: hidden for phone, hidden in found.items() if phone != hidden}


def _masked(name: str, told: Any) -> Any:
    match told:
        case str():
            return mask_phone(told) if name in PHONES else told
        case tuple() | list():
            found = [_masked(name, one) for one in told]
            is_same = all(new is old for new, old in zip(found, told, strict=True))
            return told if is_same else type(told)(found)
        case Mapping():
            return {key: _masked(key, value) for key, value in told.items()}
    if not is_dataclass(told) or isinstance(told, type):
        return told
    before = {one.name: getattr(told, one.name) for one in fields(told)}
    after = {key: _masked(key, value) for key, value in before.items()}
    changed = {key: value for key, value in after.items() if value != before[key]}
    return replace(told, **changed) if changed else told


def _phones(name: str, told: Any) -> Iterator[str]:
    match told:
        case str() if name in PHONES and told:
            yield told
        case Mapping():
            for key, value in told.items():
                yield from _phones(key, value)
        case list() | tuple():
            for value in told:
                yield from _phones(name, value)
