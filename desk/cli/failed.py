"""A command that ran and did not succeed."""


class Failed(Exception):
    """The text says why, in one line; the exit code is 1."""
