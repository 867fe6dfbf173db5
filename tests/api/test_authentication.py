"""Who comes in: tokens of trusted issuers, and memberships as the database has them at this moment."""

import json
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from house import Client, House, client
from identity_provider import EDDSA, ES256, KEYS, RS256, Provider, by_hand, serving
from joserfc.jwk import ECKey
from sqlalchemy import delete, update
from sqlmodel import col

from api.app import create_app
from api.authentication import KEYS_LIVE_SECONDS
from api.issuer import ISSUER, EmbeddedIssuer
from api.token import LEEWAY_SECONDS
from domain.kernel.identity_provider import Issuer
from domain.kernel.permissions import Permission, Role
from domain.kernel.principal import Membership
from domain.kernel.settings import Settings

NOW = int(time.time())


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving() as provider:
        yield provider


@pytest.fixture
def trusting(another_app: Callable[..., FastAPI], provider: Provider) -> FastAPI:
    """An app that trusts the provider."""
    return another_app(issuers=[Issuer(issuer=provider.issuer, jwks_url=provider.jwks_url)])


@pytest.fixture
def subject(house: House, provider: Provider) -> str:
    """Somebody whom the provider knows as an administrator of the house."""
    return admitted(house, provider.issuer)


def admitted(house: House, issuer: str, role: Role = Role.ADMINISTRATOR, subject: str = "", **more: Any) -> str:
    """A subject that has a role in the house from now on."""
    subject = subject or f"subject-{uuid4()}"

    async def keep() -> None:
        async with house.database.working_for(house.id) as session:
            session.add(
                Membership(school_id=house.id, issuer=issuer, subject=subject, role=role, **{"scopes": []} | more)
            )

    house.run(keep())
    return subject


def came_in(app: FastAPI, house: House, token: str) -> tuple[int, str]:
    """The status, and the code of the problem if there is one."""
    answer = Client(app, house.run, {"Authorization": f"Bearer {token}"}).get("/v1/me")
    return answer.status_code, answer.json().get("code", "")


IN = (200, "")
OUT = (401, "token_invalid")


@pytest.mark.parametrize("alg", KEYS)
def test_a_good_token_comes_in(trusting: FastAPI, house: House, provider: Provider, subject: str, alg: str) -> None:
    assert came_in(trusting, house, provider.token(KEYS[alg], alg, sub=subject)) == IN


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://elsewhere.example"},
        {"iss": None},
        {"aud": "another-api"},
        {"aud": ["another-api"]},
        {"aud": None},
        {"exp": NOW - LEEWAY_SECONDS - 5},
        {"exp": None},
        {"exp": "tomorrow"},
        {"nbf": NOW + 3600},
        {"sub": None},
        {"sub": 7},
        {"sub": "a\u0000b"},
        {"school_id": "no-id"},
        {"school_id": 7},
    ],
    ids=lambda claims: next(iter(claims)),  # not the moment: every worker must find the same tests
)
def test_a_token_with_a_wrong_claim_stays_out(
    trusting: FastAPI, house: House, provider: Provider, subject: str, claims: dict[str, Any]
) -> None:
    assert came_in(trusting, house, provider.token(**{"sub": subject, **claims})) == OUT


def test_a_clock_may_be_a_little_off(trusting: FastAPI, house: House, provider: Provider, subject: str) -> None:
    assert (
        came_in(trusting, house, provider.token(sub=subject, exp=int(time.time()) - 5, nbf=int(time.time()) + 25)) == IN
    )


@pytest.mark.parametrize("header", [{"typ": None}, {"typ": "JWT"}, {"kid": "unknown"}, {"kid": None}])
def test_a_token_with_a_wrong_header_stays_out(
    trusting: FastAPI, house: House, provider: Provider, subject: str, header: dict[str, Any]
) -> None:
    assert came_in(trusting, house, provider.token(sub=subject, header=header)) == OUT


@pytest.mark.parametrize("alg", ["none", "None", "NONE", ""])
def test_a_token_without_signature_stays_out(
    trusting: FastAPI, house: House, provider: Provider, subject: str, alg: str
) -> None:
    header = {"alg": alg, "typ": "at+jwt", "kid": "es"}
    assert came_in(trusting, house, by_hand(header, provider.claims(sub=subject))) == OUT


@pytest.mark.parametrize("kid", ["es", "rs", None])
def test_a_public_key_is_no_secret(
    trusting: FastAPI, house: House, provider: Provider, subject: str, kid: str | None
) -> None:
    for secret in (
        RS256.as_pem(private=False),
        ES256.as_pem(private=False),
        json.dumps(RS256.as_dict(private=False)).encode(),
    ):
        header = {"alg": "HS256", "typ": "at+jwt", "kid": kid}
        assert came_in(trusting, house, by_hand(header, provider.claims(sub=subject), secret)) == OUT


def test_a_key_of_somebody_else_opens_nothing(
    trusting: FastAPI, house: House, provider: Provider, subject: str
) -> None:
    strange = ECKey.generate_key("P-256", {"kid": "es"})
    assert came_in(trusting, house, provider.token(strange, sub=subject)) == OUT
    carried = {"jwk": strange.as_dict(private=False), "jku": "http://127.0.0.1:1/", "kid": "es"}
    assert came_in(trusting, house, provider.token(strange, sub=subject, header=carried)) == OUT


def test_an_issuer_vouches_for_its_own_only(trusting: FastAPI, house: House, provider: Provider) -> None:
    """Both issuers are trusted; the token of one names the other."""
    there, here = admitted(house, ISSUER), admitted(house, provider.issuer)
    assert came_in(trusting, house, provider.token(sub=there)) == (401, "no_membership")
    assert came_in(trusting, house, provider.token(sub=here)) == IN
    embedded: EmbeddedIssuer = trusting.state.issuer
    assert came_in(trusting, house, provider.token(embedded.key, header={"kid": embedded.key.kid}, sub=here)) == OUT


@pytest.mark.parametrize(
    "token",
    ["", "x", "a.b", "a.b.c", "....", "e30.e30.", "W10.W10.W10", "eyJpc3MiOltdfQ.eyJpc3MiOltdfQ.x", "é", "a" * 9000],
)
def test_what_is_no_token_stays_out(house: House, token: str) -> None:
    answer = Client(house.app, house.run).get("/v1/me", headers={b"Authorization": f"Bearer {token}".encode()})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_another_scheme_is_no_token(house: House) -> None:
    for value in ("Basic eDp5", "bearer", "Token x"):
        answer = Client(house.app, house.run).get("/v1/me", headers={"Authorization": value})
        assert (answer.status_code, answer.json()["code"]) == (401, "token_missing")


def aged(app: FastAPI, provider: Provider, seconds: float) -> None:
    """As if the keys were fetched that long ago."""
    app.state.authenticator._issuers[provider.issuer]._fetched_at -= seconds


def test_a_new_key_is_fetched_when_a_token_names_it(
    trusting: FastAPI, house: House, provider: Provider, subject: str
) -> None:
    assert came_in(trusting, house, provider.token(sub=subject)) == IN
    fresh = ECKey.generate_key("P-256", {"kid": "fresh"})
    provider.keys = [fresh]
    assert came_in(trusting, house, provider.token(fresh, sub=subject)) == OUT, (
        "not at once: that would let anybody make us fetch"
    )
    assert provider.fetched == 1
    aged(trusting, provider, LEEWAY_SECONDS + 1)
    assert came_in(trusting, house, provider.token(fresh, sub=subject)) == IN
    assert came_in(trusting, house, provider.token(sub=subject, jti="another")) == OUT, "the old key is gone"
    assert provider.fetched == 2


def test_a_withdrawn_key_serves_a_few_minutes_at_most(
    trusting: FastAPI, house: House, provider: Provider, subject: str
) -> None:
    assert came_in(trusting, house, provider.token(sub=subject)) == IN
    provider.keys = [RS256]
    aged(trusting, provider, KEYS_LIVE_SECONDS + 1)
    assert came_in(trusting, house, provider.token(sub=subject, jti="another")) == OUT


@pytest.mark.parametrize(
    "broken", [b"nothing", b"[]", b"{}", b'{"keys": 1}', b'{"keys": []}', b'{"keys": [{"kty": "EC"}]}', b"\xff"]
)
def test_without_keys_it_is_not_the_callers_fault(
    trusting: FastAPI, house: House, provider: Provider, subject: str, broken: bytes
) -> None:
    provider.published = broken
    assert came_in(trusting, house, provider.token(sub=subject)) == (503, "issuer_unreachable")
    provider.published, provider.status = None, 500
    assert came_in(trusting, house, provider.token(sub=subject)) == (503, "issuer_unreachable")
    provider.status = 200
    assert came_in(trusting, house, provider.token(sub=subject)) == IN


def test_known_keys_serve_while_the_issuer_is_away(
    trusting: FastAPI, house: House, provider: Provider, subject: str
) -> None:
    assert came_in(trusting, house, provider.token(sub=subject)) == IN
    provider.status = 503
    aged(trusting, provider, KEYS_LIVE_SECONDS + 1)
    assert came_in(trusting, house, provider.token(sub=subject, jti="another")) == IN


def test_a_key_of_an_unknown_kind_spoils_nothing(
    trusting: FastAPI, house: House, provider: Provider, subject: str
) -> None:
    keys = [{"kty": "AKP", "alg": "ML-DSA-44", "pub": "x", "kid": "new"}, ES256.as_dict(private=False)]
    provider.published = json.dumps({"keys": keys}).encode()
    assert came_in(trusting, house, provider.token(sub=subject)) == IN


def test_an_algorithm_that_the_issuer_may_not_use_stays_out(
    another_app: Callable[..., FastAPI], house: House, provider: Provider, subject: str
) -> None:
    app = another_app(issuers=[Issuer(issuer=provider.issuer, jwks_url=provider.jwks_url, algorithms=["ES256"])])
    assert came_in(app, house, provider.token(RS256, "RS256", sub=subject)) == OUT
    assert came_in(app, house, provider.token(EDDSA, "Ed25519", sub=subject)) == OUT
    assert came_in(app, house, provider.token(sub=subject)) == IN


# memberships


def test_a_role_that_is_taken_is_gone_at_the_next_request(house: House) -> None:
    anna = house.anna_client
    assert anna.get("/v1/students").status_code == 200

    async def take() -> None:
        async with house.database.working_for(house.id) as session:
            await session.execute(delete(Membership).where(col(Membership.subject) == house.subjects["anna"]))

    house.run(take())
    for answer in (anna.get("/v1/students"), anna.get("/v1/me")):
        assert (answer.status_code, answer.json()["code"]) == (401, "no_membership")


def test_an_ended_role_is_gone_and_a_role_that_ends_later_is_not(house: House) -> None:
    anna = house.anna_client

    def ends(moment: datetime) -> None:
        async def keep() -> None:
            async with house.database.working_for(house.id) as session:
                mine = col(Membership.subject) == house.subjects["anna"]
                await session.execute(update(Membership).where(mine).values(ended_at=moment))

        house.run(keep())

    ends(datetime.now(UTC) + timedelta(minutes=5))
    assert anna.get("/v1/students").status_code == 200
    ends(datetime.now(UTC) - timedelta(seconds=1))
    assert anna.get("/v1/students").status_code == 401
    assert anna.get("/v1/me").status_code == 401


def test_who_belongs_to_two_schools_says_which(house: House, other_house: House) -> None:
    subject = admitted(house, ISSUER)
    admitted(other_house, ISSUER, Role.COORDINATOR, subject)
    both = client(house.app, house.run, subject)
    for answer in (both.get("/v1/rooms"), both.get("/v1/me"), both.post("/v1/rooms", {"name": "A"})):
        assert (answer.status_code, answer.json()["code"]) == (400, "school_needed")
    for school, role in ((house, "administrator"), (other_house, "coordinator")):
        me = both.get("/v1/me", headers={"Samenspraak-School": str(school.id)}).json()
        assert (me["school_id"], me["roles"]) == (str(school.id), [role])
        rooms = both.get("/v1/rooms", headers={"Samenspraak-School": str(school.id)}).json()["items"]
        assert [room["id"] for room in rooms] == [school.room]


def test_a_school_header_opens_no_other_school(house: House, other_house: House) -> None:
    for headers in ({"Samenspraak-School": str(other_house.id)}, {"Samenspraak-School": str(uuid4())}):
        for answer in (
            house.admin_client.get("/v1/rooms", headers=headers),
            house.admin_client.get("/v1/me", headers=headers),
        ):
            assert (answer.status_code, answer.json()["code"]) == (401, "no_membership")
    assert (
        house.admin_client.get("/v1/me", headers={"Samenspraak-School": "de Wissel"}).json()["code"]
        == "bad_school_header"
    )


def test_a_token_for_one_school_serves_no_other(
    trusting: FastAPI, house: House, other_house: House, provider: Provider, subject: str
) -> None:
    """The claim wins over the header."""
    admitted(other_house, provider.issuer, subject=subject)
    token = provider.token(sub=subject, school_id=str(house.id))
    headers = {"Authorization": f"Bearer {token}", "Samenspraak-School": str(other_house.id)}
    assert Client(trusting, house.run, headers).get("/v1/me").json()["school_id"] == str(house.id)


def test_a_person_can_be_teacher_and_parent(house: House) -> None:
    admitted(house, ISSUER, Role.GUARDIAN, house.subjects["anna"], guardian_id=house.ids["other_guardian"])
    me = house.anna_client.get("/v1/me").json()
    assert (me["roles"], me["staff_id"], me["guardian_id"]) == (
        ["guardian", "teacher"],
        house.anna,
        house.other_guardian,
    )
    seen = {student["id"] for student in house.anna_client.get("/v1/students").json()["items"]}
    assert seen == {house.student, house.other_student}


# systems


def system(house: House, token_scope: str, *membership: Permission) -> Client:
    subject = admitted(house, ISSUER, Role.INTEGRATION_CLIENT, scopes=[str(one) for one in membership])
    return client(house.app, house.run, subject, scope=token_scope)


def test_a_system_needs_the_scope_in_its_token_and_in_its_membership(house: House) -> None:
    read, change = Permission.STAFF_READ, Permission.STAFF_WRITE
    both = system(house, f"{read} {change}", read, change)
    token_only = system(house, f"{read} {change}", read)
    membership_only = system(house, str(read), read, change)
    for caller, status in ((both, 201), (token_only, 403), (membership_only, 403)):
        assert caller.get("/v1/rooms").status_code == 200
        assert caller.post("/v1/rooms", {"name": "A"}).status_code == status


def test_a_system_without_any_scope_may_nothing(house: House) -> None:
    for caller in (system(house, ""), system(house, "students:all everything *", Permission.STAFF_READ)):
        assert caller.get("/v1/rooms").status_code == 403
        assert caller.get("/v1/me").status_code == 403


def test_a_scope_gives_a_person_nothing(house: House) -> None:
    sara = client(house.app, house.run, house.subjects["sara"], scope=" ".join(Permission))
    assert sara.get("/v1/changes").status_code == 403


# the embedded issuer


def asked(house: House, headers: dict[str, str] | None = None, **form: str) -> tuple[int, dict[str, Any]]:
    answer = Client(house.app, house.run).request("POST", "/oauth/token", data=form, headers=headers or {})
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, answer.json()


@pytest.fixture
def registered(house: House) -> tuple[str, str]:
    """Id and secret of a client of the house."""
    client_id = admitted(house, ISSUER, Role.INTEGRATION_CLIENT, scopes=["staff:read", "me:read"])
    return client_id, house.app.state.issuer.register(client_id, "staff:read me:read")


def test_a_client_gets_a_token_with_basic_or_with_a_form(house: House, registered: tuple[str, str]) -> None:
    grant = {"grant_type": "client_credentials"}
    form = asked(house, **grant, client_id=registered[0], client_secret=registered[1])
    basic = asked(house, {"Authorization": _basic(*registered)}, **grant)
    for status, answer in (form, basic):
        assert (status, answer["token_type"], answer["scope"]) == (200, "Bearer", "staff:read me:read")
        system = Client(house.app, house.run, {"Authorization": f"Bearer {answer['access_token']}"})
        assert system.get("/v1/me").json()["roles"] == ["integration_client"]
        assert system.get("/v1/rooms").status_code == 200
        assert system.get("/v1/students").status_code == 403


def _basic(name: str, secret: str) -> str:
    return "Basic " + b64encode(f"{name}:{secret}".encode()).decode()


def test_a_wrong_secret_gets_nothing(house: House, registered: tuple[str, str]) -> None:
    client_id, secret = registered
    grant = {"grant_type": "client_credentials"}
    for wrong in (
        {"client_id": client_id, "client_secret": "x"},
        {"client_id": "x", "client_secret": secret},
        {},
        {"client_id": client_id},
    ):
        assert asked(house, **grant, **wrong) == (401, {"error": "invalid_client"})
    for header in (_basic(client_id, "x"), "Basic", "Basic !!", "Basic /////w=="):
        assert asked(house, {"Authorization": header}, **grant) == (401, {"error": "invalid_client"})


def test_a_new_secret_ends_the_old_one(house: House, registered: tuple[str, str]) -> None:
    client_id, old = registered
    new = house.app.state.issuer.register(client_id, "staff:read")
    grant = {"grant_type": "client_credentials", "client_id": client_id}
    assert asked(house, **grant, client_secret=old)[0] == 401
    assert asked(house, **grant, client_secret=new)[0] == 200


def test_another_grant_is_not_known(house: House, registered: tuple[str, str]) -> None:
    for grant in ("password", "authorization_code", ""):
        form = {"grant_type": grant, "client_id": registered[0], "client_secret": registered[1]}
        assert asked(house, **form) == (400, {"error": "unsupported_grant_type"})


def test_the_issuer_publishes_public_keys_only(house: House) -> None:
    keys = Client(house.app, house.run).get("/.well-known/jwks.json").json()["keys"]
    assert [key["alg"] for key in keys] == ["ES256"]
    assert not {"d", "k", "p", "q"} & set(keys[0])


def test_key_and_secrets_are_for_the_owner_only(house: House, registered: tuple[str, str]) -> None:
    folder: Path = house.app.state.issuer.folder
    assert (folder / "key.json").stat().st_mode & 0o077 == 0
    assert registered[1] not in (folder / "clients.json").read_text()


def test_the_key_outlives_the_process(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, environment="development")
    assert EmbeddedIssuer.of(settings).key.as_dict(private=True) == EmbeddedIssuer.of(settings).key.as_dict(
        private=True
    )


def test_production_has_issuers_of_its_own(tmp_path: Path, provider: Provider) -> None:
    given = {"environment": "production", "database_url": "postgresql://nowhere/nothing", "data_dir": tmp_path}
    with pytest.raises(RuntimeError, match="production"):
        EmbeddedIssuer.of(Settings(**given))
    with pytest.raises(ValueError, match="ISSUERS"):
        create_app(Settings(**given))
    app = create_app(Settings(**given, issuers=[Issuer(issuer=provider.issuer, jwks_url=provider.jwks_url)]))
    assert not {"/oauth/token", "/.well-known/jwks.json"} & {getattr(route, "path", "") for route in app.routes}
    assert not (tmp_path / "issuer").exists()
