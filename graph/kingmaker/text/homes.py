"""What an article takes for granted: the country, or the part of one, whose "prime minister" it means."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kingmaker.lexicon.entries import Country, Region
from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.model import Article, EntityKind
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.particular import HEADS, particular_of
from kingmaker.text.places import Place, known_place
from kingmaker.text.tree import Tree

ENOUGH = 3  # the weight at which a place that is not the publisher's is what the article is about
DATELINE = 3
DATELINE_WORDS = re.compile(r"([A-Z][A-Z .'-]{2,24})(?:\.|:| --?| [–—]) ?(?=[A-Z\"'“‘])")
FOREIGN = 4  # the weight at which a report from abroad takes the other country for granted
SEAT = "MP"  # whose unknown place is a constituency: "the Limerick TD"
# What only a state has, so that a place of such an office or body is one.
NATIONAL = ("Prime Minister", "President", "Foreign Minister", "Finance Minister", "Minister", "Minister: foreign",
            "Minister: finance", "Attorney General", "Auditor General", "Chief Justice", "Ambassador")  # fmt: skip


class Homes:
    """The weights of the countries and regions of one article, by its mentions, its dateline and its publisher."""

    def __init__(self, article: Article, trees: Sequence[Tree], mentions: Sequence[Mention]) -> None:
        self._article, self._publisher = article, _publishers_home(article)
        self._weights: dict[str, Counter[str]] = {"country": Counter(), "region": Counter()}
        self._places: dict[str, Place] = {}
        self._headed = False  # whether it names the head of some region without saying of which
        for mention in mentions:
            self._count(mention)
        self._dated = {t.index: found[0] for t in trees if (found := _dateline(t))}
        for tree in trees[:3]:
            if tree.index in self._dated and len({p.label for p in self._dated.values()}) == 1:
                self._add(self._dated[tree.index], DATELINE)
        self._named: dict[int, dict[str, tuple[int, Place]]] = {}
        for mention in mentions:
            place = mention.place or (mention.office.place if mention.office else None)
            if place is not None and place.kind is EntityKind.COUNTRY:
                self._named.setdefault(mention.tree, {}).setdefault(place.label, (mention.start, place))
        self._count_people(mentions)
        self._invented = self._invented_country(trees, mentions)

    def _add(self, place: Place, weight: int) -> None:
        if place.body_kind in self._weights:
            self._weights[place.body_kind][place.label] += weight
            self._places.setdefault(place.label, place)
        region = world().country(place.label) if place.body_kind == "region" else None
        if isinstance(region, Region) and (of := known_place(region.of, 0, 0)) is not None:
            self._add(of, 1)

    def _count(self, mention: Mention) -> None:
        place, office = mention.place or (mention.office.place if mention.office else None), mention.office
        if mention.kind is MentionKind.COLLECTIVE:
            self._count_within(mention.text)
        if place is None:
            self._headed |= office is not None and office.title.split()[-1].lower() in ("premier", "governor", "gov.")
            self._headed |= office is not None and office.title.lower().endswith(("chief minister", "first minister"))
            own = particular_of(office) if office is not None and ": " not in office.key else None
            if own is not None:
                self._add(own, 2)  # "the Taoiseach" tells the country by itself
            return
        if place.known:
            self._add(place, 1 + (office is not None))
            body = world().body(place.label)
            if body is not None and body.country and body.kind != "media":
                of = known_place(body.country, 0, 0)
                if of is not None:
                    self._add(of, 2 if body.kind in ("parliament", "government", "ministry") else 1)
        elif office is not None and "company" not in office.scopes and not _is_body(place) and office.key != SEAT:
            for kind in {"country", "region"} & set(office.scopes) if "city" not in office.scopes else ():
                self._weights[kind][place.label] += 2
                self._places.setdefault(place.label, place)

    def _count_within(self, words: str) -> None:
        """Count the place that a group's words name: "the new Karnataka cabinet"."""
        for word in words.split():
            if word[:1].isupper() and (place := known_place(word, 0, 0)) is not None:
                self._add(place, 1)

    def _count_people(self, mentions: Iterable[Mention]) -> None:
        """Count the countries in whose posts people of the article sat on its day."""
        day = self._article.published
        for name in dict.fromkeys(m.text for m in mentions if m.kind is MentionKind.PERSON and " " in m.text):
            held = {h.of for h in world().posts_of(name) if day and h in world().holders(h.key, h.of, day)}
            heads = {h.of for h in world().posts_of(name) if day and h.key in HEADS
                     and h in world().holders(h.key, h.of, day)}  # fmt: skip
            for of in sorted(held):
                if (place := known_place(of, 0, 0)) is not None and place.body_kind in self._weights:
                    self._add(place, 1 + (of in heads))

    @property
    def dated(self) -> tuple[int, ...]:
        """Return the paragraphs that begin with a dateline."""
        return tuple(self._dated)

    def home(self, kind: str = "country") -> Place | None:
        """Return what an article takes for granted: the country (or region) it speaks of most, or its publisher's."""
        weights = self._weights[kind]
        ranked = sorted(weights.items(), key=lambda c: (-c[1], c[0]))
        if kind == "country" and self._publisher is not None:
            own = weights[self._publisher.name]
            rival = next((w for label, w in ranked if label != self._publisher.name), 0)
            abroad = (rival > own and self._is_of(terms().international_outlets)) or (
                own == 0 and self._is_of(terms().wires)
            )
            abroad = abroad or (own == 0 and rival >= ENOUGH and _leads([r for r in ranked if r[1]]))
            if not abroad and (rival < FOREIGN or rival < 3 * own):
                return known_place(self._publisher.name, 0, 0)
        only = kind == "region" and len(ranked) == 1 and self._headed
        if ranked and (only or _leads(ranked)):
            return self._places[ranked[0][0]]
        dated = {p.label for p in self._dated.values() if p.body_kind == kind}
        if len(dated) == 1 and weights[label := dated.pop()] >= max(DATELINE + 1, ranked[0][1] / 2):
            others = [(other, weight) for other, weight in ranked if other != label]
            wired = self._is_of(terms().wires) and weights[label] <= DATELINE + 1
            if wired and others and others[0][1] >= FOREIGN - 1 and _leads(others):
                return self._places[others[0][0]]  # filed from abroad: in Dubai, of Kuwait
            return self._places[label]
        if kind != "country" or self._invented is None:
            own_country = self._publisher if kind == "country" and self._is_domestic(ranked) else None
            return known_place(own_country.name, 0, 0) if own_country is not None else None
        attested = self._invented.label in self._told or not any(self._places[label].known for label, _ in ranked)
        return self._invented if attested else None

    def paragraph(self, tree: int, home: Place | None) -> tuple[int, Place] | None:
        """Return the country that a paragraph has for itself: of its dateline in a round-up, else the only one named.

        With it comes the word from which on it holds.

        Where the article has a home, what a paragraph names beside it is abroad.
        """
        if len({p.label for p in self._dated.values()}) > 1 and tree in self._dated:
            dated = self._dated[tree]
            region = world().country(dated.label)
            found = known_place(region.of, 0, 0) if isinstance(region, Region) else dated
            return (0, found) if found is not None else None
        named = self._named.get(tree, {})
        return next(iter(named.values())) if home is None and len(named) == 1 else None

    def _is_domestic(self, ranked: list[tuple[str, int]]) -> bool:
        """Whether a wire's report that names no country is one of its own."""
        return not ranked and self._publisher is not None and self._is_of(terms().domestic_wires)

    def _is_of(self, outlets: tuple[str, ...]) -> bool:
        name = (self._article.publisher or "").lower().removeprefix("the ")
        return any(name == o or name.startswith(f"{o} ") for o in outlets)

    def _invented_country(self, trees: Sequence[Tree], mentions: Sequence[Mention]) -> Place | None:
        """Return the one state that only this article knows, by its offices, its bodies or its newspaper."""
        cities = {m.office.place.label for m in mentions if m.office and m.office.place
                  and {"city", "region"} & set(m.office.scopes) and "country" not in m.office.scopes}  # fmt: skip
        told = {m.office.place.label for m in mentions if m.office and m.office.place
                and not m.office.place.known and m.office.key.rstrip("*").split(": ")[0] in NATIONAL}  # fmt: skip
        places = {p for tree in trees for p in tree.places if world().country(p) is None and world().seat(p) is None}
        told = {p for p in told if p in places or " " not in p} | {p for p in places if self._is_state(p, trees)}
        self._told = told
        told = {p for p in told if p.lower() not in terms().public_bodies}  # "Parliament president"
        paper = _publishers_place(self._article.publisher) if self._publisher is None else ""
        name = (told - cities) or ({paper} - cities - {""})
        if len(name) != 1:
            return None
        return Place(0, 0, name.pop(), EntityKind.COUNTRY, False, body_kind="country")

    def _is_state(self, place: str, trees: Sequence[Tree]) -> bool:
        """Whether an article tells that an unknown place is a state: "Supreme Court of X", "X's parliament"."""
        name, bodies = re.escape(place), "|".join(terms().state_bodies)
        pattern = re.compile(rf"\b(?:{bodies}) of (?:the )?{name}\b|\b{name}'s (?:{bodies})\b", re.IGNORECASE)
        return any(pattern.search(tree.text.replace("’", "'")) for tree in trees)


def _is_body(place: Place) -> bool:
    return bool({w.lower() for w in place.label.split()} & terms().public_bodies)


def _leads(ranked: list[tuple[str, int]]) -> bool:
    first, second = ranked[0][1], ranked[1][1] if len(ranked) > 1 else 0
    return (first >= ENOUGH and first >= 2 * second) or (len(ranked) == 1 and first >= 2)


def _dateline(tree: Tree) -> list[Place]:
    """Return what the words before a paragraph's first sentence place it in ("NAIROBI, Kenya (AP) - ", "TOKYO. ")."""
    before = tree.text[: tree[0].start - tree.block.span.start] if len(tree) else ""
    if not before and (own := DATELINE_WORDS.match(tree.text)) is not None:
        before = own[1]
    found = []
    for part in re.split(r"[,(/]| [-–—]", before.strip(" -–—:.")):
        name = part.strip().title() if part.isupper() and len(part.strip()) > 3 else part.strip()
        name = terms().dateline_cities.get(name.lower(), name)
        place = known_place(name, 0, 0) if name else None
        seat = world().seat(name) if name and (place is None or place.body_kind == "region") else None
        place = known_place(seat.name, 0, 0) if seat is not None else place
        if place is not None and place.body_kind in ("country", "region") and name.lower() not in terms().common_ground:
            found.append(place)
    return found


def _publishers_home(article: Article) -> Country | None:
    """Return the country of a publisher by knowledge, by its site, or by its name ("Times of Zambia")."""
    name = article.publisher or ""
    known = world().home(name) or world().home(f"the {name}") or (world().home(article.url) if article.url else None)
    if known is not None:
        return known
    plain = name.lower().removeprefix("the ")
    told = world().country(terms().outlet_homes[plain]) if plain in terms().outlet_homes else None
    if isinstance(told, Country):
        return told
    words = name.replace("The ", "").split()
    if words[-2:] in (["in", "English"], ["English", "Edition"]):
        return _publishers_home(replace(article, publisher=" ".join(words[:-2])))
    parts = [" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1)]
    for part in (p for p in parts if p[:1].isupper()):
        found = world().country(part) or world().demonym(part) or world().seat(part)
        if isinstance(found, Region):
            found = world().country(found.of)
        if isinstance(found, Country):
            return found
    return None


def _publishers_place(publisher: str | None) -> str:
    """Return the place in a newspaper's name that nothing else knows: "Kalundwe Herald" -> "Kalundwe"."""
    words = (publisher or "").removeprefix("The ").split()
    while words and words[-1].lower() in terms().outlet_words:
        words.pop()
    if not words or len(words) == len((publisher or "").removeprefix("The ").split()):
        return ""
    return words[0] if len(words) == 1 and words[0].lower() not in terms().outlet_words else ""
