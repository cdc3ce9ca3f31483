"""What a minister or secretary is of: "defence secretary", "Minister for Culture, Community and Youth"."""

from kingmaker.lexicon.terms import terms
from kingmaker.lexicon.world import Title, world
from kingmaker.text.tree import Tree

LONGEST_PORTFOLIO = 9  # words; "Foreign, Commonwealth and Development Affairs" has six with its comma


def rank_and_portfolio(tree: Tree, first: int, words: str, title: Title) -> tuple[int, str, str | None]:
    """Take in what stands before the title: deputy, shadow, vice, and what it is a minister of."""
    lexicon, portfolio = world(), None
    if title.name in portfolio_titles():
        for start in range(max(0, first - LONGEST_PORTFOLIO), first):
            clean = tree[start].sent == tree[first].sent and tree.is_clean(start, first)
            known = lexicon.portfolio(tree.phrase(start, first)) if clean else None
            if known is not None:
                portfolio, words, first = known.key, f"{tree.phrase(start, first)} {words}", start
                break
        else:
            if first and _may_be_portfolio(tree, first - 1):
                start = first - 1
                while start > 1 and tree[start - 1].text == "-" and tree[start].start == tree[start - 1].end:
                    start -= 2
                while start and first - start < 4 and tree[start].is_capital and _may_be_portfolio(tree, start - 1):
                    start -= 1  # "Local Government Minister"
                portfolio, words, first = (
                    tree.phrase(start, first).lower(),
                    f"{tree.phrase(start, first)} {words}",
                    start,
                )
    while first and tree[first - 1].lower.rstrip("-") in terms().ranks and not _is_preposition(tree, first - 1):
        first, words = first - 1, f"{tree[first - 1].text} {words}"
    return first, words, portfolio


def _is_preposition(tree: Tree, i: int) -> bool:
    """Whether "under" is no rank: "under President Bush", but "under secretary"."""
    return tree[i].lower == "under" and tree[i + 1].lower not in ("secretary", "-", "secretaries")


def _may_be_portfolio(tree: Tree, i: int) -> bool:
    """Whether an unlisted word before "minister" tells what of: a plain noun, or capitalised like the title."""
    word, lexicon = tree[i], world()
    plain = word.text[0].isalpha() and word.lower not in terms().not_portfolios and word.lower not in terms().statuses
    if word.dep not in ("compound", "amod", "nmod") or not plain:
        return False
    if lexicon.demonym(word.text) or lexicon.country(word.text) or lexicon.modifier(word.text):
        return False
    return word.pos == "NOUN" or (word.pos == "PROPN" and not any(n.start <= i < n.end for n in tree.names))


def portfolio_after(tree: Tree, last: int, words: str) -> tuple[str | None, str, int]:
    """ "Minister for Culture, Community and Youth": the longest known portfolio, else a noun that is no place."""
    link = _link(tree, last)
    if link + 1 >= len(tree) or tree[link].lower not in ("of", "for", "in"):
        return None, words, last
    lexicon, start = world(), _after_ministry(tree, link + 1)
    for first in (start, start + 1) if tree[start].lower == "the" else (start,):
        for end in range(min(len(tree), first + LONGEST_PORTFOLIO), first, -1):
            body = lexicon.body(tree.phrase(first, end)) if end > first + 1 and tree[first].is_capital else None
            if body is not None and body.kind != "media":
                return None, words, last  # "commissioner of the Food and Drug Administration"
            told = tree.phrase(first, end).replace(", and ", " and ")
            known = lexicon.portfolio(told) if tree.is_clean(first, end) else None
            if known is not None:
                end = _whole_run(tree, first, end)
                return known.key, f"{words} {tree.phrase(last, end)}", end
    word = tree[start]
    named = any(n.start <= start < n.end and n.label in ("GPE", "NORP", "PERSON", "ORG") for n in tree.names)
    if named or word.pos not in ("NOUN", "PROPN", "ADJ") or lexicon.country(word.text):
        return None, words, last
    end = start + 1
    while end < len(tree) and _same_run(tree, start, end):
        end += 1
    return tree.phrase(start, end).lower(), f"{words} {tree.phrase(last, end)}", end


def _whole_run(tree: Tree, first: int, end: int) -> int:
    """ "Minister of Economic Affairs and Investment": the known portfolio with what its capitals go on to say."""
    at = end
    while (
        at < len(tree) and tree[first].is_capital and _same_run(tree, first, at) and tree[at].sent == tree[first].sent
    ):
        at += 1
    added = tree.words[end:at]
    named = any(n.start < at and end < n.end and n.label in ("PERSON", "GPE") for n in tree.names)
    joined = bool(added) and added[0].lower in ("and", "&", ",")
    other = any(w.is_capital and (world().title(w.text) or w.lower in terms().ranks) for w in added)
    alone = any(w.is_capital and world().portfolio(w.text) is None for w in added[1:2])
    return at if joined and not named and not other and not alone else end


def _link(tree: Tree, at: int) -> int:
    """Return where "for" or "of" stands after a title: at once, or after "responsible" or "in charge"."""
    for phrase in ("responsible", "in charge", "with responsibility"):
        size = len(phrase.split())
        if (
            at + size < len(tree)
            and tree.phrase(at, at + size).lower() == phrase
            and tree[at + size].sent == tree[at].sent
        ):
            return at + size
    return at


def _after_ministry(tree: Tree, start: int) -> int:
    """Return where the portfolio begins in "(Minister of State in) the Ministry of Finance"."""
    first = start + (start < len(tree) and tree[start].lower == "the")
    ministry = first + 2 < len(tree) and tree[first].lower in ("ministry", "department")
    return first + 2 if ministry and tree[first + 1].lower in ("of", "for") and tree[start - 1].lower == "in" else start


def _same_run(tree: Tree, start: int, at: int) -> bool:
    """Whether word `at` goes on the portfolio begun at `start`: capitals while capitals, "and" between them."""
    word, capital = tree[at], tree[start].is_capital
    if word.lower in ("and", "&", ",") and capital:
        return at + 1 < len(tree) and tree[at + 1].is_capital and tree[at + 1].pos in ("PROPN", "NOUN") and not any(
            n.start <= at + 1 < n.end and n.label in ("PERSON", "GPE") for n in tree.names)  # fmt: skip
    return word.pos in ("NOUN", "PROPN") and word.is_capital == capital and tree[at].head in range(start - 2, at + 3)


def portfolio_titles() -> tuple[str, ...]:
    return terms().portfolio_titles


def is_portfolio_of(tree: Tree, i: int) -> bool:
    """Whether a word that is also a title says what the next one is of: "justice minister"."""
    return tree[i + 1].lower in ("minister", "secretary", "ministers", "department", "ministry") and (
        world().portfolio(tree[i].text) is not None
    )
