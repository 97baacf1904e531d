"""When does a report say it was? Words of time, and the days they mean."""
