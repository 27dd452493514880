"""Frozen tables of the record rooms, each remade only by its script in ``bench/``."""
