"""Several hosts at once, the pages of one host one after the other."""

from threading import Barrier, Lock

import pytest

from provenance.sources.loading.loader import futures_by_host


def address(url):
    return url


def test_two_hosts_are_asked_at_once():
    both = Barrier(2)  # which breaks where one waits for the other
    urls = ["https://a.example/1", "https://b.example/1"]
    futures = futures_by_host(urls, lambda url: (both.wait(10), url)[1], address=address)
    assert [future.result() for future in futures] == urls


def test_the_pages_of_a_host_are_asked_for_in_turn_and_one_at_a_time():
    asked, alone = [], Lock()

    def attempt(url):
        assert alone.acquire(blocking=False)
        asked.append(url)
        alone.release()

    urls = [f"https://{www}a.example/{number}" for number in range(20) for www in ("", "www.")]
    for future in futures_by_host(urls, attempt, address=address):
        future.result()
    assert asked == urls


def test_what_fails_is_raised_where_it_is_asked_for_and_costs_nothing_else():
    def attempt(url):
        if url.endswith("/2"):
            raise OSError("disk full")
        return url

    futures = futures_by_host(
        [f"https://a.example/{number}" for number in range(4)], attempt, address=address
    )
    with pytest.raises(OSError, match="disk full"):
        futures[2].result()
    assert futures[3].result() == "https://a.example/3"
