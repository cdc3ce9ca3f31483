import re
import shlex

import pytest

from claims_told import (
    BBC,
    BIDEN,
    CHIEF,
    PABRIKS,
    STOLTENBERG,
    SUNAK,
    WALLACE,
    article,
    backing,
    claim,
    diplomat,
)  # fmt: skip
from kingmaker.errors import QueryError
from kingmaker.ids import from_iri
from kingmaker.model import Certainty, Kind, Polarity
from kingmaker.queries import ask_canned, canned
from kingmaker.queries.guard import checked, tokens
from kingmaker.store import Rows, Store, open_store

JUNE = article()
JULY = article("Wallace never ran, he says.", path="july.txt", published="2023-07-15", publisher=None)


@pytest.fixture(scope="module")
def store() -> Store:
    made = open_store()
    made.put([
        (JUNE, [
            backing(JUNE),
            backing(JUNE, candidate=PABRIKS, certainty=Certainty.POSSIBLE, source=diplomat(JUNE)),
            claim(JUNE, Kind.BACKING, "opposes", backer=BIDEN, candidate=WALLACE, source=BBC),
            claim(
                JUNE, Kind.CANDIDACY, "declared", candidate=WALLACE, post=CHIEF,
                certainty=Certainty.PROBABLE,
            ),
            claim(JUNE, Kind.NOMINATION, nominee=PABRIKS, post=CHIEF),
            claim(JUNE, Kind.TENURE, "current", holder=STOLTENBERG, post=CHIEF, time="2014/.."),
            claim(JUNE, Kind.LOBBYING, lobbyist=BBC, target=SUNAK, beneficiary=WALLACE),
            claim(JUNE, Kind.PREFERENCE, "a woman", party=BIDEN, post=CHIEF),
        ]),
        (JULY, [
            claim(
                JULY, Kind.CANDIDACY, "declared", candidate=WALLACE, post=CHIEF, source=WALLACE,
                polarity=Polarity.NEGATIVE,
            ),
            claim(JULY, Kind.DEPARTURE, "term-ended", holder=STOLTENBERG, post=CHIEF),
        ]),
    ])  # fmt: skip
    return made


def asked(store: Store, name: str, /, **values: str) -> list[dict[str, str]]:
    """Return the rows, IRIs as ids or bare values of axes, without what is empty."""
    answer = ask_canned(store, name, values)
    assert isinstance(answer, Rows)

    def plain(value: str) -> str:
        try:
            return from_iri(value)
        except ValueError:
            return value.rpartition("/")[2] if value.startswith("https://w3id.org/") else value

    return [{k: plain(v) for k, v in row.items() if v is not None} for row in answer.dicts()]


CASES = [
    ("who-backs", {}, {("rishi-sunak", "ben-wallace"), ("rishi-sunak", "artis-pabriks")}, "backer candidate"),
    ("who-backs", {"candidate": "ben WALLACE"}, {("rishi-sunak", "ben-wallace")}, "backer candidate"),
    ("who-backs", {"candidate": "pabriks"}, {("artis-pabriks", "possible")}, "candidate certainty"),
    ("who-backs", {"post": "top job", "candidate": "wallace"}, {("ben-wallace",)}, "candidate"),
    ("who-opposes", {"backer": "Joe Biden"}, {("joe-biden", "bbc")}, "backer says"),
    ("candidates", {"post": "secretary general of nato"}, {
        ("ben-wallace", "declared", "positive", "probable"),
        ("ben-wallace", "declared", "negative", "certain"),
        ("artis-pabriks", "Nomination", "positive", "certain"),
    }, "candidate status polarity certainty"),
    ("holders", {"holder": "stoltenberg"}, set(), "refused"),
    ("holders", {"holder": "Jens Stoltenberg"}, {
        ("Tenure", "current"), ("Departure", "term-ended"),
    }, "what state"),
    ("lobbying", {"target": "person:rishi-sunak"}, {("bbc", "ben-wallace", "ben-wallace")},
     "lobbyist beneficiary target_backs"),
    ("lobbying", {"beneficiary": "Artis Pabriks"}, set(), "lobbyist"),
    ("claims-by", {"source": "BBC"}, {("Backing", "joe-biden", "ben-wallace")}, "kind by who"),
    ("disputed", {}, {("positive", "The Paper"), ("negative", "ben-wallace")}, "polarity says"),
    ("certain", {"post": CHIEF.iri}, {
        ("Backing", "rishi-sunak", "ben-wallace"), ("Nomination", "", "artis-pabriks"),
        ("Tenure", "", "jens-stoltenberg"), ("Departure", "", "jens-stoltenberg"),
        ("Preference", "joe-biden", ""),
    }, "kind by who"),
    ("certain", {"who": "Ben Wallace"}, {
        ("Backing", "supports"), ("Backing", "opposes"), ("Lobbying", ""),
    }, "kind value"),
    ("history", {"person": "Ben Wallace"}, {
        ("candidate", "Backing"), ("candidate", "Candidacy"), ("beneficiary", "Lobbying"),
    }, "role kind"),
    ("races", {}, {("secretary-general-of-nato", "2", "3")}, "post candidates claims"),
    ("sources", {}, {
        ("article-voice", "7", "6"), ("named", "1", "1"), ("unnamed", "1", "0"),
    }, "kind claims certain"),
    ("standings", {}, {("ben-wallace", "", ""), ("artis-pabriks", "nominated", "2023-06-21")},
     "candidate standing since"),
    ("outcomes", {}, {("secretary-general-of-nato", "", "2")}, "post outcome entries"),
    ("race-as-of", {"post": "top job", "as_of": "2023-07-14"}, {
        ("ben-wallace", "declared", "positive", "probable"), ("artis-pabriks", "nominated", "positive", "certain"),
    }, "candidate standing polarity certainty"),
    ("race-as-of", {"post": "top job", "as_of": "2023-07"}, {
        ("ben-wallace", "declared", "negative", "certain"), ("artis-pabriks", "nominated", "positive", "certain"),
    }, "candidate standing polarity certainty"),
    ("holders-as-of", {"as_of": "2023-07-14"}, {("jens-stoltenberg", "Tenure")}, "holder what"),
    ("holders-as-of", {"as_of": "2023-07-15"}, {("jens-stoltenberg", "Departure")}, "holder what"),
    ("backers-as-of", {"as_of": "2023", "min_certainty": "probable"}, {
        ("rishi-sunak", "supports", "ben-wallace"), ("joe-biden", "opposes", "ben-wallace"),
    }, "backer stance candidate"),
    ("backers-as-of", {"as_of": "2022"}, set(), "backer"),
    ("what-was-new", {"post": CHIEF.id, "from": "2023-06", "to": "2023-07"}, {
        ("Candidacy", "negative"), ("Departure", "positive"),
    }, "kind polarity"),
    ("contradictions", {}, {("declared", "1", "1", "2023-06-21", "2023-07-15")},
     "value affirmed denied last_affirmed last_denied"),
    ("contradictions", {"as_of": "2023-06"}, set(), "value"),
    ("anonymous", {"who": "Artis Pabriks"}, {("supports", "rishi-sunak", "possible")}, "value by certainty"),
    ("articles", {}, {("june.txt", "8"), ("july.txt", "2")}, "path claims"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "wanted", "columns"), CASES)
def test_canned_answers(
    store: Store, name: str, values: dict[str, str], wanted: set[tuple[str, ...]], columns: str
) -> None:
    if columns == "refused":
        with pytest.raises(QueryError, match="did you mean jens stoltenberg"):
            asked(store, name, **values)
        return
    rows = asked(store, name, **values)
    assert {tuple(row.get(c, "").rpartition(":")[2] for c in columns.split()) for row in rows} == wanted


NEEDED = {
    "person": "Ben Wallace", "source": "BBC", "post": CHIEF.id, "as_of": "2023-06", "from": "2023-05", "to": "2023-06",
}  # fmt: skip
COUNTS = {"races", "sources", "articles", "contradictions", "standings", "outcomes"}


@pytest.mark.parametrize("name", [name for name in canned() if name not in {*COUNTS, "claims-by"}])
def test_canned_rows_tell_who_says_so_and_in_which_words(store: Store, name: str) -> None:
    rows = asked(store, name, **{p.name: NEEDED[p.name] for p in canned()[name].parameters if p.needed})
    assert rows
    assert all(row["says"] and row["quote"] and row["article"] for row in rows)
    assert name == "certain" or all(row["certainty"] for row in rows)
    assert name in {"certain", "anonymous"} or all(row["polarity"] for row in rows)


@pytest.mark.parametrize("name", canned())
def test_canned_question_is_well_described(name: str, store: Store) -> None:
    question = canned()[name]
    assert question.title
    assert question.description.endswith(".")
    command, *pairs = shlex.split(question.example)
    assert command == name
    keys = {pair.partition("=")[0] for pair in pairs}
    assert keys <= {parameter.name for parameter in question.parameters}
    assert keys >= {parameter.name for parameter in question.parameters if parameter.needed}
    head = question.sparql[question.sparql.index("SELECT") : question.sparql.index("WHERE")]
    assert all(re.search(rf"\?{parameter.name}\b", head) for parameter in question.parameters)
    assert not {p.name for p in question.parameters if p.loose and p.kind != "entity"}
    assert checked(question.sparql) == question.sparql


def outside_optionals(sparql: str) -> set[str]:
    """Return the variables of a question's pattern that stand in no OPTIONAL."""
    where = sparql[sparql.index("WHERE") : sparql.rindex("}")]
    found, depth, words = set(), 0, [text for _, text in tokens(where)]
    for place, word in enumerate(words):
        if word == "{" and (depth or words[place - 1] == "OPTIONAL"):
            depth += 1
        elif word == "}" and depth:
            depth -= 1
        elif word.startswith("?") and not depth:
            found.add(word[1:])
    return found


def test_canned_loose_parameters_are_those_in_optional_parts() -> None:
    for question in canned().values():
        entities = [p for p in question.parameters if p.kind == "entity"]
        named = outside_optionals(question.sparql)
        assert {p.name for p in entities if not p.loose} <= named, question.name
        assert not {p.name for p in entities if p.loose} & named, question.name


def test_canned_lobbying_tells_of_nobody_lobbied_whom_he_backs() -> None:
    made = open_store()
    made.put([(JUNE, [backing(JUNE), claim(JUNE, Kind.LOBBYING, lobbyist=BBC, beneficiary=WALLACE)])])
    assert [row.get("target_backs") for row in asked(made, "lobbying")] == [None]


@pytest.mark.parametrize(
    ("name", "values", "problem"),
    [
        ("who-knows", {}, "no question is called"),
        ("races", {"colour": "red"}, "no parameter 'colour'; it takes post"),
        ("articles", {"post": "x"}, "it takes none"),
        ("history", {}, "needs person=..., for example: history"),
        ("history", {"person": "person:nobody"}, "nobody in the store"),
        ("history", {"person": "x'} DROP ALL"}, "nobody in the store"),
        ("history", {"person": "https://w3id.org/kingmaker/id/<>"}, "nobody in the store"),
    ],
)
def test_canned_refuses(store: Store, name: str, values: dict[str, str], problem: str) -> None:
    with pytest.raises(QueryError, match=re.escape(problem)):
        ask_canned(store, name, values)


def test_canned_asks_of_all_who_share_a_name() -> None:
    from kingmaker.model import Entity, EntityKind

    other = Entity.named(EntityKind.PERSON, "Alex Wallace", names=("Alex Wallace", "Wallace"))
    made = open_store()
    made.put([(JUNE, [backing(JUNE), backing(JUNE, candidate=other)])])
    found = {row["candidate"] for row in asked(made, "who-backs", candidate="wallace")}
    assert found == {"person:ben-wallace", "person:alex-wallace"}
