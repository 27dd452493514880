"""Bytes in, Documents out: ``read_path("coverage/")`` gives a Document an article and a Notice for all that could not be read."""

from .find import find
from .read import read_bytes, read_path

__all__ = ["find", "read_bytes", "read_path"]
