"""Stage 1: a page, a file or a line of JSON becomes a Document, or an Unreadable in its place."""
