"""Distances on the globe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.grounding.places.distance import kilometres, moved

LATITUDES = st.floats(-85, 85)
LONGITUDES = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("expected", "points"),
    [(0.0, (48.0, 37.0, 48.0, 37.0)), (20015.1, (0.0, 0.0, 0.0, 180.0)), (343.6, (51.5074, -0.1278, 48.8566, 2.3522))],
)
def test_measures_along_the_great_circle(expected: float, points: tuple[float, float, float, float]) -> None:
    """London to Paris is 344 km, half round the globe 20,015."""
    assert kilometres(*points) == pytest.approx(expected, abs=0.5)


@given(LATITUDES, LONGITUDES, st.floats(0, 360), st.floats(1, 2000))
def test_moving_goes_as_far_as_asked(lat: float, lon: float, bearing: float, distance: float) -> None:
    """The new point lies that far from the old one, and on the globe."""
    new_lat, new_lon = moved(lat, lon, bearing=bearing, distance=distance)
    assert kilometres(lat, lon, new_lat, new_lon) == pytest.approx(distance, abs=0.01)
    assert -90 <= new_lat <= 90
    assert -180 <= new_lon <= 180
