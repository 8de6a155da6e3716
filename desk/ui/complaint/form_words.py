"""The captions and hints of the complaint's form."""

from desk.i18n import _


def person() -> str:
    return _("Resident or room")


def complainant() -> str:
    return _("Complainant")


def contact() -> str:
    return _("How to reach the resident")


def method() -> str:
    return _("Answer wanted")


def wanted_by() -> str:
    return _("Wanted by")


def wanted_hint() -> str:
    return _("Where the complainant asks for a time. It may stand in place of the time limit.")


def happened() -> str:
    return _("What happened")


def occurred() -> str:
    return _("When it happened")


def place() -> str:
    return _("Where")


def about() -> str:
    return _("Person or department complained about")


def topic() -> str:
    return _("Topic")


def topic_hint() -> str:
    return _("A short name, the same for everybody who complains about it.")


def course() -> str:
    return _("Course of events")


def demand() -> str:
    return _("What the resident asks for")


def judgement() -> str:
    return _("Judgement")


def nature() -> str:
    return _("Nature")


def why() -> str:
    return _("Why it is judged anew")


def content() -> str:
    return _("Content")


def severity() -> str:
    return _("Severity")


def hot() -> str:
    return _("Public interest")


def impact() -> str:
    return _("Impact")


def immediate() -> str:
    return _("Act at once, because")


def received_section() -> str:
    return _("How it reached us")


def received() -> str:
    return _("Reported")


def channel() -> str:
    return _("Channel")


def called_in() -> str:
    return _("Supervisor or manager called in")


def filing_section() -> str:
    return _("Does it become a case?")


def decision() -> str:
    return _("Decision")


def ground() -> str:
    return _("Ground for filing")


def asked() -> str:
    return _("Who is asked")


def filing_why() -> str:
    return _("Reason, or what was explained")
