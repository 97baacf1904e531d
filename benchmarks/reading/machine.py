"""On what was it measured?"""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("saidwho", "numpy", "onnxruntime", "tokenizers", "torch")


def describe_machine() -> tuple[str, ...]:
    """Machine, versions and date, in lines to print."""
    versions = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    return (
        f"machine: {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}{_load()}",
        f"versions: Python {platform.python_version()}, {versions}; {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    if about.exists():
        for line in about.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


def _load() -> str:
    """What else runs there, since it spoils timings: the load of the last minutes."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f", load {os.getloadavg()[2]:.1f} over 15 minutes"
