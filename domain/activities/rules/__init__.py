"""What an activity has to be."""
