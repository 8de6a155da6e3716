"""Pictures and PDFs of a record: listed, added, looked at inside the program."""
