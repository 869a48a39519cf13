"""Whether work grows no faster than what it is done on, told by the processor's time.

A moment of a busy machine makes one run slow and none fast: of each size the least time of some rounds counts, and rounds go on
until these are in proportion. What grows with the square never is: it takes FACTOR times as long as the slack allows for.
"""

import time

FACTOR = 4  # times as much of it
SLACK = 2.25
FLOOR = 0.03  # seconds: below it the clock says nothing
ROUNDS = 6


def grows_in_proportion(work, made, small, *, slack=SLACK, floor=FLOOR):
    """Whether ``work`` takes FACTOR times as long on what is ``made`` of FACTOR times the number ``small``, or less."""
    sizes, least = (made(small), made(FACTOR * small)), [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        for at, size in enumerate(sizes):
            begun = time.process_time()
            work(size)
            least[at] = min(least[at], time.process_time() - begun)
        if least[1] <= slack * FACTOR * max(least[0], floor):
            return True
    return False
