import * as rx from "rxjs";
import { of, from, interval, Subject, BehaviorSubject, ReplaySubject, merge, concat, timer, map, filter, mergeMap, switchMap, take, scan, toArray, catchError, bufferCount, debounceTime, groupBy, share, retry, zip, combineLatest } from "rxjs";
import { ajax } from "rxjs/ajax";
import { TestScheduler } from "rxjs/testing";

console.log(Object.keys(rx).length, typeof ajax, rx.Observable.name, rx.EMPTY.constructor.name);
of(1, 2, 3, 4).pipe(filter((x) => x % 2 === 0), map((x) => x * 10)).subscribe({ next: (x) => console.log("next", x), complete: () => console.log("done") });
from([1, 2, 3]).pipe(scan((a, b) => a + b, 0), toArray()).subscribe((x) => console.log(x));
from([1, 2, 3, 4, 5]).pipe(bufferCount(2)).subscribe((x) => console.log("buffer", x));
from("hello").pipe(groupBy((c) => c), mergeMap((g) => g.pipe(toArray()))).subscribe((x) => console.log(x));
rx.throwError(() => new TypeError("bad")).pipe(catchError((e) => of(e.message))).subscribe((x) => console.log(x));

const subject = new Subject();
const sub = subject.pipe(share()).subscribe((x) => console.log("A", x));
subject.next(1);
sub.unsubscribe();
subject.next(2);
const behavior = new BehaviorSubject("initial");
behavior.subscribe((x) => console.log("B", x));
behavior.next("next");
const replay = new ReplaySubject(2);
[1, 2, 3].forEach((x) => replay.next(x));
replay.subscribe((x) => console.log("R", x));
try {
  subject.unsubscribe();
  subject.next(1);
} catch (error) {
  console.log(error.name, error.message, error instanceof rx.ObjectUnsubscribedError);
}

interval(10).pipe(take(3), map((i) => i * i)).subscribe({ next: (x) => console.log("tick", x), complete: () => console.log("ticks done") });
timer(5, 20).pipe(take(2), switchMap((i) => timer(i).pipe(map(() => "switched " + i)))).subscribe((x) => console.log(x));
merge(timer(3).pipe(map(() => "slow")), of("fast")).subscribe((x) => console.log(x));
concat(of(1), timer(1).pipe(map(() => 2))).subscribe((x) => console.log("concat", x));
combineLatest([of(1, 2), of("a", "b")]).subscribe((x) => console.log("combined", x));
zip(of(1, 2), of("a", "b")).subscribe((x) => console.log("zipped", x));
let tries = 0;
rx.defer(() => (++tries < 3 ? rx.throwError(() => tries) : of("ok after " + tries))).pipe(retry(5)).subscribe((x) => console.log(x));
from([1, 2, 3]).pipe(debounceTime(5)).subscribe((x) => console.log("debounced", x));

const scheduler = new TestScheduler((actual, expected) => console.log(JSON.stringify(actual) === JSON.stringify(expected)));
scheduler.run(({ cold, expectObservable }) => {
  expectObservable(cold("-a-b-c|").pipe(map((x) => x.toUpperCase()))).toBe("-a-b-c|", { a: "A", b: "B", c: "C" });
});
rx.firstValueFrom(of(42)).then((x) => console.log("promised", x));
rx.lastValueFrom(rx.EMPTY).catch((e) => console.log(e.name));
