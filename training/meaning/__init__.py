"""Trains the small model that tells a contradiction from another way to say the same.

Six commands, each seeded, the long ones to be run again from where they stopped; docs/meaning-model.md tells what came
of them:

    python -m training.meaning.prepare     pairs of sentences: real ones and ones made by rule
    python -m training.meaning.train       the model, a checkpoint every few hundred steps
    python -m training.meaning.export      the ONNX file that `analysis/meaning.py` runs
    python -m training.meaning.hearing     when the checks hear it
    python -m training.meaning.measure     how well it does alone
    python -m training.meaning.ablation    the rules, the model and both
"""
