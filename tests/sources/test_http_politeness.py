import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from provenance.errors import SourceRefusedError
from tests.sources.fetching import failure, loader
from tests.sources.hostile import (
    GOOD,
    answer,
    redirect,
)

# Manners


@pytest.mark.parametrize("status", ["429 Slow down", "500 Oops", "502 Bad", "503 Busy", "504 Late"])
def test_a_passing_failure_is_tried_twice_more(server, status):
    waits = []
    server.routes["/a"] = [answer(b"", status), answer(b"", status), answer()]
    assert loader(sleep=waits.append, total=20).fetch(server.url("/a")).data == GOOD
    assert waits == [1, 2]


def test_it_is_not_tried_a_fourth_time(server):
    server.routes["/a"] = answer(b"", "503 Busy")
    assert "HTTP 503" in failure(loader(total=20), server.url("/a"))
    assert len(server.requests) == 3


def test_a_broken_connection_is_tried_again(server):
    server.routes["/a"] = [b"", answer()]
    assert loader(total=20).fetch(server.url("/a")).data == GOOD


def test_retry_after_is_honoured_as_a_number_and_as_a_date(server):
    waits = []
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=12), usegmt=True)
    busy = [answer(b"", "429 Slow", Retry_After="7"), answer(b"", "503 Busy", Retry_After=soon), answer()]
    server.routes["/a"] = busy
    loader(sleep=waits.append, total=20).fetch(server.url("/a"))
    assert waits[0] == 7
    assert 8 < waits[1] <= 12


@pytest.mark.parametrize("asked", ["21", "99999999999999999999", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_nobody_waits_longer_than_an_address_may_take_in_all(server, asked):
    waits = []
    server.routes["/a"] = answer(b"", "429 Slow", Retry_After=asked)
    assert "left alone" in failure(loader(sleep=waits.append, total=20), server.url("/a"))
    assert waits == []


def test_the_time_allowed_in_all_holds_for_an_address_with_its_retries(server):
    def late(connection):
        time.sleep(0.25)
        connection.sendall(answer(b"", "503 Busy", Retry_After="0"))

    server.routes["/a"] = late
    begun = time.monotonic()
    failure(loader(total=0.4, retries=5), server.url("/a"))
    assert time.monotonic() - begun < 0.9
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "asked", [f"Fri, 01 Jan {10**20} 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 -2359", "1" * 400]
)
def test_a_retry_after_beyond_all_dates_is_no_error(server, asked):
    server.routes["/a"] = answer(b"", "503 Busy", Retry_After=asked)
    assert "HTTP 503" in failure(loader(), server.url("/a"))


def test_a_retry_after_that_says_nothing_is_passed_over(server):
    waits = []
    server.routes["/a"] = [answer(b"", "503 Busy", Retry_After="soon"), answer()]
    loader(sleep=waits.append, total=20).fetch(server.url("/a"))
    assert waits == [1]


def test_one_request_at_a_time_goes_to_a_host_and_each_waits_for_its_turn(server):
    server.routes["/a"] = answer()
    fetcher = loader(pause=0.1, sleep=time.sleep)
    threads = [threading.Thread(target=fetcher.fetch, args=(server.url("/a"),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.most_at_once == 1
    assert all(later - earlier >= 0.09 for earlier, later in pairwise(sorted(server.times)))


def robots(text, status="200 OK"):
    return answer(text.encode(), status, kind="text/plain")


def test_robots_txt_is_honoured_and_asked_for_once(server):
    server.routes |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /closed/"),
        "/open/a": answer(),
        "/closed/a": answer(),
    }
    fetcher = loader(robots=True)
    fetcher.fetch(server.url("/open/a"))
    assert "robots.txt" in failure(fetcher, server.url("/closed/a"), SourceRefusedError)
    assert server.paths() == ["/robots.txt", "/open/a"]


def test_robots_txt_may_name_this_program(server):
    server.routes |= {
        "/robots.txt": robots("User-agent: provenance-tracer\nDisallow: /\n\nUser-agent: *\nAllow: /"),
        "/a": answer(),
    }
    failure(loader(robots=True), server.url("/a"), SourceRefusedError)


def test_robots_txt_is_asked_for_behind_a_redirect_too(server):
    server.routes |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /closed"),
        "/a": redirect("/closed"),
        "/closed": answer(),
    }
    failure(loader(robots=True), server.url("/a"), SourceRefusedError)


def test_a_site_without_robots_txt_allows_everything(server):
    server.routes["/a"] = answer()
    assert loader(robots=True).fetch(server.url("/a")).data == GOOD


def test_a_site_whose_robots_txt_cannot_be_had_allows_nothing(server):
    server.routes |= {"/robots.txt": robots("", "503 Busy"), "/a": answer()}
    assert "cannot be had" in failure(loader(robots=True), server.url("/a"), SourceRefusedError)


def test_a_robots_txt_of_any_content_type_is_read(server):
    rules = answer(b"User-agent: *\nDisallow: /closed", kind="application/octet-stream")
    server.routes |= {"/robots.txt": rules, "/closed": answer(), "/a": answer()}
    fetcher = loader(robots=True)
    assert fetcher.fetch(server.url("/a")).data == GOOD
    failure(fetcher, server.url("/closed"), SourceRefusedError)


def test_what_a_host_offers_to_programs_needs_no_leave_of_robots_txt(server):
    server.routes |= {"/robots.txt": robots("User-agent: *\nDisallow: /"), "/a": answer()}
    assert loader(robots=True).fetch(server.url("/a"), offered=True).data == GOOD


def test_a_reader_who_opens_one_page_does_not_ask_robots_txt(server):
    server.routes |= {"/robots.txt": robots("User-agent: *\nDisallow: /"), "/a": answer()}
    assert loader().fetch(server.url("/a")).data == GOOD
    assert server.paths() == ["/a"]


def test_a_crawl_delay_is_kept_up_to_half_a_minute(server):
    waits = []
    server.routes |= {"/robots.txt": robots("User-agent: *\nCrawl-delay: 12"), "/a": answer(), "/b": answer()}
    fetcher = loader(robots=True, sleep=waits.append)
    fetcher.fetch(server.url("/a"))
    fetcher.fetch(server.url("/b"))
    assert all(11 < wait <= 12 for wait in waits)
    assert len(waits) == 2
