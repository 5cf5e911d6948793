"""The module map: identity, order, names, kinds; and all errors at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.construct.project import error, errors, module, module_map, names, write

from pybundle.construct.construct import construct
from pybundle.construct.record import ModuleKind
from pybundle.diagnostics import BundleError
from pybundle.options import Options

pytestmark = pytest.mark.usefixtures("project")


# Order and identity


def test_modules_come_breadth_first_in_order_of_request_entries_first(project: Path) -> None:
    write(
        project,
        {
            "one.js": 'import "./b.js"; import "./a.js";',
            "two.js": 'import "./a.js"; import "./c.js";',
            "a.js": 'import "./d.js"; import "./one.js";',
            "b.js": 'import "./e.js";',
            "c.js": "",
            "d.js": "",
            "e.js": "",
        },
    )
    graph = module_map("one.js", "two.js")
    assert names(graph) == ["one.js", "two.js", "b.js", "a.js", "c.js", "e.js", "d.js"]
    assert graph.entries == (0, 1)
    assert [m.index for m in graph.modules] == list(range(7))
    assert module(graph, "a.js").targets == (6, 0)


def test_one_file_is_one_module_however_it_is_reached(project: Path) -> None:
    write(
        project,
        {
            "main.js": """
                import "./lib/a.js"; import "./lib/../lib/./a.js"; import "./lib/a";
                import "./lib/%61.js"; import "./link.js"; import "./linked/a.js";
                import "./lib//a.js";
            """,
            "lib/a.js": "",
        },
    )
    (project / "link.js").symlink_to("lib/a.js")
    (project / "linked").symlink_to("lib")
    graph = module_map("main.js", "./main.js", str(project / "main.js"))
    assert names(graph) == ["main.js", "lib/a.js"]
    assert graph.entries == (0, 0, 0)
    assert graph.modules[0].targets == (1,) * 7
    assert graph.modules[1].path == os.path.realpath(project / "lib/a.js")
    assert graph.modules[1].url == Path(graph.modules[1].path).as_uri()


def test_query_and_fragment_make_distinct_modules(project: Path) -> None:
    main = 'import "./a.js"; import "./a.js?x"; import "./a.js?x#y"; import "./a.js?"; import "./a"'
    write(project, {"main.js": main, "a.js": 'import "./b.js";', "b.js": ""})
    graph = module_map("main.js")
    assert names(graph) == ["main.js", "a.js", "a.js?x", "a.js?x#y", "b.js"]
    assert graph.modules[0].targets == (1, 2, 3, 1, 1)
    assert len({m.path for m in graph.modules[1:4]}) == 1
    assert graph.modules[3].url.endswith("/a.js?x#y")


def test_a_self_import_and_a_cycle_end(project: Path) -> None:
    write(project, {"main.js": 'import "./main.js"; import "./a.js"', "a.js": 'import "./main"'})
    graph = module_map("main.js")
    assert [m.targets for m in graph.modules] == [(0, 1), (0,)]


def test_dynamic_imports_are_followed_unless_told(project: Path) -> None:
    write(project, {"main.js": 'import("./a.js"); import(`./b.js`); import(x);', "a.js": ""})
    graph, _ = construct(["main.js"], Options(), follow_dynamic=False)
    assert names(graph) == ["main.js"]
    assert set(graph.modules[0].targets) == {-1}
    write(project, {"b.js": ""})
    assert names(module_map("main.js")) == ["main.js", "a.js", "b.js"]


def test_what_import_asks_of_the_host_may_be_missing(project: Path) -> None:
    write(
        project, {"main.js": 'import("node:fs"); import("nowhere"); import("./a.js");', "a.js": ""}
    )
    graph, warnings = construct(["main.js"], Options())
    assert graph.modules[0].targets == (-1, -1, 1)
    assert [(found.code, found.severity) for found in warnings] == [
        ("unresolved-import", "warning")
    ] * 2


def test_a_long_chain_is_constructed_without_recursion(project: Path) -> None:
    count = 3000
    files = {f"m{i}.js": f'import "./m{i + 1}.js";' for i in range(count)}
    write(project, {**files, f"m{count}.js": ""})
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        graph = module_map("m0.js")
    finally:
        sys.setrecursionlimit(limit)
    assert len(graph.modules) == count + 1


# Names


def test_names_are_relative_to_the_root_with_slashes(project: Path, tmp_path: Path) -> None:
    write(project, {"src/main.js": 'import "../../shared/x.js"'})
    write(tmp_path, {"shared/x.js": ""})
    assert names(module_map("src/main.js")) == ["src/main.js", "../shared/x.js"]
    assert names(module_map("src/main.js", root="src")) == ["main.js", "../../shared/x.js"]
    assert names(module_map("src/main.js", root=str(tmp_path))) == [
        "project/src/main.js",
        "shared/x.js",
    ]


def test_a_file_that_shares_only_the_topmost_directory_is_not_named_by_its_path(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pybundle.construct.names import Names

    namer = Names(None)
    top = os.path.join(os.path.abspath(os.sep), "no-such-directory-of-the-root")
    assert namer.of(os.path.join(top, "x.js")) == "x.js"
    assert namer.of(os.path.join(top, "node_modules", "p", "x.js")) == "node_modules/p/x.js"


def test_names_are_printable(project: Path) -> None:
    write(project, {"main.js": 'import "./a%0Ab.js"; import "./%E2%80%A8.js"', "a\nb.js": ""})
    write(project, {"\u2028.js": ""})
    assert names(module_map("main.js")) == ["main.js", "a\\nb.js", "\\u2028.js"]


def test_standard_input_is_an_entry_in_the_working_directory(project: Path) -> None:
    write(project, {"a.js": ""})
    graph, _ = construct(["-"], Options(), stdin='import "./a.js";')
    assert names(graph) == ["<stdin>", "a.js"]
    assert graph.modules[0].path is None
    assert graph.modules[0].url == project.resolve().as_uri() + "/%3Cstdin%3E"


def test_a_dash_without_standard_input_is_a_file(project: Path) -> None:
    assert error("-").code == "not-found"
    write(project, {"-.js": ""})
    assert names(module_map("-")) == ["-.js"]


def test_names_of_data_urls_are_short_and_tell_modules_apart(project: Path) -> None:
    long = [f"data:text/javascript,export default '{'y' * 200}{i}'" for i in range(2)]
    specifiers = ["data:text/javascript,1", *long]
    write(project, {"main.js": "".join(f'import "{spec}";' for spec in specifiers)})
    found = names(module_map("main.js"))[1:]
    assert found[0] == "data:text/javascript,1"
    assert all(len(name) < 50 and name.startswith("data:text/javascript,") for name in found)
    assert len(set(found)) == 3


def test_the_same_tree_elsewhere_gives_the_same_names_and_order(tmp_path: Path) -> None:
    script = (
        "from pybundle.construct.construct import construct\n"
        "from pybundle.options import Options\n"
        "graph, _ = construct(['main.js'], Options())\n"
        "print([(m.name, m.source, m.targets) for m in graph.modules])\n"
    )
    main = "".join(f'import "./m{i}.js"; import "pkg/f{i}.js";' for i in range(20))
    outputs = set()
    for place, seed in (("one", "1"), ("two/deeper", "2")):
        files = {f"m{i}.js": f"{i}" for i in range(20)}
        packed = {f"node_modules/pkg/f{i}.js": f"{i}" for i in range(20)}
        root = write(tmp_path / place, {"main.js": main, **files, **packed})
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        ran = subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.add(ran.stdout)
    assert len(outputs) == 1
    assert "f19.js" in outputs.pop()


# Kinds


def test_attributes_choose_the_kind_and_another_kind_is_another_module(project: Path) -> None:
    write(
        project,
        {
            "main.js": """
                import a from "./x.json"; import b from "./x.json" with { type: "json" };
                import c from "./x.json" with { type: "text" };
                import d from "./x.json" with { type: "text" };
                import e from "./data" with { type: "json" }; import f from "./note.txt";
                import g from "./note.txt" with { type: "text" };
            """,
            "x.json": "[1]",
            "data": "[2]",
            "note.txt": "hello",
        },
    )
    graph = module_map("main.js")
    assert graph.modules[0].targets == (1, 1, 2, 2, 3, 4, 4)
    kinds = [m.record.kind.value for m in graph.modules]
    assert kinds == ["esm", "json", "text", "json", "text"]
    assert len({m.url for m in graph.modules}) == 5
    assert graph.modules[2].source == "[1]"


def test_unknown_attributes_are_refused(project: Path) -> None:
    main = 'import "./a.js" with { type: "css" }; import "./a.js" with { lazy: "yes" };'
    write(project, {"main.js": main, "a.js": ""})
    found = errors("main.js")
    assert [d.code for d in found] == ["unsupported-import-attribute"] * 2
    assert [d.place and d.place.column for d in found] == [8, 46]
    assert "css" in found[0].text and "lazy" in found[1].text


def test_externals_are_modules_of_their_own(project: Path) -> None:
    main = 'import "react"; import "react/jsx-runtime"; import "react" with { type: "json" };'
    write(project, {"main.js": main + 'import "react"; import "./a.js"', "a.js": 'import "react"'})
    graph = module_map("main.js", external=("react",))
    externals = [m for m in graph.modules if m.record.kind is ModuleKind.EXTERNAL]
    assert [m.url for m in externals] == ["react", "react/jsx-runtime", "react"]
    assert graph.modules[0].targets == (1, 2, 3, 1, 4)
    assert module(graph, "a.js").targets == (1,)
    assert all(m.path is None and m.source == "" for m in externals)


def test_a_relative_external_must_mean_one_file(project: Path) -> None:
    write(
        project,
        {
            "main.js": 'import "./x.js"; import "./a/a.js"; import "./b/b.js"',
            "a/a.js": 'import "../x.js";',
            "b/b.js": 'import "./x.js";',
        },
    )
    found = error("main.js", external=("./x.js", "../x.js"))
    assert found.code == "external-conflict"
    assert found.place is not None and found.place.file == "b/b.js"
    write(project, {"b/b.js": ""})
    graph = module_map("main.js", external=("./x.js",))
    assert module(graph, "a/a.js").targets == (1,)
    assert graph.modules[1].url == "./x.js"


def test_a_template_may_not_make_a_relative_external_of_two_files(project: Path) -> None:
    call = "require(`./x/${name}.js`)"
    write(
        project,
        {
            "main.cjs": 'require("./a/i.cjs"); require("./b/i.cjs")',
            "a/i.cjs": call,
            "a/x/m.js": "",
            "b/i.cjs": call,
            "b/x/m.js": "",
        },
    )
    found = error("main.cjs", external=("./x/*",))
    assert found.code == "external-conflict"
    assert found.place is not None and found.place.file == "b/i.cjs"


# Errors


def test_every_error_of_the_graph_is_reported(project: Path) -> None:
    write(
        project,
        {
            "main.js": 'import "./missing.js";\nimport "./bad.js";\nimport "./cjs.cjs";\n'
            'import "nowhere";\nimport "./bytes.js";\nimport "./picture.png";',
            "bad.js": 'import "./gone.js";\nlet x = ;\n',
            "cjs.cjs": "module.exports = 1;",
            "bytes.js": b'"ok";\n"\xff";\n',
            "picture.png": b"\x89PNG",
        },
    )
    found = errors("main.js", "absent.js")
    at = [(d.code, d.place and (d.place.file, d.place.line, d.place.column)) for d in found]
    assert at == [
        ("not-found", None),
        ("unresolved-import", ("main.js", 1, 8)),
        ("unresolved-import", ("main.js", 4, 8)),
        ("syntax-error", ("bad.js", 2, 9)),
        ("not-utf8", ("bytes.js", 2, 2)),
        ("unknown-file-type", ("main.js", 6, 8)),
    ]
    notes = {note.file for d in found for _, note in d.notes if note is not None}
    assert notes == {"main.js"}


def test_one_broken_file_is_one_error_however_many_import_it(project: Path) -> None:
    files = {f"m{i}.js": 'import "./bad.js"; import "pkg";' for i in range(3)}
    main = "".join(f'import "./m{i}.js";' for i in range(3))
    manifest = {"node_modules/pkg/package.json": "{\n  nonsense\n}"}
    write(project, {"main.js": main, "bad.js": "let let", **files, **manifest})
    found = errors("main.js")
    assert sorted({d.code for d in found}) == ["invalid-package-json", "syntax-error"]
    assert len([d for d in found if d.code == "syntax-error"]) == 1
    broken = [d for d in found if d.code == "invalid-package-json"]
    assert len(broken) == 1
    assert broken[0].place is not None
    assert (broken[0].place.file, broken[0].place.line) == ("node_modules/pkg/package.json", 2)


def test_what_many_modules_lack_is_one_error_with_all_places(project: Path) -> None:
    files = {f"m{i}.js": 'import "react"; import "react"; import "./nowhere"' for i in range(12)}
    main = "".join(f'import "./m{i}.js";' for i in range(12))
    write(project, {"main.js": main, **files})
    react, nowhere = errors("main.js")
    assert "react" in react.text
    places = [react.place, *(place for _, place in react.notes[1:9])]
    at = [(place and place.file, place and place.column) for place in places]
    assert at == [(f"m{i // 2}.js", (8, 24)[i % 2]) for i in range(9)]
    assert react.notes[9] == ("and in 15 more places", None)
    assert len(nowhere.notes) == 10


def test_messages_never_hold_absolute_paths(project: Path, tmp_path: Path) -> None:
    write(
        project,
        {
            "main.js": 'import "./a"; import "./lib"; import "pkg/b"; import "pkg"; import "../x";'
            'import "other";',
            "lib/x.txt": "",
            "node_modules/pkg/package.json": {"main": "gone.js"},
            "node_modules/other/package.json": {"exports": {"./a": "./a.js"}},
        },
    )
    with pytest.raises(BundleError) as caught:
        module_map("main.js")
    assert len(caught.value.diagnostics) == 6
    assert str(tmp_path) not in repr(caught.value.diagnostics)


def test_an_entry_that_is_a_directory_or_missing_says_what_was_meant(project: Path) -> None:
    write(project, {"src/index.js": "", "main.mjs": "", "other.js": "", "Cased.js": ""})
    found = {entry: error(entry) for entry in ("src", "man.mjs", "cased.js", "nothing/at/all.js")}
    assert found["src"].code == "is-directory"
    assert found["src"].hint == "Did you mean src/index.js?"
    assert {d.code for d in found.values()} == {"is-directory", "not-found"}
    assert "main.mjs" in found["man.mjs"].hint
    assert "Cased.js" in found["cased.js"].hint


def test_a_working_directory_that_is_gone_is_an_error(project: Path) -> None:
    gone = project / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    assert error("main.js").code == "not-found"


def test_commonjs_globals_in_an_es_module_are_a_warning(project: Path) -> None:
    write(project, {"main.mjs": "module.exports = 1;", "a.mjs": "export {}; typeof require;"})
    graph, warnings = construct(["main.mjs", "a.mjs"], Options())
    assert len(graph.modules) == 2
    (warning,) = warnings
    assert (warning.code, warning.severity) == ("commonjs-in-module", "warning")
    assert warning.place is not None and warning.place.file == "main.mjs"


def test_stages_can_be_timed(project: Path) -> None:
    write(project, {"main.js": 'import "./a.js"', "a.js": ""})
    seen: list[str] = []

    def observe(stage: str, seconds: float) -> None:
        assert seconds >= 0
        seen.append(stage)

    construct(["main.js"], Options(), observe=observe)
    assert seen == ["read", "scan", "resolve"] * 2
