"""Helpers: a text read into mentions and actors, one sentence a line, without the trained tagger."""

from __future__ import annotations

from khabar.names.index import ActorIndex, load_index
from khabar.names.mentions import find_mentions
from khabar.names.resolve import resolve
from khabar.records import Actor, Article, Mention, Published, Sentence, Span
from khabar.text.tokens import tokenize


def article_of(text: str, published: str = "", dateline: str | None = None) -> tuple[Article, list[Sentence]]:
    sentences, start = [], 0
    for k, line in enumerate(text.split("\n")):
        sentences.append(Sentence(k, Span(start, start + len(line)), k))
        start += len(line) + 1
    when = Published(published, "day", None, published, "given") if published else None
    article = Article("0" * 16, text, None, tuple(s.span for s in sentences), published=when, dateline=dateline)
    return article, sentences


def mentions_of(text: str, tags: dict[str, str] | None = None, index: ActorIndex | None = None) -> list[Mention]:
    """`tags` gives words their IOB tag; all others get O."""
    article, sentences = article_of(text)
    tokens = [tokenize(text, s.span.start, s.span.end) for s in sentences]
    iob = None if tags is None else [[tags.get(t.text, "O") for t in ts] for ts in tokens]
    return list(find_mentions(article.text, tokens, iob, index or load_index()))


def read(
    text: str,
    published: str = "",
    tags: dict[str, str] | None = None,
    dateline: str | None = None,
    index: ActorIndex | None = None,
) -> tuple[list[Mention], dict[str, Actor]]:
    index = index or load_index()
    article, sentences = article_of(text, published, dateline)
    mentions, actors = resolve(article, sentences, mentions_of(text, tags, index), index)
    return list(mentions), {a.id: a for a in actors}


def who(
    text: str, published: str = "", tags: dict[str, str] | None = None, dateline: str | None = None
) -> dict[str, str | None]:
    """The words of each mention to its actor's id; where one text stands twice the last counts."""
    return {m.text: m.actor for m in read(text, published, tags, dateline)[0]}
