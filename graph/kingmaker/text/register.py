"""The article's register: who is named in it, and which posts they hold by its own words."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kingmaker.ids import slug
from kingmaker.lexicon.world import Holder, world
from kingmaker.model import Entity, EntityKind
from kingmaker.text.mention import Mention, MentionKind

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# Whom a paper names by surname alone: who heads a state or a great body now.
HEADS = frozenset({
    "President", "Prime Minister", "Chancellor", "Taoiseach", "Secretary General", "Managing Director",
    "Director General",
})  # fmt: skip


@dataclass(slots=True)
class Person:
    """One person of the article, by the fullest name it gives."""

    name: str
    gender: str = ""
    names: list[str] = field(default_factory=list)
    private: bool = False  # known by one word only, so not the same person elsewhere

    @property
    def tails(self) -> set[str]:
        """Every ending of the name ("von der Leyen", "Leyen"), slugged."""
        words = self.name.split()
        while len(words) > 2 and words[-1].lower() in SUFFIXES:
            words.pop()
        if "of" in words:  # "Lord Rudd of Harle" is called Rudd
            words = words[: words.index("of")]
        return {slug(" ".join(words[i:])) for i in range(len(words))}


class Register:
    """The people of one article; a name that fits two of them stays open."""

    def __init__(self, article_id: str, published: str | None = None) -> None:
        self._scope, self._day = article_id, published
        self.people: list[Person] = []

    def read(self, mentions: Iterable[Mention]) -> None:
        """Enter every person named, full names first, so that a surname finds its bearer wherever he is named."""
        named = [m for m in mentions if m.kind is MentionKind.PERSON]
        for mention in sorted(named, key=lambda m: (-min(2, len(m.text.split())), m.tree, m.start)):
            self._enter(mention.text, mention.gender)

    def _enter(self, text: str, gender: str) -> None:
        found = self.bearers(text, gender)
        if len(found) > 1:
            return
        person = found[0] if found else self._new(text)
        if text not in person.names:
            person.names.append(text)
        person.gender = person.gender or gender

    def _new(self, text: str) -> Person:
        person = Person(text)
        if " " not in text:
            known = {h.person: h for h in world().person(text)}
            heads = any(self._in_office(h) and h.key in HEADS for h in world().person(text))
            if len(known) == 1 and len(text) > 3 and heads:
                holder = next(iter(known.values()))
                person = Person(holder.person, holder.gender or "")
            else:
                person.private = True
        else:
            held = world().posts_of(text)
            if held:
                person = Person(held[0].person, held[0].gender or "", [text])
        self.people.append(person)
        return person

    def _in_office(self, holder: Holder) -> bool:
        return self._day is not None and holder in world().holders(holder.key, holder.of, self._day)

    def bearers(self, text: str, gender: str = "") -> list[Person]:
        """Return the people a name fits: exactly, by an ending, by a beginning, or by a given name alone.

        "Mrs Clinton" is she of two of that name.
        """
        found = self._fitting(text)
        if len(found) > 1 and gender in ("m", "f"):
            return [p for p in found if p.gender == gender] or found
        return found

    def _fitting(self, text: str) -> list[Person]:
        key = slug(text)
        exact = [p for p in self.people if key in {slug(p.name), *map(slug, p.names)}]
        ending = [p for p in self.people if key in p.tails]
        if exact and (" " in text or len(ending) < 2):
            return exact
        if ending or " " in text:
            begun = [p for p in self.people if " " in p.name and slug(p.name).startswith(key + "-")]
            return ending or [p for p in self.people if " " in p.name and _same_shortened(text, p.name)] or begun
        return [p for p in self.people if slug(p.name.split()[0]) == key]

    def entity(self, person: Person) -> Entity:
        """Return a person of the register as an entity; one known by a single word is private to the article."""
        names = tuple(dict.fromkeys((person.name, *sorted(person.names))))
        return Entity.named(EntityKind.PERSON, person.name, names=names, scope=self._scope if person.private else None)

    def by_entity(self, entity: Entity) -> Person | None:
        """Return the register's person behind an entity."""
        return next((p for p in self.people if p.name == entity.label), None)


def _same_shortened(short: str, full: str) -> bool:
    """Whether two names share first and last word: "Ursula Leyen", "Mary Anne Smith" and "Mary Smith"."""
    a, b = slug(short).split("-"), slug(full).split("-")
    return len(a) > 1 and len(b) > 1 and a[0] == b[0] and a[-1] == b[-1]
