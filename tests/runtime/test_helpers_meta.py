"""The helpers that make ``import.meta``, run in Node as on other systems and other hosts."""

from __future__ import annotations

import json
import subprocess
from importlib.resources import files

import pytest
from tests.node_files import needs_node

pytestmark = needs_node

HELPERS = files("pybundle_runtime") / "helpers"


def told(helper: str, parameters: dict[str, str], call: str) -> dict[str, object]:
    """Return the ``import.meta`` that ``call`` makes, as data, and what its ``resolve`` gives
    for ``./x.js``. ``parameters`` are names that the helper sees, with their expressions."""
    text = (HELPERS / f"{helper}.js").read_text("utf-8")
    body = f"""{text}
    const meta = {call};
    if (Object.getPrototypeOf(meta) !== null) throw new Error("prototype");
    return JSON.stringify({{ ...meta, resolve: meta.resolve?.("./x.js") }});"""
    code = f"console.log(new Function({json.dumps(','.join(parameters))}, {json.dumps(body)})"
    code += f"({', '.join(parameters.values())}))"
    done = subprocess.run(["node", "-e", code], capture_output=True, text=True, check=True)
    made: dict[str, object] = json.loads(done.stdout)
    return made


def own_meta(**given: object) -> str:
    """Return an expression for the ``import.meta`` of a bundle."""
    return f"{{ ...{json.dumps(given)}, resolve: (specifier) => specifier }}"


@pytest.mark.parametrize(
    ("filename", "path", "url", "found", "directory"),
    [
        ("/a b/out.js", "c.js", "file:///a%20b/c.js", "/a b/c.js", "/a b"),
        ("/out.js", "c.js", "file:///c.js", "/c.js", "/"),
        ("/a/b/out.js", "../%C3%A9/c%23.js?q", "file:///a/%C3%A9/c%23.js?q", "/a/é/c#.js", "/a/é"),
        ("/a\\b/o%41?#.js", "c%5C.js", "file:///a%5Cb/c%5C.js", "/a\\b/c\\.js", "/a\\b"),
        ("C:\\a b\\out.js", "c/d.js", "file:///C:/a%20b/c/d.js", "C:\\a b\\c\\d.js", "C:\\a b\\c"),
        ("C:\\out.js", "c.js", "file:///C:/c.js", "C:\\c.js", "C:\\"),
        ("\\\\host\\s\\out.js", "c.js", "file://host/s/c.js", "\\\\host\\s\\c.js", "\\\\host\\s"),
    ],
)
def test_places(filename: str, path: str, url: str, found: str, directory: str) -> None:
    expected = {
        "dirname": directory,
        "filename": found,
        "main": True,
        "url": url,
        "resolve": url.rsplit("/", 1)[0] + "/x.js",
    }
    parameters = {"__filename": json.dumps(filename), "require": "{}", "module": "undefined"}
    call = f"metaOf({json.dumps(path)}, true)"
    assert told("metaOfFile", parameters, call) == expected
    base = "file:///" if filename[0] != "\\" else "file:"
    steps = filename.replace("\\", "/") if filename[0] != "/" else filename.replace("\\", "%5C")
    bundle_url = base + steps.removeprefix("/" if base == "file:///" else "").replace(" ", "%20")
    bundle = own_meta(
        dirname="", filename=filename, main=True, url=bundle_url.replace("?#", "%3F%23")
    )
    assert told("metaOfModule", {}, f"metaOf({json.dumps(path)}, {bundle}, true)") == expected


def test_gives_what_the_host_gives() -> None:
    """In the host's order; what is not of a module is that of the bundle."""
    call = f'metaOf("b/c.js", {own_meta(env="e", url="http://h/a/out.js")}, true)'
    made = told("metaOfModule", {}, call)
    assert made == {"env": "e", "url": "http://h/a/b/c.js", "resolve": "http://h/a/b/x.js"}
    assert list(made) == ["env", "url", "resolve"]
    call = 'metaOf("c.js", { main: true, url: "http://h/a/out.js" }, false)'
    assert list(told("metaOfModule", {}, call).items()) == [
        ("main", False),
        ("url", "http://h/a/c.js"),
    ]


def test_host_objects_without_own_properties() -> None:
    """Some hosts give accessors on a prototype."""
    bundle = f"Object.create({own_meta(url='http://h/out.js')})"
    made = told("metaOfModule", {}, f'metaOf("c.js", {bundle}, true)')
    assert made == {"url": "http://h/c.js", "resolve": "http://h/x.js"}


@pytest.mark.parametrize(
    ("parameters", "url"),
    [
        ({"document": '{ currentScript: { src: "http://h/a/o.js" } }'}, "http://h/a/c.js"),
        ({"document": '{ currentScript: { src: "" }, baseURI: "http://h/p" }'}, "http://h/c.js"),
        ({"document": "undefined", "location": '{ href: "http://h/w/w.js" }'}, "http://h/w/c.js"),
        ({"location": "undefined", "__filename": '"/a b/o.js"'}, "file:///a%20b/c.js"),
        ({"__filename": '"C:\\\\a\\\\o.js"'}, "file:///C:/a/c.js"),
        ({"__filename": "undefined"}, None),
    ],
)
def test_scripts(parameters: dict[str, str], url: str | None) -> None:
    made = told("metaOfScript", parameters, 'metaOf("c.js")')
    resolved = url and url.replace("c.js", "x.js")
    assert made == ({"url": url, "resolve": resolved} if url else {})


@pytest.mark.parametrize("helper", ["metaOfDefined", "metaOfFile", "metaOfScript"])
def test_resolve_has_its_name(helper: str) -> None:
    parameters = {"__filename": '"/a/out.js"', "require": "{}", "module": "{}"}
    host = {"metaOfDefined": ", { filename: __filename }", "metaOfFile": ", false"}
    call = f'metaOf("c.js"{host.get(helper, "")})'
    told_name = f"({call}).resolve.name"
    made = told(helper, parameters, f"{{ __proto__: null, name: {told_name} }}")
    assert made == {"name": "resolve"}
