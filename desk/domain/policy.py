"""The estate's policy 服務標準: what the manuals leave to numbers (requirements H, K1-K19).

A policy is one frozen value: severities, posts, clocks, forward rules, callback rules, close rules,
form titles, report days, switches, the locks of release passes, and the rules of orders and
move-ins. Nothing here is a constant of
the program; the profiles of the manuals are data, the supervisor edits a copy, and a record keeps
the version it was opened under. Where the manuals are silent, `ours` names the parts of a rule that
are our reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from desk.domain.deadlines import Bound, Term
from desk.domain.move_in_rule import MOVE_IN, MoveInRule
from desk.domain.permissions import Role
from desk.domain.policy_part import Labels, Part
from desk.domain.release_pass_rule import PASSES, PassKind, PassRule
from desk.domain.service_order_rule import ORDERS, OrderRule


class Post(StrEnum):
    """Whom the manuals name as responsible; who acts for a post at the desk is the policy's."""

    RECEPTIONIST = "receptionist"  # 接待員
    DEPARTMENT_HEAD = "department_head"  # 專業主管 / 相關主管
    SUPERVISOR = "supervisor"  # 客服主管 / 客戶服務中心主管
    PROPERTY_MANAGER = "property_manager"  # 物業部經理 / 主管經理
    OFFICE_MANAGER = "office_manager"  # 管理處經理 / 管理處負責人
    GENERAL_MANAGER = "general_manager"  # 公司總經理
    COMPLAINT_DEPARTMENT = "complaint_department"  # 公司投訴管理部門
    COMPANY_MANAGEMENT = "company_management"  # 公司管理層
    QUALITY_SUPERVISOR = "quality_supervisor"  # 品質主管
    CUSTOMER_RELATIONS = "customer_relations"  # 客戶關係主管


class Event(StrEnum):
    """What happens to a case; a clock runs from one event to another."""

    RECEIVED = "received"  # 接訴
    FILED = "filed"  # 立項
    HANDED_OUT = "handed_out"  # 派發至部門
    FORWARDED = "forwarded"  # 呈報
    ANSWERED = "answered"  # 明確答覆
    HANDLED = "handled"  # 處理完畢
    SHEET_RETURNED = "sheet_returned"  # 意見表交回
    TOLD = "told"  # 告知結果
    CALLED_BACK = "called_back"  # 回訪
    CLOSED = "closed"  # 銷項
    PROMISED = "promised"  # 承諾
    PROMISE_REPORTED = "promise_reported"  # 承諾已報上級
    PROMISE_KEPT = "promise_kept"  # 承諾兌現
    JOINED = "joined"  # 聯名人數達到
    JOINT_REPORTED = "joint_reported"  # 聯名投訴已書面呈報
    PROMOTED = "promoted"  # 升為重大
    REWORKED = "reworked"  # 返工
    REPORTED = "reported"  # 專項報告
    CONSENTED = "consented"  # 無法處理個案按季審批


class Condition(StrEnum):
    """What may have to hold before a case is closed 銷項."""

    HANDLED = "handled"  # R171
    RESULT = "result"  # R174
    SIGNED_COPY = "signed_copy"  # R166: on-site work, the signed copy is back
    NOTICE = "notice"  # R167: other work, the notice of completion verified true
    SIDE_PROBLEMS = "side_problems"  # R168, R169
    AGREED = "agreed"  # R170: 管理處負責人 agrees
    VERIFIED = "verified"  # R172
    CONSENT = "consent"  # R173: unsolvable cases
    OVERRUNS = "overruns"  # R5, R6, R150: an overrun has its approver
    TOLD = "told"  # R7, R147
    SUMMARY = "summary"  # R14, R132
    CORRECTIVE_ACTION = "corrective_action"  # R146


class Act(StrEnum):
    """An act that a paper records; the policy gives the paper's title (K11)."""

    INTAKE = "intake"  # F1, F4
    PHONE_INTAKE = "phone_intake"  # F10
    RECORD = "record"  # F2, F3, F6
    DISPOSAL = "disposal"  # F5
    MONTH = "month"  # F7
    FOLLOW_UP = "follow_up"  # F13
    SPECIAL_REPORT = "special_report"  # F14
    JOINT_REPORT = "joint_report"  # F15
    CORRECTIVE_ACTION = "corrective_action"  # R146


class Every(StrEnum):
    """How often a report or a check comes round (K12)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class Severity:
    """A level of gravity (K1); a higher rank is graver."""

    code: str
    rank: int
    labels: Labels
    definition: Labels
    clauses: tuple[str, ...] = ()
    ours: tuple[Part, ...] = ()


@dataclass(frozen=True)
class PostRule:
    """What a post is called, and which accounts may act for it."""

    post: Post
    labels: Labels
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Scope:
    """Which cases a rule is about: severities (none named: every one), hot ones also, and so on.

    `effective_only`: procedure 4 covers effective complaints (R134).
    """

    severities: tuple[str, ...] = ()
    hot: bool = False
    joint: bool = False
    effective_only: bool = False

    def covers(self, severity: str, *, hot: bool, joint: bool, effective: bool) -> bool:
        """Whether a case of this kind falls under the rule (R134)."""
        if self.effective_only and not effective:
            return False
        if self.joint and not joint:
            return False
        return not self.severities or severity in self.severities or (self.hot and hot)


EVERY = Scope()


@dataclass(frozen=True)
class ClockRule:
    """A time limit 時限: from an event, to an event, within a term; who answers for it.

    With `to` it is a forward rule 呈報: the case goes to that post, or to `or_to` where the manual
    leaves the choice (R144). `approver` allows an overrun. With `as_wanted` the time that the
    complainant asked for may stand in place of the term (R6, R142).
    """

    code: str
    clauses: tuple[str, ...]
    start: Event
    end: Event
    term: Term
    bound: Bound = Bound.CEILING
    post: Post = Post.SUPERVISOR
    approver: Post | None = None
    to: Post | None = None
    scope: Scope = EVERY
    or_to: Post | None = None
    as_wanted: bool = False
    ours: tuple[Part, ...] = ()


@dataclass(frozen=True)
class CallbackRule:
    """Callbacks owed (K8): how many within which term after which event, and who is let off.

    `coverage` is the share of the covered cases in percent; `exceptions` are the outcomes that,
    with a reason, count as done (R94); `again` asks for another one after rework (R191).
    """

    code: str
    clauses: tuple[str, ...]
    term: Term
    start: Event = Event.TOLD
    least: int = 1
    coverage: int = 100
    exceptions: tuple[str, ...] = ()
    again: bool = False
    post: Post = Post.RECEPTIONIST
    scope: Scope = EVERY
    ours: tuple[Part, ...] = ()


@dataclass(frozen=True)
class CloseRule:
    """One condition of closing, and which cases it is asked of."""

    condition: Condition
    clauses: tuple[str, ...]
    scope: Scope = EVERY
    ours: tuple[Part, ...] = ()


@dataclass(frozen=True)
class FormTitle:
    """Under which title the paper of an act is printed (K11); `form` is its row in register F."""

    act: Act
    form: str
    labels: Labels
    ours: tuple[Part, ...] = ()


@dataclass(frozen=True)
class ReportDay:
    """When a report or a check falls due (K12, K21); day 30 means the 30th or the last day.

    The day counts within the week (Monday is 1), within the month, or within the first month of
    the quarter or year.
    """

    code: str
    clauses: tuple[str, ...]
    every: Every
    day: int
    post: Post
    labels: Labels
    ours: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Switches:
    """What the manuals leave open or disagree on, with our default."""

    joint_from: int = 3  # R10: complainants that make a complaint joint
    promote_after: Term | None = None  # R137c: an effective one unsolved for so long
    promote_to: str = "major"
    consent_months: int = 3  # R173: unsolvable cases are consented to once in so many months
    verifier_is_other: bool = True  # R172: verifier is not handler
    retransfer_forbidden: bool = True  # R213, K14
    duty_open_days: int = 3  # R220: a first-asked duty open for longer is listed


@dataclass(frozen=True)
class Policy:
    """One version of the estate's rules. `manuals` names what it follows, e.g. ("M0", "M2")."""

    code: str
    labels: Labels
    manuals: tuple[str, ...]
    severities: tuple[Severity, ...]
    posts: tuple[PostRule, ...]
    clocks: tuple[ClockRule, ...]
    forwards: tuple[ClockRule, ...] = ()
    callbacks: tuple[CallbackRule, ...] = ()
    close: tuple[CloseRule, ...] = ()
    forms: tuple[FormTitle, ...] = ()
    reports: tuple[ReportDay, ...] = ()
    switches: Switches = field(default_factory=Switches)
    passes: tuple[PassRule, ...] = PASSES  # a policy of before there were any keeps M0's (K20)
    orders: OrderRule = ORDERS
    move_in: MoveInRule = MOVE_IN

    def severity(self, code: str) -> Severity:
        """The level of a code; KeyError where the policy has none."""
        return {one.code: one for one in self.severities}[code]

    def post(self, post: Post) -> PostRule:
        """The post's names and roles (R87); nobody acts for a post the policy does not name."""
        found = [one for one in self.posts if one.post is post]
        return found[0] if found else PostRule(post, {})

    def rule(self, code: str) -> ClockRule | None:
        """The clock or forward rule of a code."""
        return {one.code: one for one in self.every_clock()}.get(code)

    def release(self, kind: PassKind) -> PassRule:
        """The locks of a kind of release pass 放行條 (K20); those of M0 where it names none."""
        return next(one for one in (*self.passes, *PASSES) if one.kind is kind)

    def every_clock(self) -> Iterator[ClockRule]:
        """All clocks, those of the forward rules included."""
        yield from self.clocks
        yield from self.forwards

    def title(self, act: Act) -> FormTitle | None:
        """The title under which an act is printed; None where the manual names no such paper."""
        found = [one for one in self.forms if one.act is act]
        return found[0] if found else None
