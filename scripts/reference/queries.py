"""docs/queries.md, from the headers of the canned queries."""

from itertools import dropwhile

from kingmaker.queries.canned import Canned, canned
from reference.markdown import page, table


def without_header(sparql: str) -> str:
    """A query's text from its first line that is no comment: what the header says stands above it."""
    return "\n".join(dropwhile(lambda line: line.startswith("#"), sparql.strip().splitlines()))


def query_section(query: Canned) -> str:
    rows = [
        (f"`{parameter.name}`", "yes" if parameter.needed else "", parameter.description)
        for parameter in query.parameters
    ]
    return "\n\n".join(
        (
            f"## `{query.name}`",
            f"**{query.title}.** {query.description}" + (f" Heavy: {query.heavy}." if query.heavy else ""),
            f"```sh\nkingmaker query {query.example}\n```",
            table(("Parameter", "Needed", "Meaning"), rows) or "It takes no parameters.",
            f"```sparql\n{without_header(query.sparql)}\n```",
        )
    )


def queries_page() -> str:
    """docs/queries.md: every canned query with its parameters, an example and its text."""
    lead = (
        "Run one by its name: `kingmaker query NAME key=value ...`; `kingmaker query --list` lists them. The "
        "value of a parameter is a name, blind to case and accents, or a short IRI such as "
        "`person:ben-wallace`; a day is `2024-02-23`, or `2024-02` and `2024` for their last day; a certainty is "
        "`certain`, `probable`, `possible` or `hypothetical`. A day goes into the query as the day after it, as "
        'text: what was told up to then is what comes before, for `"2024-02-29-99"` and `"2024-02-99"` sort before '
        '`"2024-03-01"`. The prefixes are declared for every query, yours too.'
    )
    return page("The canned queries", lead, map(query_section, canned().values()))
