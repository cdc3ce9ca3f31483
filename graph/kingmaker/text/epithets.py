"""Whom a nominal stands for: by what the article says people are, else who the sentence before is about."""

from kingmaker.lexicon.nouns import nouns
from kingmaker.lexicon.world import world
from kingmaker.model import Entity
from kingmaker.text.descriptions import Descriptions
from kingmaker.text.discourse import Discourse
from kingmaker.text.focus import Posts
from kingmaker.text.mention import Mention
from kingmaker.text.roles import Roles
from kingmaker.text.tree import Tree

SAME = {"favorite": "favourite", "frontrunner": "front-runner", "victor": "winner"}
# Another word for one who is called so.
AS_WELL = {
    "favourite": ("favourite", "favorite", "front-runner", "frontrunner"),
    "front-runner": ("front-runner", "frontrunner", "favourite", "favorite"),
    "winner": ("winner", "victor"),
    "nominee": ("nominee", "pick", "choice"),
    "candidate": ("candidate", "nominee"),
    "pick": ("nominee", "pick", "choice"),
    "choice": ("nominee", "pick", "choice"),
}


class Epithets:
    """The step of the sieve for nouns that are no office: "the nominee", "the engineer", "the Romanian"."""

    def __init__(self, told: Discourse, posts: Posts, roles: Roles, described: Descriptions) -> None:
        self._told, self._posts, self._roles, self._described = told, posts, roles, described

    def resolve(self, mention: Mention) -> Entity | None:
        """Return the one person a nominal stands for, or None."""
        tree = self._told.trees[mention.tree]
        if mention.gender == "plural" or _is_predicate(tree, mention):
            return None
        beside = self._named_beside(tree, mention)
        if beside is not None or tree.kids(mention.head, "relcl"):
            return beside
        word = tree[mention.head].lower
        if word == "incumbent":
            return self._incumbent(mention)
        if word == "old":
            return self._aged(tree, mention)
        if word in nouns().relations and tree.kids(mention.head, "poss"):
            return self._related(tree, mention, word)
        place = world().people(tree[mention.head].text) or world().demonym(tree[mention.head].text)
        if place is not None and tree[mention.head].is_capital:
            return self._national(mention, place.name)
        if word in nouns().contest or nouns().is_trade(word):
            found = self._described_as(mention, SAME.get(word, word))
            retired = any(k.lower in ("retired", "former", "ex") for k in tree.kids(mention.head, "amod"))
            return found or (self._in_focus(tree, mention) if retired and nouns().is_trade(word) else None)
        return self._in_focus(tree, mention) if self._is_bare(word) else None

    def _is_bare(self, word: str) -> bool:
        return word in nouns().epithets or word in nouns().genders

    def _named_beside(self, tree: Tree, mention: Mention) -> Entity | None:
        """ "Her predecessor, Steve Barlow"; "the hydrologist Ursula Brandli"."""
        word = tree[mention.head]
        for other in (*tree.kids(word.i, "appos"), *([tree[word.head]] if word.dep == "appos" else [])):
            person = self._told.person_at(tree.index, other.i)
            if person is not None:
                return person
        return None

    def _incumbent(self, mention: Mention) -> Entity | None:
        post = self._posts.focus(mention.tree, mention.start)
        if post is None:
            return self._roles.only_holder()
        told = {p for status, p in self._roles.told_of(post.id) if status == "current"}
        return told.pop() if len(told) == 1 else self._roles.known_holder(post, "current", mention)

    def _aged(self, tree: Tree, mention: Mention) -> Entity | None:
        """ "The 71-year-old": whose age is told, else who is in focus, unless another age is told of him or her."""
        age = tree[mention.head - 4].text
        told = self._described.aged(age)
        if told:
            return told[0] if len(told) == 1 else None
        ageless = [e for m in self._told.people_before(mention) if (e := self._told.entity(m)) is not None
                   and not self._described.ages_of(e)]  # fmt: skip
        return self._only(ageless, mention) if len(set(ageless)) == 1 else None

    def _national(self, mention: Mention, country: str) -> Entity | None:
        """ "The Romanian": the one person who is told, or known, to be of that country or to hold a post there."""
        found = [*self._described.of_place(country), *self._in_posts_of(country)]
        if not found:
            register = self._told.register
            found = [register.entity(p) for p in register.people
                     if any(h.of == country for h in world().posts_of(p.name))]  # fmt: skip
        return self._only(found, mention) if found else self._of_no_country(mention)

    def _of_no_country(self, mention: Mention) -> Entity | None:
        """ "The Frenchman" of whom no country is told: the one person just spoken of, if none is told of him either."""
        before = {e for m in self._told.people_before(mention) if (e := self._told.entity(m)) is not None}
        free = {e for e in before if not self._described.places_of(e) and not world().posts_of(e.label)
                and not self._roles.posts_held(e)}  # fmt: skip
        return free.pop() if len(before) == len(free) == 1 and self._told.is_subject(mention) else None

    def _in_posts_of(self, place: str) -> list[Entity]:
        """Return who holds or held a post of a country by the article's titles."""
        return [p for post, told in self._roles.all_told() if self._place_of(post) == place for _, p in told]

    def _place_of(self, post: str) -> str:
        known = self._posts.by_id(post)
        return known.of.label if known is not None and known.of is not None else ""

    def _described_as(self, mention: Mention, noun: str) -> Entity | None:
        """The person called so; of several, the one of them whom the sentences before are about."""
        names = AS_WELL.get(noun, (noun,))
        found = [e for name in names for tree, at, e in self._described.called(name)
                 if (tree, at) < (mention.tree, mention.start)]  # fmt: skip
        return self._only(found, mention) or (self._main(found) if noun in nouns().contest else None)

    def _main(self, found: list[Entity]) -> Entity | None:
        """Return the one of several whom the article speaks of far more than of the others."""
        ranked = sorted(((self._told.times(e), e.id, e) for e in dict.fromkeys(found)), reverse=True)
        return ranked[0][2] if len(ranked) > 1 and ranked[0][0] > 2 * ranked[1][0] else None

    def _only(self, found: list[Entity], mention: Mention) -> Entity | None:
        once = list(dict.fromkeys(found))
        if len(once) > 1:
            once = [e for e in once if self._told.first(e) < (mention.tree, mention.start)]
        if len(once) > 1:
            before = self._told.subject_before(mention)
            once = [e for e in once if e == before]
        return once[0] if len(once) == 1 else None

    def _related(self, tree: Tree, mention: Mention, word: str) -> Entity | None:
        """ "Her rival", "his compatriot": the one other person in such a relation to the owner."""
        owner = next((e for k in tree.kids(mention.head, "poss")
                      if (e := self._told.person_at(tree.index, k.i)) is not None), None)  # fmt: skip
        if owner is None:
            return None
        if word in ("rival", "opponent", "challenger"):
            return self._only(self._described.rivals_of(owner), mention)
        if word == "predecessor":
            after = [w.lower for w in tree.words[mention.end : mention.end + 2]]
            return self._roles.before(owner, 1 + (after == ["but", "one"]))
        if word == "compatriot":
            places = {*self._described.places_of(owner), *(self._place_of(p) for p in self._roles.posts_held(owner))}
            found = [e for at in sorted(places) for e in (*self._described.of_place(at), *self._in_posts_of(at))]
            return self._only([e for e in found if e != owner], mention)
        return None

    def _in_focus(self, tree: Tree, mention: Mention) -> Entity | None:
        """Return who the sentence before is about, where this one goes on about that person."""
        owned = tree.kids(mention.head, "poss")
        if owned or not self._told.is_subject(mention):
            return None
        here = self._elsewhere_in_sentence(tree, mention)
        if len(here) == 1:
            return here[0]
        person = self._told.only_one_before(mention, nouns().genders.get(tree[mention.head].lower, ""))
        said = self._told.said_in(self._told.sentence(mention))
        return None if any(m.start < mention.start and self._told.entity(m) == person for m in said) else person

    def _elsewhere_in_sentence(self, tree: Tree, mention: Mention) -> list[Entity]:
        """Return the people named earlier in the sentence, unless the noun's clause depends on theirs.

        "Any hint that Marchant might bolt was buried when the Democrat ...": he; "Marchant said the Democrat ...": not.
        """
        above = {w.i for w in tree.ancestors(mention.head)}
        free: dict[Entity, None] = {}
        for said in self._told.said_in(self._told.sentence(mention)):
            person = self._told.entity(said)
            if person is None or said.start > mention.start:
                continue
            if next((w.i for w in tree.ancestors(said.head) if w.is_verb), -1) in above:
                return []
            free[person] = None
        return list(free)


def _is_predicate(tree: Tree, mention: Mention) -> bool:
    """Whether a noun says what somebody is: "is the favourite", "as the nominee"."""
    word = tree[mention.head]
    return word.dep in ("attr", "oprd") or (word.dep == "pobj" and tree[word.head].lower == "as")
