"""Facts of a record: names over their values."""

from pytestqt.qtbot import QtBot

from desk.ui.kit.facts import Fact, Facts


def test_a_value_without_a_name_stands_alone(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    facts.show_facts([Fact("", "Nobody has signed."), Fact("Room", "12B")])
    facts.show()
    shown = [(name.isVisible(), value.isVisible()) for name, value in facts._labels]
    assert shown == [(False, True), (True, True)]
    facts.show_facts([Fact("Phone", "9123 4567")])
    assert [name.isVisible() for name, _value in facts._labels] == [True, False]
