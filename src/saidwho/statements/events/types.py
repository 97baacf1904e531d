"""The event types of PLOVER (2021), and none of them."""

from typing import Literal, get_args

EventType = Literal[
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONCEDE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "RETREAT",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
]
TYPES: tuple[EventType, ...] = get_args(EventType)
# Judgement, talk, a figure or a state of affairs.
NONE = "none"
KINDS: tuple[str, ...] = (*TYPES, NONE)
