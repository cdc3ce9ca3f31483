"""Whether a frame fits a word: what it needs and avoids of those who are mentioned around it."""

from kingmaker.facts.ballots import is_count
from kingmaker.facts.criteria import is_kind
from kingmaker.facts.frames import Frame, Wanted
from kingmaker.facts.roles import elided, entities, is_first_person, is_thing, standing
from kingmaker.lexicon.terms import terms
from kingmaker.text.clauses import slot
from kingmaker.text.lists import named_members
from kingmaker.text.mention import MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

PEOPLE = frozenset({"@person", "@candidate", "@actor"})  # classes that somebody left out of a fragment is in
REFLEXIVE = ("himself", "herself", "themselves", "itself", "myself", "oneself")


def fits(reading: Reading, tree: Tree, word: Word, frame: Frame) -> bool:
    """Whether what a frame asks of mentions holds of a word that may start it (see `facts.triggers`)."""
    for path, wanted in frame.need.items():
        if wanted.classes and not _is_told(reading, tree, word, path, wanted):
            return False
    return not any(
        _in_class(reading, tree, at, name)
        for path, unwanted in frame.avoid.items() if unwanted.classes
        for at in slot(tree, word.i, path) for name in unwanted.classes
    )  # fmt: skip


def _is_left_out(reading: Reading, tree: Tree, i: int, path: str) -> bool:
    """Whether somebody who fills no slot is named above the paragraph or, as one of a group, after it."""
    return elided(reading, tree, i, path) is not None or (path == "is" and bool(reading.roster(tree, i)))


def _is_told(reading: Reading, tree: Tree, word: Word, path: str, wanted: Wanted) -> bool:
    """Whether a slot holds what is wanted, or is left out where a person is."""
    if any(_is_one_of(reading, tree, at, wanted) for at in slot(tree, word.i, path)):
        return True
    return not PEOPLE.isdisjoint(wanted.classes) and _is_left_out(reading, tree, word.i, path)


def _is_one_of(reading: Reading, tree: Tree, at: int, wanted: Wanted) -> bool:
    word = tree[at]
    if word.lemma in wanted.words or word.lower in wanted.words:
        return True
    return any(_in_class(reading, tree, at, name) for name in wanted.classes)


def _in_class(reading: Reading, tree: Tree, at: int, name: str) -> bool:
    """Whether a word is of a class; many frames ask the same of the same word, so the reading keeps the answers."""
    known = reading.classes.get((tree.index, at, name))
    if known is None:
        known = reading.classes[tree.index, at, name] = _of_class(reading, tree, at, name)
    return known


def _of_class(reading: Reading, tree: Tree, at: int, name: str) -> bool:
    match name:
        case "@post":
            return reading.post(tree, at) is not None
        case "@contest":
            return tree[at].lemma in terms().contests or tree[at].lemma in terms().post_nouns
        case "@charge":
            return reading.charge_of(tree, at) is not None
        case "@court":
            return reading.is_court(tree, at)
        case "@headed":
            return reading.head_of(tree, at) is not None
        case "@office":
            mention = reading.mention(tree, at)
            return mention is not None and mention.kind is MentionKind.OFFICE
        case "@offices":
            mention = reading.mention(tree, at)
            return mention is not None and mention.office is not None and mention.office.plural
        case "@person":
            if _is_bare_title(reading, tree, at):
                return False
            known = entities(reading, tree, at, "holder") or named_members(reading, tree, at)
            return bool(known) or is_first_person(tree, at)
        case "@kind":
            return is_kind(reading, tree, at)
        case "@candidate":
            return _in_class(reading, tree, at, "@person") or bool(standing(reading, tree, at))
        case "@holder":
            post = reading.posts.focus(tree.index, at)
            return any(post and post.id in reading.links.posts_held(e) for e in reading.people(tree, at))
        case "@thing":
            return is_thing(reading, tree, at)
        case "@actor":
            return bool(reading.actors(tree, at))
        case "@count":
            return is_count(reading, tree, at)
        case "@rounds":
            return reading.votes_in_rounds
        case "@reflexive":
            return tree[at].lower in REFLEXIVE
    return True


def _is_bare_title(reading: Reading, tree: Tree, at: int) -> bool:
    """Whether a title after a preposition has no article, and so is the post and not who holds it: "for president"."""
    mention = reading.mention(tree, at)
    if mention is None or mention.kind is not MentionKind.OFFICE or tree[at].dep != "pobj":
        return False
    return tree[mention.head].i == at and not tree.kid(at, "det", "poss", "appos") and tree[at].pos == "NOUN"
