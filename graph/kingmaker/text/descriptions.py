"""What an article says people are beside their names: "a hydrologist", "71", "Portugal's", "the front-runner"."""

from collections.abc import Iterable, Iterator

from kingmaker.lexicon.nouns import nouns
from kingmaker.lexicon.world import world
from kingmaker.model import Entity, EntityKind
from kingmaker.text.clauses import objects, slot, surface_subject
from kingmaker.text.discourse import Discourse
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.tree import Tree, Word

Placed = tuple[int, int, Entity]  # tree, word, and whom it describes


class Descriptions:
    """The people of an article by what it says of them, in the order in which it says so."""

    def __init__(self, told: Discourse, mentions: Iterable[Mention]) -> None:
        self._told = told
        self._nouns: dict[str, list[Placed]] = {}
        self._places: dict[str, list[Placed]] = {}
        self._ages: dict[str, list[Entity]] = {}
        self._pairs: list[tuple[Entity, Entity]] = []  # who runs against whom
        for mention in mentions:
            if mention.kind is MentionKind.PERSON and (person := told.entity(mention)) is not None:
                self._enter(told.trees[mention.tree], mention, person)
        for tree in told.trees.values():
            self._enter_contests(tree)

    def called(self, noun: str) -> list[Placed]:
        """Return who is called so, in order."""
        return self._nouns.get(noun, [])

    def of_place(self, place: str) -> list[Entity]:
        """Return who is told to be of a country or region."""
        return list(dict.fromkeys(e for _, _, e in self._places.get(place, ())))

    def places_of(self, person: Entity) -> list[str]:
        """Return the countries and regions somebody is told to be of."""
        return [place for place, told in self._places.items() if any(e == person for _, _, e in told)]

    def aged(self, age: str) -> list[Entity]:
        """Return who is told to be of an age."""
        return list(dict.fromkeys(self._ages.get(age, ())))

    def ages_of(self, person: Entity) -> list[str]:
        """Return the ages told of somebody."""
        return [age for age, told in self._ages.items() if person in told]

    def rivals_of(self, person: Entity) -> list[Entity]:
        """Return whom the article tells to have run against somebody."""
        return list(dict.fromkeys(b if a == person else a for a, b in self._pairs if person in (a, b)))

    def _enter(self, tree: Tree, mention: Mention, person: Entity) -> None:
        for i in _beside(tree, mention):
            word = tree[i]
            if word.pos in ("NOUN", "PROPN", "ADJ"):
                self._describe(tree, word, mention, person)
            if word.pos == "NUM" and word.text.isdigit():
                self._ages.setdefault(word.text, []).append(person)
        after = tree.words[mention.end : mention.end + 3]
        if (
            len(after) > 2
            and after[0].text in (",", "(")
            and after[1].text.isdigit()
            and after[2].text in (",", ")", ".")
        ):
            self._ages.setdefault(after[1].text, []).append(person)
        for word in (*tree.kids(mention.head, "poss", "amod", "nmod", "compound"), *_of(tree, mention.head)):
            if not mention.start <= word.i < mention.end:
                self._enter_place(tree, word, person)

    def _describe(self, tree: Tree, word: Word, mention: Mention, person: Entity) -> None:
        self._nouns.setdefault(word.lower, []).append((tree.index, word.i, person))
        self._enter_place(tree, word, person)
        for modifier in (*tree.kids(word.i, "amod", "compound", "nmod", "poss"), *_of(tree, word.i)):
            self._enter_place(tree, modifier, person)
        office = self._told.at(tree.index, word.i)
        if office is not None and office.office is not None and office.office.place is not None:
            place = office.office.place
            if place.body_kind in ("country", "region"):
                self._places.setdefault(place.label, []).append((tree.index, word.i, person))

    def _enter_place(self, tree: Tree, word: Word, person: Entity) -> None:
        found = world().demonym(word.text) or world().people(word.text) or world().country(word.text)
        if found is not None and word.is_capital:
            self._places.setdefault(found.name, []).append((tree.index, word.i, person))

    def _enter_contests(self, tree: Tree) -> None:
        """Enter whom a verb tells to be the nominee, the winner or the loser."""
        verbs = nouns().verbs
        for word in tree.words:
            if word.is_verb and word.lemma in verbs["beating"] | verbs["facing"]:
                self._pair(tree, word.i)
            if word.is_verb and word.lemma in verbs["vying"]:
                self._rivals(tree, word.i)
            if word.is_verb and word.lemma in verbs["nominating"]:
                self._all(tree, word.i, objects(tree, word.i), "nominee")
            elif word.is_verb and word.lemma in verbs["beating"]:
                self._all(tree, word.i, surface_subject(tree, word.i), "winner")
                self._all(tree, word.i, objects(tree, word.i), "loser")
            elif word.is_verb and word.lemma in verbs["winning"]:
                self._all(tree, word.i, surface_subject(tree, word.i), "winner")
            elif word.is_verb and word.lemma in verbs["losing"]:
                self._all(tree, word.i, surface_subject(tree, word.i), "loser")
            elif word.lemma in verbs["nominations"]:
                self._all(tree, word.i, [*slot(tree, word.i, "of"), *slot(tree, word.i, "poss")], "nominee")

    def _pair(self, tree: Tree, verb: int) -> None:
        one = [e for w in surface_subject(tree, verb) if (e := self._told.person_at(tree.index, w)) is not None]
        other = [e for w in objects(tree, verb) if (e := self._told.person_at(tree.index, w)) is not None]
        self._pairs += [(a, b) for a in one for b in other if a != b]

    def _rivals(self, tree: Tree, verb: int) -> None:
        """Enter the two who vie with each other: "Eze and Obi are competing"."""
        words = surface_subject(tree, verb)
        two = [e for w in words if (e := self._told.person_at(tree.index, w)) is not None]
        if len(words) == len(two) == 2 and two[0] != two[1]:
            self._pairs.append((two[0], two[1]))

    def _all(self, tree: Tree, at: int, words: Iterable[int], noun: str) -> None:
        for i in words:
            person = self._told.person_at(tree.index, i)
            if person is not None and person.kind is EntityKind.PERSON:
                self._nouns.setdefault(noun, []).append((tree.index, at, person))


def _beside(tree: Tree, mention: Mention) -> Iterator[int]:
    """Yield the nouns that say what somebody named is: apposition, copula, "seen as", a noun before the name."""
    head = tree[mention.head]
    around = range(mention.start, mention.end)
    for kid in tree.kids(head.i, "appos", "compound", "nmod", "amod"):
        if kid.i not in around:
            yield from tree.conjuncts(kid.i)
    if head.dep == "appos":
        yield head.head
    verb = tree[head.head]
    if head.dep in ("nsubj", "nsubjpass"):
        if verb.lemma in ("be", "become", "remain"):
            yield from slot(tree, verb.i, "attr")
        yield from (i for i in slot(tree, verb.i, "as"))
    if head.dep == "attr" and verb.lemma == "be":
        yield from surface_subject(tree, verb.i)
    for clause in tree.kids(head.i, "acl", "relcl"):
        yield from slot(tree, clause.i, "as")


def _of(tree: Tree, i: int) -> list[Word]:
    return [o for p in tree.kids(i, "prep") if p.lower in ("of", "from") for o in tree.kids(p.i, "pobj")]
