"""The read side: one function per list, keyset pages, frozen rows."""
