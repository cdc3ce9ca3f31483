import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims_told import CHIEF, PABRIKS, STOLTENBERG, SUNAK, WALLACE, article, backing, claim, told
from kingmaker.errors import InputError, QueryError, StoreError
from kingmaker.model import Article, Certainty, Claim, Entity, EntityKind, Kind, Polarity
from kingmaker.rdf import FORMATS, PREFIXES, THRESHOLDS
from kingmaker.store import Counts, Store, open_store
from kingmaker.store.files import ONTOLOGY_VERSION

Told = list[tuple[Article, list[Claim]]]
JUNE, JULY = article(), article("Wallace withdrew.", path="july.txt", published="2023-07-15")
RACE: Told = [
    (JUNE, [backing(JUNE), claim(JUNE, Kind.TENURE, "current", holder=STOLTENBERG, post=CHIEF)]),
    (JULY, [claim(JULY, Kind.CANDIDACY, "withdrawn", candidate=WALLACE, post=CHIEF, source=SUNAK)]),
]
few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def store_of(items: Told) -> Store:
    store = open_store()
    store.put(items)
    return store


def test_store_gives_back_what_was_put() -> None:
    store = open_store()
    assert store.put(RACE) == Counts(2, 3)
    assert store.articles() == tuple(sorted((JUNE, JULY), key=lambda a: a.id))
    assert set(store.claims()) == {c for _, cs in RACE for c in cs}
    assert store.claims("july.txt") == tuple(RACE[1][1])
    assert store.text(JUNE.id) == JUNE.text


@few
@given(told())
def test_store_put_twice_changes_nothing(items: Told) -> None:
    store = store_of(items)
    before = store.dump()
    assert store.put(items) == Counts(0, 0)
    assert store.dump() == before


@few
@given(told())
def test_store_knows_no_order(items: Told) -> None:
    wanted = store_of(items).dump()
    for order in permutations(items):
        one_by_one = open_store()
        for article_, claims in order:
            for one in reversed(claims):
                one_by_one.put([(article_, [one])])
            one_by_one.put([(article_, [])])
        assert one_by_one.dump() == wanted


@few
@given(told())
def test_store_remove_takes_exactly_what_the_article_said(items: Told) -> None:
    store = store_of(items)
    for article_ in {a.id: a for a, _ in items}.values():
        rest = [(a, cs) for a, cs in items if a.id != article_.id]
        smaller = store_of(items)
        smaller.remove(article_.id)
        assert smaller.dump() == store_of(rest).dump()
    for article_ in store.articles():
        store.remove(article_.iri)
    assert len(store.quads) == 0


@few
@given(items=told())
@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nt", ".nq"])
def test_store_comes_back_from_the_files_it_writes(items: Told, suffix: str, tmp_path: Path) -> None:
    store = store_of(items)
    names = {".ttl": "turtle", ".trig": "trig", ".nt": "ntriples", ".nq": "nquads"}
    file = tmp_path / f"store{suffix}"
    file.write_bytes(store.dump(names[suffix]))
    again = open_store()
    again.load(file)
    assert again.claims() == store.claims()
    assert again.dump() == store.dump()
    assert again.dump("turtle") == store.dump("turtle")


def test_store_turtle_restores_what_each_article_calls_an_entity(tmp_path: Path) -> None:
    other = Entity(WALLACE.id, EntityKind.PERSON, "Mr Wallace", ("Mr Wallace", "the minister"))
    august = article("Mr Wallace had hoped.", path="august.txt")
    store = store_of([*RACE, (august, [backing(august, candidate=other)])])
    (tmp_path / "a.ttl").write_bytes(store.dump("turtle"))
    again = open_store()
    again.load(tmp_path / "a.ttl")
    labels = {c.situation.role("candidate").label for c in again.claims() if c.situation.role("candidate")}
    assert labels == {"Ben Wallace", "Mr Wallace"}


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("a.ttl", "this is not Turtle", "cannot be parsed"),
        ("a.ttl", "<http://a> <http://b> <http://c> .", "no store writes"),
        ("a.trig", "GRAPH <http://g> { <http://a> <http://b> <http://c> }", "no article's graph"),
        ("a.xml", "<!DOCTYPE x>", "not a graph file"),
        ("none.ttl", None, "No such file"),
    ],
)
def test_store_load_refuses_what_no_store_wrote(name: str, text: str | None, problem: str, tmp_path: Path) -> None:
    file = tmp_path / name
    if text is not None:
        file.write_text(text)
    store = store_of(RACE)
    before = store.dump()
    with pytest.raises(InputError, match=problem):
        store.load(file)
    assert store.dump() == before


def test_store_load_refuses_a_triple_slipped_into_its_own_file(tmp_path: Path) -> None:
    text = store_of(RACE).dump("turtle").decode()
    (tmp_path / "a.ttl").write_text(text + "\n<https://x/y> <https://x/z> 1 .\n")
    with pytest.raises(InputError, match="no store writes"):
        open_store().load(tmp_path / "a.ttl")


def test_store_puts_all_or_nothing() -> None:
    store = store_of(RACE)
    before = store.dump()
    bad = backing(JULY, details=(("until", "2024"),))
    with pytest.raises(InputError):
        store.put([(article("New."), []), (JULY, [bad])])
    assert store.dump() == before


def test_store_merges_the_paths_of_one_article() -> None:
    store = store_of([(article(path="z.txt"), []), (article(path="a.txt"), [])])
    (kept,) = store.articles()
    assert kept.path == "a.txt"
    assert store.remove("z.txt") == Counts(1, 0)


def test_store_remove_says_what_it_cannot_find() -> None:
    store = store_of([(article("One."), []), (article("Two."), [])])
    with pytest.raises(StoreError, match="several articles"):
        store.remove("june.txt")
    with pytest.raises(StoreError, match="no article is named"):
        store.remove("none.txt")


def test_store_on_disk_stays_with_its_texts(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.put(RACE)
        written = store.dump()
    with (
        open_store(tmp_path / "store", read_only=True) as store,
        open_store(tmp_path / "store", read_only=True) as too,
    ):
        assert store.dump() == too.dump() == written
        assert store.text("june.txt") == JUNE.text
        assert store.ontology_version == ONTOLOGY_VERSION
        with pytest.raises(StoreError, match="reading only"):
            store.put(RACE)
        with pytest.raises(StoreError, match="in use by process"):
            open_store(tmp_path / "store")
    with open_store(tmp_path / "store") as store:
        store.remove("june.txt")
        with pytest.raises(StoreError, match="being written by process"):
            open_store(tmp_path / "store", read_only=True)
    assert len(list((tmp_path / "store" / "texts").iterdir())) == 1


def test_store_lock_goes_with_a_killed_writer(tmp_path: Path) -> None:
    code = "import sys; from kingmaker.store import open_store; store = open_store(sys.argv[1]); "
    command = [sys.executable, "-c", code + "print(1, flush=True); input()", str(tmp_path / "s")]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    with pytest.raises(StoreError, match=f"process {child.pid}"):
        open_store(tmp_path / "s", read_only=True)
    child.kill()
    child.communicate()
    open_store(tmp_path / "s", read_only=True).close()


def test_store_says_what_is_wrong_with_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kingmaker build"):
        open_store(tmp_path / "none", read_only=True)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.doc").touch()
    with pytest.raises(StoreError, match="not a kingmaker store"):
        open_store(tmp_path / "mine")
    open_store(tmp_path / "store").close()
    next((tmp_path / "store" / "quads").glob("MANIFEST-*")).write_bytes(b"broken")
    with pytest.raises(StoreError, match="damaged"):
        open_store(tmp_path / "store", read_only=True)
    (tmp_path / "store" / "kingmaker.json").write_text("{")
    with pytest.raises(StoreError, match="damaged"):
        open_store(tmp_path / "store")


def test_store_query_knows_the_prefixes_and_all_graphs() -> None:
    store = store_of(RACE)
    found = store.query("SELECT ?who ?whom { ?who km:backs ?whom }", whom=ox.NamedNode(WALLACE.iri))
    assert found.dicts() == [{"who": SUNAK.iri, "whom": WALLACE.iri}]
    assert store.query("ASK { post:secretary-general-of-nato km:ofBody body:nato }") is True
    with pytest.raises(QueryError, match="not a valid question"):
        store.query("SELECT")


def test_store_asserted_edges_follow_a_denial_and_its_removal() -> None:
    store = store_of(RACE)
    denial = article("He does not back him.", path="denial.txt")
    edge = "ASK { person:rishi-sunak km:backs person:ben-wallace }"
    assert store.query(edge) is True
    store.put([(denial, [backing(denial, polarity=Polarity.NEGATIVE)])])
    assert store.query(edge) is False
    store.remove("denial.txt")
    assert store.query(edge) is True


def test_store_dataset_is_the_same_data_in_rdflib() -> None:
    store = store_of([(JUNE, [backing(JUNE, backer=PABRIKS)])])
    question = "SELECT ?l { ?p a km:Person ; skos:prefLabel ?l } ORDER BY ?l"
    rows = list(store.dataset().query(question, initNs=PREFIXES))
    assert [str(row[0]) for row in rows] == ["Artis Pabriks", "Ben Wallace"]


@pytest.mark.parametrize("name", FORMATS)
def test_store_dump_is_the_same_in_another_process(name: str) -> None:
    code = "import sys; sys.path[:0] = ['tests']; from test_store import RACE, store_of; "
    code += f"sys.stdout.buffer.write(store_of(RACE[::-1]).dump({name!r}))"
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, cwd=root, check=True)
    assert done.stdout == store_of(RACE).dump(name)


EDGE = "ASK { person:rishi-sunak km:backs person:ben-wallace }"


@few
@given(told(), st.sampled_from(THRESHOLDS), st.data())
def test_store_at_a_threshold_knows_no_order(items: Told, threshold: Certainty, data: st.DataObject) -> None:
    plain = open_store()
    plain.assert_at(threshold)
    plain.put(items)
    other = open_store()
    steps = data.draw(st.permutations([*items, *THRESHOLDS, "remove"]))
    for step in steps:
        if isinstance(step, Certainty):
            other.assert_at(step)
        elif step == "remove":
            for one in other.articles():
                other.remove(one.id)
        else:
            other.put([step])
    other.put(items)
    other.assert_at(threshold)
    assert other.dump() == plain.dump()
    assert other.threshold is threshold
    for one in other.articles():
        other.remove(one.id)
    emptied, empty = open_store(), open_store()
    empty.assert_at(threshold)
    assert other.dump() == empty.dump()
    empty.assert_at(Certainty.CERTAIN)
    assert empty.dump() == emptied.dump() == b""


def test_store_keeps_its_threshold_for_what_comes_later(tmp_path: Path) -> None:
    hedged = (JUNE, [backing(JUNE, certainty=Certainty.PROBABLE)])
    with open_store(tmp_path / "store") as store:
        assert store.threshold is Certainty.CERTAIN
        store.put(RACE[1:])
        store.assert_at("probable")
    with open_store(tmp_path / "store") as store:
        assert store.threshold is Certainty.PROBABLE
        store.put([hedged])
        assert store.query(EDGE) is True
        (row,) = store.query("SELECT ?by { graph:asserted km:threshold ?by }").dicts()
        assert row["by"].endswith("/probable")
        store.remove(JULY.id)
        assert store.query(EDGE) is True
        store.assert_at("certain")
        assert store.query(EDGE) is False
    with open_store(tmp_path / "store", read_only=True) as store, pytest.raises(StoreError, match="reading only"):
        store.assert_at("possible")


def test_store_asserts_at_no_other_threshold() -> None:
    store = store_of(RACE)
    before = store.dump()
    with pytest.raises(StoreError, match="'hypothetical' is no threshold; choose one of certain"):
        store.assert_at(Certainty.HYPOTHETICAL)
    assert store.dump() == before


@few
@given(items=told(), threshold=st.sampled_from(THRESHOLDS))
@pytest.mark.parametrize("suffix", [".ttl", ".trig"])
def test_store_at_a_threshold_comes_back_from_its_files(
    items: Told, threshold: Certainty, suffix: str, tmp_path: Path
) -> None:
    store = store_of(items)
    store.assert_at(threshold)
    file = tmp_path / f"store{suffix}"
    file.write_bytes(store.dump("turtle" if suffix == ".ttl" else "trig"))
    again = open_store()
    again.load(file)
    # What a file was asserted at is not taken over: the order of loading would then matter.
    assert again.threshold is Certainty.CERTAIN
    again.assert_at(threshold)
    assert again.dump() == store.dump()


def test_store_load_refuses_an_edge_below_the_threshold_that_its_file_states(tmp_path: Path) -> None:
    store = store_of([(JUNE, [backing(JUNE, certainty=Certainty.PROBABLE)])])
    store.assert_at("probable")
    text = store.dump("turtle").decode()
    (tmp_path / "a.ttl").write_text(text.replace("km:threshold kmx:probable", "km:threshold kmx:certain"))
    (tmp_path / "b.ttl").write_text(text.replace("km:threshold kmx:probable", "km:threshold kmx:certain, kmx:possible"))
    for file in ("a.ttl", "b.ttl"):
        with pytest.raises(InputError, match=r"no store writes|no one threshold"):
            open_store().load(tmp_path / file)


def test_store_says_why_an_edge_is_asserted_or_not() -> None:
    store = store_of([(JUNE, [backing(JUNE, certainty=Certainty.PROBABLE)])])
    edge = (SUNAK.id, "km:backs", WALLACE.id)
    (at_certain,), (at_probable,) = store.why(*edge), store.why(*edge, threshold="probable")
    assert (at_certain.stands, at_probable.stands) == (False, True)
    assert at_certain.claims == store.claims()
    assert store.why(WALLACE.id, "backs", SUNAK.id) == ()
    store.assert_at(Certainty.PROBABLE)
    assert store.why(*edge) == (at_probable,)
