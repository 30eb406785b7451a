"""Text in, findings out: the pure analysis of drafts. No Django, no clock, no network, no database."""

import os

# ONNX Runtime (1.29 and newer, on Linux too) tells its maker which models it loads unless this is said before it is
# imported: its own function for that comes too late for what it notes at the start.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
