"""What a reader has in mind after reading an article: its trees, who is mentioned, and who they are."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from kingmaker.lexicon.terms import terms
from kingmaker.model import Article, Entity, EntityKind
from kingmaker.text.ascribed import Ascribed, ascribed
from kingmaker.text.chairs import chair_post
from kingmaker.text.charges import charge_post
from kingmaker.text.clauses import slot, surface_subject
from kingmaker.text.coreference import Links
from kingmaker.text.focus import Posts
from kingmaker.text.holdings import Holding, find_holdings
from kingmaker.text.known import known_names
from kingmaker.text.listings import Listing, find_listings
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.mentions import find_mentions
from kingmaker.text.places import Place, known_place
from kingmaker.text.posts import head_post
from kingmaker.text.register import Register
from kingmaker.text.rosters import Roster, rosters
from kingmaker.text.spoken_posts import SpokenPosts
from kingmaker.text.topics import topics
from kingmaker.text.tree import Tree


class Reading(SpokenPosts):
    """An article with all its mentions linked; rooms below ask it what a word refers to."""

    def __init__(self, article: Article, trees: Sequence[Tree]) -> None:
        self.article = article
        self.trees = tuple(trees)
        known = known_names(trees, article.published)
        self.mentions: tuple[Mention, ...] = tuple(m for t in trees for m in find_mentions(t, known))
        self.register = Register(article.id, article.published)
        self.register.read(self.mentions)
        by_tree = {t.index: [m for m in self.mentions if m.tree == t.index] for t in trees}
        self.holdings: tuple[Holding, ...] = tuple(h for t in trees for h in find_holdings(t, by_tree[t.index]))
        named = {h.office: h.person.text for h in self.holdings} | self._predicates()
        self.posts = Posts(article, trees, self.mentions, named, [p.name for p in self.register.people])
        self.links = Links(article, trees, self.mentions, self.register, self.posts, self.holdings)
        self.classes: dict[tuple[int, int, str], bool] = {}  # whether a word is of a class; see `facts.fitting`
        self.nominee: Entity | None = None  # whom the article is about among those up for a post
        self._at = {(m.tree, i): m for m in self.mentions for i in range(m.start, m.end)}
        self.sought: dict[str, Entity] = {}  # who is up for which one post, by the article's plain words
        self._topics = topics(self.trees, self.mentions, self.links.person)

    @cached_property
    def votes_in_rounds(self) -> bool:
        """Whether the article tells of a contest decided in rounds of voting."""
        text = self.article.text.lower()
        return any(words in text for words in terms().rounds)

    def topic(self, tree: Tree) -> Entity | None:
        """Return the person whose name heads a paragraph, and who is left out of its sentences."""
        return self._topics.get(tree.index)

    def _predicates(self) -> dict[Mention, str]:
        """Return the offices that somebody named is said to be or to have been ("Costa was prime minister")."""
        people = {(m.tree, m.head): m.text for m in self.mentions if m.kind is MentionKind.PERSON}
        found = {}
        for mention in self.mentions:
            word = self.trees[mention.tree][mention.head]
            if mention.kind is MentionKind.OFFICE and word.dep == "attr":
                subjects = surface_subject(self.trees[mention.tree], word.head)
                named = [people[mention.tree, s] for s in subjects if (mention.tree, s) in people]
                if len(named) == 1 and mention.office and mention.office.status != "next":
                    found[mention] = named[0]
        return found

    def mention(self, tree: Tree, i: int) -> Mention | None:
        """Return the mention that word `i` is part of."""
        return self._at.get((tree.index, i))

    def actors(self, tree: Tree, i: int) -> list[Entity]:
        """Return whom word `i` refers to as somebody who acts: a person, body, country, group or source."""
        mention = self.mention(tree, i)
        if mention is None or (mention.head != i and not mention.start <= i < mention.end):
            return []
        if (
            mention.head != i
            and tree[i].dep in ("compound", "amod", "poss", "nmod", "det")
            and mention.kind is MentionKind.COLLECTIVE
        ):
            return []
        return list(self._actors(mention))

    def _actors(self, mention: Mention) -> tuple[Entity, ...]:
        if mention.place is not None:
            return (mention.place.entity(),)
        if groups := self.links.groups(mention):
            return tuple(dict.fromkeys(e for group in groups for e in self._actors(group)))
        if (person := self._apposed(mention)) is not None:
            return (person,)
        plural = mention.office is not None and mention.office.plural
        if mention.kind is MentionKind.COLLECTIVE or plural:
            return (self.collective(mention),)
        if mention.kind is MentionKind.ANONYMOUS:
            return (self.anonymous(mention),)
        return self.links.people(mention)

    def _apposed(self, mention: Mention) -> Entity | None:
        """ "Ana Prado, an economist who led the bank": a noun beside a name is no group and no unnamed source."""
        word = self.trees[mention.tree][mention.head]
        if mention.kind not in (MentionKind.COLLECTIVE, MentionKind.ANONYMOUS) or word.dep != "appos":
            return None
        named = self.mention(self.trees[mention.tree], word.head)
        fits = named is not None and named.kind is MentionKind.PERSON and word.tag in ("NN", "NNP")
        return self.links.person(named) if fits and named is not None else None

    def collective(self, mention: Mention) -> Entity:
        """Return a group told by what it is; only one with a proper name in it is the same elsewhere.

        "His country" and "her government" are the country of the post that he or she holds.
        """
        tree = self.trees[mention.tree]
        if tree[mention.head].lemma in ("country", "government", "nation"):
            owners = [p for at in slot(tree, mention.head, "poss") for p in self.people(tree, at)]
            posts = {p for owner in owners[:1] for p in self.links.posts_held(owner)}
            places = {post.of for p in posts if (post := self.posts.by_id(p)) and post.of}
            countries = [p for p in places if p.kind is EntityKind.COUNTRY]
            if len(countries) == 1:
                return countries[0]
        label = _without_article(mention.text)
        scope = None if any(w[:1].isupper() for w in label.split()) else self.article.id
        return Entity.named(EntityKind.COLLECTIVE, label, scope=scope)

    def anonymous(self, mention: Mention) -> Entity:
        """Return an unnamed source: an individual of this article, never anybody elsewhere; "this paper" is its own."""
        own, _, noun = mention.text.lower().partition(" ")
        if own in ("this", "our") and noun in terms().press and self.outlet is not None:
            return self.outlet
        return Entity.named(EntityKind.ANONYMOUS, mention.text, scope=self.article.id)

    def is_named(self, entity: Entity | None) -> bool:
        """Whether the article names a person; whom only the world's knowledge supplies it does not."""
        return entity is not None and self.register.by_entity(entity) is not None

    def held(self, tree: Tree, at: int) -> Entity | None:
        """Return the one post that the person at word `at` holds by the article's own titles."""
        posts = {p for person in self.people(tree, at) for p in self.links.posts_held(person)}
        focus = self.posts.focus(tree.index, at)
        if focus is not None and focus.id in posts:
            return focus
        if not posts:
            told = [post for person in self.people(tree, at) for t, w, gained, post in self._ascribed.get(person.id, ())
                    if (t, w) < (tree.index, at if gained else tree.sentence(at)[1])]  # fmt: skip
            if told:
                return told[-1]
            posts = {p for person in self.people(tree, at) for p in self.links.posts_of_late(person)}
        return self.posts.by_id(posts.pop()) if len(posts) == 1 else None

    def late(self, tree: Tree, at: int) -> Entity | None:
        """Return the one post that the words beside a name say its bearer to have held: "former President Obi"."""
        named = self.mention(tree, at)
        beside = [h.office for h in self.holdings if named in (h.person, h.office)]
        posts = [self.posts.of(m.office, m.tree, m.start) for m in beside if m.office and m.office.status == "former"]
        return posts[0] if len(beside) == 1 and posts else None

    def gained(self, tree: Tree, at: int) -> Entity | None:
        """Return the post that the person at word `at` has been said to get, last before the word."""
        told = [post for person in self.people(tree, at) for t, w, gained, post in self._ascribed.get(person.id, ())
                if gained and (t, w) < (tree.index, at)]  # fmt: skip
        return told[-1] if told else None

    def titled(self, tree: Tree, at: int) -> list[Entity]:
        """Return the posts of all titles beside the name at word `at`, or beside that of the title there."""
        name = self.mention(tree, at)
        name = next((h.person for h in self.holdings if h.office == name), name)
        beside = [h.office for h in self.holdings if h.person == name and h.office.tree == tree.index]
        posts = [self.posts.of(m.office, tree.index, m.start) for m in beside
                 if m.office is not None and m.office.status == "current"]  # fmt: skip
        return [post for post in dict.fromkeys(posts) if post is not None]

    def head_of(self, tree: Tree, at: int) -> Entity | None:
        """Return the post of whoever heads what word `at` names: a body, a ministry, a portfolio, a palace."""
        mention = self.mention(tree, at)
        if mention is not None and mention.kind is MentionKind.OFFICE:
            return None
        if (found := charge_post(tree, at, self.posts.cabinet)) is not None:
            return found
        headed = head_post(self.posts.local(mention.place)) if mention is not None and mention.place else None
        return headed or chair_post(tree, at)

    def charge_of(self, tree: Tree, at: int) -> Entity | None:
        """Return the post of the minister whose ministry or portfolio word `at` names."""
        return charge_post(tree, at, self.posts.cabinet, palaces=False)

    def is_open_office(self, tree: Tree, at: int) -> bool:
        """Whether word `at` is an office phrase of which the article does not tell the body, or "the Lima job"."""
        if tree[at].lemma in terms().post_nouns:
            return self.post(tree, at) is None and self.is_elsewhere(tree, at, self.posts.focus(tree.index, at))
        mention = self.mention(tree, at)
        office = mention.office if mention is not None else None
        return office is not None and self.posts.of(office, tree.index, mention.start if mention else at) is None

    def is_court(self, tree: Tree, at: int) -> bool:
        """Whether word `at` names a court."""
        mention = self.mention(tree, at)
        place = self.posts.local(mention.place) if mention is not None and mention.place is not None else None
        return place is not None and (place.body_kind == "court" or "Court" in place.label.split())

    def near(self, tree: Tree, at: int, back: int = 1) -> Entity | None:
        """Return the post last named before word `at`, at most `back` sentences before, but no title beside a name."""
        beside = {h.office for h in self.holdings}
        for mention in reversed([m for m in self.mentions if m.tree == tree.index and m.start < at]):
            if tree[at].sent - tree[mention.start].sent > back:
                return None
            if mention.office is not None and mention not in beside:
                return self.posts.of(mention.office, tree.index, mention.start)
            if self.is_court(tree, mention.head):
                return self.post(tree, mention.head)
        return None

    def people(self, tree: Tree, i: int) -> list[Entity]:
        """Return the people word `i` refers to."""
        return [e for e in self.actors(tree, i) if e.kind is EntityKind.PERSON]

    def roster(self, tree: Tree, i: int) -> list[Entity]:
        """Return who is named in a later sentence as the members of the group at word `i`."""
        told = (self.links.person(m) for m in self._rosters.get((tree.index, i), ()))
        return [e for e in told if e is not None]

    @cached_property
    def _rosters(self) -> Roster:
        return rosters(self.trees, self.mentions)

    @cached_property
    def _ascribed(self) -> Ascribed:
        return ascribed(self.trees, self.mentions, self.links, self.posts, self._at)

    @cached_property
    def listings(self) -> Mapping[int, Sequence[Listing]]:
        """What is listed under labels, by paragraph."""
        return find_listings(self.trees, self.mentions)

    @cached_property
    def government(self) -> Place | None:
        """Return whose government a list is of: that of the country or state at home, else of the only country told."""
        if self.posts.home is not None:
            return self.posts.cabinet
        told = (m.place or (m.office.place if m.office is not None else None) for m in self.mentions)
        words = (w for tree in self.trees for w in tree.words if w.is_capital and w.pos in ("ADJ", "PROPN"))
        adjectives = (known_place(w.text, w.i, w.i + 1, adjective=True) for w in words)
        countries = {p.label: p for p in (*told, *adjectives) if p is not None and p.body_kind == "country"}
        return next(iter(countries.values())) if len(countries) == 1 else None

    @cached_property
    def outlet(self) -> Entity | None:
        """Return the publisher as an entity."""
        name = self.article.publisher
        if not name:
            return None
        place = known_place(name, 0, 0)
        return Entity.named(EntityKind.ORGANISATION, place.label if place else name)


def read(article: Article, trees: Sequence[Tree]) -> Reading:
    """Read an article whose paragraphs are parsed."""
    return Reading(article, trees)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else text
