"""Words that the rooms of the policy window share."""

from desk.i18n import _, gettext
from desk.wording import label

# In the order in which they are read and edited.
GROUPS = (
    "severities",
    "clocks",
    "forwards",
    "callbacks",
    "close",
    "forms",
    "reports",
    "passes",
    "orders",
    "move_in",
    "documents",
    "agreements",
    "materials",
    "switches",
    "posts",
)


class Said:
    """A marked text, asked for in the current language each time."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self) -> str:
        return gettext(self._text)


class Labelled:
    """The label of a code, asked for in the current language each time."""

    def __init__(self, vocabulary: str, code: str) -> None:
        self._vocabulary, self._code = vocabulary, code

    def __call__(self) -> str:
        return label(self._vocabulary, self._code)


class InLanguage:
    """A name with the language it is written in."""

    def __init__(self, text: str, language: str) -> None:
        self._text, self._language = text, language

    def __call__(self) -> str:
        return f"{gettext(self._text)} · {label('language', self._language)}"


def policy_words() -> str:
    """The section's name."""
    return _("Policy")


def section_words(section: str) -> str:
    """The name of a group of rules."""
    return {
        "policy": _("The policy"),
        "severities": _("Severities"),
        "clocks": _("Time limits"),
        "forwards": _("Presenting"),
        "callbacks": _("Callbacks"),
        "close": _("Closing"),
        "forms": _("Form titles"),
        "reports": _("Report days"),
        "passes": _("Release passes"),
        "orders": _("Service orders"),
        "move_in": _("Move-ins"),
        "documents": _("Move-in papers"),
        "agreements": _("Agreements"),
        "materials": _("Materials"),
        "switches": _("Switches"),
        "posts": _("Posts"),
        "changes": _("Changes"),
    }[section]
