"""Words of the work log."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "work_log.happened_at.future": N_("This time is still to come. Enter when it happened."),
    "work_log.happened_at.past": N_("This is more than ten years ago. Check the year."),
    "work_log.participants.missing": N_("Write down who took part."),
    "work_log.topic.missing": N_("Write down the topic, or what the round paid heed to."),
    "work_log.text.missing": N_("Write down what was done."),
    "work_log.findings.missing": N_("Write down what was found, even if it was nothing."),
    "work_log.plan.missing": N_("Write down what is planned."),
    "work_log.unit.missing": N_("Choose the household that was visited."),
    "work_log.measure_text.missing": N_("Write down the reward, the penalty or the correction."),
    "work_log.about.missing": N_("Name the case that was checked, or the period."),
    "work_log.about.unreadable": N_("Type the number as it stands on the case: C2026-000045."),
    "work_log.about.unknown": N_("There is no record with this number."),
    "work_log.period.half": N_("A period has a first and a last day."),
    "work_log.period.backward": N_("The last day comes before the first."),
    "work_log.month.missing": N_("A summary is about one month, from its first day to its last."),
    "work_log.year.missing": N_("A plan is about one year, from its first day to its last."),
    "work_log.kind.fixed": N_("The kind stays as it was written down. Make a new entry instead."),
    "work_log.void": N_("This entry is void."),
    "work_log.returned": N_(
        "The superior has signed this entry. Only what was done about it is still added."
    ),
    "work_log.not_handed_in": N_("An entry of this kind stays here; it is not handed in."),
    "work_log.submitted": N_("This entry was handed in already."),
    "work_log.submitted_to.missing": N_("Write down to whom it is handed in."),
    "work_log.not_submitted": N_("Nothing was handed in that could be given back."),
    "work_log.own": N_("Somebody else signs what you have written."),
    "work_log.why.missing": N_("Write down why it is void."),
}

LABELS: dict[str, dict[str, str]] = {
    "work_log_kind": {
        "training": N_("Training"),
        "briefing": N_("Briefing"),
        "interview_plan": N_("Yearly interview plan"),
        "filing_check": N_("Check of filing"),
        "work_record": N_("Work record"),
        "patrol": N_("Round"),
        "household_visit": N_("Household visit"),
        "monthly_summary": N_("Monthly summary"),
    },
    "work_log_state": {
        "kept": N_("On record"),
        "submitted": N_("Handed in"),
        "returned": N_("Signed"),
        "void": N_("Void"),
    },
    "measure": {
        "none": N_("No measure"),
        "reward": N_("Reward"),
        "penalty": N_("Penalty"),
        "rectification": N_("Rectification"),
    },
}
