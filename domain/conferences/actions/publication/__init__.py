"""The statements of a publication, by what they write. They share one set of parameters (`given`)."""
