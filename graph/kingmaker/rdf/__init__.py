"""Claims to quads and back, the derived layer, and what is written to files."""

from kingmaker.rdf.accounts import Differences, compared
from kingmaker.rdf.asserted import asserted, resting_on, threshold_of, why
from kingmaker.rdf.claims import Kept, article_of, claims_of, readable
from kingmaker.rdf.derived import derived
from kingmaker.rdf.flat import flat, unflat, united
from kingmaker.rdf.namespaces import PREFIXES, prefixed
from kingmaker.rdf.quads import article_triples, canonical, quads, text_digest
from kingmaker.rdf.settle import settled
from kingmaker.rdf.verdicts import THRESHOLDS, Mark, Outcome, Verdict, checked_threshold
from kingmaker.rdf.writing import FORMATS, written, written_triples

__all__ = [
    "FORMATS", "PREFIXES", "THRESHOLDS", "Differences", "Kept", "Mark", "Outcome", "Verdict", "article_of",
    "article_triples", "asserted", "canonical", "checked_threshold", "claims_of", "compared", "derived", "flat",
    "prefixed", "quads", "readable", "resting_on", "settled", "text_digest", "threshold_of", "unflat", "united", "why",
    "written", "written_triples",
]  # fmt: skip
