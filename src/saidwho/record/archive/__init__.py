"""Where the original bytes are kept: WARC files that are only added to."""
