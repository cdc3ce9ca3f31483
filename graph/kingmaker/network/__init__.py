"""A store's claims -> networkx: the claims themselves, or the actors and their ties; paths; who matters in a race."""

from kingmaker.network.central import Actor, Bloc, Influence, influence
from kingmaker.network.lines import DIRECTIONS
from kingmaker.network.routes import Route, Step, Stop, paths
from kingmaker.network.tie import Tie, ties
from kingmaker.network.views import VIEWS, network, network_of, seen_as

__all__ = [
    "DIRECTIONS", "VIEWS", "Actor", "Bloc", "Influence", "Route", "Step", "Stop", "Tie", "influence", "network",
    "network_of", "paths", "seen_as", "ties",
]  # fmt: skip
