"""They, both, the two: the two or three people just spoken of together."""

from collections.abc import Sequence

from kingmaker.model import Entity
from kingmaker.text.binding import is_subject, verbs_above
from kingmaker.text.clauses import surface_subject
from kingmaker.text.discourse import Discourse
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.nominals import FEW
from kingmaker.text.tree import Tree

LOOK_BACK = 2  # sentences


class Plurals:
    """The step of the sieve for words that stand for several people."""

    def __init__(self, told: Discourse) -> None:
        self._told = told

    def resolve(self, mention: Mention) -> tuple[Entity, ...]:
        """Return the people a plural mention stands for; none where it is open."""
        if mention.gender != "plural" or mention.kind not in (MentionKind.PRONOUN, MentionKind.NOMINAL):
            return ()
        tree = self._told.trees[mention.tree]
        if mention.kind is MentionKind.NOMINAL:
            return self._few(mention, self._number(tree, mention))
        both = any(w.lower == "both" for w in tree.kids(tree[mention.head].head))
        return self._of_clause(tree, mention) or self._they(mention) or (self._few(mention, 2) if both else ())

    def _number(self, tree: Tree, mention: Mention) -> int:
        told = [FEW[w.lower] for w in tree.words[mention.start : mention.end] if w.lower in FEW]
        return told[0] if told else 2

    def _few(self, mention: Mention, number: int) -> tuple[Entity, ...]:
        """Return exactly so many people of the sentences before, or nobody."""
        found: dict[Entity, None] = {}
        for back, sentence in enumerate(self._told.before(self._told.sentence(mention)), start=1):
            if back > LOOK_BACK or sentence[0] < mention.tree - 1:
                return ()
            for said in self._told.said_in(sentence):
                found.update(dict.fromkeys(self._told.linked.get(said, ())))
            if len(found) >= number:
                return tuple(sorted(found, key=lambda e: e.id)) if len(found) == number else ()
        return ()

    def _of_clause(self, tree: Tree, mention: Mention) -> tuple[Entity, ...]:
        """Return the people who are together the subject of a clause around it: "Eze and Obi said they would"."""
        for verb in verbs_above(tree, mention.head)[is_subject(tree, mention) :]:
            words = [w for w in surface_subject(tree, verb) if w < mention.start]
            if words:
                people = dict.fromkeys(e for w in words if (e := self._told.person_at(tree.index, w)) is not None)
                return tuple(sorted(people, key=lambda e: e.id)) if len(people) == len(words) > 1 else ()
        return ()

    def _they(self, mention: Mention) -> tuple[Entity, ...]:
        """Return the people who are together the subject of the sentence before, where nothing else is plural."""
        for sentence in self._told.before(self._told.sentence(mention)):
            if sentence[0] < mention.tree - 1 or self._is_open(mention):
                return ()
            said = [m for m in self._told.said_in(sentence) if self._told.is_main_subject(m)]
            return self._together(said)
        return ()

    def _is_open(self, mention: Mention) -> bool:
        """Whether a group stands before the pronoun in its own sentence."""
        return any(m.start < mention.start and m.kind in (MentionKind.COLLECTIVE, MentionKind.ANONYMOUS)
                   for m in self._told.mentions_in(self._told.sentence(mention)))  # fmt: skip

    def _together(self, said: Sequence[Mention]) -> tuple[Entity, ...]:
        people = dict.fromkeys(e for m in said for e in self._told.linked.get(m, ()))
        return tuple(sorted(people, key=lambda e: e.id)) if len(people) > 1 else ()
