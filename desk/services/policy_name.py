"""How a policy names things, and what parts the words of a rule."""

from desk import i18n
from desk.domain.policy_part import Labels

BETWEEN = " · "  # between the parts of a rule in words


def name(labels: Labels, otherwise: str = "") -> str:
    """A name in the language being spoken, else in Traditional Chinese, else in any."""
    wanted = (labels.get(language) for language in (i18n.language(), "zh_Hant", *labels))
    return next(filter(None, wanted), otherwise)


def joined(*parts: str, by: str = BETWEEN) -> str:
    """The parts that say something, one after the other."""
    return by.join(filter(None, parts))
