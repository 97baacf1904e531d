"""Clustering of events and claims over documents, on corpora of others."""
