"""What stands beside a file of weights, so that it is known when it is altered?"""

import hashlib
from pathlib import Path


def write_digest(file: Path) -> None:
    """Write the SHA-256 of a file beside it, as sha256sum does; saidwho.types.released checks it."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    file.with_name(file.name + ".sha256").write_text(f"{digest}  {file.name}\n", encoding="ascii")
