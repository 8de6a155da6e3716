"""Who is called back, and under which phone: in lists for nobody, whole for who may call (R36)."""

from dataclasses import replace
from datetime import date

import pytest

from desk.domain.permissions import Role
from desk.services import service_callback, service_callback_visit
from desk.services.workplace import Workplace
from tests.domain.callback_profiles import M1, STRICTEST
from tests.services.callback_course import done_orders, under
from tests.services.conftest import Household
from tests.services.test_service_callback import FRIDAY
from tests.services.test_service_home_visit import TODAY, agreement

PHONE, HIDDEN = "9123 4567", "9123 ****"


@pytest.fixture
def strict(workplace: Workplace) -> Workplace:
    under(workplace, STRICTEST, TODAY)
    return workplace


def looking(desk: Workplace, role: Role) -> Workplace:
    return desk.signed_in_as(replace(desk.actor, role=role))


@pytest.mark.parametrize("role", Role)
def test_no_list_of_what_is_owed_tells_a_whole_phone(strict: Workplace, role: Role) -> None:
    done_orders(strict, 1, FRIDAY, phone=PHONE)
    rows = service_callback.owed(looking(strict, role)).rows
    assert [one.phone for one in rows] == [HIDDEN]


@pytest.mark.parametrize("role", Role)
def test_an_order_has_its_phone_whole_for_who_may_call(strict: Workplace, role: Role) -> None:
    (order_id,) = done_orders(strict, 1, FRIDAY, phone=PHONE)
    found = service_callback.get(looking(strict, role), order_id).order.phone
    is_looking = role in (Role.GENERAL_MANAGER, Role.QUALITY_SUPERVISOR)
    assert found == (HIDDEN if is_looking else PHONE)


@pytest.mark.parametrize("role", Role)
def test_a_home_visit_has_its_phone_whole_for_who_may_call_and_not_in_the_list(
    workplace: Workplace, household: Household, role: Role
) -> None:
    under(workplace, M1, TODAY)
    key = agreement(workplace, household, date(2026, 5, 1), phone=PHONE)
    desk = looking(workplace, role)
    (one,) = service_callback_visit.owed(desk)
    is_looking = role in (Role.GENERAL_MANAGER, Role.QUALITY_SUPERVISOR)
    assert one.customer.phone == HIDDEN
    assert service_callback_visit.customer(desk, key).phone == (HIDDEN if is_looking else PHONE)
