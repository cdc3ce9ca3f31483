"""Who has been spoken of so far: the linked mentions of an article by sentence, with number and gender."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from kingmaker.lexicon.nouns import nouns
from kingmaker.model import Entity, EntityKind
from kingmaker.text.clauses import surface_subject
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.register import Register
from kingmaker.text.tree import Tree

Sentence = tuple[int, int]  # index of the tree, number of the sentence in it
GENDERS = ("m", "f")
ASIDE = ("headline", "heading", "furniture")  # blocks that stand outside the running text


class Discourse:
    """The links made so far; every step of the sieve reads them, `Links` alone adds to them."""

    def __init__(self, trees: Sequence[Tree], mentions: Iterable[Mention], register: Register) -> None:
        self.trees: Mapping[int, Tree] = {t.index: t for t in trees}
        self.register = register
        self.linked: dict[Mention, tuple[Entity, ...]] = {}
        self.stands_for: dict[Mention, tuple[Mention, ...]] = {}  # which groups a word stands for
        self._genders = {p.name: p.gender for p in register.people}
        self._said: dict[Sentence, list[Mention]] = {}
        self._all: dict[Sentence, list[Mention]] = {}
        self._first: dict[str, tuple[int, int]] = {}
        self._times: Counter[str] = Counter()
        self._at: dict[tuple[int, int], Mention] = {}
        for mention in mentions:
            self._all.setdefault(self.sentence(mention), []).append(mention)
            self._at.update({(mention.tree, i): mention for i in range(mention.start, mention.end)})

    def sentence(self, mention: Mention) -> Sentence:
        """Return the sentence a mention stands in."""
        return mention.tree, self.trees[mention.tree][mention.start].sent

    def add(self, mention: Mention, entities: tuple[Entity, ...]) -> None:
        """Enter whom a mention stands for."""
        self.linked[mention] = entities
        if entities and all(e.kind is EntityKind.PERSON for e in entities):
            self._said.setdefault(self.sentence(mention), []).append(mention)
            self._times.update(e.id for e in entities)
            for entity in entities:
                at = self._first.setdefault(entity.id, (mention.tree, mention.start))
                self._first[entity.id] = min(at, (mention.tree, mention.start))

    @cached_property
    def topics(self) -> Mapping[int, Entity]:
        """Return the paragraphs that stand under a person's name alone, as in a list of who is in the running."""
        found = {}
        for index, tree in self.trees.items():
            named = [m for m in self._all.get((index, 0), []) if m.kind is MentionKind.PERSON]
            alone = len(named) == 1 and all(
                w.i in range(named[0].start, named[0].end) or not w.text.isalpha() for w in tree.words
            )
            if alone and index + 1 in self.trees and (person := self.entity(named[0])) is not None:
                found[index + 1] = person
        return found

    def first(self, person: Entity) -> tuple[int, int]:
        """Return where somebody is first named."""
        return self._first.get(person.id, (-1, -1))

    def times(self, person: Entity) -> int:
        """Return how often somebody has been spoken of so far."""
        return self._times[person.id]

    def learn(self, entity: Entity, gender: str) -> None:
        """Enter the gender the article tells of somebody, where nothing surer does."""
        if not self._genders.get(entity.label):
            self._genders[entity.label] = gender

    def at(self, tree: int, word: int) -> Mention | None:
        """Return the mention that a word is part of."""
        return self._at.get((tree, word))

    def entity(self, mention: Mention) -> Entity | None:
        """Return the one person a mention is linked to."""
        found = self.linked.get(mention, ())
        return found[0] if len(found) == 1 else None

    def person_at(self, tree: int, word: int) -> Entity | None:
        """Return the one person that a word refers to, as far as is known."""
        mention = self.at(tree, word)
        return self.entity(mention) if mention is not None else None

    def mentions_in(self, sentence: Sentence) -> list[Mention]:
        """Return all mentions of a sentence, linked or not."""
        return self._all.get(sentence, [])

    def said_in(self, sentence: Sentence) -> list[Mention]:
        """Return the mentions of a sentence that are linked to people so far, in the order of linking."""
        return self._said.get(sentence, [])

    def said_within(self, tree: int) -> list[Mention]:
        """Return the linked mentions of a whole paragraph."""
        return [m for (at, _), said in self._said.items() if at == tree for m in said]

    def gender_of(self, person: Entity) -> str:
        """Return the gender of somebody, or "" where nothing tells it."""
        told = self._genders.get(person.label, "")
        return told if told in GENDERS else ""

    def gender(self, mention: Mention) -> str:
        """Return the gender of whom a mention stands for, or "" where nothing tells it."""
        entity = self.entity(mention)
        told = self._genders.get(entity.label, "") if entity is not None else ""
        return told if told in GENDERS else (mention.gender if mention.gender in GENDERS else "")

    def fits(self, mention: Mention, gender: str) -> bool:
        """Whether a mention may be of this gender."""
        return gender not in GENDERS or self.gender(mention) in ("", gender)

    def before(self, sentence: Sentence) -> Iterator[Sentence]:
        """Yield the sentences before one, nearest first; headings and headlines are passed over."""
        tree, sent = sentence
        while True:
            sent -= 1
            while sent < 0:
                tree -= 1
                if tree not in self.trees:
                    return
                here = self.trees[tree]
                sent = here.words[-1].sent if here.words and here.block.role not in ASIDE else -1
            yield tree, sent

    def is_subject(self, mention: Mention) -> bool:
        """Whether a mention is, alone or with others, the subject of a clause, or put after its verb ("Next was X")."""
        tree = self.trees[mention.tree]
        word = tree[mention.head]
        while word.dep == "conj" and word.head != word.i:
            word = tree[word.head]  # "Costa and Reis arrived": both are the subject
        inverted = word.dep == "attr" and tree[word.head].lemma == "be" and not surface_subject(tree, word.head)
        return word.dep in ("nsubj", "nsubjpass") or inverted

    def is_main_subject(self, mention: Mention) -> bool:
        """Whether a mention is the subject of the sentence itself, not of a clause within it."""
        tree = self.trees[mention.tree]
        word = tree[mention.head]
        while word.dep == "conj" and word.head != word.i and not word.is_verb:
            word = tree[word.head]
        verb = tree[word.head]
        while verb.dep == "conj" and verb.head != verb.i:
            verb = tree[verb.head]
        return self.is_subject(mention) and verb.dep in ("ROOT", "parataxis")

    def is_reported(self, mention: Mention) -> bool:
        """Whether a mention is the subject of a clause that the sentence reports: "Rowe said Moss had lost"."""
        tree = self.trees[mention.tree]
        return tree[tree[mention.head].head].dep in ("ccomp", "xcomp")

    def is_nested(self, mention: Mention) -> bool:
        """Whether somebody is named only to say who another is: "a spokesman for Sunak", "Sunak's lawyer"."""
        tree = self.trees[mention.tree]
        word = tree[mention.head]
        while word.dep == "conj" and word.head != word.i:
            word = tree[word.head]
        above = tree[word.head]
        if word.dep == "poss":
            owned = self.at(mention.tree, above.i)
            return owned is not None and owned.kind in (MentionKind.ANONYMOUS, MentionKind.NOMINAL, MentionKind.PERSON)
        noun = tree[above.head]
        return word.dep == "pobj" and above.lower in ("for", "of", "to") and (
            noun.pos == "NOUN" or noun.lower == "close") and noun.dep in ("nsubj", "appos", "amod")  # fmt: skip

    def subjects(self, tree: Tree, verb: int) -> list[Entity]:
        """Return the people that are the grammatical subject of a verb."""
        found = (self.person_at(tree.index, s) for s in surface_subject(tree, verb))
        return [e for e in found if e is not None]

    def people_before(self, mention: Mention) -> list[Mention]:
        """Return the mentions of people in the nearest sentence before that has any: this paragraph's or the last's."""
        for back, sentence in enumerate(self.before(self.sentence(mention))):
            if sentence[0] < mention.tree - 1 or back > 1:
                break
            if found := [m for m in self.said_in(sentence) if self.entity(m) is not None and not self.is_nested(m)]:
                return found
        return []

    def subject_before(self, mention: Mention) -> Entity | None:
        """Return the person whom the sentence before a mention is about: its only one, or its subject.

        Whom somebody appoints or dismisses is more in focus than who does it.
        """
        if (topic := self.topics.get(mention.tree)) is not None:
            return topic
        found = self.people_before(mention)
        people = dict.fromkeys(e for m in found if (e := self.entity(m)) is not None)
        if len(people) < 2:
            return next(iter(people), None)
        about = [m for m in found if self.is_main_subject(m)]
        tree, sent = self.sentence(found[0])
        disposing = {w.i for w in self.trees[tree].words
                     if w.sent == sent and w.is_verb and w.lemma in nouns().verbs["disposing"]}  # fmt: skip
        if disposing:
            about = [m for m in found if self._is_object(m, disposing)] if len(people) == 2 else []
        people = dict.fromkeys(e for m in about if (e := self.entity(m)) is not None)
        return next(iter(people)) if len(people) == 1 else None

    def _is_object(self, mention: Mention, verbs: set[int]) -> bool:
        tree = self.trees[mention.tree]
        word = tree[mention.head]
        while word.dep == "conj" and word.head != word.i:
            word = tree[word.head]
        return word.dep == "dobj" and word.head in verbs

    def only_one_before(self, mention: Mention, gender: str = "") -> Entity | None:
        """Return the one person of the sentence before a mention, or the one of it who may be of this gender."""
        if (topic := self.topics.get(mention.tree)) is not None:
            return topic
        found = [m for m in self.people_before(mention) if not gender or self.fits(m, gender)]
        people = dict.fromkeys(e for m in found if (e := self.entity(m)) is not None)
        return next(iter(people)) if len(people) == 1 else None
