"""One printed form a file: a frozen data class and build()."""
