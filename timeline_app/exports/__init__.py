"""From events to what a reader takes away: values in, text out, one file a format, all in one table (`formats`).

No format reads the library or writes a file; `timeline_app.exporting` does both. Formats that carry quotations with their place and
hash can be read back: `timeline_app.verifying` holds them against the sources.
"""
