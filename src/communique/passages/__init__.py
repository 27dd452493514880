"""A Document in, its Layout out: ``lay_out(document).sentences`` are the sentences of its content, datelines and page furniture off."""

from .lay_out import lay_out

__all__ = ["lay_out"]
