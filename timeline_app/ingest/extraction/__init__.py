"""From an article to what it says: time expressions, participants, dated events."""
