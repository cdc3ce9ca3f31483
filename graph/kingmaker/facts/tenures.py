"""Tenures told by a title: beside a name, or by a phrase that says whose office it is and stands for its holder."""

from collections.abc import Iterable, Iterator, Sequence

from kingmaker.facts.counterparts import counterpart_tenures
from kingmaker.lexicon.nouns import nouns
from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.model import Entity, EntityKind, Kind, Situation, Span
from kingmaker.text.clauses import surface_subject
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

STATUSES = ("current", "former", "designate")
EARLIER = frozenset({"previously", "formerly", "once", "earlier"})


def titled(reading: Reading) -> Iterator[tuple[Situation, int, Span]]:
    """Yield every tenure that needs no frame, with its tree and the span of its words."""
    yield from title_tenures(reading)
    yield from fronted_tenures(reading)
    yield from counterpart_tenures(reading)
    yield from _incumbents(reading)


def _incumbents(reading: Reading) -> Iterator[tuple[Situation, int, Span]]:
    """Yield what "the incumbent" and "the incumbent, Tom Roe" tell: somebody named holds the post in contest."""
    for mention in reading.mentions:
        tree = reading.trees[mention.tree]
        person = reading.links.person(mention)
        if mention.kind is not MentionKind.NOMINAL or tree[mention.head].lower != "incumbent" or person is None:
            continue
        if any(w.lemma in nouns().verbs["beating"] for w in tree.ancestors(mention.head)):
            continue  # whoever was beaten may hold it no more
        post = reading.posts.focus(mention.tree, mention.start)
        if post is not None and reading.is_named(person) and not tree.kids(mention.head, "prep", "poss"):
            span = tree.span(mention.start, mention.end)
            yield Situation.of(Kind.TENURE, {"holder": person, "post": post}, "current"), mention.tree, span


def title_tenures(reading: Reading) -> Iterator[tuple[Situation, int, Span]]:
    """Yield each tenure that a title tells, with its tree and the span of its words."""
    beside = set()
    for holding in reading.holdings:
        beside.add(holding.office)
        tree = reading.trees[holding.office.tree]
        person = reading.links.person(holding.person)
        yield from _tenure(reading, holding.office, person, tree.span(holding.start, holding.end))
    for mention in reading.mentions:
        if mention.kind is MentionKind.OFFICE and mention not in beside and mention.office:
            tree = reading.trees[mention.tree]
            if _is_predicate(tree, mention) or not reading.is_named(reading.links.person(mention)):
                continue
            yield from _tenure(reading, mention, reading.links.person(mention), tree.span(mention.start, mention.end))


def fronted_tenures(reading: Reading) -> Iterator[tuple[Situation, int, Span]]:
    """Yield what "As mayor of Lyon, Ana Prado cut taxes" tells of the subject: the office stands before the clause."""
    for tree in reading.trees:
        for word in tree.words:
            if word.lower != "as" or word.dep != "prep" or word.head < word.i or not tree[word.head].is_verb:
                continue
            office = next((reading.mention(tree, k.i) for k in tree.kids(word.i, "pobj")), None)
            people = [p for s in surface_subject(tree, word.head) for p in reading.people(tree, s)]
            status = _fronted_status(reading, tree, word.head, office, people)
            if office is None or office.office is None or status is None or office.office.indefinite:
                continue
            post = reading.posts.of(office.office, tree.index, office.start)
            if post is not None and office.office.base not in terms().legislators:
                roles = {"holder": people[0], "post": post}
                yield Situation.of(Kind.TENURE, roles, status), tree.index, tree.span(word.i, office.end)


def _fronted_status(
    reading: Reading, tree: Tree, verb: int, office: Mention | None, people: Sequence[Entity]
) -> str | None:
    """The tense of the clause tells whether somebody holds the office still, unless a word or a title does."""
    if office is None or office.office is None or len(people) != 1 or tree.kid(verb, "neg"):
        return None
    told = office.office.status
    auxiliaries = tree.kids(verb, "aux")
    if told not in STATUSES or any(k.tag in ("MD", "TO") for k in auxiliaries):
        return None
    post = reading.posts.of(office.office, tree.index, office.start)
    if told != "current" or (post is not None and post.id in reading.links.posts_held(people[0])):
        return told
    past = tree[verb].tag == "VBD" and tree[verb].lemma not in terms().reporting
    return "former" if past or any(k.lower == "had" for k in auxiliaries) else "current"


def _is_predicate(tree: Tree, mention: Mention) -> bool:
    """Whether a phrase says what somebody is or becomes instead of standing for him: "who was prime minister"."""
    word = tree[mention.head]
    if mention.start and tree[mention.start - 1].lower == "as":
        return True
    return word.dep in ("attr", "oprd", "acomp") or (word.dep == "pobj" and tree[word.head].lower == "as")


def _tenure(
    reading: Reading, mention: Mention, person: Entity | None, span: Span
) -> Iterator[tuple[Situation, int, Span]]:
    office = mention.office
    if office is None or office.base in terms().legislators:
        return
    if person is None or person.kind is not EntityKind.PERSON or office.status not in STATUSES:
        return
    post = reading.posts.of(office, mention.tree, mention.start)
    if post is not None:
        status = "former" if office.status == "current" and _is_long_gone(reading, person, post) else office.status
        yield Situation.of(Kind.TENURE, {"holder": person, "post": post}, status), mention.tree, span


def _is_long_gone(reading: Reading, person: Entity, post: Entity) -> bool:
    """Whether the world knows that somebody left a post by then: "President Barack Obama" in a later year."""
    day, key = reading.article.published or "", reading.posts.key(post)
    of = post.of.label if post.of is not None else ""
    known = world().posts_of(person.label) or world().person(person.label)
    held = [h for h in known if (h.key, h.of) == (key, of) and h.start <= day]
    return bool(day and held) and all(h.end is not None and h.end[: len(day)] < day[: len(h.end)] for h in held)


def is_over(tree: Tree, at: int) -> bool:
    """Whether a verb not in the past tells of what is past: "having served as mayor", "has previously served"."""
    word, above = tree[at], tree[tree[at].head]
    if any(k.lower in EARLIER for k in tree.kids(at, "advmod")):
        return True
    if word.tag not in ("VBG", "VBN"):
        return False
    having = any(k.lower == "having" for k in tree.kids(at, "aux"))
    return having or (word.dep == "pcomp" and above.lower in ("after", "following"))


def is_succeeded(tree: Tree, at: int, words: Iterable[int]) -> bool:
    """Whether somebody succeeded holds the post no more: the verb is in the past, or a clause says that he has left."""
    word, auxiliaries = tree[at], {k.lower for k in tree.kids(at, "aux", "auxpass")}
    happened = word.tag == "VBD" or (word.tag == "VBN" and auxiliaries & {"was", "were", "has", "have", "had"})
    planned = any(k.tag in ("MD", "TO") for k in tree.kids(at, "aux"))
    return bool(happened and not planned) or has_left(tree, words)


def has_left(tree: Tree, words: Iterable[int]) -> bool:
    """Whether a clause says of somebody that he has left: "who retired in March", "whose term expired"."""
    clauses = [clause for i in words for clause in tree.kids(i, "relcl")]
    return any(c.tag in ("VBD", "VBN") and c.lemma in terms().leaving_office for c in clauses)
