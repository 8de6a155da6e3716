"""Both Chinese catalogues are there and speak nearly every text of the rules."""

from pathlib import Path

from desk.cli.checks import need
from desk.i18n import _, gettext, speaking
from desk.wording import LABELS, SENTENCES

_LEAST = 0.98  # a Latin word may stay as it is


def check(_folder: Path) -> None:
    """Count what each catalogue says otherwise than the code."""
    texts = {*SENTENCES.values(), *(text for known in LABELS.values() for text in known.values())}
    for language in ("zh_Hant", "zh_Hans"):
        with speaking(language):
            spoken = sum(gettext(text) != text for text in texts)
        words = _("{language}: {spoken} of {whole} texts are translated").format(
            language=language, spoken=spoken, whole=len(texts)
        )
        need(spoken >= _LEAST * len(texts), words)
