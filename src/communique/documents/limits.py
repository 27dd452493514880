"""How much of one input is read at most; what goes over is a Notice, never a crash."""

FILE_BYTES = 64 * 1024 * 1024
LINE_BYTES = 8 * 1024 * 1024
ARTICLE_CHARACTERS = 1_000_000
