"""How messages are put into words: facts in, words out, without touching the database."""
