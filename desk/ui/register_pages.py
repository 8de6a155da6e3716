"""The page of each register, made when it is first opened, with its ways to the others.

A page is loaded late: a window that shows one of them need not carry the others.
"""

from functools import partial
from typing import Any

from desk.domain.release_pass_rule import PassKind
from desk.services.workplace import Workplace
from desk.ui.begins import Begins
from desk.ui.kit.search_line import Find
from desk.ui.kit.shell_page import ShellPage


class Pages(Begins):
    """Makes the pages; `estate_changed` carries the desk that knows the estate anew."""

    estate_changed: Any
    _workplace: Workplace
    _find_people: Find

    def follow_settings(self) -> None:
        """Another section of the settings is open: New may mean something else."""
        window = self._window()
        window.bar.follow(window.page())

    def settings_page(self) -> ShellPage:
        """The settings, in sections."""
        from desk.ui.settings.deeds import SettingsDeeds  # noqa: PLC0415
        from desk.ui.settings.page import SettingsPage  # noqa: PLC0415
        from desk.ui.staff.deeds import AccountDeeds  # noqa: PLC0415

        page = SettingsPage(SettingsDeeds(self._workplace), AccountDeeds(self._workplace))
        window = self._window()
        page.language_wanted.connect(window.language_wanted)
        page.idle_changed.connect(window.idle.set_minutes)
        page.estate_changed.connect(self.estate_changed)
        page.record_wanted.connect(self.open_record)
        page.section_changed.connect(self.follow_settings)
        return page

    def reception_page(self) -> ShellPage:
        """The visits."""
        from desk.ui.reception.deeds import ReceptionDeeds  # noqa: PLC0415
        from desk.ui.reception.page import ReceptionPage  # noqa: PLC0415

        page = ReceptionPage(ReceptionDeeds(self._workplace, self._find_people))
        page.complaint_wanted.connect(self.make_complaint)
        page.complaint_chosen.connect(self.open_complaint)
        page.order_wanted.connect(self.make_order)
        page.exporting.started.connect(self._window().status.follow)
        return page

    def complaint_page(self) -> ShellPage:
        """The complaints."""
        from desk.ui.complaint.deeds import ComplaintDeeds  # noqa: PLC0415
        from desk.ui.complaint.page import ComplaintPage  # noqa: PLC0415

        page = ComplaintPage(ComplaintDeeds(self._workplace, self._find_people))
        page.visit_wanted.connect(self.open_visit)
        page.repair_wanted.connect(self.make_repair)
        page.record_wanted.connect(self.open_record)
        return page

    def order_page(self) -> ShellPage:
        """The service orders, in sections."""
        from desk.ui.service_order.deeds import OrderDeeds  # noqa: PLC0415
        from desk.ui.service_order.page import ServiceOrderPage  # noqa: PLC0415

        deeds = OrderDeeds(self._workplace, self._find_people)
        deeds.record_wanted.connect(self.open_record)
        page = ServiceOrderPage(deeds)
        page.section_changed.connect(self.follow_settings)
        return page

    def catalogue_page(self) -> ShellPage:
        """Services: the price board, people, suppliers, agreements."""
        from desk.ui.price_board.deeds import CatalogueDeeds  # noqa: PLC0415
        from desk.ui.price_board.page import CataloguePage  # noqa: PLC0415

        page = CataloguePage(CatalogueDeeds(self._workplace, self._find_people))
        page.section_changed.connect(self.follow_settings)
        return page

    def guide_page(self) -> ShellPage:
        """The guide: departments, questions, duties."""
        from desk.ui.guide.deeds import GuideDeeds  # noqa: PLC0415
        from desk.ui.guide.page import GuidePage  # noqa: PLC0415

        page = GuidePage(GuideDeeds(self._workplace))
        page.section_changed.connect(self.follow_settings)
        page.visit_wanted.connect(self.open_visit)
        return page

    def work_log_page(self) -> ShellPage:
        """The work log."""
        from desk.ui.work_log.deeds import WorkLogDeeds  # noqa: PLC0415
        from desk.ui.work_log.page import WorkLogPage  # noqa: PLC0415

        return WorkLogPage(WorkLogDeeds(self._workplace, self._find_people))

    def pass_page(self) -> ShellPage:
        """The release passes."""
        from desk.ui.release_pass.deeds import PassDeeds  # noqa: PLC0415
        from desk.ui.release_pass.page import PassPage  # noqa: PLC0415

        return PassPage(PassDeeds(self._workplace, self._find_people))

    def key_page(self) -> ShellPage:
        """The keys in custody, in sections."""
        from desk.ui.key_custody.deeds import KeyDeeds  # noqa: PLC0415
        from desk.ui.key_custody.page import KeyPage  # noqa: PLC0415

        page = KeyPage(KeyDeeds(self._workplace, self._find_people))
        page.section_changed.connect(self.follow_settings)
        return page

    def move_in_page(self) -> ShellPage:
        """The move-ins, in sections."""
        from desk.ui.move_in.deeds import MoveInDeeds  # noqa: PLC0415
        from desk.ui.move_in.page import MoveInPage  # noqa: PLC0415

        deeds = MoveInDeeds(self._workplace, self._find_people)
        deeds.record_wanted.connect(self.open_record)
        deeds.pass_wanted.connect(partial(self.make_pass, kind=PassKind.MOVING_OUT))
        page = MoveInPage(deeds)
        page.section_changed.connect(self.follow_settings)
        return page

    def estate_page(self) -> ShellPage:
        """The homes and who lives in them."""
        from desk.ui.estate.deeds import EstateDeeds  # noqa: PLC0415
        from desk.ui.estate.page import EstatePage  # noqa: PLC0415

        page = EstatePage(EstateDeeds(self._workplace))
        page.order_wanted.connect(self.make_unit_order)
        page.agreement_wanted.connect(self.make_agreement)
        page.pass_wanted.connect(self.make_pass)
        page.receipt_wanted.connect(self.make_receipt)
        page.move_in_wanted.connect(self.make_move_in)
        page.record_wanted.connect(self.open_record)
        return page


def help_page() -> ShellPage:
    """The help."""
    from desk.ui.shell.help_page import HelpPage  # noqa: PLC0415

    return HelpPage()
