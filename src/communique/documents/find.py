"""A path as typed (file, folder, glob, ``-``) in, the files it stands for out, in the order of their names; what is passed over is a Notice."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from ..errors import CommuniqueError
from ..model.notice import Notice
from .formats import is_known


def find(path: str) -> list[Path | Notice]:
    """CommuniqueError where nothing is there."""
    if path.startswith(("http://", "https://")):
        raise CommuniqueError(f"addresses are not read here: {path}", "save the page in your browser and give the file")
    if os.path.isdir(path):
        return _in_folder(path)
    if os.path.lexists(path):
        return [Path(path)]
    if glob.has_magic(path):
        hits = sorted(glob.glob(path, recursive=True))
        if hits:
            return [found for hit in hits for found in (_in_folder(hit) if os.path.isdir(hit) else [Path(hit)])]
    raise CommuniqueError(f"no such file or folder: {path}", "give a file, a folder, a pattern, or - for pasted text")


def _in_folder(folder: str) -> list[Path | Notice]:
    found = list(_walk(folder))
    return found or [Notice(folder, "holds no file that is read here", "put text, HTML, PDF, DOCX, RTF, EML or JSON lines in it", skipped=True)]


def _walk(folder: str) -> Iterator[Path | Notice]:
    faults: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            if name.startswith(("~$", ".")):
                continue
            if is_known(name) or not path.suffix:
                yield path
            else:
                yield Notice(str(path), f"{path.suffix} files are not read", "save it as text, HTML, PDF, DOCX, RTF or EML", skipped=True)
    for fault in faults:
        yield Notice(str(fault.filename or folder), f"can't be opened ({fault.strerror})", "check its permissions", skipped=True)
