"""Races, standings and what is known of them as of a day: derived from claims, never stored as facts."""

from kingmaker.model import Clock, Sort
from kingmaker.races.behind import Stand
from kingmaker.races.criteria import Met, Wanted, wanted
from kingmaker.races.difference import Change, Difference, differences
from kingmaker.races.disputes import Dispute, disputes
from kingmaker.races.history import Known, history
from kingmaker.races.race import Entry, Race, races
from kingmaker.races.rumours import Rumour, rumours
from kingmaker.races.standing import STATES, Step
from kingmaker.races.succession import Doubt, Finding, findings
from kingmaker.races.terms import Term, terms
from kingmaker.races.vacancies import Vacancy, chains, vacancies
from kingmaker.races.view import EVERYTHING, View, claims_seen

__all__ = [
    "EVERYTHING", "STATES", "Change", "Clock", "Difference", "Dispute", "Doubt", "Entry", "Finding", "Known", "Met",
    "Race", "Rumour", "Sort", "Stand", "Step", "Term", "Vacancy", "View", "Wanted", "chains", "claims_seen",
    "differences", "disputes", "findings", "history", "races", "rumours", "terms", "vacancies", "wanted",
]  # fmt: skip
