"""Documents as training needs them, in one small file: words, pieces, features and labels, as plain arrays.

A machine that has the file needs neither the corpora nor the package that cuts pieces, and reads it in seconds.
"""

from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.reading.labels import ROLES, TOLD
from saidwho.text.words import Words
from training.corpora import Labelled, Labels, Link
from training.examples import Prepared

# Labels that a document may have or not, one a word.
_HEADS = ("roles", "names", "mentions", "upos", "heads", "relations", "ends")
_BYTE, _SHORT = np.int8, np.int16


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cut:
    """The word pieces of a text, as saidwho.reading.pieces.Pieces has them."""

    ids: NDArray[np.int64]
    firsts: NDArray[np.int64]


def save_documents(file: Path, prepared: list[Prepared]) -> None:
    """Write prepared documents; scores of teachers are left out. Heads of words are kept as steps from the word."""
    documents = [p.document for p in prepared]
    texts = [document.words.text.encode("utf-8") for document in documents]
    arrays: dict[str, NDArray] = {
        "keys": _bytes("\n".join(document.key for document in documents).encode("utf-8")),
        "texts": _bytes(b"".join(texts)),
        "text_sizes": np.array([len(text) for text in texts]),
        "word_counts": np.array([len(document.words) for document in documents]),
        "steps": _joined([np.diff(d.words.starts, prepend=0) for d in documents], np.int32),
        "widths": _joined([d.words.ends - d.words.starts for d in documents], np.int32),
        "ids": _joined([p.pieces.ids for p in prepared], _SHORT),
        "piece_counts": _joined([np.diff(p.pieces.firsts) for p in prepared], _BYTE),
        "features": _joined([p.features for p in prepared], _BYTE),
    }
    for name in _HEADS:
        known = [(d, getattr(d, name)) for d in documents if getattr(d, name) is not None]
        arrays[f"has_{name}"] = np.array([getattr(d, name) is not None for d in documents])
        labels = [array - np.arange(len(array)) if name == "heads" else array for _, array in known]
        arrays[name] = _joined(labels, _SHORT if name == "heads" else _BYTE)
    told = [np.stack([d.told[part] for part in TOLD], axis=1) for d in documents if d.told is not None]
    arrays |= {"has_told": np.array([d.told is not None for d in documents]), "told": _joined(told, _BYTE)}
    arrays["link_counts"] = np.array([len(d.links) for d in documents])
    arrays["links"] = np.array([[ROLES.index(x.role), *x.child, *x.cue] for d in documents for x in d.links], dtype=np.int32)
    np.savez_compressed(file, **arrays)


def load_documents(file: Path) -> list[Prepared]:
    """Read documents back. They are what `prepare` gave."""
    with np.load(file, allow_pickle=False) as stored:
        given = {name: stored[name] for name in stored.files}
    keys = given["keys"].tobytes().decode("utf-8").split("\n")
    texts = [part.tobytes().decode("utf-8") for part in _parted(given["texts"], given["text_sizes"])]
    sizes = given["word_counts"]
    per_word = {name: _parted(given[name], sizes) for name in ("steps", "widths", "piece_counts", "features")}
    ids = _parted(given["ids"], [int(counts.sum()) for counts in per_word["piece_counts"]])
    labels = {name: _where(given[f"has_{name}"], given[name], sizes) for name in (*_HEADS, "told")}
    links = _parted(given["links"].reshape(-1, 5), given["link_counts"])
    return [
        Prepared(
            document=Labelled(
                key=keys[at],
                words=_words(texts[at], per_word["steps"][at], per_word["widths"][at]),
                **{name: _labels(name, labels[name][at]) for name in _HEADS},
                told=_told(labels["told"][at]),
                links=tuple(
                    Link(role=ROLES[kind], child=(first, past), cue=(cue, cue_past))
                    for kind, first, past, cue, cue_past in links[at].tolist()
                ),
            ),
            pieces=Cut(ids=ids[at].astype(np.int64), firsts=_firsts(per_word["piece_counts"][at])),
            features=per_word["features"][at].astype(np.int64),
        )
        for at in range(len(keys))
    ]


def _bytes(given: bytes) -> NDArray[np.uint8]:
    return np.frombuffer(given, dtype=np.uint8)


def _joined(arrays: list[NDArray], kind: type) -> NDArray:
    """Arrays one after another, in narrow numbers. Raises ValueError where one does not fit."""
    joined = np.concatenate(arrays) if arrays else np.zeros(0, dtype=kind)
    narrow = joined.astype(kind)
    if (narrow != joined).any():
        raise ValueError(f"labels from {joined.min()} to {joined.max()} do not fit {np.dtype(kind)}: widen it in training/packed.py")
    return narrow


def _parted(array: NDArray, sizes: NDArray | list[int]) -> list[NDArray]:
    return [array[first:past] for first, past in pairwise(accumulate((int(size) for size in sizes), initial=0))]


def _where(has: NDArray, array: NDArray, sizes: NDArray) -> list[NDArray | None]:
    parts = iter(_parted(array, sizes[has]))
    return [next(parts) if one else None for one in has]


def _words(text: str, steps: NDArray, widths: NDArray) -> Words:
    starts = np.cumsum(steps, dtype=np.int32)
    return Words(text=text, starts=starts, ends=starts + widths.astype(np.int32))


def _firsts(counts: NDArray) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])


def _labels(name: str, array: NDArray | None) -> Labels | None:
    if array is None:
        return None
    wide = array.astype(np.int64)
    return wide + np.arange(len(wide)) if name == "heads" else wide


def _told(table: NDArray | None) -> dict[str, Labels] | None:
    return None if table is None else {part: table[:, at].astype(np.int64) for at, part in enumerate(TOLD)}
