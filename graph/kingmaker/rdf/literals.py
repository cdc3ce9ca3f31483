"""Text, dates and addresses as RDF terms; article text is hostile and arrives here."""

import re
from datetime import date

from pyoxigraph import Literal, NamedNode

from kingmaker.rdf.namespaces import EDTF, XSD, term

# What XML and some parsers of Turtle refuse: C0 controls but tab and line ends, lone surrogates, and
# the two noncharacters. Replaced one for one, so that offsets still count.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_INTEGER = term(XSD, "integer")
_DATE_TYPES = {4: term(XSD, "gYear"), 7: term(XSD, "gYearMonth"), 10: term(XSD, "date")}
_WEB = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)


def clean(text: str) -> str:
    """Return `text` with each character that no file format bears replaced by U+FFFD."""
    return _REFUSED.sub("\ufffd", text)


def words(text: str) -> Literal:
    """Return a plain literal of cleaned `text`."""
    return Literal(clean(text))


def number(value: int) -> Literal:
    """Return an xsd:integer, the one integer type that the store keeps as it is."""
    return Literal(str(value), datatype=_INTEGER)


def edtf(text: str) -> Literal:
    """Return a literal of the Library of Congress's Extended Date/Time Format."""
    return Literal(clean(text), datatype=term(EDTF, "EDTF"))


def day(text: str) -> Literal:
    """Return an xsd:date, xsd:gYearMonth or xsd:gYear by precision; plain text where it is none of them."""
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        try:
            date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
        except ValueError:
            return words(text)
        return Literal(text, datatype=_DATE_TYPES[len(text)])
    return words(text)


def address(text: str) -> NamedNode | Literal:
    """Return a web address as an IRI; anything else, a `javascript:` too, stays text."""
    if _WEB.fullmatch(text):
        try:
            return NamedNode(clean(text))
        except ValueError:
            pass
    return words(text)
