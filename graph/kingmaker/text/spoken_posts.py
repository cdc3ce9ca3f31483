"""The post a word speaks of without a title: "the job", "the race to become ...", "to succeed her", "it"."""

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import world
from kingmaker.model import Article, Entity
from kingmaker.text.clauses import slot
from kingmaker.text.electoral import running_mates_post
from kingmaker.text.focus import Posts
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.missions import mission_post
from kingmaker.text.places import known_place
from kingmaker.text.posts import head_post, known_post, seat_on, title_noun, titled_post
from kingmaker.text.tree import Tree

FOLLOWERS = ("successor", "replacement")
NEW_PLACES = ("role", "post", "job", "position")
PRESENT = ("current", "present", "existing")
INFINITIVES = ("acl", "relcl", "advcl", "xcomp", "ccomp", "pcomp")


class SpokenPosts:
    """What a reading knows of the posts its words speak of; the rest of a reading is in `text.reading`."""

    article: Article
    posts: Posts

    def mention(self, tree: Tree, i: int) -> Mention | None:
        """Return the mention that word `i` is part of."""
        raise NotImplementedError

    def people(self, tree: Tree, i: int) -> list[Entity]:
        """Return the people word `i` refers to."""
        raise NotImplementedError

    def held(self, tree: Tree, at: int) -> Entity | None:
        """Return the one post that the person at word `at` holds by the article's own titles."""
        raise NotImplementedError

    def gained(self, tree: Tree, at: int) -> Entity | None:
        """Return the post that the person at word `at` has been said to get."""
        raise NotImplementedError

    def is_open_office(self, tree: Tree, at: int) -> bool:
        """Whether word `at` is an office phrase of which the article does not tell the body."""
        raise NotImplementedError

    def post(self, tree: Tree, i: int, depth: int = 0) -> Entity | None:
        """Return the post that word `i` speaks of: an office phrase, "the job", "the race to become ..."."""
        if depth > 4:
            return None
        mention = self.mention(tree, i)
        if mention is not None and mention.kind is MentionKind.OFFICE and mention.office is not None:
            if mention.office.plural and mention.office.base in terms().legislators:
                return None  # "a ballot of Tory MPs" is for no seat
            return self.posts.of(mention.office, mention.tree, mention.start)
        if mention is not None and mention.place is not None:
            place = self.posts.local(mention.place)
            if place.body_kind == "court" or "Court" in place.label.split():
                return seat_on(place)
        word = tree[i]
        if word.lemma in FOLLOWERS and not word.is_verb:
            return self._post_of_follower(tree, i, depth)
        if word.is_verb or word.lemma in terms().entering | terms().succeeding | terms().leading:
            return self._post_of_verb(tree, i, depth)
        if word.lower == "commission":
            return mission_post(tree, i, self.posts.home, None)
        if word.lemma in terms().post_nouns or word.lemma in terms().contests or word.lower in terms().title_of:
            return self._post_of_noun(tree, i, depth)
        if word.lower == "one" and (of := slot(tree, i, "of")):
            return self.post(tree, of[0], depth + 1)  # "as one of the five deputy governors"
        if word.lemma in ("mate", "running-mate"):
            return running_mates_post(tree, i, self.posts.focus(tree.index, i), self.posts.home)
        if word.lower.endswith("ship") and (told := self.posts.electoral(tree.index, i)) is not None:
            return told  # "for the flagbearership", but who is a flagbearer has no post by that
        if word.lower in ("it", "this", "that", "one"):
            return self.posts.focus(tree.index, i)
        return None

    def _post_of_verb(self, tree: Tree, i: int, depth: int) -> Entity | None:
        word = tree[i]
        for path in ("as", "attr", "object>as"):
            for at in slot(tree, i, path):
                if (post := self.post(tree, at, depth + 1)) is not None:
                    return post
                if self.is_open_office(tree, at):
                    return None
        for at in slot(tree, i, "attr>in"):
            if tree[at].lemma in terms().post_nouns:
                return self.post(tree, at, depth + 1)  # "become the first woman in the post"
        if word.lemma in terms().leading:
            for at in slot(tree, i, "object"):
                mention = self.mention(tree, at)
                if mention is not None and mention.place is not None:
                    return head_post(mention.place)
        if word.lemma in terms().succeeding or word.lemma == "take":
            # Who "takes over from her" has her post; who "takes her on" has not.
            succeeded = slot(tree, i, "object") if word.lemma != "take" else []
            for at in [*succeeded, *slot(tree, i, "from")]:
                if (post := self._held_by(tree, at)) is not None:
                    return post
        return None

    def _held_by(self, tree: Tree, at: int) -> Entity | None:
        """Return the post of the person succeeded: the one the article or the world knows, else the one in contest."""
        people = self.people(tree, at)
        if not people:
            return None
        known = self.held(tree, at) or known_post(people[0].label, self.article.published)
        return known or self.posts.focus(tree.index, at)

    def left(self, tree: Tree, at: int, verb: int) -> Entity | None:
        """Return the post that the person at word `at` holds, or leaves to the subject of a verb of following."""
        held = self.held(tree, at)
        if held is None or tree[verb].lemma not in terms().succeeding or not self._is_new(tree, at, held):
            return held
        subjects = slot(tree, verb, "subject")
        return self.gained(tree, subjects[0]) if subjects else None

    def _is_new(self, tree: Tree, at: int, post: Entity) -> bool:
        """Whether a post is where somebody goes, not what he leaves: "succeeds Bello, who is now energy minister"."""
        end = tree.sentence(at)[1]
        for i in range(at + 1, end):
            mention = self.mention(tree, i)
            if mention is not None and mention.office is not None and mention.start == i:
                named = self.posts.of(mention.office, mention.tree, mention.start)
                between = {w.lower for w in tree.words[at + 1 : mention.end]}
                return named == post and bool(between & {"new", "now", "becomes", "become", "moves"})
        return False

    def _post_of_follower(self, tree: Tree, i: int, depth: int) -> Entity | None:
        """ "His successor", "Keller's replacement as culture secretary": the post of the one who is followed."""
        for at in slot(tree, i, "as"):
            if (post := self.post(tree, at, depth + 1)) is not None:
                return post
        owners = slot(tree, i, "poss")
        held = [post for at in owners if (post := self._held_by(tree, at)) is not None]
        return held[0] if held else (None if owners else self.posts.focus(tree.index, i))

    def _post_of_noun(self, tree: Tree, i: int, depth: int) -> Entity | None:
        if (sent := mission_post(tree, i, self.posts.home, self.posts.focus(tree.index, i))) is not None:
            return sent
        for path in ("of", "for", "as", "to"):
            for at in slot(tree, i, path):
                if (post := self.post(tree, at, depth + 1)) is not None:
                    return post
        if (post := self._of_title_noun(tree, i)) is not None:
            return post
        for clause in tree.kids(i, *INFINITIVES):
            if clause.lemma in terms().entering | terms().succeeding | terms().leading and (
                post := self.post(tree, clause.i, depth + 1)
            ):
                return post
        for clause in tree.kids(tree[i].head, *INFINITIVES) if tree[i].head != i else ():
            late = (
                clause.i > i
                and clause.lemma in terms().entering | terms().succeeding | terms().leading
                and clause.i != i
            )
            if late and (post := self.post(tree, clause.i, depth + 1)):
                return post
        top = any(k.lower in ("top", "highest") for k in tree.kids(i, "amod", "compound"))
        for at in (*slot(tree, i, "compound"), *(slot(tree, i, "poss") if top else ())):
            mention = self.mention(tree, at)
            if mention is not None and mention.office is not None:
                return self.posts.of(mention.office, mention.tree, mention.start)
            if mention is not None and mention.place is not None and (post := head_post(mention.place)):
                return post
        return self._focus_of(tree, i)

    def _of_title_noun(self, tree: Tree, i: int) -> Entity | None:
        """Return the post that "the leadership of the National Party" or "the Eurogroup presidency" speaks of."""
        for at in (i, *slot(tree, i, "amod"), *slot(tree, i, "compound"), *slot(tree, i, "nmod")):
            if (told := self.posts.electoral(tree.index, at)) is not None:
                return told
        for at in [*slot(tree, i, "of"), *slot(tree, i, "compound"), *slot(tree, i, "poss")]:
            mention = self.mention(tree, at)
            place = self.posts.local(mention.place) if mention is not None and mention.place is not None else None
            for noun in (i, *(k.i for k in tree.kids(i, "compound") if k.i > at)):
                post = titled_post(title_noun(tree, noun), place)
                if post is not None:
                    return post
        return None

    def _focus_of(self, tree: Tree, i: int) -> Entity | None:
        """Return the post in contest for a noun that does not say which, unless it says another one's."""
        word, focus = tree[i], self.posts.focus(tree.index, i)
        told = terms().title_of.get(word.lower)
        if told is not None:
            return _of_same_body(word.lower, told, focus)
        if word.lemma in terms().particular or any(
            k.lower in ("at", "in", "with", "for") for k in tree.kids(i, "prep")
        ):
            return None
        if tree.kid(i, "poss") is not None and any(k.lower in PRESENT for k in tree.kids(i, "amod")):
            return None  # "her current post" is the one she has, and not the one in contest
        if word.lemma in NEW_PLACES and tree.kid(i, "amod") is not None and _is_any(tree, i):
            return None  # "a diplomatic role" is one of many
        return None if self.is_elsewhere(tree, i, focus) else focus

    def is_elsewhere(self, tree: Tree, i: int, focus: Entity | None) -> bool:
        """Whether a place beside a noun tells that it speaks of another post: "the Mexico City job"."""
        told = focus.label if focus is not None else ""
        for kid in tree.kids(i, "compound", "nmod", "amod"):
            mention = self.mention(tree, kid.i)
            places = [mention.place.label] if mention is not None and mention.place is not None else []
            start = min((k.i for k in tree.kids(kid.i, "compound")), default=kid.i)
            seat = world().seat(tree.phrase(start, kid.i + 1)) if kid.is_capital else None
            places += [seat.name] if seat is not None else []
            inside = mention is not None and mention.start <= i < mention.end
            if places and not inside and not any(p in told for p in places):
                return True
        return False


def _is_any(tree: Tree, i: int) -> bool:
    """Whether a noun has the indefinite article."""
    return any(k.lower in ("a", "an", "another") for k in tree.kids(i, "det"))


def _of_same_body(noun: str, told: str, focus: Entity | None) -> Entity | None:
    """Return the post that "the leadership" means where one of its body is in contest: no deputy's."""
    if focus is None or told not in (focus.title or ""):
        return None
    deputy = (focus.title or "").lower().split()[0] in terms().ranks
    if not deputy or focus.of is None:
        return focus
    return titled_post(noun, known_place(focus.of.label, 0, 0))
