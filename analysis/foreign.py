"""Tells when a draft is in a language that Backread cannot read; when unsure, it is English."""

import re
from functools import cache
from itertools import islice

from py3langid.langid import MODEL_FILE, LanguageIdentifier

ENOUGH_WORDS = 40  # fewer say too little: a list of names looks like any language
ENGLISH_SHARE = 0.08  # of words like these in English prose it is 20 to 40 per cent
SURE = 0.99
GLUE = frozenset("the of and to in a is was for that on with as at by it he she his her from be are has have".split())
WORD = re.compile(r"[^\W\d_]+")
NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "he": "Hebrew", "hi": "Hindi",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nb": "Norwegian",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")  # scripts that put no blanks between words


def foreign_language(text: str) -> str | None:
    """The name of the language where the text is surely not English, else None."""
    words = [match.group().lower() for match in islice(WORD.finditer(text), 2_000)]
    if len(words) < ENOUGH_WORDS and len(UNSPACED.findall(text[:5_000])) < ENOUGH_WORDS:
        return None
    if sum(word in GLUE for word in words) >= ENGLISH_SHARE * len(words):
        return None
    code, certainty = _identifier().classify(text[:5_000])
    if code == "en" or certainty < SURE:
        return None
    return NAMES.get(code, "another language")


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
