"""Whom the school has spoken with, whom it has not, and what it can try next. It never says how involved anybody is."""
