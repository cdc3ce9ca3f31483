"""A deterministic sieve: each mention to the one person it can be, or to nobody.

Steps, after Raghunathan et al. (2010), from sure to less sure: names; a title beside a name; a title
through the article's own table of holders; a title through dated knowledge; nominals by what the article
says people are; pronouns by the subject of the same sentence, then of the one before. A step that leaves
two candidates leaves the mention open.
"""

from collections.abc import Sequence

from kingmaker.lexicon.world import world
from kingmaker.model import Article, Entity
from kingmaker.text.descriptions import Descriptions
from kingmaker.text.discourse import Discourse
from kingmaker.text.epithets import Epithets
from kingmaker.text.focus import Posts
from kingmaker.text.genders import learn_genders
from kingmaker.text.holdings import Holding
from kingmaker.text.mention import Mention, MentionKind
from kingmaker.text.plurals import Plurals
from kingmaker.text.pronouns import Pronouns
from kingmaker.text.register import Register
from kingmaker.text.roles import Roles
from kingmaker.text.stand_ins import StandIns
from kingmaker.text.tree import Tree


class Links:
    """Who each mention of an article refers to; built once, asked by mention."""

    def __init__(
        self, article: Article, trees: Sequence[Tree], mentions: Sequence[Mention], register: Register,
        posts: Posts, holdings: Sequence[Holding],
    ) -> None:  # fmt: skip
        self._article, self._register, self._posts = article, register, posts
        self._told = Discourse(trees, mentions, register)
        for mention in mentions:
            if mention.kind is MentionKind.PERSON and (entity := self._named(mention)) is not None:
                self._told.add(mention, (entity,))
        learn_genders(self._told)
        self._pronouns, self._plurals = Pronouns(self._told), Plurals(self._told)
        self._roles = Roles(article, self._told, posts, holdings, self._pronouns)
        self._roles.ascribe(mentions)
        self._epithets = Epithets(self._told, posts, self._roles, Descriptions(self._told, mentions))
        stand_ins = StandIns(self._told)
        for mention in mentions:
            if mention not in self._told.linked and (people := self._resolve(mention)):
                self._told.add(mention, people)
                if mention.kind is MentionKind.PRONOUN and len(people) == 1:
                    self._told.learn(people[0], mention.gender)
            elif mention not in self._told.linked and (groups := stand_ins.resolve(mention)):
                self._told.stands_for[mention] = groups

    def person(self, mention: Mention) -> Entity | None:
        """Return the one person a mention refers to, or None where it stays open or stands for several."""
        return self._told.entity(mention)

    def people(self, mention: Mention) -> tuple[Entity, ...]:
        """Return the people a mention refers to: one, several for "both" and "they", none where it stays open."""
        return self._told.linked.get(mention, ())

    def groups(self, mention: Mention) -> tuple[Mention, ...]:
        """Return the mentions of the bodies, countries or groups that a word like "it" or "the party" stands for."""
        return self._told.stands_for.get(mention, ())

    def holders(self, post: Entity) -> list[tuple[str, Entity]]:
        """Return the article's own table for a post: (status, holder) as its titles tell them."""
        return self._roles.told_of(post.id)

    def posts_held(self, person: Entity) -> list[str]:
        """Return the ids of the posts that the article says a person holds."""
        return self._roles.posts_held(person)

    def posts_of_late(self, person: Entity) -> list[str]:
        """Return the ids of the article's posts that the world knows a person to have held of late."""
        day = self._article.published
        if not day:
            return []
        held = {
            (h.key, h.of) for h in world().posts_of(person.label) if h.end is None or h.end[:7] >= _months_before(day)
        }
        begun = {(h.key, h.of) for h in world().posts_of(person.label) if h.start <= day}
        return [p.id for p in self._posts.all() if p.of and (self._posts.key(p), p.of.label) in held & begun]

    def _named(self, mention: Mention) -> Entity | None:
        bearers = self._register.bearers(mention.text, mention.gender)
        return self._register.entity(bearers[0]) if len(bearers) == 1 else None

    def _resolve(self, mention: Mention) -> tuple[Entity, ...]:
        if mention.gender == "plural" and mention.kind is not MentionKind.OFFICE:
            return self._plurals.resolve(mention)
        match mention.kind:
            case MentionKind.OFFICE:
                found = self._roles.resolve(mention)
            case MentionKind.NOMINAL:
                found = self._epithets.resolve(mention)
            case MentionKind.PRONOUN:
                found = self._pronouns.resolve(mention)
            case _:
                found = None
        return (found,) if found is not None else ()


def _months_before(day: str, months: int = 2) -> str:
    """Return the month so many before a day, month or year, as YYYY-MM."""
    year, month = int(day[:4]), int(day[5:7] or 1)
    at = year * 12 + month - 1 - months
    return f"{at // 12:04d}-{at % 12 + 1:02d}"
