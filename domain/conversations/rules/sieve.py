"""A sieve for words in structured data: the plain names of what does not belong there, in three languages.

It sees no misspellings and no hints, and it is not meant for running text: there, only the reader's judgement helps.
"""

import re
import unicodedata


def _names(*lines: str) -> frozenset[str]:
    return frozenset(name for line in lines for name in line.split())


SPECIAL_CATEGORIES = _names(
    # health
    "gezondheid sante health medisch medische medical medicale ziekte maladie illness disease handicap disability",
    "diagnose diagnostic diagnosis medicatie medicament medicaments medication adhd autisme autism",
    # belief
    "religie godsdienst geloofsovertuiging religion religieux religieuse religious moslim musulman musulmane muslim",
    "islam christen katholiek catholique catholic joods juif juive jewish",
    # origin
    "afkomst herkomst origine origin ras etnisch etnische etniciteit ethnie ethnique ethnic ethnicity racial raciale",
    # politics and trade unions
    "politieke politique political vakbond syndicat syndicale",
    # sex life, genes and body
    "seksueel seksuele seksualiteit geaardheid sexuel sexuelle sexualite sexual sexuality",
    "genetisch genetische genetique genetic biometrisch biometrische biometrique biometric",
)
"""Names of the special categories of personal data, without accents (R27)."""

DWELLING = _names(
    "woning interieur inboedel huisraad netheid hygiene levensstijl leefstijl logement proprete menage",
    "dwelling housing interior tidiness cleanliness lifestyle",
)
"""Names of what a visit at home never notes, without accents (R30)."""


def mentions(label: str, names: frozenset[str]) -> bool:
    """Whether one of these names is a word of the label; capitals and accents make no difference."""
    letters = unicodedata.normalize("NFKD", label.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return not names.isdisjoint(re.findall(r"[a-z]+", plain))
