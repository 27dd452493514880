"""A parsed page in, what it says of itself out: JSON-LD first, then Open Graph and other meta tags, each field with where it stood."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

ARTICLE = re.compile(r"(?:News|Reportage|Analysis|Opinion|Background|Review|Scholarly|Report)?(?:Article|NewsArticle)$|BlogPosting$|LiveBlogPosting$|Report$")
BLOCKS, NODES, DEEP = 40, 2000, 12  # so much JSON-LD is looked at in one page
META = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "url": ("og:url",),
    "byline": ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author"),
    "published": (
        "article:published_time", "og:article:published_time", "parsely-pub-date", "datepublished", "date", "pubdate", "publishdate",
        "publish-date", "dc.date.issued", "dc.date", "dcterms.created", "sailthru.date", "cxenseparse:recs:publishtime",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "og:article:modified_time", "lastmod", "last-modified", "dcterms.modified",
        "datemodified", "revised",
    ),
    "description": ("og:description", "description", "twitter:description"),
}  # fmt: skip
LD_FIELDS = (
    ("title", "headline"), ("title", "name"), ("published", "datePublished"), ("modified", "dateModified"),
    ("description", "description"), ("language", "inLanguage"),
)  # fmt: skip
DECLARED = ("isBasedOn", "isBasedOnUrl", "sourceOrganization", "creditText", "copyrightHolder", "provider", "translationOfWork", "correction", "dateline")


@dataclass
class Said:
    """``fields``: name -> (value, where it stood). ``free`` is False where the page says that it is not open to all."""

    fields: dict[str, tuple[str, str]] = field(default_factory=dict)
    declared: list[tuple[str, str]] = field(default_factory=list)
    body: str = ""
    free: bool | None = None

    def put(self, name: str, value: Any, where: str) -> None:
        """The first that says something holds."""
        words = " ".join(value.split()) if isinstance(value, str) else ""
        if words and len(words) < 2000:
            self.fields.setdefault(name, (words, where))

    def get(self, name: str) -> str | None:
        return self.fields[name][0] if name in self.fields else None


def read_meta(tree: Any) -> Said:
    said = Said()
    for block in list(tree.iter("script"))[: BLOCKS * 5]:
        if "ld+json" in (block.get("type") or "").lower():
            _json_ld(said, block.text or "")
    _meta_tags(said, tree)
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            said.put("canonical", link.get("href"), "canonical link")
    for clock in tree.iter("time"):
        if "published" in (clock.get("class") or "").lower() or clock.get("itemprop") == "datePublished" or clock.get("pubdate") is not None:
            said.put("published", clock.get("datetime"), "time element")
    heading = next((h for h in tree.iter("h1") if h.text_content().strip()), None)
    said.put("title", heading.text_content() if heading is not None else None, "first heading")
    title = next(tree.iter("title"), None)
    words = " ".join(title.text_content().split()) if title is not None else ""
    said.put("title", re.sub(r"\s+[|–—-]\s+[^|–—-]{2,40}$", "", words), "title element")
    return said


def _meta_tags(said: Said, tree: Any) -> None:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if name and tag.get("content"):
            found.setdefault(name, tag.get("content"))
    for name, tags in META.items():
        for key in tags:
            if key in found and not (name == "byline" and found[key].startswith("http")):
                said.put(name, found[key], f"meta {key}")


def _json_ld(said: Said, words: str) -> None:
    words = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", words.strip())
    try:
        value = json.loads(words, strict=False)
    except (ValueError, RecursionError):
        return
    for node in _nodes(value):
        kinds = node.get("@type")
        if any(isinstance(k, str) and ARTICLE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
            _article(said, node)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in it, breadth first, so that the page's own article comes before those that it links to."""
    row, seen = [(value, 0)], 0
    while row and seen < NODES:
        item, depth = row.pop(0)
        seen += 1
        if isinstance(item, dict):
            yield item
        if depth < DEEP:
            children = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
            row += [(child, depth + 1) for child in children if isinstance(child, dict | list)]


def _article(said: Said, node: dict[str, Any]) -> None:
    if "title" in said.fields and said.fields["title"][1].startswith("JSON-LD"):
        return  # the first is the page's own
    for name, key in LD_FIELDS:
        said.put(name, node.get(key), f"JSON-LD {key}")
    said.put("byline", ", ".join(_names(node.get("author"))), "JSON-LD author")
    said.put("outlet", next(iter(_names(node.get("publisher"))), None), "JSON-LD publisher")
    page = node.get("mainEntityOfPage")
    said.put("url", node.get("url") or (page.get("@id") if isinstance(page, dict) else page), "JSON-LD url")
    if isinstance(node.get("articleBody"), str):
        said.body = said.body or node["articleBody"]
    free = node.get("isAccessibleForFree")
    if said.free is None and free is not None:
        said.free = str(free).strip().lower() not in ("false", "no", "0")
    said.declared += [(key, name) for key in DECLARED for name in _names(node.get(key))]


def _names(value: Any) -> list[str]:
    """A person, organisation or work by name, else by address; lists flattened."""
    out = []
    for item in value if isinstance(value, list) else [value]:
        name = (item.get("name") or item.get("url") or item.get("@id") or item.get("text")) if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip():
            out.append(" ".join(name.split()))
    return out[:20]
