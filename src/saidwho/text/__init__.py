"""What every stage sees in a text: its words, its lines, its quotation marks."""
