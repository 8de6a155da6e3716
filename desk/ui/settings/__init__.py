"""Settings: the clerk's own account, the accounts, the estate, the recovery code, the history."""
