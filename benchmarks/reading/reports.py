"""Reports to time the reader on, made from templates: news-like, any number, the same for the same seed."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PEOPLE = ("Marta Ilves", "Gen. Oren Tavish", "Pavel Dorin", "Selma Hadar", "Col. Andrei Moss", "Yusra Kalim", "Ivo Brandt", "Nadia Terekh")
ROLES = (
    "the defence minister",
    "a spokeswoman for the governor",
    "the head of the military administration",
    "the aid coordinator",
    "the mayor",
)
BODIES = (
    "the Ministry of Defence",
    "the General Staff",
    "the Red Crescent",
    "the regional police",
    "the United Nations mission",
    "the army",
)
PLACES = ("Varnograd", "Ilven", "the port of Qasreh", "East Morva", "the Tal Hadun crossing", "Sember", "the Lower Drava district")
THINGS = ("a grain silo", "two apartment blocks", "the railway bridge", "a field hospital", "an ammunition depot", "the power station")
WEAPONS = ("artillery shells", "drones", "guided bombs", "two ballistic missiles", "mortar fire", "rockets")
OUTLETS = ("Northern Wire", "The Morva Herald", "Drava Radio")

LEADS = (
    "{weapons} struck {thing} in {place} overnight, {body} said on {day}, hours after talks on a ceasefire broke down.",
    "At least {count} people were killed in {place} when {weapons} hit {thing}, according to {body}.",
    "Troops pulled back from {place} on {day} after {few} days of fighting, {role} told reporters.",
)
SENTENCES = (
    "“We have lost contact with {few} of our crews near {place},” said {person}, {role}.",
    "{Body} denied that its forces had fired {weapons} at {thing}.",
    "“There was no warning at all,” {person} told {outlet} by telephone. “We ran to the cellar, and then the roof came down.”",
    "{Role} said that {count} families had left {place} since {day}, and that more were expected to follow.",
    "The road between {place} and {place2} was closed to civilian traffic for the {few}th day.",
    "According to {body}, {count} wounded were taken to hospitals in {place}, {few} of them in a critical condition.",
    "Satellite images reviewed by {outlet} show damage to {thing} on the edge of {place}.",
    "{Person} accused {body} of hiding the true number of dead, which the army puts at {count}.",
    "The claim could not be independently verified.",
    "Prices of bread in {place} have doubled since the siege began in the spring.",
    "Asked whether {body} would take part in new talks, {person} said: “Not while {weapons} fall on {place}.”",
    "{Person}, who has run the clinic since 2014, said she believed that “nobody is counting any more”.",
    "Engineers worked through the night to restore electricity to about {count},000 homes.",
    "Both sides have accused each other of breaking the truce agreed in {place2} in October.",
    "{Body} warned that fuel for generators would run out within {few} days unless convoys were let through.",
    "“If they cross the river,” {role} added, “we will answer with everything that we have.”",
    "It was the {few}th attack on {place} this month.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedReport:
    key: str
    outlet: str
    published: str
    text: str


def generate_reports(count: int, *, words: int, seed: int = 7) -> Iterator[GeneratedReport]:
    """Make reports of half to one and a half times `words` white-space words, a headline and paragraphs each."""
    chance = random.Random(seed)
    for number in range(count):
        yield GeneratedReport(
            key=f"generated-{number}",
            outlet=chance.choice(OUTLETS),
            published=f"2023-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            text=_text(chance, size=chance.randint(words // 2, words * 3 // 2)),
        )


def _text(chance: random.Random, *, size: int) -> str:
    lines = [_fill("{Weapons} Hit {place}, Says {person}", chance), _fill(chance.choice(LEADS), chance)]
    length = sum(len(line.split()) for line in lines)
    while length < size:
        lines.append(" ".join(_fill(chance.choice(SENTENCES), chance) for _ in range(chance.randint(1, 3))))
        length += len(lines[-1].split())
    return "\n".join(lines)


def _fill(template: str, chance: random.Random) -> str:
    values = {
        "person": chance.choice(PEOPLE),
        "role": chance.choice(ROLES),
        "body": chance.choice(BODIES),
        "place": chance.choice(PLACES),
        "place2": chance.choice(PLACES),
        "thing": chance.choice(THINGS),
        "weapons": chance.choice(WEAPONS),
        "outlet": chance.choice(OUTLETS),
        "day": chance.choice(DAYS),
        "count": str(chance.randint(11, 480)),
        "few": str(chance.randint(4, 20)),
    }
    capitals = {name.capitalize(): value[0].upper() + value[1:] for name, value in values.items()}
    return template.format(**values, **capitals)


def write_json_lines(file: Path, reports: Iterator[GeneratedReport]) -> None:
    """Write reports as the contract's documents, one at a time."""
    with file.open("w", encoding="utf-8") as lines:
        for report in reports:
            fields = {"id": report.key, "text": report.text, "outlet": report.outlet, "published": report.published}
            lines.write(json.dumps(fields, ensure_ascii=False) + "\n")
