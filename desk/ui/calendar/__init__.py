"""The calendar window: opening hours, working days, and the years whose days are announced."""
