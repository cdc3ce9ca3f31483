"""`kingmaker build`: the main job, news in; graph.html, Turtle, TriG and the store out."""

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kingmaker.cli import inputs
from kingmaker.cli.options import (
    Frames,
    Jobs,
    Knowledge,
    MaybeSources,
    Published,
    Publisher,
    Threshold,
    Title,
    Url,
    setup_of,
)  # fmt: skip
from kingmaker.errors import InputError, StoreError

if TYPE_CHECKING:
    from kingmaker.model import Article, Claim
    from kingmaker.pipeline import Setup
    from kingmaker.store import Counts, Store

Output = Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write to.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Start a new store instead of adding to the one there.")]

_ASSERT = (
    "How surely somebody on record must tell a thing, undenied, for its plain edge (km:backs, km:holds, ...) to be "
    "asserted; the store keeps it. A new store begins with certain. Without SOURCE the edges alone are made anew."
)
Assert = Annotated[Threshold | None, typer.Option("--assert", help=_ASSERT, show_default=False)]


def build(
    sources: MaybeSources = None,
    output: Output = Path("output"),
    fresh: Fresh = False,
    assert_: Assert = None,
    title: Title = None,
    publisher: Publisher = None,
    published: Published = None,
    url: Url = None,
    frames: Frames = None,
    knowledge: Knowledge = None,
    jobs: Jobs = 1,
) -> None:
    """Read articles and facts files, and write the graph: graph.html, graph.ttl, graph.trig and the store.

    What the store holds already is kept, and building twice changes nothing.

    Example: kingmaker build news/ -o output
    """
    from kingmaker.cli.summary import layer, summary

    if not sources:
        _assert_anew(output, assert_, fresh)
        return
    setup = setup_of(frames, knowledge)
    gathered = inputs.Gathered(inputs.read(sources, title, publisher, published, url))
    items = list(_extracted(gathered, setup, jobs))
    items += _facts(gathered)
    graphs = [Path(item.path) for item in gathered.others if item.what == "a graph"]
    if not items and not graphs:
        typer.echo("kingmaker: nothing could be read, so nothing was written", err=True)
        raise typer.Exit(1)
    with _opened(output, fresh) as store:
        added = _added(store, items, graphs, gathered)
        if assert_:
            store.assert_at(assert_)
        claims, articles = store.claims(), store.articles()
        kept = bool(items) or added.articles > 0 or not fresh
        if kept:
            _write(store, output, claims, articles)
        asserted = layer(store)
    if fresh and kept:
        _swap(output)
    elif fresh:
        shutil.rmtree(output / "store.new")
        typer.echo("kingmaker: nothing could be read, so nothing was written", err=True)
        raise typer.Exit(1)
    typer.echo(summary(claims, articles, added, gathered.refused, output), err=True)
    if assert_:
        typer.echo(asserted, err=True)
    if gathered.refused:
        raise typer.Exit(1)


def _assert_anew(output: Path, threshold: Threshold | None, fresh: bool) -> None:
    """Derive the edges of the store that is there at another threshold, and write the files anew."""
    if threshold is None or fresh:
        raise typer.BadParameter("missing; name the articles to read", param_hint="SOURCE...")
    from kingmaker.cli.summary import layer
    from kingmaker.store import open_store

    place = output / "store"
    if not place.exists():
        raise StoreError(f"there is no store at {place}; `kingmaker build SOURCE` makes one")
    with open_store(place) as store:
        store.assert_at(threshold)
        _write(store, output, store.claims(), store.articles())
        typer.echo(layer(store), err=True)


def _added(
    store: "Store",
    items: "Sequence[tuple[Article, Sequence[Claim]]]",
    graphs: Sequence[Path],
    gathered: inputs.Gathered,
) -> "Counts":
    """Put articles and graph files into the store; a graph file that is not ours is refused, the others count."""
    from kingmaker.store import Counts

    counts = [store.put(items)] if items else []
    for graph in graphs:
        try:
            counts.append(store.load(graph))
        except InputError as error:
            gathered.refuse_error(error)
    return Counts(sum(c.articles for c in counts), sum(c.claims for c in counts))


def _extracted(
    gathered: inputs.Gathered, setup: "Setup", jobs: int
) -> "Iterator[tuple[Article, Sequence[Claim]]]":  # fmt: skip
    from kingmaker.pipeline import extract_all

    return _with_progress(extract_all(gathered.articles(), setup, jobs=jobs))


def _with_progress(
    pairs: "Iterable[tuple[Article, Sequence[Claim]]]",
) -> "Iterator[tuple[Article, Sequence[Claim]]]":
    """Show on a terminal how far the work is; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield from pairs
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("reading"),
        MofNCompleteColumn(),
        TextColumn("articles"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        for pair in pairs:
            progress.advance(task)
            yield pair


def _facts(gathered: inputs.Gathered) -> "Iterator[tuple[Article, Sequence[Claim]]]":
    from kingmaker.articles import FactsFile
    from kingmaker.facts.records import read_facts

    for item in gathered.others:
        if isinstance(item, FactsFile):
            try:
                yield from read_facts(item.lines, item.path, inputs.latest_day())
            except InputError as error:
                gathered.refuse_error(error)


def _opened(output: Path, fresh: bool) -> "Store":
    from kingmaker.store import open_store

    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot write to {output} ({error.strerror}); choose another folder with -o") from error
    if fresh:
        shutil.rmtree(output / "store.new", ignore_errors=True)
    return open_store(output / ("store.new" if fresh else "store"))


def _write(store: "Store", output: Path, claims: "Sequence[Claim]", articles: "Sequence[Article]") -> None:
    from kingmaker import export, page

    page.write(output / "graph.html", claims, articles)
    export.write(output / "graph.ttl", export.turtle(store))
    export.write(output / "graph.trig", export.trig(store))


def _swap(output: Path) -> None:
    """Put the new store in the place of the old one, which goes last."""
    old, now, new = output / "store.old", output / "store", output / "store.new"
    shutil.rmtree(old, ignore_errors=True)
    if now.exists():
        now.replace(old)
    new.replace(now)
    shutil.rmtree(old, ignore_errors=True)
