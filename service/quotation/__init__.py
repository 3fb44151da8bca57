"""The extractor: who said what in an article. Knows nothing of HTTP; what leaves it is plain data."""

from functools import lru_cache

from service.language import load
from service.quotation.extractor import Extractor
from service.quotation.result import Article

__all__ = ["Article", "Extractor", "extract"]


@lru_cache(maxsize=1)
def _default() -> Extractor:
    return Extractor(load())


def extract(text: str) -> Article:
    """The quotes and speakers of a German article, by the embedded pipeline (loaded at the first call)."""
    return _default().extract(text)
