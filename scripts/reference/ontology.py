"""docs/ontology.md, from the Turtle of the ontology."""

from collections.abc import Iterable

from rdflib import DCTERMS, OWL, RDFS, SKOS
from rdflib.term import Node

from reference.markdown import page, table
from reference.terms import ORDER, Ontology, module_file, short, text

RELATIONS = {
    RDFS.subClassOf: "⊂",
    RDFS.subPropertyOf: "⊂",
    SKOS.closeMatch: "≈",
    SKOS.relatedMatch: "~",
    RDFS.seeAlso: "→",
}


def ontology_page() -> str:
    """docs/ontology.md: every term with its meaning, an example, its use and its like elsewhere."""
    ontology = Ontology.read()
    lead = (
        f"Version {ontology.header('kingmaker', OWL.versionInfo)}. "
        f"{ontology.header('kingmaker', DCTERMS.description)} {ontology.header('kingmaker', SKOS.scopeNote)} "
        "How it hangs together, and how to change it: [ontology/](../ontology/README.md). Terms are `km:` = "
        "`https://w3id.org/kingmaker/ns/ontology/`, values `kmx:` = `https://w3id.org/kingmaker/ns/taxonomy/`. "
        "What a property is used of and with is told to guide, not to infer: what data must look like is said in "
        "SHACL. *Elsewhere* tells the neighbours' terms: ⊂ every one of ours is one of theirs, ≈ nearly the same, "
        "~ related, → to be compared."
    )
    drawing = "![The classes of the ontology and how properties relate them](../ontology/drawing.svg)"
    parts = [drawing, _contents(ontology), *(_module(ontology, name) for name in ORDER), *_values(ontology)]
    return page("The ontology", lead, parts)


def _contents(ontology: Ontology) -> str:
    names = (*ORDER, "axes")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept)
    rows = [
        (
            f"[`{module_file(name)}`](../{module_file(name)})",
            str(len(ontology.terms(name, *kinds))),
            ontology.header(name, DCTERMS.description),
        )
        for name in names
    ]
    return table(("File", "Terms", "Holds"), rows)


def _module(ontology: Ontology, name: str) -> str:
    parts = [f"## {ontology.header(name, DCTERMS.title)}", ontology.header(name, DCTERMS.description)]
    parts.append(ontology.header(name, SKOS.scopeNote) if name != "kingmaker" else "")
    classes = [_class_row(ontology, term) for term in ontology.terms(name, OWL.Class)]
    properties = [_property_row(ontology, t) for t in ontology.terms(name, OWL.ObjectProperty, OWL.DatatypeProperty)]
    for title, head, rows in (
        ("Classes", ("Class", "Meaning", "Example", "Properties", "Elsewhere"), classes),
        ("Properties", ("Property", "Meaning", "Example", "Of", "With", "Elsewhere"), properties),
    ):
        parts += [f"### {title} of {_file(name)}", table(head, rows)] if rows else []
    return "\n\n".join(part for part in parts if part)


def _file(name: str) -> str:
    return f"`{module_file(name).name}`"


def _class_row(ontology: Ontology, term: Node) -> tuple[str, ...]:
    broader = ontology.broader(term)
    meaning = text(ontology.all, term, SKOS.definition) + (f" A kind of {_link(broader)}." if broader else "")
    used = [t for name in ORDER for t in ontology.terms(name, OWL.ObjectProperty, OWL.DatatypeProperty)]
    own = [t for t in used if term in ontology.of(t)]
    return (_named(term), meaning, _example(ontology, term), _links(own), _elsewhere(ontology, term))


def _property_row(ontology: Ontology, term: Node) -> tuple[str, ...]:
    scheme = ontology.all.value(term, RDFS.seeAlso)
    used_with = _links([scheme]) if scheme is not None else _links(ontology.used_with(term))
    return (
        _named(term),
        text(ontology.all, term, SKOS.definition),
        _example(ontology, term),
        _links(ontology.of(term)),
        used_with,
        _elsewhere(ontology, term),
    )


def _values(ontology: Ontology) -> Iterable[str]:
    yield "## " + ontology.header("axes", DCTERMS.title) + "\n\n" + ontology.header("axes", DCTERMS.description)
    for scheme in ontology.terms("axes", SKOS.ConceptScheme):
        rows = [
            (f"`{short(c)}`", text(ontology.all, c, SKOS.definition), _example(ontology, c))
            for c in ontology.concepts(scheme)
        ]
        told = f"`{short(scheme)}`: {text(ontology.all, scheme, SKOS.definition)}"
        title = f'### <a id="{_anchor(scheme)}"></a>{text(ontology.all, scheme, SKOS.prefLabel)}'
        yield "\n\n".join((title, told, table(("Value", "Meaning", "Example"), rows)))


def _elsewhere(ontology: Ontology, term: Node) -> str:
    found = [
        (sign, short(other))
        for relation, sign in RELATIONS.items()
        for other in ontology.alignments.objects(term, relation)
    ]
    return "<br>".join(f"{sign} `{name}`" for sign, name in sorted(found, key=lambda pair: (pair[1], pair[0])))


def _example(ontology: Ontology, term: Node) -> str:
    return text(ontology.all, term, SKOS.example)


def _anchor(term: Node) -> str:
    """An address on the page; a class and a property may differ in nothing but a capital, so that is marked."""
    prefix, _, local = short(term).partition(":")
    return f"{prefix}-{'class-' if local[:1].isupper() else ''}{local}".lower()


def _named(term: Node) -> str:
    return f'<a id="{_anchor(term)}"></a>`{short(term)}`'


def _link(term: Node) -> str:
    ours = short(term).startswith(("km:", "kmx:scheme-"))
    return f"[`{short(term)}`](#{_anchor(term)})" if ours else f"`{short(term)}`"


def _links(terms: Iterable[Node]) -> str:
    return ", ".join(_link(term) for term in terms)
