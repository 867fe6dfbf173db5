"""The garbage collector, out of the way: what is imported and collected lives until the end, and is not looked through
again and again. Imported before the app is."""

import gc

gc.disable()


def settle() -> None:
    """All that is there stays; from now on only what tests make is looked at, and not at every turn."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()
