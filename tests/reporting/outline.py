"""What a test asks of an HTML page."""

from html.parser import HTMLParser

from provenance.reporting.html.page import report
from provenance.reporting.reporter import View
from provenance.reporting.run import Run


class Outline(HTMLParser):
    """What a test asks of a page: its elements, and the text inside those of a class or a name."""

    VOID = frozenset({"meta", "input", "link", "br", "img"})

    def __init__(self, markup):
        super().__init__()
        self.elements, self._open, self._texts = [], [], []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag not in self.VOID:
            self._open.append((tag, attributes))

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        names = [{tag, *attributes.get("class", "").split()} for tag, attributes in self._open]
        self._texts.append((set().union(*names), data))

    def text(self, *inside, without=()):
        kept = (
            text
            for names, text in self._texts
            if set(inside) <= names and not names & {*without, "unseen", "style", "script"}
        )
        return " ".join("".join(kept).split())


def outline(*traces, **run):
    return Outline(report(Run(traces, **run), View()))


def attributes(parsed, name):
    return [found[name] for _, found in parsed.elements if name in found]
