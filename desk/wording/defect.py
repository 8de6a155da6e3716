"""Words of the defects of a home."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "defect.builder.missing": N_("Write down who is to repair it."),
    "defect.promised_on.missing": N_("Enter the promised day."),
    "defect.promised_on.past": N_("This day has passed. Enter the day that was promised."),
    "defect.promised_on.far": N_("This is more than three years ahead. Check the year."),
    "defect.to.missing": N_("Write down who was reminded."),
    "defect.by.missing": N_("Write down who said or saw it."),
    "defect.verdict.missing": N_("Say whether it passes."),
    "defect.remark.missing": N_("Write down what is still wrong."),
    "defect.at.future": N_("This time is still to come. Enter when it was."),
    "defect.at.before": N_("Its term began later than that. Check the time."),
    "defect.not_done": N_("The builder has not said that it is done."),
    "defect.done": N_("The builder says it is done. It waits for the re-inspection."),
    "defect.passed": N_("It has passed the re-inspection."),
    "defect.void": N_("This defect is void."),
    "defect.void.by": N_(
        "Only a customer service supervisor or a manager declares a defect void: "
        "the builder then owes no repair. Ask one of them."
    ),
    "defect.why.missing": N_("Write down why it is void."),
}

LABELS: dict[str, dict[str, str]] = {
    "defect_state": {
        "open": N_("To be repaired"),
        "done": N_("To be inspected again"),
        "passed": N_("Repaired"),
        "void": N_("Void"),
    },
    "defect_event": {
        "found": N_("Failed the inspection"),
        "builder": N_("Builder changed"),
        "promised": N_("Day promised"),
        "reminded": N_("Builder reminded"),
        "done": N_("Said to be done"),
        "failed": N_("Failed again"),
        "passed": N_("Passed"),
        "void": N_("Declared void"),
    },
    "remind_how": {
        "phone": N_("By phone"),
        "letter": N_("By letter"),
        "email": N_("By e-mail"),
        "message": N_("By message"),
        "in_person": N_("In person"),
    },
    "age": {
        "to_30": N_("0–30 days"),
        "to_60": N_("31–60 days"),
        "to_90": N_("61–90 days"),
        "over_90": N_("Over 90 days"),
    },
}
