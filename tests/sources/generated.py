"""Text by the yard: pages of an invented language whose words are as unequally frequent as those of a real one."""

import random
from itertools import accumulate

SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def vocabulary(size, seed=7):
    dice = random.Random(seed)
    words = {}
    while len(words) < size:
        words["".join(dice.choices(SYLLABLES, k=dice.randint(1, 4)))] = None
    return list(words)


class Writer:
    """Writes sentences with words whose frequency falls with their rank (Zipf)."""

    def __init__(self, words=20_000, seed=7):
        self.words = vocabulary(words, seed)
        self.weights = list(accumulate(1 / rank for rank in range(1, words + 1)))
        self.dice = random.Random(seed)

    def sentence(self, length=18):
        chosen = self.dice.choices(self.words, cum_weights=self.weights, k=length)
        return " ".join(chosen).capitalize() + "."

    def paragraph(self, sentences=3):
        return " ".join(self.sentence() for _ in range(sentences))

    def page(self, paragraphs=6):
        return "\n\n".join(self.paragraph() for _ in range(paragraphs))

    def altered(self, text, share):
        """A text with a share of its words changed for others."""
        words = text.split()
        for index in self.dice.sample(range(len(words)), int(len(words) * share)):
            words[index] = self.dice.choices(self.words, cum_weights=self.weights)[0]
        return " ".join(words)

    def decoy(self, text):
        """Other sentences made of the very same words."""
        words = text.split()
        self.dice.shuffle(words)
        return " ".join(words)
