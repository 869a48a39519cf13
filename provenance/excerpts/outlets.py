"""Outlets: the names of publications and the domains they publish on, from ``names/outlets.toml``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from provenance.articles.addresses import address_parts
from provenance.files.reading import shipped
from provenance.languages.cues import Word, words_of
from provenance.text.memo import Memo

_JOINTS = str.maketrans("’ʼ", "''")
_MOST_LABELS = 6  # of a host name, counted from its end


@dataclass(frozen=True, slots=True)
class OutletTable:
    """What is known of outlets."""

    domains: Mapping[str, tuple[str, ...]]  # the domains of each outlet, by its name
    aliases: Mapping[str, str]  # further names and abbreviations, each with the name it stands for
    # Names that several publications bear: they may support an attribution and never contradict one.
    shared: frozenset[str]
    # Names that are common words as well: they count only where a cue or a link says so.
    ordinary: frozenset[str]
    _by_keys: Mapping[tuple[str, ...], str]
    _longest: Mapping[str, int]
    _by_domain: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(
        cls,
        domains: Mapping[str, Sequence[str]],
        aliases: Mapping[str, str] | None = None,
        *,
        shared: frozenset[str] = frozenset(),
        ordinary: frozenset[str] = frozenset(),
    ) -> "OutletTable":
        """The table of these names, ready to be searched."""
        names = {**{name: name for name in domains}, **(aliases or {})}
        by_keys: dict[tuple[str, ...], str] = {}
        longest: dict[str, int] = {}  # words of a name, by the first one
        for name, outlet in names.items():
            keys = _KEYS[name]
            by_keys.setdefault(keys, outlet)
            longest[keys[0]] = max(longest.get(keys[0], 0), len(keys))
        hosts: dict[str, list[str]] = {}
        for name, every in domains.items():
            for domain in every:
                hosts.setdefault(domain.casefold(), []).append(name)
        by_domain = {host: tuple(outlets) for host, outlets in hosts.items()}
        known = {name: tuple(every) for name, every in domains.items()}
        return cls(known, dict(aliases or {}), shared, ordinary, by_keys, longest, by_domain)

    def named(self, name: str) -> str | None:
        """The outlet that a name or an abbreviation stands for, or None."""
        return self._by_keys.get(_KEYS[name])

    def at_address(self, address: str) -> tuple[str, ...]:
        """The outlets that publish at a URL or host name; several where they share a domain, none if unknown."""
        host = (address_parts(address).hostname if "//" in address else address) or ""
        labels = host.casefold().removeprefix("www.").split(".")[-_MOST_LABELS:]
        for cut in range(len(labels) - 1):
            outlets = self._by_domain.get(".".join(labels[cut:]))
            if outlets:
                return outlets
        return ()

    def is_shared(self, name: str) -> bool:
        """Whether several publications bear the name, so that it contradicts nothing."""
        return name in self.shared or self.named(name) in self.shared

    def starting_at(self, words: Sequence[Word], index: int) -> tuple[int, str] | None:
        """The longest outlet's name that begins at ``words[index]``: how many words, and which outlet."""
        longest = self._longest.get(_key(words[index].text), 0)
        if not longest:
            return None
        ahead = tuple(_key(word.text) for word in words[index : index + longest])
        for length in range(len(ahead), 0, -1):
            if outlet := self._by_keys.get(ahead[:length]):
                return length, outlet
        return None


@lru_cache(maxsize=8)  # each excerpt that names an outlet asks
def outlets(extra: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> OutletTable:
    """The table that ships with the package, and further outlets with their domains before its own of the same name."""
    data = shipped(__file__, "names/outlets.toml")
    shared, ordinary = frozenset(data["shared"]), frozenset(data["words"])
    return OutletTable.of(
        {**data["outlets"], **dict(extra)}, data["aliases"], shared=shared, ordinary=ordinary
    )


def _key(text: str) -> str:
    return text if text.isascii() else text.translate(_JOINTS)


def _keys(name: str) -> tuple[str, ...]:
    return tuple(_key(word.text) for word in words_of(name, 0, len(name)))


_KEYS = Memo(_keys)
"""The words of each name, which are read once however many tables it stands in."""
