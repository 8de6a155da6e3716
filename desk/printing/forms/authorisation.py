"""《授權委託書》, the letters by which somebody acts for an owner (F34).

An owner sends an agent: 業主授權委託書 (R28). A company sends its representative's trustee:
法人委託書, with 法定代表人身份證明書 (R26). Each is a leaf of its own; the manual gives no layout.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import FormData
from desk.printing.leaves import LeafForm
from desk.printing.pen import Hand
from desk.printing.prose import prose
from desk.printing.rows import LEFT, RIGHT, Rows, signer, ticks, words
from desk.printing.signatures import SignatureBox

TEMPLATE_VERSION = "F34-1"

_LOW = 220  # millimetres of a paper's height: what is lower has less room to paste
_PASTED, _PASTED_LOW = 42, 14


class Letter(StrEnum):
    """Who empowers whom."""

    OWNER = "owner"  # 業主授權委託書
    COMPANY = "company"  # 法人委託書
    REPRESENTATIVE = "representative"  # 法定代表人身份證明書


@dataclass(frozen=True, kw_only=True)
class Authorisation(FormData):
    """The values of the letters that are wanted; none named: one of each, to fill in by hand.

    `principal` is the owner or the company, `principal_id` the identity paper or the licence;
    `representative` is who represents the company by law.
    """

    letters: tuple[Letter, ...] = ()
    unit: str = ""
    principal: str = ""
    principal_id: str = ""
    principal_phone: str = ""
    representative: str = ""
    representative_post: str = ""
    agent: str = ""
    agent_id: str = ""
    agent_phone: str = ""
    since: date | None = None
    until: date | None = None


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("move-in paper", "Letter of Authority")


def leaves(data: Authorisation) -> Sequence[Authorisation]:
    """One leaf a letter, under its own name."""
    wanted = data.letters or tuple(Letter)
    return tuple(replace(data, title=_name(one), letters=(one,)) for one in wanted)


def _name(letter: Letter) -> str:
    match letter:
        case Letter.OWNER:
            return pgettext("move-in paper", "Owner's Power of Attorney")
        case Letter.COMPANY:
            return pgettext("move-in paper", "Company's Letter of Authority")
        case Letter.REPRESENTATIVE:
            return pgettext("move-in paper", "Proof of Legal Representative")


def _sections(data: Authorisation, hand: Hand) -> list[Section]:
    rows = Rows(hand, data.job)
    wide = Rows(hand, data.job, full=True)
    (letter,) = data.letters
    said = Section("", [prose(hand, wide.width, _words(letter))])
    principal = Section(pgettext("move-in paper", "Principal"), _principal(data, letter, rows))
    signed = Section(pgettext("paper", "Signatures"), _signatures(data, letter, rows))
    if letter is Letter.REPRESENTATIVE:
        return [principal, said, *_pasted(rows, hand), signed]
    return [
        principal,
        Section(pgettext("move-in paper", "Agent"), _agent(data, rows)),
        Section(pgettext("move-in paper", "Matters"), _matters(data, rows)),
        said,
        *_pasted(rows, hand),
        signed,
    ]


def _principal(data: Authorisation, letter: Letter, rows: Rows) -> list[Block]:
    if letter is Letter.OWNER:
        return [
            rows.row(
                words(pgettext("move-in paper", "Owner"), data.principal, LEFT),
                words(pgettext("paper", "Room"), data.unit, RIGHT),
            ),
            rows.row(
                words(pgettext("move-in paper", "Identity paper"), data.principal_id, LEFT),
                words(pgettext("paper", "Phone"), data.principal_phone, RIGHT),
            ),
        ]
    return [
        rows.row(
            words(pgettext("move-in paper", "Company"), data.principal, LEFT),
            words(pgettext("paper", "Room"), data.unit, RIGHT),
        ),
        rows.row(
            words(pgettext("move-in paper", "Business licence"), data.principal_id, LEFT),
            words(pgettext("paper", "Phone"), data.principal_phone, RIGHT),
        ),
        rows.row(
            words(pgettext("move-in paper", "Legal representative"), data.representative, LEFT),
            words(pgettext("move-in paper", "Post"), data.representative_post, RIGHT),
        ),
    ]


def _agent(data: Authorisation, rows: Rows) -> list[Block]:
    return [
        rows.row(
            words(pgettext("move-in paper", "Agent"), data.agent, LEFT),
            words(pgettext("paper", "Phone"), data.agent_phone, RIGHT),
        ),
        rows.row(words(pgettext("move-in paper", "Identity paper"), data.agent_id)),
    ]


def _matters(data: Authorisation, rows: Rows) -> list[Block]:
    """What the agent may do, ticked by the owner; until when."""
    matters = (
        pgettext("move-in paper", "hand in papers and registration"),
        pgettext("move-in paper", "inspect and take over the home"),
        pgettext("move-in paper", "sign agreements"),
        pgettext("move-in paper", "pay fees"),
        pgettext("move-in paper", "receive keys and materials"),
        pgettext("move-in paper", "other:"),
    )
    return [
        rows.row(ticks(pgettext("move-in paper", "May"), ((one, False) for one in matters))),
        rows.row(
            rows.period(pgettext("move-in paper", "In force"), data.since, data.until, 1.0),
        ),
    ]


def _words(letter: Letter) -> str:
    match letter:
        case Letter.OWNER:
            return pgettext(
                "move-in paper",
                "I am the owner of the home named above. I cannot come in person and empower the "
                "agent named above to handle the matters ticked above in my name. What the agent "
                "signs within them binds me. The agent may not empower anybody else.",
            )
        case Letter.COMPANY:
            return pgettext(
                "move-in paper",
                "Our company owns the home named above and empowers the person named above to "
                "handle the matters ticked above in its name. What that person signs within them "
                "binds the company. He or she may not empower anybody else.",
            )
        case Letter.REPRESENTATIVE:
            return pgettext(
                "move-in paper",
                "We certify that the person named above is the legal representative of our company "
                "and holds the post named above.",
            )


def _pasted(rows: Rows, hand: Hand) -> list[Section]:
    """Room for the copies of the identity papers, both sides."""
    caption = pgettext("move-in paper", "Copies of identity papers, pasted here or attached")
    return [
        Section(
            "", [rows.long(caption, "", _PASTED if hand.paper.height > _LOW else _PASTED_LOW, 0.0)]
        )
    ]


def _signatures(data: Authorisation, letter: Letter, rows: Rows) -> list[Block]:
    boxes, is_sealed = _boxes(data, letter), letter is not Letter.OWNER
    return list(rows.signatures(*boxes, sealed=is_sealed))


def _boxes(data: Authorisation, letter: Letter) -> tuple[SignatureBox, ...]:
    agent = signer(pgettext("move-in paper", "Agent"), data.agent)
    head = signer(pgettext("move-in paper", "Legal representative"), data.representative)
    match letter:
        case Letter.OWNER:
            return signer(pgettext("move-in paper", "Owner"), data.principal), agent
        case Letter.COMPANY:
            return head, signer(pgettext("move-in paper", "Company (stamp)")), agent
        case Letter.REPRESENTATIVE:
            return signer(pgettext("move-in paper", "Company (stamp)")), head


FORM = LeafForm(Authorisation, title_name, TEMPLATE_VERSION, _sections, leaves=leaves)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
