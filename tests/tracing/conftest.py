import pytest

from provenance.tracing.tracer import Tracer


def only(trace):
    """The one excerpt of a trace."""
    (item,) = trace.excerpts
    return item


@pytest.fixture
def saved(tmp_path):
    """Saves pages, `saved(name=text)`, and gives what traces against them."""

    def save(**pages):
        for name, text in pages.items():
            (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
        return Tracer(saved=[tmp_path], offline=True)

    return save
