"""The window’s room of the figures of services."""
