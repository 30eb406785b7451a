"""Whether two sentences contradict each other, as a small trained model sees it; no other file runs that model.

Its folder holds `model.onnx` and `card.json`, which is a Card; a newsroom may point a setting at its own, which brings
its `tokenizer.json`. docs/meaning-model.md tells what the model is good for.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from analysis.batches import batches_of
from analysis.comparing.verdicts import Hearing, Judge, SentencePair, Verdict, Way, hearing_from
from analysis.marking import Marked, marked, unmarked

FOLDER_VARIABLE = "BACKREAD_MEANING_MODEL"
THREADS_VARIABLE = "BACKREAD_MODEL_THREADS"
OFF = frozenset({"off", "false", "no", "0"})
OUR_FOLDER = Path(__file__).parent / "models" / "meaning"
FIELDS = ("input_ids", "token_type_ids", "attention_mask")
Figures = NDArray[np.float64]


class Sense(StrEnum):
    """What one sentence is to another."""

    CONTRADICTION = "contradiction"
    CONSISTENT = "consistent"
    NEUTRAL = "neutral"


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must be known of a model to run it; `version` is raised whenever a pair would get another verdict.

    `senses` are in the order of its answers. From `threshold` on, the probability of a contradiction is worth a flag;
    `hearing` says more finely when the checks hear it: in no way but those that it has.
    """

    version: str
    senses: tuple[Sense, ...]
    threshold: float
    marks: bool = False
    longest: int = 128
    hearing: dict[Way, Hearing] = {}

    @property
    def heard(self) -> dict[Way, Hearing]:
        """When it is heard; from the threshold on, where the card has nothing finer."""
        return self.hearing or dict.fromkeys(Way, hearing_from(self.threshold))


class MeaningModelError(Exception):
    """A newsroom's setting names a model that cannot be run; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class MeaningModel:
    """A model that is loaded, and what its card says; its own tokenizer, where it does not read our marks."""

    card: Card
    session: InferenceSession
    tokenizer: Tokenizer | None


def meaning_model() -> MeaningModel | None:
    """The model that the newsroom chose, by default ours; None where it wants none or none is there."""
    named = os.environ.get(FOLDER_VARIABLE, "")
    if named.lower() in OFF:
        return None
    if not named and not (OUR_FOLDER / "model.onnx").exists():
        return None
    return _loaded(Path(named) if named else OUR_FOLDER)


def judge() -> Judge | None:
    """Whom to ask about two sentences; None where there is no model."""
    model = meaning_model()
    return Judge(partial(verdicts, model), model.card.heard) if model else None


def verdicts(model: MeaningModel, pairs: Sequence[SentencePair]) -> list[Verdict]:
    """A verdict for each pair of sentences, in their order; which of the two comes first makes no difference."""
    cut = [_cut(model, *way) for a, b in pairs for way in ((a, b), (b, a))]
    found = np.empty((len(cut), len(Sense)))
    for places in batches_of([len(way.pieces) for way in cut]):
        found[places] = _probabilities(model, [cut[place] for place in places])
    both = (found[::2] + found[1::2]) / 2
    order = [model.card.senses.index(sense) for sense in Sense]
    return [verdict(model.card, *row) for row in both[:, order].tolist()]


def verdict(card: Card, contradiction: float, consistent: float, neutral: float) -> Verdict:
    """The three probabilities with what the card makes of them."""
    return Verdict(contradiction, consistent, neutral, flag=contradiction >= card.threshold)


def _cut(model: MeaningModel, a: str, b: str) -> Marked:
    if model.tokenizer is not None:
        return unmarked(a, b, model.tokenizer)
    return marked(a, b, longest=model.card.longest)


def _probabilities(model: MeaningModel, cut: Sequence[Marked]) -> Figures:
    width = max(len(pair.pieces) for pair in cut)
    fields = {
        name: np.zeros((len(cut), width), dtype=np.int64) for name in ("input_ids", "token_type_ids", "attention_mask")
    }
    for row, pair in enumerate(cut):
        length = len(pair.pieces)
        fields["input_ids"][row, :length] = pair.pieces
        fields["token_type_ids"][row, :length] = pair.types
        fields["attention_mask"][row, :length] = 1
    wanted = {field.name for field in model.session.get_inputs()}
    (answers,) = model.session.run(None, {name: field for name, field in fields.items() if name in wanted})
    raised = np.exp(answers.astype(np.float64) - answers.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


@cache
def _loaded(folder: Path) -> MeaningModel:
    """Loaded when first asked for, in each process that asks: threads do not live through a fork."""
    try:
        card = msgspec.json.decode((folder / "card.json").read_bytes(), type=Card)
    except (OSError, msgspec.MsgspecError) as error:
        raise MeaningModelError(f"{FOLDER_VARIABLE}: no usable card.json in {folder}: {error}") from error
    options = SessionOptions()
    options.intra_op_num_threads = int(os.environ.get(THREADS_VARIABLE) or 1)
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # others need the processor
    options.enable_cpu_mem_arena = False  # it would keep the room that the longest sentences ever took
    session = InferenceSession(
        str(folder / "model.onnx"),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["ConstantFolding"],  # it would unpack the words' vectors: three times the memory
    )
    return MeaningModel(card, session, None if card.marks else _tokenizer(folder, card.longest))


def _tokenizer(folder: Path, longest: int) -> Tokenizer:
    tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(longest)
    return tokenizer
