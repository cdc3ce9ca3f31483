#!/usr/bin/env python3
"""Write the ontology's Turtle files in their one order: `scripts/format_ontology.py [--check] [FILE...]`.

Prefixes, sections, terms, properties and values each have one place, so that a change shows in a diff as
what it means and no more. With --check nothing is written: exit code 1 and a diff where a file is out of order.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SDO, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from reference.checking import differences

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "ontology"
SECTIONS: tuple[tuple[str, URIRef], ...] = (
    ("Classes", OWL.Class),
    ("Object properties", OWL.ObjectProperty),
    ("Datatype properties", OWL.DatatypeProperty),
    ("Annotation properties of others, declared as such and no more", OWL.AnnotationProperty),
    ("What nothing can be at once", OWL.AllDisjointClasses),
)
FIRST = (
    RDF.type, RDFS.subClassOf, RDFS.subPropertyOf, SKOS.inScheme, SKOS.topConceptOf, SKOS.prefLabel, SKOS.definition,
    SKOS.scopeNote, SKOS.example, SDO.domainIncludes, SDO.rangeIncludes,
)  # fmt: skip


def formatted(text: str) -> str:
    """Return a Turtle file's text in the one order; comments are not kept."""
    graph = Graph().parse(data=text, format="turtle")
    body = "\n\n".join(_parts(graph))
    used = {prefix: str(iri) for prefix, iri in graph.namespaces() if prefix and f"{prefix}:" in body}
    named = [f"@prefix {prefix}: <{used[prefix]}> ." for prefix in sorted(used)]
    return "\n".join(named) + f"\n\n{body}\n"


def _parts(graph: Graph) -> Iterator[str]:
    left = {s for s in graph.subjects() if not _is_list(graph, s)}
    for title, chosen in (*_by_type(graph, left), *_by_scheme(graph, left)):
        if chosen and title:
            yield f"# {title}"
        yield from (_block(graph, subject) for subject in chosen)
        left.difference_update(chosen)
    yield from (_block(graph, subject) for subject in _sorted(graph, left))


def _by_type(graph: Graph, left: set[Node]) -> Iterator[tuple[str, list[Node]]]:
    yield "", _sorted(graph, set(graph.subjects(RDF.type, OWL.Ontology)))
    for title, kind in SECTIONS:
        yield title, _sorted(graph, left & set(graph.subjects(RDF.type, kind)))


def _by_scheme(graph: Graph, left: set[Node]) -> Iterator[tuple[str, list[Node]]]:
    """Yield each scheme with its concepts; a concept of two schemes stands with the first."""
    for scheme in _sorted(graph, set(graph.subjects(RDF.type, SKOS.ConceptScheme))):
        within = {s for s in graph.subjects(SKOS.inScheme, scheme) if _sorted(graph, _schemes(graph, s))[0] == scheme}
        yield f"{graph.value(scheme, SKOS.prefLabel)}", [scheme, *_sorted(graph, within & left)]


def _schemes(graph: Graph, subject: Node) -> set[Node]:
    return set(graph.objects(subject, SKOS.inScheme))


def _is_list(graph: Graph, subject: Node) -> bool:
    return (subject, RDF.first, None) in graph


def _sorted(graph: Graph, subjects: Iterable[Node]) -> list[Node]:
    return sorted(subjects, key=lambda s: _block(graph, s) if isinstance(s, BNode) else str(s))


def _block(graph: Graph, subject: Node) -> str:
    told = sorted(set(graph.predicates(subject)), key=lambda p: (_place(p), str(p)))
    lines = [f"    {_predicate(graph, p)} {_values(graph, subject, p)}" for p in told]
    name = "[]" if isinstance(subject, BNode) else _name(graph, subject)
    return f"{name}\n" + " ;\n".join(lines) + " ."


def _place(predicate: Node) -> int:
    if predicate == RDFS.isDefinedBy:
        return len(FIRST) + 1
    return FIRST.index(predicate) if predicate in FIRST else len(FIRST)


def _predicate(graph: Graph, predicate: Node) -> str:
    return "a" if predicate == RDF.type else _name(graph, predicate)


def _values(graph: Graph, subject: Node, predicate: Node) -> str:
    return " , ".join(sorted(_value(graph, value) for value in graph.objects(subject, predicate)))


def _value(graph: Graph, value: Node) -> str:
    if _is_list(graph, value):
        return f"( {' '.join(_value(graph, item) for item in Collection(graph, value))} )"
    if isinstance(value, BNode):
        raise ValueError("a blank node that is no list; give it a name")
    return _literal(graph, value) if isinstance(value, Literal) else _name(graph, value)


def _literal(graph: Graph, value: Literal) -> str:
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    if value.language:
        return f'"{escaped}"@{value.language}'
    plain = value.datatype in (None, XSD.string)
    return f'"{escaped}"' if plain else f'"{escaped}"^^{_name(graph, URIRef(value.datatype or ""))}'


def _name(graph: Graph, term: Node) -> str:
    """Return a term by its prefix where one fits, else its IRI in brackets."""
    for prefix, iri in sorted(graph.namespaces(), key=lambda pair: -len(pair[1])):
        local = str(term).removeprefix(str(iri))
        if prefix and local != str(term) and local.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{local}"
    return f"<{term}>"


def files() -> list[Path]:
    """Every Turtle file that has one order: all but the shapes, which nest, and the examples, which mirror data."""
    return sorted(f for part in (".", "vocabulary", "alignments") for f in (FOLDER / part).glob("*.ttl"))


def main() -> int:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is out of order")
    parser.add_argument("files", nargs="*", type=Path, help="the files to write; the ontology's own if none is given")
    given = parser.parse_args()
    wrong = {}
    for file in given.files or files():
        wanted = formatted(file.read_text(encoding="utf-8"))
        if diff := differences(file, wanted):
            wrong[file] = diff
            if not given.check:
                file.write_text(wanted, encoding="utf-8", newline="\n")
                print(f"wrote {file}")
    if given.check and wrong:
        print("\n".join(line for diff in wrong.values() for line in diff))
        print("these files are out of order; run scripts/format_ontology.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
