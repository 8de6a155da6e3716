"""The screens of the estate: its units, the households in them, and sheets in and out."""
