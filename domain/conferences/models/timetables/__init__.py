"""Timetables of a round: what is known of it, and what goes out to a family, a teacher, a door and the office."""
