"""By which name an entity is shown: the one that most claims give it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kingmaker.model import Claim, Entity


def called(claims: Iterable[Claim]) -> Mapping[str, Entity]:
    """Return every entity in a role by its id, in the order of the ids, under the label that most claims give it."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    entities: dict[tuple[str, str], Entity] = {}
    for claim in claims:
        for _, entity in claim.situation.roles:
            labels[entity.id][entity.label] += 1
            entities.setdefault((entity.id, entity.label), entity)
    best = {name: min(counts, key=lambda label: (-counts[label], label)) for name, counts in labels.items()}
    return {name: entities[name, best[name]] for name in sorted(best)}
