"""Who took part: people, organisations and places, each once, with every mention, by rules and word lists."""

from timeline_app.ingest.extraction.participants.finder import find_participants

__all__ = ["find_participants"]
