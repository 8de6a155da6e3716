"""Storage: the encrypted database, its tables and the unit of work."""
