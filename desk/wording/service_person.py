"""Words of who does the work: people and suppliers."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "service_person.name.missing": N_("Write down the name."),
    "service_person.since.missing": N_("Choose since when they do this work here."),
    "service_person.department.missing": N_("Choose the department."),
    "service_person.supplier.missing": N_("Choose the supplier."),
    "service_person.skill.unnamed": N_("Every skill has a word, such as 水電 or 家政."),
    "service_person.skill.unchosen": N_("Choose which skill."),
    "service_person.skill.twice": N_("A skill is written down once."),
    "service_person.skills.many": N_("Somebody has {most} skills at most."),
    "service_person.left": N_("They no longer do this work here."),
    "service_person.here": N_("They do this work here."),
    "service_person.not_begun": N_("They begin on {day}."),
    "service_person.skill.missing": N_("They do not have the skill {skill}."),
    "service_person.certificate.missing": N_(
        "Nothing proves the skill {skill}: no certificate, no training."
    ),
    "service_person.certificate.expired": N_("The certificate for {skill} ran out on {day}."),
    "service_person.why.missing": N_("Write down why they leave."),
    "supplier.name.missing": N_("Write down the company’s name."),
    "supplier.name.taken": N_("A company of this name is written down already."),
    "supplier.trade.missing": N_("Write down what the company does."),
    "supplier.phone.missing": N_("Write down how the company is reached."),
    "supplier.ended": N_("The office works with this supplier no longer."),
    "supplier.active": N_("The office works with this supplier."),
    "supplier.why.missing": N_("Write down why the office works with it no longer."),
    "supplier.agreements_hold": N_("Agreements with it that still hold are ended first ({count})."),
}

LABELS: dict[str, dict[str, str]] = {
    "employer_kind": {
        "own": N_("Own worker"),
        "department": N_("Department’s worker"),
        "supplier": N_("Supplier’s worker"),
    },
}
