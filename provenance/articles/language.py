"""Which language a text is in, guessed cheaply: by script, then by its commonest short words."""

from __future__ import annotations

import re
from collections import Counter

from provenance.text.language import language_of

_LENGTH = 4_000  # characters that are looked at
_FEWEST = 5  # stop words; with fewer, words count by how few languages share them
_AHEAD = 1.2  # of the next language; a wrong guess for some sentences costs no more than none

_KANA = r"[\u3041-\u30ff]"
_HAN = r"[\u4e00-\u9fff]"
_HANGUL = r"[\uac00-\ud7a3]"
_CYRILLIC = r"[\u0400-\u04ff]"
_UKRAINIAN = r"[іїєґІЇЄҐ]"
_WORD = re.compile(r"[^\W\d_]+")

_STOP_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that was for it with as he she his her on are this be at by from have had which they",
        "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus hat dass",
        "fr": "le la les des et du une est dans qui que pour par sur au plus pas ce avec il sont ont cette aux mais ses",
        "es": "el los las del que en un una por con para es se no lo al como más su sus pero ha fue este entre sin",
        "it": "il di che è la per un una non del della dei con sono gli nel alla le più ha anche come da questo delle",
        "pt": "o os as do da dos das que em um uma para com não no na por mais se ao como foi à são pelo pela ele",
        "nl": "de het een van en in is dat op te zijn met voor niet aan er die ook als maar door bij naar uit wordt om",
        "pl": "i w na z się nie do to że jest o jak po co od za przez ale są dla tym oraz był który tego",
        "sv": "och att det som en på är av för med den till inte har de ett om var jag men från sig hon han",
        "id": "yang dan di dengan untuk dari ini itu dalam tidak akan pada juga oleh ke karena kita mereka adalah bisa",
    }.items()
}


def guess_language(text: str) -> str | None:
    """The language of ``text`` as a BCP 47 primary subtag; None where it is too short or looks like none known."""
    sample = text[:_LENGTH]
    return _by_script(sample) or _by_words(sample) or language_of(_WORD.findall(sample), ahead=_AHEAD)


def _by_script(sample: str) -> str | None:
    if max(sample, default="") < "\u0400":  # nothing beyond Latin and Greek
        return None
    letters = max(1, sum(map(str.isalpha, sample)))
    counts = {
        name: len(re.findall(pattern, sample))
        for name, pattern in (("ja", _KANA), ("zh", _HAN), ("ko", _HANGUL))
    }
    if counts["ja"] > 0.1 * letters:
        return "ja"
    for name in ("ko", "zh"):
        if counts[name] > 0.3 * letters:
            return name
    if len(re.findall(_CYRILLIC, sample)) > 0.5 * letters:
        return "uk" if len(re.findall(_UKRAINIAN, sample)) > 0.02 * letters else "ru"
    return None


def _by_words(sample: str) -> str | None:
    words = Counter(_WORD.findall(sample.casefold()))
    hits = {name: sum(words[word] for word in stop) for name, stop in _STOP_WORDS.items()}
    best, second = sorted(hits, key=lambda name: hits[name], reverse=True)[:2]
    # Neighbours share short words (Spanish and Portuguese); the right one leads clearly on a page of text.
    return best if hits[best] >= max(_FEWEST, 1.2 * hits[second]) else None


def is_contradicted(stated: str, guessed: str | None, text: str) -> bool:
    """Whether a text plainly is not in the language that its page states, as where a template's own was left in."""
    if guessed is None or guessed == stated or stated not in _STOP_WORDS:
        return False
    words = Counter(_WORD.findall(text[:_LENGTH].casefold()))
    hits = sum(words[word] for word in _STOP_WORDS[stated])
    if (
        guessed not in _STOP_WORDS
    ):  # another script: a page may show much of it and be written in its own language
        return hits < _FEWEST
    return sum(words[word] for word in _STOP_WORDS[guessed]) > 3 * max(_FEWEST, hits)
