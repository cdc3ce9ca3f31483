"""Lists of people, read along the words: each with a title before the name, or a description after it.

"The former minister Ada Eze, senator Bisi Cole and a lawyer, Femi Ojo": the parser makes appositions of half
of them. A list ends with an "and"; a comma alone makes none.
"""

from kingmaker.text.clauses import surface_subject
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

LONGEST_TITLE = 9  # words and mentions before a name
LONGEST_LIST = 12
COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
TITLE_TAGS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH", "VBN", "VBG", "JJS"})


def listed_after(reading: Reading, tree: Tree, at: int) -> list[int]:
    """Return the heads of the people listed after the person at word `at`; none where no "and" closes the list."""
    first = _person_at(reading, tree, at)
    if first is None:
        return []
    found: list[int] = []
    closed = 0  # how many of those found an "and" has made members
    pos = first.end
    for _ in range(LONGEST_LIST):
        pos = _past_description(reading, tree, pos)
        joint = _joint(tree, pos)
        member = _next_person(reading, tree, joint) if joint > pos else None
        if member is None:
            break
        found.append(member.head)
        pos = member.end
        if tree[joint - 1].text != ",":
            if _acts(tree, pos) and at > _verb_of(tree, at):
                break
            closed = len(found)
    return found[:closed]


def named_members(reading: Reading, tree: Tree, at: int) -> list[int]:
    """Return who a group is told to be: "two others, Eze and Cole,", "two allies behind her: Eze and Cole".

    Of one that includes some by name, the group itself comes first; and what somebody is said to be is he or she.
    """
    if tree[at].pos == "NOUN" and reading.mention(tree, at) is None and (borne := _borne(reading, tree, at)):
        return borne
    if tree[at].tag not in ("NNS", "NNPS", "CD"):
        return []
    if included := _included(reading, tree, at):
        return included if tree[at].lower == "likes" else [at, *included]
    count = next((COUNTS[w.lower] for w in (tree[at], *tree.kids(at, "nummod")) if w.lower in COUNTS), 0)
    beside = [k.i for k in tree.kids(at, "appos") if k.i > at and tree[k.i].sent == tree[at].sent]
    if not beside and count:
        beside = _after_colon(reading, tree, at)
    for first in beside:
        mention = reading.mention(tree, first)
        if mention is None or mention.kind not in (MentionKind.PERSON, MentionKind.PLACE):
            continue
        named = dict.fromkeys([*tree.conjuncts(first), *listed_after(reading, tree, first)])
        found = [i for i in named if (m := reading.mention(tree, i)) is not None and m.kind is mention.kind]
        if len(found) == count or (not count and len(found) > 1):
            return found
    return []


def _borne(reading: Reading, tree: Tree, at: int) -> list[int]:
    """Return who is said to be what a noun names: "Obi and Eze were the two candidates who ..."."""
    verb = tree[tree[at].head]
    if tree[at].dep != "attr" or verb.lemma not in ("be", "become") or tree.kid(verb.i, "neg", "aux"):
        return []
    named = surface_subject(tree, verb.i)
    named = list(dict.fromkeys([*named, *(i for n in named[:1] for i in listed_after(reading, tree, n))]))
    return named if named and all(_person_at(reading, tree, i) for i in named) else []


def _included(reading: Reading, tree: Tree, at: int) -> list[int]:
    """Return whom a group includes by name: "three candidates, including Obi and Eze, have been eliminated"."""
    openers = ("of",) if tree[at].lower == "likes" else ("including", "among")
    listed = [o.i for k in tree.kids(at, "prep") if k.lower in openers for o in tree.kids(k.i, "pobj")]
    listed = listed or _included_later(reading, tree, at)
    named = [
        i for first in listed for i in dict.fromkeys([*tree.conjuncts(first), *listed_after(reading, tree, first)])
    ]
    return [i for i in named if _person_at(reading, tree, i)]


def _included_later(reading: Reading, tree: Tree, at: int) -> list[int]:
    """Return the first name told at the end of a sentence: "nine of them are running, including Obi and Eze"."""
    if tree[at].dep not in ("nsubj", "nsubjpass"):
        return []
    verb, end = tree[at].head, tree.sentence(at)[1]
    for i in range(verb + 2, end - 1):
        among = tree[i].lower == "among" and tree[i + 1].lower == "them"
        if tree[i - 1].text == "," and (among or tree[i].lower == "including"):
            first = _next_person(reading, tree, i + 1 + among)
            return [first.head] if first is not None else []
    return []


def _after_colon(reading: Reading, tree: Tree, at: int) -> list[int]:
    """Return the head of the first name after the colon of the sentence."""
    _, end = tree.sentence(at)
    colon = next((i for i in range(at, end) if tree[i].text in (":", "-", "--", "–", "—")), end)
    first = _next_person(reading, tree, colon + 1) if colon + 1 < end else None
    return [first.head] if first is not None else []


def _person_at(reading: Reading, tree: Tree, at: int) -> Mention | None:
    mention = reading.mention(tree, at)
    if mention is not None and mention.kind is MentionKind.OFFICE and mention.end < len(tree):
        mention = reading.mention(tree, mention.end)
    return mention if mention is not None and mention.kind is MentionKind.PERSON else None


def _joint(tree: Tree, pos: int) -> int:
    """Return where the next member may begin, after a comma, an "and" or both; `pos` where nothing joins."""
    end = pos
    if end < len(tree) and tree[end].text == ",":
        end += 1
    if end < len(tree) and tree[end].lower in ("and", "or", "nor"):
        end += 1
    elif [w.lower for w in tree.words[end : end + 3]] == ["as", "well", "as"]:
        end += 3
    return end


def _past_description(reading: Reading, tree: Tree, pos: int) -> int:
    """Return where a "(54)", an age or a description without a name ends that follows a name."""
    if pos < len(tree) and tree[pos].text == "(":
        closing = next((i for i in range(pos, min(len(tree), pos + 8)) if tree[i].text == ")"), None)
        return closing + 1 if closing is not None else pos
    if pos + 1 >= len(tree) or tree[pos].text != ",":
        return pos
    end = pos + 1
    while end < len(tree) and end - pos < 2 * LONGEST_TITLE:
        mention = reading.mention(tree, end)
        if mention is not None and mention.kind is MentionKind.PERSON:
            return pos
        if tree[end].text == "," or tree[end].lower in ("and", "or", "nor"):
            return end if end > pos + 1 else pos
        if mention is None and tree[end].tag not in TITLE_TAGS and tree[end].lower not in ("of", "for"):
            return pos
        end = mention.end if mention is not None else end + 1
    return pos


def _next_person(reading: Reading, tree: Tree, at: int) -> Mention | None:
    """Return the person whose name follows, at once or after titles ("a lawyer, Femi Ojo")."""
    end, steps = at, 0
    while end < len(tree) and steps <= LONGEST_TITLE and tree[end].sent == tree[at].sent:
        mention = reading.mention(tree, end)
        if mention is not None and mention.kind is MentionKind.PERSON:
            return mention
        article = tree[at].lower in ("a", "an")
        if mention is None and tree[end].tag not in TITLE_TAGS and not (tree[end].text == "," and article):
            return None
        end = mention.end if mention is not None else end + 1
        steps += 1
    return None


def _acts(tree: Tree, at: int) -> bool:
    """Whether a finite verb follows, of which the last name is the subject: "..., and Obi said"."""
    while at < len(tree) and (tree[at].pos == "ADV" or tree[at].text == ","):
        at += 1
    return at < len(tree) and tree[at].tag in ("VBD", "VBZ", "VBP", "MD") and tree[at].sent == tree[at - 1].sent


def _verb_of(tree: Tree, at: int) -> int:
    """Return the place of the verb above a word; the word's own where there is none."""
    return next((w.i for w in tree.ancestors(at) if w.is_verb), at)
