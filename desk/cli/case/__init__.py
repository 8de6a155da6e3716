"""The deeds on a complaint, as the command line knows them."""
