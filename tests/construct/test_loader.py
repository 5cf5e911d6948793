"""From files and ``data:`` URLs to texts and kinds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, BinaryIO, Literal

import pytest
from tests.construct.project import error, module_map, write

from pybundle.construct.record import ModuleKind
from pybundle.construct.resolve.urls import (
    data_url,
    data_url_key,
    decoded_path,
    file_url,
    file_url_path,
    scheme,
    split_suffix,
)

ESM = "export default 1;"
COMMONJS = "module.exports = 1;"
NEITHER = "console.log(1);"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# Kinds


@pytest.mark.parametrize(
    ("name", "manifest", "text", "kind"),
    [
        ("a.mjs", None, ESM, "esm"),
        ("a.mjs", {"type": "commonjs"}, NEITHER, "esm"),
        ("a.cjs", {"type": "module"}, NEITHER, "commonjs"),
        ("a.js", {"type": "module"}, NEITHER, "esm"),
        ("a.js", {"type": "module"}, COMMONJS, "esm"),
        ("a.js", {"type": "commonjs"}, COMMONJS, "commonjs"),
        ("a.js", {"type": "commonjs"}, NEITHER, "commonjs"),
        ("a.js", {"type": "commonjs"}, ESM, "esm"),
        ("a.js", {"type": "else"}, ESM, "esm"),
        ("a.js", {}, ESM, "esm"),
        ("a.js", {}, COMMONJS, "commonjs"),
        ("a.js", {}, NEITHER, "esm"),
        ("a.js", {}, "return 1;", "commonjs"),
        ("a.js", {}, "with (x) {}", "commonjs"),
        ("a.js", {}, "", "esm"),
        ("a.JS", {}, ESM, "esm"),
        ("a", {}, ESM, "esm"),
        ("a.es6", {}, ESM, "esm"),
        ("a.json", {}, '{"a": 1}', "json"),
        ("a.txt", {}, "let let", "text"),
    ],
)
def test_kinds(project: Path, name: str, manifest: Any, text: str, kind: str) -> None:
    write(project, {name: text, **({} if manifest is None else {"package.json": manifest})})
    (found_module,) = module_map(name).modules
    assert found_module.record.kind.value == kind
    assert found_module.source == text


def test_what_require_asks_for_is_commonjs_unless_it_has_module_syntax(project: Path) -> None:
    files = {"main.cjs": 'require("./neither"); require("./esm");'}
    write(project, {**files, "neither.js": NEITHER, "esm.js": ESM})
    kinds = [module.record.kind for module in module_map("main.cjs").modules]
    assert kinds == [ModuleKind.COMMONJS, ModuleKind.COMMONJS, ModuleKind.ESM]


def test_only_explicit_es_modules_are_in_nodes_mode(project: Path) -> None:
    imports = 'import "./b.mjs"; import "./c/d.js";'
    files = {"a.js": imports, "b.mjs": "", "c/package.json": {"type": "module"}, "c/d.js": ""}
    write(project, files)
    assert [module.node_mode for module in module_map("a.js").modules] == [False, True, True]


def test_the_type_of_a_package_ends_at_node_modules(project: Path) -> None:
    write(project, {"package.json": {"type": "commonjs"}, "node_modules/x.js": NEITHER})
    assert module_map("node_modules/x.js").modules[0].record.kind is ModuleKind.ESM
    write(project, {"node_modules/pkg/lib/x.js": NEITHER})
    assert module_map("node_modules/pkg/lib/x.js").modules[0].record.kind is ModuleKind.ESM


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("a.ts", "TypeScript"),
        ("a.jsx", "JSX"),
        ("a.vue", "Vue"),
        ("a.css", "files ending in .css"),
        ("a.PNG", "files ending in .png"),
        ("a.json5", "files ending in .json5"),
    ],
)
def test_files_that_are_something_else(project: Path, name: str, says: str) -> None:
    write(project, {"main.js": f'import "./{name}";', name: "x"})
    found = error("main.js")
    assert found.code == "unknown-file-type"
    assert says in found.text
    assert found.place is not None and (found.place.file, found.place.column) == ("main.js", 8)


# Texts


def test_texts_are_the_bytes(project: Path) -> None:
    text = 'export default `a\r\nb\rc\u2028d\u00e9\U0001f600`;\r\n"\x0c"\r'
    write(project, {"main.js": text.encode()})
    assert module_map("main.js").modules[0].source == text


@pytest.mark.parametrize("name", ["main.js", "main.json", "main.txt"])
def test_a_byte_order_mark_is_dropped_once(project: Path, name: str) -> None:
    write(project, {name: b"\xef\xbb\xbf1"})
    assert module_map(name).modules[0].source == "1"
    write(project, {"twice.txt": b"\xef\xbb\xbf\xef\xbb\xbf1"})
    assert module_map("twice.txt").modules[0].source == "\ufeff1"


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"let a;\nlet b = '\xff';", "not-utf8", (2, 10)),
        (b"// \xc3\xa9\r\n\xc3\xa9\xe9", "not-utf8", (2, 2)),
        (b"\xed\xa0\x80", "not-utf8", (1, 1)),
        (b"ok \xc3", "not-utf8", (1, 4)),
        ("let a;".encode("utf-16"), "not-utf8", None),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary-file", None),
        (b"\0asm\1\0\0\0", "binary-file", None),
        (b"\0" * 4096, "binary-file", None),
        (b"\x1f\x8b\x08\x08\xff", "binary-file", None),
    ],
)
def test_files_that_are_no_text(
    project: Path, data: bytes, code: str, place: tuple[int, int] | None
) -> None:
    write(project, {"main.js": 'import "./a.js";', "a.js": data})
    found = error("main.js")
    assert found.code == code
    assert "a.js" in found.text
    assert found.place is not None
    where = (found.place.file, found.place.line, found.place.column)
    assert where == (("a.js", *place) if place else ("main.js", 1, 8))


def test_nul_in_a_string_is_no_binary_file(project: Path) -> None:
    write(project, {"main.js": b'export default "\0";'})
    assert module_map("main.js").modules[0].source == 'export default "\0";'


def test_json_errors_have_a_place(project: Path) -> None:
    write(project, {"main.js": 'import "./a.json";', "a.json": '{\n  "a": 1,\n  b: 2\n}'})
    found = error("main.js")
    assert found.code == "syntax-error"
    assert found.place is not None
    assert (found.place.file, found.place.line, found.place.column) == ("a.json", 3, 3)
    assert found.notes[0][0] == "imported here"


def test_files_that_cannot_be_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project, {"main.js": 'import "./a.js";', "a.js": ""})
    real = open

    def guarded(path: str, mode: Literal["rb"]) -> BinaryIO:
        if path.endswith("a.js"):
            raise PermissionError(13, "Permission denied", path)
        return real(path, mode)

    monkeypatch.setattr("builtins.open", guarded)
    found = error("main.js")
    assert (found.code, found.text) == ("unreadable-file", "a.js can't be read: Permission denied")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_pipes_are_not_waited_for(project: Path) -> None:
    os.mkfifo("pipe.js")
    write(project, {"main.js": 'import "./pipe.js";'})
    assert error("main.js").code == "unresolved-import"
    assert error("pipe.js").text == "pipe.js is not a regular file"


# data: URLs


@pytest.mark.parametrize(
    ("url", "kind", "text"),
    [
        ("data:text/javascript,export default 1", "esm", "export default 1"),
        ("data:text/javascript,export%20default%20'%C3%A9'", "esm", "export default 'é'"),
        ("data:text/javascript,let x='é'", "esm", "let x='é'"),
        ("data:text/javascript;charset=utf-8;base64,bGV0IGE7", "esm", "let a;"),
        ("data:text/javascript;base64,bGV0IGE%3D", "esm", "let a"[:5]),
        ("data:application/javascript,1?2:3#x", "esm", "1?2:3"),
        ("data:application/json,[1]", "json", "[1]"),
        ("data:application/ld+json,{}", "json", "{}"),
        ("data:text/plain,let%20let", "text", "let let"),
        ("data:,x", "text", "x"),
        ("DATA:TEXT/JAVASCRIPT,1", "esm", "1"),
        ("data:text/javascript,%zz", "syntax-error", ""),
        ("data:text/javascript,%ff", "not-utf8", ""),
        ("data:image/png,x", "unknown-file-type", ""),
    ],
)
def test_data_urls(project: Path, url: str, kind: str, text: str) -> None:
    write(project, {"main.js": f'import "{url}";'})
    if not text:
        assert error("main.js").code == kind
        return
    found = module_map("main.js").modules[1]
    assert (found.record.kind.value, found.source, found.path) == (kind, text, None)


def test_base64_is_forgiving_as_the_fetch_standard_says() -> None:
    assert data_url("data:;base64,YQ").body == b"a"
    assert data_url("data:;base64, Y Q = = ").body == b"a"
    assert data_url("data:;BASE64,YWI=").body == b"ab"
    for wrong in ("Y", "YQ=", "YQ===", "Y_-Q", "Y=Q="):
        with pytest.raises(ValueError, match="base64"):
            data_url(f"data:;base64,{wrong}")


def test_keys_of_data_urls_are_what_a_url_parser_prints() -> None:
    assert data_url_key("DATA:text/javascript,é\x01 x") == "data:text/javascript,%C3%A9%01 x"


# file: URLs


def test_file_urls_of_paths() -> None:
    path = os.path.join(os.path.abspath(os.sep), "a b", "é#?%[]~^|.js")
    url = file_url(path)
    assert url.endswith("/a%20b/%C3%A9%23%3F%25%5B%5D%7E%5E%7C.js")
    assert file_url_path(url) == (path.replace(os.sep, "/"), "")
    assert file_url(os.fsdecode(b"/\xff")).endswith("/%FF")


def test_schemes() -> None:
    given = ("node:fs", "HTTPS://x", "a+b.c-d:x", "./a:b", "@s/a:b", "1a:b", "", "no")
    assert [scheme(s) for s in given] == ["node", "https", "a+b.c-d", "", "", "", "", ""]


def test_suffixes_are_encoded_as_a_url_parser_does() -> None:
    assert split_suffix("./a?x y'\"<>`#x y'\"<>`") == (
        "./a",
        "?x%20y%27%22%3C%3E`#x%20y'%22%3C%3E%60",
    )
    assert split_suffix("./a#b?c") == ("./a", "#b?c")
    assert split_suffix("./a?#") == ("./a", "")


def test_decoding_refuses_what_node_refuses() -> None:
    assert decoded_path("%41%c3%a9") == "Aé"
    for wrong in ("a%2Fb", "a%5cb", "100%", "%g0", "%c3"):
        with pytest.raises(ValueError, match=r"%|percent"):
            decoded_path(wrong)
