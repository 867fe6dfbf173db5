"""A plan in plain words for one reader: what a page or a card shows of it."""
