"""Generated graphs: many small modules, a long chain, a hot loop among other modules.

Every function writes its graph below a directory and returns the entry's path. The text
depends on the arguments alone.
"""

from __future__ import annotations

import math
from pathlib import Path

LOOPS = {
    "plain": "for (let i = 0; i < 300e6; i++) {\n  total = (total + i) | 0;\n}\n",
    "exported": "for (let i = 0; i < 100e6; i++) {\n  total = (total + i) | 0;\n}\n",
    "imports": "for (let i = 0; i < 20e6; i++) {\n  total = step(total + i) + factor * offset;\n"
    "  if (total > 1e9) total -= 1e9;\n}\n",
}
"""Hot loops: with local variables alone; with an exported one; with an imported function,
constant and variable."""


def small_modules(directory: Path, count: int) -> Path:
    """Write ``count`` modules of about twenty lines and an entry that uses them.

    Module ``i`` imports up to three earlier ones. Private names repeat from module to
    module, as they do in real programs, so that renaming has its work.
    """
    for i in range(count):
        _write(directory / f"m{i // 100}" / f"part{i}.js", _small_module(i))
    last = range(max(0, count - 20), count)
    lines = [f'import {{ total{i} }} from "./{_small_path(i)}";' for i in last]
    lines.append(f"console.log([{', '.join(f'total{i}(3)' for i in last)}].join());")
    return _write(directory / "entry.js", "\n".join(lines) + "\n")


def _small_path(index: int) -> str:
    return f"m{index // 100}/part{index}.js"


def _small_module(index: int) -> str:
    used = sorted({(index * 7 + 3) % index, index // 2, index - 1}) if index else []
    imports = [f'import {{ total{j}, Item{j} }} from "../{_small_path(j)}";' for j in used]
    sums = " + ".join([f"(total{j}(depth - 1) % 97)" for j in used] or ["1"])
    items = ", ".join([f"new Item{j}(value)" for j in used] or ["value"])
    return "\n".join(
        [
            *imports,
            "",
            f"const limit = {index % 13 + 2};",
            f'const name = "part {index}";',
            "let calls = 0;",
            "",
            "function clamp(value, most = limit) {",
            "  return value > most ? most : value;",
            "}",
            "",
            f"export function total{index}(depth) {{",
            "  calls += 1;",
            "  if (depth <= 0) return clamp(calls);",
            f"  return clamp(depth) + {sums};",
            "}",
            "",
            f"export class Item{index} {{",
            "  constructor(value) {",
            "    this.value = value;",
            "    this.label = `${name}: ${clamp(value)}`;",
            "  }",
            f"  parts(value = this.value) {{ return [{items}]; }}",
            "}",
            "",
        ]
    )


def chain(directory: Path, length: int) -> Path:
    """Write a chain in which each module imports the next one and re-exports what it adds."""
    for i in range(length - 1):
        text = f'import {{ sum as rest }} from "./link{i + 1}.js";\nexport const sum = rest + 1;\n'
        _write(directory / f"link{i}.js", text)
    _write(directory / f"link{length - 1}.js", "export const sum = 1;\n")
    entry = 'import { sum } from "./link0.js";\nconsole.log(sum);\n'
    return _write(directory / "entry.js", entry)


def hot_loop(directory: Path, count: int, kind: str) -> Path:
    """Write ``count`` modules, the entry with a hot loop at its top level among them.

    ``kind`` is a key of ``LOOPS``. The entry prints ``hot MILLISECONDS`` for its loop.
    """
    _write(
        directory / "step.js",
        "export const factor = 3;\nexport let offset = 1;\n"
        "export function step(value) { return (value * factor + offset) | 0; }\n"
        "export function move() { offset = 2; }\nmove();\n",
    )
    rest = max(0, count - 2)
    for i in range(rest):
        use = f'import {{ value{i - 1} as before }} from "./other{i - 1}.js";\n' if i else ""
        start = "before" if i else "0"
        text = (
            f"{use}const seed = {i};\nlet state = seed;\n"
            f"export function next{i}() {{ state += 1; return state; }}\n"
            f"export const value{i} = ({start} + next{i}()) % 1009;\n"
        )
        _write(directory / f"other{i}.js", text)
    last = f'import {{ value{rest - 1} as others }} from "./other{rest - 1}.js";\n' if rest else ""
    return _write(
        directory / "entry.js",
        last
        + 'import { step, factor, offset } from "./step.js";\n'
        + f"{'export ' if kind == 'exported' else ''}let total = {'others' if rest else '0'};\n"
        + "const started = Date.now();\n"
        + LOOPS[kind]
        + 'console.log("hot", Date.now() - started, total);\n',
    )


def nested(directory: Path, depth: int) -> Path:
    """Write one module whose expressions nest ``depth`` deep."""
    plus = " + ".join(["a"] * depth)
    brackets = "[" * depth + "]" * depth
    text = f"const a = 1;\nconst sum = {plus};\nconst deep = {brackets};\n"
    digits = math.ceil(math.log10(depth + 1))
    return _write(directory / "entry.js", text + f"console.log(sum, deep.length, {digits});\n")


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
