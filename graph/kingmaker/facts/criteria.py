"""What is wanted of whoever gets a post: a kind of person, in the words of the article ("someone from the south")."""

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.clauses import slot
from kingmaker.text.mention import MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

LONGEST = 14  # words of a criterion
INDEFINITE = frozenset({"a", "an", "another", "any", "no", "some"})
PRONOUNS = frozenset({"somebody", "someone", "anybody", "anyone", "one"})
# What may follow a noun and say what kind of person is meant; "by Friday" and "in place" do not.
DESCRIBING = frozenset({"from", "with", "of", "without", "outside", "within", "inside", "under", "above", "like"})
# Adjectives that say nothing of a person: "a suitable candidate", "a new leader".
EMPTY = frozenset({
    "new", "next", "suitable", "good", "right", "permanent", "potential", "possible", "single", "alternative", "other",
    "different", "further", "replacement", "common", "likely", "viable", "given", "proper", "better", "best",
})  # fmt: skip


def is_kind(reading: Reading, tree: Tree, at: int) -> bool:
    """Whether a word is no one person but a kind of person that somebody may want: "a woman", "an Eastern European"."""
    word = tree[at]
    if reading.people(tree, at) and word.lower not in PRONOUNS:
        return False
    if not (word.lower in PRONOUNS or _is_indefinite(tree, word)):
        return False
    mention = reading.mention(tree, at)
    if mention is not None and mention.kind is MentionKind.OFFICE and mention.office is not None:
        another = not tree.kids(at, "amod") and reading.post(tree, at) != reading.posts.focus(tree.index, at)
        former = mention.office.status == "former"
        ends = mention.end  # "a new governor of Lagos" says nothing, "a governor from the north" does
        described = ends < len(tree) and tree[ends].lower in DESCRIBING
        adjectives = any(k.lower not in EMPTY for k in tree.kids(at, "amod") if k.i < at)
        return mention.head == at and (former or another or described or adjectives)
    names_people = world().demonym(word.text) is not None or world().people(word.text) is not None
    if word.lemma in terms().person_kinds or (word.is_capital and names_people):
        return True
    return (word.lower in PRONOUNS or word.lemma in terms().person_nouns) and _says_something(tree, word)


def _is_indefinite(tree: Tree, word: Word) -> bool:
    """Whether a noun is any of its kind; one without an article only in a headline or after "both"."""
    determiners = [k.lower for k in tree.kids(word.i, "det", "preconj", "predet", "advmod")]
    if not determiners and word.dep == "conj":
        return _is_indefinite(tree, tree[word.head])
    return bool(INDEFINITE & set(determiners))


def _says_something(tree: Tree, word: Word) -> bool:
    """Whether the words about a bland noun describe whom it means: "a candidate who has led a state"."""
    clauses = tree.kids(word.i, "relcl", "acl")
    adjectives = [k for k in tree.kids(word.i, "amod", "compound") if k.lower not in EMPTY]
    return bool(clauses or adjectives or _description(tree, word.i) is not None)


def _description(tree: Tree, at: int) -> Word | None:
    """Return the preposition right after a noun that describes it, wherever the parser hung it."""
    after = tree[at + 1] if at + 1 < len(tree) else None
    return after if after is not None and after.lower in DESCRIBING and after.pos in ("ADP", "SCONJ") else None


def criterion_of(tree: Tree, at: int, paths: tuple[str, ...]) -> str | None:
    """Return the article's words for what is wanted, shortened to the description: "a woman", "from an EU country"."""
    for path in paths:
        for word in slot(tree, at, path):
            start, end = tree.edges(word)
            described = _description(tree, word)
            end = max(end, tree.edges(described.i)[1]) if described is not None else end
            words = tree.phrase(start, min(end, start + LONGEST)).strip(" ,.\"'-")
            if words:
                return words
    return None
