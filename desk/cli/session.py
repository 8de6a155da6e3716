"""Signing in for one command: the account comes from DESK_USER and DESK_PASSWORD."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager

from desk import log
from desk.cli.parser import Usage
from desk.clock import SystemClock
from desk.config import DataFolder, default_data_folder
from desk.errors import EnvironmentFault
from desk.i18n import _
from desk.services import sign_in
from desk.services.workplace import Workplace


def folder_of(wanted: argparse.Namespace) -> DataFolder:
    """The folder named by --data, or the platform's."""
    return default_data_folder() if wanted.data is None else DataFolder(wanted.data)


def is_named() -> bool:
    """Whether an account to act as is given."""
    return bool(os.environ.get("DESK_USER")) and "DESK_PASSWORD" in os.environ


@contextmanager
def signed_in(wanted: argparse.Namespace) -> Iterator[Workplace]:
    """The open desk for the length of a command."""
    login, password = os.environ.get("DESK_USER"), os.environ.get("DESK_PASSWORD")
    if not login or password is None:
        raise Usage(_("set DESK_USER and DESK_PASSWORD to the account to act as"))
    folder = folder_of(wanted)
    if folder.is_new():
        raise EnvironmentFault("storage.database_missing")
    workplace = sign_in.sign_in(folder, login, password, SystemClock())
    handler = log.start(folder.logs)
    try:
        yield workplace
    finally:
        log.stop(handler)
        workplace.close()
