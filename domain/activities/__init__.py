"""Parent activities and tours: asked first, made with parents, looked back on."""
