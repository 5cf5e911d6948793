"""The modules that Node carries."""

from __future__ import annotations

from typing import Final

PREFIX: Final = "node:"

BARE: Final = frozenset(
    "_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server "
    "_stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_wrap "
    "_stream_writable _tls_common _tls_wrap assert assert/strict async_hooks buffer "
    "child_process cluster console constants crypto dgram diagnostics_channel dns "
    "dns/promises domain events fs fs/promises http http2 https inspector "
    "inspector/promises module net os path path/posix path/win32 perf_hooks process "
    "punycode querystring readline readline/promises repl stream stream/consumers "
    "stream/promises stream/web string_decoder sys timers timers/promises tls "
    "trace_events tty url util util/types v8 vm wasi worker_threads zlib".split()
)
"""Those that may be written without ``node:``."""

PREFIXED: Final = frozenset(("sea", "sqlite", "test", "test/reporters"))
"""Those that may not."""


def is_builtin(specifier: str) -> bool:
    """Say whether Node takes ``specifier`` for one of its own modules."""
    if specifier.startswith(PREFIX):
        return specifier[len(PREFIX) :] in BARE or specifier[len(PREFIX) :] in PREFIXED
    return specifier in BARE
