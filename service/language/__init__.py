"""The German pipeline and what the rules see of it. The only room that knows spaCy and label schemes."""

import os

# The matrices of one sentence are too small to share out: a second thread only costs. Read when NumPy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from service.language.load import load
from service.language.pipeline import STAND_IN, ModelError, Pipeline
from service.language.tree import Parse, Relation, Token

__all__ = ["STAND_IN", "ModelError", "Parse", "Pipeline", "Relation", "Token", "load"]
