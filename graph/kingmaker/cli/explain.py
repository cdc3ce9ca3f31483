"""`kingmaker explain`: why a claim of the store is there."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kingmaker.cli.options import Frames, Knowledge, setup_of
from kingmaker.cli.query import STORE, StorePath

if TYPE_CHECKING:
    from kingmaker.model import Article, Claim
    from kingmaker.store import Store

_CLAIM = "The claim's id, as a query or the page shows it: claim:0123456789abcdef, or its IRI."
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help=_CLAIM, show_default=False)]


def explain(claim: ClaimId, store: StorePath = STORE, frames: Frames = None, knowledge: Knowledge = None) -> None:
    """Tell why a claim is there: its sentence, the frame that read it, who fills its roles, and the hedging words.

    Example: kingmaker explain claim:ab1a90c25f23b40d
    """
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
