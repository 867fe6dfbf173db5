"""Which topic somebody means who wrote one down in their own words."""

from functools import lru_cache

from domain.kernel.text import OWN_LANGUAGES
from domain.plans.models.topics import Topic
from domain.plans.words import names_of


@lru_cache(maxsize=4096)
def topic_of(line: str) -> Topic | None:
    """The topic whose word or name, in one of the school's languages, this is; in whatever case."""
    said = line.strip().casefold()
    return next((topic for topic in Topic if said in _names(topic)), None)


def _names(topic: Topic) -> set[str]:
    names = names_of(topic)
    return {topic.value, topic.value.replace("_", " "), *(names[language].casefold() for language in OWN_LANGUAGES)}
