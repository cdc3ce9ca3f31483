"""Propositions -> claims: frames, factuality, attribution, dates."""
