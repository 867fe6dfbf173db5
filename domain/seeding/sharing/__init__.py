"""A school's own content as one YAML file, so that schools can share it."""
