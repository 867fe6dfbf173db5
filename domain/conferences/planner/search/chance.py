"""Chance, from a seed: xorshift64*, one word of state, the same on every machine."""

import numpy as np

from domain.conferences.planner.search.compiled import Address, compiled, set_word, whole, word_at
from domain.conferences.planner.search.tables import Bits

ODDS = 1.0 / (1 << 53)


def seeded(seed: int) -> Bits:
    """One step of splitmix64, so that seeds next to each other do not start alike."""
    word = (seed + 1) * 0x9E3779B97F4A7C15 % (1 << 64)
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9 % (1 << 64)
    return np.array([(word ^ (word >> 27)) | 1], dtype=np.uint64)


@compiled
def draw(chance: Address) -> np.uint64:
    word = word_at(chance, 0)
    word ^= word >> np.uint64(12)
    word ^= word << np.uint64(25)
    word ^= word >> np.uint64(27)
    set_word(chance, 0, word)
    return word * np.uint64(0x2545F4914F6CDD1D)


@compiled
def below(chance: Address, limit: int) -> int:
    """A whole number from 0 and below `limit` (at most 2^31)."""
    return whole(((draw(chance) >> np.uint64(33)) * np.uint64(limit)) >> np.uint64(31))


@compiled
def odds(chance: Address) -> float:
    """Between 0 and 1, never 0."""
    return (np.float64(draw(chance) >> np.uint64(11)) + 0.5) * ODDS
