"""What a pipeline's rules say of a word by itself - part of speech, lemma - asked once for each word, tag and relation.

spaCy's attribute ruler matches a hundred patterns against every token, and its lemmatizer looks each one up anew. All
but a few of these patterns are one token long and ask for nothing but its form, tag and relation, so what they say of
"minister" as a singular noun and an object they say of it in every text. The few that are longer ("gon na", "there
is") are looked for in each text, and where one fits, the pipeline's own components read that text.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from kingmaker.lexicon.terms import terms

RULES = ("attribute_ruler", "lemmatizer")
OWN = frozenset({"ORTH", "TEXT", "LOWER", "TAG", "DEP", "IS_SPACE"})  # what (form, tag, relation) settle of a token
LEARNED = ("trainable_lemmatizer", "morphologizer", "senter")  # whose answers turn on the text around a word
MOST = 50_000  # words kept at once


class Mark(NamedTuple):
    """A word as its tree has it, but for its place."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    lower: str


class Marker:
    """The marks of a pipeline's words; `spared` are the components that need not run over each text."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        self._known: dict[tuple[int, int, int], Mark] = {}
        self.spared = RULES if _looks_at_words_alone(nlp) else ()
        self._rules = [nlp.get_pipe(name) for name in self.spared]
        self._longer = _longer_patterns(self._rules[0]) if self.spared else None

    def of(self, doc: Any) -> list[Mark]:
        """Return the marks of a text's tokens, as if all components had read it."""
        if self._longer is None or self._longer(doc, allow_missing=True):
            for rule in self._rules:
                doc = rule(doc)
            return [_mark(token) for token in doc]
        found = []
        for at in zip(*doc.to_array(["ORTH", "TAG", "DEP"]).T.tolist(), strict=True):
            mark = self._known.get(at)
            found.append(mark if mark is not None else self._learn(at))
        return found

    def _learn(self, at: tuple[int, int, int]) -> Mark:
        """Ask the components about a word by itself, and keep the answer."""
        from spacy.tokens import Doc

        word, tag, dep = (self._nlp.vocab.strings[key] for key in at)
        doc = Doc(self._nlp.vocab, words=[word], spaces=[False], tags=[tag], heads=[0], deps=[dep])
        for rule in self._rules:
            doc = rule(doc)
        if len(self._known) >= MOST:
            self._known.clear()
        mark = self._known[at] = _mark(doc[0])
        return mark


def _mark(token: Any) -> Mark:
    lemma = terms().lemmas.get(token.lower_, token.lemma_.lower())
    return Mark(token.text, lemma, token.pos_, token.tag_, token.dep_, token.text.lower())


def _looks_at_words_alone(nlp: Any) -> bool:
    """Whether a pipeline tells parts of speech and lemmas by rules, whose short patterns ask of one token only."""
    from spacy.pipeline.lemmatizer import Lemmatizer

    names = nlp.pipe_names
    if [n for n in names if n in RULES] != list(RULES) or any(n in LEARNED for n in names):
        return False
    if not isinstance(nlp.get_pipe("lemmatizer"), Lemmatizer):
        return False
    return all(_is_own(p[0]) for p in _patterns(nlp.get_pipe("attribute_ruler")) if len(p) == 1)


def _is_own(token: Mapping[str, Any]) -> bool:
    return set(token) <= OWN


def _patterns(ruler: Any) -> Iterable[Any]:
    return (pattern for rule in ruler.patterns for pattern in rule["patterns"])


def _longer_patterns(ruler: Any) -> Any:
    """Return a matcher of the ruler's patterns of more than one token."""
    from spacy.matcher import Matcher

    matcher = Matcher(ruler.vocab)
    matcher.add("longer", [p for p in _patterns(ruler) if len(p) > 1])
    return matcher
