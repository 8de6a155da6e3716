"""The deeds on service orders 顧客委託服務單 as words of the command line."""
