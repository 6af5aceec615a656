"""Trained weights, each with a card beside it."""

from pathlib import Path

MODELS = Path(__file__).parent
"""The folder of the weights."""
