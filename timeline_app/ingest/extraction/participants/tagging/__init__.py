"""The careful pass: a small encoder with weights of our own says of every word whether it is part of a name, and of what."""
