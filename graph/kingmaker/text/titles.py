"""What a bare title stands for: "the prime minister", "Deputy Governor Sethi", "its leader"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kingmaker.lexicon.entries import Region
from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.model import Article, Entity, EntityKind
from kingmaker.text.attached import attached_place, spoken_in
from kingmaker.text.bare import head_of_country, is_head_of_state, justice_at, of_others
from kingmaker.text.bearers import of_bearer, of_named
from kingmaker.text.branches import is_many_headed
from kingmaker.text.embassies import host
from kingmaker.text.homes import Homes
from kingmaker.text.levels import Levels
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.offices import Office
from kingmaker.text.owners import only_party, owner
from kingmaker.text.particular import HEADS, has_post, house_of, is_told, particular_of, post_of, title_of
from kingmaker.text.places import Place, known_place
from kingmaker.text.posts import head_post, make_post
from kingmaker.text.tree import Tree

OPEN = ("Minister", "Secretary", "Leader", "Commissioner")  # too little to say which post
# Unions whose head is their commission's where the article speaks of that.
COMMISSIONS = {
    "African Union": "African Union Commission",
    "Economic Community of West African States": "ECOWAS Commission",
}
EUROPE = ("European Commission", "European Union", "European Parliament")


class Titles:
    """The titles of one article, each with the post it means by the surest sign there is."""

    def __init__(
        self, article: Article, trees: Sequence[Tree], mentions: Sequence[Mention], held: Mapping[Mention, str],
        people: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """Read the posts named in `mentions`; those in `held` are titles beside the name given."""
        homes = Homes(article, trees, mentions)
        self._home, self._region, self.dated = homes.home(), homes.home("region"), homes.dated
        self._local_homes = {t.index: homes.paragraph(t.index, self._home) for t in trees}
        self._day, self._people = article.published, tuple(people)
        self._bearers = {(m.tree, m.start): name for m, name in held.items()}
        self._bodies = sorted({m.place.label: m.place for m in mentions if m.place and m.place.head_title}.items())
        self._holders: dict[str, set[str]] = {}
        self._trees = {t.index: t for t in trees}
        self._by_tree: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._by_tree.setdefault(mention.tree, []).append(mention)
        self._attached: dict[tuple[int, int], Place | None] = {}
        self._offices = [m for m in mentions if m.kind is MentionKind.OFFICE and m.office is not None]
        self._levels = Levels.of(self._offices, self._trees, self._home, self._region)
        self._places = [m for m in mentions if m.place is not None]
        self._labels = {p.label for p in self._all_places()}
        self._by_key: dict[str, list[Entity]] = {}
        self._keys: dict[str, str] = {}
        self._known: dict[str, Entity] = {}
        for mention in self._offices:
            if mention.office and mention.office.post and not self._is_member(mention.office):
                post = self._localised(mention.office) or mention.office.post
                self._add(mention.office.key, post)
                if mention in held:
                    self._holders.setdefault(post.id, set()).add(held[mention].split()[-1])

        for mention in self._offices:
            office = mention.office
            told = self.of(office, mention.tree, mention.start, None) if office and mention in held else None
            if office is not None and told is not None and office.post is None:
                self._add(office.key, told)
                self._holders.setdefault(told.id, set()).add(held[mention].split()[-1])

    def _add(self, key: str, post: Entity) -> None:
        known = self._by_key.setdefault(key.rstrip("*"), [])
        if post.id not in {p.id for p in known}:
            known.append(post)
        self._keys.setdefault(post.id, key.rstrip("*"))

    @property
    def home(self) -> Place | None:
        """The country whose posts the article takes for granted."""
        return self._home

    @property
    def region(self) -> Place | None:
        """The part of a country whose posts the article takes for granted."""
        return self._region

    @property
    def cabinet(self) -> Place | None:
        """The country, or the part of it, whose ministries the article takes for granted."""
        return self._levels.cabinet

    def all(self) -> tuple[Entity, ...]:
        """Return every post of the article, in order."""
        return tuple(self._known.values())

    def local(self, place: Place) -> Place:
        """Return the body that a name means at home ("Supreme Court"), or the place as it is."""
        commission = COMMISSIONS.get(place.label)
        if commission in self._labels:
            return known_place(commission, place.start, place.end) or place
        if place.label == "Parliament" and not place.known and self._labels & set(EUROPE):
            return known_place("European Parliament", place.start, place.end) or place
        if place.known or self._home is None:
            return place
        body = world().body(place.label, self._home.label)
        return known_place(body.name, place.start, place.end) or place if body is not None else place

    def remember(self, post: Entity) -> None:
        """Enter a post that the article tells without a title."""
        self._known.setdefault(post.id, post)

    def key(self, post: Entity) -> str | None:
        """Return what identifies a post among those of its body ("Prime Minister"), as the lexicon's holders use it."""
        office = world().office(post.title, post.of.label) if post.title and post.of else None
        return office.key if office is not None else self._keys.get(post.id)

    def by_id(self, post: str) -> Entity | None:
        """Return the post of an id, as it was first called."""
        return self._known.get(post)

    def of(self, office: Office, tree: int, at: int, focused: Entity | None) -> Entity | None:
        """Return the post an office phrase names, its body from the context where it does not say; None if open.

        `focused` is the post in contest last named before it.
        """
        if self._is_member(office):
            return None
        post = self._localised(office) or office.post or self._in_context(office, tree, at, focused)
        if post is not None:
            self._keys.setdefault(post.id, office.key.rstrip("*"))
            self._known.setdefault(post.id, post)
        return post

    def _is_member(self, office: Office) -> bool:
        """ "Congress leader Ravi Roy": any of the party's politicians."""
        label = self.local(office.place).label if office.title == "Leader" and office.place is not None else ""
        return bool(label) and is_many_headed(world().body(label))

    def _localised(self, office: Office) -> Entity | None:
        """ "Supreme Court justice", "the Met commissioner": of the body that is called so at home."""
        if office.post is None or office.place is None:
            return None
        place = self.local(office.place)
        return post_of(office, place) if place != office.place and place.known else None

    def _in_context(self, office: Office, tree: int, at: int, focused: Entity | None) -> Entity | None:
        """Return the post of a title that does not say of what, by the surest sign there is."""
        office = self._levels.read(office)
        key, bearer = office.key.rstrip("*"), self._bearers.get((tree, at))
        if office.place is not None and office.base in terms().legislators:
            return None
        if key == "Leader of a country":
            return head_of_country(office, bearer, self._by_key)
        if "embassy" in office.scopes and ": " not in key:
            sent = self._sent if office.destination else self._ambassador
            return sent(office, key, tree, at)
        if bearer is not None and (told := of_bearer(office, key, bearer, self._day or "")) is not None:
            return told
        if (beside := self._beside(office, tree, at)) is not None:
            return beside
        if (region := self._levels.place(self._trees[tree], office)) is not None:
            return post_of(office, region)
        if key == "Justice" and self._trees[tree][at].is_capital:
            return justice_at(self._home, self._all_places())
        if office.whose in terms().body_nouns:
            party = only_party(self._by_tree.get(tree, []), self._places) if office.whose == "party" else None
            return post_of(office, party)
        if office.owned:
            place = owner(self._trees[tree], self._by_tree.get(tree, []), at, office.scopes)
            if place is not None:
                return post_of(office, self.local(place))
        known = self._by_key.get(key, [])
        if office.title.lower().startswith("state ") and "region" in office.scopes:
            known = [p for p in known if p.of is not None and isinstance(world().country(p.of.label), Region)]
        if bearer is not None:
            known = [p for p in known if self._holders.get(p.id, {bearer.split()[-1]}) == {bearer.split()[-1]}]
        if len(known) == 1 and (
            "country" not in office.scopes or known[0].of is None or not self._home_differs(known[0])
        ):
            return known[0]
        at_home = [p for p in known if self._home and p.of is not None and p.of.label == self._home.label]
        if at_home:
            return at_home[0]
        if focused is not None and self._keys.get(focused.id) == key:
            return focused
        told = self._of_deputy(office, key) or of_others(office, key, self._trees[tree], self._by_key)
        if told is not None:
            return told
        if key.startswith("Commissioner: ") and any(p.label in EUROPE for p in self._all_places()):
            return post_of(office, known_place("European Commission", 0, 0))
        of_body = self._of_body(key)
        if of_body is not None or (
            "company" in office.scopes
            and not is_head_of_state(office, self._trees[tree], self._by_tree.get(tree, []), at, self._home)
        ):
            return of_body  # a chief executive of nothing named may be a company's
        return (
            of_named(office, key, [p for p in self._people if not bearer or p.split()[-1] in bearer.split()], self._day)
            or self._post_at(office, spoken_in(self._trees[tree], self._by_tree.get(tree, []), at))
            or self._particular(office)
            or self._at_home(office, key, self._home_at(office, tree, at))
        )

    def _ambassador(self, office: Office, key: str, tree: int, at: int) -> Entity | None:
        """ "Russia's ambassador": to the body that is spoken of, else to the country the article is at home in."""
        if office.place is None:
            before = [m for m in self._by_tree.get(tree, []) if m.start < at and m.office and m.office.destination]
            told = [self.of(m.office, tree, m.start, None) for m in before if m.office and m.office.key == office.key]
            known = [p for p in told if p is not None] or self._by_key.get(key, [])
            return known[0] if len({p.id for p in known}) == 1 else None
        title = title_of(office)
        here = {m.place.label for m in self._by_tree.get(tree, []) if m.place is not None}
        destination = host(office.place.label, here, self._labels, self._home.label if self._home else None)
        return make_post(office.title, title, key, office.place, destination) if title and destination else None

    def _sent(self, office: Office, key: str, tree: int, at: int) -> Entity | None:
        """ "Name her ambassador to Japan": of whom the article sends there, else of the country it is at home in."""
        known = [p for p in self._by_key.get(key, []) if p.title and p.title.endswith(f" to {office.destination}")]
        if len(known) == 1:
            return known[0]
        if office.owned:
            return post_of(office, owner(self._trees[tree], self._by_tree.get(tree, []), at, office.scopes))
        beside, home = self._beside(office, tree, at), self._home_at(office, tree, at)
        return beside or (post_of(office, home) if home is not None and home.label != office.destination else None)

    def _beside(self, office: Office, tree: int, at: int) -> Entity | None:
        """ "Pakistan's nominee, former environment secretary X", "Governor X of Texas": by the words about it."""
        if (tree, at) not in self._attached:
            here = self._by_tree.get(tree, [])
            mention = next((m for m in here if m.start == at), None)
            self._attached[tree, at] = (
                attached_place(self._trees[tree], here, mention, office.scopes) if mention else None
            )
        place = self._attached[tree, at]
        return self._post_at(office, place)

    def _post_at(self, office: Office, place: Place | None) -> Entity | None:
        """Return the post of a title at a country or region, if it is of such."""
        title = title_of(office)
        bare = office.key in OPEN and not is_told(office)
        if place is None or title is None or title.generic or bare or place.body_kind not in office.scopes:
            return None
        return post_of(office, place)

    def _of_deputy(self, office: Office, key: str) -> Entity | None:
        """ "Deputy Governor Sethi": of the body whose governor the article speaks of, where it is one body."""
        ranks = [w for w in key.split(": ")[0].split() if w.lower() in terms().ranks]
        if not ranks or office.place is not None:
            return None
        base = " ".join(w for w in key.split() if w not in ranks)
        places = {p.of.label for p in self._by_key.get(base, []) if p.of is not None}
        place = known_place(next(iter(places)), 0, 0) if len(places) == 1 else None
        own = next((m.office.place for m in self._offices if m.office and m.office.place
                    and m.office.place.label in places), None)  # fmt: skip
        return post_of(office, place or own) if len(places) == 1 else None

    def _of_body(self, key: str) -> Entity | None:
        """ "The secretary general": of the one body in the article whose head is called so."""
        places = [p for _, p in self._bodies if p.head_title == key and key not in HEADS]
        return head_post(places[0]) if len(places) == 1 else None

    def _all_places(self) -> Iterator[Place]:
        yield from (m.place for m in self._places if m.place is not None)
        yield from (m.office.place for m in self._offices if m.office and m.office.place)

    def _particular(self, office: Office) -> Entity | None:
        """Return the post of a title that only one country has, unless the article is another's and never names it."""
        place = particular_of(office)
        if place is None:
            return None
        countries = {p.label for p in self._all_places() if p.kind is EntityKind.COUNTRY}
        if self._home is not None:
            countries.add(self._home.label)
        body = world().body(place.label)
        of = body.country if body is not None else place.label
        return post_of(office, place) if of is None or not countries or of in countries else None

    def _home_differs(self, post: Entity) -> bool:
        return bool(self._home and post.of and post.of.kind is EntityKind.COUNTRY and post.of.label != self._home.label)

    def _home_at(self, office: Office, tree: int, at: int) -> Place | None:
        """Return whose titles go without saying at a word: the paragraph's own country, else the article's."""
        local = self._local_homes.get(tree)
        return local[1] if local is not None and local[0] <= at and not office.indefinite else self._home

    def _at_home(self, office: Office, key: str, home: Place | None) -> Entity | None:
        if home is not None and office.title.lower().endswith("bank governor"):
            return post_of(office, home)
        if "region" in office.scopes and "country" not in office.scopes and self._region is not None:
            return post_of(office, self._region)
        if key == "Speaker" and home is not None:
            return post_of(office, house_of(home.label))
        if home is None or not {"country", "embassy"} & set(office.scopes) or (key in OPEN and not is_told(office)):
            return None
        title = title_of(office)
        here = not home.known or world().office(office.title, home.label) or has_post(key, home.label)
        return post_of(office, home) if title is not None and (here or title.rank != 1) else None
