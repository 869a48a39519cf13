"""Embeds: posts of social networks and previews of other pages, which site systems put in as blockquotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.articles.addresses import address_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLASSES = frozenset(
    "twitter-tweet twitter-video twitter-timeline tweet-blockquote instagram-media tiktok-embed wp-embedded-content "
    "fb-post fb-video fb-xfbml-parse-ignore bluesky-embed mastodon-embed reddit-card reddit-embed reddit-embed-bq "
    "text-post-media imgur-embed-pub embedly-card flickr-embed pinterest-embed snapchat-embed telegram-post "
    "trumpsocial-embed threads-embed linkedin-embed tumblr-post vk-post gettyimages-embed truthsocial-embed "
    "social-embed oembed embed-tweet embed-instagram".split()
)
"""Class names that the networks' own embedding codes carry."""

POSTS = frozenset("tweet tweet-embed tweet-card embedded-tweet quoted-tweet".split())
"""Class names of the boxes into which newsletters' systems copy a post, blockquote or not."""

_HOSTS = frozenset(
    "twitter.com x.com instagram.com facebook.com fb.com tiktok.com threads.net threads.com bsky.app reddit.com "
    "truthsocial.com imgur.com pinterest.com vk.com t.me linkedin.com tumblr.com snapchat.com gab.com flickr.com".split()
)
"""Networks whose address in ``cite=`` makes a blockquote an embed or a page plug-in."""

_PLAYERS = frozenset(
    "youtube.com youtu.be vimeo.com dailymotion.com rumble.com bitchute.com odysee.com twitch.tv soundcloud.com spotify.com "
    "streamable.com giphy.com gist.github.com codepen.io jsfiddle.net".split()
)
"""Sites whose address on a line by itself makes a site system show a film, a player or code there."""

# "— Name (@handle) March 2, 2026": how a network signs the text that its code leaves where no script runs.
_HANDLE = re.compile(r"\(@[\w.]{1,40}\)")
_SIGNED = re.compile(r"[—–-]\s?[^\n—]{1,80}\(@[\w.]{1,40}(?:@[\w.]{1,60})?\)[^\n]{0,40}$")


def is_embed(classes: frozenset[str], cite: str | None, text: str, links: Iterable[str]) -> bool:
    """Whether a blockquote is a post or a preview that another site's code put in."""
    if not _CLASSES.isdisjoint(classes) or not POSTS.isdisjoint(classes) or _network(cite):
        return True
    lines = text.rstrip().rsplit("\n", 1)
    if _SIGNED.search(lines[-1][-200:]):
        return True
    return _HANDLE.search(lines[-1][-200:]) is not None and any(_network(link) for link in links)


def is_player(address: str) -> bool:
    """Whether an address on a line by itself stands for a post or a film that is shown in its place."""
    return _leads_to(address, _HOSTS | _PLAYERS)


def _network(address: str | None) -> bool:
    """Whether an address leads to a social network."""
    return _leads_to(address, _HOSTS)


def _leads_to(address: str | None, hosts: frozenset[str]) -> bool:
    host = (address_parts(address or "").hostname or "").removeprefix("www.").removeprefix("m.")
    return host in hosts or host.partition(".")[2] in hosts
