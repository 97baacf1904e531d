"""Which places does a report name, where are they, and how exactly is that known?"""

from dataclasses import replace

from saidwho.grounding.places.distance import moved
from saidwho.grounding.places.features import Feature
from saidwho.grounding.places.gazetteer import Gazetteer
from saidwho.grounding.places.resolve import Choice, resolve_toponyms
from saidwho.grounding.places.surroundings import Surroundings, surroundings_of, without_sort
from saidwho.grounding.places.toponyms import Actors, Found, find_toponyms
from saidwho.grounding.places.uses import Uses
from saidwho.types.document import Span
from saidwho.types.grounding import Place
from saidwho.types.reading import Reading

# Below this a place is left open: the name is kept as written, without a point.
SURE_ENOUGH = 0.3
# UCDP counts as near what lies within some 25 kilometres of a known point.
NEAR = 25.0
_EXACT, _NEAR, _DISTRICT, _PROVINCE, _FUZZY, _COUNTRY = 1, 2, 3, 4, 5, 6


def ground_places(
    text: str, reading: Reading, gazetteer: Gazetteer, register: Actors, *, outlet_country: str | None = None
) -> tuple[Place, ...]:
    """Every place that a text names, in its order.

    register: knows demonyms and metonyms. outlet_country: alpha-3, where the outlet prints, if known.
    """
    found = find_toponyms(text, reading, gazetteer, register)
    implied = [(one.span.start, one.country) for one in found if one.is_demonym and one.country]
    names = [one.span for one in found if not one.is_demonym]
    choices = dict(zip(names, resolve_toponyms(text, names, gazetteer, implied=implied, outlet_country=outlet_country), strict=True))
    uses = Uses(text, reading)
    places = [_of_people(text, one, gazetteer) if one.is_demonym else _place(text, one.span, choices[one.span]) for one in found]
    return tuple(_used(text, place, uses, register) for place in places)


def _of_people(text: str, found: Found, gazetteer: Gazetteer) -> Place:
    """The place that a demonym is made from: a country of the register, else a region of the gazetteer."""
    name = found.span.of(text)
    features = [c.feature for c in gazetteer.candidates(name) if c.match == "adjective"]
    if found.country is not None:
        features = [feature for feature in gazetteer.countries() if feature.country == found.country]
    if not features:
        return replace(_open(found.span, name), use="demonym", country=found.country)
    return replace(_known(found.span, features[0], 1.0), use="demonym")


def _place(text: str, span: Span, choice: Choice | None) -> Place:
    around = surroundings_of(text, span)
    name = span.of(text)
    if choice is None or choice.score < SURE_ENOUGH:
        return replace(_open(span, name), score=round(choice.score, 3) if choice else 0.0)
    bare = without_sort(name)
    if bare is not None and choice.feature.kind == "town":
        around = replace(around, sort=around.sort or bare[1])
    return _narrowed(_known(span, choice.feature, choice.score), choice.feature, around)


def _open(span: Span, name: str) -> Place:
    """A place that no gazetteer settles."""
    return Place(
        span=span,
        name=name,
        geonameid=None,
        country=None,
        admin1=None,
        lat=None,
        lon=None,
        where_prec=None,
        use="literal",
        score=0.0,
    )


def _known(span: Span, feature: Feature, score: float) -> Place:
    return Place(
        span=span,
        name=feature.name,
        geonameid=feature.geonameid,
        country=feature.country,
        admin1=feature.admin1_name,
        lat=feature.lat,
        lon=feature.lon,
        where_prec=feature.where_prec,
        use="literal",
        score=round(score, 3),
    )


def _narrowed(place: Place, feature: Feature, around: Surroundings) -> Place:
    """A place after what the words beside its name say: near it, so far from it, a part of it, a division around it."""
    widened = replace(place, span=Span(start=around.start, end=place.span.end))
    if around.away is not None:
        return _away(widened, around.away, around.bearing)
    if around.is_part and feature.kind in ("country", "continent"):
        # Only that it lies in the north, say, is known: the country's middle would be a guess.
        return replace(widened, lat=None, lon=None, where_prec=max(_FUZZY, feature.where_prec - 1))
    if feature.kind not in ("town", "site"):
        return widened
    if around.sort in ("division", "district"):
        # The division that is named after a town and that no table holds: never the town itself.
        return replace(place, geonameid=None, where_prec=_PROVINCE if around.sort == "division" else _DISTRICT)
    if around.is_near or around.sort == "surroundings":
        return replace(widened, where_prec=_NEAR)
    return place


def _away(place: Place, kilometres: float, bearing: float | None) -> Place:
    """So many kilometres from a place: near it, or somewhere else, which the direction tells if there is one."""
    if kilometres <= NEAR:
        return replace(place, where_prec=max(_NEAR, place.where_prec or 0))
    if bearing is None or place.lat is None or place.lon is None:
        return replace(place, lat=None, lon=None, where_prec=max(_FUZZY, place.where_prec or 0))
    lat, lon = moved(place.lat, place.lon, bearing=bearing, distance=kilometres)
    return replace(place, lat=lat, lon=lon, where_prec=max(_FUZZY, place.where_prec or 0))


def _used(text: str, place: Place, uses: Uses, register: Actors) -> Place:
    """A place with how its name is used. Only a country, and what the register knows as a metonym, can stand for those who act."""
    if place.use == "demonym":
        return place
    is_country = place.where_prec == _COUNTRY
    if not is_country and register.metonym(place.span.of(text)) is None:
        return place
    return replace(place, use=uses.use_of(place.span, is_country=is_country))
