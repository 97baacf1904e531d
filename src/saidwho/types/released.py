"""Is a file of weights the one that was released?"""

import hashlib
from pathlib import Path

from saidwho.errors import SaidwhoError, WeightsError


def released_bytes(file: Path, *, digest: str | None = None, error: type[SaidwhoError] = WeightsError) -> bytes:
    """The bytes of a file after checking them against its SHA-256.

    digest: in hex; without it, the one in the file beside it of the same name and ".sha256", as sha256sum writes it.
    Raises WeightsError, or the error given, where a file is missing or another.
    """
    try:
        if digest is None:
            digest = file.with_name(file.name + ".sha256").read_bytes().decode("ascii", "replace").partition(" ")[0]
        found = file.read_bytes()
    except OSError as cause:
        raise error(f"{file}: cannot read the weights ({cause}). Install saidwho again.") from cause
    if hashlib.sha256(found).hexdigest() != digest:
        raise error(f"{file}: is not the file that was released (its SHA-256 differs). Install saidwho again.")
    return found
