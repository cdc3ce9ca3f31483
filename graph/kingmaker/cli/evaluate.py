"""`kingmaker evaluate`: how good an extraction is, on articles annotated by people."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kingmaker.cli.options import Jobs

if TYPE_CHECKING:
    from kingmaker.evaluation import Figures, Gold, Match, Scores
    from kingmaker.model import Claim

_GOLD = "Folders of annotated articles: NAME.txt, and NAME.json that tells its entities and facts."
_FACTS = "Score this facts file, of any extractor, instead of extracting; articles are matched by file name."

GoldFolders = Annotated[list[Path], typer.Argument(metavar="GOLD...", help=_GOLD, show_default=False)]
Facts = Annotated[Path | None, typer.Option(metavar="FILE", help=_FACTS, show_default=False)]
Cues = Annotated[bool, typer.Option("--cues", help="Also by frame, by certainty, polarity and source.")]
Errors = Annotated[bool, typer.Option("--errors", help="List each fact missed and each claim that is wrong on stderr.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write the figures as JSON.")]


def evaluate(
    gold: GoldFolders, facts: Facts = None, cues: Cues = False, errors: Errors = False, json: AsJson = False,
    jobs: Jobs = 1,
) -> None:  # fmt: skip
    """Score an extraction on annotated articles: precision, recall and F1 at three levels.

    core: kind and roles are right; full: status, stance or mode and polarity too; claim: certainty and
    source too. Exit 1 if a hedge was told as certain, a denial as positive, or a quote is not in its text.

    Example: kingmaker evaluate gold/ --cues
    """
    from kingmaker.evaluation import Scores, match

    scores = Scores()
    for one, claims, frames in _told(gold, facts, jobs):
        found = match(one, claims)
        scores.add(found, frames)
        if errors:
            _list_errors(found)
    typer.echo(_as_json(scores) if json else _table(scores, cues))
    if scores.upgraded or scores.flipped or scores.anchored < scores.spans:
        raise typer.Exit(1)


def _told(
    folders: Sequence[Path], facts: Path | None, jobs: int
) -> "Iterator[tuple[Gold, Sequence[Claim], Mapping[str, str]]]":
    """Yield each annotated article with the claims made of it and, where ours, the frame of each."""
    from kingmaker.evaluation import read_gold
    from kingmaker.pipeline import explain_all

    gold = [one for folder in folders for one in read_gold(folder)]
    if facts is not None:
        read = _read(facts)
        yield from ((one, read.get(one.stem, ()), {}) for one in gold)
        return
    explained = explain_all((one.article() for one in gold), jobs=jobs)
    for one, (_, claims, reasons) in zip(gold, explained, strict=True):
        yield one, claims, {r.claim: r.frame for r in reasons if r.claim is not None}


def _read(facts: Path) -> "dict[str, Sequence[Claim]]":
    """Return the claims of a facts file by the stem of their article's path."""
    from kingmaker.articles import FactsFile, read_sources
    from kingmaker.errors import InputError
    from kingmaker.facts.records import read_facts

    found: dict[str, Sequence[Claim]] = {}
    for item in read_sources([str(facts)]):
        if not isinstance(item, FactsFile):
            raise InputError(str(facts), "no facts file", "give one as `kingmaker extract` writes it")
        for article, claims in read_facts(item.lines, str(facts)):
            found[Path(article.path or "").stem] = claims
    return found


def _list_errors(found: "Match") -> None:
    for fact in found.missed():
        entities = found.gold.told.entities
        roles = ", ".join(f"{role}={entities[e].names[0]}" for role, e in fact.roles.items())
        typer.echo(f"missed {found.gold.stem}: {fact.type} {fact.value or ''} ({roles}) {fact.polarity}", err=True)
    for claim in found.wrong():
        situation = claim.situation
        roles = ", ".join(f"{role}={entity.label}" for role, entity in situation.roles)
        quote = claim.evidence[0].quote if claim.evidence else ""
        typer.echo(f"wrong  {found.gold.stem}: {situation.kind} {situation.value or ''} ({roles}): {quote!r}", err=True)


def _table(scores: "Scores", cues: bool) -> str:
    from kingmaker.evaluation import LEVELS

    names = ["race", "tenure", *sorted(g for g in scores.groups if g not in ("race", "tenure"))]
    rows = [(name, scores.groups[name]) for name in names if name in scores.groups]
    if cues:
        rows += sorted(scores.cues.items())
    width = max([len(name) for name, _ in rows], default=0) + 2
    lines = [" " * width + "".join(f"{level.name.lower():>24}" for level in LEVELS)]
    lines += [f"{name:{width}}{_cells(figures)}   gold {figures.gold} told {figures.told}" for name, figures in rows]
    lines.append(f"{scores.articles} articles; quotes that match the text: {scores.anchored} of {scores.spans}")
    lines.append(f"hedges told as certain: {scores.upgraded} of {scores.hedged}")
    lines.append(f"denials told as positive: {scores.flipped} of {scores.denied}")
    return "\n".join(lines)


def _cells(figures: "Figures") -> str:
    """Write the three measures at each level; a dash where there is nothing to measure by."""
    from kingmaker.evaluation import LEVELS

    def cell(value: float, known: bool) -> str:
        return f"{value:.2f}" if known else "  - "

    told, gold = figures.told > 0, figures.gold > 0
    return "".join(
        f"  P {cell(figures.precision(v), told)} R {cell(figures.recall(v), gold)}"
        f" F {cell(figures.f1(v), told and gold)}"
        for v in LEVELS
    )


def _as_json(scores: "Scores") -> str:
    from json import dumps

    return dumps(scores.as_record(), indent=1)
