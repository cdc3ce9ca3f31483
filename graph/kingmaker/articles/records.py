"""Article records: an article as one JSON object, which `read` writes and every verb reads."""

from kingmaker.model import Article


def to_record(article: Article) -> dict[str, str | None]:
    """Return the record of an article; reading it gives the same article again."""
    record = {
        "path": article.path, "title": article.title, "publisher": article.publisher,
        "published": article.published, "url": article.url,
    }  # fmt: skip
    if article.modified is not None:
        record["modified"] = article.modified
    return record | {"text": article.text}
