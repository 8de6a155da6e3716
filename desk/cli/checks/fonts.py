"""Every face opens and, between them, the characters of both scripts are there."""

from pathlib import Path

from desk.cli.checks import RARE, need
from desk.i18n import _
from desk.printing import fonts

_KEY_CHARACTERS = f"永和臺灣戶口里為峰户为㛃龘{RARE}\U0002a6a5，。「」"


def check(_folder: Path) -> None:
    """Measure the key characters in each weight of each script."""
    for language in ("zh_Hant", "zh_Hans"):
        for bold in (False, True):
            face = fonts.typeface(language, bold=bold)
            missing = "".join(face.missing(_KEY_CHARACTERS))
            need(not missing, _("no face for {characters}").format(characters=missing))
            need(face.width(_KEY_CHARACTERS, 10) > 0, _("a face has no width"))
