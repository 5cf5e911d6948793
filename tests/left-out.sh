#!/bin/sh
# Says, where it can't be overlooked, what `make test` leaves out without npm.
cat >&2 <<'END'
**********************************************************************
** LEFT OUT: npm was not found, so the tests of real packages        **
** (tests/corpus: three, lodash-es, d3, rxjs, preact, date-fns, zod, **
** immer, vue, svelte) DID NOT RUN. Install Node with npm and run    **
** `make test` again. In CI (CI=true) this is a failure.             **
**********************************************************************
END
