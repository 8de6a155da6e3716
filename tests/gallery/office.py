"""The office of a story: small, made once a script, and copied for each scene."""

import shutil
from dataclasses import replace

from desk.config import DataFolder
from desk.domain.estate import Region
from tests.conftest import PASSWORD
from tests.gallery.estates import Estate
from tests.gallery.stage import Stage
from tests.journeys.case_office import (
    ABOVE,
    CLERK,
    HONG_KONG,
    LEAD,
    MAINLAND,
    MANAGER,
    Office,
    prepare,
)


def office_of(stage: Stage) -> Office:
    """The one of the script; what is said in Hong Kong is said in Taiwan here."""
    told = MAINLAND if stage.language == "zh_Hans" else HONG_KONG
    region = stage.estate.script.region
    phones = ("0912 345 678", "0987 654 321") if region is Region.TW else told.phones
    return replace(told, language=stage.language, region=region, phones=phones)


def moved_in(stage: Stage, office: Office) -> Estate:
    """The stage on an office of its own, as it is before anything happened."""
    made = DataFolder(stage.estate.folder.path.parent / "office")
    estate = stage.own_estate(dict.fromkeys((CLERK, LEAD, MANAGER, ABOVE), PASSWORD))
    if not made.path.exists():
        prepare(made, estate.clock, office)
    shutil.copytree(made.path, estate.folder.path)
    return estate
