"""Move-ins on the command line: their deeds, and how a case is shown."""
