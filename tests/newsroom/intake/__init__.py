"""Copy that comes in without a browser."""
