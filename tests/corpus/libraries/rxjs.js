export * from "rxjs";
