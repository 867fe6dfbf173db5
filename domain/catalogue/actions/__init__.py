"""What a school does with the catalogue."""

from domain.catalogue.actions.adaptables import CHECKLIST_POINTS, QUESTIONS, check_suits
from domain.catalogue.actions.adapting import Adaptable, standing_for
from domain.catalogue.actions.orders import order_points, order_questions
from domain.catalogue.actions.question_sets import KEPT_SETS

__all__ = [
    "CHECKLIST_POINTS",
    "KEPT_SETS",
    "QUESTIONS",
    "Adaptable",
    "check_suits",
    "order_points",
    "order_questions",
    "standing_for",
]
