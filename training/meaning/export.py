"""Writes the trained model as ONNX, with its weights as whole numbers of 8 bits, and its card."""

import sys
from argparse import ArgumentParser
from pathlib import Path

import msgspec
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from analysis.meaning import OUR_FOLDER, Card, Sense
from training.meaning.cross_encoder import CrossEncoder, batch_of, fresh_model
from training.meaning.pairs import Origin, Pair
from training.meaning.places import WORK

INPUTS = ["input_ids", "token_type_ids", "attention_mask"]
WHOLE = "whole.onnx"  # the weights before rounding, to measure what rounding costs
LONGEST_SERVED = 128  # pieces of both sentences


def main() -> None:
    options = ArgumentParser(description=__doc__)
    options.add_argument(
        "--version", default="backread 1", help="raised whenever the same pair would get another verdict"
    )
    options.add_argument("--threshold", type=float, default=0.8, help="from which on a contradiction is flagged")
    options.add_argument("--folder", type=Path, default=OUR_FOLDER)
    chosen = options.parse_args()
    model = fresh_model()
    model.load_state_dict(_mean([torch.load(path)["model"] for path in sorted(WORK.glob("checkpoint-*.pt"))]))
    _write_whole(model.eval(), WORK / WHOLE)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    # Rounded per channel: with one scale for a whole matrix one decision in twenty comes out otherwise.
    quantize_dynamic(WORK / WHOLE, chosen.folder / "model.onnx", per_channel=True, weight_type=QuantType.QInt8)
    card = Card(chosen.version, tuple(Sense), chosen.threshold, marks=True, longest=LONGEST_SERVED)
    (chosen.folder / "card.json").write_bytes(msgspec.json.format(msgspec.json.encode(card)) + b"\n")
    sys.stdout.write(f"{(chosen.folder / 'model.onnx').stat().st_size / 1e6:.1f} MB\n")


def _mean(runs: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of the weights of all runs: they started from the same, so that it is as good as asking each of them."""
    return {name: torch.stack([run[name].float() for run in runs]).mean(0) for name in runs[0]}


def _write_whole(model: CrossEncoder, path: Path) -> None:
    example = batch_of([Pair("One is here.", "None is here.", Sense.CONTRADICTION, Origin.OPPOSED, "")] * 2)
    sizes = {name: {0: "pairs", 1: "pieces"} for name in INPUTS} | {"answers": {0: "pairs"}}
    torch.onnx.export(
        model,
        tuple(example[name] for name in INPUTS),
        path,
        input_names=INPUTS,
        output_names=["answers"],
        dynamic_axes=sizes,
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
