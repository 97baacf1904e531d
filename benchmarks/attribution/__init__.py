"""How well does the reader find who said what? Attributions labelled by people, on three corpora."""
