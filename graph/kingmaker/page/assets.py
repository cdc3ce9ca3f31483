"""The constant parts of the page: vis-network from the pyvis wheel, our script and style, and their hashes.

Only these three run or style anything. They are the same for every page, so the page's content security
policy can name them by hash, and text from articles is never among them.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from kingmaker.errors import KingmakerError

VIS_VERSION = "9.1.2"
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
# In the order in which they build on one another; all share one function scope.
SCRIPTS = (
    "dom", "data", "state", "known", "theme", "lines", "places", "labels", "overviewpaint", "overviewnames",
    "overviewhands", "overview", "surface", "graph", "scale", "time", "lanes", "cards", "evidence", "differ", "search",
    "filters", "table", "exporting", "address", "start",
)  # fmt: skip


def template_folder() -> Path:
    """Return the folder of the page's template, script and style."""
    return Path(str(files("kingmaker.page") / "template"))


@cache
def vis() -> str:
    """Return vis-network as pyvis ships it; raises KingmakerError if it is not the one we know."""
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise KingmakerError("pyvis is not installed; install kingmaker with its dependencies")
    path = Path(spec.origin).parent / "templates" / "lib" / f"vis-{VIS_VERSION}" / "vis-network.min.js"
    content = path.read_bytes() if path.exists() else b""
    if hashlib.sha256(content).hexdigest() != VIS_SHA256:
        raise KingmakerError(f"{path} is not vis-network {VIS_VERSION} as pyvis 0.3.2 ships it; reinstall pyvis==0.3.2")
    # Browsers hash a script after reading it, with its line ends made plain; and a source map would be a
    # request to a file that is not there.
    text = content.decode("utf-8").replace("\r\n", "\n")
    return _closed(text.replace("//# sourceMappingURL=vis-network.min.js.map", ""))


@cache
def script() -> str:
    """Return the page's own script: the files of `template/app` in one strict function."""
    app = files("kingmaker.page") / "template" / "app"
    parts = [_text(app / f"{name}.js") for name in SCRIPTS]
    return _closed('(function () {\n"use strict";\n' + "\n".join(parts) + "})();\n")


@cache
def style() -> str:
    """Return the page's style sheet."""
    return _closed(_text(files("kingmaker.page") / "template" / "style.css"))


@cache
def policy() -> str:
    """Return the content security policy: nothing is loaded, and only the three constant parts act."""
    return "; ".join([
        "default-src 'none'",
        f"script-src {_hash(vis())} {_hash(script())}",
        f"style-src {_hash(style())}",
        "connect-src 'none'",
        "img-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ])  # fmt: skip


def _text(path: Traversable) -> str:
    return path.read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode() + "'"


def _closed(content: str) -> str:
    """Return content that cannot end the element it stands in; a mistake of ours would be found at once."""
    if any(end in content.lower() for end in ("</script", "</style", "<!--")):
        raise KingmakerError("a constant part of the page holds a closing tag; reinstall kingmaker and pyvis")
    return content
