"""Pure decisions about reach."""
