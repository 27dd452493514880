"""A page in, what each speaker said in it out: ``read(page) -> ([StatementReading(speaker=Lee, cue="said", mode="direct", ...)], [Mention])``."""

from .read import read

__all__ = ["read"]
