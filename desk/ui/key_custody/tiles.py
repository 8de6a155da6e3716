"""From the hooks of the board to tiles in words, narrowed by what was typed and by their state."""

import datetime as dt
from collections.abc import Iterable, Sequence, Set

from desk.domain.key_board import HookState
from desk.i18n import EstateFormat
from desk.services.key_board import Hook
from desk.ui.key_custody.tile import Tile
from desk.ui.key_custody.words import time_words
from desk.wording import label


def tile_of(hook: Hook, now: dt.datetime, custom: EstateFormat) -> Tile:
    """A hook in the current language."""
    told = [label("hook_state", hook.state)]
    if hook.due_at is not None and hook.state in {HookState.LENT, HookState.OVERDUE}:
        told = [time_words(hook.due_at, now, custom), hook.borrower]
    return Tile(
        key=hook.set_id,
        tag=hook.tag,
        hook=hook.hook,
        opens="　".join(filter(None, (hook.unit, hook.opens))),
        state=" · ".join(filter(None, told)),
        standing=hook.state,
    )


def narrowed(hooks: Iterable[Hook], text: str, state: str, found: Set[int]) -> Sequence[Hook]:
    """Those whose words begin or hold what was typed, or that the index `found`; a tag typed
    whole stands alone."""
    wanted = [one for one in hooks if not state or one.state == state]
    words = text.casefold().split()
    if not words:
        return wanted
    exact = [one for one in wanted if one.tag.casefold() == text.strip().casefold()]
    if exact:
        return exact
    return [one for one in wanted if one.set_id in found or _holds(one, words)]


def _holds(hook: Hook, words: Sequence[str]) -> bool:
    parts = (hook.tag, hook.hook, hook.unit, hook.opens, hook.borrower, hook.company)
    said = " ".join(parts).casefold()
    return all(word in said for word in words)
