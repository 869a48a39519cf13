"""Prepositions of the languages that have a data file: whoever stands behind one is no subject."""

PREPOSITIONS = frozenset(
    "of for at in on by with from to about against after before during via near than into over under between "  # en
    "von bei beim mit nach in im an am auf aus für über unter vor zu zum zur gegen seit durch des der "  # de
    "de du des d' à au aux dans sur pour par avec chez en "  # fr
    "del con por para sobre ante desde di dei della da dal nel nella su per tra do dos no na em com "  # es it pt
    "op bij met aan voor naar tegen tot te в на с со из от у о об к по за при про з від до щодо".split()  # nl ru uk
)
"""In lower case."""
