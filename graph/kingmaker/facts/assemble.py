"""Claims: what the frames found, with how surely, by whom, when, and in which words; told twice is one claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kingmaker.facts.answers import Answer, answers, declines
from kingmaker.facts.attribution import Attribution, attribution
from kingmaker.facts.contests import settle_contests
from kingmaker.facts.criteria import criterion_of
from kingmaker.facts.departures import after_departures, demanded, has_happened
from kingmaker.facts.ellipsis import leaning
from kingmaker.facts.factuality import modality
from kingmaker.facts.frames import Lexicon, frames
from kingmaker.facts.full_names import with_all_names
from kingmaker.facts.headlines import is_headline, is_told_below
from kingmaker.facts.listings import is_listed, is_overruled
from kingmaker.facts.match import Dropped, Found, matches
from kingmaker.facts.merging import merged
from kingmaker.facts.modality import ORDER, Modality
from kingmaker.facts.phrases import heard
from kingmaker.facts.reactions import Anchor, is_corrected, reactions, taken_back
from kingmaker.facts.refusals import outdone
from kingmaker.facts.tenures import has_left, is_over, is_succeeded, titled
from kingmaker.facts.times import details_of, time_of
from kingmaker.facts.triggers import triggers
from kingmaker.facts.turns import turned
from kingmaker.facts.unions import united
from kingmaker.facts.wishes import wished
from kingmaker.lexicon.cues import cues
from kingmaker.model import Certainty, Claim, Entity, Evidence, Kind, Polarity, Situation, Span
from kingmaker.text.clauses import slot
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree

ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "only", "last", "youngest", "oldest"})
CONTEXT = 32  # code points of prefix and suffix, enough to find a quote again in a changed text

WISHING = frozenset({"like", "love", "prefer", "welcome"})  # who "would like" something wants it


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the frame and cues that made it; what `explain` shows."""

    claim: Claim
    frame: str
    tree: int
    at: int
    cues: tuple[str, ...] = ()
    by_pronoun: bool = False  # the candidate is told by a pronoun alone
    others: tuple[Entity, ...] = ()  # who says the same in the same breath
    soft: bool = False  # its mode gives way to a firmer one of the same appointment
    done: bool = False  # told by a verb of the past: it has happened
    post_told: bool = False  # by a word of the claim, not by what else is known of its people


def told(reading: Reading, lexicon: Lexicon | None = None) -> Iterator[Told | Dropped]:
    """Yield every claim as it is found, and each trigger that was dropped."""
    for situation, index, span in titled(reading):
        evidence = (_evidence(reading, span),)
        yield Told(Claim(reading.article.id, situation, evidence=evidence), "title", index, span.start)
    chosen = lexicon or frames()
    started = {tree.index: triggers(tree, chosen) for tree in reading.trees}
    settle_contests(reading, started)
    told: list[Told] = []
    for tree in reading.trees:
        for found in matches(reading, tree, started[tree.index]):
            one = found if isinstance(found, Dropped) else _tell(reading, found)
            if isinstance(one, Dropped):
                yield one
                continue
            told.append(one)
            told += [replace(one, claim=replace(one.claim, source=other), others=()) for other in one.others]
    anchors = [Anchor(t.claim, t.tree, t.at) for t in told]
    given = {answer.of: answer for answer in answers(reading, anchors)}
    idle = outdone(reading, anchors)
    told = [_answered(reading, t, given[at]) if at in given else t for at, t in enumerate(told) if at not in idle]
    yield from told
    yield from _reacted(reading, told)


def _answered(reading: Reading, asked: Told, answer: Answer) -> Told:
    """Return the claim that a question put up as its answer tells it."""
    claim = asked.claim
    declined = declines(reading, Anchor(claim, asked.tree, asked.at), answer)
    situation = replace(claim.situation, value="declined") if declined else claim.situation
    polarity = Polarity.POSITIVE if declined else answer.polarity
    evidence = (_evidence(reading, reading.trees[answer.tree].span(answer.start, answer.end)),)
    return replace(asked, claim=Claim(claim.article, situation, polarity, source=answer.source, evidence=evidence))


def _reacted(reading: Reading, told: Sequence[Told]) -> Iterator[Told]:
    """Yield the claims that reactions ("she flatly denied it") make of those just before them."""
    for found in reactions(reading, [Anchor(t.claim, t.tree, t.at) for t in told]):
        tree, before = reading.trees[found.tree], found.of.claim
        evidence = _evidence(reading, tree.span(found.start, found.end))
        claim = Claim(before.article, before.situation, found.polarity, source=found.source, evidence=(evidence,))
        yield Told(claim, "reaction", found.tree, found.at, (tree[found.at].text,))


def claims(reading: Reading, lexicon: Lexicon | None = None) -> tuple[Claim, ...]:
    """Return an article's claims in the order of their words; two tellings that differ only in certainty are one."""
    return settled(reading, [t for t in told(reading, lexicon) if isinstance(t, Told)])


def settled(reading: Reading, found: Sequence[Told]) -> tuple[Claim, ...]:
    """Return the claims that an article's tellings come to, each told once, in the order of their words."""
    kept = list(_consistent(found))
    whole = united([(t.claim, t.soft) for t in kept])
    done = {at for at, t in enumerate(kept) if t.done}
    left = list(after_departures(whole, done, reading.article.published))
    return merged(with_all_names(reading, left))


def _consistent(found: Sequence[Told]) -> Iterator[Told]:
    """Leave out what the rest of the article shows to be misread.

    Backing for a "him" or "he" who is nowhere up for that post while others are: the pronoun went astray. And a post
    said to be quit in no words of its own by somebody who quits a race: "Iohannis quits".
    """
    up: dict[str, set[str]] = {}
    quitters = {one.claim.situation.roles[0][1].id for one in found if one.claim.situation.value == "withdrawn"}
    for one in found:
        roles = dict(one.claim.situation.roles)
        person = next((roles[r] for r in ("candidate", "nominee", "appointee") if r in roles), None)
        if person is not None and "post" in roles and not one.by_pronoun:
            up.setdefault(roles["post"].id, set()).add(person.id)
    for one in found:
        roles = dict(one.claim.situation.roles)
        rivals = up.get(roles["post"].id, set()) if "post" in roles else set()
        astray = one.by_pronoun and one.claim.situation.kind is Kind.BACKING and rivals
        quits = one.claim.situation.value == "resigned" and not one.post_told and roles["holder"].id in quitters
        if is_listed(one.frame) and is_overruled(one.claim, [t.claim for t in found if t.frame != one.frame]):
            continue
        if is_headline(one.frame) and is_told_below(one.claim, [t.claim for t in found if not is_headline(t.frame)]):
            continue
        if not quits and (not astray or roles["candidate"].id in rivals):
            yield one


def _is_kept_from(tree: Tree, at: int) -> bool:
    """Whether a verb is what somebody is to be kept from: who "wants to prevent her from becoming" has not yet."""
    return tree[at].dep == "pcomp" and tree[tree[at].head].lower == "from"


def _tell(reading: Reading, found: Found) -> Told | Dropped:
    tree, at, frame = found.tree, found.at, found.frame
    how = modality(tree, at, found.kind is Kind.PREFERENCE or tree[at].lemma in WISHING) if found.main else Modality()
    if found.echo is not None:
        how = leaning(tree, found.echo, how)
    if found.main and found.phrase is not None:
        how = heard(tree, found.phrase, how)
    corrected = found.main and is_corrected(tree, at)
    if corrected:
        took = taken_back(tree, at)
        if took is None:
            return Dropped(tree, at, frame.id, "what an earlier version said, which a correction takes back")
        how = Modality().flipped(took)
    if how.void and found.main:
        return Dropped(tree, at, frame.id, "told by the word that governs it")
    if (
        how.dropped
        and found.main
        and (how.polarity is Polarity.POSITIVE or _is_kept_from(tree, at))
        and (found.kind is not Kind.PREFERENCE or frame.form == "achieved")
        and (found.kind, found.value) != (Kind.BACKING, "opposes")  # who tries to block somebody is against him
    ):
        return Dropped(tree, at, frame.id, f"only an attempt or a wish ({how.dropped.text!r})")
    if found.main and (will := wished(found, how)) is not None:
        return Dropped(tree, at, frame.id, f"only wished for ({will.text!r})")
    if frame.form == "denied" and found.main and how.polarity is Polarity.POSITIVE:
        return Dropped(tree, at, frame.id, "told only where it is denied")
    if found.main and found.kind is Kind.DEPARTURE and (asked := demanded(tree, at)) is not None:
        return Dropped(tree, at, frame.id, f"only demanded ({asked.text!r})")
    whose = attribution(reading, tree, at).of(found.roles.values()) if found.main and not corrected else Attribution()
    certainty = max(how.certainty, whose.certainty, Certainty(frame.certainty or "certain"), key=ORDER.index)
    negative = (how.polarity is Polarity.NEGATIVE) != (frame.polarity == "negative" and found.main)
    value = found.value
    if found.kind is Kind.PREFERENCE:
        value = criterion_of(tree, at, frame.criterion)
        if value is None:
            return Dropped(tree, at, frame.id, "no words tell the criterion")
    if negative and frame.negated is not None:
        value, negative, certainty = frame.negated, False, Certainty.POSSIBLE  # "has not ruled out standing"
    if negative and found.kind is Kind.CANDIDACY and tree[at].lemma in cues().canvassing:
        return Dropped(tree, at, frame.id, "who does not work for a post has not therefore turned it down")
    if negative and found.kind is Kind.CANDIDACY:
        own = whose.source is not None and whose.source == found.roles.get("candidate")
        other = turned(tree, at, value, how.cues, own)
        value, negative = other or value, other is None
    if (found.kind, value, certainty, negative) == (Kind.CANDIDACY, "declared", Certainty.POSSIBLE, False):
        value = "considered"  # who could run is talked of; nobody has entered yet
    if found.kind is Kind.TENURE and found.main:
        value = _tenure_status(reading, tree, found)
        ranked = any(_is_ranked(tree, at) for at in found.words)
        if value is None or negative or ranked or certainty is not Certainty.CERTAIN:
            return Dropped(tree, at, frame.id, "no plain word that somebody holds or held the post")
    if found.kind is Kind.TENURE and not found.main and value == "current" and is_succeeded(tree, at, found.words):
        value = "former"
    situation = Situation.of(found.kind, found.roles, value)
    when, words = time_of(reading, tree, at)
    claim = Claim(
        reading.article.id, situation, Polarity.NEGATIVE if negative else Polarity.POSITIVE, certainty,
        whose.source, whose.via, when if found.main else None, words if found.main else None,
        details_of(reading, tree, at, found.kind) if found.main or found.kind is Kind.TENURE else (),
        tuple(_evidence(reading, span) for span in _spans(reading, tree, found, how)),
    )  # fmt: skip
    candidate = found.roles.get("candidate")
    pronouns = [
        w for w in found.words if tree[w].lower in ("him", "her", "he", "she") and candidate in reading.people(tree, w)
    ]
    return Told(claim, frame.id, tree.index, at, tuple(c.text for c in how.cues), bool(pronouns), whose.others,
                frame.soft, found.main and has_happened(tree, at),
                any(reading.post(tree, w) == found.roles.get("post") for w in found.words))  # fmt: skip


def _is_ranked(tree: Tree, at: int) -> bool:
    """Whether a noun says which of many somebody is: "the fourth Dutchman", "the longest-serving chief"."""
    return any(k.tag in ("JJS", "RBS") or k.lower in ORDINALS for k in tree.kids(at, "amod", "compound", "nummod"))


def _tenure_status(reading: Reading, tree: Tree, found: Found) -> str | None:
    """The status of a tenure told by a verb: by the office's own word ("former"), else by the verb's tense."""
    for at in found.words:
        mention = reading.mention(tree, at)
        about = mention is not None and reading.post(tree, at) == found.roles.get("post")
        if about and mention and mention.office is not None and mention.office.status != "current":
            return None if mention.office.status == "next" else mention.office.status
    if tree[found.at].dep == "pcomp" and tree[tree[found.at].head].lower == "before":
        return None  # "before serving as mayor he taught": whether he serves still is open
    perfect = any(k.lower == "had" for k in tree.kids(found.at, "aux"))
    past = tree[found.at].tag == "VBD" or perfect or is_over(tree, found.at)
    if found.frame.form in ("infinitive", "given") and found.value == "current" and has_left(tree, found.words):
        return "former"
    return (
        "former"
        if past and found.frame.trigger == "verbs" and found.value == "current" and found.frame.form == "told"
        else found.value
    )


def _spans(reading: Reading, tree: Tree, found: Found, how: Modality) -> Iterator[Span]:
    """Yield the span that tells a claim, after that of the clause it leans on where it is elliptic."""
    if found.echo is not None:
        yield from _spans(reading, tree, found.echo, modality(tree, found.echo.at))
    yield _span(reading, tree, found, how)


def _span(reading: Reading, tree: Tree, found: Found, how: Modality) -> Span:
    """The words from the first to the last that tell the claim.

    They are the trigger and its particles, what fills the roles, and the cues: a quote without its "not"
    or its "could" would tell something else.
    """
    words = {found.at, *found.words, *(k.i for k in tree.kids(found.at, "aux", "auxpass", "neg", "prt"))}
    words |= {c.i for c in how.cues} | {k.i for k in tree.kids(found.at) if k.lower in found.frame.particles}
    words |= set(found.phrase.words) if found.phrase is not None else set()
    for path in found.frame.need:
        words |= set(slot(tree, found.at, path))
    words |= {w for at in found.words if tree[at].is_verb for p in ("as", "attr") for w in slot(tree, at, p)}
    words |= {tree[at].head for at in words if tree[at].dep == "poss"}
    for at in list(words):
        mention = reading.mention(tree, at)
        if mention is not None:
            words |= {mention.start, mention.end - 1}
    sent = tree[found.at].sent
    inside = [w for w in words if tree[w].sent == sent] or [found.at]
    return tree.span(min(inside), max(inside) + 1)


def _evidence(reading: Reading, span: Span) -> Evidence:
    text = reading.article.text
    return Evidence(span.start, span.end, text[span.start : span.end],
                    text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT])  # fmt: skip
