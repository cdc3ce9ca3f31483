"""Spelling made plain, one character for one character, so that offsets carry over."""

import re

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼʹ′＇´", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‐‑‒−﹣－", "-"),
        **dict.fromkeys("–―﹘", "—"),
        **dict.fromkeys(
            "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029\u200b\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
            " ",
        ),
        **{chr(code): " " for code in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)},
    }
)
# A dash that stands free, opens or closes a phrase, or spans numbers reads as a plain hyphen; between
# two words ("Rutte—once tipped") it stays a dash, because a hyphen would join what it parts.
_FREE_DASH = re.compile(r"(?<!\S)—|—(?!\S)|(?<=\d)—(?=\d)")


def plain(text: str) -> str:
    """Return `text` with straight quotes, plain hyphens and plain spaces, of exactly the same length."""
    return _FREE_DASH.sub("-", text.translate(_PLAIN))
