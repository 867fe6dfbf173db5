"""What holds for visits at home: pure decisions."""
