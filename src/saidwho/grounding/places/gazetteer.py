"""Which places have this name?"""

from functools import lru_cache
from pathlib import Path
from typing import Self

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from saidwho.grounding.places.build import build_index
from saidwho.grounding.places.cache import Progress, dump_name, kept, own_name
from saidwho.grounding.places.dump import read_dump
from saidwho.grounding.places.features import Candidate, Feature
from saidwho.grounding.places.index import Index, write_index
from saidwho.grounding.places.spelling import keys_to_try
from saidwho.grounding.places.tables import division_rows

# How many letters a misprint may change in a name of so many letters: none in short ones, where another name is always near.
_EDITS = {5: 1, 6: 1, 7: 2, 8: 2, 9: 2, 10: 2}
_MOST_EDITS = 3
_SHORTEST_MISPRINT = 5
# Letters doubled, dropped or swapped are misprints; two others in their place are mostly another name (Karrada, Karbala).
_LIKENESS = 0.9


class Gazetteer:
    """Places by name, read-only. Several processes may read one.

    What is asked for is remembered, within bounds: reports name the same places again and again.
    """

    def __init__(self, indexes: tuple[Index, ...]) -> None:
        """indexes: saidwho's own first, then those of the user."""
        self._indexes = indexes
        self._find = lru_cache(maxsize=4096)(self._find_now)
        self._keys = lru_cache(maxsize=256)(self._keys_now)
        self._countries = tuple(feature for index in indexes for feature in index.countries())

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Every place of that name, whatever accents and capitals it is written with; empty where there is none."""
        for key in keys_to_try(name):
            found = self._find(key)
            if found:
                return found
        return ()

    def similar(self, name: str, country: str) -> tuple[Candidate, ...]:
        """Places of a country whose name this may be a misprint of: those with the fewest letters changed.

        country: ISO 3166-1 alpha-3. The first letter is taken to be right, so that the search stays short.
        Distance: Damerau-Levenshtein without overlaps; likeness: Jaro-Winkler (both rapidfuzz).
        """
        key = next(iter(keys_to_try(name)), "").lower()
        if len(key) < _SHORTEST_MISPRINT:
            return ()
        allowed = _EDITS.get(len(key), _MOST_EDITS)
        near = process.extract(key, self._keys(country, key[0]), scorer=OSA.distance, score_cutoff=allowed, limit=8)
        near = [found for found in near if JaroWinkler.similarity(key, found[0]) >= _LIKENESS]
        fewest = min((edits for _, edits, _ in near), default=0)
        features = {
            candidate.feature: Candidate(feature=candidate.feature, match="misprint", edits=int(edits))
            for found, edits, _ in near
            if edits == fewest
            for candidate in self._find(found)
            if candidate.feature.country == country
        }
        return tuple(features.values())

    def by_id(self, geonameid: int) -> Feature | None:
        """The place of a GeoNames id."""
        return next((feature for index in self._indexes if (feature := index.by_id(geonameid))), None)

    def countries(self) -> tuple[Feature, ...]:
        """Every country."""
        return self._countries

    def close(self) -> None:
        for index in self._indexes:
            index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _find_now(self, key: str) -> tuple[Candidate, ...]:
        """All places of a key; one that two indexes hold is taken from the first."""
        found: dict[object, Candidate] = {}
        for index in self._indexes:
            for candidate in index.find(key):
                found.setdefault(candidate.feature.geonameid or candidate.feature, candidate)
        return tuple(found.values())

    def _keys_now(self, country: str, initial: str) -> list[str]:
        return [key for index in self._indexes for key in index.keys_in(country, initial)]


def open_gazetteer(extra: tuple[Path, ...] = (), *, folder: Path | None = None, progress: Progress = lambda _: None) -> Gazetteer:
    """Open the gazetteer; the first time, build it and keep it.

    extra: GeoNames dumps of the user. folder: where indexes are kept, the user's cache where None. progress: told in a line
    what takes its time. Raises GazetteerError; a dump with one bad line is not loaded at all.
    """
    name = own_name()
    own = Index(kept(name, lambda file: build_index(file, progress), folder=folder, progress=progress))
    return Gazetteer((own, *(_open_dump(dump, own, name, folder, progress) for dump in extra)))


def _open_dump(dump: Path, own: Index, own_file: str, folder: Path | None, progress: Progress) -> Index:
    def build(file: Path) -> None:
        progress(f"reading {dump}")
        provinces = {(row.country or "", row.code or ""): row.names[0] for row in division_rows() if row.kind == "province"}
        write_index(file, read_dump(dump, own.codes(), provinces), own.codes().items())

    return Index(kept(dump_name(dump, own_file), build, folder=folder, progress=progress))
