"""It, its, they, "the party": which body, country or group a word stands for."""

from kingmaker.lexicon.nouns import nouns
from kingmaker.text.binding import barred, is_subject, verbs_above
from kingmaker.text.clauses import surface_subject
from kingmaker.text.discourse import Discourse, Sentence
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.tree import Tree

GROUPS = (MentionKind.PLACE, MentionKind.COLLECTIVE)
LOOK_BACK = 3  # sentences for "the party"
EMPTY = frozenset({"be", "seem", "appear", "become", "remain", "take", "emerge", "look"})  # verbs of an empty "it"


class StandIns:
    """The step of the sieve for words that stand for a group and not for a person."""

    def __init__(self, told: Discourse) -> None:
        self._told = told

    def resolve(self, mention: Mention) -> tuple[Mention, ...]:
        """Return the mentions of the groups that one stands for; none where it is open."""
        tree = self._told.trees[mention.tree]
        if mention.kind is MentionKind.COLLECTIVE:
            return self._short(tree, mention)
        if mention.kind is not MentionKind.PRONOUN or mention.gender not in ("it", "plural"):
            return ()
        if self._is_empty(tree, mention):
            return ()
        return self._here(tree, mention) or self._before(tree, mention)

    def _is_empty(self, tree: Tree, mention: Mention) -> bool:
        """ "It is thought that", "it emerged that", "they say": nobody in particular."""
        word = tree[mention.head]
        verb = tree[word.head]
        return mention.gender == "it" and is_subject(tree, mention) and (
            verb.lemma in EMPTY or bool(tree.kids(verb.i, "auxpass", "nsubjpass"))
        )  # fmt: skip

    def _here(self, tree: Tree, mention: Mention) -> tuple[Mention, ...]:
        """Return the groups that are the subject of a clause around the word."""
        nobody = barred(tree, mention)
        verbs = verbs_above(tree, mention.head)
        for verb in verbs[1:] if is_subject(tree, mention) else verbs:
            words = surface_subject(tree, verb)
            if not words or any(w >= mention.start or mention.head in tree.subtree(w) for w in words):
                continue
            if set(words) & nobody:
                continue
            return self._groups(tree, words, mention)
        return ()

    def _groups(self, tree: Tree, words: list[int], mention: Mention) -> tuple[Mention, ...]:
        found = [m for w in words if (m := self._told.at(tree.index, w)) is not None]
        groups = [g for m in found for g in (self._told.stands_for.get(m) or (m,))]
        if len(found) < len(words) or not all(g.kind in GROUPS for g in groups):
            return ()
        single = len(groups) == 1
        fits = single and self._is_one(tree, groups[0]) if mention.gender == "it" else True
        return tuple(groups) if fits and groups else ()

    def _is_one(self, tree: Tree, group: Mention) -> bool:
        """Whether a group is spoken of as one: "the union", not "the unions"."""
        return group.kind is MentionKind.PLACE or self._told.trees[group.tree][group.head].tag not in ("NNS", "NNPS")

    def _before(self, tree: Tree, mention: Mention) -> tuple[Mention, ...]:
        """Return the groups that are the subject of the sentence before, where no other thing could be meant."""
        for sentence in self._told.before(self._told.sentence(mention)):
            if sentence[0] != mention.tree:
                return ()
            verb = self._main_verb(sentence)
            if verb is None:
                return ()
            here = self._told.trees[sentence[0]]
            return self._groups(here, surface_subject(here, verb), mention)
        return ()

    def _main_verb(self, sentence: Sentence) -> int | None:
        tree = self._told.trees[sentence[0]]
        return next((w.i for w in tree.words if w.sent == sentence[1] and w.dep == "ROOT" and w.is_verb), None)

    def _short(self, tree: Tree, mention: Mention) -> tuple[Mention, ...]:
        """ "The party": the one party named last."""
        kinds = nouns().bodies.get(tree[mention.head].lower)
        plain = mention.head - mention.start == 1 and tree[mention.start].lower == "the"
        if kinds is None or not plain:
            return ()
        here = self._told.sentence(mention)
        for back, sentence in enumerate((here, *self._last(here))):
            named = {m.place.label: m for m in self._told.mentions_in(sentence) if m.place is not None
                     and (back or m.start < mention.start) and self._fits(m, kinds)}  # fmt: skip
            if named:
                return tuple(named.values()) if len(named) == 1 else ()
        return ()

    def _last(self, sentence: Sentence) -> list[Sentence]:
        found: list[Sentence] = []
        for before in self._told.before(sentence):
            if len(found) == LOOK_BACK or before[0] < sentence[0] - 1:
                break
            found.append(before)
        return found

    def _fits(self, mention: Mention, kinds: tuple[str, ...]) -> bool:
        place = mention.place
        if place is None:
            return False
        if place.body_kind or place.known:
            return place.body_kind in kinds
        return place.label.split()[-1].lower() in kinds
