"""Facts files: claims go out and come back the same, and a wrong line is named."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kingmaker.errors import InputError
from kingmaker.facts import records
from kingmaker.model import (
    SHAPES,
    Article,
    Certainty,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Kind,
    Polarity,
    Situation,
)  # fmt: skip

ARTICLE = Article.of("Rutte is backed by Berlin.", path="a.txt", title="A", publisher="P", published="2024-02-22")
NATO = Entity.named(EntityKind.ORGANISATION, "NATO")
POST = Entity.named(EntityKind.POST, "Secretary General of NATO", title="Secretary General", of=NATO)
RUTTE = Entity.named(EntityKind.PERSON, "Mark Rutte", names=("Mark Rutte", "Rutte"))
GERMANY = Entity.named(EntityKind.COUNTRY, "Germany", names=("Germany", "Berlin"))
SOURCE = Entity.named(EntityKind.ANONYMOUS, "a diplomat", scope=ARTICLE.id)
BACKING = Claim(
    ARTICLE.id,
    Situation.of(Kind.BACKING, {"backer": GERMANY, "candidate": RUTTE, "post": POST}, "supports"),
    certainty=Certainty.PROBABLE,
    source=SOURCE,
    time="2024-02",
    evidence=(Evidence(9, 25, "backed by Berlin"),),
)
LINE = {
    "id": BACKING.id,
    "type": "Backing",
    "roles": {
        "backer": {"iri": "https://w3id.org/kingmaker/id/country/germany", "label": "Germany",
                   "names": ["Germany", "Berlin"], "kind": "country"},
        "candidate": {"iri": "https://w3id.org/kingmaker/id/person/mark-rutte", "label": "Mark Rutte",
                      "names": ["Mark Rutte", "Rutte"], "kind": "person"},
        "post": {"iri": "https://w3id.org/kingmaker/id/post/secretary-general-of-nato",
                 "label": "Secretary General of NATO", "names": ["Secretary General of NATO"], "kind": "post",
                 "title": "Secretary General",
                 "of": {"iri": "https://w3id.org/kingmaker/id/body/nato", "label": "NATO", "names": ["NATO"],
                        "kind": "organisation"}},
    },
    "stance": "supports", "polarity": "positive", "certainty": "probable",
    "source": {"iri": SOURCE.iri, "label": "a diplomat", "names": ["a diplomat"], "kind": "anonymous"},
    "time": "2024-02",
    "evidence": [{"quote": "backed by Berlin", "start": 9, "end": 25}],
    "article": {"path": "a.txt", "iri": ARTICLE.iri, "title": "A", "publisher": "P",
                "published": "2024-02-22"},
}  # fmt: skip


def test_records_line_is_as_published_in_the_order_of_its_keys() -> None:
    assert records.to_line(BACKING, ARTICLE) == json.dumps(LINE, ensure_ascii=False)


def test_records_read_gives_the_claim_and_an_article_without_text() -> None:
    claim, article = records.read_record(json.dumps(LINE))
    assert claim == BACKING
    assert (article.id, article.text, article.published) == (ARTICLE.id, "", "2024-02-22")


# What is changed in a good line -> what its refusal says
Change = dict[str, Any]
WRONG: list[tuple[Change, str]] = [
    ({"type": "Rumour"}, "type is Rumour (choose from: Candidacy, Nomination"),
    ({"stance": "likes"}, "stance is 'likes' (choose from: supports, opposes)"),
    ({"stance": None}, "stance is missing, which a Backing needs (choose from: supports, opposes)"),
    ({"status": "declared"}, "status does not belong to a Backing (choose from: stance)"),
    ({"polarity": "yes"}, "polarity is yes (choose from: positive or negative)"),
    ({"certainty": ...}, "certainty is missing"),
    ({"certainity": "certain"}, "certainity is not a field of a facts file"),
    ({"until": "2025"}, "until does not belong to a Backing (choose from: none)"),
    ({"roles": {"backer": {"label": "A", "kind": "person"}}}, "roles.candidate is missing"),
    ({"roles.holder": {"label": "A", "kind": "person"}},
     "roles.holder is no role of a Backing (choose from: backer"),
    ({"roles.backer": {"label": "A", "kind": "human"}},
     "roles.backer.kind is human (choose from: person, post"),
    ({"roles.backer": {"label": " ", "kind": "person"}}, "roles.backer.label: is empty"),
    ({"roles.backer": {"label": "A", "kind": "person", "iri": LINE["roles"]["post"]["iri"]}},  # type: ignore[index]
     "is not one of a person"),
    ({"evidence": []}, "evidence: "),
    ({"evidence": [{"quote": "abc", "start": 1, "end": 9}]},
     "end less start should be the quote's length, 3"),
    ({"evidence": [{"quote": "abc", "start": -1, "end": 2}]}, "evidence.0.start"),
    ({"time": "last week"}, "time: 'last week' is not EDTF"),
    ({"article": {"published": "2023-02-30"}},
     "article.published: '2023-02-30' is a date that no calendar has"),
    ({"article": {"published": "2031"}}, "article.published: 2031 lies in the future"),
    ({"article": {"iri": "https://w3id.org/kingmaker/id/person/a"}}, "is not one of an article"),
    ({"article": ...}, "article is missing"),
    ({"source": {"label": "\ud800", "kind": "person"}}, "not JSON"),
]  # fmt: skip


def changed(change: Change) -> str:
    line: Any = json.loads(json.dumps(LINE))
    for key, value in change.items():
        *path, last = key.split(".")
        place = line
        for step in path:
            place = place[step]
        if value is ...:
            del place[last]
        else:
            place[last] = value
    return json.dumps(line)


@pytest.mark.parametrize(("change", "told"), WRONG, ids=lambda value: str(value)[:40])
def test_records_wrong_line_names_the_field_and_its_choices(change: Change, told: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        records.read_record(changed(change), today="2026-11-23")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("line", ["", "[]", "null", "{", '{"type": "Backing"', "[" * 9000])
def test_records_a_line_that_is_no_object_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"not JSON|object"):
        records.read_record(line)


def test_records_a_file_is_refused_whole_with_its_first_wrong_lines() -> None:
    good, bad = json.dumps(LINE), changed({"stance": "likes"})
    with pytest.raises(InputError) as caught:
        records.read_facts(enumerate([good, bad, "{", bad, bad], 1), "facts.jsonl")
    said = str(caught.value)
    assert said.startswith("facts.jsonl:2: stance is 'likes'")
    assert "line 3: not JSON" in said
    assert "line 4" in said
    assert "line 5" not in said
    assert "and 1 more lines" in said


def test_records_a_file_gives_its_claims_by_article_each_once() -> None:
    other = Article.of("Other.", path="b.txt")
    theirs = Claim(other.id, BACKING.situation, evidence=(Evidence(0, 5, "Other"),))
    lines = [json.dumps(LINE), records.to_line(theirs, other), json.dumps(LINE)]
    found = records.read_facts(enumerate(lines, 1), "facts.jsonl")
    assert [(article.path, claims) for article, claims in found] == [
        ("a.txt", (BACKING,)),
        ("b.txt", (theirs,)),
    ]


def test_records_without_our_iris_get_ours() -> None:
    change = {
        "roles.backer": {"label": "Berlin sources", "kind": "anonymous", "iri": "https://example.org/x"},
        "roles.candidate": {"label": "Mark Rutte", "kind": "person"},
        "source": None,
        "article": {"path": "x.txt", "title": "X"},
    }
    claim, article = records.read_record(changed(change))
    backer = claim.situation.role("backer")
    assert backer is not None
    assert backer.id == Entity.named(EntityKind.ANONYMOUS, "Berlin sources", scope=article.id).id
    assert claim.situation.role("candidate") == Entity.named(EntityKind.PERSON, "Mark Rutte")
    assert article == Article.of("", path="x.txt", title="X")


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
TOLD = TEXT.filter(str.strip)
PARTIES = [kind for kind in EntityKind if kind is not EntityKind.POST]


@st.composite
def entities(draw: st.DrawFn, article: str, kinds: list[EntityKind]) -> Entity:
    kind = draw(st.sampled_from(kinds))
    scope = article if kind is EntityKind.ANONYMOUS else None
    names = tuple(draw(st.lists(TOLD, max_size=3)))
    if kind is not EntityKind.POST:
        return Entity.named(kind, draw(TOLD), names=names, scope=scope)
    body = draw(st.none() | entities(article, [EntityKind.ORGANISATION, EntityKind.COUNTRY]))
    return Entity.named(kind, draw(TOLD), names=names, title=draw(TEXT), of=body, key=draw(TOLD))


@st.composite
def claims(draw: st.DrawFn) -> tuple[Claim, Article]:
    article = Article.of(
        draw(TEXT), path=draw(st.none() | TEXT), title=draw(st.none() | TEXT), published="2024-02",
        modified=draw(st.sampled_from([None, "2024"])), url=draw(st.none() | TEXT),
    )  # fmt: skip
    kind = draw(st.sampled_from(Kind))
    shape = SHAPES[kind]
    party, post = entities(article.id, PARTIES), entities(article.id, [EntityKind.POST])
    names = [
        *shape.needed,
        *draw(st.permutations([*shape.one_of, *shape.optional]))[: 2 if shape.one_of else 1],
    ]
    names += [] if not shape.one_of or set(names) & set(shape.one_of) else shape.one_of[:1]
    roles = {name: draw(post if name == "post" else party) for name in names}
    value = draw(st.sampled_from(shape.values) if shape.values else TOLD) if shape.own else None
    times = st.sampled_from(["2024", "2023-06~", "2014-10/2024-10-01", "../2024"])
    details = {name: draw(st.none() | times) for name in sorted(shape.details)}
    quotes = draw(st.lists(st.tuples(st.integers(0, 10**6), TOLD), min_size=1, max_size=3))
    claim = Claim(
        article.id, Situation.of(kind, roles, value),
        draw(st.sampled_from(Polarity)), draw(st.sampled_from(Certainty)),
        draw(st.none() | party), tuple(draw(st.lists(party, max_size=2))), draw(st.none() | times),
        draw(st.none() | TEXT), tuple((name, told) for name, told in details.items() if told is not None),
        tuple(Evidence(start, start + len(quote), quote) for start, quote in quotes),
    )  # fmt: skip
    return claim, article


@given(claims())
def test_records_claims_come_back_the_same(pair: tuple[Claim, Article]) -> None:
    claim, article = pair
    line = records.to_line(claim, article)
    again, theirs = records.read_record(line)
    assert "\n" not in line
    assert (again, again.id, theirs.id) == (claim, claim.id, article.id)
    assert records.to_line(again, theirs) == line


def test_records_schema_is_the_published_one() -> None:
    published = Path(records.__file__).with_name("facts.schema.json")
    assert published.read_text(encoding="utf-8") == records.schema_text(), "write it anew from records.schema_text()"


def test_records_schema_knows_every_kind_and_its_choices() -> None:
    schema: Any = records.schema()
    told = {rule["if"]["properties"]["type"]["const"]: rule["then"] for rule in schema["allOf"]}
    assert told.keys() == set(Kind)
    assert told["Backing"]["properties"]["stance"] == {"enum": ["supports", "opposes"]}
    assert told["Candidacy"]["properties"]["roles"]["required"] == ["candidate", "post"]
