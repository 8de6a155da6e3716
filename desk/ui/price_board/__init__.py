"""Services as they are offered: the price board, who does the work, suppliers and agreements."""
