"""The reception register 《接待業主情況記錄》 (F16): who came, what was asked, what was done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.reasons import Reason

NAME_LIMIT = 80
PHONE_LIMIT = 40
TEXT_LIMIT = 4_000
LATE_AFTER = timedelta(minutes=30)
_CLOCKS_DIFFER = timedelta(minutes=1)
LOOK_BACK = timedelta(days=3_653)  # ten years; anything older is a slip of the keys


class Channel(StrEnum):
    """How the matter reached the desk (R89, R193), or the company (R95)."""

    WALK_IN = "walk_in"  # 來訪
    PHONE = "phone"  # 電話
    LETTER = "letter"  # 來函
    FAX = "fax"  # 傳真
    EMAIL = "email"  # 電郵
    SUGGESTION_BOX = "suggestion_box"  # 業主意見箱
    STAFF = "staff"  # 員工發現 / 轉達
    MEDIA = "media"  # 媒體 (R95)
    NETWORK = "network"  # 網絡 (R95)

    @property
    def at_desk(self) -> "Channel":
        """How it reaches the desk itself: what the company hears of is relayed by staff."""
        return Channel.STAFF if self in (Channel.MEDIA, Channel.NETWORK) else self


class Kind(StrEnum):
    """What kind of need it is (R182, R200)."""

    INQUIRY = "inquiry"  # 諮詢
    COMPLAINT = "complaint"  # 投訴
    HELP = "help"  # 求助
    BUSINESS = "business"  # 業務辦理
    VISITOR = "visitor"  # 訪客


class Rank(StrEnum):
    """What the first-asked person 首問人員 is (R201, R203, R204); not everybody has an account."""

    CLERK = "clerk"  # 接待員 / 前臺文員
    SUPERVISOR = "supervisor"  # 客服主管 / 客戶關係主管 (K15)
    MANAGER = "manager"  # 管理人員
    OPERATOR = "operator"  # 秩序維護員、保潔員、維修員


class State(StrEnum):
    """Whether the first-asked duty 首問責任 still runs."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class ReceptionEntry:
    """What a clerk writes down; texts are already clean.

    `happened_at` is the real time (UTC); the entry time is the unit of work's own. The caller is
    a resident, or is named in `caller_name` when unknown to the estate. `first_asked_id` is the
    clerk who was asked first 首問責任人 (R217, R218); None means whoever writes it down. Somebody
    without an account is told by `first_asked_rank` and named in `first_asked_name` (R201, R203).
    """

    happened_at: datetime
    channel: Channel = Channel.WALK_IN
    kind: Kind = Kind.INQUIRY
    unit_id: int | None = None
    resident_id: int | None = None
    caller_name: str = ""
    caller_phone: str = ""
    request: str = ""
    answer: str = ""
    state: State = State.OPEN
    first_asked_id: int | None = None
    first_asked_rank: Rank | None = None
    first_asked_name: str = ""


def closes_with_answer(kind: Kind) -> bool:
    """Whether an answer at once leaves nothing to do (R186, R199): a question, a visitor."""
    return kind in (Kind.INQUIRY, Kind.VISITOR)


def is_late(happened_at: datetime, entered_at: datetime) -> bool:
    """Whether the entry was made so much later that both times must be told (R86)."""
    return entered_at - happened_at > LATE_AFTER


def entry_reasons(entry: ReceptionEntry, now: datetime) -> tuple[Reason, ...]:
    """Why the entry may not be registered.

    Any hour may be entered later with its real time (R86), never a time still to come; somebody
    is named (R182, R199); what was asked is written down; a closed entry says what was done (R217).
    """
    return tuple(_entry_reasons(entry, now))


def _entry_reasons(entry: ReceptionEntry, now: datetime) -> Iterable[Reason]:
    if entry.happened_at > now + _CLOCKS_DIFFER:
        yield Reason("reception.happened_at.future", "happened_at")
    if entry.happened_at < now - LOOK_BACK:
        yield Reason("reception.happened_at.past", "happened_at")
    if entry.resident_id is None and not entry.caller_name:
        yield Reason("reception.person.missing", "person")
    if not entry.request:
        yield Reason("reception.request.missing", "request")
    if entry.state is State.CLOSED and not entry.answer:
        yield Reason("reception.answer.missing", "answer")
    if entry.first_asked_rank is not None and not entry.first_asked_name:
        yield Reason("first_asked.name.missing", "first_asked_name")
