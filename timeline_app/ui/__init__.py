"""Widgets: given models and values, they emit what the reader wants. They never change anything themselves."""
