"""GraphML, for Gephi, Cytoscape, yEd and their like."""

from kingmaker.network import network
from kingmaker.store import Store


def graphml(store: Store, view: str = "claims") -> bytes:
    """Return the network in one of `kingmaker.network.VIEWS` as GraphML in UTF-8; what is not known is left out.

    GraphML knows no lists: claims are joined by spaces, and posts by semicolons.
    """
    from networkx.readwrite.graphml import generate_graphml

    graph = network(store, view=view)
    for *_, facts in graph.edges(data=True):
        for name, value in list(facts.items()):
            if value is None:
                del facts[name]
            elif isinstance(value, tuple):
                facts[name] = (" " if name == "claims" else "; ").join(value)
    lines = generate_graphml(graph, encoding="utf-8", prettyprint=True)
    header = "<?xml version='1.0' encoding='utf-8'?>"
    return "\n".join([header, *(line for line in lines if not line.startswith("<?xml"))]).encode() + b"\n"
