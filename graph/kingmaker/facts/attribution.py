"""Attribution: whose word a clause is, and through whom.

A saying verb above the clause, a noun of saying with its owner, "according to", a headline's "NAME:", or
quotation marks (`quotes`). The outermost speaker is the source; those it cites come after it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kingmaker.facts.governors import keys
from kingmaker.facts.quotes import Quote, quote_of, speaker_of_quote
from kingmaker.facts.speakers import reports, speakers, unlisted
from kingmaker.lexicon.cues import cues
from kingmaker.model import Certainty, Entity, EntityKind
from kingmaker.text.clauses import slot
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

# Edges from a clause towards the verb that reports it.
CONTENT = frozenset({
    "ccomp", "xcomp", "parataxis", "advcl", "dep", "conj", "relcl", "acl", "pcomp", "prep", "dobj", "pobj", "attr",
    "nsubj", "nsubjpass", "oprd", "appos", "compound", "amod", "nmod", "acomp", "csubj",
})  # fmt: skip
CLAUSES = frozenset({"ccomp", "parataxis", "dep"})
# Their infinitive is what is said: "claimed to have won".
OF_INFINITIVES = frozenset({"deny", "claim", "profess", "admit", "accuse"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """The source of a clause (None: the article's own voice), whom it cites, and the hedge the verb itself is.

    `others` say the same in the same breath: "Holm and Lund denied that".
    """

    source: Entity | None = None
    via: tuple[Entity, ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    others: tuple[Entity, ...] = ()

    def of(self, about: Iterable[Entity]) -> "Attribution":
        """Return this for a claim about some people: of several speakers, each for himself ("they said they")."""
        said = (self.source, *self.others) if self.source is not None else ()
        own = next((e for e in about if e in said), None) if self.others else None
        return replace(self, source=own, others=()) if own is not None else self


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says a clause, by which verb, and where that stands."""

    who: tuple[Entity, ...]
    verb: str = ""
    at: int = -1


def attribution(reading: Reading, tree: Tree, i: int) -> Attribution:
    """Return whose word the clause of word `i` is."""
    if _is_given_the_lie(tree, i):
        return Attribution()
    quote = quote_of(tree, i)
    found = _governing(reading, tree, i, quote) or _inserted(reading, tree, i)
    if not found and (told := _according_to(reading, tree, i)) is not None:
        found = [Speech((told,))]
    if quote is not None and not any(s.at >= 0 and not quote.holds(s.at) for s in found):
        quoted = speaker_of_quote(reading, tree, quote)
        found += [Speech((quoted,))] if quoted is not None else []
    if not found and (titled := _headline(reading, tree, i)) is not None:
        found = [Speech((titled,))]
    return _made(reading, tree, i, found)


def _made(reading: Reading, tree: Tree, i: int, found: list[Speech]) -> Attribution:
    if not found:
        return Attribution()
    outer = found[-1]
    source = outer.who[0]
    hedge = cues().reported_as.get(outer.verb, "certain")
    inner = tuple(e for s in reversed(found[:-1]) for e in s.who if e.id != source.id)
    inner += tuple(s for s in _cited(reading, tree, i) if s.id != source.id)
    certainty = Certainty(hedge) if hedge in tuple(Certainty) else Certainty.PROBABLE
    return Attribution(source, tuple(dict.fromkeys(inner)), certainty, outer.who[1:])


def _governing(reading: Reading, tree: Tree, i: int, quote: Quote | None) -> list[Speech]:
    """Return the speeches above a clause, innermost first."""
    found: list[Speech] = []
    at, seen = i, {i}
    while tree[at].head not in seen and tree[at].dep in CONTENT:
        word, above = tree[at], tree[tree[at].head]
        if quote is None and _is_aside(tree, word):
            break
        seen.add(above.i)
        who = list(_speakers_above(reading, tree, word, above))
        if who:
            found.append(Speech(tuple(who), above.lemma, above.i))
        at = above.i
    return found


def _speakers_above(reading: Reading, tree: Tree, word: Word, above: Word) -> Iterator[Entity]:
    if above.is_verb and _reports(tree, word, above):
        yield from speakers(reading, tree, above.i)
    elif above.pos == "NOUN" and word.dep in ("acl", "relcl", "ccomp") and above.lemma in cues().said_nouns:
        for owner in (o for path in ("poss", "by", "from", "in") for o in slot(tree, above.i, path)):
            known = reading.actors(tree, owner)
            other = unlisted(reading, tree, owner) if not known else None
            yield from known or ([other] if other is not None else [])
    if word.dep == "ccomp" and not above.is_verb and above.lower in ("understands", "reports", "report", "says"):
        name = next((k for k in reversed(tree.kids(above.i, "compound", "nsubj")) if k.i == above.i - 1), None)
        known = reading.actors(tree, name.i) if name is not None else []
        outlet = unlisted(reading, tree, name.i, tree[above.i]._replace(lemma="report")) if name is not None else None
        yield from known[:1] or ([outlet] if outlet is not None else [])


def _is_aside(tree: Tree, word: Word) -> bool:
    """Whether a clause is the article's own aside in somebody's words: "said that Lund, who resigned in May, would"."""
    start = tree.edges(word.i)[0]
    if word.dep == "appos":
        return start > 0 and tree[start - 1].text == ","
    if word.dep != "relcl":
        return False
    return start > 0 and tree[start].tag in ("WP", "WDT", "WP$", "WRB") and tree[start - 1].text == ","


def _is_given_the_lie(tree: Tree, i: int) -> bool:
    """Whether the article itself says that a report is wrong: "falsely claimed that"."""
    return any(
        cues().other_adverbs.get(k.lower) == "false" and reports(tree, above)
        for above in tree.ancestors(i) for k in tree.kids(above.i, "advmod")
    )  # fmt: skip


def _inserted(reading: Reading, tree: Tree, i: int) -> list[Speech]:
    """ "Keller, sources say, backs Brandt": a saying verb with nothing of its own to embed, inside what it reports."""
    for at in (i, *(w.i for w in tree.ancestors(i))):
        for verb in tree.kids(at, "ccomp", "parataxis", "advcl", "dep", "relcl"):
            bare = not tree.kids(verb.i, "ccomp", "xcomp", "dobj") and tree[verb.i - 1].text != "," if verb.i else False
            opening = tree[tree.edges(verb.i)[0]]
            about = opening.tag in ("WP", "WDT", "WRB", "WP$") or opening.lower == "whatever"
            modal = any(k.tag == "MD" or k.lower == "to" for k in tree.kids(verb.i, "aux"))
            if reports(tree, verb) and bare and not modal and not about and i not in tree.subtree(verb.i):
                found = speakers(reading, tree, verb.i)
                if found:
                    return [Speech(tuple(found), verb.lemma, verb.i)]
    return []


def _cited(reading: Reading, tree: Tree, i: int) -> list[Entity]:
    """Return whom the sentence's outlet cites: "Reuters, citing two diplomats, reported"."""
    start, end = tree.sentence(i)
    verbs = [w for w in tree.words[start:end] if w.lower in ("citing", "quoting")]
    return [e for w in verbs for k in tree.kids(w.i, "dobj") for e in reading.actors(tree, k.i)]


def _reports(tree: Tree, word: Word, above: Word) -> bool:
    """Whether a verb reports the clause or the claim that hangs on it."""
    lexicon = cues()
    thing = word.lemma in lexicon.said_nouns and word.dep in ("dobj", "nsubjpass")
    if thing and any(k in lexicon.denying for k in keys(tree, above)):
        return True
    if not reports(tree, above):
        return False
    accused = above.lemma == "accuse" and word.dep == "prep"
    infinitive = word.dep == "xcomp" and above.lemma in OF_INFINITIVES
    return word.dep in CLAUSES or infinitive or accused


def _according_to(reading: Reading, tree: Tree, i: int) -> Entity | None:
    start, end = tree.sentence(i)
    for k in range(start, end - 1):
        if tree[k].lower not in cues().attribution_openers or (k and tree[k - 1].lower == "not"):
            continue
        told = " ".join(w.lower for w in tree.words[k : min(end, k + 5)]) + " "
        phrase = next((p for p in cues().attributions if told.startswith(p + " ")), None)
        if phrase is not None and _covers(tree, k, i):
            after = range(k + len(phrase.split()), min(end, k + 14))
            if _is_written(tree, after):
                continue
            found = next((e for at in after for e in _named_at(reading, tree, at)), None)
            if found is not None:
                return found
    return None


def _is_written(tree: Tree, words: range) -> bool:
    """Whether the noun after "according to" is no speaker: "the party's rules", "as per the agreed terms"."""
    head = next((tree[at] for at in words if tree[at].dep == "pobj"), None)
    return head is not None and head.pos == "NOUN" and head.lemma in cues().things


def _named_at(reading: Reading, tree: Tree, at: int) -> list[Entity]:
    """Return whom the head of a noun phrase after "according to" stands for."""
    word = tree[at]
    if word.dep in ("compound", "amod", "poss", "nmod", "det", "nummod"):
        return []
    told = reading.actors(tree, at)[:1]
    if told or word.dep not in ("pobj", "dobj"):
        return told
    other = unlisted(reading, tree, at)
    return [other] if other is not None else []


def _covers(tree: Tree, phrase: int, i: int) -> bool:
    """Whether "according to" speaks of word `i`: not from a coordinated clause, nor inside the words it opens."""
    if any(w.i == phrase for w in tree.ancestors(i)):
        return False
    verb = next((w for w in tree.ancestors(phrase) if w.is_verb), None)
    return verb is None or verb.i == i or i in tree.subtree(verb.i) or verb.i in tree.subtree(i)


def _headline(reading: Reading, tree: Tree, i: int) -> Entity | None:
    """ "Holm: Lund has resigned": who speaks a headline."""
    if tree.block.role not in ("headline", "heading", "standfirst"):
        return None
    colon = next((w.i for w in tree.words[:6] if w.text == ":"), None)
    if colon is None or colon >= i or colon == 0:
        return None
    mention = reading.mention(tree, colon - 1)
    told = reading.actors(tree, colon - 1) if mention is not None and mention.start == 0 else []
    return told[0] if told and told[0].kind is EntityKind.PERSON else None
