"""The dialog of a deed on a case; every room has the kit's."""

from desk.ui.kit.deed_dialog import DeedDialog

__all__ = ["DeedDialog"]
