"""Whose a copy 聯 is, as it stands in the foot: 第一聯 存根."""

from collections.abc import Sequence

from desk.domain.paper import Caption
from desk.i18n import pgettext
from desk.wording import label

_BETWEEN = " · "


def sheets(captions: Sequence[Caption], *, together: bool) -> tuple[str, ...]:
    """The words of each set of pages, in the current language.

    Carbonless paper prints every part with one strike: `together` they stand in one line.
    """
    words = tuple(_word(number, caption) for number, caption in enumerate(captions, 1))
    return (_BETWEEN.join(words),) if together else words


def _word(number: int, caption: Caption) -> str:
    counted = (
        pgettext("paper", "Copy 1: {whose}"),
        pgettext("paper", "Copy 2: {whose}"),
        pgettext("paper", "Copy 3: {whose}"),
        pgettext("paper", "Copy 4: {whose}"),
    )
    return counted[number - 1].format(whose=label("caption", caption))
