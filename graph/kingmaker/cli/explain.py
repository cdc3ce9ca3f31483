"""`kingmaker explain`: why a claim of the store is there, and why an edge is asserted or not."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kingmaker.cli.options import Frames, Knowledge, Threshold, setup_of
from kingmaker.cli.query import STORE, StorePath

if TYPE_CHECKING:
    from kingmaker.model import Article, Claim
    from kingmaker.store import Store

_WHAT = (
    "A claim's id, as a query or the page shows it (claim:0123456789abcdef), or its IRI; or an edge: subject, "
    "predicate and object in one argument or three, as ids or IRIs, in three also as names."
)
_ASSERT = "Judge an edge as if this were the threshold of the asserted graph."

What = Annotated[list[str], typer.Argument(metavar="CLAIM|TRIPLE...", help=_WHAT, show_default=False)]
Assert = Annotated[Threshold | None, typer.Option("--assert", help=_ASSERT, show_default="the store's")]


def explain(
    what: What, store: StorePath = STORE, assert_: Assert = None, frames: Frames = None, knowledge: Knowledge = None
) -> None:
    """Tell why a claim is there, or why an edge is in the asserted graph or out of it.

    Of a claim: its sentence, the frame that read it, who fills its roles,
    and the hedging words. Of an edge: every claim that would give it, and
    what it counts for; exit 0 whether in or out, 1 if no claim tells it.

    Example: kingmaker explain claim:ab1a90c25f23b40d

    Example: kingmaker explain "person:ben-wallace km:candidateFor post:secretary-general-of-nato"
    """
    words = what[0].split() if len(what) == 1 else what
    if len(words) == 3:
        _explain_edge((words[0], words[1], words[2]), store, assert_)
    elif len(words) == 1 and assert_ is None:
        _explain_claim(words[0], store, frames, knowledge)
    else:
        given = "--assert is for edges" if len(words) == 1 else f"{len(words)} words are neither a claim nor an edge"
        raise typer.BadParameter(
            f"{given}; write a claim's id, or three words such as person:ben-wallace km:candidateFor "
            "post:secretary-general-of-nato (quote a name of several words: 'Ben Wallace')"
        )


def _explain_edge(words: tuple[str, str, str], place: Path, threshold: Threshold | None) -> None:
    from kingmaker.cli.edges import edge_lines, ways
    from kingmaker.store import open_store

    with open_store(place, read_only=True) as opened:
        articles = {article.id: article for article in opened.articles()}
        judged = [(way, opened.why(*way, threshold=threshold)) for way in ways(opened, words)]
        kept = opened.threshold
    layer = f"the asserted graph, whose threshold is {kept}"
    if threshold and threshold.value != kept.value:
        layer = f"the asserted graph, were its threshold {threshold}"
    for way, verdicts in judged:
        typer.echo("\n".join(edge_lines(way, verdicts, layer, articles)))
    if not any(verdicts for _, verdicts in judged):
        raise typer.Exit(1)


def _explain_claim(claim: str, store: Path, frames: list[Path] | None, knowledge: list[Path] | None) -> None:
    from kingmaker.cli.reasons import claim_lines
    from kingmaker.pipeline import explain as explained
    from kingmaker.store import open_store

    setup = setup_of(frames, knowledge)
    with open_store(store, read_only=True) as opened:
        found, article = _found(opened, claim, store)
    _, reasons = explained(article, setup)
    same = [r for r in reasons if r.claim == found.id]
    for line in claim_lines(found, same):
        typer.echo(line)
    if not same:
        typer.echo("  this extraction does not make it: it came with a facts file or from other rules", err=True)


def _found(store: "Store", claim: str, path: Path) -> "tuple[Claim, Article]":
    from kingmaker import ids
    from kingmaker.errors import InputError

    try:
        wanted = ids.from_iri(claim) if claim.startswith("http") else f"claim:{claim.removeprefix('claim:')}"
    except ValueError:
        raise InputError(claim, "no IRI of a claim", "give one as claim:0123456789abcdef") from None
    found = next((one for one in store.claims() if one.id == wanted), None)
    if found is None:
        raise InputError(claim, f"no claim of {path}", "see the page or `kingmaker query` for their ids")
    article = next(a for a in store.articles() if a.id == found.article)
    if not article.text:
        raise InputError(claim, "the text of its article is not in the store", "build from the article itself")
    return found, article
