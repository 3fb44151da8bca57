"""Frames: the words around a quote that say whose it is.

Each rule is a small function that looks at one quote in its sentence and gives a frame or nothing. A frame points at
the head of the speaker's noun phrase; what that phrase says is read in ``mentions``.
"""

from service.quotation.frames.find import find
from service.quotation.frames.place import TIMES, Frame
from service.quotation.frames.report import has_reported_cue, is_subjunctive, main_subject, report

__all__ = ["TIMES", "has_reported_cue", "Frame", "find", "is_subjunctive", "main_subject", "report"]
