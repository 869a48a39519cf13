"""What the tests of detection share: its excerpts alone, an article of one paragraph, and where its link leads."""

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.detect import DetectionOptions
from provenance.excerpts.detect import detect as detection_of

ADDRESS = "https://herald.example/2031/the-lamps-of-varn"


def detect(article, *, language=None):
    """The excerpts of an article."""
    return detection_of(article, DetectionOptions(language)).excerpts


def found_in(text, language="en"):
    """The excerpts of a Markdown text in which ``(U)`` stands for the address of a link."""
    return detect(read_text(text.replace("(U)", f"({ADDRESS})"), format=Format.MARKDOWN), language=language)
