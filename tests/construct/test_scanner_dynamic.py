"""What a record says of ``import()`` besides its specifier."""

from __future__ import annotations

import pytest

from pybundle.construct.record import ModuleKind
from pybundle.construct.scan.scanner import scan


@pytest.mark.parametrize(
    ("code", "guarded"),
    [
        ("import('a')", False),
        ("import('a').catch(f)", True),
        ("import('a').then(f)", False),
        ("import('a').then(f, g)", True),
        ("import('a').then(f).then(g).catch(h)", True),
        ("import('a').finally(f)", False),
        ("f(import('a')).catch(g)", False),
        ("f.catch(import('a'))", False),
        ("try { await import('a') } catch {}", True),
        ("try { if (f) { let x; for (;;) import('a') } } catch {}", True),
        ("try { f(() => import('a')) } catch {}", False),
        ("try { class A { static { import('a') } } } catch {}", False),
        ("try { import('a') } finally {}", False),
        ("try {} catch { import('a') }", False),
        ("try {} catch {} finally { import('a') }", False),
        ("try { try { import('a') } finally {} } catch {}", True),
        ("function f() { try { import('a') } catch {} }", True),
    ],
)
def test_guarded_imports(code: str, guarded: bool) -> None:
    (call,) = scan(code, ModuleKind.ESM).dynamic_imports
    assert call.guarded is guarded


def test_attributes_of_templates() -> None:
    code = 'import(`./${x}`, { with: { type: "json", other: y } })'
    assert scan(code, ModuleKind.ESM).dynamic_imports[0].attributes == (("type", "json"),)
