"""All who are not people by name: groups, unnamed sources, bodies, countries, pronouns, "the incumbent"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.text.bodies import Named, named_bodies
from kingmaker.text.branches import names_branch
from kingmaker.text.known import Known
from kingmaker.text.mention import Mention, MentionKind, Taken
from kingmaker.text.places import Place, known_place, unknown_place
from kingmaker.text.tree import Tree, Word

# What opens the words after a noun that tell one source, or one group, from another.
DESCRIBING = frozenset({
    "close", "familiar", "briefed", "with", "in", "at", "near", "involved", "inside", "from", "within", "of", "to",
    "on", "working", "privy",
})  # fmt: skip
COUNTED = frozenset({
    "of", "on", "led", "loyal", "from", "opposed", "allied", "close", "within", "inside", "in",
})  # fmt: skip
# What ends them, beside a verb or a mark.
POPULAR = frozenset({"People", "Peoples", "Workers", "Farmers", "Women", "Citizens", "Pensioners"})
ENDING = frozenset({
    "that", "which", "who", "and", "but", "as", "after", "before", "when", "while", "because", "if", "said", "told",
    "says", "have", "has", "had", "is", "are", "was", "were", "will", "would", "last", "this", "next", "yesterday",
    "today", "also", "still", "now", "for", "against", "behind", "not", "since",
})  # fmt: skip
MODIFYING = frozenset({"compound", "amod", "det", "nmod", "quantmod", "advmod", "predet", "nummod"})
ASKED = ("say", "tell", "expect", "claim", "add", "insist", "suggest", "deny", "admit", "think")
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
GROUPED = terms().collectives
PEOPLED = re.compile(r"(?:er|or|ist|ian|man|woman|crat|ant|ent|ee|ive|ier|eer|ster|ese|person|people)$")
LONGEST_DESCRIPTION = 9  # words
# Edges that lead out of a noun's own modifiers.
OUTSIDE = frozenset({
    "punct", "cc", "prep", "advcl", "relcl", "nsubj", "aux", "mark", "conj", "dep", "npadvmod",
})  # fmt: skip


def noun_phrase_start(tree: Tree, head: int, *, owner: bool = False) -> int:
    """Return the first word of the determiners and modifiers that stand before a noun, its `owner` with them."""
    start = head
    while start and tree[start - 1].sent == tree[head].sent:
        word = tree[start - 1]
        inside = word.head == head or start - 1 < word.head <= head
        inside = inside or (owner and word.tag == "POS" and start - 1 < tree[word.head].head <= head)
        joins = word.text in "-'\"" and start > 1 and start - 1 <= tree[start - 2].head <= head
        if not joins and (not inside or word.dep in OUTSIDE):
            break
        start -= 1
    while start < head and tree[start].text in "-'\"":
        start += 1
    return start


def groups(tree: Tree, known: Known, taken: Taken) -> Iterator[Mention]:
    """Unnamed sources and groups told by what they are: "a defence source", "seven of the ten members"."""
    counted: set[int] = set()
    for word in tree.words:
        if word.i in taken or word.i in counted:
            continue
        if (mention := _quantified(tree, word.i, taken)) is not None:
            counted.update(range(mention.start, _reach(tree, mention.head, taken, COUNTED)))
            yield mention
        elif _is_head(tree, word.i) and (found := _group_at(tree, word.i, taken)) is not None:
            yield found


def _is_head(tree: Tree, i: int) -> bool:
    """Whether a word heads a noun phrase of people: by what it means, or by what it does."""
    word = tree[i]
    if word.dep in MODIFYING or word.pos not in ("NOUN", "PROPN", "DET", "PRON", "ADJ", "NUM"):
        return False
    if word.dep == "poss" and tree[word.head].lower in terms().collectives:
        return False  # "women's groups"
    if word.tag == "NN" and i + 1 < len(tree) and tree[i + 1].pos == "PROPN" and tree[i + 1].is_capital:
        return False  # "the pressure group Budget Watch"
    return (
        word.lower in terms().anonymous or word.lower in terms().collectives or _speaks(tree, i) or _is_owned(tree, i)
    )


def _speaks(tree: Tree, i: int) -> bool:
    """Whether a common noun of people is the subject of saying or backing: "two bankers said", "a baker hopes"."""
    word = tree[i]
    above = tree[word.head]
    if word.dep == "nsubj" and word.lower in ("one", "another") and not tree.kids(i) and above.lemma in (*ASKED,):
        return True
    if word.dep != "nsubj" or word.pos != "NOUN" or word.lower in terms().no_sources:
        return False
    first = tree[noun_phrase_start(tree, i)]
    if first.lower in ("this", "our") and word.lower in terms().press:
        return True
    unnamed = word.tag == "NNS" or first.lower in ("a", "an", "one", "another") or first.tag == "CD"
    return (
        unnamed
        and above.lemma in terms().reporting
        and (PEOPLED.search(word.lemma) is not None or word.lower in terms().press)
    )


def _is_owned(tree: Tree, i: int) -> bool:
    """ "Her office", "the prime minister's staff": who speaks for somebody."""
    word = tree[i]
    if word.lower not in terms().staffs or word.dep not in ("nsubj", "nsubjpass", "pobj"):
        return False
    return any(k.tag in ("PRP$",) or any(p.tag == "POS" for p in tree.kids(k.i)) for k in tree.kids(i, "poss"))


def _group_at(tree: Tree, head: int, taken: Taken) -> Mention | None:
    word = tree[head]
    first = noun_phrase_start(tree, head)
    start = next((i + 1 for i in range(head - 1, first - 1, -1) if i in taken), first)
    if start < head and tree[start].tag == "POS" and start and tree[start - 1].text in POPULAR:
        start -= 1  # "the People's National Party"
    start += start < head and tree[start].tag in ("PRP$", "POS")  # "his party": he is a mention of his own
    bare = start + (tree[start].lower == "the")
    if any(known_place(tree.phrase(bare, end), bare, end) is not None for end in _name_ends(tree, head)):
        return None
    if names_branch(tree, bare, head + 1):
        return None
    anonymous = word.lower in terms().anonymous or word.lower in terms().press or word.lower in ("one", "another")
    plural = word.tag in ("NNS", "NNPS") or tree[first].lower in ("a", "some") or not anonymous
    kind = MentionKind.ANONYMOUS if anonymous else MentionKind.COLLECTIVE
    last = _reach(tree, head, taken, DESCRIBING if anonymous else COUNTED)
    free = anonymous and not any(i in taken for i in range(head + 1, last))
    end = last if free else head + 1
    told = _told_from(tree, head, start, taken, anonymous=anonymous)
    text = tree.phrase(told, last if anonymous or last > head + 1 else end)
    return Mention(tree.index, start, end, head, kind, text, "plural" if plural else "")


def _name_ends(tree: Tree, head: int) -> tuple[int, ...]:
    """Return where a body's name may end: at its noun, or after "of" and a name ("the Liberal Party of Canada")."""
    longer = head + 3 <= len(tree) and tree[head].is_capital and tree[head + 1].lower == "of"
    return (head + 1, head + 3) if longer and tree[head + 2].is_capital else (head + 1,)


def _told_from(tree: Tree, head: int, start: int, taken: Taken, *, anonymous: bool) -> int:
    """Return where the words begin by which a group is told: with an owner where he tells it."""
    first = noun_phrase_start(tree, head, owner=True)
    common = all(not w.is_capital or w.i == first for w in tree.words[first:start]) and tree[first].tag != "PRP$"
    owned = anonymous or tree[head].lower in terms().staffs or common or first in taken
    return first if first < start and owned else start


def _quantified(tree: Tree, at: int, taken: Taken) -> Mention | None:
    """ "Seven of the ten members", "most of eastern Europe", "56 per cent of member states", "one of them"."""
    word = tree[at]
    of = at + 1
    if word.tag == "CD" and at + 2 < len(tree) and tree[at + 1].lower == "per" and tree[at + 2].lower == "cent":
        of = at + 3
    elif word.tag == "CD" and at + 1 < len(tree) and tree[at + 1].lower in ("percent", "%"):
        of = at + 2
    counts = word.tag == "CD" or word.lemma in terms().quantities or word.lower in ("parts", "most")
    if not counts or of >= len(tree) - 1 or tree[of].lower != "of" or tree[of].sent != word.sent:
        return None
    head = of - 1 if of > at + 1 else at
    if tree[head].dep in MODIFYING - {"nummod"} or (of in taken):
        return None
    last = _reach(tree, of, taken, COUNTED) if of + 1 < len(tree) else of
    noun = next((w for w in reversed(tree.words[of + 1 : last]) if w.tag in NOUNS), None)
    named = any(w.is_capital for w in tree.words[of + 1 : of + 4])
    if noun is None and not named:
        return None
    if noun is not None and not (_of_people(noun) or named or noun.tag == "PRP"):
        return None
    anonymous = noun is not None and noun.lower in terms().anonymous
    kind = MentionKind.ANONYMOUS if anonymous else MentionKind.COLLECTIVE
    end = next((i for i in range(at, last) if i in taken), last)
    start = noun_phrase_start(tree, at)
    start = start if not any(i in taken for i in range(start, at)) else at
    return Mention(tree.index, start, max(end, head + 1), head, kind, tree.phrase(start, last), "plural")


def _of_people(noun: Word) -> bool:
    return noun.lower in GROUPED or noun.lower in terms().anonymous or PEOPLED.search(noun.lemma) is not None


def _reach(tree: Tree, head: int, taken: Taken, openers: frozenset[str]) -> int:
    """Return where the words end that tell one group from another: "familiar with the matter", "led by Colombia"."""
    at = head + 1
    if (
        at >= len(tree)
        or tree[at].sent != tree[head].sent
        or (tree[head].lower != "of" and tree[at].lower not in openers)
    ):
        return at
    if tree[at].lower in ("on", "in") and any(n.start == at + 1 and n.label == "DATE" for n in tree.names):
        return at
    for end in range(at, min(len(tree), at + LONGEST_DESCRIPTION)):
        word = tree[end]
        finite = word.tag in ("VBD", "VBZ", "VBP", "MD") and end > at
        if (
            word.sent != tree[head].sent
            or finite
            or word.lower in ENDING
            or (word.pos == "PUNCT" and word.text not in "-'")
        ):
            return end
    return head + 1 if tree[head].lower != "of" else min(len(tree), at + 2)


def places(tree: Tree, known: Known, taken: Taken) -> Iterator[Mention]:
    """Bodies and countries by name: what the lexicon knows, then what the parser takes for one."""
    lexicon, i = world(), 0
    courts = {b.start: b for b in named_bodies(tree) if b.proper and b.noun == "court"}
    while i < len(tree):
        step = 1
        if i in courts and not any(k in taken for k in range(i, courts[i].end)):
            end = courts[i].end  # "the U.S. Court of Appeals for the Fifth Circuit"
            place = _court(tree, courts[i])
            if place is not None:
                yield _place_mention(tree, i, end, place)
                i = end
                continue
        if tree[i].is_capital and i not in taken:
            for end in range(min(len(tree), i + 6), i, -1):
                if not tree.is_clean(i, end):
                    continue
                the = "The " if i and tree[i - 1].text == "The" else ""  # "The Hague has put forward"
                seat = lexicon.seat(the + tree.phrase(i, end))
                acts = tree[end - 1].dep in ("nsubj", "nsubjpass", "poss") or tree[tree[end - 1].head].dep == "agent"
                place = known_place(seat.name if seat and acts else tree.phrase(i, end), i, end)
                place = place or _party_before(tree, i, end)
                if place is not None and tree[end - 1].sent == tree[i].sent:
                    yield _place_mention(tree, i, end, place)
                    step = end - i
                    break
        i += step
    for name in tree.names:
        if name.label in ("GPE", "ORG", "FAC", "LOC", "NORP") and not any(
            k in taken for k in range(name.start, name.end)
        ):
            if name.label == "NORP" and (
                lexicon.demonym(tree.phrase(name.start, name.end)) or tree[name.end - 1].pos == "ADJ"
            ):
                if _is_people(tree, name.end - 1):
                    yield _people_mention(tree, name.end - 1)
                continue
            place = unknown_place(tree, name.start, name.end, name.end)
            if place is not None and tree[name.start + (tree[name.start].lower == "the")].is_capital:
                yield _place_mention(tree, name.start, name.end, place)


def _court(tree: Tree, named: Named) -> Place | None:
    """Return a court as a place, by its full name where it is told in short: "the Court of Appeals" of Iowa."""
    full = {label for label in tree.short_names.values() if label.endswith(f" {named.label}")}
    label = full.pop() if len(full) == 1 else named.label
    place = known_place(label, named.start, named.end) or unknown_place(tree, named.start, named.end, named.end)
    return replace(place, label=place.label if place.known else label, the=True) if place is not None else None


def _is_people(tree: Tree, i: int) -> bool:
    """Whether a demonym is a people by itself: "the French and the British back her", not "the French candidate"."""
    alone = tree[i].dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr") and not tree.kids(i, "compound")
    followed = i + 1 < len(tree) and tree[i + 1].pos in ("NOUN", "PROPN", "ADJ") and tree[i + 1].sent == tree[i].sent
    return i > 0 and alone and not followed and tree[i - 1].lower == "the" and names_a_people(tree[i])


def names_a_people(word: Word) -> bool:
    """Whether a demonym after "the" can only be a people: "the French", "the Dutch", unlike "the Norwegian"."""
    text = word.text
    return text.endswith(("sh", "nch", "tch")) and world().people(text) is None and world().demonym(text) is not None


def _people_mention(tree: Tree, i: int) -> Mention:
    return Mention(tree.index, i - 1, i + 1, i, MentionKind.COLLECTIVE, tree.phrase(i - 1, i + 1), "plural")


def _party_before(tree: Tree, start: int, end: int) -> Place | None:
    """Return the party whose adjective stands before its "leadership": "the Conservative leadership contest"."""
    if end >= len(tree) or tree[end].lower not in terms().title_of:
        return None
    place = known_place(tree.phrase(start, end), start, end, adjective=True)
    return place if place is not None and place.body_kind == "party" else None


def _place_mention(tree: Tree, start: int, end: int, place: Place) -> Mention:
    heads = [i for i in range(start, end) if not start <= tree[i].head < end or tree[i].head == i]
    head, words = heads[-1] if heads else end - 1, tree.phrase(start, end)
    kind = tree[start - 1] if start else tree[start]
    if kind.i < start and kind.lower in GROUPED and tree[head].dep == "appos" and tree[head].head == kind.i:
        start, head = kind.i, kind.i  # "the pressure group Budget Watch"
    return Mention(tree.index, start, end, head, MentionKind.PLACE, words, place=place)


def pronouns(tree: Tree, known: Known, taken: Taken) -> Iterator[Mention]:
    for word in tree.words:
        if word.lower in terms().pronouns and word.pos in ("PRON", "DET", "PROPN", "NOUN"):
            yield Mention(tree.index, word.i, word.i + 1, word.i, MentionKind.PRONOUN, word.text,
                          terms().pronouns[word.lower])  # fmt: skip
