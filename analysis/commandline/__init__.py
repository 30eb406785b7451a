"""The command line: requests in, readable reports or JSON out."""
