"""How far is it from here to there?"""

import math

EARTH = 6371.0  # kilometres, mean radius


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance of two points given in degrees (haversine)."""
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    half_phi, half_lambda = (other_phi - phi) / 2, math.radians(other_lon - lon) / 2
    chord = math.sin(half_phi) ** 2 + math.cos(phi) * math.cos(other_phi) * math.sin(half_lambda) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, chord)))


def moved(lat: float, lon: float, *, bearing: float, distance: float) -> tuple[float, float]:
    """The point a distance (kilometres) away in a direction (degrees, clockwise from north)."""
    phi, angle, course = math.radians(lat), distance / EARTH, math.radians(bearing)
    new_phi = math.asin(math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(course))
    across = math.atan2(math.sin(course) * math.sin(angle) * math.cos(phi), math.cos(angle) - math.sin(phi) * math.sin(new_phi))
    new_lon = (lon + math.degrees(across) + 540) % 360 - 180
    return round(math.degrees(new_phi), 5), round(new_lon, 5)
