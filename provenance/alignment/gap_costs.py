"""Gap costs: what the steps of an alignment cost, in bits, so that only what tells more than it costs is believed."""

from __future__ import annotations

from math import log2

_LOGS = tuple(log2(1 + size) for size in range(512))


def gap_cost(ahead: int, over: int) -> float:
    """The cost, in bits, of ``ahead`` words of the excerpt and ``over`` words of the source between two runs."""
    if ahead == over:
        return 1.0 + 0.7 * ahead if ahead else 0.0
    uneven = ahead - over if ahead > over else over - ahead
    shorter = min(ahead, over)
    return 2.5 + 0.7 * shorter + 1.3 * (_LOGS[uneven] if uneven < len(_LOGS) else log2(1 + uneven))


def distance_cost(words: int) -> float:
    """The cost of words of the source that are declared missing: only that of saying how many."""
    return 0.7 * (_LOGS[words] if words < len(_LOGS) else log2(1 + words))
