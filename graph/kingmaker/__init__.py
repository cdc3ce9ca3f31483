"""Read news into an evidence-backed knowledge graph of political appointments.

    >>> import kingmaker
    >>> article = kingmaker.Article.of("Sweden backs Grace Obi as governor of Lagos.")
    >>> [claim.situation.kind.value for claim in kingmaker.extract(article)]
    ['Backing']

`read` gives articles, `extract` the claims of one, `open_store` a store to put and ask them in, and
`verify` says whether all that is in it has words behind it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kingmaker.articles import read_sources as read
    from kingmaker.audit import verify
    from kingmaker.errors import KingmakerError
    from kingmaker.model import Article, Claim, Entity, Evidence, Situation
    from kingmaker.pipeline import Setup, explain, extract, extract_all
    from kingmaker.store import Store, open_store

__version__ = "0.1.0"

__all__ = [
    "Article", "Claim", "Entity", "Evidence", "KingmakerError", "Setup", "Situation", "Store",
    "explain", "extract", "extract_all", "open_store", "read", "verify",
]  # fmt: skip

_HOME = {
    "read": ("articles", "read_sources"),
    "Setup": ("pipeline", "Setup"),
    "explain": ("pipeline", "explain"),
    "extract": ("pipeline", "extract"),
    "extract_all": ("pipeline", "extract_all"),
    "open_store": ("store", "open_store"),
    "Store": ("store", "Store"),
    "verify": ("audit", "verify"),
    "KingmakerError": ("errors", "KingmakerError"),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `import kingmaker` is quick."""
    if name not in __all__:
        raise AttributeError(f"module 'kingmaker' has no attribute {name!r}")
    from importlib import import_module

    room, attribute = _HOME.get(name, ("model", name))
    value = getattr(import_module(f"kingmaker.{room}"), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
