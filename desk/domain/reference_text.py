"""The readable reference texts of the desk (R1, R45, R133, R176, R206): shipped, and editable."""

from dataclasses import dataclass
from enum import StrEnum

from desk.domain.reasons import Reason

TITLE_LIMIT = 120
BODY_LIMIT = 20_000


class ReferenceCode(StrEnum):
    """Which text it is (R1, R133, R136, R176, R183, R185, R192, R199-R206)."""

    SERVICE_RULES = "service_rules"  # 顧客服務規範 (R1)
    ETIQUETTE = "etiquette"  # 服務禮儀規範 (R1, R45)
    CAUTIONS = "cautions"  # 處理投訴的注意事項 (R133)
    RECEIVING = "receiving"  # 接待業主要點 (R176)
    FIRST_ASKED = "first_asked"  # 首問責任 (R199-R206)


@dataclass(frozen=True)
class ReferenceEntry:
    """One text as it is edited; already clean."""

    title: str
    body: str


def entry_reasons(entry: ReferenceEntry) -> tuple[Reason, ...]:
    """A text has a title and says something."""
    reasons = []
    if not entry.title:
        reasons.append(Reason("reference_text.title.missing", "title"))
    if not entry.body:
        reasons.append(Reason("reference_text.body.missing", "body"))
    return tuple(reasons)
