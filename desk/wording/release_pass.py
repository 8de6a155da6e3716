"""Words of the release pass 放行條."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "policy.pass.missing": N_("{kind:pass_kind}: say which locks this kind of pass has."),
    "release_pass.applicant.missing": N_("Write down who applies."),
    "release_pass.unit.missing": N_("Choose the unit the things belong to."),
    "release_pass.identity.whole": N_("Keep the last four characters of the paper, no more."),
    "release_pass.identity.none": N_("No characters of an identity paper are written down."),
    "release_pass.identity.kind": N_("Choose which identity paper was seen."),
    "release_pass.window.backward": N_("The time ends before it begins."),
    "release_pass.window.long": N_("A pass holds for a year at most."),
    "release_pass.starts.missing": N_("Enter from when the gate lets it pass."),
    "release_pass.ends.missing": N_("Enter until when the gate lets it pass."),
    "release_pass.ends.past": N_("This time is over. Enter a later end."),
    "release_pass.back_by.missing": N_("Enter the day by which the things are back."),
    "release_pass.items.missing": N_("List the things one by one."),
    "release_pass.items.many": N_("{most} lines are the most. Write a second pass."),
    "release_pass.items.returnable": N_(
        "On a pass of this kind everything comes back. Mark it so."
    ),
    "release_pass.items.unknown": N_("One of the things is no longer on this pass. Look again."),
    "release_pass.what.missing": N_("Line {place}: write down what it is."),
    "release_pass.quantity.outside": N_("Line {place}: how many, from 1 to {most}."),
    "release_pass.serial.many": N_("Line {place}: a serial number names one thing alone."),
    "release_pass.serial.twice": N_("The same serial number is listed twice."),
    "release_pass.serial.out": N_(
        "{what}, serial number {serial}, is on pass {number} already and has not left or come back."
    ),
    "release_pass.words.out": N_(
        "{what} is on pass {number} of the same unit too. If it is another one, say so."
    ),
    "release_pass.issued": N_("This pass was issued. Declare it void and write a new one."),
    "release_pass.void": N_("This pass is void."),
    "release_pass.not_issued": N_("This pass is not issued yet."),
    "release_pass.void.left": N_("Things have left by this pass. It can no longer be void."),
    "release_pass.why.missing": N_("Write down why."),
    "release_pass.at.future": N_("This time is still to come."),
    "release_pass.at.before": N_("This was before the pass was issued."),
    "release_pass.fees.missing": N_(
        "Whether the fees are cleared is not checked. Check them, or ask the manager for a waiver."
    ),
    "release_pass.fees.changed": N_(
        "Since the fees were checked, this has changed: {part:pass_about}. Check them again."
    ),
    "release_pass.fees.short": N_(
        "The fees are cleared up to {until} only; the move is on {day}. Clear them up to that day."
    ),
    "release_pass.fees.person.missing": N_("Write down who checked the fees."),
    "release_pass.fees.until.missing": N_("Enter up to which day the fees are cleared."),
    "release_pass.fees.statement.missing": N_("Attach the statement of the fees."),
    "release_pass.owner.missing": N_(
        "The owner has not confirmed it. Have it signed, call the owner, or attach a letter."
    ),
    "release_pass.owner.changed": N_(
        "Since the owner confirmed, this has changed: {part:pass_about}. Ask the owner again."
    ),
    "release_pass.owner.signature.person": N_("Write down the name of the owner who signed."),
    "release_pass.owner.phone.person": N_("Write down who answered the phone."),
    "release_pass.owner.letter.person": N_("Write down the name of the owner who wrote."),
    "release_pass.owner.caller.missing": N_("Write down who called the owner."),
    "release_pass.owner.phone.missing": N_("Write down which phone number was called."),
    "release_pass.owner.letter.missing": N_("Attach the owner’s letter."),
    "release_pass.attachment.unknown": N_("This file is no attachment of this pass."),
    "release_pass.guard.missing": N_("Write down the guard’s name."),
    "release_pass.refusal.missing": N_("Write down why the gate refused it."),
    "release_pass.gone": N_("Everything on this pass has left already."),
    "release_pass.window.early": N_("The gate does not let it pass yet: its time has not begun."),
    "release_pass.window.over": N_(
        "The gate does not let it pass any more: its time is over. A supervisor may extend it."
    ),
    "release_pass.counts.missing": N_("Say which things, and how many."),
    "release_pass.counts.unknown": N_("One of the things is not on this pass."),
    "release_pass.counts.contradict": N_(
        "What was counted does not fit that. Say “partly left”, or count nothing."
    ),
    "release_pass.counts.outside": N_("{what}: {most} are the most."),
    "release_pass.nothing_out": N_("Nothing of this pass is still to come back."),
    "release_pass.extend.earlier": N_("The new end is not later than the old one."),
}

LABELS: dict[str, dict[str, str]] = {
    "pass_kind": {
        "bulky_goods": N_("Bulky goods"),
        "moving_out": N_("Moving out"),
        "moving_in": N_("Moving in"),
        "contractor_tools": N_("Contractor’s tools"),
        "returnable_goods": N_("Returnable goods"),
    },
    "pass_state": {
        "draft": N_("Draft"),
        "issued": N_("Issued"),
        "refused": N_("Refused at the gate"),
        "partly_left": N_("Partly left"),
        "left": N_("Left"),
        "back": N_("Everything back"),
        "expired": N_("Expired"),
        "void": N_("Void"),
    },
    "pass_role": {
        "owner": N_("Owner"),
        "tenant": N_("Tenant"),
        "family": N_("Family"),
        "agent": N_("Agent"),
        "contractor": N_("Contractor"),
        "staff": N_("Staff of the estate"),
    },
    "pass_lock": {
        "items": N_("Items listed"),
        "fees": N_("Fees cleared"),
        "owner": N_("Owner’s confirmation"),
    },
    "pass_about": {
        "kind": N_("the kind of pass"),
        "unit": N_("the unit"),
        "applicant": N_("the applicant"),
        "items": N_("the items"),
    },
    "fees_how": {
        "cleared": N_("Fees cleared"),
        "waived": N_("Waived by the manager"),
    },
    "owner_how": {
        "signature": N_("By signature"),
        "phone": N_("By phone"),
        "letter": N_("By letter"),
    },
    "gate_outcome": {
        "left": N_("Left"),
        "partly_left": N_("Partly left"),
        "refused": N_("Refused at the gate"),
    },
    "pass_event": {
        "issued": N_("Issued"),
        "left": N_("Left"),
        "partly_left": N_("Partly left"),
        "refused": N_("Refused at the gate"),
        "expired": N_("Expired"),
        "extended": N_("Time extended"),
        "back": N_("Came back"),
        "void": N_("Void"),
        "signed": N_("Owner’s signature back"),
        "gate_copy": N_("Gate copy back"),
    },
    "pass_said": {
        "genuine": N_("Genuine: the gate may let it pass."),
        "unreadable": N_("This is no code. Have it read once more."),
        "other": N_("This is the code of another paper, no release pass."),
        "unknown": N_("There is no such pass. Do not let it pass."),
        "forged": N_("Forged: the seal is not ours. Do not let it pass."),
        "unsealed": N_("This pass holds, but a number alone does not show that the paper is ours."),
        "not_issued": N_("Not issued. Do not let it pass."),
        "void": N_("Void. Do not let it pass."),
        "expired": N_("Expired. Do not let it pass; a supervisor may extend it."),
        "early": N_("Its time has not begun. Do not let it pass yet."),
        "gone": N_("Everything on it has left already. Do not let anything pass."),
    },
    "owner_rule": {
        "always": N_("the owner always confirms"),
        "tenants": N_("the owner confirms what tenants take"),
        "never": N_("the owner need not confirm"),
    },
}
