"""The accounts of the people at the desk, and what each role may do."""
