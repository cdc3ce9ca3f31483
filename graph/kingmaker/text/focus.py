"""Which post an article is about, and which one it speaks of where it does not say."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kingmaker.lexicon.terms import terms
from kingmaker.model import Article, Entity
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.offices import Office
from kingmaker.text.places import Place
from kingmaker.text.posts import head_post
from kingmaker.text.titles import Titles
from kingmaker.text.tree import Tree

ARENA = 4  # words of another arena that make an article one of it
POLITICS = frozenset({
    "minister", "president", "government", "parliament", "election", "senate", "cabinet", "party", "governor", "mayor",
    "ambassador", "commissioner", "coalition", "opposition", "voters", "allies", "lawmakers", "mps", "senator",
})  # fmt: skip
ENOUGH = 3  # the weight at which the first of equals is what the article is about
HEAD = 3  # paragraphs: what a report is about stands in its headline, standfirst or lead


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
        self._focus: list[tuple[int, int, Entity]] = []
        self._main: Entity | None = None
        self._find_focus(article)

    def key(self, post: Entity) -> str | None:
        """Return what identifies a post among those of its body; see `Titles.key`."""
        return self._titles.key(post)

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
        before = [post for t, s, post in self._focus if (t, s) <= (tree, at)]
        return self._titles.of(office, tree, at, before[-1] if before else None)

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
            self._titles.remember(post)
            weights[post.id] += 2 + 2 * (tree < HEAD)
        for post in self._in_title(title):
            posts.setdefault(post.id, post)
            self._titles.remember(post)
            weights[post.id] += 3
        self._focus.sort(key=lambda f: (f[0], f[1]))
        ranked = weights.most_common()
        best = [post for post, weight in ranked if weight == ranked[0][1]]
        first = next((post for _, _, post in self._focus if post.id in best), None)
        if len(best) == 1 or (first is not None and ranked[0][1] > ENOUGH):
            self._main = posts[best[0]] if len(best) == 1 else first

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
