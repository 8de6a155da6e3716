"""What an expected error means, in words that say what to do."""

from desk.errors import DeskError, EnvironmentFault, NotFound, RuleRefused, StaleRecord
from desk.i18n import _
from desk.wording import label, sentence


def fault_words(error: DeskError) -> str:
    """One or more sentences in the current language."""
    if isinstance(error, RuleRefused):
        return "\n".join(sentence(reason.code, reason.parameters) for reason in error.reasons)
    if isinstance(error, EnvironmentFault):
        return sentence(error.code, error.parameters)
    if isinstance(error, StaleRecord):
        return _("{by} changed this record meanwhile. Open it again to see how it stands.").format(
            by=error.by or _("Someone else")
        )
    if isinstance(error, NotFound):
        return _("This record is not here: {kind} {key}.").format(
            kind=label("kind", error.kind), key=error.key
        )
    return _("This cannot be done now.")
