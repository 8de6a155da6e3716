"""What may be said of a print afterwards: whether it came out, and that its paper is let go."""

from collections.abc import Iterator

from desk.domain.paper import Outcome
from desk.domain.reasons import Reason

WHY_LIMIT = 400
REPRINTED = "reprinted"


def answer_reasons(outcome: Outcome) -> tuple[Reason, ...]:
    """Whether it came out is asked once."""
    if outcome is Outcome.ASKED:
        return ()
    return (Reason("paper.answered", None, {"outcome": outcome}),)


def let_go_reasons(
    outcome: Outcome, *, awaited: bool, is_home: bool, is_let_go: bool, why: str
) -> tuple[Reason, ...]:
    """Why a paper may not be let go: only one that is still out can be, and it says why."""
    return tuple(
        _let_go_reasons(outcome, awaited=awaited, is_home=is_home, is_let_go=is_let_go, why=why)
    )


def _let_go_reasons(
    outcome: Outcome, *, awaited: bool, is_home: bool, is_let_go: bool, why: str
) -> Iterator[Reason]:
    if is_home:
        yield Reason("paper.let_go.home")
    elif is_let_go:
        yield Reason("paper.let_go.already")
    elif not awaited or outcome is Outcome.FAILED:
        yield Reason("paper.let_go.not_out")
    if not why:
        yield Reason("paper.let_go.why", "why")
