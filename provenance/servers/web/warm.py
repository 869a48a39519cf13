"""Imported once, by the process from which those of the articles are forked: what a first article loads is loaded then."""

import json
from base64 import b64encode

from provenance.configuration.settings import Settings
from provenance.servers.web.job import ServerOptions, answer

_WORDS = "The board voted on Monday to close the old pier for four months, and said so"
_ARTICLE = f"The Courier [reports](https://courier.example/pier):\n\n> {_WORDS} today.\n"
_SOURCE = f"<html><body><article><p>{_WORDS}.</p></article></body></html>".encode()
_ORDER = {
    "article": {"text": _ARTICLE},
    "sources": [{"name": "source.html", "data": b64encode(_SOURCE).decode("ascii")}],
    "fetch": False,
}

answer(json.dumps(_ORDER).encode("ascii"), ServerOptions(Settings()), lambda **_: None)
