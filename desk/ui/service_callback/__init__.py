"""The window’s room of callbacks of services."""
