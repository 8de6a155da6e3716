"""Words of handling a case: sheets, presentations, contacts, work done over, pauses."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "complaint.at.future": N_("This time is still to come. Enter when it was."),
    "complaint.at.before_received": N_("This is before the complaint was reported."),
    "complaint.at.before_hand_out": N_("This is before the sheet was handed out."),
    "complaint.at.before_handled": N_("This is before the work was finished."),
    "complaint.at.before_rework": N_("This is before the work had to be done over."),
    "complaint.at.before_clock": N_("This is before its clock began to run."),
    "complaint.at.before_joined": N_("This is before the last complainant joined."),
    "complaint.person.missing": N_("Write down the person's name."),
    "complaint.how.missing": N_("Choose how."),
    "complaint.post.missing": N_("Choose who was called."),
    "complaint.words.missing": N_("Write down what was said."),
    "complaint.department.missing": N_("Choose a department, or write its name down."),
    "complaint.department.twice": N_("A department stands here twice. Leave one of the two."),
    "complaint.department.has_sheet": N_(
        "{department} has the sheet already. Let it come back before it goes out again."
    ),
    "complaint.sheet.missing": N_("Choose which department's sheet it is."),
    "complaint.sheet.none_out": N_("No department has a sheet of this case."),
    "complaint.sheet.none_to_sign": N_("No sheet waits to be signed for."),
    "complaint.sheet.signed_already": N_("This sheet was signed for already."),
    "complaint.sheet.returned_already": N_("This sheet is back already."),
    "complaint.forward.none": N_("No presentation is owed for this case."),
    "complaint.forward.rule": N_("Choose one of the presentations still owed."),
    "complaint.forward.post": N_("Choose the post that this presentation goes to."),
    "complaint.joint.too_few": N_(
        "Complainants so far: {count}. A joint complaint has at least {least}."
    ),
    "complaint.joint.reported_already": N_("It was reported, and nobody has joined since."),
    "complaint.joint.written": N_("This report is made in writing: by letter or by e-mail."),
    "complaint.answer.not_owed": N_("Only a major case owes this clear answer. Tell the progress."),
    "complaint.answer.given": N_("The clear answer was given already. Tell the progress."),
    "complaint.rework.nothing": N_("Nothing was finished that could be done over."),
    "complaint.rework.why": N_("Write down why it has to be done over."),
    "complaint.immediate.missing": N_("Choose at least one of the reasons a to e."),
    "clock.none_runs": N_("No clock runs that could be paused."),
    "clock.none_paused": N_("No clock is paused."),
    "clock.not_running": N_("Choose a clock that runs."),
    "clock.not_paused": N_("Choose the pause that has ended."),
    "clock.paused_already": N_("This clock is paused already."),
    "clock.pause.why": N_("Write down why the clock stands still."),
    "clock.resume.why": N_("Write down why the clock goes on."),
    "clock.resume.before_pause": N_("This is before the pause began."),
}

LABELS: dict[str, dict[str, str]] = {}
