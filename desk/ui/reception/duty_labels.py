"""The words of the first-asked duty's buttons and fields."""

from desk.i18n import _, pgettext


def title() -> str:
    """The duty itself."""
    return _("First-asked duty")


def scope() -> str:
    """Whose duty it is."""
    return _("Whose duty is it")


def hand_over() -> str:
    """To somebody else."""
    return _("Hand over")


def hand_over_lead() -> str:
    """What a hand-over is."""
    return _("You stay the first-asked person until the duty has ended (R199, R214–R216).")


def recipient() -> str:
    """To whom."""
    return _("Handed over to")


def department() -> str:
    """Which department."""
    return _("Department")


def person() -> str:
    """Who receives it."""
    return _("Receiver")


def person_hint() -> str:
    """Whom an empty line means."""
    return _("Empty: the head of the department")


def mode() -> str:
    """How it is handed over."""
    return _("In which way")


def consent() -> str:
    """Before somebody is accompanied."""
    return _("Consent of the customer")


def accept() -> str:
    """The receiver takes it."""
    return _("Accepted")


def accept_lead() -> str:
    """What follows from it."""
    return _("From now on the receiver handles it and may not pass it on (R213, R218).")


def accepted_by() -> str:
    """Who takes it."""
    return _("Accepted by")


def refuse() -> str:
    """The receiver turned it away."""
    return _("Acceptance refused")


def refuse_done() -> str:
    """The button."""
    return _("Write it down")


def refuse_lead() -> str:
    """What follows from it."""
    return _("Nobody may refuse (R206); the inspection sees it, and the duty is yours again.")


def refused_by() -> str:
    """Who refused."""
    return _("Refused by")


def why() -> str:
    """What was said."""
    return _("What they said")


def wrong() -> str:
    """It was handed to the wrong department."""
    return _("Wrong hand-over")


def wrong_lead() -> str:
    """What R213 asks for."""
    return _(
        "The receiving department serves the customer all the same; the slip asks the supervisor"
        " to coordinate (R213)."
    )


def several() -> str:
    """The slip for several departments."""
    return _("Several departments")


def several_lead() -> str:
    """What R211 asks for."""
    return _("One department leads, the others help it (R211).")


def fill_slip() -> str:
    """The button."""
    return _("Fill the slip")


def lead() -> str:
    """主辦部門."""
    return _("Lead department")


def others() -> str:
    """協辦部門."""
    return _("Helping departments")


def matter() -> str:
    """What has to be coordinated."""
    return _("What has to be coordinated")


def addressee() -> str:
    """客戶服務主管."""
    return _("To the supervisor")


def answer_slip() -> str:
    """The slip's result."""
    return _("Answer the slip")


def answer_done() -> str:
    """The button."""
    return pgettext("deed", "Answer")


def answer_lead() -> str:
    """Who answers."""
    return _("The receiving department answers the customer and says here how it ended (R213).")


def result() -> str:
    """How it ended."""
    return _("Result")


def answered_by() -> str:
    """Who answered."""
    return _("Answered by")


def print_slip() -> str:
    """F17 on paper."""
    return _("Print the slip")


def slip_title() -> str:
    """The form's name."""
    return _("Reception coordination slip")


def end() -> str:
    """R219."""
    return _("End with notice")


def end_done() -> str:
    """The button."""
    return _("End the duty")


def end_lead() -> str:
    """What R219 asks for."""
    return _("Tell the supervisor when and how it was completed; that ends the duty (R219).")


def told() -> str:
    """Which supervisor."""
    return _("Supervisor told")


def completed_at() -> str:
    """When it was done."""
    return _("Completed at")


def situation() -> str:
    """How it was completed."""
    return _("How it was completed")
