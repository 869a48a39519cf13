"""Whether work grows no faster than what it is done on, told by the processor's time.

A moment of a busy machine makes one run slow and none fast: of each size the least time of some rounds counts, and rounds go on
until these are in proportion. The work is done anew in each: nothing of the one before may be kept. What grows with the square never is: it takes FACTOR times as long as the slack allows for. What takes
long of few is not tried of more: that what grows with the square outweighs the rest shows as soon as the clock tells the two apart.
"""

import time

FACTOR = 4  # times as much of it
SLACK = 2.25
FLOOR = 0.03  # seconds: below it the clock says nothing
ROUNDS = 12
ENOUGH = 0.15  # seconds: what takes longer is measured with half as many
FEWEST = 8  # times fewer, at most


def grows_in_proportion(work, made, small, *, slack=SLACK, floor=FLOOR):
    """Whether ``work`` takes FACTOR times as long on what is ``made`` of FACTOR times the number ``small``, or less."""

    def taken(size):
        begun = time.process_time()
        work(size)
        return time.process_time() - begun

    number = small // FEWEST
    work(made(max(1, number // FEWEST)))  # what is loaded but once takes no time of the first measure
    few = taken(made(number))
    while 2 * number <= small and 2 * few < ENOUGH:
        number *= 2
        few = taken(made(number))
    less, more, many = made(number), made(FACTOR * number), float("inf")
    for _ in range(ROUNDS):
        many = min(many, taken(more))
        if many <= slack * FACTOR * max(few, floor):
            return True
        few = min(few, taken(less))
    return False
