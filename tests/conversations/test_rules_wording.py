"""Every rule carries its number, its severity, its sources and plain words in three languages."""
