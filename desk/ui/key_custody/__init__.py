"""Keys in custody: the board of hooks, loans, agreements, counts, receipts."""
