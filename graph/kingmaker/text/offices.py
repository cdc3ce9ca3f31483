"""Office phrases: "the former Norwegian prime minister", "head of NATO", "chair of the finance committee".

A phrase is found from its title outwards: what a minister is of and whose minister it is may stand
before the title ("UK defence secretary", "Vardania's finance minister") or after it ("Secretary of
State for Defence of the United Kingdom").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Title, world
from kingmaker.model import Entity, EntityKind
from kingmaker.text.branches import branch_of, is_member
from kingmaker.text.embassies import accredited
from kingmaker.text.office_names import is_no_title, office_openings, particular_title
from kingmaker.text.origins import as_city, european, is_nationality
from kingmaker.text.partisan import governed
from kingmaker.text.places import Place, place_before
from kingmaker.text.places_after import place_after
from kingmaker.text.portfolios import is_portfolio_of, portfolio_after, portfolio_titles, rank_and_portfolio
from kingmaker.text.posts import capitals, make_post
from kingmaker.text.standings import prefix_status, suffix_status
from kingmaker.text.tree import Tree, Word

LONGEST_TITLE = 7  # words
STATES_OWN = ("President", "Vice President")  # of a place that the parser takes for one, it is a state's


@dataclass(frozen=True, slots=True)
class Office:
    """An office phrase: words `start` to before `end`, its head word, and the post it names.

    `post` is None where the phrase does not tell the body; `status` is "current", "former",
    "designate", or "next" for a post still to be filled ("the next head of NATO").
    """

    start: int
    end: int
    head: int
    title: str  # as in the article, its words capitalised: "Defence Secretary"
    key: str  # what makes two titles the same post: "Prime Minister", "Minister: foreign"
    scopes: tuple[str, ...]
    single: bool
    status: str
    place: Place | None
    post: Entity | None
    destination: str = ""  # of an ambassador
    indefinite: bool = False  # "a third Nordic secretary general": nobody in particular
    owned: bool = False  # "its leader": of the body just spoken of
    base: str = ""  # the name of the lexicon's title behind it
    whose: str = ""  # "party" of "his party's leader", "former party chairman"

    @property
    def plural(self) -> bool:
        """Whether the phrase speaks of several posts ("the ministers")."""
        return self.key.endswith("*")


def find_offices(tree: Tree) -> list[Office]:
    """Return the office phrases of a paragraph, in order, none inside another."""
    found: list[Office] = []
    covered = -1
    for start, end, title in _titles(tree):
        if start <= covered:
            continue
        office = _grow(tree, start, end, title)
        if office is not None and (not found or office.start >= found[-1].end):
            found.append(office)
            covered = office.end - 1
    return found


def _titles(tree: Tree) -> Iterator[tuple[int, int, Title]]:
    """Yield the titles in the text, longest match first; verbs ("to head", "chair the talks") are none."""
    lexicon, i = world(), 0
    while i < len(tree):
        if tree[i].is_capital and (longer := _body_at(tree, i)):
            i = longer
            continue
        if not lexicon.opens_title(tree[i].text) and tree[i].lower not in office_openings():
            i += 1
            continue
        for end in range(min(len(tree), i + LONGEST_TITLE), i, -1):
            if tree[i].sent != tree[end - 1].sent or not tree.is_clean(i, end):
                continue
            title = lexicon.title(tree.phrase(i, end)) or particular_title(tree.phrase(i, end))
            if title is not None and title.generic and _modifies(tree, end - 1):
                continue
            if title is not None and end == i + 1 and end < len(tree) and is_portfolio_of(tree, i):
                continue
            if title is not None and end == i + 1 and is_no_title(tree, i):
                continue
            if title is not None and _is_noun(tree, i, end):
                at, title = _own_portfolio(tree, i, end, title)
                yield at, end, title
                i = end - 1
                break
        i += 1


def _own_portfolio(tree: Tree, start: int, end: int, title: Title) -> tuple[int, Title]:
    """ "Local Government Minister": no government minister, for what stands before makes the rest a portfolio."""
    last = world().title(tree[end - 1].text)
    if end - start != 2 or last is None or last.name not in portfolio_titles() or not start:
        return start, title
    wider = tree[start - 1].sent == tree[start].sent and world().portfolio(tree.phrase(start - 1, end - 1))
    return (end - 1, last) if wider and tree.is_clean(start - 1, end - 1) else (start, title)


def _modifies(tree: Tree, i: int) -> bool:
    """Whether a general word for a head belongs to the next noun: "head coach", "chief reason"."""
    word = tree[i]
    return word.dep in ("compound", "amod", "nmod") and word.head > i and tree[word.head].pos == "NOUN"


def _body_at(tree: Tree, start: int) -> int:
    """Return where a body's name of several words ends that begins at `start` ("General Assembly"), else 0."""
    lexicon = world()
    for end in range(min(len(tree), start + LONGEST_TITLE), start + 1, -1):
        clean = tree[end - 1].sent == tree[start].sent and tree[end - 1].is_capital and tree.is_clean(start, end)
        if (
            clean
            and lexicon.body(tree.phrase(start, end)) is not None
            and lexicon.title(tree.phrase(start, end)) is None
        ):
            return end
    return 0


def _is_noun(tree: Tree, start: int, end: int) -> bool:
    head = tree[end - 1]
    if end - start > 1 or "-" in head.text or head.pos in ("NOUN", "PROPN"):
        return head.pos != "VERB" or head.is_capital
    if start and tree[start - 1].lower in terms().statuses and head.dep in ("compound", "nmod"):
        return True  # "former taoiseach Ann Kelly", taken for a verb
    if head.pos == "VERB" and head.lower == head.lemma and start:  # "as the EACC chair"
        before, noun = tree[start - 1], head.dep in ("pobj", "dobj", "appos", "attr", "nsubj")
        letters = before.text.isupper() and world().body(before.text) is not None
        return letters or (noun and (before.is_capital or before.tag == "POS"))
    return head.is_capital and head.pos in ("ADJ", "X") and head.i > 0


def _grow(tree: Tree, start: int, end: int, title: Title) -> Office | None:
    first, words = start, tree.phrase(start, end)
    head = _head_of(tree, start, end)
    first, words, portfolio = rank_and_portfolio(tree, first, words, title)
    last = end
    named, (status, last) = first, suffix_status(tree, last)
    place = governed(tree, title, first) or _place_over_adjectives(tree, first)
    if place is not None and is_nationality(tree, title, place):
        place = None
    if place is not None:
        first, place = place.start, as_city(tree, title, place, first)
        if first and tree[first - 1].lower == "deputy" and place.body_kind not in ("country", "region"):
            first, words = first - 1, f"{tree[first - 1].text} {words}"  # "Deputy Senate President"
    if title.name == "Commissioner":
        first, place = european(tree, first, place)
    if portfolio is None and title.name in portfolio_titles():
        portfolio, words, last = portfolio_after(tree, last, words)
    destination = ""
    if "embassy" in title.scopes:
        destination, last, place = accredited(tree, last, title.scopes, place)
    after = None if destination else place_after(tree, last, title.scopes)
    if after is not None and portfolio is not None and after.preposition == "at" and not after.known:
        after = None  # "sworn in as interior minister at State House"
    if after is not None and (place is None or after.preposition == "of"):
        last, place = after.end, after if place is None else _narrow(after, place)
    if (branch := branch_of(tree, first, named, last, place, title)) is not None:
        first, last, place = min(first, branch.start), max(last, branch.end), branch
        words = words.removeprefix("state ")
    aide = title.name == "Chief of Staff" and last < len(tree) and tree[last].lower == "to"
    if (
        (place is None and title.generic)
        or aide
        or is_member(tree, start, title, place)
        or _out_of_scope(tree, title, place, tree[first - 1] if first else None)
    ):
        return None
    within = next((terms().statuses[w.lower] for w in tree.words[first:start] if w.lower in terms().statuses), None)
    first, before = prefix_status(tree, first)
    status = status or before or within or "current"
    key = _key(title, words, portfolio)
    if key == "Leader" and place is not None and place.body_kind == "parliament":
        key = "Leader of the House"
    if title.generic and place is not None and place.head_title and key == title.name:
        key = place.head_title
    noun = next((i - 1 for i in range(start + 1, end) if tree[i].lower in ("of", "for")), end - 1)
    if tree[noun].tag in ("NNS", "NNPS"):  # "Ministers for Health", but one "Minister for Foreign Affairs"
        key += "*"
    if title.name == "Leader" and place is not None and place.kind is EntityKind.COUNTRY:
        key = "Leader of a country"  # no post: who heads its state or government
    sent = "embassy" not in title.scopes or destination or portfolio
    whole = place is not None and key != "Leader of a country" and sent
    post = make_post(words, title, key, place, destination) if place is not None and whole else None
    indefinite = tree[first].lower in ("a", "an", "another", "any", "no", "every", "each", "some")
    owned = tree[first].lower in ("its", "their", "whose") or (first > 0 and tree[first - 1].lower == "whose")
    return Office(
        first, last, head, capitals(words), key, title.scopes, title.single, status, place, post, destination,
        indefinite, owned, title.name, _whose(tree, first, words) if place is None else "",
    )  # fmt: skip


def _place_over_adjectives(tree: Tree, first: int) -> Place | None:
    """ "Italy's new prime minister", "the bank's first female governor": the owner before what describes the title."""
    at = first
    while at and first - at < 5 and (tree[at - 1].lower in terms().statuses or _describes(tree, at - 1)):
        at -= 1
    return place_before(tree, at) if at < first and at and tree[at - 1].tag == "POS" else None


def _describes(tree: Tree, at: int) -> bool:
    word = tree[at]
    return not word.is_capital and (word.pos in ("ADJ", "NUM") or word.text == "-" or word.dep == "amod")


def _whose(tree: Tree, first: int, words: str) -> str:
    """Return the noun of the owner that a phrase does not name: "his party's leader", "the party leader"."""
    if words.lower().startswith("party "):
        return "party"
    return tree[first - 2].lower if first > 1 and tree[first - 1].tag == "POS" and tree[first - 2].pos == "NOUN" else ""


def _out_of_scope(tree: Tree, title: Title, place: Place | None, before: Word | None = None) -> bool:
    """Whether a title is a company's or a spokesman's: the posts here are public ones."""
    local = before is not None and before.lower in terms().ordinary and place is not None and place.body_kind == "party"
    if (
        local
        or title.name in terms().not_posts
        or (place is None and before is not None and before.lower in terms().branches)
    ):
        return True
    if place is None or place.known:
        return False
    if title.name in STATES_OWN and place.label in tree.places:
        return False
    words = {w.strip("'s").lower() for w in place.label.replace("-", " ").split()}
    if words & terms().private_bodies:
        return True
    if "company" not in title.scopes:
        return False
    if "bank" in words and not words & {"of", "national", "reserve", "central", "state", "development", "world"}:
        return True
    return not words & terms().public_bodies


def _head_of(tree: Tree, start: int, end: int) -> int:
    inside = [i for i in range(start, end) if not start <= tree[i].head < end or tree[i].head == i]
    return inside[-1] if inside else end - 1


def _narrow(after: Place, before: Place) -> Place:
    """ "Italy's head of the environment agency": the body after the title, told apart by the country before."""
    return after if after.known else Place(before.start, after.end, f"{after.label} of {before.label}", after.kind)


def _key(title: Title, words: str, portfolio: str | None) -> str:
    if title.name == "Cabinet Secretary" and portfolio:
        return f"Minister: {portfolio}"  # so Kenya and Mexico call theirs
    own = title.name.lower().split()
    ranks = [w for w in words.lower().split() if w in terms().ranks and w not in own]
    name = " ".join([*ranks, title.name]) if ranks else title.name
    return f"{name}: {portfolio}" if portfolio else name
