"""A published site on loopback, its texts sent with gzip as hosts send them: compressed once, then kept."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".json": "application/json",
    ".woff2": "font/woff2",
}
"""Whatever else there is, is sent as bytes. All but the fonts are compressed."""


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """Serve a folder on a free port of 127.0.0.1 for as long as the context lasts; its address ends in a slash."""
    files = {"/" + path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}

    kept: dict[str, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # or a body may wait for the receipt of its headers

        def do_GET(self) -> None:
            address = self.path.partition("?")[0]
            path = files.get(address + "index.html" if address.endswith("/") else address)
            data = path.read_bytes() if path is not None else b"no such file"
            kind = TYPES.get(path.suffix, "application/octet-stream") if path is not None else "text/plain"
            compressed = kind != "font/woff2" and "gzip" in self.headers.get("Accept-Encoding", "")
            if compressed and str(path) not in kept:
                kept[str(path)] = gzip.compress(data, 9)
            body = kept[str(path)] if compressed else data
            self.send_response(200 if path is not None else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=31536000" if kind == "font/woff2" else "max-age=600")
            if compressed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Say nothing of a request."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()
