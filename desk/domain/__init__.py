"""The rules: plain values in, plain answers out. Standard library only."""
