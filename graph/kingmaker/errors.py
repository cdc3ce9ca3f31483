"""Everything that can go wrong, told in one sentence a user can act on.

    KingmakerError
    |-- InputError      an article, record or facts file that cannot be read
    |-- LexiconError    a frame, cue or knowledge file that does not hold together
    |-- StoreError      a store that cannot be opened, read or written
    `-- QueryError      a question that is not valid, not allowed or took too long

Each message says what is wrong, where, and what to do about it.
"""


class KingmakerError(Exception):
    """The root: a message for the person at the keyboard."""


class InputError(KingmakerError):
    """An input that was refused; `where` names the file (and line), `remedy` says what to do."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        self.where, self.problem, self.remedy = where, problem, remedy
        super().__init__(f"{where}: {problem}; {remedy}")


class LexiconError(KingmakerError):
    """A data file of the lexicon with a wrong entry; names the file, the key and the valid choices."""


class StoreError(KingmakerError):
    """A store that cannot be opened, read or written."""


class QueryError(KingmakerError):
    """A question that is not valid SPARQL, is not allowed, or took too long."""
