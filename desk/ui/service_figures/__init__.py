"""How the services went 統計分析: figures, chart, and the orders behind each."""
