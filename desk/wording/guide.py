"""Words of the guide: departments, duty matrix, FAQ and reference texts."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "department.name.missing": N_("Enter the name of the department."),
    "department.phone.missing": N_("Enter the phone number under which it is reached."),
    "department.exists": N_("There is a department of this name already."),
    "duty.matter.missing": N_("Write down the matter."),
    "duty.department.missing": N_("Choose the department in charge."),
    "faq.question.missing": N_("Write down the question."),
    "faq.answer.missing": N_("Write down the unified answer."),
    "reference_text.title.missing": N_("Enter a title."),
    "reference_text.body.missing": N_("The text is empty. Write it down."),
}

LABELS: dict[str, dict[str, str]] = {
    "reference_code": {
        "service_rules": N_("Service rules"),
        "etiquette": N_("Service manners"),
        "cautions": N_("Cautions with complaints"),
        "receiving": N_("Receiving owners"),
        "first_asked": N_("First-asked duty"),
    },
}
