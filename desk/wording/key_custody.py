"""Words of the keys in custody: sets, loans, agreements, losses, counts, receipts."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "key_word.missing": N_(
        "This goes beyond what the key was left for. Ask the owner, and write down what was said."
    ),
    "key_word.person.missing": N_("Write down who gave the owner’s word."),
    "key_word.at.missing": N_("Write down when the owner agreed."),
    "key_word.at.future": N_("The owner cannot have agreed at a time still to come."),
    "key_word.phone.missing": N_("Write down which number was called."),
    "key_word.caller.missing": N_("Write down who called."),
    "key_word.text.missing": N_("Write down what the letter says, or where it is kept."),
    "key_set.tag.missing": N_("Give the set its tag number."),
    "key_set.tag.taken": N_("Tag {tag} is on another set already: {opens}."),
    "key_set.hook.taken": N_("Another set hangs on this hook: {tag}, {opens}."),
    "key_set.opens.missing": N_("Write down what it opens."),
    "key_set.keys.number": N_("Enter how many keys there are, from 1 to {most}."),
    "key_set.agreement.missing": N_(
        "In principle nobody’s keys are kept. Choose the custody agreement, or say for what the"
        " key was left."
    ),
    "key_set.left_for.missing": N_("Choose for what the key was left."),
    "key_set.left_for_text.missing": N_("Write down for what the key was left."),
    "key_set.left_by.missing": N_("Write down who left the key."),
    "key_set.unit.missing": N_("Choose the unit the key belongs to."),
    "key_set.received_at.future": N_("This time is still to come. Enter when it was handed in."),
    "key_set.received_at.past": N_("This is more than ten years ago. Check the year."),
    "key_set.basis.fixed": N_(
        "On what ground it is kept stays as it was. Give it back and take it in anew."
    ),
    "key_set.keys.away": N_("The number of keys is changed when the set is on its hook."),
    "key_set.state.lent": N_("This set is lent."),
    "key_set.state.lost": N_("This set is lost."),
    "key_set.state.returned": N_("This set was given back to the owner."),
    "key_set.state.retired": N_("This set is retired."),
    "key_set.estate_own": N_("This is the estate’s own set. It is retired, not given back."),
    "key_set.not_estate_own": N_("This set is not the estate’s own. Give it back to the owner."),
    "key_set.at.future": N_("This time is still to come. Enter when it was handed over."),
    "key_set.at.before": N_("It was not here yet, or still lent, at that time."),
    "key_set.person.missing": N_("Write down who received the keys."),
    "key_set.authority.missing": N_("Write down by what letter this person receives the keys."),
    "key_set.signature.missing": N_("Whoever receives the keys signs for them."),
    "key_set.why.missing": N_("Write down why it is retired."),
    "key_loan.borrower.missing": N_("Write down who takes the key."),
    "key_loan.phone.missing": N_(
        "Write down a phone or a company, so that the key can be asked for."
    ),
    "key_loan.proof.missing": N_("Look at the borrower’s paper, and choose which it was."),
    "key_loan.proof_tail.missing": N_("Enter the last four characters of the paper’s number."),
    "key_loan.proof_tail.long": N_(
        "Enter the last {most} characters of the number alone; more of it is not kept."
    ),
    "key_loan.signature.missing": N_("The borrower signs, on the slip or in the log."),
    "key_loan.purpose.missing": N_("Write down for what the key is lent."),
    "key_loan.out_at.future": N_("This time is still to come. Enter when the key went out."),
    "key_loan.out_at.before": N_("It was not here yet, or still lent, at that time."),
    "key_loan.due_at.before_out": N_("It is due back before it went out."),
    "key_loan.keys.number": N_("Enter how many keys of the set go out, from 1 to {most}."),
    "key_loan.back": N_("This key is back already."),
    "key_loan.lost": N_("This key was reported lost."),
    "key_loan.void": N_("This loan is void."),
    "key_loan.at.future": N_("This time is still to come. Enter when the key came back."),
    "key_loan.at.before_out": N_("It came back before it went out. Check the time."),
    "key_loan.returned_by.missing": N_("Write down who brought the key back."),
    "key_loan.condition.missing": N_("Say whether it came back as it was lent."),
    "key_loan.condition.words": N_("Write down what is damaged, or what is missing."),
    "key_loan.return_signature.missing": N_("Whoever brings the key back signs for it."),
    "key_loan.until.missing": N_("Enter until when it may stay out."),
    "key_loan.until.not_later": N_("It is due at that time or later already."),
    "key_loan.until.past": N_("This time has passed. Enter a later one."),
    "key_loan.why.missing": N_("Write down the reason."),
    "custody_agreement.unit.missing": N_("Choose the unit."),
    "custody_agreement.owner.missing": N_("Write down the owner’s name."),
    "custody_agreement.custodian.missing": N_("Name the custodian."),
    "custody_agreement.custodian.gone": N_("The custodian has no account any more. Name another."),
    "custody_agreement.starts.missing": N_("Enter its first day."),
    "custody_agreement.ends.missing": N_("Enter its last day."),
    "custody_agreement.ends.before_starts": N_("The last day comes before the first."),
    "custody_agreement.purposes.missing": N_("Write down what the keys may be used for."),
    "custody_agreement.lines.many": N_("Enter at most {most} lines."),
    "custody_agreement.signed": N_(
        "What was signed is not changed. End the agreement and write another one."
    ),
    "custody_agreement.void": N_("This agreement is void."),
    "custody_agreement.ended": N_("This agreement is over; its keys are back with the owner."),
    "custody_agreement.not_begun": N_("The agreement begins on {day}."),
    "custody_agreement.run_out": N_("The agreement ran out on {day}. Extend it, or end it."),
    "custody_agreement.owner_signature.missing": N_("The owner has not signed the agreement."),
    "custody_agreement.office_signature.missing": N_("The office has not signed the agreement."),
    "custody_agreement.nothing_handed_over": N_("No key or thing was handed over under it yet."),
    "custody_agreement.signed_by_both": N_("Both parties have signed."),
    "custody_agreement.party.signed": N_("{party:party} has signed already."),
    "custody_agreement.person.missing": N_("Write down who signed."),
    "custody_agreement.signed_on.missing": N_("Enter the day of the signature."),
    "custody_agreement.signed_on.future": N_("This day is still to come."),
    "custody_agreement.until.missing": N_("Enter its new last day."),
    "custody_agreement.until.not_later": N_("It runs until {day} already."),
    "custody_agreement.why.missing": N_("Write down the reason."),
    "custody_agreement.keys_away": N_(
        "{count} of its sets are lent or lost. Settle them before all goes back."
    ),
    "custody_agreement.keys_kept": N_(
        "{count} of its sets are in custody. End the agreement instead."
    ),
}

LABELS: dict[str, dict[str, str]] = {
    "word_how": {
        "signature": N_("Signature"),
        "phone": N_("Phone"),
        "letter": N_("Letter"),
    },
    "signed_how": {
        "desk": N_("In the log"),
        "paper": N_("On paper"),
    },
    "agreement_state": {
        "signing": N_("To be signed"),
        "coming": N_("Signed, not begun"),
        "in_force": N_("In force"),
        "run_out": N_("Run out"),
        "ended": N_("Ended"),
        "void": N_("Void"),
    },
    "party": {
        "owner": N_("The owner"),
        "office": N_("The office"),
    },
    "key_basis": {
        "estate": N_("Estate’s own"),
        "agreement": N_("Custody agreement"),
        "exception": N_("Left and registered"),
    },
    "key_left_for": {
        "repair": N_("Repair under warranty"),
        "gas": N_("Gas connection"),
        "other": N_("Other purpose"),
    },
    "key_set_state": {
        "in": N_("On its hook"),
        "lent": N_("Lent"),
        "lost": N_("Lost"),
        "returned": N_("Given back"),
        "retired": N_("Retired"),
    },
    "hook_state": {
        "in": N_("On its hook"),
        "lent": N_("Lent"),
        "overdue": N_("Not back in time"),
        "lost": N_("Lost"),
        "empty": N_("Empty hook"),
    },
    "key_proof": {
        "staff_card": N_("Staff card"),
        "known": N_("Known in person"),
        "hkid": N_("Hong Kong identity card"),
        "twid": N_("Taiwan identity or residence card"),
        "prc_id": N_("Resident identity card"),
        "passport": N_("Passport"),
        "other_paper": N_("Another paper"),
    },
    "key_condition": {
        "as_lent": N_("As it was lent"),
        "damaged": N_("Damaged"),
        "incomplete": N_("Incomplete"),
    },
    "key_loan_state": {
        "out": N_("Lent"),
        "overdue": N_("Not back in time"),
        "back": N_("Back"),
        "lost": N_("Lost"),
        "void": N_("Void"),
    },
}
