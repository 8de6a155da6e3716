"""What was not tried on a real queue is said where nobody can miss it."""

from types import SimpleNamespace

from tests.printing_queue.summary import NOT_PRINTED, pytest_terminal_summary


class Terminal:
    """What the end of a run says."""

    def __init__(self, *reasons: str) -> None:
        self.stats = {
            "skipped": [SimpleNamespace(longrepr=("file", 1, f"Skipped: {why}")) for why in reasons]
        }
        self.said: list[str] = []

    def section(self, title: str, **_look: object) -> None:
        self.said.append(title)

    def line(self, words: str, **_look: object) -> None:
        self.said.append(words)


def test_tests_that_had_no_queue_are_counted_with_the_reason() -> None:
    why = f"{NOT_PRINTED}: CUPS is not installed here"
    terminal = Terminal(why, why, "needs PostgreSQL")
    pytest_terminal_summary(terminal)
    assert terminal.said[:2] == [
        "real printing",
        "2 tests of real printing did NOT run: CUPS is not installed here",
    ]


def test_a_run_that_printed_says_nothing_of_it() -> None:
    terminal = Terminal("needs PostgreSQL")
    pytest_terminal_summary(terminal)
    assert terminal.said == []
