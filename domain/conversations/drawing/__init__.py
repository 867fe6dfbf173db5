"""The talking tree as a picture: from a plain document to SVG, without scripts or anything from elsewhere."""
