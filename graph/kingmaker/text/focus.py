"""Which post a phrase speaks of where it does not say: the article's home, and the post in focus."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Title, world
from kingmaker.model import Article, Entity, EntityKind
from kingmaker.text.homes import home_of
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.offices import Office
from kingmaker.text.places import known_place
from kingmaker.text.posts import head_post, make_post
from kingmaker.text.tree import Tree

ARENA = 4  # words of another arena that make an article one of it
POLITICS = frozenset({
    "minister", "president", "government", "parliament", "election", "senate", "cabinet", "party", "governor", "mayor",
    "ambassador", "commissioner", "coalition", "opposition", "voters", "allies", "lawmakers", "mps", "senator",
})  # fmt: skip
HEAD = 3  # paragraphs: what a report is about stands in its headline, standfirst or lead


class Posts:
    """The posts of one article: what a bare title stands for, and which post is in focus where."""

    def __init__(
        self, article: Article, trees: Sequence[Tree], mentions: Sequence[Mention], held: Mapping[Mention, str],
        people: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """Read the posts named in `mentions`; those in `held` are titles beside the name given, not to be filled."""
        self._home, self._region = home_of(article, mentions), home_of(article, mentions, "region")
        self._held, self._day, self._people = held, article.published, tuple(people)
        self._bearers = {(m.tree, m.start): name for m, name in held.items()}
        self._bodies = sorted({m.place.label: m.place for m in mentions if m.place and m.place.head_title}.items())
        self._holders: dict[str, set[str]] = {}
        self._trees = {t.index: t for t in trees}
        self._offices = [m for m in mentions if m.kind is MentionKind.OFFICE and m.office is not None]
        self._places = [m for m in mentions if m.place is not None]
        self._by_key: dict[str, list[Entity]] = {}
        self._keys: dict[str, str] = {}
        self._known: dict[str, Entity] = {}
        self._focus: list[tuple[int, int, Entity]] = []
        self._main: Entity | None = None
        for mention in self._offices:
            if mention.office and mention.office.post:
                self._add(mention.office.key, mention.office.post)
                if mention in held:
                    self._holders.setdefault(mention.office.post.id, set()).add(held[mention].split()[-1])
        self._find_focus(article)

    def _find_focus(self, article: Article) -> None:
        if self._elsewhere():
            return
        weights: Counter[str] = Counter()
        posts: dict[str, Entity] = {}
        title = (article.title or "").lower()
        for mention in self._offices:
            office = mention.office
            if office is None or office.plural or office.status == "former":
                continue
            beside = mention in self._held
            sought = not beside and (office.status == "next" or self._filling(mention))
            post = self.of(office, mention.tree, mention.start) if sought or office.post else None
            if post is None:
                continue
            if sought:
                self._focus.append((mention.tree, mention.start, post))
            posts.setdefault(post.id, post)
            named = post.of is not None and post.of.label.lower() in title
            head = mention.tree < HEAD and not beside
            weights[post.id] += 1 + sought + (office.status == "next") + 2 * head + 2 * (named and head)
        for tree, at, post in self._implied():
            self._focus.append((tree, at, post))
            posts.setdefault(post.id, post)
            self._known.setdefault(post.id, post)
            weights[post.id] += 2 + 2 * (tree < HEAD)
        for post in self._in_title(title):
            posts.setdefault(post.id, post)
            self._known.setdefault(post.id, post)
            weights[post.id] += 3
        self._focus.sort(key=lambda f: (f[0], f[1]))
        ranked = weights.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            self._main = posts[ranked[0][0]]

    def _elsewhere(self) -> bool:
        """Whether the article plays in another arena, where a race is a horse's and a job a manager's."""
        words = [w.lower for t in self._trees.values() for w in t.words if w.pos in ("NOUN", "PROPN")]
        told = sum(w in terms().arenas for w in words)
        return told >= ARENA and told > sum(w in POLITICS for w in words)

    def _in_title(self, title: str) -> Iterator[Entity]:
        """Yield the posts of the heads of bodies that the article's title names."""
        words = f" {re.sub(r'[^a-z0-9]+', ' ', title)} "
        told = {m.place.label: m.place for m in self._places if m.place and m.place.head_title and m.place.known}
        for label, place in sorted(told.items()):
            if f" {re.sub(r'[^a-z0-9]+', ' ', label.lower())} " in words and (post := head_post(place)) is not None:
                yield post

    def _implied(self) -> Iterator[tuple[int, int, Entity]]:
        """Yield posts told without a title: "to lead NATO", "the NATO race", "NATO's top job"."""
        for mention in self._places:
            tree = self._trees[mention.tree]
            word, above = tree[mention.head], tree[tree[mention.head].head]
            leads = word.dep == "dobj" and above.lemma in terms().leading
            beside = above if word.dep in ("compound", "poss", "nmod") else None
            noun = tree[above.head] if word.dep == "pobj" and above.lower in ("for", "at", "of") else beside
            names_race = noun is not None and noun.lemma in terms().contests | terms().post_nouns
            sought = names_race and noun is not None and noun.lemma not in terms().particular
            if (leads or sought) and mention.place and (post := head_post(mention.place)) is not None:
                yield mention.tree, mention.start, post

    def _add(self, key: str, post: Entity) -> None:
        known = self._by_key.setdefault(key.rstrip("*"), [])
        if post.id not in {p.id for p in known}:
            known.append(post)
        self._keys.setdefault(post.id, key.rstrip("*"))

    def _filling(self, mention: Mention) -> bool:
        tree = self._trees[mention.tree]
        for depth, above in enumerate(tree.ancestors(mention.head)):
            if depth > 3:
                return False
            if above.lemma in terms().filling or above.lower in terms().contests or above.lower in terms().post_nouns:
                return True
            if above.is_verb:
                return False
        return False

    def key(self, post: Entity) -> str | None:
        """Return what identifies a post among those of its body ("Prime Minister"), as the lexicon's holders use it."""
        office = world().office(post.title, post.of.label) if post.title and post.of else None
        return office.key if office is not None else self._keys.get(post.id)

    def by_id(self, post: str) -> Entity | None:
        """Return the post of an id, as it was first called."""
        return self._known.get(post)

    def focus(self, tree: int, at: int) -> Entity | None:
        """Return the post in contest at a place in the text.

        The one last named before it in the same sentence; else the one the article is most about. Where
        the article is about several alike, the last one named before it, or the first after.
        """
        before = [(t, s, post) for t, s, post in self._focus if (t, s) <= (tree, at)]
        if before and before[-1][0] == tree and (self._main is None or self._same_sentence(tree, before[-1][1], at)):
            return before[-1][2]
        if self._main is not None:
            return self._main
        if before:
            return before[-1][2]
        return self._focus[0][2] if self._focus else None

    def _same_sentence(self, tree: int, a: int, b: int) -> bool:
        words = self._trees[tree].words
        return words[a].sent == words[min(b, len(words) - 1)].sent

    def of(self, office: Office, tree: int, at: int) -> Entity | None:
        """Return the post an office phrase names, its body from the context where it does not say; None if open."""
        post = office.post or self._in_context(office, tree, at)
        if post is not None:
            self._keys.setdefault(post.id, office.key.rstrip("*"))
            self._known.setdefault(post.id, post)
        return post

    def _in_context(self, office: Office, tree: int, at: int) -> Entity | None:
        """Return the post of a title that does not say of what, by the surest sign there is."""
        key, bearer = office.key.rstrip("*"), self._bearers.get((tree, at))
        if "embassy" in office.scopes and not office.destination:
            return None
        if bearer is not None and (told := self._of_bearer(office, key, bearer)) is not None:
            return told
        known = self._by_key.get(key, [])
        if bearer is not None:
            known = [p for p in known if self._holders.get(p.id, {bearer.split()[-1]}) == {bearer.split()[-1]}]
        if len(known) == 1 and (
            "country" not in office.scopes or known[0].of is None or not self._home_differs(known[0])
        ):
            return known[0]
        at_home = [p for p in known if self._home and p.of is not None and p.of.label == self._home.label]
        if at_home:
            return at_home[0]
        focused = self._focus_before(tree, at)
        if focused is not None and self._keys.get(focused.id) == key:
            return focused
        if "company" in office.scopes:
            return None  # a chief executive of nothing named may be a company's
        return self._of_body(key) or self._of_named(office, key) or _particular(office) or self._at_home(office, key)

    def _of_named(self, office: Office, key: str) -> Entity | None:
        """ "The chancellor", where one person of the article is known to hold one post of that title then."""
        if self._day is None or office.status != "current":
            return None
        held = {h.of for name in self._people for h in world().posts_of(name) if h.key == key
                and h in world().holders(key, h.of, self._day)}  # fmt: skip
        place, title = known_place(held.pop(), 0, 0) if len(held) == 1 else None, _title_of(office)
        return make_post(office.title, title, key, place, office.destination) if place and title else None

    def _of_bearer(self, office: Office, key: str, bearer: str) -> Entity | None:
        """ "President Emmanuel Macron": the one post of that title that the world knows its bearer by."""
        day = self._day or ""
        held = {h.of for h in world().person(bearer) if h.key == key and h.start[: len(day)] <= day[: len(h.start)]}
        if len(held) != 1:
            return None
        place, title = known_place(held.pop(), 0, 0), _title_of(office)
        return make_post(office.title, title, key, place, office.destination) if place and title else None

    def _of_body(self, key: str) -> Entity | None:
        """ "The secretary general": of the one body in the article whose head is called so."""
        title = world().title(key)
        places = [
            p
            for _, p in self._bodies
            if p.head_title == key and title and not {"country", "region"} & set(title.scopes)
        ]
        return head_post(places[0]) if len(places) == 1 else None

    def _home_differs(self, post: Entity) -> bool:
        return bool(self._home and post.of and post.of.kind is EntityKind.COUNTRY and post.of.label != self._home.label)

    def _focus_before(self, tree: int, at: int) -> Entity | None:
        before = [post for t, s, post in self._focus if (t, s) <= (tree, at)]
        return before[-1] if before else None

    def _at_home(self, office: Office, key: str) -> Entity | None:
        if "region" in office.scopes and "country" not in office.scopes and self._region is not None:
            title = _title_of(office)
            return make_post(office.title, title, key, self._region) if title else None
        if (
            self._home is None
            or "country" not in office.scopes
            or key in ("Minister", "Secretary", "Leader", "Commissioner")
        ):
            return None
        title = _title_of(office)
        if title is None or (self._home.known and title.rank == 1 and not _has_post(key, self._home.label)):
            return None
        return make_post(office.title, title, key, self._home, office.destination)


def _has_post(key: str, country: str) -> bool:
    """Whether a country has a head called so, as far as its holders are known ("Chancellor of Russia" it has not)."""
    heads = ("President", "Prime Minister", "Chancellor", "Taoiseach", "First Minister", "Premier", "King")
    known = [k for k in heads if world().holders(k, country)]
    return not known or key not in heads or key in known


def _title_of(office: Office) -> Title | None:
    """Return the lexicon's title behind an office phrase: the whole, else its last words ("Prime Minister")."""
    words = office.title.split()
    return next((t for n in range(len(words)) if (t := world().title(" ".join(words[n:]))) is not None), None)


def _particular(office: Office) -> Entity | None:
    """Return the post of a title that only one country has ("Home Secretary", "Taoiseach")."""
    title = world().title(office.title)
    if office.indefinite or (title is not None and len(title.scopes) > 1):
        return None
    found = {
        o.of for o in world().offices if office.title.lower() in {o.title.lower(), *(a.lower() for a in o.aliases)}
    }
    if len(found) != 1:
        return None
    of = found.pop()
    place, title = known_place(of, 0, 0), _title_of(office)
    if place is None or title is None or (" " not in office.title and title.name in ("Chancellor",)):
        return None
    return make_post(office.title, title, office.key, place)
