"""The command line: an article from a file or standard input, its quotes on standard output."""
