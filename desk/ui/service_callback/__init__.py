"""Callbacks of services 服務回訪: the month’s meter, what is owed, home visits."""
