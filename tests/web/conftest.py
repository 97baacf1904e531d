"""Clients of the example record, and a browser."""

from tests.served import client, demo, own_demo

__all__ = ["client", "demo", "own_demo"]
