"""The guide at the desk: who does what, what is often asked, reference texts, the inspection."""
