"""What `desk selftest` tries, one file a part, each with `check(folder)`.

A check raises: `Failed` in words, or whatever went wrong. Each is loaded by itself, so that a part
that cannot even be loaded fails alone.
"""

from desk.cli.failed import Failed

RARE = "\U00020bb7"  # 𠮷, beyond the basic plane: where programs that count in two bytes fall


def need(truth: object, words: str) -> None:
    """Fail in these words unless it is true."""
    if not truth:
        raise Failed(words)
