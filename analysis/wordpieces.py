"""Sentences cut into the pieces of words that BERT's uncased models read; the vocabulary is theirs."""

from functools import cache
from pathlib import Path

from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

VOCABULARY = Path(__file__).parent / "lexicon" / "wordpieces.txt"


@cache
def word_pieces(*, longest: int) -> BertWordPieceTokenizer:
    """The tokenizer, which cuts off what is longer than `longest` pieces, its own marks among them."""
    tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
    tokenizer.enable_truncation(longest)
    return tokenizer


def whole_characters(text: str) -> str:
    """The text without halves of characters, which the tokenizer refuses."""
    return text.encode(errors="replace").decode()
