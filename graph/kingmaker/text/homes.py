"""What an article takes for granted: the country, or the part of one, whose "prime minister" it means."""

from collections import Counter
from collections.abc import Iterable

from kingmaker.lexicon.world import Country, world
from kingmaker.model import Article
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.places import Place, known_place


def home_of(article: Article, mentions: Iterable[Mention], kind: str = "country") -> Place | None:
    """Return the country (or region) an article takes for granted: the one it speaks of most, or its publisher's."""
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for mention in mentions:
        place, office = mention.place or (mention.office.place if mention.office else None), mention.office
        if place is None or place.body_kind not in ("country", kind):
            native = office is not None and place is not None and not place.known and "company" not in office.scopes
            if not (native and kind in office.scopes if office else False):
                continue
        if place is not None and (place.body_kind == kind or not place.known):
            counts[place.label] += 1 + (office is not None)
            places.setdefault(place.label, place)
    if kind == "country":
        for mention in mentions:
            place = mention.place or (mention.office.place if mention.office else None)
            body = world().body(place.label) if place is not None and place.known else None
            if (
                body is not None
                and body.country
                and body.kind != "media"
                and (found := known_place(body.country, 0, 0))
            ):
                counts[found.label] += 1
                places.setdefault(found.label, found)
        for mention in mentions:
            known = world().posts_of(mention.text) if mention.kind is MentionKind.PERSON and " " in mention.text else ()
            day = article.published or ""
            held = {h.of for h in known if day and h in world().holders(h.key, h.of, day)}
            for of in held:
                if (found := known_place(of, 0, 0)) is not None and found.body_kind == "country":
                    counts[of] += 1
                    places.setdefault(of, found)
    publisher = _publishers_home(article)
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    if kind == "country" and publisher is not None and (publisher.name in counts or not ranked):
        return known_place(publisher.name, 0, 0)
    if ranked and ranked[0][1] >= 3 and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return places[ranked[0][0]]
    return None


def _publishers_home(article: Article) -> Country | None:
    """Return the country of a publisher by knowledge, by its site, or by its name ("Times of Zambia")."""
    name = article.publisher or ""
    known = world().home(name) or (world().home(article.url) if article.url else None)
    if known is not None:
        return known
    words = name.replace("The ", "").split()
    parts = [" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1)]
    named = (world().country(p) or world().demonym(p) for p in parts if p[:1].isupper())
    return next((c for c in named if isinstance(c, Country)), None)
