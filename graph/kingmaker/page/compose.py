"""Claims and articles -> Page: everything sorted by content, so order of input never shows."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kingmaker.model import Article, Claim, Entity, Kind, Sort
from kingmaker.page import ties, words
from kingmaker.page.layout import place
from kingmaker.page.model import Line, Node, Page, Quote, Race, Source, Word
from kingmaker.page.overview import overview
from kingmaker.page.plain import (
    CONTEXT_LIMIT,
    QUOTE_LIMIT,
    TITLE_LIMIT,
    day_in_words,
    plain,
    surroundings,
    tail,
    web_address,
)
from kingmaker.page.timeline import Timeline, as_days, stops
from kingmaker.page.told import Told, in_reading_order
from kingmaker.races import disputes
from kingmaker.races import races as found_races
from kingmaker.races.standing import settled
from kingmaker.races.view import tellings

NODE_LIMIT = 300  # what vis draws at a fluent rate on a slow laptop; more is shown on request
_AGAINST_SHOWN = 12


def compose(claims: Sequence[Claim], articles: Sequence[Article], heading: str | None = None) -> Page:
    """Return the page of `claims`, whose articles are found among `articles` by id.

    A claim whose article is missing is kept and says so. Duplicates (equal ids) are told once.
    """
    return _Composer(claims, articles).page(heading)


def raced(claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[tuple[Race, ...], Mapping[str, str]]:
    """Return the races of some claims as the page tells them, and the names of its nodes by their identifiers."""
    made = _Composer(claims, articles)
    return made.races, {made.nodes[key]: made.labels[key] for key in made.nodes}


class _Composer:
    def __init__(self, claims: Sequence[Claim], articles: Sequence[Article]) -> None:
        known = {a.id: a for a in sorted(articles, key=lambda a: (a.id, a.path or ""), reverse=True)}
        told = {one.claim.id: one for one in tellings(claims, known.values())}
        ordered = sorted(told, key=lambda key: _order(key, told[key].claim, known))
        self.told = [Told(f"c{n}", told[key]) for n, key in enumerate(ordered)]
        self.numbers = {one.claim.id: one.id for one in self.told}
        cited = sorted({one.claim.article for one in self.told}, key=lambda key: (_date(known.get(key)) or "", key))
        self.articles = {key: known[key] for key in cited if key in known}
        self.article_numbers = {key: number for number, key in enumerate(cited)}
        self.entities = _entities(one.claim for one in self.told)
        self.labels = {key: _label(found) for key, found in self.entities.items()}
        self.nodes = {key: f"n{number}" for number, key in enumerate(sorted(self.entities))}
        self.ends, self.grain = stops(told.values())
        self.pairs, self.against = self._disputes()
        self.races = self._races()

    def page(self, heading: str | None) -> Page:
        raced = {race.node for race in self.races}
        lines, nodes = self._lines(raced), self._plain_nodes(raced)
        return Page(
            heading=plain(heading, TITLE_LIMIT) or _heading(self.races, bool(self.told)),
            summary=self._summary(),
            nodes=self._placed(nodes, lines, self.races),
            lines=lines,
            claims=tuple(self._word(one) for one in self.told),
            articles=tuple(_source(self.articles.get(key)) for key in self.article_numbers),
            races=self.races,
            days=as_days(self.ends, self.grain),
            disputes=self.pairs,
            overview=self._overview(nodes, lines),
        )

    def _overview(self, nodes: Sequence[Node], lines: Sequence[Line]) -> Mapping[str, Any] | None:
        """Return the map of all names that have lines, where they are too many to be drawn at once."""
        drawn = {end for line in lines for end in (line.start, line.end)}
        if len(drawn) <= NODE_LIMIT:
            return None
        weights = Counter(end for line in lines for end in (line.start, line.end) for _ in line.claims)
        links = [(line.start, line.end) for line in lines]
        made = overview([node for node in nodes if node.id in drawn], weights, links)
        rows = [
            {"name": c.name, "x": c.x, "y": c.y, "radius": c.radius, "nodes": [_number(n) for n in c.nodes]}
            | ({"further": True} if c.further else {})
            for c in made.communities
        ]
        return {"communities": rows, "places": {str(_number(node)): place for node, place in made.places.items()}}

    def _races(self) -> tuple[Race, ...]:
        timeline = Timeline(self.numbers, self.nodes, self.labels, frozenset(self.against))
        claims = [one.claim for one in self.told]
        return timeline.races(claims, list(self.articles.values()), self.ends)

    def _disputes(self) -> tuple[tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...], dict[str, tuple[str, ...]]]:
        """Return what is told two ways, and by claim those that tell it otherwise at the same time."""
        claims = [one.claim for one in self.told]
        race_of = {c.id: race.id for race in found_races(claims, self.articles.values()) for c in race.claims}
        pairs: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = []
        against: dict[str, dict[str, None]] = {}
        for dispute in disputes((one.telling for one in self.told), race_of):
            one, other = (tuple(self.numbers[c.id] for c in side) for side in (dispute.one, dispute.other))
            pairs.append((dispute.sort.value, one, other))
            if dispute.sort is not Sort.CHANGE:
                for mine, theirs in ((one, other), (other, one)):
                    for number in mine:
                        against.setdefault(number, {}).update(dict.fromkeys(theirs[-_AGAINST_SHOWN:]))
        return tuple(pairs), {key: tuple(all_)[:_AGAINST_SHOWN] for key, all_ in against.items()}

    def _summary(self) -> str:
        if not self.told:
            return "No claims"
        outlets = {a.publisher for a in self.articles.values() if a.publisher}
        parts = [_count(len(self.article_numbers), "article")]
        parts += [_count(len(outlets), "outlet")] if outlets else []
        told_two_ways = f", {len(self.against)} disputed" if self.against else ""
        parts.append(_count(len(self.told), "claim") + told_two_ways)
        dates = sorted(a.published for a in self.articles.values() if a.published)
        if dates:
            first, last = day_in_words(dates[0]), day_in_words(dates[-1])
            parts.append(first if first == last else f"{first} to {last}")
        return " · ".join(parts)

    def _plain_nodes(self, raced: set[str]) -> list[Node]:
        made = []
        for key in sorted(self.entities):
            found = self.entities[key]
            names = {plain(name) for entity in found for name in (entity.label, *entity.names)}
            names -= {self.labels[key], ""}
            kind = min(entity.kind.value for entity in found)
            node = self.nodes[key]
            made.append(Node(node, self.labels[key], kind, tuple(sorted(names)[:12]), node in raced, key=_key(key)))
        return made

    def _lines(self, raced: set[str]) -> tuple[Line, ...]:
        """Group claims by pair and relation; how a bundle is drawn is told by those a reader lets through."""
        groups: dict[tuple[str, str, str], dict[Told, str]] = {}
        for one in self.told:
            for tie in ties.ties(one.claim.situation):
                key = (self.nodes[tie.start.id], self.nodes[tie.end.id], tie.relation)
                groups.setdefault(key, {})[one] = words.phrase(one.claim, tie.role)
        made: list[Line] = []
        for key in sorted(groups, key=lambda k: (_number(k[0]), _number(k[1]), k[2])):
            side = key[2] == "holds" and bool(raced) and key[1] not in raced
            behind = tuple((one.id, groups[key][one]) for one in in_reading_order(groups[key]))
            made.append(Line(f"l{len(made)}", *key, claims=behind, side=side))
        return tuple(made)

    def _placed(self, nodes: list[Node], lines: Sequence[Line], races: Sequence[Race]) -> tuple[Node, ...]:
        shown = _first_view(nodes, lines, races)
        chosen = [node for node in nodes if node.id in shown]
        links = [(line.start, line.end) for line in lines if line.start in shown and line.end in shown]
        main = {end for line in lines if not line.side for end in (line.start, line.end)}
        wide, tall = place(chosen, links, [node.id for node in chosen if node.id not in main])
        return tuple(replace(n, place=wide.get(n.id), tall=tall.get(n.id)) for n in nodes)

    def _word(self, told: Told) -> Word:
        claim = told.claim
        situation = claim.situation
        post = situation.role("post")
        actors = list(dict.fromkeys(self.nodes[e.id] for _, e in situation.roles))
        said_by = [self.nodes[e.id] for e in (*([claim.source] if claim.source else []), *claim.via)]
        return Word(
            id=told.id,
            key=claim.id.partition(":")[2],
            kind=situation.kind.value,
            relation=ties.relation(situation),
            mode=words.mode(claim),
            mark=words.mark(claim),
            certainty=claim.certainty.value,
            polarity=claim.polarity.value,
            post=self.nodes[post.id] if post else None,
            parts=tuple(self._parts(claim)),
            nodes=tuple(dict.fromkeys([*actors, *said_by])),
            says=words.who_says_so(claim),
            source=words.source_kind(claim),
            when=words.further_words(claim),
            quotes=tuple(_quotes(claim, self.articles.get(claim.article))),
            article=self.article_numbers[claim.article],
            reported=told.reported,
            since=told.since,
            against=self.against.get(told.id, ()),
            office=(situation.value or "current") if situation.kind is Kind.TENURE and settled(claim) else "",
        )

    def _parts(self, claim: Claim) -> list[str]:
        """The claim in reading order: node ids stand for themselves, words begin with a space."""
        roles = dict(claim.situation.roles)
        subject = claim.situation.roles[0][0]
        parts = [self.nodes[roles[subject].id], " " + words.phrase(claim)]
        joins = {"candidate": "", "target": "", "beneficiary": "for", "nominator": "by", "appointer": "by",
                 "predecessor": "after"}  # fmt: skip
        for role, join in joins.items():
            if role in roles and role != subject:
                parts += [" " + join] if join else []
                parts.append(self.nodes[roles[role].id])
        told = words.wish(claim.situation)
        return [*parts, " " + told] if told else parts


def _order(key: str, claim: Claim, known: Mapping[str, Article]) -> tuple[str, str, int, str]:
    start = min((found.start for found in claim.evidence), default=0)
    return _date(known.get(claim.article)) or "", claim.article, start, key


def _quotes(claim: Claim, article: Article | None) -> Iterable[Quote]:
    text = article.text if article else ""
    for found in claim.evidence:
        before, after = found.prefix, found.suffix
        if text[found.start : found.end] == found.quote:
            before, after = surroundings(text, found.start, found.end)
        yield Quote(tail(before), plain(found.quote, QUOTE_LIMIT), plain(after, CONTEXT_LIMIT))


def _entities(claims: Iterable[Claim]) -> dict[str, list[Entity]]:
    """Every entity a claim gives a role or a word to, by id, as each claim tells it."""
    found: dict[str, list[Entity]] = {}
    for claim in claims:
        source = [claim.source] if claim.source else []
        for entity in (*(e for _, e in claim.situation.roles), *source, *claim.via):
            found.setdefault(entity.id, []).append(entity)
    return found


def _label(found: Iterable[Entity]) -> str:
    """The label most claims use; of several, the first by alphabet."""
    counted = Counter(plain(entity.label) or "(no name)" for entity in found)
    return min(counted, key=lambda label: (-counted[label], label))


def _first_view(nodes: Sequence[Node], lines: Sequence[Line], races: Sequence[Race]) -> frozenset[str]:
    """The nodes drawn first: all with a line if they are few, else those round the busiest races."""
    everything = {end for line in lines for end in (line.start, line.end)}
    if len(everything) <= NODE_LIMIT:
        return frozenset(everything)
    around: dict[str, dict[str, None]] = {}
    main = (line for line in lines if not line.side)
    for line in sorted(main, key=lambda line: (-len(line.claims), _number(line.id))):
        around.setdefault(line.start, {})[line.end] = None
        around.setdefault(line.end, {})[line.start] = None
    chosen: dict[str, None] = {}
    for race in races:
        near = around.get(race.node, {})
        behind = [other for one in near for other in around[one]]
        chosen.update(dict.fromkeys([race.node, *near, *behind]))
    busiest = sorted(around, key=lambda node: (-len(around[node]), _number(node)))
    return frozenset(list(dict.fromkeys([*chosen, *busiest]))[:NODE_LIMIT])


def _source(article: Article | None) -> Source:
    if article is None:
        return Source("an article that is not in the store", "", "", "", None)
    title = plain(article.title, TITLE_LIMIT) or "an article without a title"
    return Source(
        title, plain(article.publisher), day_in_words(article.published), plain(article.published, 40),
        web_address(article.url),
    )  # fmt: skip


def _heading(races: Sequence[Race], told: bool) -> str:
    if races and 2 * races[0].claims > sum(race.claims for race in races):
        others = f", and {_count(len(races) - 1, 'other')}" if len(races) > 1 else ""
        return f"The race to be {races[0].post}{others}"
    if races:
        return f"{_count(len(races), 'race')} for public posts"
    return "Who is said to hold which post" if told else "Nothing to show yet"


def _key(entity: str) -> str:
    """Return what names an entity in an address: nothing of its own name."""
    return hashlib.sha256(entity.encode("utf-8")).hexdigest()[:10]


def _date(article: Article | None) -> str | None:
    return article.published if article else None


def _number(identifier: str) -> int:
    return int(identifier[1:])


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
