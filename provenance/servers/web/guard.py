"""Who may ask: only the browser that was given the token, for a page of ours, at this machine's own address."""

from hmac import compare_digest
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

from provenance.reporting.html.assets import asset, asset_hash

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_READING = frozenset({"GET", "HEAD"})


class Guard:
    """Refuses whatever does not come from our own page, and says in each answer what its page may do.

    A page of another origin that finds the port has no token; one that has its name resolve to this machine sends a
    Host of its own (DNS rebinding); one that posts a form sends an Origin of its own.
    """

    def __init__(self, application: "ASGIApp", token: str, port: int) -> None:
        self._application = application
        self._token = token.encode()
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._headers = {
            "Content-Security-Policy": _policy(),
            "Referrer-Policy": "no-referrer",  # the address holds the token
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request."""
        if scope["type"] != "http":  # the beginning and the end of the server; it speaks no other protocol
            if scope["type"] == "lifespan":
                await self._application(scope, receive, send)
            return

        async def send_guarded(message: "Message") -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        refusal = self._refusal(scope)
        answer = PlainTextResponse(refusal, 403) if refusal else self._application
        await answer(scope, receive, send_guarded)

    def _refusal(self, scope: "Scope") -> str | None:
        headers = Headers(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self._hosts:
            return "This server answers at 127.0.0.1 only; open the address that it printed."
        if origin is None and scope["method"] not in _READING:
            return "This comes from no page of a browser; open the address that the server printed."
        if origin is not None and origin != f"http://{host}":
            return "This comes from another site's page; open the address that the server printed."
        if not compare_digest(scope["path"].removeprefix("/").partition("/")[0].encode(), self._token):
            return "The address lacks its token; open the whole address that the server printed."
        return None


def _policy() -> str:
    """The Content-Security-Policy: our own files, and the style and script of a report that the page opens."""
    style, script = (asset_hash(asset(name)) for name in ("page.css", "page.js"))
    return (
        f"default-src 'none'; style-src 'self' '{style}'; script-src 'self' '{script}'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    )
