"""Words of problems beside the first one."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "side_problem.text.missing": N_("Write down what else came up."),
    "side_problem.none_waiting": N_("No side problem waits."),
    "side_problem.missing": N_("Choose which side problem."),
    "side_problem.filed_already": N_("This side problem stands on its own already."),
    "side_problem.settled_already": N_("This side problem is settled already."),
    "side_problem.settled.missing": N_("Write down how it was settled."),
    "side_problem.link.missing": N_("Enter the number of its own complaint, or another reference."),
    "side_problem.number.unknown": N_("No complaint has this number. Check it."),
    "side_problem.number.same": N_("This is the number of this very case."),
    "side_problem.number.not_filed": N_("That complaint is no case yet. Let it be filed first."),
}

LABELS: dict[str, dict[str, str]] = {}
