"""What happens on the public site, for whoever listens: ids and fixed words, never any text.

Sent with `send_robust`: a listener that fails is logged, and the answer goes out as before.
"""

from django.dispatch import Signal

diagnosed = Signal()
"""A paste was answered. `verdict`: a key of `words.VERDICTS`; `problem_ids`: strongest first."""

voted = Signal()
"""Somebody said whether a page helped. `problem_id`: an id; `solved`: a bool."""
