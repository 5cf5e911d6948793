"""WebAssembly is compiled beside the program, in the host's time: runs wait for it."""

from __future__ import annotations

from tests.runtime.programs import module, printed

from pybundle_runtime import Evaluator, Script

BYTES = """
// A module that exports `add`, with `count` more functions, each with a long body.
const makeBytes = (count) => {
  const size = (n) => n < 128 ? [n] : [n & 127 | 128, ...size(n >>> 7)];
  const section = (id, content) => [id, ...size(content.length), ...content];
  const long = [0, ...Array(400).fill([0x20, 0, 0x20, 1, 0x6c, 0x1a]).flat(), 0x20, 0, 0x0b];
  const add = [0, 0x20, 0, 0x20, 1, 0x6a, 0x0b];
  const bodies = [add, ...Array(count).fill(long)];
  return new Uint8Array([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f]),
    ...section(3, [...size(bodies.length), ...bodies.map(() => 0)]),
    ...section(7, [1, 3, 0x61, 0x64, 0x64, 0, 0]),
    ...section(10, [...size(bodies.length), ...bodies.flatMap((b) => [...size(b.length), ...b])]),
  ]);
};
"""
USE = """
setTimeout(() => console.log("timer"), 1);
const made = await WebAssembly.compile(makeBytes(COUNT));
const { exports } = await WebAssembly.instantiate(made);
console.log(exports.add(20, 22), made instanceof WebAssembly.Module);
const { instance } = await WebAssembly.instantiate(makeBytes(1), {});
export const sum = instance.exports.add(1, 2);
console.log("ends", sum);
"""
SHOWN = ["42 true", '"ends" 3', '"timer"']


def test_a_module_waits_for_what_it_compiles(evaluator: Evaluator) -> None:
    """Also for what takes longer than the event loop would wait for nothing."""
    for count in (1, 300):
        trace = evaluator.evaluate(module(BYTES + USE.replace("COUNT", str(count))))
        assert (trace.outcome, printed(trace)) == ("completed", SHOWN), trace


def test_a_script_waits_as_well(evaluator: Evaluator) -> None:
    use = USE.replace("COUNT", "300").replace("export ", "")
    trace = evaluator.evaluate(Script(f"{BYTES}(async () => {{{use}}})();"))
    assert (trace.outcome, printed(trace)) == ("completed", SHOWN), trace


def test_what_a_timer_compiles(evaluator: Evaluator) -> None:
    code = """
    setTimeout(() => WebAssembly.compile(makeBytes(300)).then(() => console.log("compiled")), 1);
    setTimeout(() => console.log("next"), 2);
    """
    assert printed(evaluator.evaluate(module(BYTES + code))) == ['"compiled"', '"next"']


def test_what_does_not_compile_rejects_and_is_told(evaluator: Evaluator) -> None:
    code = """
    WebAssembly.compile(new Uint8Array(8)).catch((error) => console.log(error.name));
    WebAssembly.instantiate(1).catch((error) => console.log(error.name));
    WebAssembly.compile(new Uint8Array(1));
    """
    trace = evaluator.evaluate(module(code))
    assert sorted(printed(trace)) == ['"CompileError"', '"TypeError"']
    assert [type(event).__name__ for event in trace.events].count("UnhandledRejection") == 1


def test_the_functions_look_like_the_engines_own(evaluator: Evaluator) -> None:
    code = """
    for (const name of ["compile", "instantiate"]) {
      const { value, ...flags } = Object.getOwnPropertyDescriptor(WebAssembly, name);
      console.log(value.name, value.length, JSON.stringify(flags), "prototype" in value);
    }
    """
    flags = '"{\\"writable\\":true,\\"enumerable\\":true,\\"configurable\\":true}" false'
    assert printed(evaluator.evaluate(module(code))) == [
        f'"compile" 1 {flags}',
        f'"instantiate" 1 {flags}',
    ]
