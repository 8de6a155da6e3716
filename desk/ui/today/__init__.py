"""Today 今日: the first page of the window."""
