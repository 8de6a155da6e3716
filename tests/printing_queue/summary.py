"""Says at the end of a run, where nobody can miss it, what was not tried on a real queue."""

from typing import Any

NOT_PRINTED = "NOT PRINTED"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line in red for the tests that had no CUPS, and why."""
    reasons = [_reason(report) for report in terminalreporter.stats.get("skipped", ())]
    missed = [
        reason.partition(NOT_PRINTED + ": ")[2] for reason in reasons if NOT_PRINTED in reason
    ]
    if missed:
        terminalreporter.section("real printing", sep="!", red=True, bold=True)
        terminalreporter.line(
            f"{len(missed)} tests of real printing did NOT run: {missed[0]}", red=True, bold=True
        )
        terminalreporter.line("python3 packaging/dev.py test, as root, installs what they need.")


def _reason(report: Any) -> str:
    longrepr = report.longrepr
    return longrepr[2] if isinstance(longrepr, tuple) else str(longrepr)
