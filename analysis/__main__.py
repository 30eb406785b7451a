"""`python -m analysis`: read drafts, or hold two of them against each other, from the command line."""

import sys

from analysis.commandline.run import main

sys.exit(main(sys.argv[1:]))
