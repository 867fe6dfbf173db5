"""A school's own content as a YAML file: out of one school, into another."""

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from api.caller import credential_of
from api.catalogue.callers import CatalogueWriter
from api.conditional import etag, kept, not_modified
from api.validation_texts import of_misfit
from domain.kernel.errors import Invalid, Message, Unsupported
from domain.seeding.sharing.exporting import exported
from domain.seeding.sharing.file import ImportReport
from domain.seeding.sharing.importing import import_catalogue
from domain.seeding.sharing.reading import FileError

router = APIRouter(prefix="/v1", tags=["catalogue"])

YAML = "application/yaml"
_FILE: dict[str, Any] = {"content": {YAML: {"schema": {"type": "object", "required": ["format"]}}}}

NOT_YAML = Message(
    "yaml_needed",
    "Stuur een YAML-bestand, met Content-Type application/yaml.",
    "Envoyez un fichier YAML, avec Content-Type application/yaml.",
    "Send a YAML file, with Content-Type application/yaml.",
)
UNFIT = Message(
    "unfit_file",
    "Dit bestand kan zo niet. Er is niets overgenomen. Kijk bij `errors` op welke regel.",
    "Ce fichier ne convient pas tel quel. Rien n'a été repris. Voyez les lignes sous `errors`.",
    "This file will not do like this. Nothing was taken in. See the lines under `errors`.",
)


@router.get(
    "/catalogue-export",
    operation_id="get_catalogue_export",
    summary="Export your own content",
    response_class=Response,
    responses={200: {"description": "A YAML file, to keep or to share.", **_FILE}},
)
async def get_export(writer: CatalogueWriter, request: Request) -> Response:
    """The questions and points that your school added or adapted, and its sets of questions. Another school imports
    the file as it is, or after a look at it in any editor."""
    content = (await exported(writer.session)).encode()
    headers = kept(etag(content))
    return not_modified(request, headers) or Response(content, media_type=YAML, headers=headers)


async def _file(request: Request) -> AsyncIterator[bytes]:
    """Read before a database connection is taken for it."""
    await credential_of(request)
    if request.headers.get("content-type", "").partition(";")[0].strip() != YAML:
        raise Unsupported(NOT_YAML)
    yield await request.body()


Preview = Annotated[bool, Query(description="Only tell what would be added.")]


@router.post(
    "/catalogue-imports",
    operation_id="import_catalogue",
    summary="Import content of another school",
    response_model=ImportReport,
    openapi_extra={"requestBody": {"required": True, **_FILE}},
)
async def post_import(
    file: Annotated[bytes, Depends(_file, scope="function")], writer: CatalogueWriter, preview: Preview = False
) -> Response:
    """A file of `/v1/catalogue-export`, at most 1 MiB; all of it or nothing. What your school has already, by the same
    name or the same text, is left alone."""
    try:
        return writer.reply_with(await import_catalogue(writer.session, file, preview=preview))
    except FileError as error:
        raise Invalid(UNFIT, *(of_misfit(one) for one in error.misfits)) from None
