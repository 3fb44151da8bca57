"""Mentions: the noun phrase of a speaker taken apart into name, role and affiliations."""

from service.quotation.mentions.describe import describe, describe_speaker, mentions_of
from service.quotation.mentions.mention import Form, Mention

__all__ = ["Form", "Mention", "describe", "describe_speaker", "mentions_of"]
