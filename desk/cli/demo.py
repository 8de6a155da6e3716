"""`desk demo`: a sample estate in a new folder."""

import argparse

from desk.cli import output
from desk.cli.session import folder_of
from desk.clock import SystemClock
from desk.domain.estate import Region
from desk.services import sample_estate
from desk.services.sample_estate import Size


def run(wanted: argparse.Namespace) -> int:
    """Fill the folder; print its accounts, one a line: name, password, role."""
    size = Size(wanted.households, wanted.days, wanted.seed, Region(wanted.region))
    workplace, accounts = sample_estate.create(
        folder_of(wanted), size, SystemClock(), progress=output.progress()
    )
    workplace.close()
    for account in accounts:
        output.line(account.login, account.password, account.role)
    return 0
