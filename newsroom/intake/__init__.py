"""Copy that comes in without a browser: from the command line, and from a folder that is watched."""
