"""The deeds on move-ins 入住 as words of the command line."""
