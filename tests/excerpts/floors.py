"""Floors: what is learned is right for most cases and for none with certainty, so a share of them has to be right."""


def wrong(cases, is_right):
    """The cases, as tuples of arguments, for which a check does not hold or what it looks for is not there."""

    def holds(case):
        try:
            return bool(is_right(*case))
        except (IndexError, StopIteration, ValueError):
            return False

    return [case for case in cases if not holds(case)]


def assert_most(cases, is_right, *, share):
    """Assert that a check holds for at least ``share`` of the cases."""
    every = list(cases)
    failing = wrong(every, is_right)
    assert len(failing) <= (1 - share) * len(every), f"{len(failing)} of {len(every)}: {failing}"
