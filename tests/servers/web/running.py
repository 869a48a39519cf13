"""The server as a person starts it: a process that prints its address."""

import json
import os
import subprocess
import sys
from base64 import b64encode
from contextlib import contextmanager

import httpx

WORDS = "The board voted on Monday to close the old pier for four months. It will not reopen before May, the chair said."
SOURCE = (
    "<html><head><title>Pier to close</title><link rel='canonical' href='https://courier.example/pier'></head>"
    f"<body><article><h1>Pier to close</h1><p>{WORDS}</p></article></body></html>"
)
HONEST = f"The Courier [reports](https://courier.example/pier):\n\n> {WORDS}\n"
FALSE = HONEST.replace("not ", "")
LIMIT = 60  # seconds, on a busy machine


class Served:
    """A running server."""

    def __init__(self, process):
        self.process, self.address = process, process.stdout.readline().strip()
        self.origin = self.address.rpartition("/")[0].rpartition("/")[0]

    def get(self, path="", **headers):
        return httpx.get(self.address + path, headers=headers, timeout=LIMIT)

    def post(self, content, **headers):
        return httpx.post(
            self.address + "trace", content=content, headers={"origin": self.origin} | headers, timeout=LIMIT
        )

    def trace(self, article, *sources):
        """All that is answered to an article, as one dictionary."""
        answer = self.post(order(article, *sources))
        assert answer.status_code == 200, answer.text
        return [json.loads(line) for line in answer.text.splitlines() if line]


def order(article, *sources):
    given = [
        {
            "name": name,
            "url": "".join(url),
            "data": b64encode(data if isinstance(data, bytes) else data.encode()).decode(),
        }
        for name, data, *url in sources
    ]
    return json.dumps({"article": article, "sources": given, "fetch": True})


@contextmanager
def running(*, cwd, **variables):
    """The server, offline, at a port that is free."""
    process = subprocess.Popen(
        [sys.executable, "-m", "provenance", "serve", "--port", "0", "--no-browser", "--offline"],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))} | variables,
    )
    try:
        yield Served(process)
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()
