"""The deeds on keys in custody, as the command line knows them."""
