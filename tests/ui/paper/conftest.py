"""The papers' tests may print to real queues."""

from tests.printing_queue.fixtures import queues, scheduler  # noqa: F401 - fixtures
