"""Bodies by what they are: "the European Freshwater Authority (EFWA)", then "EFWA" and "the authority".

A body is found by the noun that ends or begins its name, whether the lexicon has it or not; what an
article has named in full, it may name in short from there on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.tree import Tree

LINKS = ("of", "for", "on")  # within a name: "Movement for Progress"
# What bodies of a kind are called in small letters.
KINDS: dict[str, tuple[str, ...]] = {
    "agency": ("agency", "body", "organisation", "organization", "institution", "watchdog", "regulator"),
    "alliance": ("alliance",),
    "union": ("union", "bloc", "body", "organisation", "organization"),
    "bank": ("bank", "lender", "institution"),
    "central-bank": ("bank",),
    "party": ("party",),
    "court": ("court",),
    "committee": ("committee",),
}
PARTIES = frozenset({"alliance", "movement", "front", "congress", "coalition"})  # so parties call themselves too
OWNERS = ("people", "peoples", "workers", "women", "farmers", "citizens", "patriots", "teachers")  # within a name
LONGEST = 8  # words of a name on either side of its noun


@dataclass(frozen=True, slots=True)
class Named:
    """A body's name at words `start` to before `end`; `noun` is what it is ("authority"); `proper`: in capitals."""

    start: int
    end: int
    label: str
    noun: str
    proper: bool


def named_bodies(tree: Tree) -> Iterator[Named]:
    """Yield each body that a paragraph names by its kind: in capitals, or in small letters with what tells it apart."""
    for word in tree.words:
        if word.lower not in terms().body_nouns or word.tag in ("NNS", "NNPS"):
            continue
        proper = word.is_capital
        if not proper and word.lower not in terms().common_bodies:
            continue
        start = _start_of(tree, word.i, proper)
        end = _end_of(tree, word.i) if proper else word.i + 1
        if end - start > 1:
            yield Named(start, end, tree.phrase(start, end), word.lower, proper)


def _start_of(tree: Tree, noun: int, proper: bool) -> int:
    """Return where a name begins: capitals (joined by "and"), or the words in small letters that belong to the noun."""
    start = noun
    while start and noun - start < LONGEST and tree[start - 1].sent == tree[noun].sent:
        word = tree[start - 1]
        if proper and word.is_capital and word.tag != "POS" and word.pos not in ("DET", "PRON", "VERB", "ADP"):
            start -= 1
        elif proper and start < noun and word.lower in ("and", "&") and start > 1 and tree[start - 2].is_capital:
            start -= 2
        elif (
            proper
            and word.tag == "POS"
            and start > 1
            and tree[start - 2].lower in OWNERS
            and tree[start - 2].is_capital
        ):
            start -= 2  # "People's National Party"
        elif not proper and word.dep in ("compound", "amod", "nmod") and word.head in range(start, noun + 1):
            start -= 1
        elif not proper and word.text == "-" and start > 1 and start < noun:
            start -= 2
        else:
            break
    while start < noun and (
        tree[start].lower in terms().statuses
        or tree[start].lower == "deputy"
        or (not proper and _is_vague(tree, start))
    ):
        start += 1
    return start


def _is_vague(tree: Tree, at: int) -> bool:
    word = tree[at]
    return word.lower in terms().vague or word.text in "-" or word.tag in ("CD", "JJR", "JJS")


def _end_of(tree: Tree, noun: int) -> int:
    """Return where a name ends that goes on after its noun: "Coalition of Domestic Observers"."""
    end = noun + 1
    while end + 1 < len(tree) and tree[end].lower in LINKS and end - noun < LONGEST:
        first = end + 1 + (tree[end + 1].lower == "the")
        if first >= len(tree) or not tree[first].is_capital or tree[first].sent != tree[noun].sent:
            break
        if tree[first].lower in terms().days_and_months:
            break  # "the Congress on Sunday named"
        end = first
        while end < len(tree) and (tree[end].is_capital or _joins(tree, end)) and tree[end].tag != "POS":
            end += 1
    return end


def _joins(tree: Tree, at: int) -> bool:
    """Whether "and" or a hyphen stands between two capitals of one name ("Boundaries and Delimitation")."""
    if at + 1 >= len(tree) or not tree[at + 1].is_capital or tree[at + 1].pos not in ("PROPN", "NOUN"):
        return False
    return tree[at].text == "-" or (tree[at].lower in ("and", "&") and tree[at + 1].tag in ("NNP", "NNS", "NNPS"))


def short_names(trees: Sequence[Tree]) -> list[dict[str, str]]:
    """Return for each paragraph what the bodies named by then may be called: their noun, their letters.

    A paragraph that comes before the full name takes the first one after it ("the agency" of a headline).
    Under "the agency" stands the only one of the article, whatever is said to describe it.
    """
    running: dict[str, str] = {}
    found: list[dict[str, str]] = []
    first: dict[str, str] = {}
    full: set[str] = set()  # the nouns that a full name stands for by then
    alike: dict[str, set[str]] = {}  # "agency" -> the agencies of the article
    for tree in trees:
        here = dict(running)
        for body in [*_listed(tree), *named_bodies(tree)]:
            known = world().body(body.label)
            label = known.name if known is not None else body.label
            nouns = KINDS.get(known.kind, ()) if known is not None else (body.noun,)
            if not body.proper and body.noun in full:
                continue  # "the anti-graft agency" describes one that has a name
            if known is None and body.proper and body.noun in PARTIES:
                nouns = (*nouns, "party")
            full.update(nouns if body.proper else ())
            for name in (body.noun, *nouns, *_letters(tree, body)):
                first.setdefault(name, label)
                running[name] = here[name] = label
            for noun in nouns if body.proper else ():
                alike.setdefault(noun, set()).add(label)
        found.append(here)
    only = {f"the {noun}": labels.pop() for noun, labels in sorted(alike.items()) if len(labels) == 1}
    return [{**first, **here, **only} for here in found]


def _listed(tree: Tree) -> Iterator[Named]:
    """Yield the bodies of the lexicon that the parser marks, whatever their last word is."""
    for name in tree.names:
        words = tree.phrase(name.start, name.end).removeprefix("the ").split()
        known = world().body(" ".join(words)) if name.label == "ORG" and words and words[-1].isalpha() else None
        if known is not None and known.kind != "media":
            yield Named(name.start, name.end, " ".join(words), words[-1].lower(), True)
    for word in tree.words:
        if word.text.isupper() and len(word.text) > 2 and (known := world().body(word.text)) and known.kind != "media":
            yield Named(word.i, word.i + 1, word.text, word.lower, True)


def _letters(tree: Tree, body: Named) -> Iterator[str]:
    """Yield what a name is cut down to: the letters in brackets after it, the first ones of its words."""
    after = body.end
    bracketed = after + 2 < len(tree) and tree[after].text == "(" and tree[after + 2].text == ")"
    if bracketed and tree[after + 1].text.isupper() and len(tree[after + 1].text) > 1:
        yield tree[after + 1].text
    if body.proper and world().body(body.label) is None:
        letters = "".join(w.text[0] for w in tree.words[body.start : body.end] if w.is_capital)
        if len(letters) > 1:
            yield letters
