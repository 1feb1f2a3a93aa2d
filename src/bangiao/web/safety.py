"""What protects the desk: headers, the policy on content, and a token on every change."""

from hashlib import sha256
from secrets import token_hex

from litestar.config.csrf import CSRFConfig
from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


async def guard(message: Message, _: Scope) -> None:
    """Put the headers on every answer, errors too."""
    if message["type"] == "http.response.start":
        MutableScopeHeaders.from_message(message).update(HEADERS)


def csrf() -> CSRFConfig:
    """A token on every change, signed in this run; a cookie of an earlier run has another name and does no harm."""
    secret = token_hex(32)
    name = f"bangiao-{sha256(secret.encode()).hexdigest()[:8]}"
    return CSRFConfig(secret=secret, cookie_name=name, cookie_httponly=True, cookie_samesite="strict")
