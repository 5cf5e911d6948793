"""Modules with direct eval in an ES module output."""

from pathlib import Path

import pytest

from pybundle import BundleError, bundle
from pybundle.emit.helpers import helper
from pybundle.plan.evals import READ_BY_HELPERS

LONE_HELPERS = ("importFrom", "importWith", "metaOfModule", "setName")
"""What a bundle of a single module may carry."""


def build(folder: Path, **files: str) -> str:
    """The ES module output of ``main``."""
    for name, text in files.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return bundle(folder / "main.js", format="esm", root=folder).code


@pytest.mark.parametrize("name", LONE_HELPERS)
def test_names_that_helpers_read_are_known(name: str) -> None:
    assert helper(name).globals <= READ_BY_HELPERS


def test_a_single_module_stays_as_it_is(tmp_path: Path) -> None:
    text = 'let n = 1;\nexport { n };\neval("n++");'
    assert build(tmp_path, main=text) == '// main.js\nlet n = 1;\neval("n++");\n\nexport { n };\n'


@pytest.mark.parametrize("name", ["Object", "Function"])
def test_a_single_module_that_hides_what_helpers_read_does_not(tmp_path: Path, name: str) -> None:
    code = build(tmp_path, main=f'const {name} = 1;\nconsole.log(eval("{name}"));')
    assert "detach(main_text)" in code


def test_what_eval_may_assign_is_not_exported(tmp_path: Path) -> None:
    with pytest.raises(BundleError) as caught:
        build(tmp_path, main='export { a } from "./dep.js";', dep='export let a; eval("a = 1");')
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "direct-eval"
    assert diagnostic.place is not None
    assert (diagnostic.place.file, diagnostic.place.line) == ("dep.js", 1)


def test_constants_of_such_modules_are(tmp_path: Path) -> None:
    main = 'export { a, default } from "./dep.js";'
    code = build(tmp_path, main=main, dep='export const a = eval("1"); export default class {}')
    assert "export { " in code
    assert "detach(dep_text)" in code
