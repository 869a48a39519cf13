"""What a page of ours is made with: templates that escape and clean, style sheets and scripts, and what its security policy calls them."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from provenance.reporting.cleaning import clean, is_safe_link

_PACKAGE = "provenance.reporting.html"


@cache
def environment(package: str = _PACKAGE) -> Environment:
    """The templates of a package: whatever they put out is escaped, and cleaned of what steers or hides."""
    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.tests["safe_link"] = is_safe_link
    return made


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - Jinja's own signature
    """Whatever a template puts out; nothing that came from a page goes out uncleaned."""
    return clean(value) if type(value) is str else value


def asset(name: str) -> Markup:
    """A style sheet or a script of ours, as it is put into the page."""
    return Markup((files(_PACKAGE) / "templates" / name).read_text("utf-8"))  # noqa: S704 - a file of this package


def asset_hash(text: str) -> str:
    """What a Content-Security-Policy calls a style sheet or a script that stands in its page."""
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"
