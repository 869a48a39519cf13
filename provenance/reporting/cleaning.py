"""Text of a page on its way out: nothing in it may steer a terminal or hide from the reader."""

import re

# Category Cf,  and U+FEFF among them: no glyph, and no harm in leaving them out.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")

# The rest of categories Cc (but tab and line feed), Cf (but U+200C and U+200D, which shape letters), Cs, Zl and Zp.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u2028-\u202e\u2061-\u2064\u2066-\u206f\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
    "\ud800-\udfff]"
)
_SAFE_URL = re.compile(r"https?://[A-Za-z0-9.:\[\]-]{1,255}(?:[/?#][!-~]{0,4000})?")


def clean(text: str) -> str:
    """``text`` without invisible characters, and with U+FFFD for each control, format or surrogate code point."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", _INVISIBLE.sub("", text))


def one_line(text: str) -> str:
    """``text`` cleaned, every run of white space one space."""
    return " ".join(clean(text).split())


def is_safe_link(url: str) -> bool:
    """Whether ``url`` may become a hyperlink: plain ASCII, http or https, and no user name to dress up a host."""
    return _SAFE_URL.fullmatch(url) is not None


def beginning(text: str, most: int, *, more: str = "…") -> str:
    """The first words of a text, up to so many code points, and a sign that there are more."""
    if len(text) <= most:
        return text
    words = text[:most]
    return f"{(words.rpartition(' ')[0] or words).rstrip(' ,;:–—')}{more}"
