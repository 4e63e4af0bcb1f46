"""Who took part: people, organisations and places, each once, with every mention, at one of two levels of care.

The fast one goes by rules and word lists; the careful one lets a small encoder read along, and lets both agree.
"""

from timeline_app.ingest.extraction.participants.finder import find_participants, reachable_level, why_not_careful

__all__ = ["find_participants", "reachable_level", "why_not_careful"]
