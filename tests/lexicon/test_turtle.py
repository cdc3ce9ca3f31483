"""Knowledge in Turtle: dated tenures of our own ontology, and what is refused of a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kingmaker.errors import LexiconError
from kingmaker.lexicon.world import learn, world
from kingmaker.model import Article
from kingmaker.pipeline import Setup, extract

HEAD = """
@prefix km: <https://w3id.org/kingmaker/ns/ontology/> .
@prefix kmx: <https://w3id.org/kingmaker/ns/taxonomy/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <http://example.org/> .
:ada a km:Person ; skos:prefLabel "Ada Eze" ; skos:altLabel "Adaeze Eze", "the former banker" .
:bank a km:Organisation ; skos:prefLabel "Bank of Norland" .
:post a km:Post ; skos:prefLabel "Governor of the Bank of Norland" ; km:title "Governor" ; km:ofBody :bank .
:t a km:Tenure ; km:holder :ada ; km:post :post .
"""
DATED = HEAD + ':t km:start "2019-05" ; km:end "2023" .'


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """Let no test leave what it learned to the next."""
    yield
    learn(())


def written(folder: Path, text: str, name: str = "own.ttl") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_turtle_tells_who_held_a_post_and_when(tmp_path: Path) -> None:
    learn((written(tmp_path, DATED),))
    (held,) = world().posts_of("Ada Eze")
    assert (held.title, held.of, held.start, held.end) == ("Governor", "Bank of Norland", "2019-05", "2023")
    assert world().posts_of("Adaeze Eze") == (held,)
    assert world().posts_of("the former banker") == ()
    assert world().holders("Governor", "Bank of Norland", "2024") == ()


def test_turtle_speaks_of_bodies_by_their_known_names(tmp_path: Path) -> None:
    learn((written(tmp_path, DATED.replace("Bank of Norland", "nato").replace("Governor", "secretary general")),))
    assert "Ada Eze" in [h.person for h in world().holders("Secretary General", "NATO", "2020")]


def test_turtle_may_date_a_tenure_by_a_sure_claim_only(tmp_path: Path) -> None:
    claim = ':c a km:Claim ; km:situation :t ; km:polarity kmx:positive ; km:certainty kmx:%s ; km:start "2020" .'
    learn((written(tmp_path, HEAD + claim % "certain"),))
    assert [h.start for h in world().posts_of("Ada Eze")] == ["2020"]
    with pytest.raises(LexiconError, match="no km:Tenure with a holder, a post and a km:start"):
        learn((written(tmp_path, HEAD + claim % "possible", "hedged.ttl"),))


def test_turtle_of_trig_is_read_too(tmp_path: Path) -> None:
    learn((written(tmp_path, DATED, "own.trig"),))
    assert world().posts_of("Ada Eze")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no turtle at all", "own.ttl: cannot be read as Turtle"),
        (HEAD, "own.ttl: no km:Tenure"),
        (DATED.replace(' ; km:title "Governor"', ""), "has no km:title"),
        (DATED.replace('km:Person ; skos:prefLabel "Ada Eze" ;', "km:Person ;"), "has no skos:prefLabel"),
        (DATED.replace(" ; km:post :post", ""), "has 0 km:post"),
        (DATED.replace('"2023"', '"2018"'), "ends \\(2018\\) before it starts"),
    ],
)  # fmt: skip
def test_turtle_is_refused_with_the_reason(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        learn((written(tmp_path, text),))


@pytest.mark.model
def test_turtle_says_who_a_title_means_and_adds_no_claim(tmp_path: Path) -> None:
    setup = Setup(knowledge=(written(tmp_path, DATED),))
    text = "The governor of the Bank of Norland said that Tunde Bello would run for mayor of Bonn."
    (claim,) = extract(Article.of(text, published="2021-03-02"), setup)
    assert claim.situation.role("candidate").label == "Tunde Bello"  # type: ignore[union-attr]
    assert claim.source is not None and "Ada Eze" in claim.source.label
