"""What can go wrong, as a tree.

    ProvenanceError
    ├── ArticleError             the article cannot be read
    ├── ConfigurationError       a setting, catalogue or plugin is wrong
    └── SourceError              a cited source cannot be used; carries its reference
        ├── SourceFetchError         not retrieved: status, time-out, broken connection
        │   └── SourceRefusedError       not even asked for: not public, not http(s), robots.txt says no
        ├── SourceExtractionError    retrieved, but it holds no text to compare with
        │   └── SourceFaultError         reading it or comparing with it is a fault of this program
        ├── SourceTamperedError      a saved file is not what was saved
    └── SourceNotSavedError      offline, and not among the saved sources

Every message is one sentence that ends with what to do. A programmer's mistake stays ValueError or TypeError.
"""

from collections.abc import Iterator
from contextlib import contextmanager


class ProvenanceError(Exception):
    """The base of everything that this package raises on purpose."""


def describe(error: Exception) -> str:
    """What an error says, without the number and the path that the system puts in."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


def installing(extra: str) -> str:
    """What installs an extra."""
    return f"pip install 'provenance-tracer[{extra}]', in a clone pip install '.[{extra}]'"


def fault_in(name: str, error: Exception) -> str:
    """A sentence for what nobody foresaw about one article or source."""
    return (
        f"{name} could not be read: {type(error).__name__}: {error!s:.200}. This is a fault of provenance; leave that one out,"
        " or report it."
    )


@contextmanager
def foreseeing_article_faults(name: str) -> Iterator[None]:
    """Turn whatever goes wrong with one article, and nobody foresaw, into an ArticleError that names it."""
    try:
        yield
    except ProvenanceError:
        raise
    except Exception as error:  # an article is hostile until it is read
        raise ArticleError(fault_in(name, error)) from error


class ArticleError(ProvenanceError):
    """The article cannot be read."""


class ConfigurationError(ProvenanceError):
    """A setting, a catalogue or a plugin is wrong."""


class SourceError(ProvenanceError):
    """A cited source cannot be used.

    Attributes:
        locator: The URL or path of the source that failed.
    """

    def __init__(self, message: str, locator: str) -> None:
        super().__init__(message)
        self.locator = locator

    def __reduce__(self) -> tuple[object, ...]:
        """So that an error reaches another process whole."""
        return _error_again, (type(self), str(self), self.__dict__)


class SourceFetchError(SourceError):
    """The source was not retrieved.

    Attributes:
        status: The HTTP status of the answer, or None if there was no answer.
    """

    def __init__(self, message: str, locator: str, *, status: int | None = None) -> None:
        super().__init__(message, locator)
        self.status = status


class SourceRefusedError(SourceFetchError):
    """The source is at an address that may not be fetched. No archive is told of it either."""


class SourceExtractionError(SourceError):
    """The source was retrieved but holds no text to compare with."""


class SourceFaultError(SourceExtractionError):
    """Reading the source, or comparing with it, made this program fail. The others are told of all the same."""


class SourceTamperedError(SourceError):
    """A saved file is not what was saved. No other page is asked in its place, which would hide that."""


class SourceNotSavedError(SourceError):
    """No network may be used and the source is not among the saved ones."""


def _error_again(kind: type[SourceError], message: str, values: dict[str, object]) -> SourceError:
    error = kind(message, "")
    error.__dict__.update(values)
    return error
