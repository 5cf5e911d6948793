"""Whatever a specifier or a file holds, construction ends in a module map or in
diagnostics, never in another exception."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.construct.project import write

from pybundle.construct.loader import decoded
from pybundle.construct.names import Names
from pybundle.construct.problem import Problem
from pybundle.construct.record import ModuleKind
from pybundle.construct.resolve.files import Files
from pybundle.construct.resolve.packages import Packages
from pybundle.construct.resolve.resolver import Resolved, Resolver
from pybundle.diagnostics import Diagnostic
from pybundle.options import PLATFORMS, Options

PIECES = st.sampled_from(
    [
        *"./ ../ / // . .. # ? % %2f %20 %zz %ff \\ : @ * $ ~ node_modules pkg sub".split(),
        *"a.js dir".split(),
        *"file: file:/// data: data:text/javascript, ;base64, node: http:// C:\\ \0 \ud800".split(),
        *"index package.json {} self #x é \u0301 \U0001f600 %00 con aux a".split(),
        " ",
        "\n",
        "x" * 300,
    ]
)
SPECIFIERS = st.one_of(st.lists(PIECES, max_size=6).map("".join), st.text(max_size=12))
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), SPECIFIERS)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(SPECIFIERS, st.sampled_from(["import", "1"])), inner, max_size=3),
    ),
    max_leaves=8,
)
MANIFESTS = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(
        ("name", "type", "main", "module", "browser", "exports", "imports"), VALUES
    ),
)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("tree")
    files = {"a.js": "", "dir/index.js": "", "node_modules/pkg/a.js": "", "é.js": ""}
    write(root, {**files, "sub/a.js": ""})
    (root / "link").symlink_to("link")
    return root


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(manifest=MANIFESTS, specifiers=st.lists(SPECIFIERS, min_size=1, max_size=8))
def test_any_specifier_resolves_or_is_a_problem(
    tree: Path, manifest: dict[str, object], specifiers: list[str]
) -> None:
    for place in ("package.json", "node_modules/pkg/package.json"):
        (tree / place).write_text(json.dumps(manifest))
    for platform in PLATFORMS:
        files, names = Files(), Names(str(tree))
        external = tuple(specifiers[:1]) if platform == "neutral" else ()
        options = Options(platform=platform, external=external)
        resolver = Resolver(options, files, Packages(files, names), names)
        base = files.directory(os.path.realpath(tree / "sub"))
        for specifier in specifiers:
            for asked in (base, None):
                try:
                    found = resolver.resolve(specifier, asked)
                except Problem as problem:
                    texts = (problem.text, problem.hint, *(text for text, _ in problem.notes))
                    assert problem.code and all(text.isprintable() for text in texts)
                    assert isinstance(problem.diagnostic(None), Diagnostic)
                else:
                    check(found)
            try:
                resolver.entry(specifier)
            except Problem as problem:
                assert problem.code and (problem.text + problem.hint).isprintable()


def check(found: Resolved) -> None:
    if found.kind is None and found.path is not None:
        assert os.path.isfile(found.path)
        assert found.path == os.path.realpath(found.path)
        assert found.url.startswith("file:///") and found.url.isascii()
        assert found.url.endswith(found.suffix)
    elif found.kind is None:
        assert found.url.startswith("data:")
    else:
        assert found.kind in (ModuleKind.EXTERNAL, ModuleKind.EMPTY)


@given(data=st.binary(max_size=40))
def test_any_bytes_are_text_or_a_problem(data: bytes) -> None:
    try:
        text = decoded(data, "x.js")
    except Problem as problem:
        assert problem.code in ("not-utf8", "binary-file")
    else:
        assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")
