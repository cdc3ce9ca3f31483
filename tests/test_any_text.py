"""Any text survives: no exception, no runaway time, and every quote stands at its offsets."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kingmaker import Article, extract

pytestmark = pytest.mark.model

# Words that set off every rule, so that what is made of them at random reaches deep.
WORDS = (
    "Grace Obi", "Obi", "Ms Obi", "Tunde Bello", "she", "he", "they", "who", "her rival", "both", "the incumbent",
    "governor of Lagos", "the prime minister", "NATO", "Sweden", "Berlin", "the job", "the race", "former", "acting",
    "backs", "was appointed", "resigned", "may", "not", "never", "denied", "is tipped", "as", "for", "by", "and", ",",
    ".", "?", ":", ";", "“", "”", "\"", "(", ")", "–", "\n", "\n\n", "•", "if", "said", "sources", "to succeed", "'s",
    "on Monday", "in 2014", "ruled herself out", "second term", "🙂", "\u202e", "\u200f", "\u00ad", "\ufeff", "İ",
    "ß", "ﬁ",
)  # fmt: skip

TEXTS = {
    "nothing but signs": "?!… — “” ‘’ () [] {} <> // \\\\ && %% ## @@ ~~ ``\n" * 40,
    "one word": "resigned",
    "a name and a title without end": "Grace Obi governor of Lagos " * 400,
    "no sentence end": "Sweden backs Grace Obi as governor of Lagos and " * 300,
    "nested quotes": "“Obi said “Bello said “Eze said “Obi resigned””””. " * 60,
    "open brackets": "Grace Obi (governor of Lagos (who said (that " * 100,
    "right to left": "\u202eעברית Grace Obi עברית\u202c was appointed governor of Lagos. هذا نص عربي.\n" * 20,
    "a table": "Name | Post | Since\n--- | --- | ---\nGrace Obi | Governor of Lagos | 2014\n" * 60,
    "code": "def backs(obi):\n    return {'governor': obi[0]} if obi else None  # Obi resigned\n" * 50,
    "german": "Die Kanzlerin trat zurück. Grace Obi wurde zur Gouverneurin ernannt.\n" * 30,
    "chinese": "总理辞职。格蕾丝·奥比被任命为州长。\n" * 50,
    "combining marks": "G̷̢̛r̸a̶c̵e̷ Ò̷̢b̸i̴ resigned as governor of Lagos.\n" * 30,
    "zero width": "Gra\u200bce O\u200cbi re\u200dsigned as gov\u2060ernor of Lagos.\n" * 30,
    "line separators": "Grace Obi\u2028resigned\u2029as governor\x0bof Lagos.\x0c" * 30,
    "many short paragraphs": "Obi resigned.\n\n" * 400,
}


def check(text: str) -> None:
    article = Article.of(text, published="2024-05-01", publisher="The Lagos Times")
    for claim in extract(article):
        assert claim.evidence
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
            assert evidence.quote.strip()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_of_an_odd_kind_survives(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=600))
def test_any_unicode_survives(text: str) -> None:
    check(text)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_order_of_telling_words_survives(words: list[str]) -> None:
    check(" ".join(words))


@pytest.mark.parametrize("unit", ["x", "Grace Obi resigned as governor of Lagos and ", "a,", "“", "( "])
def test_any_five_megabytes_of_one_line_are_quickly_done_with(unit: str) -> None:
    text = unit * (5_000_000 // len(unit))
    begun = time.process_time()
    check(text)
    assert time.process_time() - begun < 20  # seconds; a line that long is no prose and is left alone


def test_any_long_article_takes_time_in_proportion() -> None:
    paragraph = "Grace Obi, the governor of Lagos, backs Tunde Bello. He is tipped to succeed her, sources said.\n\n"
    check(paragraph)
    times = []
    for copies in (40, 160):
        begun = time.process_time()
        check(paragraph * copies)
        times.append(time.process_time() - begun)
    assert times[1] < 4 * times[0] * 2.5  # four times the text; a quadratic rule would take sixteen
