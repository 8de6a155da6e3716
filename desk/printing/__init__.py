"""Paper: fonts, Chinese line breaking, sheets and forms."""
