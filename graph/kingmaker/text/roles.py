"""Whom an office phrase stands for: the article's own table of holders, then dated knowledge, then who is in focus."""

from collections.abc import Sequence
from itertools import groupby

from kingmaker.lexicon.nouns import nouns
from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Holder, world
from kingmaker.model import Article, Entity
from kingmaker.text.discourse import Discourse
from kingmaker.text.focus import Posts
from kingmaker.text.holdings import Holding
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.offices import Office
from kingmaker.text.pronouns import Pronouns
from kingmaker.text.register import Person

NOBODY_YET = ("next", "designate")


class Roles:
    """The step of the sieve for "the prime minister", "the former mayor", "the South Carolina senator"."""

    def __init__(
        self, article: Article, told: Discourse, posts: Posts, holdings: Sequence[Holding],
        pronouns: Pronouns,
    ) -> None:  # fmt: skip
        self._day, self._told, self._posts, self._pronouns = article.published, told, posts, pronouns
        self._held: dict[str, list[tuple[str, Entity]]] = {}  # post id -> (status, holder)
        self._by_title: dict[str, list[tuple[str, Entity]]] = {}  # where the body is not told
        self._said_to_be: dict[str, list[Entity]] = {}  # post id -> holders told by a verb
        self._beside = {h.office: h.person for h in holdings}
        for holding in holdings:
            self._enter(holding)

    def _enter(self, holding: Holding) -> None:
        person, office = self._told.entity(holding.person), holding.office.office
        if person is None or office is None:
            return
        post = self._posts.of(office, holding.office.tree, holding.office.start)
        titled = self._by_title.setdefault(office.key.rstrip("*"), [])
        held = self._held.setdefault(post.id, []) if post is not None else []
        for table in (titled, held):
            if (office.status, person) not in table:
                table.append((office.status, person))

    def told_of(self, post: str) -> list[tuple[str, Entity]]:
        """Return the article's own table for a post: (status, holder) as its titles tell them."""
        return list(self._held.get(post, ()))

    def posts_held(self, person: Entity) -> list[str]:
        """Return the ids of the posts that the article says a person holds."""
        return [post for post, held in self._held.items() if ("current", person) in held]

    def all_told(self) -> list[tuple[str, list[tuple[str, Entity]]]]:
        """Return every post of the article's table."""
        return list(self._held.items())

    def ascribe(self, mentions: Sequence[Mention]) -> None:
        """Enter whom the article says to be something in a sentence: "was re-elected as leader", "is the chair"."""
        for mention in mentions:
            if mention.kind is not MentionKind.OFFICE or mention.office is None or mention.office.status != "current":
                continue
            post = self._posts.of(mention.office, mention.tree, mention.start)
            person = self._ascribed_to(mention)
            if post is not None and person is not None:
                self._said_to_be.setdefault(post.id, []).append(person)

    def _ascribed_to(self, mention: Mention) -> Entity | None:
        tree = self._told.trees[mention.tree]
        word = tree[mention.head]
        as_one = word.dep == "pobj" and tree[word.head].lower == "as"
        verb = next((w for w in tree.ancestors(word.i) if w.is_verb), word)
        if not (as_one or word.dep in ("attr", "oprd")) or tree.kid(verb.i, "neg") or not verb.is_verb:
            return None
        if verb.lemma not in nouns().verbs["holding"] or any(
            k.tag == "MD" or k.lower == "to" for k in tree.kids(verb.i)
        ):
            return None
        if verb.lemma == "be" and verb.tag not in ("VBZ", "VBP") and not tree.kid(verb.i, "aux"):
            return None  # "was the leader" tells of the past
        people = self._told.subjects(tree, verb.i)
        return people[0] if len(people) == 1 else None

    def before(self, person: Entity, places: int) -> Entity | None:
        """Return who, so many places before somebody, held the one post that he or she holds; only whom it names."""
        found = set()
        for post in map(self._posts.by_id, self.posts_held(person)):
            order = [name for name, _ in groupby(h.person for h in self._holders(post))] if post is not None else []
            at = order.index(person.label) - places if person.label in order else -1
            if at >= 0 and self._told.register.by_entity(known := self._of_world(order[at])) is not None:
                found.add(known)
        return found.pop() if len(found) == 1 else None

    def only_holder(self) -> Entity | None:
        """Return the one person of the article who holds anything by its titles."""
        holders = {p for told in self._by_title.values() for status, p in told if status == "current"}
        return holders.pop() if len(holders) == 1 else None

    def resolve(self, mention: Mention) -> Entity | None:
        """Return who an office phrase stands for: its neighbour, the article's holder, the world's."""
        beside = self._beside.get(mention)
        if beside is not None and mention.gender != "plural":
            return self._told.entity(beside)
        office = mention.office
        if office is not None and (after := self._named_after(mention) or self._gone_on(mention)) is not None:
            return after
        if office is None or office.status in NOBODY_YET or office.plural or office.indefinite:
            return None
        if self._is_of_post(mention) or self._is_any(mention):
            return None
        post = self._posts.of(office, mention.tree, mention.start)
        if post is None:
            return self._by_words(office, mention)
        told = [p for status, p in self._held.get(post.id, ()) if status == office.status]
        said = dict.fromkeys(self._said_to_be.get(post.id, ())) if office.status == "current" and not told else {}
        if len(told) == 1 or len(said) == 1:
            return next(iter(told or said))
        return self.known_holder(post, office.status, mention) or self._in_focus(office, post, mention)

    def _is_of_post(self, mention: Mention) -> bool:
        """Whether a title names the post and nobody in it: "as governor", "became governor", "the governor race"."""
        tree = self._told.trees[mention.tree]
        word = tree[mention.head]
        if word.dep in ("compound", "nmod"):
            return tree[word.head].pos == "NOUN"
        bare = tree[mention.start].lower not in ("the", "then", "its", "his", "her", "their", "our")
        if bare and mention.start and tree[mention.start - 1].lower == "as":
            return True  # however the parser takes "to succeed Obi as leader after Eze and Cole ruled themselves out"
        return bare and (word.dep in ("attr", "oprd", "pobj") or (word.dep == "conj" and tree[word.head].dep == "attr"))

    def _is_any(self, mention: Mention) -> bool:
        """Whether a title is of somebody yet unknown: "opposed a third Nordic secretary general in a row"."""
        tree = self._told.trees[mention.tree]
        first = (k for k in tree.kids(mention.head, "det") if k.i < mention.start)
        return any(k.lower in ("a", "an", "another", "any", "no") for k in first)

    def _named_after(self, mention: Mention) -> Entity | None:
        """ "A former judge, Mrs Addy was ..."; "A former mayor, she ...": the subject right after it."""
        tree = self._told.trees[mention.tree]
        if mention.start != tree.sentence(mention.start)[0] or tree[min(mention.end, len(tree) - 1)].text != ",":
            return None
        after = next((m for m in self._told.mentions_in(self._told.sentence(mention)) if m.start > mention.end), None)
        if after is None or not self._told.is_subject(after):
            return None
        gap = tree.words[mention.end + 1 : after.start]
        if any(w.lower.rstrip(".") not in terms().honorifics for w in gap):
            return None
        return self._told.entity(after) or self._pronouns.resolve(after)

    def _gone_on(self, mention: Mention) -> Entity | None:
        """ "Lord Roe is not: the former trade minister said ...": the second half is about whom the first is."""
        tree, at = self._told.trees[mention.tree], mention.start
        if mention.office is None or mention.office.status != "former" or not at or tree[at - 1].text not in (":", ";"):
            return None
        before = [m for m in self._told.said_in(self._told.sentence(mention)) if m.start < at]
        before = [m for m in before if self._told.is_subject(m)] if len(before) > 1 else before
        people = dict.fromkeys(e for m in before if (e := self._told.entity(m)) is not None)
        fits = self._told.is_subject(mention) and tree[at].lower == "the"
        return next(iter(people)) if fits and len(people) == 1 else None

    def _by_words(self, office: Office, mention: Mention) -> Entity | None:
        """Return the one person of the article who bears a title of which no body is told."""
        told = {p for status, p in self._by_title.get(office.key.rstrip("*"), ()) if status == office.status}
        if len(told) == 1:
            return told.pop()
        return self._in_focus(office, None, mention) if not told else None

    def known_holder(self, post: Entity, status: str, mention: Mention) -> Entity | None:
        """Return who holds a post on the day of publication, or the one person of the article who once did."""
        now = {h.person for h in self._on(post, self._day)}
        if status == "current":
            return self._of_world(now.pop()) if len(now) == 1 else None
        named = {h.person for h in self._holders(post) if (not self._day or h.start <= self._day)
                 and self._told.register.by_entity(self._of_world(h.person))}  # fmt: skip
        former = {self._of_world(n) for n in named - now}
        lately, about = set(self._lately(mention)), self._told.subject_before(mention)
        if len(former) > 1:
            former &= lately
        if about is not None and about not in former and not former & lately and not world().posts_of(about.label):
            return None  # rather somebody just named of whom nothing is known
        return former.pop() if len(former) == 1 else None

    def _lately(self, mention: Mention, sentences: int = 2) -> list[Entity]:
        """Return the people of the last sentences before a mention."""
        found: list[Entity] = []
        for back, sentence in enumerate(self._told.before(self._told.sentence(mention)), start=1):
            found += [e for m in self._told.said_in(sentence) if (e := self._told.entity(m)) is not None]
            if back == sentences:
                break
        return found

    def _holders(self, post: Entity) -> tuple[Holder, ...]:
        key, of = self._posts.key(post), post.of
        return world().holders(key, of.label) if key and of else ()

    def _on(self, post: Entity, day: str | None) -> tuple[Holder, ...]:
        key, of = self._posts.key(post), post.of
        return world().holders(key, of.label, day) if key and of and day else ()

    def _of_world(self, name: str) -> Entity:
        register = self._told.register
        known = register.bearers(name)
        return register.entity(known[0] if len(known) == 1 else Person(name, names=[name]))

    def _in_focus(self, office: Office, post: Entity | None, mention: Mention) -> Entity | None:
        """Return who the sentence before is about, where a description adds what he or she is.

        "The South Carolina senator", "the former mayor": titles that many bear, or bore. "The mayor" alone
        is rather somebody whom the article has not named.
        """
        many = office.status == "former" or self._is_of_many(office) or self._is_bare_portfolio(office, post, mention)
        many = many or self._goes_on(mention)
        definite = mention.text.lower().startswith(("the ", "then "))
        if not many or not definite or not self._told.is_subject(mention) or "previous" in mention.text.lower():
            return None
        person = self._told.subject_before(mention)
        if person is None or any(self._told.entity(m) == person for m in self._earlier(mention)):
            return None
        holds = {p for p, told in self._held.items() if any(e == person for _, e in told)}
        return None if post is not None and post.id in holds else person

    def _earlier(self, mention: Mention) -> list[Mention]:
        """Return the people of the same sentence who are somebody else: they are its subject, or named."""
        said = self._told.said_in(self._told.sentence(mention))
        return [m for m in said if m.start < mention.start
                and (self._told.is_subject(m) or m.kind is not MentionKind.PRONOUN)]  # fmt: skip

    def _goes_on(self, mention: Mention) -> bool:
        """Whether a sentence tells on how somebody named just before fares: "the chair of the committee came last"."""
        if mention.tree in self._told.topics:
            return True
        tree = self._told.trees[mention.tree]
        return tree[tree[mention.head].head].lemma in nouns().verbs["faring"]

    def _is_bare_portfolio(self, office: Office, post: Entity | None, mention: Mention) -> bool:
        """ "The energy minister": a charge without a country, and not the one in contest, is that of somebody known."""
        focus = self._posts.focus(mention.tree, mention.start)
        return ": " in office.key and office.place is None and (post is None or focus is None or post.id != focus.id)

    def _is_of_many(self, office: Office) -> bool:
        words = office.title.lower().split()
        return words[-1] in nouns().of_many or words[0] in terms().ranks
