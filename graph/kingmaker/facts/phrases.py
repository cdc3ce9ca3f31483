"""Phrases: a frame's patterns read along the words of a sentence, where idioms and broken parses defeat the tree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kingmaker.facts.modality import Modality
from kingmaker.facts.patterns import Choice, Element, Gap, Literal, Pattern, Role, forms
from kingmaker.facts.roles import entities, names_a_thing
from kingmaker.lexicon.cues import cues
from kingmaker.text.clauses import slot, surface_subject
from kingmaker.text.groups import noun_phrase_start
from kingmaker.text.lists import named_members
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.reading import Reading
from kingmaker.text.tree import Tree, Word

LONGEST_GAP = 3
MOST_FILLERS = 6  # "is still not widely expected to"
LONGEST_TITLE = 7  # words before a name that belong to it: "the former Labour foreign secretary"
LONGEST_ASIDE = 25  # words between a name and what is said of it: "Obi, a banker who has never held office, is"
ASIDES = {",": ",", "(": ")", "-": "-", "--": "--", "–": "–", "—": "—"}
OPENINGS = {closing: opening for opening, closing in ASIDES.items()}
BREAKS = frozenset({";", ":", '"', "``", "''", "?", "!"})
RAISING = frozenset({"seem", "appear", "look", "set", "bind", "tip", "tend", "happen", "continue"})
TITLE_WORDS = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a pattern caught: the words of each role, its own words, and the small ones it passed over."""

    roles: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    words: tuple[int, ...] = ()
    passed: tuple[int, ...] = ()
    end: int = 0  # where reading stopped

    def took(self, *words: int) -> "Phrase":
        """Return this with more words of its own."""
        return replace(self, words=(*self.words, *words))

    def caught(self, role: str, words: Iterable[int]) -> "Phrase":
        """Return this with a role filled."""
        return replace(self, roles={**self.roles, role: tuple(words)})


def caught(reading: Reading, tree: Tree, word: Word, patterns: Iterable[Pattern]) -> Phrase | None:
    """Return what the first of a frame's patterns that fits around a word caught."""
    line = _Line(reading, tree, word)
    return next((phrase for pattern in patterns for phrase in line.read(pattern)), None)


def heard(tree: Tree, phrase: Phrase, how: Modality) -> Modality:
    """Return how a phrase is told, with what stands inside it that the parser hung elsewhere: no "not" is lost."""
    for word in how.cues:
        if word.i in phrase.words and word.lower in cues().negation:
            how = how.flipped(word)  # "voted no on": the phrase's own word
    counted = {c.i for c in how.cues}
    for word in (tree[i] for i in phrase.passed if i not in counted):
        lexicon = cues()
        missed = lexicon.other_adverbs.get(word.lower) == "missed"
        if word.dep == "neg" or word.lower in lexicon.negation or missed:
            how = how.flipped(word)
        elif word.dep == "aux" and word.lower in lexicon.modals and not _is_reported_future(tree, word):
            how = how.applied(lexicon.modals[word.lower], word)
        elif word.lower in lexicon.adverbs:
            how = how.applied(lexicon.adverbs[word.lower], word)
        elif word.lemma in lexicon.passives and word.tag in ("VBN", "VBD"):
            how = how.applied(lexicon.passives[word.lemma], word)
    return how


def _is_reported_future(tree: Tree, modal: Word) -> bool:
    return modal.lower in ("would", "'d") and tree[modal.head].dep == "ccomp"


class _Line:
    """The sentence around a main word, read from it in both directions."""

    def __init__(self, reading: Reading, tree: Tree, anchor: Word) -> None:
        self.reading, self.tree, self.anchor = reading, tree, anchor
        self.start, self.end = tree.sentence(anchor.i)

    def read(self, pattern: Pattern) -> Iterator[Phrase]:
        """Yield the ways in which a pattern fits."""
        at = self.anchor.i
        for left in self._walk(pattern.before, at - 1, -1, Phrase(words=(at,))):
            for right in self._walk(pattern.after, at + 1, 1, left):
                yield self._checked(pattern, right)

    def _checked(self, pattern: Pattern, phrase: Phrase) -> Phrase:
        """Fill a post that "for" or "as" names after all with nothing, where its words are no post's."""
        at = phrase.end
        if "post" not in pattern.roles or "post" in phrase.roles or not at < self.end:
            return phrase
        objects = slot(self.tree, at, self.tree[at].lower) if self.tree[at].lower in ("for", "as") else []
        return phrase.caught("post", objects[:1]) if names_a_thing(self.reading, self.tree, objects) else phrase

    def _walk(self, elements: tuple[Element, ...], at: int, step: int, state: Phrase) -> Iterator[Phrase]:
        if not elements:
            yield replace(state, end=at)
            return
        first, rest = elements[0], elements[1:]
        match first:
            case Literal():
                for i, passed in self._past(at, step, state):
                    if self._is(i, first.word):
                        yield from self._walk(rest, i + step, step, passed.took(i))
                if first.word == "'s" and self._is_possessive(at if step < 0 else at - 1):
                    yield from self._walk(rest, at, step, state)  # "his" is a name and its 's
            case Choice():
                for option in first.options:
                    yield from self._walk((*option, *rest), at, step, state)
            case Gap():
                for i in self._gap(at, step):
                    yield from self._walk(rest, i, step, state)
            case Role():
                for i, caught in self._role(first.name, rest, at, step, state):
                    yield from self._walk(rest, i, step, caught)

    def _inside(self, i: int) -> bool:
        return self.start <= i < self.end

    def _is(self, i: int, word: str) -> bool:
        return self._inside(i) and word in forms(self.tree[i])

    def _is_possessive(self, i: int) -> bool:
        return self._inside(i) and self.tree[i].tag == "PRP$"

    def _past(self, at: int, step: int, state: Phrase) -> Iterator[tuple[int, Phrase]]:
        """Yield a place and each one after it that only adverbs, auxiliaries and negations part from it."""
        for passed in range(MOST_FILLERS + 1):
            if not self._inside(at):
                return
            yield at, state
            if passed == MOST_FILLERS or not self._is_small(at):
                return
            state = replace(state, passed=(*state.passed, at))
            at += step

    def _is_small(self, i: int) -> bool:
        """Whether a word may stand in a phrase unwritten: an adverb, an auxiliary, a "not", an "is thought to"."""
        word = self.tree[i]
        if word.pos in ("ADV", "AUX") or word.dep == "neg" or word.lower in cues().negation | {"both", "all"}:
            return word.tag != "WRB"
        if word.text in ('"', "''", "``", "'", "‘", "’"):
            return False
        if word.lower == "to":
            return self._inside(i - 1) and self._raises(i - 1)
        return self._inside(i + 1) and self.tree[i + 1].lower == "to" and self._raises(i)

    def _raises(self, i: int) -> bool:
        """Whether "X ... to" says of a clause how sure it is: "is thought to", "seems to", "is likely to"."""
        word = self.tree[i]
        return word.lemma in cues().adjectives or word.lemma in RAISING or (
            word.lemma in cues().passives and word.tag in ("VBN", "VBD"))  # fmt: skip

    def _gap(self, at: int, step: int) -> Iterator[int]:
        for passed in range(LONGEST_GAP + 1):
            yield at
            if passed == LONGEST_GAP or not self._inside(at) or self.tree[at].pos == "PUNCT":
                return
            mention = self.reading.mention(self.tree, at)
            if mention is not None and self.tree[at].tag != "PRP$":
                return
            at += step

    # --- roles ----------------------------------------------------------------------------------

    def _role(
        self, role: str, rest: tuple[Element, ...], at: int, step: int, state: Phrase
    ) -> Iterator[tuple[int, Phrase]]:
        """Yield where reading may go on after a role, with what fills it."""
        leads = not rest and step < 0 and not self._owns(at)
        if leads and (subjects := self._subjects(role)):
            yield at, state.caught(role, subjects)
            return
        for i, passed in self._past(at, step, state):
            for end, words in self._back(role, i, leads) if step < 0 else self._forth(role, i):
                yield end, passed.caught(role, words)
                if rest:
                    yield from ((after, passed.caught(role, words)) for after in self._asides(end, step))
            if leads:
                for after in self._asides(i, step):
                    yield from ((e, passed.caught(role, words)) for e, words in self._back(role, after, leads))

    def _owns(self, at: int) -> bool:
        """Whether what stands before a word is its possessor: "Obi's" or "his"."""
        return (self._inside(at + 1) and self.tree[at + 1].tag == "POS") or self._is_possessive(at)

    def _fits(self, role: str, i: int) -> bool:
        if role == "somebody":
            return self.reading.mention(self.tree, i) is not None
        open_office = role == "post" and self.reading.is_open_office(self.tree, i)
        if open_office or entities(self.reading, self.tree, i, role):
            return True
        return role != "post" and bool(named_members(self.reading, self.tree, i))

    def _fitting(self, role: str, words: Iterable[int]) -> tuple[int, ...]:
        return tuple(i for i in words if self._fits(role, i))

    def _subjects(self, role: str) -> tuple[int, ...]:
        """Return the grammatical subject of the main word's clause, as far as it fits the role."""
        tree, at = self.tree, self.anchor.i
        for above in () if tree[at].is_verb else tree.ancestors(at):
            at = above.i
            if above.is_verb or (above.i < self.anchor.i and self._fits(role, above.i)):
                break
        found = surface_subject(tree, at) if tree[at].is_verb else tree.conjuncts(at)
        unknown = (i for i in found if self.reading.mention(tree, i) is None and tree[i].pos == "NOUN")
        if any(not named_members(self.reading, tree, i) for i in unknown):
            return ()
        return self._fitting(role, found)

    def _forth(self, role: str, at: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield the end of what begins at a word and fills the role, with its words: all of a list, else its first."""
        word = self._after_title(role, at)
        if word is None:
            return
        others = self._fitting(role, (i for i in self.tree.conjuncts(word) if i > word))
        if others:
            yield self._mention_end(others[-1]), (word, *others)
        yield self._mention_end(word), (word,)

    def _mention_end(self, i: int) -> int:
        mention = self.reading.mention(self.tree, i)
        return mention.end if mention is not None else i + 1

    def _after_title(self, role: str, at: int) -> int | None:
        """Return the word that fills a role, at `at` or after the words that describe it."""
        i = at
        while self._inside(i) and i - at <= LONGEST_TITLE:
            mention = self.reading.mention(self.tree, i)
            if role == "post" and self._is_post(i):
                return i
            if mention is not None and mention.start >= at:
                if self._fits(role, mention.head) and not self._is_title(role, mention):
                    return mention.head
                i = mention.end
            elif self.tree[i].pos in TITLE_WORDS or self.tree[i].tag in ("POS", "HYPH", "VBN"):
                i += 1
            else:
                return None
        return None

    def _is_title(self, role: str, mention: Mention) -> bool:
        """Whether a mention describes the name after it: "Labour's Ada Eze", "Finance Minister Ada Eze"."""
        end = mention.end + (self._inside(mention.end) and self.tree[mention.end].tag == "POS")
        after = self.reading.mention(self.tree, end) if self._inside(end) else None
        return role != "post" and after is not None and after.kind is MentionKind.PERSON

    def _is_post(self, i: int) -> bool:
        word = self.tree[i]
        if word.dep in ("compound", "amod", "nmod") or word.pos not in ("NOUN", "PROPN", "PRON", "VERB"):
            return False
        if word.pos == "VERB" and word.tag not in ("VB", "VBG"):
            return False
        return self.reading.is_open_office(self.tree, i) or self.reading.post(self.tree, i) is not None

    def _back(self, role: str, at: int, leads: bool) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield where what ends at a word and fills the role begins, with its words."""
        mention = self.reading.mention(self.tree, at) if self._inside(at) else None
        if mention is None or mention.end != at + 1:
            if role == "post" and self._inside(at) and self._is_post(at):
                yield at - 1, (at,)
            return
        first = noun_phrase_start(self.tree, mention.head)
        start = min(mention.start, first)
        governed = start > self.start and self.tree[start - 1].pos == "ADP" and self.tree[start - 1].lower != "as"
        if not self._fits(role, mention.head) or (leads and governed):
            return
        head = mention.head
        while self.tree[head].dep == "conj" and not self.tree[self.tree[head].head].is_verb:
            head = self.tree[head].head
        members = self._fitting(role, (i for i in self.tree.conjuncts(head) if i <= mention.head))
        yield from ((i - 1, members or (mention.head,)) for i in dict.fromkeys((mention.start, start)))

    def _asides(self, at: int, step: int) -> Iterator[int]:
        """Yield where reading may go on after an aside: "(54)", ", who has never held office,", "of Spain"."""
        if not self._inside(at):
            return
        mark = self.tree[at].text
        closing = ASIDES.get(mark) if step > 0 else OPENINGS.get(mark)
        if closing is None:
            mention = self.reading.mention(self.tree, at + 1) if step > 0 and self._inside(at + 1) else None
            if mention is not None and mention.kind is MentionKind.PLACE and self.tree[at].lower in ("of", "from"):
                yield mention.end
            return
        for i in range(at + step, at + step * LONGEST_ASIDE, step):
            if not self._inside(i) or self.tree[i].text in BREAKS:
                return
            if self.tree[i].text == closing:
                yield i + step
