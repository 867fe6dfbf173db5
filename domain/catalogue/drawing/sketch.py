"""What a picture of the mind map needs to know of it: its root, its steps, and what comes before what."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from domain.catalogue.models import Phase


class Step(NamedTuple):
    """A node: something to decide, the ideas that hang on it, and when it is done (None: nothing says so)."""

    key: str
    label: str
    prompt: str
    words: Sequence[str]
    phase: Phase | None
    is_done: bool = False


class Link(NamedTuple):
    """An arrow from one step to another; `firm` when it leads there, else it only informs."""

    origin: str
    target: str
    firm: bool


class Sketch(NamedTuple):
    """The mind map in one language. `links` close no circle; `returns` go back to an earlier step."""

    title: str
    steps: Mapping[str, Step]
    links: Sequence[Link]
    returns: Sequence[Link]

    @property
    def is_begun(self) -> bool:
        """Some step of it is done."""
        return any(step.is_done for step in self.steps.values())


def sketch_of(document: Mapping[str, Any], title: str | None = None, done: Collection[str] = ()) -> Sketch:
    """The sketch of a mind map as `/v1/activity-mind-map` gives it in one language, for one activity with its title
    and the steps that are done, or for any."""
    links = [(_link(edge), edge["feedback"]) for edge in document["edges"]]
    return Sketch(
        title or document["root"]["label"],
        {node["key"]: _step(node, is_done=node["key"] in done) for node in document["nodes"]},
        [link for link, feedback in links if not feedback],
        [link for link, feedback in links if feedback],
    )


def _step(node: Mapping[str, Any], *, is_done: bool) -> Step:
    phases = [Phase(point["phase"]) for point in node["points"]]
    words = [leaf["label"] for leaf in node["leaves"]]
    return Step(node["key"], node["label"], node["prompt"], words, phases[0] if phases else None, is_done)


def _link(edge: Mapping[str, Any]) -> Link:
    return Link(edge["from"], edge["to"], edge["type"] == "leads_to")
