"""What an expected error means, and how many fields want another look."""

from desk.errors import DeskError
from desk.i18n import ngettext
from desk.wording import explain


def fault_words(error: DeskError) -> str:
    """One or more sentences in the current language, one a line."""
    return "\n".join(explain(error))


def count_words(count: int) -> str:
    """How many fields were refused."""
    return ngettext(
        "{count} field needs your attention.", "{count} fields need your attention.", count
    ).format(count=count)
