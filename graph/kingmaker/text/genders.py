"""What an article tells of somebody's gender beside his or her name: "a businesswoman", "ruled herself out"."""

from kingmaker.lexicon.nouns import nouns
from kingmaker.text.clauses import surface_subject
from kingmaker.text.discourse import Discourse
from kingmaker.text.mention import Mention, MentionKind

REFLEXIVES = {"himself": "m", "herself": "f"}


def learn_genders(told: Discourse) -> None:
    """Enter the genders that nouns, reflexives and relative clauses tell of the people named."""
    for mention in list(told.linked):
        entity = told.entity(mention)
        if entity is not None and not told.gender(mention) and (gender := _gender_of(told, mention)):
            told.learn(entity, gender)


def _gender_of(told: Discourse, mention: Mention) -> str:
    tree = told.trees[mention.tree]
    word = tree[mention.head]
    beside = [k for k in tree.kids(word.i, "appos", "compound", "nmod") if k.i not in range(mention.start, mention.end)]
    if word.dep == "appos":
        beside.append(tree[word.head])
    if word.dep == "nsubj" and tree[word.head].lemma == "be":
        beside += tree.kids(word.head, "attr")
    for noun in beside:
        if gender := nouns().genders.get(noun.lower, ""):
            return gender
    for clause in tree.kids(word.i, "relcl"):
        own = [w for w in tree.subtree(clause.i) if tree[w].dep == "poss" and tree[w].lower in ("his", "her")]
        others = [m for m in told.mentions_in(told.sentence(mention)) if m.kind is MentionKind.PERSON
                  and clause.i < m.start < tree.edges(clause.i)[1]]  # fmt: skip
        if own and not others and mention.head in surface_subject(tree, clause.i):
            return "m" if tree[own[0]].lower == "his" else "f"
    return _by_reflexive(told, mention)


def _by_reflexive(told: Discourse, mention: Mention) -> str:
    tree = told.trees[mention.tree]
    start, end = tree.sentence(mention.head)
    for i in range(start, end):
        gender = REFLEXIVES.get(tree[i].lower)
        if gender is None:
            continue
        verb = next((w for w in tree.ancestors(i) if w.is_verb), None)
        if i == mention.end or (verb is not None and surface_subject(tree, verb.i) == [mention.head]):
            return gender
    return ""
