"""The work log: the list, and an entry that asks for what its kind needs."""
