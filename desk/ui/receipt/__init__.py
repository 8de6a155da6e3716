"""Receipts of money, and the builder's mandates to collect (F25, F35, R32, R244)."""
