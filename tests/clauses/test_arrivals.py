"""Moving in, its papers, inspection, fees, filing, the visit: R20-R36, R41, R56, R57, R74."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from desk.domain import defect, fee_mandate, inspection, move_in_entry, move_in_filing
from desk.domain.defect import DefectFacts, RecheckEntry
from desk.domain.fee_mandate import MandateEntry
from desk.domain.inspection import InspectionFacts, Verdict
from desk.domain.move_in import Excepted, Fee, FeeEntry, FeeKind, KeysHanded, MoveInEntry
from desk.domain.move_in_document import documents
from desk.domain.move_in_filing import VisitEntry
from desk.domain.move_in_rule import Arrival, DocumentRule, Holder, MoveInRule, tenant_document
from desk.domain.reasons import Reason
from desk.services import policy
from tests.clauses.registry import clause
from tests.conftest import NOW
from tests.domain.move_in_cases import DAY, complete

FILING = "desk.domain.move_in_filing"
ENTRY = "desk.domain.move_in_entry"


def codes(reasons: Iterable[Reason]) -> set[str]:
    return {reason.code for reason in reasons}


def rule(profile: str = "M0") -> MoveInRule:
    return policy.profile(profile).move_in


def document(code: str, profile: str = "M0") -> DocumentRule | None:
    return next((one for one in rule(profile).documents if one.code == code), None)


def asked(code: str, holder: Holder = Holder.PERSON, *, by_agent: bool = False) -> bool:
    """Whether M0 asks an owner for a paper, with its original and a copy."""
    found = document(code)
    facts = complete(Arrival.OWNER, holder, rule(), by_agent=by_agent)
    wanted = {one.wanted.rule.code for one in documents(facts, rule())}
    return found is not None and found.original and found.copy and code in wanted


# Papers


@clause("R20", without="desk.domain.move_in_document._lacks")
def test_every_paper_is_complete_and_judged_authentic() -> None:
    facts = complete(rule=rule())
    unseen = tuple(replace(one, original=False, authentic=None) for one in facts.documents)
    reasons = codes(move_in_filing.missing(replace(facts, documents=unseen), rule()))
    assert reasons == {"move_in.document.original", "move_in.document.unchecked"}


@clause("R24", without=("M0:document.notice", "M0:document.contract"))
def test_an_owner_brings_notice_and_contract() -> None:
    assert asked("notice")
    assert asked("contract")


@clause("R25", without="M0:document.identity")
def test_a_natural_person_brings_an_identity_card() -> None:
    assert asked("identity")
    assert not asked("identity", Holder.COMPANY)


@clause(
    "R26",
    without=(
        "M0:document.licence",
        "M0:document.company_authority",
        "M0:document.trustee_identity",
        "M0:document.representative_identity",
        "M0:document.representative_proof",
    ),
)
def test_a_company_brings_its_five_papers() -> None:
    for code in (
        *("licence", "company_authority", "trustee_identity"),
        *("representative_identity", "representative_proof"),
    ):
        assert asked(code, Holder.COMPANY)
        assert not asked(code)


@clause("R27", without="M0:document.photo")
def test_every_permanent_resident_gives_a_photo() -> None:
    facts = replace(complete(rule=rule()), documents=())
    lacking = [
        one for one in move_in_filing.missing(facts, rule()) if one.code == "move_in.document.photo"
    ]
    assert len(lacking) == sum(one.permanent for one in facts.persons) > 0


@clause("R28", without=("M0:document.agent_identity", "M0:document.owner_authority"))
def test_an_agent_brings_his_identity_card_and_the_owners_letter() -> None:
    for code in ("agent_identity", "owner_authority"):
        assert asked(code, by_agent=True)
        assert not asked(code)


@clause("R41", without="desk.domain.move_in_rule.tenant_document")
def test_the_list_of_a_tenants_papers_is_the_estates_own() -> None:
    assert not any(Arrival.TENANT in one.arrivals for one in rule().documents)
    assert tenant_document("own.1").arrivals == (Arrival.TENANT,)


@clause("R57", without="M1:document.owner_authority")
def test_the_household_file_keeps_the_letters_of_who_acts_for_the_owner() -> None:
    assert document("owner_authority", "M1") is not None


# The case


@clause("R23", without=f"{ENTRY}._period_reasons")
def test_a_case_of_the_concentrated_period_says_which() -> None:
    vague = MoveInEntry(1, name="何美玲", moved_on=DAY, concentrated=True)
    assert codes(move_in_entry.entry_reasons(vague, DAY)) == {
        "move_in.period.starts",
        "move_in.period.ends",
    }


@clause("R29", without=f"{FILING}._registration")
def test_the_owner_fills_in_and_signs_the_registration() -> None:
    facts = complete(rule=rule(), registered=False)
    assert codes(move_in_filing.missing(facts, rule())) == {"move_in.registration.missing"}


@clause("R30", without=f"{FILING}._inspection")
def test_the_owner_inspects_the_home() -> None:
    facts = complete(rule=rule(), inspection=None)
    assert codes(move_in_filing.missing(facts, rule())) == {"move_in.inspection.missing"}


@clause("R30", without="desk.domain.inspection.missing")
def test_builder_owner_and_staff_sign_and_three_meters_are_read() -> None:
    begun = InspectionFacts(inspection.State.OPEN)
    reasons = codes(inspection.missing(begun))
    assert {one for one in reasons if one.startswith("inspection.unsigned.")} == {
        f"inspection.unsigned.{signer}" for signer in inspection.Signer
    }
    assert sum(one.startswith("inspection.meter.") for one in reasons) == 3


@clause("R31", without=("M0:agreement.service", "M0:agreement.renovation", "M0:agreement.covenant"))
def test_three_agreements_are_signed() -> None:
    facts = replace(complete(rule=rule()), listed=())
    lacking = {
        str(one.parameters["paper"])
        for one in move_in_filing.missing(facts, rule())
        if one.code == "move_in.agreement.lacking"
    }
    assert lacking == {"service", "renovation", "covenant"}


@clause("R31", "R33", without=f"{FILING}._listed")
def test_what_is_not_signed_is_missing() -> None:
    facts = replace(complete(rule=rule()), listed=())
    assert codes(move_in_filing.missing(facts, rule())) == {
        "move_in.agreement.lacking",
        "move_in.material.lacking",
    }


@clause("R33", without=("M0:material.handbook", "M0:material.renovation_guide"))
def test_handbook_and_renovation_guide_are_handed_over() -> None:
    assert {one.code for one in rule().materials} == {"handbook", "renovation_guide"}


@clause("R34", without=f"{FILING}._keys")
def test_the_owner_signs_for_the_keys() -> None:
    facts = complete(rule=rule(), keys=(KeysHanded(1, "H2026-000001", signed=False),))
    assert codes(move_in_filing.missing(facts, rule())) == {"move_in.keys.unsigned"}


# Fees


def fee(**told: object) -> Fee:
    return replace(Fee(FeeKind.PROPERTY, "物業費", by_id=1), **told)  # type: ignore[arg-type]


@clause("R21", without=f"{ENTRY}.look_reasons")
def test_fees_are_looked_at_by_another_clerk() -> None:
    reasons = move_in_entry.look_reasons(complete(), [fee()], looker_id=1)
    assert codes(reasons) == {"move_in.look.same"}


@clause("R21", "R32", without=f"{ENTRY}.receive_reasons")
def test_nothing_is_received_before_the_second_look() -> None:
    reasons = move_in_entry.receive_reasons(complete(), [fee()], second_look=True)
    assert codes(reasons) == {"move_in.fee.look"}


@clause("R32", without=f"{ENTRY}.fee_reasons")
def test_the_builders_fee_names_his_mandate() -> None:
    entry = FeeEntry(FeeKind.BUILDER, "維修資金")
    assert "move_in.fee.mandate" in codes(move_in_entry.fee_reasons(complete(), entry))


@clause("R32", without="desk.domain.fee_mandate.collect_reasons")
def test_nothing_is_collected_for_the_builder_without_his_mandate() -> None:
    reasons = fee_mandate.collect_reasons(None, ["維修資金"], DAY)
    assert codes(reasons) == {"receipt.mandate.missing"}


@clause("R32", without="desk.domain.fee_mandate.entry_reasons")
def test_the_mandate_names_items_standards_and_basis() -> None:
    bare = MandateEntry("海濱置業", DAY, items=(fee_mandate.MandateItem("維修資金"),))
    assert codes(fee_mandate.entry_reasons(bare, DAY)) == {
        "fee_mandate.standard.missing",
        "fee_mandate.basis.missing",
    }


# Defects


@clause("R35", without="desk.domain.defect.recheck_reasons")
def test_what_fails_again_says_what_is_still_wrong() -> None:
    repaired = DefectFacts(defect.State.DONE, "海濱置業", NOW, NOW)
    again = RecheckEntry(Verdict.FAIL, by="王")
    assert codes(defect.recheck_reasons(repaired, again, NOW)) == {"defect.remark.missing"}


# Filing, the visit


@clause("R36", "R56", without=f"{FILING}.file_reasons")
def test_a_case_is_filed_complete_or_with_its_exceptions() -> None:
    facts = complete(rule=rule(), registered=False)
    assert codes(move_in_filing.file_reasons(facts, rule())) == {"move_in.registration.missing"}
    excepted = (Excepted(move_in_filing.REGISTRATION, "業主在外地"),)
    assert move_in_filing.file_reasons(replace(facts, excepted=excepted), rule()) == ()


@clause("R74", without=f"{FILING}.visit_due")
def test_a_household_is_visited_within_a_week() -> None:
    assert move_in_filing.visit_due(DAY, rule("M1")) == DAY + dt.timedelta(days=7)


@clause("R74", without=f"{FILING}.visit_reasons")
def test_a_visit_says_who_went_and_what_was_heard() -> None:
    assert codes(move_in_filing.visit_reasons(complete(), VisitEntry(DAY), DAY)) == {
        "move_in.visit.person.missing",
        "move_in.visit.text.missing",
    }
