"""The log of what the record took in: an append-only Merkle tree (RFC 6962)."""
