"""Letters: one in the place of another makes another word (ALT301), another way to write it (DEC706), a slip put right, or damage (SRC603)."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.comparison import differing_ranges
from provenance.findings.normalization.names import is_lost, same_mended
from provenance.findings.normalization.tokens import Token
from provenance.findings.rules.names import is_name
from provenance.findings.wording import became, quoted
from provenance.languages.older_spelling import letters_key
from provenance.languages.orthography import has_dictionary, has_word, is_whole, orthographic_key, tells_slips
from provenance.text.document import Passage
from provenance.text.folding import LETTERS, fold_word
from provenance.text.tokens import folded_words

# Languages in which a letter with an accent is a letter of its own, and the letters of which that holds in Spanish.
_OWN_LETTERS: Final = frozenset("de sv da no fi et tr hu pl cs sk ro hr".split())
_OWN_IN: Final = {"es": "ñ", "pt": "çãõ", "fr": "ç"}
# Two accents that stand for each other in the spellings of one language, and the two signs below Romanian letters.
_SAME_ACCENTS: Final = tuple(map(frozenset, "èé ëè ëé àá òó ôó êé âî şș ţț".split()))
_BY_CIRCUMFLEX: Final = frozenset({"pt"})
# How a letter is written where a keyboard or a house has none.
_SPELLED_OUT: Final = tuple(pair.split("=") for pair in "ä=ae ö=oe ü=ue å=aa ø=oe æ=ae ø=ö æ=ä".split())
_VOWELS: Final = re.compile("[aeiouyаеёиіїоуыэюяαεηιουω]")
_SHORTEST: Final = 5  # letters of a slip that the source itself puts right elsewhere
_ENDING: Final = 2  # its last letters, which inflect
_AROUND: Final = 20  # characters of a word on either side of a change
_ELIDED: Final = re.compile(r"([^\W\d_]{1,12})['’]([aeiouhàâäèéêëìîïòôöùûü]\w{0,30})", re.IGNORECASE)
_DAGGER_ALEF: Final = "\u0670"
_CLOSING: Final = frozenset("”’\"'」』")


def another_letter(change: Change, context: JudgingContext) -> Finding | None:
    """ALT301 at minor: a word that differs in a letter which its text writes elsewhere: "Masse" for "Maße", "pécheur" for "pêcheur"."""
    source, excerpt = (_plain(passage) for passage in (change.source, change.excerpt))
    alike = source.isalpha() and excerpt.isalpha() and fold_word(source) == fold_word(excerpt)
    if source == excerpt or not alike or context.modernised or _is_only_one_word(source, excerpt, context):
        return None
    # A word of short vowel had an "ß" before 1996: "daß", "Fluß".
    if any(stem in fold_word(source) for (stem,) in context.lexicon.words("short_before_ss").groups):
        return None
    if not any(_is_other(one, other, context) for one, other in _letter_pairs(source, excerpt)):
        return None
    message = became(change.source, change.excerpt)
    return context.finding("ALT301", message, change=change, severity=Severity.MINOR)


def _is_only_one_word(source: str, excerpt: str, context: JudgingContext) -> bool:
    """Whether the dictionary has one of two spellings and not the other: Hungarian "mig", "míg"."""
    language = context.lexicon.language
    return is_whole(language) and has_word(source, language) != has_word(excerpt, language)


def _plain(passage: Passage) -> str:
    return unicodedata.normalize("NFC", passage.text.strip()).lower()


def _letter_pairs(source: str, excerpt: str) -> Iterator[tuple[str, str]]:
    """What stands in the place of each other in two words that fold to the same."""
    for start, end, place, until in differing_ranges(source, excerpt):
        one, other = source[start:end], excerpt[place:until]
        if len(one) == len(other):
            yield from zip(one, other, strict=True)
        else:
            yield one, other


def _is_other(one: str, other: str, context: JudgingContext) -> bool:
    """Whether a letter of the source and one of the excerpt are two: both with an accent, or one known to the other's text."""
    if not one.isascii() and not other.isascii():
        return _are_two_accents(one, other, context)
    special, side = (one, context.article) if other.isascii() else (other, context.witness)
    return _is_letter(special, context) and special in side.document.text.lower()


def _are_two_accents(one: str, other: str, context: JudgingContext) -> bool:
    latin = all(unicodedata.name(letter, "").startswith("LATIN") for letter in one + other)
    same = frozenset((one, other)) in _SAME_ACCENTS
    if same and context.lexicon.language not in _BY_CIRCUMFLEX:
        same = frozenset((one, other)).isdisjoint("ôê")
    return latin and not same


def _is_letter(letter: str, context: JudgingContext) -> bool:
    """Whether a letter that folds is one of its own in the language."""
    known = any(letter in one for one in LETTERS) and unicodedata.name(letter[0], "").startswith("LATIN")
    language = context.lexicon.language
    return known or language in _OWN_LETTERS or letter in _OWN_IN.get(language, "")


def spelled_out(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706: "Mueller" for "Müller", where the text that has two letters never has the one."""
    source, excerpt = (_plain(passage) for passage in (change.source, change.excerpt))
    for one, other, document in (
        (source, excerpt, context.article.document),
        (excerpt, source, context.witness.document),
    ):
        for letter, letters in _SPELLED_OUT:
            spelled = letter in one and one.replace(letter, letters) == other
            if spelled and letter not in document.text.lower():
                return context.finding("DEC706", became(change.source, change.excerpt), change=change)
    return None


def joined_word(change: Change, context: JudgingContext) -> Finding | None:
    """DEC702: a word at the excerpt's edge stands without the "and", "that", "is" or "does" that its language joins to it: Hebrew "ש", Korean "…”고", "…”이라고"."""
    units = context.excerpt_units.items
    if len(change.lost) != 1 or len(change.gained) != 1 or not units:
        return None
    whole, word = change.lost[0].word, change.gained[0]
    first, last = units[0].span == word.span, units[-1].span == word.span
    begun = first and any(whole == each + word.word for (each,) in context.lexicon.words("proclitics").groups)
    behind = context.article.document.text[word.span.end : word.span.end + 2]  # a mark and what goes on
    that = behind[1:] if behind[:1] in _CLOSING else ""
    ended = last and that in context.lexicon.words("complementizers") and whole == word.word + that
    ended = ended or (
        last and that in context.lexicon.words("copulas") and _is_joined_to(change, "copulas", context)
    )
    ended = ended or (last and _is_joined_to(change, "light_verbs", context))
    if not begun and not ended:
        return None
    return context.finding("DEC702", became(change.source, change.excerpt), change=change)


def _is_joined_to(change: Change, ends: str, context: JudgingContext) -> bool:
    """Whether the source's word is the excerpt's with one of the ends of a list, in whatever style: "생각입니다", "생각"."""
    language = context.lexicon.language
    whole, word = orthographic_key(change.lost[0].text, language), change.gained[0].text
    return any(
        whole == orthographic_key(word + each, language) for (each,) in context.lexicon.words(ends).groups
    )


def slip_put_right(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706: slips of the source's are put right, as it writes the words elsewhere itself or a dictionary does."""
    if not change.lost or len(change.lost) != len(change.gained):
        return None
    pairs = list(zip(change.lost, change.gained, strict=True))
    if not all(one.word == other.word or _is_put_right(one, other, context) for one, other in pairs):
        return None
    message = f"{quoted(change.source.text)}, a slip of the source, is written {quoted(change.excerpt.text)}"
    return context.finding("DEC706", message, change=change)


def spelling_variant(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706: words that differ as spellings of one word do ("bidd'st", "bidst"), of which the dictionary has not both, or as a source of old spells; names are told.

    So do an elided word and the whole one, a word that lacks its apostrophe, and what an Arabic text writes as a letter or as a sign above one.
    """
    texts = change.source.text, change.excerpt.text
    same = any(_is_elided(*each) or _is_signed(*each) for each in (texts, texts[::-1]))
    if same or _lacks_apostrophe(*texts, context.lexicon.language):
        return context.finding("DEC706", became(change.source, change.excerpt), change=change)
    rows = [pair for pair in zip(change.lost, change.gained, strict=False) if pair[0].word != pair[1].word]
    paired = len(change.lost) == len(change.gained) and rows
    if not paired or not all(_is_variant(*pair, context) for pair in rows):
        return None
    return context.finding("DEC706", became(change.source, change.excerpt), change=change)


def _is_elided(short: str, full: str) -> bool:
    """Whether a text writes with an apostrophe what another writes as a whole word before a vowel: "ch'egli", "che egli"."""
    found = _ELIDED.fullmatch(short)
    return found is not None and bool(re.fullmatch(rf"{found[1]}[aeiou]\s{found[2]}", full, re.IGNORECASE))


def _lacks_apostrophe(one: str, other: str, language: str) -> bool:
    """Whether a text writes without its apostrophe what is no other word so: "gehts", "cant"."""
    bare, whole = sorted((fold_word(text.strip()) for text in (one, other)), key=len)
    if "'" in bare or whole.replace("'", "") != bare or bare == whole:
        return False
    return whole.endswith("n't") or (is_whole(language) and not has_word(bare, language))


def _is_signed(signed: str, spelled: str) -> bool:
    """Whether a word has a sign above a letter for what another spells or leaves out: "إنسَٰن", "إنسان"."""
    if _DAGGER_ALEF not in signed or " " in signed:
        return False
    pattern = re.escape(fold_word(signed.replace(_DAGGER_ALEF, "x"))).replace("x", "ا?")
    return re.fullmatch(pattern, fold_word(spelled)) is not None


def _is_variant(one: Token, other: Token, context: JudgingContext) -> bool:
    if one.value or is_name(one, context.source_units, context):
        return False
    language = context.lexicon.language
    if letters_key(one.word) == letters_key(other.word):
        known = [has_word(_lowered(each), language) for each in (one, other)]
        if one.word.replace("v", "u") == other.word.replace("v", "u"):  # Latin "voluit", "volvit"
            return known[0] != known[1]
        return has_dictionary(language) and not all(known)
    # What the source writes more than once is no slip, but how it spells ("stedfast"), or a term with other consonants.
    voiced = [_VOWELS.sub("", each.word) for each in (one, other)]
    spelled = voiced[0] == voiced[1] and _is_slip(one.word, other.word, inflects=True)
    often = spelled and folded_words(context.witness.document.text).count(one.word) > 1
    # A dictionary is asked last: it takes most of a second to open.
    return often and _is_known(one, other, context) and not has_word(_lowered(one), language)


def _is_put_right(slip: Token, right: Token, context: JudgingContext) -> bool:
    language = context.lexicon.language
    if slip.value or not _is_slip(slip.word, right.word, inflects=False):
        return False
    words = folded_words(context.witness.document.text)
    if words.count(slip.word) != 1 or has_word(_lowered(slip), language):
        return False
    same_ending = _is_slip(slip.word, right.word, inflects=True)
    elsewhere = right.word in words and min(len(slip.word), len(right.word)) >= _SHORTEST
    return (same_ending and elsewhere) or (
        (same_ending or is_whole(language)) and _is_known(slip, right, context)
    )


def _is_slip(slip: str, right: str, *, inflects: bool) -> bool:
    """Whether one letter too many, too few or another, doubled ones, or two that changed places, part two words.

    Their last letters may only differ where ``inflects`` is false: the dictionary holds every form of a word.
    """
    from rapidfuzz.distance import OSA  # heavy, and needed for a changed word alone

    ended = not inflects or slip[-_ENDING:] == right[-_ENDING:] or sorted(slip) == sorted(right)
    if not (slip.isalpha() and right.isalpha() and ended) or slip[0] != right[0]:
        return False
    single, other = (re.sub(r"(.)\1", r"\1", word) for word in (slip, right))
    return single == other or OSA.distance(slip, right, score_cutoff=1) == 1


def _is_known(slip: Token, right: Token, context: JudgingContext) -> bool:
    """Whether the excerpt's word is a day or month, or in the dictionary, and neither is a name."""
    lexicon = context.lexicon
    if right.word in lexicon.weekdays or right.word in lexicon.months:
        return True
    named = is_name(slip, context.source_units, context) or is_name(right, context.excerpt_units, context)
    return (
        not named
        and tells_slips(slip.text, right.word, lexicon.language)
        and has_word(_lowered(right), lexicon.language)
    )


def _lowered(unit: Token) -> str:
    """A word without the capital that it has at the beginning of a sentence."""
    return unit.text.lower() if unit.opens else unit.text


def damaged_letters(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706, or SRC603 as a note: words that differ by the damage of one of the texts."""
    source, excerpt = _whole_words(change.source), _whole_words(change.excerpt)
    if same_mended(source, excerpt) or same_mended(excerpt, source):
        message = f"{quoted(source)}, which is damaged, is written {quoted(excerpt)}"
        return context.finding("DEC706", message, change=change)
    if is_lost(source):
        message = f"the source's text is damaged here: {quoted(source)}"
        return context.finding("SRC603", message, change=change)
    return None


def _whole_words(passage: Passage) -> str:
    """A passage with the rest of the words that it cuts."""
    text, start, end = passage.document.text, passage.span.start, passage.span.end
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    while start > low and not text[start - 1].isspace():
        start -= 1
    while end < high and not text[end].isspace():
        end += 1
    return text[start:end].strip(' \n.,;:!“”„«»"()')
