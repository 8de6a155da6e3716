"""What one hook of the board says."""

from dataclasses import dataclass

from desk.domain.key_board import HookState


@dataclass(frozen=True)
class Tile:
    """What a hook says: `key` is the set's id (None for a free hook), all else in words."""

    key: int | None
    tag: str
    hook: str
    opens: str
    state: str
    standing: HookState

    def spoken(self) -> str:
        """The tile for the ear."""
        return ", ".join(filter(None, (self.tag or self.hook, self.opens, self.state)))
