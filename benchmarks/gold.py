"""The gold articles and the judgement that scores them. Both stay where the data are: nothing of them is kept here."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

DATA = Path("..") / "shared"
SETS = ("seeds", "wikinews-dev", "press-dev")

Json = dict[str, Any]


def gold_file(data: Path, name: str) -> Path:
    """Where the gold articles of a set stand."""
    return data / "gold" / f"{name}.jsonl"


def articles(data: Path, name: str) -> list[Json]:
    """The gold articles of a set, in their order."""
    with gold_file(data, name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def judgement(data: Path) -> ModuleType:
    """`tools/score.py` of the data directory as a module: it decides what is right, here and for a running service."""
    path = data / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("judgement", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_there(data: Path) -> bool:
    """Whether the data directory holds the judgement and gold articles."""
    return (data / "tools" / "score.py").is_file() and (data / "gold").is_dir()
