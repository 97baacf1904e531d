"""Stage 3: mentions get their meaning."""
