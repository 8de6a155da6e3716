"""A real CUPS for the tests: a scheduler of their own with virtual queues that keep the files."""
