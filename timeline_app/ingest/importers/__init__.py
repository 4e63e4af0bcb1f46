"""From files to articles: one importer a format."""
