"""The embedded store: one named graph an article, put and removed as a whole, never half.

A store is a folder (or memory). Everything is kept as the union of what was put, so order does not
matter and putting twice changes nothing; the asserted edges are derived anew from all claims, at the
threshold that the store was last told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from kingmaker import rdf
from kingmaker.errors import StoreError
from kingmaker.ids import from_iri, iri
from kingmaker.model import Article, Certainty, Claim
from kingmaker.races import EVERYTHING, Dispute, Finding, Race, View, disputes, findings, races
from kingmaker.races.view import Telling, tellings
from kingmaker.rdf.claims import order
from kingmaker.rdf.namespaces import ASSERTED, DERIVED, RACES
from kingmaker.store import files
from kingmaker.store.answers import Answer, Rows, Triples, Value
from kingmaker.store.counts import Counts
from kingmaker.store.lock import Lock

if TYPE_CHECKING:
    import networkx
    import rdflib

__all__ = ["Answer", "Counts", "Rows", "Store", "Triples", "open_store"]

Put = tuple[Article, Sequence[Claim]]


def open_store(path: str | Path | None = None, *, read_only: bool = False) -> "Store":
    """Open the store in the folder `path`, made if it is not there; without a path, one in memory.

    Many may read at once, or one write; raises StoreError if another process is in the way, if the
    folder is no store or a damaged one, and if there is none and it is to be read.
    """
    if path is None:
        return Store(ox.Store(), None, None, read_only=read_only)
    folder = files.checked(Path(path), read_only=read_only)
    lock = Lock(folder / "lock", shared=read_only)
    place = str(folder / "quads")
    try:
        quads = ox.Store.read_only(place) if read_only else ox.Store(place)
    except (OSError, ValueError, RuntimeError) as error:
        lock.release()
        problem = str(error).splitlines()[0][:200]
        raise StoreError(f"the store at {folder} is damaged ({problem}); remove it and build again") from error
    return Store(quads, folder, lock, read_only=read_only)


class Store:
    """Articles and their claims. Use `open_store` to get one, and `with` or `close` to let it go."""

    def __init__(self, quads: ox.Store, folder: Path | None, lock: Lock | None, *, read_only: bool) -> None:
        self.folder, self.read_only = folder, read_only
        self._quads: ox.Store | None = quads
        self._lock = lock
        self.texts = files.Texts(folder / "texts" if folder else None)  # for the audit; ask `text` for one
        self._read: dict[str, tuple[Claim, ...]] = {}  # claims by article id, as far as asked for

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def quads(self) -> ox.Store:
        """The pyoxigraph store beneath, for what is not offered here; not to be written to."""
        if self._quads is None:
            raise StoreError("the store is closed; open it again")
        return self._quads

    def close(self) -> None:
        """Write everything to disk and let others in; closing twice is harmless."""
        if self._quads is not None and not self.read_only and self.folder:
            self._quads.flush()
        self._quads = None
        if self._lock:
            self._lock.release()

    def put(self, items: Iterable[Put]) -> Counts:
        """Add articles with their claims, all or none of them; return how many were not there before.

        Raises InputError for a claim that cannot be kept, StoreError if the store is read-only.
        """
        wanted: dict[str, set[ox.Quad]] = {}
        texts = []
        for article, claims in items:
            told = set(rdf.quads(article, claims))
            earlier = wanted.get(article.id)
            wanted[article.id] = rdf.settled([*earlier, *told]) if earlier else told
            texts.append(article.text)
        return self._add(wanted, texts)

    def load(self, path: str | Path) -> Counts:
        """Add what a Turtle or TriG file that was written from a store holds; return what was not there.

        The texts of the articles are not in such files. Raises InputError for a file that cannot be
        parsed, or holds triples that no store writes.
        """
        from kingmaker.store.loading import graphs_of

        graphs, known = graphs_of(Path(path)), set(self._ids())
        counts = self._add(graphs, [])
        added = (rdf.article_of(graph) for name, graph in graphs.items() if name not in known)
        self.texts.note_absent(kept.digest for kept in added if kept and kept.digest)
        return counts

    def remove(self, article: str) -> Counts:
        """Remove an article, named by id, IRI, path or URL, with exactly what it said.

        Raises StoreError if no article is so named, or several.
        """
        gone = self._named(article)
        before = self._graph(gone)
        counts = Counts(1, len(self.claims(gone)))
        kept = rdf.article_of(before)
        self._change(before, set(), {gone: ()})
        if kept and kept.digest and not any(k.digest == kept.digest for k in self._kept()):
            self.texts.drop(kept.digest)
        return counts

    @property
    def threshold(self) -> Certainty:
        """How surely a claim must be told for its edge to be asserted; kept with the edges themselves."""
        return rdf.threshold_of(self.quads.quads_for_pattern(ASSERTED, None, None, ASSERTED))

    def assert_at(self, threshold: Certainty | str) -> None:
        """Derive the asserted edges anew, now and from now on at `threshold`: certain, probable or possible.

        Raises StoreError for any other, and if the store is read-only.
        """
        self._change(set(), set(), {}, rdf.checked_threshold(threshold))

    def why(
        self, subject: str, predicate: str, object: str, *, threshold: str | None = None
    ) -> tuple[rdf.Verdict, ...]:
        """Return why an edge is asserted or not: a verdict on each situation that would give it, none if none is told.

        Terms are ids ("person:ben-wallace", "km:backs") or IRIs. Judged is at the store's threshold, or another.
        Raises InputError for what is no edge that could be asserted.
        """
        from kingmaker.rdf.compact import edge_of

        wanted = edge_of(subject, predicate, object)
        return rdf.why(wanted, self.claims(), rdf.checked_threshold(threshold) if threshold else self.threshold)

    def articles(self) -> tuple[Article, ...]:
        """Return all articles in the order of their ids, with their texts where those are kept."""
        return tuple(replace(k.article, text=self.texts.get(k.digest) or "") for k in self._kept())

    def claims(self, article: str | None = None) -> tuple[Claim, ...]:
        """Return the claims of one article (id, IRI, path or URL) or of all, in the order they are told."""
        if article is not None:
            return self._claims_of(self._named(article))
        return tuple(sorted((c for name in self._ids() for c in self._claims_of(name)), key=order))

    def text(self, article: str) -> str | None:
        """Return the stored text of an article, or None if it is not kept here."""
        kept = rdf.article_of(self._graph(self._named(article)))
        return self.texts.get(kept.digest) if kept else None

    def query(self, sparql: str, **bindings: Value | str) -> Answer:
        """Answer a question that you trust; `kingmaker.queries.ask` guards against others.

        `bindings` give values to variables that the query selects: a term, one of our identifiers
        ("person:ben-wallace"), an IRI, or other text as a literal. The default graph is the union
        of all graphs, and the prefixes of the project are declared. Raises QueryError.
        """
        from kingmaker.store.asking import answered

        return answered(self.quads, sparql, bindings)

    def races(self, view: View = EVERYTHING) -> tuple[Race, ...]:
        """Return the races that the claims tell of in a view, by post and in the order of time."""
        return races(self.claims(), [kept.article for kept in self._kept()], view)

    def disputes(self, view: View = EVERYTHING) -> tuple[Dispute, ...]:
        """Return what the claims of a view tell two ways: contradictions, denials, changes over time."""
        race_of = {claim.id: race.id for race in self.races(view) for claim in race.claims}
        return disputes(self.tellings(view), race_of)

    def findings(self, view: View = EVERYTHING) -> tuple[Finding, ...]:
        """Return what does not fit in the terms of office that the claims of a view tell of."""
        return findings(self.tellings(view))

    def tellings(self, view: View = EVERYTHING) -> tuple[Telling, ...]:
        """Return the claims of a view with the days of their two times, each once, in the order of time."""
        return tellings(self.claims(), [kept.article for kept in self._kept()], view)

    def network(
        self, view: str = "claims", *, as_of: date | str | None = None, clock: str = "published",
        min_certainty: str = "hypothetical", on_record: bool = False, anonymous: bool = True,
    ) -> "networkx.MultiDiGraph[str]":  # fmt: skip
        """Return the claims, or the actors and their ties, as a networkx graph; see `kingmaker.network.network`."""
        of = import_module("kingmaker.network").network_of  # from further down the house, but looked for here
        return cast("networkx.MultiDiGraph[str]", of(self, view, as_of, clock, min_certainty, on_record, anonymous))

    def dump(self, format: str = "trig") -> bytes:
        """Return everything, texts apart, in one of `rdf.FORMATS`; equal stores give equal bytes."""
        return rdf.written(self.quads, format)

    def dataset(self) -> "rdflib.Dataset":
        """Return an rdflib Dataset over the same data, its default graph the union of all."""
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self.quads), default_union=True)

    @property
    def ontology_version(self) -> str:
        """The IRI of the ontology's version that the store was built with."""
        return files.ontology_version(self.folder) if self.folder else files.ONTOLOGY_VERSION

    def _add(self, wanted: Mapping[str, Iterable[ox.Quad]], texts: Iterable[str]) -> Counts:
        old: set[ox.Quad] = set()
        new: set[ox.Quad] = set()
        touched: dict[str, tuple[Claim, ...]] = {}
        articles = claims = 0
        for name, quads in sorted(wanted.items()):
            before = self._graph(name)
            after = rdf.settled([*before, *quads]) if before else set(quads)
            touched[name] = rdf.claims_of(after)
            articles += not before
            claims += len(touched[name]) - (len(self._claims_of(name)) if before else 0)
            old |= before
            new |= after
        self._writable()
        for text in texts:
            self.texts.keep(text)
        self._change(old, new, touched)
        return Counts(articles, claims)

    def _change(
        self, old: set[ox.Quad], new: set[ox.Quad], touched: Mapping[str, tuple[Claim, ...]],
        threshold: Certainty | None = None,
    ) -> None:  # fmt: skip
        """Take `old` for `new`, and what is derived with them, in one transaction."""
        from kingmaker.store.asking import articles_in, exchange, graph_of

        self._writable()
        others = [c for name in self._ids() if name not in touched for c in self._claims_of(name)]
        edges = graph_of(self.quads, ASSERTED)
        before = edges | graph_of(self.quads, RACES)
        told = [*others, *(c for claims in touched.values() for c in claims)]
        articles = [k.article for k in self._kept() if k.article.id not in touched] + articles_in(new)
        after = set(rdf.derived(told, articles, threshold or rdf.threshold_of(edges)))
        exchange(self.quads, (old | before) - (new | after), (new | after) - (old | before))
        self._read |= touched
        if self.folder:
            self.quads.flush()

    def _writable(self) -> None:
        if self.read_only:
            raise StoreError(f"the store at {self.folder} is open for reading only; open it to write")

    def _ids(self) -> Iterator[str]:
        graphs = (cast(ox.NamedNode, graph) for graph in self.quads.named_graphs())
        return iter(sorted(from_iri(graph.value) for graph in graphs if graph not in DERIVED))

    def _graph(self, name: str) -> set[ox.Quad]:
        from kingmaker.store.asking import graph_of

        return graph_of(self.quads, ox.NamedNode(iri(name)))

    def _claims_of(self, name: str) -> tuple[Claim, ...]:
        if name not in self._read:
            self._read[name] = rdf.claims_of(self._graph(name))
        return self._read[name]

    def _kept(self) -> list[rdf.Kept]:
        from kingmaker.store.asking import articles_of

        return articles_of(self.quads)

    def _named(self, article: str) -> str:
        if article.startswith("article:") and article in set(self._ids()):
            return article
        found = [
            k.article.id for k in self._kept() if article in (k.article.id, k.article.iri, k.article.url, *k.paths)
        ]
        if len(found) == 1:
            return found[0]
        if found:
            raise StoreError(f"{article} names several articles; choose one of {', '.join(found)}")
        raise StoreError(f"no article is named {article}; `kingmaker query articles` lists them")
