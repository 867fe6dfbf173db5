"""How the seconds of a run are shared out: all of it is decided here."""

from dataclasses import dataclass

# Talks to a second of search that a first walk is worth; a longer one gains less than starting again.
SECONDS_A_TALK = 0.024
LEAST_WALK = 6.0
# In less time than this, planning again proves nothing: whoever waits has an evening to save.
A_HURRY = 30.0
# So many talks are nearly as good as they get in half a minute, and can be proven to be; what is larger has to search.
FEW = 400


@dataclass(frozen=True, slots=True)
class Budget:
    """`search` and `proof` in seconds; explaining begins at `seconds - explain`, the answer is out before `seconds`."""

    seconds: float
    explain: float
    proof: float
    walk: float
    search: float


def share(seconds: float, talks: int, *, replanning: bool) -> Budget:
    """The explanations take some milliseconds for each talk left out; a proof a fifth, of few talks a third."""
    explain = min(0.1 * seconds, 0.3 + talks / 2500)
    proof = 0.0 if replanning and seconds < A_HURRY else (0.35 if talks <= FEW else 0.2) * seconds
    spare = min(1.5 + talks / 5000, 0.1 * seconds)
    search = max(0.1, seconds - explain - proof - spare)
    return Budget(seconds, explain, proof, min(search, max(LEAST_WALK, SECONDS_A_TALK * talks)), search)
