"""Signs that end a sentence, and the marks that may stand around them."""

from typing import Final

STOPS: Final = ".!?…‼⁇⁈⁉؟\u037e"
"""Signs behind which white space shows that a sentence ends. U+037E is the Greek question mark, not the semicolon."""

FULL_STOPS: Final = "。！？｡．۔।॥։።፧။។"
"""Signs that end a sentence whatever follows: East Asian, Urdu, Indic, Armenian, Ethiopic, Burmese and Khmer ones."""

SENTENCE_ENDS: Final = STOPS + FULL_STOPS
"""All signs that end a sentence, among them the ellipsis, which need not."""

UNSTOPPED: Final = "\u0e00", "\u0eff"
"""The first and last letter of the scripts that write no full stop, Thai and Lao."""

CLOSING_MARKS: Final = "'\"’”»›“‘«‹)]}」』】》〉）］＂"
"""Marks that close and may stand behind a sentence's last sign; “ and ‘ close German quotations, « and ‹ too."""

OPENING_MARKS: Final = "'\"‘“„‚«‹»›([{「『【《〈（［¿¡"
"""Marks that may stand before a sentence's first word; » and › open German and Danish quotations."""
