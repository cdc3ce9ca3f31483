"""How good an extraction is: claims against articles annotated by people.

`read_gold` gives the annotated articles of a folder, `score` compares one with the claims an extractor
made of it, `Scores` adds them up.
"""

from kingmaker.evaluation.gold import Gold, read_gold
from kingmaker.evaluation.scores import LEVELS, Figures, Scores
from kingmaker.evaluation.scoring import Level, Match, match

__all__ = ["LEVELS", "Figures", "Gold", "Level", "Match", "Scores", "match", "read_gold"]
