"""The post that a contest's adjective tells: "the presidential primary", "Anambra's governorship election"."""

from collections.abc import Iterator, Sequence

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.model import Entity, EntityKind
from kingmaker.text.mention import Mention
from kingmaker.text.particular import has_post
from kingmaker.text.places import Place, known_place
from kingmaker.text.posts import head_post, make_post
from kingmaker.text.tree import Tree

BACK = 5  # words before the adjective that may tell where: "Anambra State 2025 governorship election"
AFTER = 6
STANDARD = "President"  # whose flag a flagbearer bears, where nothing else is said


def electoral_words(tree: Tree) -> Iterator[tuple[int, str]]:
    """Yield each word that tells the post of the contest or candidate it describes, with that post's title."""
    for word in tree.words:
        title = title_at(tree, word.i)
        describes = word.head > word.i and tree[word.head].lemma in terms().electoral_nouns
        if title is not None and (describes or _is_standard(tree, word.i)):
            yield word.i, title


def electoral_post(
    tree: Tree, i: int, mentions: Sequence[Mention], home: Place | None, region: Place | None
) -> Entity | None:
    """Return the post that word `i` tells: at the place named beside it, else at the article's own.

    `mentions` are those of the paragraph. A governor is a region's, so that of a country alone is nobody's.
    """
    title = title_at(tree, i)
    known = world().title(title) if title is not None else None
    if title is None or known is None:
        return None
    wanted = EntityKind.COUNTRY if "country" in known.scopes else EntityKind.ORGANISATION
    own = region if wanted is EntityKind.ORGANISATION else home
    place = _beside(tree, i, mentions, wanted) or own
    if place is None or (place.kind is EntityKind.COUNTRY) != (wanted is EntityKind.COUNTRY):
        return None
    if "city" in known.scopes:
        return None
    if place.kind is EntityKind.COUNTRY and not has_post(title, place.label):
        return _of_party(tree, i, mentions, title, place.label)
    return make_post(title, known, title, place)


def _of_party(tree: Tree, i: int, mentions: Sequence[Mention], title: str, home: str) -> Entity | None:
    """ "The LDP presidential race" in a country without a president: the party's, where its head is called so."""
    near = [m for m in mentions if m.place is not None and m.place.body_kind == "party" and m.start < i + AFTER]
    here = [m.place for m in near if tree[m.start].sent == tree[i].sent] or [m.place for m in near]
    place = here[-1] if here else _local_party(tree, i, home)
    return head_post(place) if place is not None and place.head_title == title else None


def running_mates_post(tree: Tree, i: int, sought: Entity | None, home: Place | None) -> Entity | None:
    """Return the post that a "running mate" is for: the deputy of the one sought, a governor's or the president's."""
    mate = tree[i].lemma == "mate" and i > 1 and "running" in (tree[i - 1].lower, tree[i - 2].lower)
    if not mate and tree[i].lemma != "running-mate":
        return None
    governor = sought is not None and sought.title == "Governor"
    place = known_place(sought.of.label, 0, 0) if governor and sought is not None and sought.of is not None else home
    if place is None or (place is home and not world().holders("President", home.label if home else "")):
        return None
    names = ("Deputy Governor", "Lieutenant Governor") if governor else ("Deputy President", "Vice President")
    of = place.label if not governor else (getattr(world().country(place.label), "of", ""))
    first = of not in ("United States",) if governor else of in ("Kenya", "South Africa")
    title = world().title(names[0] if first else names[1])
    return make_post(title.name, title, title.name, place) if title is not None else None


def title_at(tree: Tree, i: int) -> str | None:
    """Return the title that an adjective or noun tells: "presidential", "vice-presidential", "prime ministerial"."""
    if _is_standard(tree, i):
        told = next(
            (terms().electoral_titles[k.lower] for k in tree.kids(i) if k.lower in terms().electoral_titles), ""
        )
        return told or STANDARD
    if tree[i].dep not in ("amod", "compound", "nmod", "punct", "nummod"):
        return None
    for size in (3, 2):
        told = "-".join(w.lower for w in tree.words[i - size + 1 : i + 1] if w.text != "-") if i >= size - 1 else ""
        if told.count("-") == 1 and told in terms().electoral_titles:
            return terms().electoral_titles[told]
    return terms().electoral_titles.get(tree[i].lower)


def _is_standard(tree: Tree, i: int) -> bool:
    """Whether a word is the party's candidate for the highest post: "flagbearer", "flag bearer", "flagbearership"."""
    word = tree[i]
    if word.lemma in ("flagbearer", "flagbearership"):
        return True
    first = 2 if i > 1 and tree[i - 1].text == "-" else 1
    return word.lemma in ("bearer", "bearership") and i >= first and tree[i - first].lower == "flag"


def _beside(tree: Tree, i: int, mentions: Sequence[Mention], wanted: EntityKind) -> Place | None:
    """Return the country, or the part of one, that stands just before the adjective or after the noun."""
    noun = max(i, tree[i].head) if tree[i].dep in ("amod", "compound", "nmod") else i
    for mention in mentions:
        place = mention.place
        if place is None or (place.kind is EntityKind.COUNTRY) != (wanted is EntityKind.COUNTRY):
            continue
        if wanted is EntityKind.ORGANISATION and place.body_kind != "region":
            continue
        same = tree[mention.start].sent == tree[i].sent
        before = mention.end <= i and i - mention.end < BACK and _plain(tree, mention.end, i)
        after = noun < mention.start < noun + AFTER and tree[mention.start - 1].lower in ("of", "in", "the", "for")
        if same and (before or (after and _plain(tree, noun + 1, mention.start))):
            return place
    for at in (i - 1, i - 2):  # "the Peruvian presidential race"
        found = known_place(tree[at].text, at, at + 1, adjective=True) if at >= 0 and tree[at].is_capital else None
        if found is not None and (found.kind is EntityKind.COUNTRY) == (wanted is EntityKind.COUNTRY):
            return found if found.body_kind in ("country", "region") else None
    return None


def _plain(tree: Tree, start: int, end: int) -> bool:
    return not any(w.is_verb or w.text in (",", ";", "and") for w in tree.words[start:end])


def _local_party(tree: Tree, i: int, home: str) -> Place | None:
    """ "The ruling Liberal Democratic Party's presidential race": the party that is called so at home."""
    for start in range(max(0, i - AFTER), i):
        for end in range(i, start, -1):
            found = world().body(tree.phrase(start, end), home) if tree[start].is_capital else None
            if found is not None and found.kind == "party":
                return known_place(found.name, start, end)
    return None
