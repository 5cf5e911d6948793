"""A file that a warm Node runs does what it does in a process of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.node_files import RUNS, Ran, needs_node, run_file, run_files
from tests.tree import write_tree
from tests.warm_node import WarmNode

pytestmark = needs_node

PROGRAMS = {
    "globals.cjs": "console.log(Object.getOwnPropertyNames(globalThis).sort().join());",
    "surroundings.cjs": """
        console.log(require.main === module, Object.keys(require.cache).length, module.children);
        console.log(process.argv.slice(1), process.execArgv, process.cwd(), process.mainModule.id);
        console.log(this === module.exports, process.env.GIVEN, typeof process.exitCode);
    """,
    "order.cjs": """
        process.nextTick(() => console.log("tick"));
        Promise.resolve().then(() => console.log("job"));
        setTimeout(() => console.log("timer"), 5);
        process.on("beforeExit", () => console.log("before"));
        process.on("exit", (code) => console.log("exit", code));
        console.log("main");
    """,
    "order.mjs": """
        process.nextTick(() => console.log("tick"));
        Promise.resolve().then(() => console.log("job"));
        await 0;
        console.log(import.meta.url.endsWith("/order.mjs"), typeof require, this);
    """,
    "exit.cjs": """
        for (let i = 0; i < 3000; i++) console.log("line", i);
        process.on("exit", () => process.stdout.write("last"));
        console.error("said");
        process.exit(3);
    """,
    "status.cjs": "process.exitCode = 7; leaked = 1; console.log('\\u00e9\\u{1F600}');",
    "never.mjs": "console.log(1); await new Promise(() => {}); console.log(2);",
    "throws.cjs": """
        class OwnError extends RangeError {}
        setTimeout(() => console.log("never"), 10);
        setTimeout(() => { console.log("now"); throw new OwnError("of a timer"); }, 1);
    """,
    "code.cjs": 'throw Object.assign(new TypeError("with a code"), { code: "E_CODE" });',
    "text.cjs": 'console.log(1); throw "text";',
    "rejects.cjs": 'Promise.reject(new SyntaxError("rejected")); console.log(1);',
    "rejects.mjs": "console.log(1); Promise.reject(5);",
    "caught.cjs": """
        process.on("uncaughtException", (error) => console.log("caught", error.message));
        process.on("unhandledRejection", (error) => console.log("unhandled", error));
        Promise.reject(2);
        throw new Error("a");
    """,
    "syntax.mjs": "console.log(1); foo(",
    "missing.cjs": "console.log(1); import('./nothing.mjs');",
    "missing.mjs": "import './nothing.mjs';",
    "deep.cjs": """
        let depth = 0;
        const deeper = () => { depth++; deeper(); };
        try { deeper(); } catch (error) { console.log(error.name, depth > 5000, depth < 20000); }
    """,
}
_ERROR = re.compile(r"^(?:Uncaught )?(\w*Error\b.*)$", re.MULTILINE)


def _alone(path: Path, *arguments: str) -> Ran:
    env = {"PATH": "/usr/bin", "GIVEN": "value"}
    node = shutil.which("node")
    assert node is not None
    made = subprocess.run(
        [node, "--no-warnings", path, *arguments],
        cwd=path.parent,
        env=env,
        capture_output=True,
        check=False,
    )
    return Ran(made.stdout.decode(), made.stderr.decode(), made.returncode)


def _thrown(ran: Ran) -> str:
    found = _ERROR.search(ran.stderr)
    return found[1] if found else ""


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_file_does_as_in_a_process_of_its_own(name: str, tmp_path: Path) -> None:
    path = tmp_path.resolve() / name
    path.write_text(PROGRAMS[name], "utf-8")
    expected = _alone(path, "a", "b c")
    env = {"PATH": "/usr/bin", "GIVEN": "value"}
    for _ in range(2):
        made = run_file(path, "a", "b c", folder=path.parent, env=env)
        assert (made.stdout, made.code) == (expected.stdout, expected.code)
        assert _thrown(made) == _thrown(expected)
        assert bool(made.stderr) >= bool(expected.stderr)


TOGETHER = (
    "order.mjs",
    "never.mjs",
    "code.cjs",
    "text.cjs",
    "rejects.mjs",
    "syntax.mjs",
    "deep.cjs",
)


def test_files_that_share_a_thread_do_as_alone(tmp_path: Path) -> None:
    told = "console.log(process.argv.slice(2), require.main === module);"
    programs = {**{name: PROGRAMS[name] for name in TOGETHER}, "told.cjs": told}
    write_tree(tmp_path, programs)
    paths = [tmp_path / name for name in (*programs, "told.cjs")]
    alone = [run_file(path, "a", 2, folder=tmp_path) for path in paths]
    together = run_files([(path, "a", 2) for path in paths], folder=tmp_path)
    assert [ran.stdout for ran in together] == [ran.stdout for ran in alone]
    assert [_thrown(ran) for ran in together] == [_thrown(ran) for ran in alone]
    assert [bool(ran.code) for ran in together] == [ran.code == 1 for ran in alone]


def test_what_adds_globals_shares_no_thread(tmp_path: Path) -> None:
    (tmp_path / "main.cjs").write_text("leaked = 1;")
    with pytest.raises(AssertionError, match="adds the global leaked"):
        run_files([[tmp_path / "main.cjs"]], folder=tmp_path)


def test_nothing_is_left_for_the_next(tmp_path: Path) -> None:
    path = tmp_path / "main.cjs"
    counted = "globalThis.n = (globalThis.n ?? 0) + 1; exports.n = n; Array.prototype.own = n;"
    (tmp_path / "part.cjs").write_text(f"console.log([].own); {counted}")
    path.write_text("console.log(require('./part.cjs').n); setInterval(() => {}, 1).unref();")
    assert [run_file(path, folder=tmp_path) for _ in range(3)] == [Ran("undefined\n1\n", "", 0)] * 3


def test_what_does_not_end_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "main.cjs"
    path.write_text("for (;;);")
    script = Path(__file__).with_name("node_files.mjs")
    node = WarmNode(script, runs=RUNS, timeout=1.0)
    request = {"file": str(path), "argv": [], "cwd": str(tmp_path), "env": {}}
    assert node.ask(request) is None
    path.write_text("console.log(1);")
    node.timeout = 30.0
    assert node.ask(request) == {"stdout": "1\n", "stderr": "", "code": 0}
    node.close()
