"""The ontology's files, as the reference page and the drawing read them."""

from dataclasses import dataclass
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SDO, SKOS, Graph, URIRef
from rdflib.term import Node

from kingmaker.ids import ONTOLOGY
from kingmaker.ontology import ontology_files, ontology_folder
from kingmaker.rdf.namespaces import PREFIXES

NAME = "https://w3id.org/kingmaker/ontology/"
ORDER = ("kingmaker", "details", "asserted", "races")
_FOREIGN = {
    **PREFIXES,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "ftm": "https://schema.followthemoney.tech/#",
    "opengov": "http://www.w3.org/ns/opengov#",
    "owl": str(OWL),
    "popolo": "https://www.popoloproject.com/specs/",
    "pq": "http://www.wikidata.org/prop/qualifier/",
    "prov": "http://www.w3.org/ns/prov#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
}


@dataclass(frozen=True, slots=True)
class Ontology:
    """All files of terms, each by its stem, all of them as one, and the alignments as one."""

    files: dict[str, Graph]
    all: Graph
    alignments: Graph

    @classmethod
    def read(cls) -> "Ontology":
        """Read the ontology of this checkout."""
        files = {file.stem: Graph().parse(file) for file in ontology_files()}
        whole, links = Graph(), Graph()
        for graph in files.values():
            whole += graph
        for file in sorted((ontology_folder() / "alignments").glob("*.ttl")):
            links.parse(file)
        return cls(files, whole, links)

    def header(self, file: str, predicate: URIRef) -> str:
        """Return what the header of a file tells, or nothing."""
        return text(self.files[file], URIRef(NAME + file), predicate)

    def terms(self, file: str, *kinds: URIRef) -> list[Node]:
        """Return the terms of some kinds in a file, in the order of their names."""
        graph = self.files[file]
        found = {s for kind in kinds for s in graph.subjects(RDF.type, kind)}
        return sorted((s for s in found if isinstance(s, URIRef) and _is_ours(s)), key=str)

    def of(self, term: Node) -> list[Node]:
        """Return the classes that a property is used of."""
        return sorted(self.all.objects(term, SDO.domainIncludes), key=str)

    def used_with(self, term: Node) -> list[Node]:
        """Return the classes or datatypes that a property is used with."""
        return sorted(self.all.objects(term, SDO.rangeIncludes), key=str)

    def broader(self, term: Node) -> Node | None:
        """Return the class that a class is a kind of, if it is one of ours."""
        return self.all.value(term, RDFS.subClassOf)

    def concepts(self, scheme: Node) -> list[Node]:
        """Return the concepts of a scheme: in the order of its scale if it has one, else by name."""
        scale = next(
            (s for s in self.all.subjects(SKOS.inScheme, scheme) if (s, SKOS.memberList, None) in self.all), None
        )
        if scale is not None and (head := self.all.value(scale, SKOS.memberList)) is not None:
            return list(self.all.items(head))
        found = self.all.subjects(SKOS.inScheme, scheme)
        return sorted((s for s in found if (s, RDF.type, SKOS.Concept) in self.all), key=str)


def short(term: Node) -> str:
    """Return a term with its usual prefix."""
    for prefix, iri in _FOREIGN.items():
        if str(term).startswith(iri):
            return f"{prefix}:{str(term).removeprefix(iri)}"
    return str(term)


def text(graph: Graph, subject: Node, predicate: URIRef) -> str:
    """Return the one value that a graph tells, as text, or nothing."""
    value = graph.value(subject, predicate)
    return "" if value is None else str(value)


def module_file(name: str) -> Path:
    """Return where a module stands in the repository."""
    folder = "vocabulary/" if name == "axes" else ""
    return Path(f"ontology/{folder}{name}.ttl")


def _is_ours(term: URIRef) -> bool:
    return str(term).startswith((ONTOLOGY, PREFIXES["kmx"]))
