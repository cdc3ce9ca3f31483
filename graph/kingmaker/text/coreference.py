"""A deterministic sieve: each mention to the one person it can be, or to nobody.

Steps, after Raghunathan et al. (2010), from sure to less sure: names; a title beside a name; a title
through the article's own table of holders; a title through dated knowledge; nominals; pronouns by the
subject of the same sentence, then of the one before. A step that leaves two candidates leaves the
mention open.
"""

from collections.abc import Sequence

from kingmaker.lexicon.world import Holder, world
from kingmaker.model import Article, Entity, EntityKind
from kingmaker.text.clauses import surface_subject
from kingmaker.text.focus import Posts
from kingmaker.text.holdings import Holding
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.register import Person, Register
from kingmaker.text.tree import Tree

LOOK_BACK = 3  # sentences a pronoun reaches back for its antecedent


class Links:
    """Who each mention of an article refers to; built once, asked by mention."""

    def __init__(
        self, article: Article, trees: Sequence[Tree], mentions: Sequence[Mention], register: Register,
        posts: Posts, holdings: Sequence[Holding],
    ) -> None:  # fmt: skip
        self._article, self._register, self._posts = article, register, posts
        self._trees = {t.index: t for t in trees}
        self._linked: dict[Mention, Entity] = {}
        self._held: dict[str, list[tuple[str, Entity]]] = {}  # post id -> (status, holder)
        self._beside = {h.office: h.person for h in holdings}
        self._order: list[Mention] = []
        for mention in mentions:
            if mention.kind is MentionKind.PERSON and (entity := self._named(mention)) is not None:
                self._linked[mention] = entity
        for holding in holdings:
            self._enter(holding)
        for mention in mentions:
            entity = self._linked.get(mention) or self._resolve(mention)
            if entity is not None:
                self._linked[mention] = entity
                if entity.kind is EntityKind.PERSON:
                    self._order.append(mention)

    def person(self, mention: Mention) -> Entity | None:
        """Return the person a mention refers to, or None where it stays open."""
        return self._linked.get(mention)

    def holders(self, post: Entity) -> list[tuple[str, Entity]]:
        """Return the article's own table for a post: (status, holder) as its titles tell them."""
        return list(self._held.get(post.id, ()))

    def posts_held(self, person: Entity) -> list[str]:
        """Return the ids of the posts that the article says a person holds."""
        return [post for post, held in self._held.items() if ("current", person) in held]

    def posts_of_late(self, person: Entity) -> list[str]:
        """Return the ids of the article's posts that the world knows a person to have held of late."""
        day = self._article.published
        if not day:
            return []
        held = {
            (h.key, h.of) for h in world().posts_of(person.label) if h.end is None or h.end[:7] >= _months_before(day)
        }
        begun = {(h.key, h.of) for h in world().posts_of(person.label) if h.start <= day}
        return [p.id for p in self._posts.all() if p.of and (self._posts.key(p), p.of.label) in held & begun]

    def _named(self, mention: Mention) -> Entity | None:
        bearers = self._register.bearers(mention.text)
        return self._register.entity(bearers[0]) if len(bearers) == 1 else None

    def _enter(self, holding: Holding) -> None:
        person, office = self._linked.get(holding.person), holding.office.office
        post = self._posts.of(office, holding.office.tree, holding.office.start) if office else None
        if person is not None and post is not None and office is not None:
            told = self._held.setdefault(post.id, [])
            if (office.status, person) not in told:
                told.append((office.status, person))

    def _resolve(self, mention: Mention) -> Entity | None:
        match mention.kind:
            case MentionKind.OFFICE:
                return self._holder(mention)
            case MentionKind.NOMINAL:
                return self._nominal(mention)
            case MentionKind.PRONOUN:
                return self._pronoun(mention)
        return None

    def _holder(self, mention: Mention) -> Entity | None:
        """Return who an office phrase stands for: its neighbour, the article's holder, the world's."""
        beside = self._beside.get(mention)
        if beside is not None:
            return self._linked.get(beside)
        office = mention.office
        if office is None or office.status in ("next", "designate") or office.plural or office.indefinite:
            return None
        post = self._posts.of(office, mention.tree, mention.start)
        if post is None:
            return None
        told = [p for status, p in self._held.get(post.id, ()) if status == office.status]
        if len(told) == 1:
            return told[0]
        return self._known_holder(post, office.status, mention)

    def _known_holder(self, post: Entity, status: str, mention: Mention) -> Entity | None:
        holders = self._world_holders(post)
        if status == "current":
            day = self._article.published
            now = {h.person for h in holders if day and h in self._on(post, day)}
            return self._of_world(now.pop()) if len(now) == 1 else None
        named = {h.person for h in holders if self._register.by_entity(self._of_world(h.person)) is not None}
        sitting = {h.person for h in self._on(post, self._article.published)} if self._article.published else set()
        former = named - sitting
        if len(former) == 1:
            return self._of_world(former.pop())
        return None if holders else self._last_subject(mention)

    def _world_holders(self, post: Entity) -> tuple[Holder, ...]:
        key, of = self._posts.key(post), post.of
        return world().holders(key, of.label) if key and of else ()

    def _on(self, post: Entity, day: str | None) -> tuple[Holder, ...]:
        key, of = self._posts.key(post), post.of
        return world().holders(key, of.label, day) if key and of and day else ()

    def _of_world(self, name: str) -> Entity:
        known = self._register.bearers(name)
        if len(known) == 1:
            return self._register.entity(known[0])
        return self._register.entity(Person(name, names=[name]))

    def _nominal(self, mention: Mention) -> Entity | None:
        tree = self._trees[mention.tree]
        word = tree[mention.head].lower
        if word == "incumbent":
            post = self._posts.focus(mention.tree, mention.start)
            told = {p for status, p in self._held.get(post.id, ()) if status == "current"} if post else set()
            if len(told) == 1:
                return told.pop()
            return self._known_holder(post, "current", mention) if post else None
        place = world().people(tree[mention.head].text) or world().demonym(tree[mention.head].text)
        if place is not None:
            return self._national(place.name)
        return self._last_subject(mention) if word == "old" else None

    def _national(self, country: str) -> Entity | None:
        """ "The Romanian": the one person of the article who holds or held a post of that country."""
        found: list[Entity] = []
        for post, told in self._held.items():
            if post.endswith("-of-" + country.lower().replace(" ", "-")):
                found += [p for _, p in told]
        for person in self._register.people:
            if any(h.of == country for h in world().posts_of(person.name)):
                found.append(self._register.entity(person))
        once = list(dict.fromkeys(found))
        return once[0] if len(once) == 1 else None

    def _pronoun(self, mention: Mention) -> Entity | None:
        if mention.gender not in ("m", "f"):
            return None
        tree = self._trees[mention.tree]
        clash = set() if mention.text.lower() in ("his", "her") else self._clause_mates(tree, mention)
        sentence = (mention.tree, tree[mention.start].sent)
        for back in range(LOOK_BACK):
            found = self._candidates(mention, sentence, back, clash)
            found = [m for m in found if not self._is_nested(m)] or (found if back == LOOK_BACK - 1 else [])
            sure = [m for m in found if self._gender(m) == mention.gender]
            if found:
                return self._choose(sure or found)
        return None

    def _is_nested(self, mention: Mention) -> bool:
        """Whether somebody is named only to say who another is: "a spokesman for Rishi Sunak"."""
        tree = self._trees[mention.tree]
        word = tree[mention.head]
        above = tree[word.head]
        return word.dep == "pobj" and above.lower in ("for", "of") and tree[above.head].pos == "NOUN" and (
            tree[above.head].dep in ("nsubj", "appos"))  # fmt: skip

    def _candidates(self, pronoun: Mention, sentence: tuple[int, int], back: int, clash: set[int]) -> list[Mention]:
        """Return the people mentioned `back` sentences before a pronoun who fit its gender."""
        at = self._sentence_before(sentence, back)
        return [
            m for m in self._order
            if at is not None and (m.tree, self._trees[m.tree][m.start].sent) == at and self._fits(m, pronoun.gender)
            and (m.tree, m.head) not in {(pronoun.tree, c) for c in clash}
        ]  # fmt: skip

    def _sentence_before(self, sentence: tuple[int, int], back: int) -> tuple[int, int] | None:
        tree, sent = sentence
        for _ in range(back):
            sent -= 1
            while sent < 0:
                tree -= 1
                if tree < 0 or tree not in self._trees:
                    return None
                sent = self._trees[tree].words[-1].sent
        return tree, sent

    def _fits(self, mention: Mention, gender: str) -> bool:
        return self._gender(mention) in ("", gender) or gender not in ("m", "f")

    def _gender(self, mention: Mention) -> str:
        person = self._register.by_entity(self._linked[mention])
        return (person.gender if person else "") or (mention.gender if mention.gender in ("m", "f") else "")

    def _choose(self, found: list[Mention]) -> Entity | None:
        people = list(dict.fromkeys(self._linked[m] for m in found))
        if len(people) == 1:
            return people[0]
        subjects = list(dict.fromkeys(self._linked[m] for m in found if self._is_subject(m)))
        return subjects[0] if len(subjects) == 1 else None

    def _is_subject(self, mention: Mention) -> bool:
        word = self._trees[mention.tree][mention.head]
        while word.dep == "conj" and word.head != word.i:
            word = self._trees[mention.tree][word.head]  # "Costa and Reis arrived": both are the subject
        return word.dep in ("nsubj", "nsubjpass")

    def _clause_mates(self, tree: Tree, mention: Mention) -> set[int]:
        word = tree[mention.head]
        for above in tree.ancestors(word.i):
            if above.is_verb:
                return set() if word.dep in ("nsubj", "nsubjpass") else set(surface_subject(tree, above.i))
        return set()

    def _last_subject(self, mention: Mention) -> Entity | None:
        """Return the last person in focus: the one subject of the sentence before, or the only person there."""
        tree = self._trees[mention.tree]
        sentence = (mention.tree, tree[mention.start].sent)
        for back in (1, 2):
            found = self._candidates(mention, sentence, back, set())
            if found:
                return self._choose(found)
        return None


def _months_before(day: str, months: int = 2) -> str:
    """Return the month so many before a day, month or year, as YYYY-MM."""
    year, month = int(day[:4]), int(day[5:7] or 1)
    at = year * 12 + month - 1 - months
    return f"{at // 12:04d}-{at % 12 + 1:02d}"
