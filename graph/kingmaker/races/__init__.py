"""Races, standings and what is known of them as of a day: derived from claims, never stored as facts."""

from kingmaker.races.behind import Stand
from kingmaker.races.difference import Change, Difference, differences
from kingmaker.races.race import Entry, Race, races
from kingmaker.races.standing import STATES, Step
from kingmaker.races.view import EVERYTHING, Clock, View, claims_seen

__all__ = [
    "EVERYTHING", "STATES", "Change", "Clock", "Difference", "Entry", "Race", "Stand", "Step", "View", "claims_seen",
    "differences", "races",
]  # fmt: skip
