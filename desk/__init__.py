"""An offline front desk for residential estates."""
