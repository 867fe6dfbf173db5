"""A file as the body of a request: written to disk as it comes, before a database connection is taken for it."""

from collections.abc import AsyncIterator, Iterator
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import Any

from fastapi import Depends, Request

from api.caller import credential_of
from domain.kernel.errors import Message, Unsupported

IN_MEMORY = 1 << 20
PIECE = 1 << 20

NOT_A_ZIP = Message(
    "zip_needed",
    "Stuur een zipbestand, met Content-Type application/zip.",
    "Envoyez un fichier zip, avec Content-Type application/zip.",
    "Send a zip file, with Content-Type application/zip.",
)
ZIP_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
    }
}
"""What the document says of such a request (`openapi_extra`)."""


class Upload:
    """The file that was sent."""

    def __init__(self, file: "SpooledTemporaryFile[bytes]") -> None:
        self._file = file

    def pieces(self) -> Iterator[bytes]:
        """Its content, a megabyte at a time."""
        self._file.seek(0)
        while piece := self._file.read(PIECE):
            yield piece


async def _uploaded(request: Request) -> AsyncIterator[Upload]:
    """Its digest stands for the body when an Idempotency-Key asks whether two requests are the same."""
    await credential_of(request)
    if request.headers.get("content-type") != "application/zip":
        raise Unsupported(NOT_A_ZIP)
    digest = sha256()
    with SpooledTemporaryFile(max_size=IN_MEMORY) as file:
        async for chunk in request.stream():
            digest.update(chunk)
            file.write(chunk)
        request.state.upload_digest = digest.digest()
        yield Upload(file)


uploaded = Depends(_uploaded, scope="function")
"""`upload: Annotated[Upload, uploaded]`, before the writer."""
