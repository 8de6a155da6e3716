"""Words of the first-asked duty: what M3 wants, hand-overs, coordination slips, breaches."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "first_asked.step.judge": N_(
        "Judge whose duty it is and choose it here. Nobody answers “not my duty”."
    ),
    "first_asked.step.serve": N_("It is your own duty: serve until it is done."),
    "first_asked.step.to_superior": N_("Hand over to the direct superior, who handles it."),
    "first_asked.step.give_phone": N_("Give the right phone number politely."),
    "first_asked.step.find_out": N_(
        "Find the answer out by phone, then answer yourself until the customer is content."
    ),
    "first_asked.step.to_department": N_(
        "Hand over to the department in charge; its supervisor handles it."
    ),
    "first_asked.step.to_customer_relations": N_(
        "Hand over to the customer relations supervisor, who judges and assigns."
    ),
    "first_asked.step.assign": N_(
        "Judge which department is in charge and assign it; its supervisor handles it."
    ),
    "first_asked.step.fill_slip": N_(
        "Fill a coordination slip that names the lead department, then assign it."
    ),
    "first_asked.step.to_division_manager": N_(
        "Several divisions are concerned: hand over to the division manager."
    ),
    "first_asked.step.file_complaint": N_(
        "Make a complaint of it; the complaint procedure holds from there."
    ),
    "first_asked.step.follow_complaint": N_(
        "It is a complaint now; the complaint procedure holds. The visit is closed with it."
    ),
    "first_asked.step.follow_order": N_(
        "An order was written of it; follow the order. The visit is closed with it."
    ),
    "first_asked.step.await_acceptance": N_(
        "Stay with the customer until the receiver accepts; write down who does."
    ),
    "first_asked.step.answer_slip": N_(
        "The receiving department serves the customer without passing on, then answers the slip."
    ),
    "first_asked.step.notify": N_(
        "When it is finished, tell the supervisor when and how; that ends the duty."
    ),
    "first_asked.step.ended": N_("The first-asked duty has ended."),
    "first_asked.ended": N_("This visit is closed; its first-asked duty has ended."),
    "first_asked.fixed": N_("Who was asked first never changes."),
    "first_asked.name.missing": N_("Write down the name of who was asked first."),
    "first_asked.notice.missing": N_(
        "This visit was handed over. End the duty with the notice to the supervisor."
    ),
    "first_asked.slip_open": N_("The coordination slip has no answer yet. Answer it first."),
    "first_asked.told.missing": N_("Write down which supervisor was told."),
    "first_asked.completed_at.future": N_("This time is still to come. Enter when it was done."),
    "first_asked.completed_at.before": N_("This is before the visit. Check the time."),
    "first_asked.situation.missing": N_("Write down how it was completed."),
    "handover.department.missing": N_("Choose the department that receives it."),
    "handover.person.missing": N_("Write down who receives it."),
    "handover.consent.missing": N_("Ask the customer first, and choose that the customer agrees."),
    "handover.waiting": N_("The last hand-over waits to be accepted or refused."),
    "handover.second": N_(
        "Whoever has taken it may not pass it on. Fill a coordination slip instead."
    ),
    "handover.settled": N_("This hand-over was accepted or refused already."),
    "handover.nothing": N_("Nothing waits to be accepted."),
    "handover.accepted_by.missing": N_("Write down who accepts it."),
    "handover.refused_by.missing": N_("Write down who refused it."),
    "handover.why.missing": N_("Write down what was said."),
    "coordination_slip.lead.missing": N_("Choose the lead department."),
    "coordination_slip.others.missing": N_("Choose at least one department that helps."),
    "coordination_slip.others.lead": N_("The lead department does not help itself; leave it out."),
    "coordination_slip.others.many": N_("Choose at most {most} departments."),
    "coordination_slip.matter.missing": N_("Write down what has to be coordinated."),
    "coordination_slip.addressee.missing": N_("Write down which supervisor the slip goes to."),
    "coordination_slip.not_accepted": N_(
        "Only what a department has accepted can have been handed over wrongly. Accept it first."
    ),
    "coordination_slip.known": N_("There is a coordination slip for it already."),
    "coordination_slip.answered": N_("This slip is answered already."),
    "coordination_slip.result.missing": N_("Write down the result."),
    "coordination_slip.answered_by.missing": N_("Write down who answers for the department."),
    "breach.person.missing": N_("Write down whose breach it was."),
    "breach.measure.missing": N_("Write down the measure under the rules of reward and penalty."),
    "breach.note.missing": N_("Write down the reason."),
    "breach.known": N_("This was looked at already."),
}

LABELS: dict[str, dict[str, str]] = {
    "rank": {
        "clerk": N_("Clerk"),
        "supervisor": N_("Supervisor"),
        "manager": N_("Manager"),
        "operator": N_("Guard, cleaner or repair worker"),
    },
    "duty_scope": {
        "own": N_("Own duty"),
        "department": N_("One department"),
        "several": N_("Several departments"),
        "divisions": N_("Across divisions"),
        "unclear": N_("Unclear"),
    },
    "next_step": {
        "judge": N_("Judge whose duty it is"),
        "serve": N_("Serve"),
        "to_superior": N_("To the direct superior"),
        "give_phone": N_("Give the phone number"),
        "find_out": N_("Find out and answer"),
        "to_department": N_("To the department in charge"),
        "to_customer_relations": N_("To the customer relations supervisor"),
        "assign": N_("Judge and assign"),
        "fill_slip": N_("Fill a coordination slip"),
        "to_division_manager": N_("To the division manager"),
        "file_complaint": N_("Make a complaint of it"),
        "follow_complaint": N_("Follow the complaint"),
        "follow_order": N_("Follow the order"),
        "await_acceptance": N_("Wait for acceptance"),
        "answer_slip": N_("Answer the slip"),
        "notify": N_("Tell the supervisor"),
        "ended": N_("Duty ended"),
    },
    "recipient": {
        "department": N_("Department in charge"),
        "customer_relations": N_("Customer relations supervisor"),
        "division_manager": N_("Division manager"),
        "superior": N_("Direct superior"),
    },
    "handover_mode": {
        "phone": N_("Connected by phone"),
        "comes": N_("Supervisor comes"),
        "accompanied": N_("Customer accompanied"),
    },
    "slip_cause": {
        "wrong_handover": N_("Wrong hand-over"),
        "several_departments": N_("Several departments"),
    },
    "slip_state": {
        "open": N_("Waiting for the answer"),
        "answered": N_("Answered"),
    },
    "breach_kind": {
        "second_transfer": N_("Passed on again"),
        "refused": N_("Acceptance refused"),
        "wrong_handover": N_("Wrong hand-over"),
        "overdue": N_("Duty open for too long"),
        "no_notice": N_("Ended without notice"),
        "rude": N_("Turned away or rude"),
        "other": N_("Other"),
    },
    "finding": {
        "breach": N_("A breach"),
        "none": N_("No breach"),
    },
}
