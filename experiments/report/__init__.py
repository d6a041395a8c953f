"""Figures and words to a page that stands alone."""

from experiments.report.page import sensitivity_page

__all__ = ["sensitivity_page"]
