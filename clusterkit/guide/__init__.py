"""The guide as data: what it says, how it is loaded, and the parts that read words, places and names."""

from clusterkit.guide.loader import guide_folder, guide_ids, load_guide
from clusterkit.guide.model import Guide

__all__ = ["Guide", "guide_folder", "guide_ids", "load_guide"]
