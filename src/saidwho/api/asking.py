"""What may somebody ask a view for, and what does a question mean?

One model a view: its page, its JSON, CSV and GeoJSON take the same parameters, and an unknown one is refused.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from saidwho.record.find.claims import ClaimFilters
from saidwho.record.find.filters import LARGEST_PAGE, PAGE, Filters, near_from

Words = Annotated[str | None, Field(max_length=500)]
Name = Annotated[str | None, Field(max_length=200)]
# Empty too, as forms send what nobody filled in.
Day = Annotated[str | None, Field(max_length=40, pattern=r"^(\d{4}(-\d{2}(-\d{2}(T.+)?)?)?)?$")]
BareDay = Annotated[str | None, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]
Order = Literal["newest", "disputed", "origins"]
EVENT = Field(description="A PLOVER root type, such as ASSAULT.")


def _or_empty(schema: dict[str, Any]) -> None:
    """Say that a parameter may be empty too, as forms send what nobody filled in."""
    rest = {name: schema.pop(name) for name in list(schema) if name not in ("default", "description", "title")}
    schema["anyOf"] = [rest, {"type": "string", "const": ""}]


class Asking(BaseModel):
    """The parameters of an address. An empty one, as forms send it, counts as not given."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    limit: int = Field(default=PAGE, json_schema_extra=_or_empty, ge=1, le=LARGEST_PAGE, description="Items on a page.")
    cursor: Annotated[str | None, Field(max_length=1000)] = Field(default=None, description="Where the page before ended: its next.")

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, given: Any) -> Any:
        return {name: value for name, value in given.items() if value not in ("", [""])} if isinstance(given, dict) else given

    def given(self) -> dict[str, Any]:
        """What was asked for, but for the place in the list."""
        return {name: value for name, value in self.model_dump(exclude_defaults=True).items() if name not in ("cursor", "limit")}

    def filters(self) -> Filters:
        """What the record is asked. Raises FilterError."""
        known = Filters.__dataclass_fields__
        asked = {name: value for name, value in self.model_dump().items() if name in known and value is not None}
        if isinstance(asked.get("near"), str):
            asked["near"] = near_from(asked["near"])
        return Filters(**asked)


class Spoken(Asking):
    """What statements are found by, and what they tell."""

    about: Words = Field(default=None, description="Words of it; those in double quotation marks as a phrase.")
    by: Name = Field(default=None, description="Who says it: an id of an actor, or a name.")
    place: Name = Field(default=None, description="A place's name, ISO 3166-1 alpha-3 code or GeoNames number.")
    near: Annotated[str | None, Field(max_length=80)] = Field(default=None, description="LAT,LON,KM: a circle on the earth.")
    since: Day = Field(default=None, description="Printed on that day (month, year) or later.")
    until: Day = Field(default=None, description="Printed on that day or earlier.")
    act: Annotated[str | None, Field(max_length=40)] = Field(default=None, description="What is done by saying it: assert, deny, ...")
    event: Annotated[str | None, Field(max_length=40)] = Field(default=None, description="A PLOVER root type, such as ASSAULT.")
    outlet: Name = Field(default=None, description="Who printed it.")


class AskingClaims(Asking):
    """What claims are found by."""

    about: Words = Field(default=None, description="Words of it, in any of its quotations.")
    by: Name = Field(default=None, description="Who says it: an id of an actor, or a name.")
    place: Name = Field(default=None, description="A place's name, ISO 3166-1 alpha-3 code or GeoNames number.")
    since: BareDay = Field(default=None, description="Last printed then or later.")
    until: BareDay = Field(default=None, description="First printed then or earlier.")
    event: Annotated[str | None, Field(max_length=40)] = Field(default=None, description="A PLOVER root type, such as ASSAULT.")
    outlet: Name = Field(default=None, description="Who printed it.")
    of: Name = Field(default=None, description="Whom it is about, as doer or as the other side: an id of an actor, or a name.")
    origin: Name = Field(default=None, description="A name or id of one of its origins.")
    party: Name = Field(default=None, description="A party to the conflict whose words it is.")
    origins: int = Field(default=0, json_schema_extra=_or_empty, ge=0, le=1_000_000, description="So many independent origins or more.")
    disputed: bool = Field(
        default=False, json_schema_extra=_or_empty, description="Only those that somebody denies, or that others are at odds with."
    )
    order: Order = Field(default="newest", json_schema_extra=_or_empty, description="newest, disputed or origins first.")

    def claim_filters(self) -> ClaimFilters:
        """What the record is asked. Raises FilterError."""
        return ClaimFilters(
            words=self.filters(),
            of=self.of,
            origin=self.origin,
            party=self.party,
            origins=self.origins,
            is_disputed=self.disputed,
            order=self.order,
        )


class AskingNames(Asking):
    """What actors are found by."""

    about: Words = Field(default=None, description="Words of the name.")


class AskingPlaces(AskingNames):
    """What places are found by."""

    place: Name = Field(default=None, description="A region or country that they lie in.")
    near: Annotated[str | None, Field(max_length=80)] = Field(default=None, description="LAT,LON,KM: a circle on the earth.")


class AskingChanges(Asking):
    """What changes are found by."""

    since: Day = Field(default=None, description="It happened on that day or later; also a time with its offset.")
    until: Day = Field(default=None, description="It happened on that day or earlier.")
    outlet: Name = Field(default=None, description="Of a document that this outlet printed.")


class AskingQueue(Asking):
    """What the queue of pairs to judge is found by."""

    event: Annotated[str | None, Field(max_length=40)] = Field(default=None, description="A PLOVER root type of both.")
    least: float = Field(
        default=0.0, json_schema_extra=_or_empty, ge=0.0, le=1.0, description="Only pairs with this probability or more of being the same."
    )
    most: float = Field(default=1.0, json_schema_extra=_or_empty, ge=0.0, le=1.0, description="Only pairs with this probability or less.")
