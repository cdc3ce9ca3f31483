"""The eight promises, each with its section; what is promised of any article is tried on any article."""

import itertools
import os
import socket
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import kingmaker
from claims_generated import (
    ATTITUDES,
    DAYS,
    DEMANDED,
    DENIED,
    DISSUADED,
    DOUBTED,
    HEDGED,
    HELD_BACK,
    PLAIN,
    UNNAMED,
    UNSURE,
    WISHED,
    Told,
    disputes,
    filled,
    news,
    odd_articles,
)
from kingmaker import Article, Claim, Store, extract, open_store
from kingmaker.facts.records import read_facts, to_line
from kingmaker.model import Certainty, Entity, EntityKind, Kind, Polarity
from kingmaker.page import render
from kingmaker.pipeline import explain
from kingmaker.queries import ask, ask_canned, canned
from kingmaker.rdf.asserted import edges
from kingmaker.rdf.namespaces import ASSERTED, km
from kingmaker.rdf.quads import canonical
from kingmaker.store import Answer, Rows

EXAMPLES = Path(__file__).parent.parent / "examples"
pytestmark = pytest.mark.model
few = settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
Row = tuple[str, ...]


def extracted(articles: Iterable[Article]) -> Told:
    return [(article, list(extract(article))) for article in articles]


def store_of(told: Told) -> Store:
    store = open_store()
    store.put(told)
    return store


def rows(store: Store, name: str) -> list[Row]:
    """Answer a shipped question as it is written, each row as text."""
    return values(store.query(canned()[name].sparql))


def values(answer: Answer) -> list[Row]:
    assert isinstance(answer, Rows)
    return [tuple("" if value is None else value.value for value in row) for row in answer.rows]


def columns(name: str) -> Row:
    """Return the titles of the columns of a shipped question."""
    answer = open_store().query(canned()[name].sparql)
    assert isinstance(answer, Rows)
    return answer.columns


def column(name: str, title: str) -> int:
    return columns(name).index(title)


@pytest.fixture(scope="module")
def series() -> Told:
    """The real examples with their claims."""
    articles = [item for item in kingmaker.read([str(EXAMPLES)]) if isinstance(item, Article)]
    told = extracted(articles)
    assert len(told) >= 4
    assert sum(len(claims) for _, claims in told) >= 50
    return told


# 1. No fact without words.


def unfounded(store: Store) -> list[str]:
    """Return what the promise forbids: quotes that are not in the text, asserted triples with no claim."""
    found = []
    for claim in store.claims():
        text = store.text(claim.article) or ""
        found += [] if claim.evidence else [f"{claim.id} has no evidence"]
        found += [f"{claim.id}: {e}" for e in claim.evidence if not e.quote or text[e.start : e.end] != e.quote]
        found += [f"{claim.id}: {e}" for e in claim.evidence if not text[: e.start].endswith(e.prefix)]
        found += [f"{claim.id}: {e}" for e in claim.evidence if not text[e.end :].startswith(e.suffix)]
    behind = {triple for claim in store.claims() if is_sure(claim) for triple in edges(claim.situation)}
    plain = {quad.triple for quad in asserted(store) if quad.predicate not in ABOUT_THE_LAYER}
    return found + [f"asserted without a claim: {t}" for t in plain if tuple(t) not in behind]


ABOUT_THE_LAYER = {km("asserts"), km("threshold")}


def asserted(store: Store) -> list[ox.Quad]:
    return list(store.quads.quads_for_pattern(None, None, None, ASSERTED))


def is_sure(claim: Claim) -> bool:
    """Whether somebody on record tells the situation of a claim as plain fact."""
    speakers = [*([claim.source] if claim.source else []), *claim.via]
    return (
        claim.polarity is Polarity.POSITIVE
        and claim.certainty is Certainty.CERTAIN
        and all(speaker.kind is not EntityKind.ANONYMOUS for speaker in speakers)
    )


@settings(few, max_examples=80)
@given(odd_articles())
@example(Article.of("\n"))
def test_promises_1_every_quote_stands_in_the_stored_text(article: Article) -> None:
    claims = extract(article)
    assert [e for c in claims for e in c.evidence if article.text[e.start : e.end] != e.quote] == []
    store = store_of([(article, list(claims))])
    assert store.text(article.id) is not None
    assert unfounded(store) == []
    assert {c.id for c in store.claims()} == {canonical(c).id for c in claims}


def test_promises_1_the_examples_are_quoted_exactly(series: Told) -> None:
    store = store_of(series)
    assert unfounded(store) == []
    assert len(asserted(store)) > 20


@pytest.mark.parametrize(
    "text",
    [
        "Ann Keller backs Tom Brandt as secretary general of NATO",
        "\ufeffAnn Keller backs Tom Brandt as secretary general of NATO.\r\n\r\nMore.\r\n",
        "Name\tPost\nAnn Keller backs Tom Brandt as secretary general of NATO.\t2",
        "𝒳🇳🇴 Ann Keller backs Tom Brandt as secretary general of NATO 🎉",
        "Ann Keller backs Tom Brandt as secretary general of NATO. " * 50,
    ],
    ids=["no sentence end", "crlf", "table", "beyond the plane", "long line"],
)
def test_promises_1_odd_text_still_gives_its_claim(text: str) -> None:
    (claim,) = extract(Article.of(text))
    for evidence in claim.evidence:
        assert text[evidence.start : evidence.end] == evidence.quote
        assert "Keller backs Tom Brandt" in evidence.quote


def test_promises_1_a_lone_sign_at_the_end_is_read() -> None:
    assert extract(Article.of("Hello ¦")) == ()


def test_promises_1_marks_of_direction_hide_nothing() -> None:
    (claim,) = extract(Article.of("\u200f“Ann Keller backs Tom Brandt as secretary general of NATO”\u200e"))
    assert "Ann Keller" in {entity.label for entity in claim.entities}


# 2. No hedge is ever upgraded.


def upgraded(pattern: str) -> list[str]:
    """Return the claims about Keller and Brandt that a sentence has no right to, as words."""
    claims = extract(Article.of(filled(pattern) + "\n", published="2024-03-01"))
    return [f"{c.situation.kind} {c.situation.value} {c.polarity} {c.certainty}" for c in claims if is_sure(c)]


@pytest.mark.parametrize("pattern", HEDGED)
def test_promises_2_a_hedge_is_never_certain(pattern: str) -> None:
    assert upgraded(pattern) == []


@pytest.mark.parametrize("pattern", DOUBTED)
def test_promises_2_a_denial_in_doubt_is_neither_fact_nor_denial(pattern: str) -> None:
    claims = extract(Article.of(filled(pattern) + "\n", published="2024-03-01"))
    assert [c.situation.kind for c in claims if c.certainty is Certainty.CERTAIN] == []


@pytest.mark.parametrize("pattern", DENIED)
def test_promises_2_a_denial_is_never_a_fact(pattern: str) -> None:
    assert upgraded(pattern) == []


@pytest.mark.parametrize("pattern", UNNAMED)
def test_promises_2_an_unnamed_source_is_never_on_record(pattern: str) -> None:
    assert upgraded(pattern) == []
    claims = extract(Article.of(filled(pattern) + "\n"))
    assert [c.source.kind for c in claims if c.source] == [EntityKind.ANONYMOUS] * len(claims)


@pytest.mark.parametrize("pattern", HELD_BACK, ids=HELD_BACK.values())
def test_promises_2_words_that_hold_back_are_heard(pattern: str) -> None:
    assert upgraded(pattern) == []


@pytest.mark.parametrize("pattern", DEMANDED)
def test_promises_2_a_departure_demanded_is_opposition_and_no_departure(pattern: str) -> None:
    sure = [c for c in extract(Article.of(filled(pattern) + "\n", published="2024-03-01")) if is_sure(c)]
    assert {(c.situation.kind, c.situation.value) for c in sure} <= {(Kind.BACKING, "opposes")}


@pytest.mark.parametrize("pattern", DISSUADED)
def test_promises_2_what_somebody_is_asked_not_to_do_is_no_support(pattern: str) -> None:
    sure = [c for c in extract(Article.of(filled(pattern) + "\n", published="2024-03-01")) if is_sure(c)]
    assert {(c.situation.kind, c.situation.value) for c in sure} <= {(Kind.BACKING, "opposes")}


@pytest.mark.parametrize("pattern", WISHED)
def test_promises_2_what_somebody_wishes_for_another_is_no_candidacy_of_his_own(pattern: str) -> None:
    sure = [c for c in extract(Article.of(filled(pattern) + "\n", published="2024-03-01")) if is_sure(c)]
    assert {(c.situation.kind, c.situation.value) for c in sure} <= {(Kind.BACKING, "supports")}


@pytest.mark.parametrize("pattern", ATTITUDES)
def test_promises_2_an_attitude_to_an_appointment_is_no_appointment(pattern: str) -> None:
    told = extract(Article.of(filled(pattern) + "\n", published="2024-03-01"))
    assert told and {c.situation.kind for c in told} <= {Kind.BACKING}


@few
@given(news(UNSURE, most=5))
def test_promises_2_an_article_of_hedges_asserts_nothing(article: Article) -> None:
    store = store_of(extracted([article]))
    assert asserted(store) == []
    assert rows(store, "certain") == []


@pytest.mark.parametrize("pattern", PLAIN)
def test_promises_2_plain_words_do_assert(pattern: str) -> None:
    store = store_of(extracted([Article.of(filled(pattern) + "\n", published="2024-03-01")]))
    assert asserted(store)
    assert rows(store, "certain")


@settings(few, max_examples=100)
@given(disputes())
def test_promises_2_what_is_certain_rests_on_sure_and_undenied_claims(told: Told) -> None:
    store = store_of(told)
    claims = [c for _, cs in told for c in cs]
    denied = {c.situation for c in claims if (c.polarity, c.certainty) == (Polarity.NEGATIVE, Certainty.CERTAIN)}
    allowed = {c.evidence[0].quote for c in claims if is_sure(c) and c.situation not in denied}
    quote = column("certain", "quote")
    assert {row[quote] for row in rows(store, "certain")} <= allowed
    assert unfounded_edges(store, claims) == []


def unfounded_edges(store: Store, claims: Sequence[Claim]) -> list[str]:
    behind = {triple for c in claims if is_sure(c) for triple in edges(c.situation)}
    return [str(q) for q in asserted(store) if q.predicate not in ABOUT_THE_LAYER and tuple(q.triple) not in behind]


def test_promises_2_the_examples_keep_their_hedges(series: Told) -> None:
    store = store_of(series)
    hedged = [c for _, cs in series for c in cs if not is_sure(c)]
    assert len(hedged) > 10
    sure = {(c.article, e.quote) for _, cs in series for c in cs if is_sure(c) for e in c.evidence}
    quote, article = column("certain", "quote"), column("certain", "article")
    told = {(row[article].rsplit("/", 1)[-1], row[quote]) for row in rows(store, "certain")}
    assert told <= {(name.partition(":")[2], words) for name, words in sure}


# 3. Nothing is overwritten.


@settings(few, max_examples=100)
@given(disputes())
def test_promises_3_contradictions_stand_side_by_side(told: Told) -> None:
    store = store_of(told)
    claims = {c.id: c for _, cs in told for c in cs}
    assert {c.id for c in store.claims()} == set(claims)
    sides = {
        c.situation.id: {d.polarity for d in claims.values() if d.situation.id == c.situation.id}
        for c in claims.values()
    }
    wanted = {
        (c.evidence[0].quote, str(c.polarity), speaker(c, told))
        for c in claims.values()
        if len(sides[c.situation.id]) > 1
    }
    quote, polarity, says = (column("disputed", name) for name in ("quote", "polarity", "says"))
    found = rows(store, "disputed")
    assert {(row[quote], row[polarity].rsplit("/", 1)[-1], row[says]) for row in found} == wanted
    assert len(found) == len(wanted)


def speaker(claim: Claim, told: Told) -> str | None:
    if claim.source:
        return claim.source.iri
    return next(article.publisher for article, _ in told if article.id == claim.article)


def test_promises_3_two_outlets_that_contradict_are_both_heard() -> None:
    yes = Article.of("Tom Brandt said that Ann Keller backs him as secretary general of NATO.\n", publisher="The Paper")
    no = Article.of(
        "Ann Keller said that she does not back Tom Brandt as secretary general of NATO.\n", publisher="The Wire"
    )
    store = store_of(extracted([yes, no]))
    told = {(str(c.polarity), c.source.label if c.source else None) for c in store.claims()}
    assert told == {("positive", "Tom Brandt"), ("negative", "Ann Keller")}
    assert len({c.situation.id for c in store.claims()}) == 1
    assert len(rows(store, "disputed")) == 2
    assert asserted(store) == []


# 4. As of a day means as of that day.

LISTINGS = ("who-backs", "who-opposes", "candidates", "holders", "claims-by", "history")


def before(store: Store, name: str, day: str) -> list[Row]:
    """Answer a shipped question from what was published before a day."""
    titles = " ".join(f"?{title}" for title in columns(name))
    question = f'SELECT {titles} WHERE {{ {{\n{canned()[name].sparql}\n}} FILTER (STR(?published) < "{day}") }}'
    answer = store.query(question)
    return sorted(values(answer))


@pytest.mark.parametrize("name", LISTINGS)
@few
@given(told=disputes(), later=disputes(), day=st.sampled_from(DAYS[1:]))
def test_promises_4_a_later_article_changes_no_earlier_answer(name: str, told: Told, later: Told, day: str) -> None:
    told = [(a, cs) for a, cs in told if (a.published or "") < day]
    late = [(a, cs) for a, cs in later if (a.published or "") >= day]
    store = store_of(told)
    answer = before(store, name, day)
    assert answer == sorted(rows(store, name))
    store.put(late)
    assert before(store, name, day) == answer


def test_promises_4_the_examples_are_known_day_by_day(series: Told) -> None:
    store, sizes = open_store(), []
    for article, claims in sorted(series, key=lambda pair: str(pair[0].published)):
        day = article.published or ""
        answers = {name: before(store, name, day) for name in LISTINGS}
        store.put([(article, claims)])
        assert {name: before(store, name, day) for name in LISTINGS} == answers
        sizes.append(len(answers["history"]))
    assert sizes[0] == 0
    assert sizes == sorted(set(sizes))


def test_promises_4_what_an_article_says_is_read_by_the_light_of_its_own_day(series: Told) -> None:
    for article, claims in reversed(series):
        assert [c.id for c in extract(article)] == [c.id for c in claims]


# 5. Order does not matter.


def written(store: Store) -> tuple[bytes, bytes, str]:
    return store.dump("trig"), store.dump("turtle"), render(store.claims(), store.articles())


@settings(few, max_examples=12)
@given(st.lists(news(), min_size=1, max_size=3), st.data())
def test_promises_5_any_order_in_one_run_or_many_gives_the_same_bytes(
    articles: list[Article], data: st.DataObject
) -> None:
    told = extracted(articles)
    wanted = written(store_of(told))
    store = open_store()
    for part in data.draw(st.permutations([*told, *told])):
        store.put([part])
    assert written(store) == wanted


@settings(few, max_examples=6)
@given(st.data())
def test_promises_5_the_examples_in_any_order_give_the_same_bytes(series: Told, data: st.DataObject) -> None:
    wanted = written(store_of(series))
    mixed = data.draw(st.permutations(series))
    cut = data.draw(st.integers(0, len(mixed)))
    store = store_of(mixed[:cut])
    store.put([(article, claims[::-1]) for article, claims in mixed[cut:]])
    assert written(store) == wanted


def test_promises_5_removing_an_example_removes_exactly_its_claims(series: Told) -> None:
    for article, claims in series:
        store = store_of(series)
        gone = store.remove(article.id)
        assert (gone.articles, gone.claims) == (1, len(claims))
        assert written(store) == written(store_of([pair for pair in series if pair[0] != article]))
        store.put([(article, claims)])
        assert written(store) == written(store_of(series))


@few
@given(st.lists(news(), min_size=1, max_size=3, unique_by=lambda a: a.id))
def test_promises_5_what_is_removed_leaves_no_trace(articles: list[Article]) -> None:
    told = extracted(articles)
    store = store_of(told)
    store.remove(articles[0].iri)
    assert written(store) == written(store_of(told[1:]))


# 6. Offline and deterministic by default.

# Runs the command where whatever reaches out ends the process. A socket that is only made does not:
# libraries make one on import to see which addresses the system knows.
OFFLINE = """
import os, sys
OUT = {"socket." + name for name in ("connect", "getaddrinfo", "gethostbyname", "gethostbyaddr", "sendto", "sendmsg")}
def watch(event, arguments):
    if event in OUT:
        sys.stderr.write(f"asked for the network: {event} {arguments}\\n")
        os._exit(99)
sys.addaudithook(watch)
from kingmaker.cli import main
main()
"""


def offline(seed: int, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-c", OFFLINE, *words]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=120)


def test_promises_6_two_offline_builds_with_other_hash_seeds_are_equal(tmp_path: Path) -> None:
    made = []
    for seed in (1, 2):
        done = offline(seed, "build", str(EXAMPLES), "-o", f"out{seed}", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        made.append({n: (tmp_path / f"out{seed}" / n).read_bytes() for n in ("graph.ttl", "graph.trig", "graph.html")})
    assert made[0] == made[1]
    asked = [offline(s, "query", "candidates", "--store", f"out{s}/store", cwd=tmp_path) for s in (1, 2)]
    assert asked[0].stdout == asked[1].stdout
    assert "person:mark-rutte" in asked[0].stdout, asked[0].stderr


def test_promises_6_the_watch_does_see_a_call(tmp_path: Path) -> None:
    call = "socket.create_connection(('127.0.0.1', 9), 1)"
    script = OFFLINE.replace("from kingmaker.cli import main", "import socket").replace("main()", call)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 99


def test_promises_6_the_library_needs_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    store = store_of(extracted([Article.of(filled(PLAIN[0]), published="2024-03-01")]))
    assert "Ann Keller" in render(store.claims(), store.articles())
    assert ask(store, "ASK { ?anybody km:backs person:tom-brandt }") is True
    assert len(ask_canned(store, "who-backs", {"candidate": "Tom Brandt"})) == 1  # type: ignore[arg-type]


# 7. Anonymous sources are individuals of one article.


@pytest.mark.parametrize(
    "phrase", ["A diplomatic source", "Officials", "Sources", "Two diplomats", "One diplomat", "A defence source"]
)
def test_promises_7_the_same_words_in_two_articles_are_two_individuals(phrase: str) -> None:
    text = f"{phrase} said that Ann Keller backs Tom Brandt as secretary general of NATO.\n"
    told = extracted([Article.of(text, publisher="The Paper"), Article.of(text, publisher="The Wire")])
    store = store_of(told)
    sources = [c.source for c in store.claims()]
    assert [s.kind for s in sources if s] == [EntityKind.ANONYMOUS] * 2
    assert len({s.id for s in sources if s}) == 2
    assert len({s.label for s in sources if s}) == 1
    assert len(rows(store, "sources")) == 2


@few
@given(st.lists(news(UNNAMED), min_size=2, max_size=3, unique_by=lambda a: a.id))
def test_promises_7_no_unnamed_source_is_in_two_articles(articles: list[Article]) -> None:
    found = {}
    for claim in store_of(extracted(articles)).claims():
        for entity in claim.entities:
            if entity.kind is EntityKind.ANONYMOUS:
                assert found.setdefault(entity.id, claim.article) == claim.article


def test_promises_7_facts_without_identifiers_keep_them_apart_too() -> None:
    source = Entity.named(EntityKind.ANONYMOUS, "a diplomatic source")
    lines = []
    for publisher in ("The Paper", "The Wire"):
        article = Article.of(filled(PLAIN[0]), publisher=publisher)
        (claim,) = extract(article)
        line = to_line(claim, article).replace(
            '"source": null', f'"source": {{"label": "{source.label}", "kind": "anonymous"}}'
        )
        lines.append(line)
    told = read_facts(enumerate(lines, 1), "facts.jsonl")
    assert len({c.source.id for _, cs in told for c in cs if c.source}) == 2


# 8. Ambiguity is kept, not guessed.


def roles(text: str) -> set[tuple[Kind, str]]:
    """Return who has a part in what, posts apart."""
    claims = extract(Article.of(text + "\n", published="2024-03-01"))
    return {(c.situation.kind, e.label) for c in claims for _, e in c.situation.roles if e.kind is not EntityKind.POST}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Smith and Bob Smith met in Oslo. Smith was elected president of Norway.",
        "Ann Smith met Bob Smith. The talks were long. Smith resigned as president of Norway.",
        "Smith was elected president of Norway. Hillary Smith and Bill Smith celebrated.",
        "Ann Smith, a lawyer, is the sister of Bob Smith. Smith is a candidate for secretary general of NATO.",
        "ANN SMITH and BOB SMITH met. On Monday Smith withdrew from the race for secretary general of NATO.",
    ],
)
def test_promises_8_a_bare_surname_of_two_people_is_neither(text: str) -> None:
    assert roles(text) == set()


@pytest.mark.xfail(reason="a trigger whose only filler stays open is dropped without a word")
def test_promises_8_what_stays_open_says_so() -> None:
    article = Article.of("Ann Smith and Bob Smith met in Oslo. Smith was elected president of Norway.\n")
    _, reasons = explain(article)
    assert [r.dropped for r in reasons if r.dropped] != []


def test_promises_8_one_bearer_of_a_surname_is_meant() -> None:
    text = "Ann Smith and Bob Jones met in Oslo. Smith was elected president of Norway."
    assert roles(text) == {(Kind.APPOINTMENT, "Ann Smith")}


def test_promises_8_full_names_are_not_in_doubt() -> None:
    text = "Ann Smith was elected president of Norway. Bob Smith was elected governor of Norges Bank."
    assert roles(text) == {(Kind.APPOINTMENT, "Ann Smith"), (Kind.APPOINTMENT, "Bob Smith")}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ann Keller and Tom Brandt met in Oslo. She is a candidate for secretary general of NATO.", "Ann Keller"),
        ("Ann Keller and Tom Brandt met in Oslo. He is a candidate for secretary general of NATO.", "Tom Brandt"),
        # The stated rule: of two who fit, the subject of the sentence before.
        ("Tom Brandt met Paul Weber in Oslo. He is a candidate for secretary general of NATO.", "Tom Brandt"),
        ("Paul Weber met Tom Brandt in Oslo. He is a candidate for secretary general of NATO.", "Paul Weber"),
    ],
)
def test_promises_8_a_pronoun_goes_by_gender_then_by_the_subject(text: str, meant: str) -> None:
    assert roles(text) == {(Kind.CANDIDACY, meant)}


@pytest.mark.parametrize("pair", list(itertools.permutations(["Tom Brandt", "Paul Weber"])), ids=" and ".join)
def test_promises_8_a_pronoun_after_two_subjects_stays_open(pair: Sequence[str]) -> None:
    text = f"{' and '.join(pair)} met in Oslo. He is a candidate for secretary general of NATO."
    assert roles(text) == set()


@pytest.mark.parametrize("name", ["Smith", "Mr Smith", "Johnson"])
def test_promises_8_a_surname_alone_is_nobody_of_the_lexicon(name: str) -> None:
    text = f"{name} was elected president of Norway."
    assert {label for _, label in roles(text)} <= {name, name.split()[-1]}
