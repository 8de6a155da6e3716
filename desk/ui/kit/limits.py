"""How long a text may be, said beside the field while it is typed: never cut without a word."""

from desk.i18n import _, ngettext

HELD = 32_767
"""Most characters a one-line editor holds; what is pasted beyond is refused by the rule below."""

PASTED = 200_000
"""Most characters a text editor takes in one paste; more would stop the window."""

_NEAR = 0.8


def counter(length: int, limit: int) -> str:
    """ "95 / 100" once the limit is near, nothing before."""
    return f"{length:,} / {limit:,}" if length >= limit * _NEAR else ""


def too_long(length: int, limit: int) -> str | None:
    """Why a text is refused for its length."""
    over = length - limit
    if over <= 0:
        return None
    if length >= HELD and limit < HELD:
        return _("The text is far too long for this field; at most {limit} characters fit.").format(
            limit=f"{limit:,}"
        )
    return ngettext(
        "{over} character too many; at most {limit} fit.",
        "{over} characters too many; at most {limit} fit.",
        over,
    ).format(over=f"{over:,}", limit=f"{limit:,}")


def not_pasted(length: int) -> str:
    """Why a paste was not taken at all."""
    return _("{length} characters were not pasted: that is too long for a form.").format(
        length=f"{length:,}"
    )
