"""Every scene by its name, in the order of the pictures; a new window adds one to its room."""

from collections.abc import Callable, Mapping

from tests.gallery import (
    approval,
    case_story,
    complaint,
    entrance,
    guide,
    handling,
    households,
    inspection,
    key_custody,
    move_in,
    move_in_story,
    order_story,
    policy,
    price_board,
    print_queue,
    print_room,
    receipt,
    reception,
    release_pass,
    service_callback,
    service_order,
    settings,
    today,
    window,
    work_log,
)
from tests.gallery.stage import Stage

Scene = Callable[[Stage], None]

SCENES: Mapping[str, Scene] = {
    **entrance.SCENES,
    **window.SCENES,
    **today.SCENES,
    **reception.SCENES,
    **complaint.SCENES,
    **print_queue.SCENES,
    **case_story.SCENES,
    **approval.SCENES,
    **handling.SCENES,
    **households.SCENES,
    **order_story.SCENES,
    **service_order.SCENES,
    **service_callback.SCENES,
    **receipt.SCENES,
    **price_board.SCENES,
    **release_pass.SCENES,
    **key_custody.SCENES,
    **move_in_story.SCENES,
    **move_in.SCENES,
    **inspection.SCENES,
    **work_log.SCENES,
    **guide.SCENES,
    **print_room.SCENES,
    **settings.SCENES,
    **policy.SCENES,
}
