"""Node's own answers to questions of resolution."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from pybundle.construct.names import Names
from pybundle.construct.problem import Problem
from pybundle.construct.record import ModuleKind
from pybundle.construct.resolve.files import Files
from pybundle.construct.resolve.packages import Packages
from pybundle.construct.resolve.resolver import Resolver
from pybundle.options import Options

SCRIPT = Path(__file__).with_name("resolve_all.mjs")

CODES = {
    "ERR_PACKAGE_PATH_NOT_EXPORTED": "package-path-not-exported",
    "ERR_INVALID_PACKAGE_TARGET": "invalid-package-target",
    "ERR_PACKAGE_IMPORT_NOT_DEFINED": "package-import-not-defined",
    "ERR_INVALID_PACKAGE_CONFIG": "invalid-package-json",
    "ERR_INVALID_MODULE_SPECIFIER": "unresolved-import",
    "ERR_MODULE_NOT_FOUND": "unresolved-import",
    "ERR_UNKNOWN_BUILTIN_MODULE": "unresolved-import",
}
"""Node's error codes, and what they are called here."""

Question = tuple[str, str]
"""A specifier, and the path of the importing file."""


def ask_node(questions: Sequence[Question], directory: Path) -> list[str]:
    """Return for each question a URL, or the code of the error that it ends in, in our
    words. Skips the test, loudly, where there is no Node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("LEFT OUT: Node is not installed, so its resolution can't be compared")
    asked = directory / "questions.json"
    asked.write_text(json.dumps([(s, Path(path).as_uri()) for s, path in questions]))
    flags = ["--no-warnings", "--experimental-import-meta-resolve", "--conditions=module"]
    ran = subprocess.run(
        [node, *flags, SCRIPT, asked],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "NODE_OPTIONS": ""},
    )
    answers = json.loads(ran.stdout)
    return [_answer(s, answer) for (s, _), answer in zip(questions, answers, strict=True)]


def ask_ourselves(questions: Sequence[Question]) -> list[str]:
    """Return the same from the resolver, for platform node."""
    files, names = Files(), Names(None)
    resolver = Resolver(Options(platform="node"), files, Packages(files, names), names)
    answers = []
    for specifier, path in questions:
        try:
            resolved = resolver.resolve(specifier, files.directory(os.path.dirname(path)))
        except Problem as problem:
            answers.append(problem.code)
            continue
        if resolved.kind is ModuleKind.EXTERNAL:
            answers.append("node:" + resolved.url.removeprefix("node:"))
        else:
            answers.append(resolved.url)
    return answers


def _answer(specifier: str, answer: dict[str, str]) -> str:
    if specifier == "#" or (specifier.startswith("#") and specifier.endswith("/")):
        assert answer == {"code": "ERR_INVALID_MODULE_SPECIFIER"}
        return "package-import-not-defined"
    if "code" in answer:
        return CODES.get(answer["code"], answer["code"])
    url = answer["url"]
    if url.startswith("file:") and not os.path.isfile(url2pathname(urlsplit(url).path)):
        return "unresolved-import"
    return url
