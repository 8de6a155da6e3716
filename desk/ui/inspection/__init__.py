"""The inspection of a home 驗房, and the defects the builder is pressed to repair 返修."""
