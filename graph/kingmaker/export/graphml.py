"""GraphML, for Gephi, Cytoscape, yEd and their like."""

from kingmaker.network import network
from kingmaker.store import Store


def graphml(store: Store) -> bytes:
    """Return the network of claims as GraphML in UTF-8; what is not known is left out."""
    from networkx.readwrite.graphml import generate_graphml

    graph = network(store)
    for *_, facts in graph.edges(data=True):
        for name in [name for name, value in facts.items() if value is None]:
            del facts[name]
    lines = generate_graphml(graph, encoding="utf-8", prettyprint=True)
    header = "<?xml version='1.0' encoding='utf-8'?>"
    return "\n".join([header, *(line for line in lines if not line.startswith("<?xml"))]).encode() + b"\n"
