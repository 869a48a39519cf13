"""A live page and the pages it cites, served on loopback."""

import pytest

from provenance.findings.trace import SourceStatus, Verdict
from provenance.tracing.tracer import Tracer
from tests.conftest import ask_without_pauses
from tests.sources.hostile import HostileServer, answer, redirect

KEPT = (
    "The lighthouse on the Skarn reef will be lit again in November, the coast authority said on Friday, after a"
    " winter in which the lamp stood dark and two trawlers ran aground within sight of it."
)
MORE = [
    (
        "Engineers replaced the lens and ran a new cable from the mainland, a job that took nine weeks because the boats"
        " could land only at slack water and the weather allowed it on four days in ten."
    ),
    (
        "The keeper's house, empty since the seventies, is to be let to visitors from next spring. The authority expects the"
        " rent to pay for the upkeep of the tower within six years."
    ),
    (
        "Skippers welcomed the news. Their guild had written to the ministry three times since the first of the two"
        " groundings and had never received an answer."
    ),
]
REST = [
    "The tower was built in 1871 from granite that was shipped across the sound, and has been automatic since 1974.",
    "Its beam reaches nineteen miles on a clear night. The new lens, the authority added, will not change that.",
]
CHANGED = MORE[0].replace("nine weeks", "three weeks")


def page(*paragraphs, title="Reef light returns"):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    text = f"<!DOCTYPE html><html lang=en><title>{title}</title><main><article><h1>{title}</h1>{body}</article></main>"
    return answer(text.encode())


def quoting(base):
    def cited(path, text):
        return f'<p>The <a href="{base}{path}">Skarn Courier reports</a>:</p><blockquote><p>{text}</p></blockquote>'

    own = (
        "<p>People here have waited for this a long time, and the harbour talks of little else this week.</p>"
    )
    return page(
        own,
        cited("/moved", KEPT),
        own,
        cited("/light", CHANGED),
        own,
        cited("/gone", MORE[1]),
        own,
        cited("/walled", MORE[2]),
    )


@pytest.fixture(scope="module")
def server():
    served = HostileServer()
    served.routes = {
        "/article": quoting(served.url("")),
        "/moved": redirect("/light", "301 Moved Permanently"),
        "/light": page(KEPT, *MORE[:1], *REST),
        "/walled": page(
            "Subscribe to read this article.", "You have read all your free articles this month."
        ),
    }
    yield served
    served.close()


@pytest.fixture(scope="module")
def traced(server):
    with pytest.MonkeyPatch.context() as patch, Tracer(allow_private=True) as tracer:
        ask_without_pauses(patch)
        return tracer.trace(server.url("/article")).excerpts


def test_each_excerpt_is_judged_by_what_its_own_link_leads_to(traced):
    assert [item.verdict for item in traced] == [
        Verdict.VERBATIM,
        Verdict.ALTERED,
        Verdict.UNCHECKED,
        Verdict.UNCHECKED,
    ]


def test_a_redirect_is_followed(traced, server):
    assert traced[0].witness.url == server.url("/light")


def test_a_change_is_named(traced):
    assert [f.rule.code for f in traced[1].findings if f.severity] == ["ALT303"]


def test_a_dead_link_is_missing_and_accuses_nobody(traced):
    assert traced[2].status is SourceStatus.MISSING
    assert "404" in traced[2].reason


def test_a_walled_page_is_unreadable_and_accuses_nobody(traced):
    assert traced[3].status is SourceStatus.UNREADABLE
    assert traced[3].reason


def test_each_address_is_asked_for_once(traced, server):
    asked = [path for path in server.paths() if path != "/light"]  # /moved leads there as well
    assert sorted(asked) == ["/article", "/gone", "/moved", "/walled"]
