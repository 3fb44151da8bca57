"""Identity: which speaker a mention stands for."""

from service.quotation.identity.cast import Cast
from service.quotation.identity.person import GENERIC_ORGANISATIONS, Person, folded, joint_name, offices

__all__ = ["GENERIC_ORGANISATIONS", "Cast", "Person", "folded", "joint_name", "offices"]
