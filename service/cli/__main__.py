"""`python -m service.cli [FILE] [--plain]`. Reads and prints; what a quote is, `service.quotation` knows."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from service.answer import Model, to_answer
from service.quotation.result import Article


def main(arguments: list[str] | None = None) -> None:
    """Print the quotes of one article. Ends with a sentence and status 1 where it cannot be read."""
    options = _parse(arguments)
    text = _read(options.file)

    from service.language import ModelError, load  # after the article is read: the model takes a while
    from service.quotation import Extractor

    try:
        pipeline = load(options.model)
    except ModelError as error:
        raise SystemExit(f"wortlaut: {error}") from None
    article = Extractor(pipeline).extract(text)
    if options.plain:
        sys.stdout.writelines(f"{line}\n" for line in _lines(article))
    else:
        answer = to_answer(article, Model(pipeline.name, pipeline.version))
        print(json.dumps(answer, ensure_ascii=False, indent=2))


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m service.cli", description="Who said what in a German article.")
    parser.add_argument("file", nargs="?", default="-", help="the article, in UTF-8; - or nothing: standard input")
    parser.add_argument("--plain", action="store_true", help="one line a quote instead of JSON")
    parser.add_argument("--model", default=os.environ.get("WORTLAUT_MODEL"), help="another installed spaCy pipeline")
    return parser.parse_args(arguments)


def _read(file: str) -> str:
    """The article, its line ends as they are: offsets count them."""
    try:
        text = (sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()).decode("utf-8")
    except OSError as error:
        raise SystemExit(f"wortlaut: {file}: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise SystemExit(f"wortlaut: {file}: not UTF-8.") from None
    if not text.strip():
        raise SystemExit(f"wortlaut: {file}: empty or blank.")
    return text


def _lines(article: Article) -> Iterator[str]:
    for quote in article.quotes:
        said = quote.speaker
        known = (said.name, said.role, said.affiliation) if said else (quote.reason or "unattributed",)
        words = " ".join(quote.text.split())
        yield f"„{words}“ — " + " · ".join(dict.fromkeys(part for part in known if part))


if __name__ == "__main__":
    main()
