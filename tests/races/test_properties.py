"""What is promised of races, tried on claims that agree and contradict, of articles of many days."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from claims_generated import Told, disputes
from kingmaker.model import Article, Claim, Kind
from kingmaker.races import Clock, Known, Race, View, differences, history, races, terms
from kingmaker.races.calendar import Days
from kingmaker.races.standing import contender, settled
from kingmaker.races.view import tellings

# Days of three years, some of them in a row, so that races end, open and are told again.
DAYS = ("2021-03-01", "2021-03-02", "2021-06-30", "2022-12-01", "2023-06-21", "2023-06-22", "2023-07-30", "2023-08")
known = settings(max_examples=150, deadline=None, derandomize=True)


def parts(told: Told) -> tuple[list[Claim], list[Article]]:
    return [c for _, claims in told for c in claims], [article for article, _ in told]


def made(told: Told, view: View | None = None) -> tuple[Race, ...]:
    return races(*parts(told), view or View())


@known
@given(disputes(DAYS), disputes(DAYS), st.sampled_from(DAYS[:-1]))
def test_properties_what_is_published_later_changes_no_answer(old: Told, more: Told, day: str) -> None:
    view = View(date.fromisoformat(day))
    later = [(a, c) for a, c in more if (a.published or "") > day and (a.published or "")[:7] >= day[:7]]
    assert made([*old, *later], view) == made(old, view)


@known
@given(disputes(DAYS), st.randoms(use_true_random=False))
def test_properties_order_does_not_matter(told: Told, random: "st.random.Random") -> None:
    claims, articles = parts(told)
    before = races(claims, articles)
    random.shuffle(claims)
    random.shuffle(articles)
    assert races(claims, articles) == before
    assert races([*claims, *claims[:2]], articles) == before


@known
@given(disputes(DAYS))
def test_properties_every_step_rests_on_claims_and_no_hedge_moves_a_standing(told: Told) -> None:
    for race in made(told):
        claims = {c.id for c in race.claims}
        for entry in race.entries:
            for step in entry.steps:
                assert step.claims
                assert {c.id for c in step.claims} <= claims
                assert not step.moved or all(map(settled, step.claims))
            assert entry.standing is None or entry.standing in entry.steps
            assert all({c.id for c in stand.claims} <= claims for stand in entry.stands)


@known
@given(disputes(DAYS))
def test_properties_every_claim_on_a_contested_post_is_in_one_race(told: Told) -> None:
    found = [c.id for race in made(told) for c in race.claims]
    assert len(found) == len(set(found))
    standing = {c.id for c in parts(told)[0] if contender(c.situation) or c.situation.kind is Kind.BACKING}
    assert standing <= set(found)


@known
@given(disputes(DAYS))
def test_properties_ids_are_told_apart(told: Told) -> None:
    ids = [race.id for race in made(told)]
    assert len(ids) == len(set(ids))


@known
@given(disputes(DAYS), st.sampled_from(DAYS[:-1]))
def test_properties_nothing_changes_from_a_day_to_itself(told: Told, day: str) -> None:
    for clock in Clock:
        now = made(told, View(date.fromisoformat(day), clock))
        assert differences(now, now) == ()


@known
@given(disputes(DAYS), st.sampled_from(DAYS[:-1]))
def test_properties_what_changed_is_told_by_claims_of_the_days_between(told: Told, day: str) -> None:
    start = date.fromisoformat(day)
    end = start + timedelta(days=900)
    before, after = (made(told, View(d)) for d in (start, end))
    old = {c.id for race in before for c in race.claims}
    for change in differences(before, after):
        assert not {c.id for c in change.claims} & old


@known
@given(disputes(DAYS), st.sampled_from(Clock))
def test_properties_history_is_what_a_view_of_each_day_shows(told: Told, clock: Clock) -> None:
    claims, articles = parts(told)
    stops = sorted({t.last for one in claims if (t := _counts(one, articles, clock))})
    known_of: dict[str, Known] = {}
    for day in [*stops, None]:
        known_of |= {k.post: k for k in history(claims, articles, clock, stops) if k.day == day}
        view = View(day, clock)
        shown = {race.id: _bare(race) for race in races(claims, articles, view)}
        assert {race.id: _bare(race) for k in known_of.values() for race in k.races} == shown
        held = {(t.post.id, t.holder.id, t.start, t.end, t.claims) for t in terms(tellings(claims, articles, view))}
        assert {(t.post.id, t.holder.id, t.start, t.end, t.claims) for k in known_of.values() for t in k.terms} == held


def _counts(claim: Claim, articles: list[Article], clock: Clock) -> Days | None:
    (told,) = tellings([claim], articles)
    return told.published if clock is Clock.PUBLISHED else told.when


def _bare(race: Race) -> object:
    """A race without the labels of its entities, which a view takes from its own claims."""
    entries = {e.person.id: (e.steps, [(s.actor.id, s.relation, s.current, s.claims) for s in e.stands])
               for e in race.entries}  # fmt: skip
    return race.opened, race.last, race.closed, [p.id for p in race.outcomes], entries, race.wants, race.claims
