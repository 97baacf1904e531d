"""Where the stages run: here, or in many processes."""
