"""Who fills a role: what a slot of a word, or a word itself, stands for."""

from collections.abc import Iterable, Mapping

from kingmaker.facts.attribution import attribution
from kingmaker.lexicon.terms import terms
from kingmaker.model import Entity, EntityKind
from kingmaker.text.clauses import is_passive, slot, surface_subject
from kingmaker.text.electoral_nouns import adjective_of, told_post
from kingmaker.text.lists import listed_after, named_members
from kingmaker.text.mention import MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

PERSONS = frozenset({"candidate", "nominee", "appointee", "holder", "beneficiary", "predecessor"})
ACTORS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.COLLECTIVE)
FIRST_PERSON = frozenset({"i", "me", "my", "myself", "we", "us", "our"})

UNTOLD = -2  # the word of a post that is only the one in contest

Filled = list[tuple[int, Entity]]  # who or what fills a role, each with its word (-1 where no word tells it)


def fillers(
    reading: Reading, tree: Tree, i: int, role: str, paths: tuple[str, ...], caught: Mapping[str, tuple[int, ...]]
) -> Filled:
    """Return who or what may fill a role: the entities of the first slot that holds any."""
    for path in paths:
        if path.startswith("focus") and role == "post" and (told := adjective_of(tree, i)) is not None:
            named = told_post(reading.posts, tree, i, *told)
            return [(-1, named)] if named is not None else []
        if path.startswith("focus") and role == "post" and "to" in paths and _names_a_body(tree, slot(tree, i, "to")):
            return []  # "nominated to the court of appeals"
        if path.startswith("focus"):
            post = reading.posts.focus(tree.index, i)
            if post is not None and role == "post":
                return [(UNTOLD, post)]
            continue
        if path == "nominee":
            if reading.nominee is not None:
                return [(-1, reading.nominee)]
            continue
        if path.startswith("held:"):
            of = path.removeprefix("held:")
            holders = caught.get(of[1:-1], ()) if of[0] == "{" else slot(tree, i, of)
            held = [reading.left(tree, at, i) for at in holders]
            if held and held[0] is not None:
                return [(-1, held[0])]
            if holders and reading.held(tree, holders[0]) is not None:
                return []  # the post he goes to is not the one he leaves
            continue
        if path.startswith("late:"):
            late = [reading.late(tree, at) for at in slot(tree, i, path.removeprefix("late:"))]
            if late and late[0] is not None:
                return [(-1, late[0])]
            continue
        if path.startswith("titled:"):
            titles = [p for at in slot(tree, i, path.removeprefix("titled:"))[:1] for p in reading.titled(tree, at)]
            if len(titles) > 1:  # one alone is that of whom the article knows best
                return [(-1, post) for post in titles]
            continue
        if path.startswith("head:"):
            of = path.removeprefix("head:")
            headed = caught.get(of[1:-1], ()) if of[0] == "{" else slot(tree, i, of)
            heads = [post for at in headed if (post := reading.head_of(tree, at)) is not None]
            if heads:
                return [(-1, heads[0])]
            continue
        if path[0] == "{":
            continue
        if path in ("here", "near"):
            near = reading.near(tree, i, 0 if path == "here" else 1)
            if near is not None:
                return [(-1, near)]
            continue
        words = slot(tree, i, path)
        if path == "is" and role in PERSONS and (listed := reading.roster(tree, i)):
            return [(-1, e) for e in listed]
        if role == "post" and any(reading.is_open_office(tree, at) for at in words):
            return []  # the words name another post than the one in contest, though not which
        if role == "post" and path.rpartition(">")[2] == "for" and names_a_thing(reading, tree, words):
            return []
        found = of_words(reading, tree, role, _listed(reading, tree, i, words) if role != "post" else words)
        if found:
            return found
    left_out = next((e for path in paths if (e := elided(reading, tree, i, path)) is not None), None)
    return [(-1, left_out)] if left_out is not None and role in PERSONS else []


def elided(reading: Reading, tree: Tree, i: int, path: str) -> Entity | None:
    """Return who is left out of a fragment: the person whose name heads its paragraph.

    "Backed by the deputy prime minister.", "Has two allies behind her.", "The bookmakers' favourite."
    """
    topic = reading.topic(tree)
    if topic is None or tree[i].dep not in ("ROOT", "conj") or path not in ("subject", "surface", "object", "is"):
        return None
    if not tree[i].is_verb:
        start, end = tree.sentence(i)
        alone = tree[i].dep == "ROOT" and not any(w.is_verb for w in tree.words[start:end])
        return topic if path == "is" and alone else None
    passive = is_passive(tree, i)
    fits = path == "object" if passive else path in ("subject", "surface")
    return topic if fits and not surface_subject(tree, i) else None


def _listed(reading: Reading, tree: Tree, i: int, words: list[int]) -> list[int]:
    """Return words with the people listed after the first of them, whom the parser may hang elsewhere.

    What is said beside the first of a list is said of him alone: "Seade, Mexico's candidate, Ulian and Mam".
    """
    beside = bool(words) and tree[i].dep == "appos" and tree[i].head == words[0]
    later = listed_after(reading, tree, words[0]) if words and not beside else []
    return list(dict.fromkeys((*words, *later)))


def of_words(reading: Reading, tree: Tree, role: str, words: Iterable[int]) -> Filled:
    """Return what words stand for in a role; of several posts the first."""
    if role == "post":
        return [(at, e) for at in words for e in entities(reading, tree, at, role)][:1]
    named = (i for at in words for i in named_members(reading, tree, at) or (at,))
    return [(at, e) for at in dict.fromkeys(named) for e in entities(reading, tree, at, role)]


def names_a_thing(reading: Reading, tree: Tree, words: Iterable[int]) -> bool:
    """Whether "for" says that it is about no post at all: "a bid for a painting"."""
    things = [at for at in words if _is_common(reading, tree, at)]
    return bool(things) and all(
        tree[at].lemma not in terms().contests | terms().post_nouns | terms().calendar for at in things
    )


def _names_a_body(tree: Tree, words: Iterable[int]) -> bool:
    return any(tree[at].lemma in terms().body_nouns for at in words)


def is_thing(reading: Reading, tree: Tree, at: int) -> bool:
    """Whether a noun is neither somebody nor a post, a contest or a time."""
    other = terms().contests | terms().post_nouns | terms().calendar
    return tree[at].lemma not in other and _is_common(reading, tree, at)


def _is_common(reading: Reading, tree: Tree, at: int) -> bool:
    """Whether a word is a noun that names nobody and nothing we know."""
    return (
        tree[at].pos == "NOUN"
        and reading.mention(tree, at) is None
        and reading.post(tree, at) is None
        and not any(n.start <= at < n.end for n in tree.names)
    )


def entities(reading: Reading, tree: Tree, at: int, role: str) -> list[Entity]:
    """Return what a word stands for, as far as it can fill a role."""
    if role == "post":
        post = reading.post(tree, at)
        return [post] if post is not None else []
    kinds: tuple[EntityKind, ...] = (EntityKind.PERSON,) if role in PERSONS else ACTORS
    if is_first_person(tree, at):
        speaker = attribution(reading, tree, at).source
        return [speaker] if speaker is not None and speaker.kind in kinds else []
    if role == "target":
        kinds = (*ACTORS, EntityKind.ANONYMOUS)  # "urged the president's aides to keep him"
    if role in PERSONS and _is_entry(tree, at):  # "its objection to Mr Weber becoming head"
        return [e for own in surface_subject(tree, at) for e in reading.people(tree, own)]
    if role in PERSONS and (listed := reading.roster(tree, at)):
        return listed
    found = [e for e in reading.actors(tree, at) if e.kind in kinds]
    if found and found[0].kind is EntityKind.COLLECTIVE and role not in PERSONS:
        found = _members(reading, tree, at) or found
    return found or [e for name in _described(reading, tree, at) for e in reading.actors(tree, name) if e.kind in kinds]


def is_first_person(tree: Tree, at: int) -> bool:
    """Whether a word is "I", "we" or "us": "the US" is none."""
    return tree[at].lower in FIRST_PERSON and tree[at].text != "US"


def _is_entry(tree: Tree, at: int) -> bool:
    """Whether a word is a gerund of coming into a post, with somebody of its own who does."""
    entry = terms().entering | terms().leading | terms().succeeding
    return tree[at].tag == "VBG" and tree[at].lemma in entry and tree.kid(at, "nsubj", "poss") is not None


def _members(reading: Reading, tree: Tree, at: int) -> list[Entity]:
    """Return those whom a group is told to be: "two other Democrats, Senators Ada Eze and Tunde Bello, opposed"."""
    beside = [i for k in tree.kids(at, "appos") if k.i > at for i in (k.i, *_hung_on_place(tree, k.i))]
    named = [e for i in beside for n in tree.conjuncts(i) for e in reading.actors(tree, n)]
    kinds = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY)
    return list(dict.fromkeys(e for e in named if e.kind in kinds or e.label[:1].isupper()))


def _hung_on_place(tree: Tree, at: int) -> list[int]:
    """Return the names the parser coordinates with a place: "Ada Eze of Oregon and Tunde Bello of Utah"."""
    places = [o.i for p in tree.kids(at, "prep") if p.lower == "of" for o in tree.kids(p.i, "pobj")]
    return [c for o in places for c in tree.conjuncts(o) if c != o and tree.kid(c, "prep", "compound")]


def _described(reading: Reading, tree: Tree, at: int) -> list[int]:
    """Return the name in apposition to a noun that stands for nobody itself: "her deputy, Felix Boakye, will act"."""
    mention = reading.mention(tree, at)
    if (
        tree[at].pos not in ("NOUN", "PROPN")
        or tree[at].lower in terms().arenas
        or not (mention is None or mention.kind is MentionKind.OFFICE)
    ):
        return []
    beside = [k.i for k in tree.kids(at, "appos")]
    if tree[at].dep == "appos" and tree.kid(at, "relcl"):
        beside.append(tree[at].head)  # "Ana Prado, an economist who was governor of the bank"
    beside += [k.i for name in beside for k in tree.kids(name, "appos")]
    return [i for i in beside if (m := reading.mention(tree, i)) is not None and m.kind is MentionKind.PERSON][:1]


def standing(reading: Reading, tree: Tree, at: int) -> list[Entity]:
    """Return whose candidacy a noun names: "Keller's bid", "the nomination of Keller", "the Keller campaign"."""
    if tree[at].lemma not in terms().candidacies:
        return []
    for path in ("poss", "of", "compound"):
        if found := [e for own in slot(tree, at, path) for e in reading.people(tree, own)]:
            return found
    return []


def whose_candidacy(reading: Reading, tree: Tree, i: int, paths: tuple[str, ...]) -> Filled:
    """Return the people whose candidacies fill a slot that no person fills."""
    for path in (p for p in paths if ":" not in p and p[0] != "{" and p not in ("focus", "here", "near", "nominee")):
        if found := [(at, e) for at in slot(tree, i, path) for e in standing(reading, tree, at)]:
            return found
    return []


def sought(reading: Reading, tree: Tree, i: int, chosen: Mapping[str, tuple[int, Entity]]) -> Entity | None:
    """Return the one post that the article's plain words say somebody is up for, where these words do not say which.

    "Keller was nominated as ECB president ... the Senate rejected him": for the bank, whatever else is in contest.
    """
    person = next((chosen[r][1] for r in ("candidate", "nominee") if r in chosen), None)
    if person is None or "post" not in chosen:
        return None
    at, post = chosen["post"]
    mention = reading.mention(tree, at) if at >= 0 else None
    untold = at == UNTOLD or (
        at >= 0
        and (mention is None or mention.office is None)
        and tree[at].lemma in terms().post_nouns | terms().contests
        and not tree.kids(at, "prep", "acl", "relcl", "compound", "poss")
        and reading.posts.focus(tree.index, i) == post
    )
    return reading.sought.get(person.id) if untold else None
