"""The colours of the tree: they please, and say nothing that shapes and words do not say too."""

LEAF = "#fbfff6"
CROWN = "#cfe6bd"
CROWN_EDGE = "#4f7a3a"
BARK = "#ecd9c0"
BARK_EDGE = "#8a6236"
