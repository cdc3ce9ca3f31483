"""Which post an article is about, and which one it speaks of where it does not say."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kingmaker.lexicon.terms import terms
from kingmaker.model import Article, Entity
from kingmaker.text.electoral import electoral_post, electoral_words
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.offices import Office
from kingmaker.text.places import Place, known_place
from kingmaker.text.posts import head_post, title_noun, titled_post
from kingmaker.text.titles import Titles
from kingmaker.text.tree import Tree, Word
from kingmaker.text.turns_of_topic import Topic, is_aside, items, topics_of

ARENA = 4  # words of another arena that make an article one of it
MANY = 3  # posts of like weight that make an article a round-up, which is about none of them most
ENOUGH = 3  # the weight at which the first of equals is what the article is about
SOUGHT = 3  # what a mention as the post to be filled adds, and as much again at the head
TOLD = 3  # what a claim that names its post adds to the weight of being in contest
SCATTERED = 5  # posts in contest that make an article one of a reshuffle ...
SHARE = 4  # ... where none has more than one in so many of the places that tell of any
HEAD = 3  # paragraphs: what a report is about stands in its headline, standfirst or lead


class Told(NamedTuple):
    """A post that a claim's own words name: and where it does."""

    tree: int
    at: int
    post: Entity
    contest: bool  # False where somebody left the post without one


class Posts:
    """The posts of one article: what each title stands for, and which post is in contest where."""

    def __init__(
        self, article: Article, trees: Sequence[Tree], mentions: Sequence[Mention], held: Mapping[Mention, str],
        people: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """Read the posts named in `mentions`; those in `held` are titles beside the name given, not to be filled."""
        self._titles = Titles(article, trees, mentions, held, people)
        self._held = held
        self._trees = {t.index: t for t in trees}
        self._offices = [m for m in mentions if m.kind is MentionKind.OFFICE and m.office is not None]
        self._places = [m for m in mentions if m.place is not None]
        self._title = (article.title or "").lower()
        self._elsewhere = self._plays_elsewhere()
        self._seen: list[tuple[int, int, Entity]] = []  # every post named, and where
        self._sought: list[tuple[int, int, Entity]] = []  # where a post is one still to be filled
        self._contested: list[tuple[int, int, Entity]] = []  # the same, and where claims tell of it
        self._main: Entity | None = None
        self._items = items(trees, self._titles.dated)
        self._topics: dict[int, Topic] = {}
        self._scattered = False  # whether claims are about many posts alike, as in a reshuffle
        self.told_only = False  # while set, no post is in contest but where the words say so
        if not self._elsewhere:
            self._see()
            self._choose({})

    def key(self, post: Entity) -> str | None:
        """Return what identifies a post among those of its body; see `Titles.key`."""
        return self._titles.key(post)

    @property
    def home(self) -> Place | None:
        """The country whose posts the article takes for granted."""
        return self._titles.home

    def electoral(self, tree: int, at: int) -> Entity | None:
        """Return the post that a contest's adjective tells ("the presidential race")."""
        here = [m for m in self._places if m.tree == tree]
        return electoral_post(self._trees[tree], at, here, self._titles.home, self._titles.region)

    @property
    def cabinet(self) -> Place | None:
        """The country, or the part of it, whose ministries the article takes for granted."""
        return self._titles.cabinet

    def all(self) -> tuple[Entity, ...]:
        """Return every post of the article, in the order they were first named."""
        return self._titles.all()

    def local(self, place: Place) -> Place:
        """Return the body that a name means at home ("Supreme Court"), or the place as it is."""
        return self._titles.local(place)

    def by_id(self, post: str) -> Entity | None:
        """Return the post of an id, as it was first called."""
        return self._titles.by_id(post)

    def of(self, office: Office, tree: int, at: int) -> Entity | None:
        """Return the post an office phrase names, its body from the context where it does not say; None if open."""
        before = [post for t, s, post in self._sought if (t, s) <= (tree, at)]
        post = self._titles.of(office, tree, at, before[-1] if before else None)
        return None if post is not None and self._is_private(post) else post

    def _is_private(self, post: Entity) -> bool:
        """Whether a post is a firm's, a club's or a parish's: of a body that nobody knows, in an article of such."""
        if post.of is None or known_place(post.of.label, 0, 0) is not None:
            return False
        return self._elsewhere or bool(set(post.of.label.lower().split()) & terms().private_bodies)

    def settle(self, told: Iterable[Told]) -> None:
        """Choose the post in contest anew, from what the article's plain claims are about.

        `told` are the posts of claims whose own words name them.
        """
        if self._elsewhere:
            return
        weights: Counter[str] = Counter()
        counted: set[tuple[int, str]] = set()
        for tree, at, post, contest in told:
            if self.key(post) in terms().uncontested:
                continue
            self._titles.remember(post)
            self._contested.append((tree, at, post))
            if (tree, post.id) not in counted:
                weights[post.id] += (TOLD + TOLD * (tree < HEAD)) if contest else 1
            counted.add((tree, post.id))
        self._choose(weights)

    def focus(self, tree: int, at: int) -> Entity | None:
        """Return the post in contest at a place in the text.

        The one last named before it in the same sentence; else the one the article is most about. Where
        the article is about several alike, the last one named before it, or the first after.
        """
        if self.told_only:
            return None
        if tree in self._items:
            return self._of_item(tree, at)
        before = [(t, s, post) for t, s, post in self._contested if (t, s) <= (tree, at)]
        here = [s for s in before if s[0] == tree]
        same = [s for s in here if self._same_sentence(tree, s[1], at) and not is_aside(self._trees[tree], s[1], at)]
        if same or self._scattered or (here and self._main is None):
            return (same or here)[-1][2] if same or here else None
        topic = self._topics.get(tree)
        if topic is not None and topic.at < at:
            return topic.post
        if self._main is not None:
            return self._main
        if before:
            return before[-1][2]
        return self._contested[0][2] if self._contested else None

    def _of_item(self, tree: int, at: int) -> Entity | None:
        """Return the post an item of a round-up speaks of: by its own words alone."""
        told = [(s, post) for t, s, post in self._contested if t == tree]
        told = told or [(m.start, post) for m, post in self._loose(tree)]
        before = [post for s, post in told if s <= at]
        if before:
            return before[-1]
        return told[0][1] if told else None

    def _loose(self, tree: int) -> list[tuple[Mention, Entity]]:
        """Return the posts that a paragraph names other than by title beside a name."""
        told = [m for m in self._offices if m.tree == tree and m not in self._held and m.office]
        named = [(m, self.of(m.office, tree, m.start)) for m in told
                 if m.office and not m.office.plural and m.office.status != "former"
                 and m.office.key not in terms().uncontested]  # fmt: skip
        return [(m, post) for m, post in named if post is not None]

    def _same_sentence(self, tree: int, a: int, b: int) -> bool:
        words = self._trees[tree].words
        return words[a].sent == words[min(b, len(words) - 1)].sent

    def _see(self) -> None:
        """Note where posts are named, and where by the words around they are sought."""
        for mention in self._offices:
            office = mention.office
            if office is None or office.plural or office.status == "former" or office.key in terms().uncontested:
                continue
            sought = mention not in self._held and (office.status == "next" or self._filling(mention))
            post = self.of(office, mention.tree, mention.start) if sought or office.post else None
            if post is None:
                continue
            if sought:
                self._sought.append((mention.tree, mention.start, post))
            self._seen.append((mention.tree, mention.start, post))
        for tree, at, post in self._implied():
            self._sought.append((tree, at, post))
            self._titles.remember(post)
        self._contested = list(self._sought)

    def _choose(self, told: Mapping[str, int]) -> None:
        """Choose the one post the article is most about, of those it says to be in contest."""
        self._contested.sort(key=lambda f: (f[0], f[1], f[2].id))
        posts = {post.id: post for _, _, post in self._contested or self._seen}
        weights: Counter[str] = Counter(told)
        for tree, post in {(tree, post.id) for tree, _, post in self._seen}:
            weights[post] += 1 + 2 * (tree < HEAD)
        for tree, post in {(tree, post.id) for tree, _, post in self._sought}:
            weights[post] += SOUGHT + SOUGHT * (tree < HEAD)
        for headed in self._in_title(self._title):
            posts.setdefault(headed.id, headed)
            self._titles.remember(headed)
            weights[headed.id] += SOUGHT
        best = max((weights[post] for post in posts), default=0)
        ranked = [post for post in posts if weights[post] == best]
        first = next((post for _, _, post in self._contested if post.id in ranked), None)
        rivals = sum(weights[post] * 2 > best for post in posts) > MANY
        if len(ranked) == 1 and not rivals:
            self._main = posts[ranked[0]]
        else:
            self._main = first if best > ENOUGH and not rivals else None
        contested = Counter(post.id for _, _, post in self._contested)
        own = contested[self._main.id] if self._main is not None else 0
        self._scattered = len(contested) >= SCATTERED and own * SHARE < contested.total()
        if self._scattered:
            self._main = None
        offices = {t: self._loose(t) for t in self._trees}
        self._topics = topics_of(tuple(self._trees.values()), offices, self._main)

    def _filling(self, mention: Mention) -> bool:
        tree = self._trees[mention.tree]
        word = tree[mention.head]
        if word.dep == "nsubj" or (word.dep == "poss" and tree[word.head].lemma not in terms().post_nouns):
            return False  # "the governor named her", "the president's short list": who fills another post
        for depth, above in enumerate(tree.ancestors(mention.head)):
            if depth > 3:
                return False
            if above.lemma in terms().filling or above.lower in terms().contests or above.lower in terms().post_nouns:
                return True
            if above.is_verb:
                return False
        return False

    def _plays_elsewhere(self) -> bool:
        """Whether the article plays in another arena, where a race is a horse's and a job a manager's."""
        words = [w for t in self._trees.values() for w in t.words if w.pos in ("NOUN", "PROPN")]
        told = sum(w.lower in terms().arenas for w in words)
        # Horses and ships are named "Junior Minister" and "The Ambassador", so only common nouns tell of politics.
        return told >= ARENA and told > sum(w.lower in terms().politics for w in words if not w.is_capital)

    def _in_title(self, title: str) -> Iterator[Entity]:
        """Yield the posts of the heads of bodies that the article's title names."""
        words = f" {re.sub(r'[^a-z0-9]+', ' ', title)} "
        told = {m.place.label: m.place for m in self._places if m.place and m.place.head_title and m.place.known}
        for label, place in sorted(told.items()):
            if f" {re.sub(r'[^a-z0-9]+', ' ', label.lower())} " in words and (post := head_post(place)) is not None:
                yield post

    def _implied(self) -> Iterator[tuple[int, int, Entity]]:
        """Yield posts told without a title: "to lead NATO", "the NATO race", "NATO's top job", "presidential race"."""
        for tree in self._trees.values():
            for at, _ in electoral_words(tree):
                if (told := self.electoral(tree.index, at)) is not None:
                    yield tree.index, at, told
        for mention in self._places:
            tree = self._trees[mention.tree]
            word, above = tree[mention.head], tree[tree[mention.head].head]
            leads = word.dep == "dobj" and above.lemma in terms().leading
            beside = above if word.dep in ("compound", "poss", "nmod", "amod") else None
            noun = tree[above.head] if word.dep == "pobj" and above.lower in ("for", "at", "of") else beside
            post = None
            led = _led(tree, mention.head)
            if led is not None and mention.place is not None:
                post = titled_post(led, mention.place)  # "the Unity Party leadership race"
            elif noun is not None and noun.lower in terms().title_of:
                post = titled_post(
                    title_noun(tree, noun.i), self.local(mention.place) if mention.place else None
                )  # "the Tory leadership", "the presidency of France"
            elif leads or (noun is not None and _names_race(noun) and mention.place and not _is_party(mention.place)):
                post = head_post(mention.place) if mention.place else None
            if post is not None:
                yield mention.tree, mention.start, post


def _led(tree: Tree, at: int) -> str | None:
    """Return the "leadership" that stands between a body's name and the race for it."""
    race = tree[tree[at].head]
    if tree[at].dep not in ("compound", "poss", "nmod", "amod") or race.lemma not in terms().contests:
        return None
    between = [title_noun(tree, k.i) for k in tree.kids(race.i, "compound") if k.i > at and k.lower in terms().title_of]
    return between[0] if between else None


def _names_race(noun: Word) -> bool:
    return noun.lemma in terms().contests | terms().post_nouns and noun.lemma not in terms().particular


def _is_party(place: Place) -> bool:
    """Whether a race at a body is one for a candidate's place, not for the body's head: "the EPP primary"."""
    return place.body_kind == "party"
