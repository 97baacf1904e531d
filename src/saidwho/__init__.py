"""saidwho keeps a record of who claims what, on whose word."""
