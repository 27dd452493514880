"""Layout in, Article out: the reading room's one door, ``read(layout, parser)``; readers run in the order of READERS."""
