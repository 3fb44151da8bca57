"""The linguistic knowledge: plain data files, read once and given out as frozen tables.

A data file is UTF-8 text. Lines that start with ``#`` explain it, columns are split by a tab, the
items of a list inside a column by ``|``, and ``-`` stands for nothing. Nothing here knows a rule.
"""

from service.lexicon.tables import Lexicon, load_lexicon, word_list

__all__ = ["Lexicon", "load_lexicon", "word_list"]
