"""Every scene by its name, in the order of the pictures; a new window adds one to its room."""

from collections.abc import Callable, Mapping

from tests.gallery import (
    approval,
    complaint,
    entrance,
    guide,
    handling,
    households,
    policy,
    reception,
    settings,
    today,
    window,
)
from tests.gallery.stage import Stage

Scene = Callable[[Stage], None]

SCENES: Mapping[str, Scene] = {
    **entrance.SCENES,
    **window.SCENES,
    **today.SCENES,
    **reception.SCENES,
    **complaint.SCENES,
    **approval.SCENES,
    **handling.SCENES,
    **households.SCENES,
    **guide.SCENES,
    **settings.SCENES,
    **policy.SCENES,
}
