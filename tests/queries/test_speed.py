"""No shipped question grows out of hand: a small version of `scripts/benchmark.py queries`."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, tuple[str, ...]], tuple[float, float]]:
    from query_speed import costs

    found = costs(tmp_path_factory.mktemp("stores"), 20_000, 80_000, runs=2)
    return {(c.question.name, c.given): (c.small, c.large) for c in found}


def test_speed_no_question_grows_much_faster_than_the_store(costs: dict[object, tuple[float, float]]) -> None:
    """Four times the quads may cost ten times as much; a join gone wrong costs sixteen times, or more."""
    slow = {key: pair for key, pair in costs.items() if pair[1] > 0.05 and pair[1] / pair[0] > 10}
    assert slow == {}


def test_speed_every_question_is_fast_on_a_small_store(costs: dict[object, tuple[float, float]]) -> None:
    assert {key: large for key, (_, large) in costs.items() if large > 1} == {}


def test_speed_the_same_size_gives_the_same_quads() -> None:
    from synthetic import quads_of, told

    one, other = (set(quads_of(list(told(3_000)))) for _ in range(2))
    assert one == other
    assert 2_000 < len(one) < 4_500
