"""How much of one input is read at most; what goes over is a Notice, never a crash."""

FILE_BYTES = 64 * 1024 * 1024
LINE_BYTES = 8 * 1024 * 1024
ARTICLE_CHARACTERS = 1_000_000
PAGE_BYTES = 16 * 1024 * 1024  # one HTML page
UNPACKED_BYTES = 256 * 1024 * 1024  # all parts of a packed file
PAGES = 400  # of one PDF
