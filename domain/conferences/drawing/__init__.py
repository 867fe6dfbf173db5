"""Pictures of conference rounds: from a plain document to SVG, without scripts or anything from elsewhere."""
