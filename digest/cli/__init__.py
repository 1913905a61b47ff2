"""The command line: the only printing, exiting and config."""
