"""Values: what the program is about, with no Qt, no SQL and no input or output."""
