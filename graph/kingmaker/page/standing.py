"""Race cards: who is up for a post, where each stands, who is behind them and who says so.

A first reading of standings, straight from the claims: the latest plain fact leads, and whatever is hedged
or denied and not older than that fact stands beside it, in its own words. A hedge never becomes a fact.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from kingmaker.model import Article, Entity, Kind
from kingmaker.page import ties, words
from kingmaker.page.model import Candidate, Chip, Race
from kingmaker.page.plain import QUOTE_LIMIT, day_in_words, plain
from kingmaker.page.told import Told, ids, in_reading_order, split

CANDIDATES_SHOWN = 12
_TONES = {
    "won": ("successful", "appointed", "elected", "confirmed"),
    "running": ("declared",),
    "out": ("withdrawn", "declined", "rejected", "resigned", "dismissed", "term-ended", "died"),
}
_TONE_OF = {value: tone for tone, values in _TONES.items() for value in values}
_TONE_ORDER = {"won": 0, "running": 1, "talk": 2, "out": 3}
# Relation, heading, and whether it holds the denials: who did not back is not one who opposed.
_BEHIND = (
    ("backs", "Backed by", False),
    ("opposes", "Opposed by", False),
    ("backs", "Not backed by", True),
    ("opposes", "Not opposed by", True),
)


class Cards:
    """Makes the cards; `nodes` and `labels` give an entity's page identifier and its name, by id."""

    def __init__(
        self,
        told: Sequence[Told],
        articles: Mapping[str, Article],
        nodes: Mapping[str, str],
        labels: Mapping[str, str],
        disputed: frozenset[str],
    ) -> None:
        self._told, self._articles, self._nodes = told, articles, nodes
        self._labels, self._disputed = labels, disputed
        self._of_post: dict[str, list[Told]] = {}
        self._of_person: dict[str, list[Told]] = {}
        for one in told:
            roles = dict(one.claim.situation.roles)
            if "post" in roles:
                self._of_post.setdefault(roles["post"].id, []).append(one)
            for person in dict.fromkeys(e.id for name, e in roles.items() if name != "post"):
                self._of_person.setdefault(person, []).append(one)

    def races(self) -> tuple[Race, ...]:
        """Return a card for each post somebody is up for, the one with most claims first."""
        made = [self._race(post) for post in ties.raced_posts(self._told)]
        return tuple(sorted(made, key=lambda race: (-race.claims, race.post, race.node)))

    def _race(self, post: str) -> Race:
        about = self._of_post[post]
        people = sorted({person.id for one in about if (person := _put_up(one))})
        ranked = sorted((self._candidate(person, post) for person in people), key=lambda pair: pair[0])
        wants = [one for one in about if one.claim.situation.kind is Kind.PREFERENCE]
        holding = [one for one in about if ties.holding(one.claim.situation)]
        behind = {one.id for person in people for one in self._behind(person, post)}
        return Race(
            node=self._nodes[post],
            post=self._labels[post],
            holders=self._chips(in_reading_order(holding), self._holder),
            candidates=tuple(card for _, card in ranked[:CANDIDATES_SHOWN]),
            wants=self._chips(in_reading_order(wants), lambda one: words.wish(one.claim.situation)),
            claims=len(behind | {one.id for one in about}),
            more=max(0, len(ranked) - CANDIDATES_SHOWN),
        )

    def _candidate(self, person: str, post: str) -> tuple[tuple[int, int, str, str], Candidate]:
        mine = [one for one in self._of_person[person] if _stands_for(one, person, post)]
        current, earlier = split(mine)
        chips, behind = self._chips(current, _standing), self._behind(person, post)
        card = Candidate(
            node=self._nodes[person],
            name=self._labels[person],
            office=self._office(person, post),
            standing=chips,
            earlier=self._chips(earlier, _standing),
            quote=_first_quote(current),
            says=words.who_says_so(current[0].claim) if current else "",
            dated=self._dated(current[0]) if current else "",
            groups=self._groups(behind, person),
        )
        rank = _TONE_ORDER[chips[0].tone] + (0 if chips[0].mode == words.STATED else 4) if chips else 9
        return (rank, -len(mine) - len(behind), card.name, person), card

    def _chips(self, told: Iterable[Told], text: Callable[[Told], str]) -> tuple[Chip, ...]:
        """One chip for each thing told in each manner, in the order of the claims."""
        groups: dict[tuple[str, str], list[Told]] = {}
        for one in told:
            groups.setdefault((text(one), words.mode(one.claim)), []).append(one)
        return tuple(self._chip(shown, group) for (shown, _), group in groups.items())

    def _chip(self, text: str, group: Sequence[Told]) -> Chip:
        lead, behind = group[0].claim, ids(group)
        tone = _TONE_OF.get(lead.situation.value or "", "talk")
        disputed = not self._disputed.isdisjoint(behind)
        month = day_in_words((group[0].published or "")[:7])
        return Chip(text, words.mode(lead), words.mark(lead), tone, behind, disputed, month)

    def _groups(self, behind: Sequence[Told], person: str) -> tuple[tuple[str, tuple[Chip, ...]], ...]:
        found = []
        for relation, title, denied in _BEHIND:
            chosen = [
                one for one in behind
                if ties.relation(one.claim.situation) == relation
                and (words.mode(one.claim) == words.DENIED) is denied
            ]  # fmt: skip
            found.append((title, self._by_name(chosen, "backer")))
        found.append(("Lobbied for by", self._by_name(behind, "lobbyist")))
        named = [one for one in self._of_person[person] if one.claim.situation.kind is Kind.NOMINATION]
        found.append(("Nominated by", self._by_name(named, "nominator")))
        return tuple((title, chips) for title, chips in found if chips)

    def _by_name(self, told: Iterable[Told], role: str) -> tuple[Chip, ...]:
        """One chip for each actor in `role`, drawn as the claim that leads for that actor."""
        groups: dict[str, list[Told]] = {}
        for one in in_reading_order(told):
            actor = one.claim.situation.role(role)
            if actor:
                groups.setdefault(actor.id, []).append(one)
        return tuple(self._chip(self._labels[actor], group) for actor, group in groups.items())

    def _behind(self, person: str, post: str) -> list[Told]:
        """The backing and lobbying for a person that is about this post or names none."""
        found = []
        for one in self._of_person[person]:
            roles = dict(one.claim.situation.roles)
            helped = roles.get("candidate" if "backer" in roles else "beneficiary")
            about = roles.get("post")
            if {"backer", "lobbyist"} & set(roles) and helped and helped.id == person:
                found += [one] if about is None or about.id == post else []
        return found

    def _holder(self, told: Told) -> str:
        holder = self._labels[told.claim.situation.roles[0][1].id]
        return f"{holder}, {words.phrase(told.claim).removeprefix('is ')}"

    def _office(self, person: str, post: str) -> str:
        """The office a person is plainly said to hold, or else to have held, other than the one at stake."""
        tenures = [one for one in self._of_person[person] if one.claim.situation.kind is Kind.TENURE]
        held = [one for one in in_reading_order(tenures) if one.settled]
        for status, prefix in (("current", ""), ("former", "formerly ")):
            for one in held:
                office = one.claim.situation.role("post")
                if office and office.id != post and (one.claim.situation.value or "current") == status:
                    return prefix + self._labels[office.id]
        return ""

    def _dated(self, told: Told) -> str:
        article = self._articles.get(told.claim.article)
        parts = [plain(article.publisher), day_in_words(article.published)] if article else []
        return ", ".join(filter(None, parts))


def _standing(told: Told) -> str:
    return words.as_chip(words.phrase(told.claim))


def _first_quote(told: Sequence[Told]) -> str:
    return plain(told[0].claim.evidence[0].quote, QUOTE_LIMIT) if told and told[0].claim.evidence else ""


def _put_up(told: Told) -> Entity | None:
    situation = told.claim.situation
    return situation.role("candidate") if situation.kind is Kind.BACKING else ties.contender(situation)


def _stands_for(told: Told, person: str, post: str) -> bool:
    candidate, about = ties.contender(told.claim.situation), told.claim.situation.role("post")
    return candidate is not None and candidate.id == person and about is not None and about.id == post
