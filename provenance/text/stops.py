"""Full stops: which end no sentence, because they stand behind an abbreviation or an initial."""

from __future__ import annotations

from typing import Final

# Behind these a stop ends no sentence, whatever follows.
_ABBREVIATIONS: Final = frozenset(
    "Mr Mrs Ms Mx Dr Drs St Ste Prof Gen Gov Sen Rep Rev Hon Capt Cmdr Maj Col Lt Sgt Jr Sr vs Inc Co Corp Ltd Bros Messrs "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Nr bzw ca Sra Srta Dña Mme Mmes Mlle MM Sig approx cf Cf Id Ibid viz "
    "Sec Secs Br Resp Pet Pl Ct Cir Supp Dist Div Hr Fr Frl Dipl Ing Abs Ziff Rn Bd vgl Vgl sog zzgl evtl bzgl zit Aufl Hrsg "
    "pp Nos Figs Vol Vols Arts paras Mevr Dhr drs mevr dhr "
    "App Mass Cal Tex Fla Conn Ala Ariz Ark Colo Ga Kan Ky Md Mich Minn Mont Neb Nev Okla Ore Tenn Vt Wis Wyo "
    "г ул им см стр гг руб".split()
)
# These may be words that end a sentence ("No."); before a figure they do not.
_BEFORE_FIGURES: Final = frozenset(
    "no nos art arts fig figs vol vols sec secs para par ch cl fn ed eds num núm nº op stat const rule nr tab s st v p n".split()
)
# So long may a capitalised word be that a figure behind its stop shows to be cut short, in letters: "Tr. 14".
_SHORT: Final = 5
_MONTHS: Final = frozenset(("March", "April", "May", "June", "July"))
_LONGEST: Final = 8


def is_abbreviation(text: str, stop: int, following: str = "") -> bool:
    """Whether the full stop at an offset stands behind an abbreviation, an initial or the short form before a figure.

    Args:
        text: The text.
        stop: The place of the full stop.
        following: What follows it, white space aside, or nothing if that is not known.
    """
    start = stop
    while start > max(0, stop - _LONGEST) and text[start - 1].isalpha():
        start -= 1
    word, before = text[start:stop], text[start - 1 : start]
    if not word or before.isalnum():
        return False
    if len(word) == 1:
        return before not in {"'", "’"}
    if word in _ABBREVIATIONS:
        return True
    figure = following[:1].isdigit()
    short = word[0].isupper() and len(word) <= _SHORT and word not in _MONTHS
    return figure and (short or word.lower() in _BEFORE_FIGURES)
