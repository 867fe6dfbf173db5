"""Visits at home: asked for, chosen by the family, and safe for who goes."""
