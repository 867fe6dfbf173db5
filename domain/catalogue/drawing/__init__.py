"""Pictures of the catalogue, drawn from plain data: no graph library, no fonts, the same bytes for the same data."""
