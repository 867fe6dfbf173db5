"""Who reads the catalogue, and who writes in it."""

from typing import Annotated

from api.session import Reader, Writer, reads, writes
from domain.kernel.permissions import Permission

CatalogueReader = Annotated[Reader, reads(Permission.CATALOGUE_READ)]
CatalogueOffice = Annotated[Reader, reads(Permission.CATALOGUE_WRITE)]
"""What concerns only those who write in the catalogue."""

CatalogueWriter = Annotated[Writer, writes(Permission.CATALOGUE_WRITE)]
