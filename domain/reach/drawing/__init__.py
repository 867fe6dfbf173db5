"""Reach as a picture."""
