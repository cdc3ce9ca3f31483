"""He and she: the subject of the clause, then of the sentence before; open where two people fit."""

from collections import Counter

from kingmaker.lexicon.cues import cues
from kingmaker.lexicon.nouns import nouns
from kingmaker.model import Entity
from kingmaker.text.binding import barred, is_possessive, is_quoted, is_subject, verbs_above
from kingmaker.text.clauses import surface_subject
from kingmaker.text.discourse import GENDERS, Discourse
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.tree import Tree

LOOK_BACK = 3  # sentences a pronoun reaches back for its antecedent
REFLEXIVE = ("himself", "herself")
TO_SOMEBODY = frozenset({"dobj", "dative", "pobj"})


class Pronouns:
    """The step of the sieve for he, she, him, her, his, himself and herself."""

    def __init__(self, told: Discourse) -> None:
        self._told = told

    def resolve(self, pronoun: Mention) -> Entity | None:
        """Return the one person a pronoun can be, or None."""
        if pronoun.gender not in GENDERS:
            return None
        tree = self._told.trees[pronoun.tree]
        if pronoun.text.lower() in REFLEXIVE:
            return self._reflexive(tree, pronoun)
        if (partner := self._partner(tree, pronoun)) is not None:
            return partner
        nobody = self._barred(tree, pronoun)
        fits, here = self._in_sentence(tree, pronoun, nobody)
        if fits:
            return here
        before = self._in_sentences_before(tree, pronoun, nobody)
        after = self._named_after(tree, pronoun, nobody)
        if after is not None:
            return after if before in (None, after) or self._is_free_clause(tree, pronoun) else None
        return before

    def _partner(self, tree: Tree, pronoun: Mention) -> Entity | None:
        """ "Governor Ada Eze of Lagos and her predecessor": whose is the second of two is the first's."""
        owner = tree[pronoun.head]
        at = owner.head if owner.dep == "poss" else owner.i
        start = pronoun.start - 1
        if tree[at].lemma not in nouns().relations or start < 1 or tree[start].lower not in ("and", "&"):
            return None
        here = [m for m in self._told.said_in(self._told.sentence(pronoun)) if m.end <= start]
        last = max(here, key=lambda m: m.end, default=None)
        after_origin = last is not None and tree[last.end].lower == "of" and start - last.end <= 4
        apposed = last is not None and tree[last.end].text == "," and last.end == start - 1
        if last is None or not (last.end == start or after_origin or apposed) or last.kind is MentionKind.PRONOUN:
            return None
        return self._told.entity(last) if self._told.fits(last, pronoun.gender) else None

    def _barred(self, tree: Tree, pronoun: Mention) -> set[str]:
        """Return the ids of the people a pronoun cannot be."""
        words = barred(tree, pronoun)
        people = {e.id for w in words if (e := self._told.person_at(tree.index, w)) is not None}
        if is_quoted(tree, pronoun.start):
            people |= {e.id for e in self._speakers(tree, pronoun)}
        return people

    def _speakers(self, tree: Tree, pronoun: Mention) -> list[Entity]:
        """Return who says the quotation a pronoun stands in: he would say "I"."""
        saying = [w.i for w in tree.words if w.is_verb and w.lemma in cues().reporting and not is_quoted(tree, w.i)]
        above = [v for v in verbs_above(tree, pronoun.head) if v in saying]
        verbs = above or sorted(saying, key=lambda v: abs(v - pronoun.start))[:1]
        said = [m for v in verbs for s in surface_subject(tree, v) if (m := self._told.at(tree.index, s)) is not None]
        found = (self._told.entity(m) or (self.resolve(m) if m.start > pronoun.start else None) for m in said)
        return [e for e in found if e is not None]

    def _reflexive(self, tree: Tree, pronoun: Mention) -> Entity | None:
        if pronoun.start and (beside := self._told.person_at(tree.index, pronoun.start - 1)) is not None:
            return beside
        found = [e for verb in verbs_above(tree, pronoun.head)[:1] for e in self._told.subjects(tree, verb)]
        if not found:
            here = [m for m in self._told.said_in(self._told.sentence(pronoun)) if m.start < pronoun.start]
            found = [e for m in self._fitting(here, pronoun, set()) if (e := self._told.entity(m)) is not None]
        once = list(dict.fromkeys(found))
        return once[0] if len(once) == 1 else None

    def _fitting(self, mentions: list[Mention], pronoun: Mention, nobody: set[str]) -> list[Mention]:
        told = self._told
        aloud = is_quoted(told.trees[pronoun.tree], pronoun.start)
        return [m for m in mentions if (e := told.entity(m)) is not None and e.id not in nobody
                and told.fits(m, pronoun.gender)
                and (aloud or not is_quoted(told.trees[m.tree], m.start))]  # fmt: skip

    def _in_sentence(self, tree: Tree, pronoun: Mention, nobody: set[str]) -> tuple[bool, Entity | None]:
        """Return whether anybody of the same sentence fits, and the one person it is."""
        told = self._told
        earlier = [m for m in told.said_in(told.sentence(pronoun)) if m.start < pronoun.start]
        found = self._fitting(earlier, pronoun, nobody)
        outer = [m for m in found if not told.is_nested(m) or self._speaks_for(tree, m)]
        several = {told.entity(m) for m in outer if self._is_with_others(tree, m)}
        outer = [m for m in outer if told.entity(m) not in several]
        if not outer:
            return self._is_somebody_unknown(pronoun), None
        people = list(dict.fromkeys(e for m in outer if (e := told.entity(m)) is not None))
        subject = self._subject_above(tree, pronoun, {e.id: e for e in people})
        if subject is not None:
            person, verb = subject
            return True, None if self._has_rival(tree, pronoun, person, verb, outer) else person
        return True, people[0] if len(people) == 1 else None

    def _is_with_others(self, tree: Tree, mention: Mention) -> bool:
        """Whether somebody is one of several subjects: "Merk and White attacked Powell over his record"."""
        word = tree[mention.head]
        return word.dep in ("nsubj", "nsubjpass", "conj", "appos") and any(
            mention.head in words and len(words) > 1
            for v in verbs_above(tree, mention.head)[:1] for words in [surface_subject(tree, v)]
        )  # fmt: skip

    def _is_somebody_unknown(self, pronoun: Mention) -> bool:
        """Whether the sentence speaks of somebody unlinked before: "could not back the nominee, citing her ..."."""
        here = self._told.mentions_in(self._told.sentence(pronoun))
        return any(m.kind is MentionKind.NOMINAL and m.gender != "plural" and m.start < pronoun.start
                   and not self._told.linked.get(m) and self._told.fits(m, pronoun.gender)
                   and self._told.trees[m.tree][m.head].dep not in ("attr", "oprd") for m in here)  # fmt: skip

    def _speaks_for(self, tree: Tree, mention: Mention) -> bool:
        """Whether an unnamed speaker tells what somebody does: "a spokesman for Dahl said he ..."."""
        above = [w for w in tree.ancestors(mention.head) if w.pos == "NOUN"][:1]
        speaker = self._told.at(tree.index, above[0].i) if above else None
        return speaker is not None and speaker.kind is MentionKind.ANONYMOUS

    def _subject_above(self, tree: Tree, pronoun: Mention, people: dict[str, Entity]) -> tuple[Entity, int] | None:
        """Return the nearest subject of a clause around a pronoun that is one of `people`, with its verb."""
        verbs = verbs_above(tree, pronoun.head)
        for verb in verbs[1:] if is_subject(tree, pronoun) else verbs:
            words = surface_subject(tree, verb)
            if any(w >= pronoun.start or pronoun.head in tree.subtree(w) for w in words):
                continue
            found = {e.id: e for e in self._told.subjects(tree, verb)}
            if len(found) > 1 or (len(words) > 1 and found):
                return None
            if found and next(iter(found)) in people:
                return next(iter(found.values())), verb
        return None

    def _has_rival(self, tree: Tree, pronoun: Mention, person: Entity, verb: int, found: list[Mention]) -> bool:
        """Whether somebody else in the subject's own clause fits as well: "Lange sacked Weber because he ..."."""
        told = self._told
        unsure = not any(told.gender(m) for m in found if told.entity(m) == person)
        rivals = [m for m in found if told.entity(m) != person]
        inner = verbs_above(tree, pronoun.head)[:1]
        for rival in rivals:
            word = tree[rival.head]
            surer = unsure and told.gender(rival) != ""
            if word.dep not in TO_SOMEBODY and not (surer and not self._inside_modifier(tree, word.i, verb)):
                continue
            if self._inside_modifier(tree, word.i, verb):
                continue
            if inner == [verb] and is_possessive(tree, pronoun) and not surer:
                if self._is_reason(tree, pronoun, verb):
                    return True
                continue
            if verb in verbs_above(tree, rival.head):
                return True
        return False

    def _is_reason(self, tree: Tree, pronoun: Mention, verb: int) -> bool:
        """ "Thanked Weber for his work": what the object, not the subject, has done."""
        at = tree[pronoun.head].head
        while tree[at].dep not in ("prep", "agent") and tree[at].head not in (at, verb):
            at = tree[at].head
        return tree[at].head == verb and tree[at].lower in ("for", "over", "on", "in", "at", "with")

    def _inside_modifier(self, tree: Tree, word: int, verb: int) -> bool:
        """Whether a word stands in a relative clause or apposition below the verb: mentioned in passing."""
        for above in (tree[word], *tree.ancestors(word)):
            if above.i == verb:
                return False
            if above.dep in ("relcl", "appos", "acl"):
                return True
        return True

    def _in_sentences_before(self, tree: Tree, pronoun: Mention, nobody: set[str]) -> Entity | None:
        told = self._told
        sentence = told.sentence(pronoun)
        topic = told.topics.get(pronoun.tree)
        if topic is not None and topic.id not in nobody:
            return topic if told.gender_of(topic) in ("", pronoun.gender) else None
        if (asked := self._in_heading(pronoun, nobody)) is not None:
            return asked
        for back, at in enumerate(told.before(sentence), start=1):
            if back > LOOK_BACK:
                return None
            found = self._fitting(told.said_in(at), pronoun, nobody)
            outer = [m for m in found if not told.is_nested(m)] or (found if back == LOOK_BACK else [])
            if self._somebody_else(at, pronoun):
                return None
            if outer:
                person = self._choose(outer, pronoun, tree)
                return person if at[0] == pronoun.tree else self._if_topic(person, at[0], pronoun, nobody)
        return None

    def _in_heading(self, pronoun: Mention, nobody: set[str]) -> Entity | None:
        """ "Why did Obi fail?", and below it "He entered late": the one person whom the heading above asks about."""
        told, above = self._told, pronoun.tree - 1
        if told.sentence(pronoun)[1] != 0 or above not in told.trees or told.trees[above].text[-1:] != "?":
            return None
        said = told.said_within(above)
        people = {e for m in said if (e := told.entity(m)) is not None}
        return people.pop() if len(people) == 1 and self._fitting(said, pronoun, nobody) else None

    def _if_topic(self, person: Entity | None, tree: int, pronoun: Mention, nobody: set[str]) -> Entity | None:
        """Return somebody of the paragraph before only if that is about nobody else more."""
        told = self._told
        said = self._fitting(told.said_within(tree), pronoun, nobody)
        times = Counter(e.id for m in said if not told.is_nested(m) and (e := told.entity(m)) is not None)
        most = {i for i, n in times.items() if n == max(times.values())}
        opening = next((m for m in said if told.is_main_subject(m)), None)
        if opening is not None and told.sentence(opening)[1] == 0:
            most |= {e.id for e in told.linked[opening]}
        return person if person is not None and person.id in most and self._is_prominent(person, said) else None

    def _is_prominent(self, person: Entity, said: list[Mention]) -> bool:
        """Whether somebody is the subject of a paragraph's last sentence that speaks of people, or its one person."""
        told = self._told
        last = max(told.sentence(m) for m in said)
        here = [m for m in told.said_in(last) if told.entity(m) is not None]
        people = {told.entity(m) for m in here}
        return len(people) == 1 or any(told.is_subject(m) and told.entity(m) == person for m in here)

    def _somebody_else(self, sentence: tuple[int, int], pronoun: Mention) -> bool:
        """Whether the sentence is about one unnamed person: "the spokesman", an office whose holder is not known.

        Who speaks for another is meant only where he or she goes on speaking: "she added that ...".
        """
        tree = self._told.trees[pronoun.tree]
        kinds = {MentionKind.OFFICE, MentionKind.NOMINAL}
        kinds |= {MentionKind.ANONYMOUS} if self._goes_on_saying(tree, pronoun) else set()
        return any(
            m.kind in kinds and m.gender != "plural" and not self._told.linked.get(m) and self._told.is_main_subject(m)
            and self._told.fits(m, pronoun.gender)
            for m in self._told.mentions_in(sentence)
        )  # fmt: skip

    def _choose(self, found: list[Mention], pronoun: Mention, tree: Tree) -> Entity | None:
        """Return the one person of a sentence, or the one who is its subject."""
        told = self._told
        people = list(dict.fromkeys(e for m in found if (e := told.entity(m)) is not None))
        if len(people) == 1:
            return people[0]
        subjects = {e: m for m in found if told.is_subject(m) and (e := told.entity(m)) is not None}
        if len(subjects) > 1:
            main = {e: m for e, m in subjects.items() if told.is_main_subject(m)}
            inner = any(e not in main and told.is_reported(m) for e, m in subjects.items())
            subjects = main if len(main) == 1 and (not inner or self._goes_on_saying(tree, pronoun)) else subjects
        sure = {e for m in found if told.gender(m) and (e := told.entity(m)) is not None}
        if len(subjects) == 1:
            person = next(iter(subjects))
            return person if person in sure or not sure else None
        return sure.pop() if len(sure) == 1 and not subjects else None

    def _goes_on_saying(self, tree: Tree, pronoun: Mention) -> bool:
        """ "She added that ...": who spoke in the sentence before speaks on."""
        return is_subject(tree, pronoun) and tree[tree[pronoun.head].head].lemma in cues().reporting

    def _is_free_clause(self, tree: Tree, pronoun: Mention) -> bool:
        """ "Announcing his withdrawal, Onoja ...": a clause without a subject of its own has that of the sentence."""
        verb = next(iter(verbs_above(tree, pronoun.head)), None)
        return verb is not None and tree[verb].dep == "advcl" and not tree.kids(verb, "nsubj", "nsubjpass")

    def _named_after(self, tree: Tree, pronoun: Mention, nobody: set[str]) -> Entity | None:
        """ "Before she became mayor, Joan Firth taught": the subject of the main clause that follows."""
        above = [tree[pronoun.head], *tree.ancestors(pronoun.head)]
        root = above[-1]
        subject = tree.kid(root.i, "nsubj", "nsubjpass")
        aside = any(w.head == root.i and w.dep in ("advcl", "prep") for w in above)
        if subject is None or not aside or subject.i < pronoun.start or is_quoted(tree, pronoun.start):
            return None
        mention = self._told.at(tree.index, subject.i)
        if mention is None or mention.kind is not MentionKind.PERSON:
            return None
        found = self._fitting([mention], pronoun, nobody)
        return self._told.entity(found[0]) if found else None
