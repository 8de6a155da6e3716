"""Screens: show, collect, ask a service, show the answer."""
