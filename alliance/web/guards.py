"""Who may ask, and what an answer may load: hosts, origins, token, size, content policy."""

from __future__ import annotations

import hmac
from collections.abc import Collection
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HERE = frozenset({"127.0.0.1", "localhost", "[::1]"})
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "content-security-policy": POLICY, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
}  # fmt: skip
COOKIE, QUERY = "alliance_token", "token"
MOST_BODY = 256_000


class Guard:
    """Around the application: refuses foreign hosts and origins, asks for the token where there is one, bounds bodies.

    Parameters
    ----------
    hosts : collection of str
        Names, without port, under which this server answers.
    token : str
        Asked of everybody in a shared network; "" where only this machine can reach the server.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] = HERE, token: str = ""):
        self.app, self.hosts, self.token = app, frozenset(hosts), token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        reason = self._refusal(scope, Headers(scope=scope))
        if reason is not None:
            await _refuse(scope, receive, send, *reason)
            return
        await self.app(scope, _bounded(receive), self._signed(scope, send))

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        if _name(headers.get("host", "")) not in self.hosts:
            return 421, "unknown host"
        origin = headers.get("origin")
        asks_for_change = scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD")
        if origin is None and scope["type"] == "websocket":
            return 403, "no origin"
        if asks_for_change and origin is not None and not _same(origin, headers.get("host", "")):
            return 403, "foreign origin"
        length = headers.get("content-length", "0")
        if length.isdigit() and int(length) > MOST_BODY:
            return 413, "too large"
        if self.token and not self._knows(scope, headers):
            return 401, "open the address that was shown with its token"
        return None

    def _knows(self, scope: Scope, headers: Headers) -> bool:
        said = parse_qs(scope.get("query_string", b"").decode("latin-1")).get(QUERY, [""])[0]
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        kept = cookie.value if cookie is not None else ""
        return any(hmac.compare_digest(each.encode(), self.token.encode()) for each in (said, kept))

    def _signed(self, scope: Scope, send: Send) -> Send:
        """Add the headers of every answer, and the cookie for a page that came with the token."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {key for key, _ in message["headers"]}
                pairs = [pair for pair in HEADERS.items() if pair[0].encode() not in own]
                if self.token and QUERY.encode() in scope.get("query_string", b""):
                    pairs.append(("set-cookie", f"{COOKIE}={self.token}; HttpOnly; SameSite=Strict; Path=/"))
                message["headers"] = [*message["headers"], *((k.encode(), v.encode()) for k, v in pairs)]
            await send(message)

        return sending


def _name(host: str) -> str:
    """A host without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _same(origin: str, host: str) -> bool:
    return origin in (f"http://{host}", f"https://{host}")


def _bounded(receive: Receive) -> Receive:
    """A body that says no length, or a wrong one, ends where it gets too large."""
    seen = 0

    async def receiving() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > MOST_BODY:
                return {"type": "http.disconnect"}
        return message

    return receiving


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int, why: str) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": why})
        return
    await PlainTextResponse(why + "\n", status_code=status, headers=HEADERS)(scope, receive, send)
