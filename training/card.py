"""Writes the package: the model directory with its card, licence and credits. Numbers come from `evaluate.py`."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from training.pipeline import NAME, VERSION, Shape
from training.sources import Mix
from training.train import Plan

Scores = Mapping[str, dict[str, Any]]

TEXTS = Path(__file__).parent / "package"  # the texts beside the model; the card has places for the numbers


@dataclass(frozen=True)
class Settings:
    """What the model was made with."""

    shape: Shape = Shape()
    plan: Plan = Plan()
    mix: Mix = Mix()


def write_package(nlp: Language, out: Path, scores: Scores, settings: Settings, words: Sequence[str]) -> None:
    """Saves the pipeline, without its table of words, beside ``out`` and then puts it in the place of ``out``.

    ``words`` are common ones, which the service takes into its vocabulary at the start.
    """
    building = out.with_name(f".{out.name}-new")
    _remove(building)
    nlp.meta.update(name=NAME, version=VERSION, license="CC BY-SA 4.0", description="German news pipeline of Wortlaut")
    nlp.to_disk(building, exclude=["vocab"])
    (building / "words.txt").write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
    size = sum(file.stat().st_size for file in building.rglob("*") if file.is_file()) / 1e6
    for file in ("LICENSE", "CREDITS.md"):
        shutil.copyfile(TEXTS / file, building / file)
    card = (
        (TEXTS / "MODEL_CARD.md")
        .read_text(encoding="utf-8")
        .format(
            name=NAME,
            version=VERSION,
            components=", ".join(nlp.pipe_names),
            relations=" ".join(sorted(label for label in nlp.pipe_labels["parser"] if "||" not in label)),
            megabytes=size,
            steps=settings.plan.steps,
            seed=settings.plan.seed,
            shape=_fields(settings.shape),
            mix=_fields(settings.mix),
            scores=_table(scores, ("uas", "las", "sentences", "pos", "ents")),
            by_relation=_table({name: values["relations"] for name, values in scores.items()}),
            by_entity=_table({name: values["entities"] for name, values in scores.items() if values["entities"]}),
        )
    )
    (building / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    old = out.with_name(f".{out.name}-old")
    _remove(old)
    if out.exists():
        out.rename(old)
    building.rename(out)
    _remove(old)


def _fields(settings: Shape | Mix) -> str:
    return ", ".join(f"{name} {value}" for name, value in asdict(settings).items())


def _table(rows: Scores, columns: tuple[str, ...] = ()) -> str:
    """A Markdown table with a row for each set."""
    names = columns or tuple(dict.fromkeys(name for values in rows.values() for name in values))
    lines = [f"| set | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for row, values in rows.items():
        cells = ("–" if values.get(name) is None else f"{values[name]:.3f}" for name in names)
        lines.append(f"| {row} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
