"""Articles and claims for tests: a small race told by hand, and any claim that can be made."""

from hypothesis import strategies as st

from kingmaker.model import (
    SHAPES,
    Article,
    Certainty,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Kind,
    Polarity,
    Situation,
)  # fmt: skip

NATO = Entity.named(EntityKind.ORGANISATION, "NATO", names=("NATO", "the alliance"))
CHIEF = Entity.named(
    EntityKind.POST, "Secretary General of NATO", title="Secretary General", of=NATO,
    names=("Secretary General of NATO", "top job"),
)  # fmt: skip
WALLACE = Entity.named(EntityKind.PERSON, "Ben Wallace", names=("Ben Wallace", "Wallace"))
SUNAK = Entity.named(EntityKind.PERSON, "Rishi Sunak")
STOLTENBERG = Entity.named(EntityKind.PERSON, "Jens Stoltenberg")
BIDEN = Entity.named(EntityKind.PERSON, "Joe Biden")
PABRIKS = Entity.named(EntityKind.PERSON, "Artis Pabriks", names=("Artis Pabriks", "Pábriks"))
BBC = Entity.named(EntityKind.ORGANISATION, "BBC")


def article(text: str = "Sunak backs Wallace for the top job.", **fields: str | None) -> Article:
    """Make an article of June 2023."""
    told = {"path": "june.txt", "title": "Race", "publisher": "The Paper", "published": "2023-06-21"} | fields
    return Article.of(text, **told)


def diplomat(of: Article) -> Entity:
    """Make the unnamed source of one article."""
    return Entity.named(EntityKind.ANONYMOUS, "a diplomatic source", scope=of.id)


def claim(of: Article, kind: Kind, value: str | None = None, /, **told: object) -> Claim:
    """Make a claim; entities among `told` fill roles of their names, the rest are fields of the claim."""
    roles = {name: told.pop(name) for name in SHAPES[kind].roles if name in told}
    quote = of.text[:5]
    told.setdefault("evidence", (Evidence(0, len(quote), quote, "", of.text[5:9]),))
    return Claim(of.id, Situation.of(kind, roles, value), **told)  # type: ignore[arg-type]


def backing(of: Article, backer: Entity = SUNAK, candidate: Entity = WALLACE, **told: object) -> Claim:
    """Make a claim that `backer` supports `candidate` for the post at NATO."""
    return claim(of, Kind.BACKING, "supports", backer=backer, candidate=candidate, post=CHIEF, **told)


# Any claim at all. Names come from few letters, so that entities of one id meet often; texts hold
# what breaks file formats.
words = st.text(st.sampled_from("abÉø \t\n\r\"'\\<>{}|^`#@:;.,\x00\x1f\u200f\ud800\ufffe𝒳"), max_size=12)
_names = st.sampled_from(["Ann Lee", "Bo", "Çağ", "Дуда", "O'Neil", "<b>", 'A "B"', "a\x00b"])
_kinds = st.sampled_from(list(EntityKind))


@st.composite
def entities(draw: st.DrawFn, kinds: st.SearchStrategy[EntityKind] = _kinds) -> Entity:
    """Any entity; a post may have a title and a body."""
    kind, label = draw(kinds), draw(_names)
    names = tuple(draw(st.lists(st.one_of(_names, words), max_size=2)))
    if kind is not EntityKind.POST:
        return Entity.named(kind, label, names=names)
    bodies = entities(st.sampled_from([EntityKind.ORGANISATION, EntityKind.COUNTRY]))
    title, of = draw(st.none() | words), draw(st.none() | bodies)
    return Entity.named(kind, label, names=names, title=title, of=of)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Any situation that its shape allows."""
    kind = draw(st.sampled_from(list(Kind)))
    shape = SHAPES[kind]
    optional = draw(st.sets(st.sampled_from(shape.optional))) if shape.optional else set()
    wanted = {*shape.needed, *optional, *shape.one_of[:1]}
    post = st.just(EntityKind.POST)
    roles = {r: draw(entities(post) if r == "post" else entities()) for r in shape.roles if r in wanted}
    if shape.own is None:
        return Situation.of(kind, roles)
    return Situation.of(kind, roles, draw(st.none() | (st.sampled_from(shape.values) if shape.values else words)))


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    """Any evidence; few places, so that two often meet."""
    start = draw(st.sampled_from([0, 7, 10**6]))
    return Evidence(start, start + draw(st.integers(1, 2)), draw(words), draw(words), draw(words))


@st.composite
def claims(draw: st.DrawFn, of: Article) -> Claim:
    """Any claim of an article."""
    situation = draw(situations())
    details = SHAPES[situation.kind].details
    return Claim(
        of.id,
        situation,
        draw(st.sampled_from(list(Polarity))),
        draw(st.sampled_from(list(Certainty))),
        draw(st.none() | entities()),
        tuple(draw(st.lists(entities(), max_size=3))),
        draw(st.none() | st.sampled_from(["2023-06", "2023~", "2014-10/2024-10"])),
        draw(st.none() | words),
        tuple(draw(st.lists(st.tuples(st.sampled_from(details), words), max_size=2))) if details else (),
        tuple(draw(st.lists(evidence(), min_size=1, max_size=2))),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """One of a few articles, under one of a few paths."""
    text, path = (
        draw(st.sampled_from(["Some text.", "Other\x00 text \ud800."])),
        draw(st.sampled_from(["a", "b", None])),
    )
    published = draw(st.sampled_from([None, "2023", "2023-06", "2023-06-21", "2023-02-31", "soon"]))
    url = draw(st.sampled_from([None, "https://news.example/a?b=c", "javascript:alert(1)", "http://a b"]))
    return Article.of(text, path=path, title=draw(st.none() | words), published=published, url=url)


@st.composite
def told(draw: st.DrawFn) -> list[tuple[Article, list[Claim]]]:
    """Some articles with some claims, as `Store.put` takes them."""
    found = draw(st.lists(articles(), max_size=3))
    return [(one, draw(st.lists(claims(one), max_size=3))) for one in found]
