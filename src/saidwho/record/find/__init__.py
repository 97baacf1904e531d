"""What does a record hold? Pages of plain values, newest first; what is withheld is never among them."""
