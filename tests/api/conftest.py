"""Clients of the example record."""

from tests.served import client, demo, own_demo

__all__ = ["client", "demo", "own_demo"]
