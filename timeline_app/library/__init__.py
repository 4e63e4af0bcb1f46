"""From extractions to disk and back: one SQLite file a library. The only SQL."""
