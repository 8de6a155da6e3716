"""The walk through all pictures, the longest of all, begins at once, each script apart."""

import pytest

_WALK = "test_gallery.py::"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """After the order was drawn: a process takes an equal run of it, and begins at its front."""
    processes = getattr(config, "workerinput", {}).get("workercount", 1)
    walks = [item for item in items if _WALK in item.nodeid]
    others = [item for item in items if _WALK not in item.nodeid]
    scripts = sorted({script_of(item) for item in walks})
    for place, script in enumerate(scripts):
        front = len(others) * (place % processes) // processes
        others[front:front] = [item for item in walks if script_of(item) == script]
    items[:] = others


def script_of(item: pytest.Item) -> str:
    """The script a test of the walk plays in; empty for those that play nothing."""
    return str(item.callspec.id) if hasattr(item, "callspec") else ""
