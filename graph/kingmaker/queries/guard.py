"""What a question from outside may be: read by its tokens, before any engine sees it.

Refused are calls to other servers (SERVICE), anything that writes or loads, graphs outside the store
(FROM <file:...>), and questions long or nested enough to break a parser. The tokens are those of the
SPARQL 1.1 grammar, so a word in a string, a comment or a variable is no keyword.

The engine's parser has no tokens: to it `SERVICE:x`, `SERVICEex:x` and `trueSERVICE<...>` hold the
keyword too. So a forbidden word is refused as a part of any word, of a prefix, and after a full stop
in a name; it may stand in the local part of a name, as in `body:security-service-of-ukraine`.
"""

import re
from collections.abc import Iterator

from kingmaker.errors import QueryError

LONGEST = 20_000  # characters; the longest shipped query has under 2,000
DEEPEST = 60  # brackets within brackets; 4,000 end the engine's process

_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(
    r"""(?P<space>\s+|\#[^\r\n]*)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<text>'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
             | "{3}(?:[^"\\]|\\.|"{1,2}(?!"))*"{3}
             | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*")
      | (?P<variable>[?$]\w+)
      | (?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:
              (?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\.)(?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*(?:[\w:-]|%[0-9A-Fa-f]{2}|\\.))?)?)
      | (?P<label>_:\w[\w.-]* | @[A-Za-z0-9-]+)
      | (?P<open>[{(\[])
      | (?P<close>[})\]])
      | (?P<word>[^\W\d_]\w*)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_OUTSIDE = {"SERVICE": "it would ask another server", "LOAD": "it would fetch a file"}
_WRITES = frozenset({"INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH", "USING"})
FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


def checked(question: str) -> str:
    """Return the question with its codepoint escapes resolved; raises QueryError if it may not be asked."""
    if len(question) > LONGEST:
        raise QueryError(f"a question of {len(question)} characters is too long; {LONGEST} are allowed")
    plain = _CODEPOINT.sub(lambda m: _character(m[1] or m[2]), question)
    if _CODEPOINT.search(plain):
        raise QueryError("the question hides escapes within escapes; write the characters themselves")
    _check(list(tokens(plain)))
    return plain


def tokens(question: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each token, without space and comments."""
    for matched in _TOKEN.finditer(question):
        if matched.lastgroup and matched.lastgroup != "space":
            yield matched.lastgroup, matched[0]


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        raise QueryError(f"\\U{code} is no character; correct the escape") from None


def _check(found: list[tuple[str, str]]) -> None:
    words = {text.upper() for kind, text in found if kind == "word"}
    for part in _exposed(found):
        for word, why in _OUTSIDE.items():
            if word in part:
                raise QueryError(f"{word} is not allowed in a question ({why}); leave it out")
    for word in sorted(words & _WRITES):
        raise QueryError(f"{word} is not allowed in a question: questions only read; leave it out")
    if not FORMS & words:
        raise QueryError("not a question: it has none of SELECT, ASK, CONSTRUCT and DESCRIBE")
    _check_graphs(found)
    depth = 0
    for kind, _ in found:
        depth += (kind == "open") - (kind == "close")
        if depth > DEEPEST:
            raise QueryError(f"the question is nested more than {DEEPEST} deep; make it simpler")


def _exposed(found: list[tuple[str, str]]) -> Iterator[str]:
    """Yield, in capitals, the parts of tokens in which the engine could see a keyword."""
    for kind, text in found:
        if kind in ("word", "label"):
            yield text.upper()
        elif kind == "name":
            prefix, _, local = text.upper().partition(":")
            yield prefix
            yield from local.split(".")[1:]


def _check_graphs(found: list[tuple[str, str]]) -> None:
    for place, (kind, text) in enumerate(found):
        if kind == "name" and re.match("(?i)FROM(NAMED)?[^:]*:", text):
            raise QueryError("a prefix must not begin with FROM; give it another name")
        if kind != "word" or not text.upper().startswith("FROM"):
            continue
        after = [t for t in found[place + 1 : place + 3] if t[1].upper() != "NAMED"]
        if not after or after[0][0] != "iri" or not re.match("<https?://", after[0][1]):
            raise QueryError("FROM takes the full <https://...> name of a graph in the store; correct it")
