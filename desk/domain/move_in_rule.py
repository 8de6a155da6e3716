"""What a policy says of moving in 入住: its papers, agreements, materials and days (R20-R36, R74).

The papers of an owner are M0's (R24-R28). A tenant's are cut off in the manual (R41): his list is
the estate's own, empty until the estate writes it, and nothing is invented for it.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from desk.domain.policy_part import Labels, Part


class Arrival(StrEnum):
    """Who moves in."""

    OWNER = "owner"  # 業主
    TENANT = "tenant"  # 租戶 (R41)


class Holder(StrEnum):
    """In whose name."""

    PERSON = "person"  # 自然人 (R25)
    COMPANY = "company"  # 法人 (R26)


@dataclass(frozen=True)
class DocumentRule:
    """A paper that is asked for: of whom, and what of it.

    `arrivals`, `holders`: of these alone, none named: of all. `agent`: only where an agent comes
    (R28). `each_resident`: one for each permanent resident (R27). `original` is seen, `copy` kept.
    """

    code: str
    labels: Labels
    clauses: tuple[str, ...]
    arrivals: tuple[Arrival, ...] = ()
    holders: tuple[Holder, ...] = ()
    agent: bool = False
    each_resident: bool = False
    original: bool = True
    copy: bool = True
    ours: tuple[Part, ...] = ()


COVENANT = "covenant"
_UNDERTAKING = ("承諾", "承诺", "undertaking")


@dataclass(frozen=True)
class ListedPaper:
    """An agreement to sign (R31) or a material to hand over (R33), as the estate lists them.

    `text` is what stands on the agreement's page; the estate writes it.
    """

    code: str
    labels: Labels
    clauses: tuple[str, ...]
    arrivals: tuple[Arrival, ...] = ()
    text: Labels = field(default_factory=dict)
    ours: tuple[Part, ...] = ()

    @property
    def is_undertaking(self) -> bool:
        """Whether the owner signs alone, such as the 業主臨時管理規約承諾書: he undertakes to keep
        a covenant; nobody contracts with him. It is told by the covenant's code, else by its name.
        """
        names = " ".join(self.labels.values()).casefold()
        return self.code == COVENANT or any(word in names for word in _UNDERTAKING)


@dataclass(frozen=True)
class MoveInRule:
    """What holds for move-ins.

    `visit_days`: a visit within so many days of moving in (R74). `defect_days`: what the builder
    has for a repair unless he promised a day; `remind_days`: he is reminded every so many days.
    `second_look`: fees are looked at by another clerk before they are received (R21).
    """

    documents: tuple[DocumentRule, ...] = ()
    agreements: tuple[ListedPaper, ...] = ()
    materials: tuple[ListedPaper, ...] = ()
    visit_days: int = 7
    defect_days: int = 30
    remind_days: int = 7
    second_look: bool = True
    clauses: tuple[str, ...] = ("R20", "R21", "R74")
    ours: tuple[Part, ...] = ()


def tenant_document(code: str) -> DocumentRule:
    """A paper that the estate adds to its own list; of a tenant until it says otherwise (R41)."""
    return DocumentRule(code, {}, ("R41",), (Arrival.TENANT,), ours=(Part.RULE,))


def listed_paper(code: str) -> ListedPaper:
    """An agreement or material that the estate adds to its own list (R31, R33)."""
    return ListedPaper(code, {}, ("R31", "R33"), ours=(Part.RULE,))


def _names(hant: str, hans: str, english: str) -> Labels:
    return {"zh_Hant": hant, "zh_Hans": hans, "en": english}


_OWNER = (Arrival.OWNER,)
_PERSON, _COMPANY = (Holder.PERSON,), (Holder.COMPANY,)

DOCUMENTS: tuple[DocumentRule, ...] = (
    DocumentRule(
        "notice", _names("入住通知書", "入住通知书", "Move-in notice"), ("R24", "F33"), _OWNER
    ),
    DocumentRule(
        "contract",
        _names("買賣合約", "购房合同", "Contract of purchase"),
        ("R24", "F33"),
        _OWNER,
    ),
    DocumentRule(
        "identity",
        _names("業主身份證或護照", "业主身份证或护照", "Owner's identity card or passport"),
        ("R25",),
        _OWNER,
        _PERSON,
    ),
    DocumentRule(
        "licence",
        _names("商業登記證", "营业执照", "Business licence"),
        ("R26",),
        _OWNER,
        _COMPANY,
    ),
    DocumentRule(
        "company_authority",
        _names("公司授權書", "法人委托书", "Company's letter of authority"),
        ("R26", "F34"),
        _OWNER,
        _COMPANY,
    ),
    DocumentRule(
        "trustee_identity",
        _names("受委託人身份證", "受托人身份证", "Identity card of the person entrusted"),
        ("R26",),
        _OWNER,
        _COMPANY,
    ),
    DocumentRule(
        "representative_identity",
        _names("公司授權代表身份證", "法定代表人身份证", "Legal representative's identity card"),
        ("R26",),
        _OWNER,
        _COMPANY,
    ),
    DocumentRule(
        "representative_proof",
        _names("公司授權代表證明書", "法定代表人身份证明书", "Proof of legal representative"),
        ("R26", "F34"),
        _OWNER,
        _COMPANY,
    ),
    DocumentRule(
        "photo",
        _names("常住人員彩色照片", "常住人员彩色照片", "Colour photo of a permanent resident"),
        ("R27",),
        _OWNER,
        each_resident=True,
        original=False,
    ),
    DocumentRule(
        "agent_identity",
        _names("代理人身份證或護照", "被委托人身份证或护照", "Agent's identity card or passport"),
        ("R28",),
        _OWNER,
        agent=True,
    ),
    DocumentRule(
        "owner_authority",
        _names("業主授權委託書", "业主授权委托书", "Owner's power of attorney"),
        ("R28", "F34"),
        _OWNER,
        agent=True,
    ),
)
AGREEMENTS: tuple[ListedPaper, ...] = (
    ListedPaper(
        "service",
        _names("前期管理服務協議", "前期物业服务协议", "Preliminary service agreement"),
        ("R31", "F31"),
        _OWNER,
    ),
    ListedPaper(
        "renovation",
        _names("單位裝修管理協議", "房屋装修管理协议", "Renovation agreement"),
        ("R31", "F31"),
        _OWNER,
    ),
    ListedPaper(
        "covenant",
        _names("大廈公契", "业主临时管理规约", "Owners' provisional covenant"),
        ("R31", "F31"),
        _OWNER,
    ),
)
MATERIALS: tuple[ListedPaper, ...] = (
    ListedPaper(
        "handbook",
        _names("業主（住戶）手冊", "业主（住户）手册", "Residents' handbook"),
        ("R33", "F32"),
    ),
    ListedPaper(
        "renovation_guide",
        _names("業主裝修須知", "业主装修须知", "Renovation guide"),
        ("R33", "F32"),
    ),
)
MOVE_IN = MoveInRule(DOCUMENTS, AGREEMENTS, MATERIALS)
