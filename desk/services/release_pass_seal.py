"""Whether a release pass 放行條 is ours: the seal under its QR, and what the desk tells the guard.

The guard reads the short code to the desk on the phone, or the desk scans it; the desk reads out
what the pass says and what may still leave.
"""

from dataclasses import dataclass

from desk.domain import paper_code, release_pass_gate
from desk.domain.numbering import parse_number, typed
from desk.domain.paper import FormCode
from desk.domain.release_pass import Item, PassFacts
from desk.domain.release_pass_gate import LETS_PASS, Said
from desk.models import seal
from desk.models.lists import Reader
from desk.models.lists import release_pass as pass_list
from desk.services import release_pass_case
from desk.services import release_pass_gate as gate_deeds
from desk.services.release_pass_case import LETTER, Pass
from desk.services.workplace import Workplace

__all__ = ["Verdict", "seal_of", "verify"]


@dataclass(frozen=True)
class Verdict:
    """The desk's answer about a code; `number` is what it says, `found` the pass of that number."""

    said: Said
    number: str = ""
    found: Pass | None = None

    @property
    def lets_pass(self) -> bool:
        """Whether the guard may let it pass now."""
        return self.said in LETS_PASS

    @property
    def remaining(self) -> tuple[Item, ...]:
        """What may still leave, to be read to the guard."""
        items = () if self.found is None else self.found.items
        return tuple(item for item in items if item.remains)


def seal_of(workplace: Workplace, pass_id: int) -> str:
    """The seal of an issued pass, for the code on its paper; "" where it was never issued."""
    with workplace.reading() as reader:
        detail = pass_list.detail(reader, pass_id)
        facts = release_pass_case.facts(workplace, reader, pass_id)
        if detail is None or facts is None or facts.issued_at is None:
            return ""
        return _seals(reader, detail.number, facts)[0]


def verify(workplace: Workplace, code_text: str) -> Verdict:
    """Whether the code on a paper is genuine, and whether the pass lets anything through now."""
    gate_deeds.expire_due(workplace)
    code = paper_code.read(code_text)
    number = typed(code_text) if code is None else code.number
    if code is None and not _is_number(number):
        return Verdict(Said.UNREADABLE)
    if not number.startswith(LETTER) or (code and code.form not in ("", FormCode.RELEASE_PASS)):
        return Verdict(Said.OTHER, number)
    with workplace.reading() as reader:
        key = pass_list.id_of_number(reader, number)
        found = None if key is None else release_pass_case.whole(workplace, reader, key)
        if found is None:
            return Verdict(Said.UNKNOWN, number)
        given = "" if code is None else code.seal
        is_ours = bool(given) and given in _seals(reader, number, found.facts)
    is_sealed = code is not None and code.form != ""
    answer = release_pass_gate.said(found.facts, found.seen_at, is_ours=is_ours, sealed=is_sealed)
    return Verdict(answer, number, found)


def _seals(reader: Reader, number: str, facts: PassFacts) -> list[str]:
    """What it is sealed with, and was before its window was extended."""
    secret = seal.secret(reader)
    if secret is None:
        return []
    windows = release_pass_gate.every_window(facts)
    return [paper_code.seal(secret, release_pass_gate.seal_texts(number, one)) for one in windows]


def _is_number(text: str) -> bool:
    return parse_number(text) is not None
