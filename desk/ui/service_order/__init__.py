"""Service orders 顧客委託服務單 and repair slips 維修服務單 in the window."""
