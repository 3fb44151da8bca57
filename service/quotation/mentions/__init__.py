"""Mentions: the noun phrase of a speaker taken apart into name, role and affiliations."""

from service.quotation.mentions.describe import describe, describe_speaker
from service.quotation.mentions.mention import Form, Mention
from service.quotation.mentions.told import mentions_of

__all__ = ["Form", "Mention", "describe", "describe_speaker", "mentions_of"]
