"""From files to extractions: importers, extraction and the worker processes. No Qt, no SQL."""
