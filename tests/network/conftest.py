"""Lets the tests of this room use what tests/ offers to all of them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
