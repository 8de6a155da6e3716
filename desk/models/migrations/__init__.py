"""The database as it grew, step by step."""
