"""What the house costs, as ratios to floors that do the same without tokens, permissions or row security."""
