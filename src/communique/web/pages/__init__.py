"""One file a page: a request in, an Answer out."""
