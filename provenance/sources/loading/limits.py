"""How long a fetch may take, how much it may bring, and how often it is tried."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """The limits of a fetch. Times in seconds, sizes in bytes.

    Attributes:
        connect: Until the connection stands.
        read: Until the next bytes arrive.
        total: For an address in all: redirects, retries and the waits between them. A host's turn is waited for besides.
        redirects: How many are followed.
        raw: The size of a body as it arrives.
        decoded: The size that it may unpack to.
        retries: How often a passing failure is tried again.
        pause: Between two requests to one host.
        ports: Which ports may be asked; None for any.
    """

    connect: float = 5
    read: float = 10
    total: float = 20
    redirects: int = 5
    raw: int = 8_000_000
    decoded: int = 10_000_000
    retries: int = 2
    pause: float = 1
    ports: frozenset[int] | None = frozenset({80, 443})
