"""The registers of the program, one line each, in the order of the rail."""

from collections.abc import Sequence

from desk.services.workplace import Workplace
from desk.ui.shell.registers import RegisterEntry


def entries(workplace: Workplace) -> Sequence[RegisterEntry]:
    """Every place on the rail; a role sees those it may."""
    del workplace
    return ()
