"""One frozen step a file."""
